/** From what a person wrote to what is kept: cleaned html under a profile, fields, and the hash that an approval names. */
import type { TextState } from '../../core/article.ts';
import { canonical } from '../../core/canonical.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { sha256 } from '../door/log.ts';
import type { StoredFile } from '../file-view.ts';
import { clean, profile } from '../html/clean.ts';
import { knownOf } from './files.ts';

export { profile };

export type Written = {
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly author: string;
  readonly reprint: boolean;
  readonly link: string;
  readonly html: string;
  readonly original: string | null;
  /** A local day: the last one on which it is to be public. */
  readonly expires?: string | undefined;
  /** Without `disclosure` the text is to be disclosed. */
  readonly facets: Readonly<Record<'reach' | 'weight' | 'sensitive', string> & { disclosure?: string }>;
};
/** What a submit or save brings: a text, or (a cross-listing's follow-up) a revision of the same article. */
export type Submission = {
  readonly columnId: string;
  readonly body?: Written;
  readonly also?: readonly string[];
  readonly articleId?: string;
  readonly revisionId?: string;
};
/** What the public sees of a revision beside its body. Revisions of before reprints were known have none of the last three. */
export type Fields = {
  readonly title: string;
  readonly source: string;
  readonly author: string;
  readonly reprint?: boolean;
  readonly link?: string;
  readonly expires?: string;
};
export type Made = {
  readonly kind: string;
  readonly fields: Fields;
  readonly html: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly hash: string;
  /** Ids, in the order of the text. */
  readonly files: readonly string[];
  readonly originalId: string | null;
  readonly lacks: Pick<TextState, 'missing' | 'speechless'>;
};

/**
 * The hash over everything that the public can see and that decides the chain: SHA-256 of the canonical record.
 * Placements are the runs', not the hash's. Of each file: its address, its name, and the bytes of every size of it.
 */
export function hashOf(
  r: Pick<Made, 'kind' | 'fields' | 'html' | 'facets'>,
  attachments: readonly StoredFile[],
): string {
  return sha256(
    canonical({
      v: '1',
      kind: r.kind,
      fields: { ...r.fields },
      html: r.html,
      profile: String(profile),
      attachments: attachments.map(({ id, name, type, published }) => ({
        id,
        name,
        type,
        sha256: published.map((piece) => piece.sha256),
      })),
      facets: { ...r.facets },
    }),
  );
}

/** `stored`: the files of ours that this text may name (by id), and the Word file it came from. */
export function make(written: Written, stored: readonly StoredFile[]): Outcome<{ made: Made }> {
  const { kind, title, source, author, reprint, link, html, facets, expires } = written;
  const cleaned = clean(html, knownOf(stored));
  if (!cleaned.ok) return refuse(cleaned.code);
  const files = cleaned.files.flatMap((id) => stored.filter((file) => file.id === id));
  const text = {
    kind,
    fields: {
      title: title.trim(),
      source: source.trim(),
      author: author.trim(),
      reprint,
      link: link.trim(),
      ...(expires === undefined ? {} : { expires }),
    },
    html: cleaned.html,
    facets: { ...facets },
  };
  const original = stored.find((file) => file.id === written.original && file.kind === 'original');
  return {
    ok: true,
    made: {
      ...text,
      hash: hashOf(text, files),
      files: cleaned.files,
      originalId: original?.id ?? null,
      lacks: { missing: cleaned.missing, speechless: cleaned.speechless },
    },
  };
}
