/** From what a person wrote to what is kept: cleaned html under a profile, fields, and the hash that an approval names. */
import sanitizeHtml from 'sanitize-html';
import { canonical } from '../../core/canonical.ts';
import { htmlOfText } from '../../core/plain-text.ts';
import { sha256 } from '../door/log.ts';

/** The version of the cleaning profile below. A newer profile never touches an approved revision. */
export const profile = 1;

export type Written = {
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly author: string;
  readonly text: string;
  readonly facets: Readonly<Record<'reach' | 'weight' | 'sensitive', string>>;
};
/** What a submit or save brings: a text, or (a cross-listing's follow-up) a revision of the same article. */
export type Submission = {
  readonly columnId: string;
  readonly body?: Written;
  readonly also?: readonly string[];
  readonly articleId?: string;
  readonly revisionId?: string;
};
/** What the public sees of a revision beside its body. */
export type Fields = { readonly title: string; readonly source: string; readonly author: string };
export type Made = {
  readonly kind: string;
  readonly fields: Fields;
  readonly html: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly hash: string;
};

const clean = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: ['p', 'h2', 'h3', 'h4', 'ul', 'li'],
    allowedAttributes: {},
    disallowedTagsMode: 'escape',
  });

/**
 * The hash over everything that the public can see and that decides the chain: SHA-256 of the canonical record.
 * Placements are the runs', not the hash's. Attachments come with a later part and are an empty list until then.
 */
export function hashOf(r: Omit<Made, 'hash'>): string {
  return sha256(
    canonical({
      v: '1',
      kind: r.kind,
      fields: { ...r.fields },
      html: r.html,
      profile: String(profile),
      attachments: [],
      facets: { ...r.facets },
    }),
  );
}

export function make(written: Written): Made {
  const { kind, title, source, author, text, facets } = written;
  const made = {
    kind,
    fields: { title: title.trim(), source: source.trim(), author: author.trim() },
    html: clean(htmlOfText(text)),
    facets: { ...facets },
  };
  return { ...made, hash: hashOf(made) };
}
