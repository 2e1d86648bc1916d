/** Which texts that no longer hold a page links to: found by their addresses in its html. */
import { ms, type Query } from './database.ts';
import type { Cited, Stub } from './page/rows.ts';
import { stubs } from './stubs.ts';

/** The last part of an article's address: ten letters and digits. */
const linked = /href="[^"]*\/([0-9a-z]{10})\.html(?=["?#])/g;

type Text = { readonly placementId: string; readonly html: string };

/** By placement, in the order of the text, each once. */
export async function citedBy(q: Query, texts: readonly Text[]): Promise<Map<string, Cited[]>> {
  const links = texts.map(({ placementId, html }) => ({
    placementId,
    nos: [...new Set([...html.matchAll(linked)].map(([, no = '']) => no))],
  }));
  const nos = [...new Set(links.flatMap((one) => one.nos))];
  if (nos.length === 0) return new Map();
  const found = await q<Stub & Pick<Cited, 'invalidAt'>>(
    `select s.*, ${ms('a.invalid_at')} as "invalidAt"
       from (${stubs('a.public_no = any($1) and a.invalid_reason is not null')}) s
       join content.public_article a on a.placement_id = s."placementId" order by a.home, a.placement_id`,
    [nos],
  );
  const byNo = new Map(
    found.map(({ invalidAt, ...stub }) => [stub.publicNo, { stub, invalid: stub.invalid, invalidAt }]),
  );
  return new Map(
    links.map((one) => [
      one.placementId,
      one.nos.flatMap((no) => {
        const cited = byNo.get(no);
        return cited?.invalid ? [{ ...cited, invalid: cited.invalid }] : [];
      }),
    ]),
  );
}
