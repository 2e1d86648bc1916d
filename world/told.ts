/**
 * Many short articles as one plain text: a line `@ column author days-ago [kind]`, the title, then the paragraphs. Each
 * went the usual way of its site and is public.
 */
import type { Written } from '../server/content/body.ts';
import type { SiteName } from './adoptions.ts';
import { type PersonName, people } from './county.ts';
import type { Deed, Story } from './story.ts';

type Kind = Written['kind'];
type How = {
  readonly site: SiteName;
  /** What a text of this column is where its line doesn't say; without that, news. */
  readonly kinds?: Readonly<Record<string, Kind>>;
  /** From sending in to going out. */
  readonly life: (by: PersonName, column: string) => readonly Deed[];
};

/** Throws at a piece that lacks a part, with its first line. */
export function told({ site, kinds = {}, life }: How, all: string): readonly Story[] {
  return all
    .trim()
    .split(/^@ /m)
    .slice(1)
    .map((piece) => {
      const [head = '', title = '', ...paragraphs] = piece.trim().split('\n');
      const [column = '', name = '', ago = '', kind = kinds[column] ?? 'news'] = head.split(' ');
      if (!(name in people) || !(Number(ago) > 0) || title === '' || paragraphs.length === 0)
        throw new Error(`the piece “${head}” of ${site} needs a column, a person, days, a title and a text`);
      const by = name as PersonName;
      const text = { kind: kind as Kind, title, text: paragraphs.join('\n') };
      return { by, site, column, ago: Number(ago), text, life: life(by, column) };
    });
}
