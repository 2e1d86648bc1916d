/** Texts that are kept, and not sent: reprints without author and source, 【…】 lines left, pictures without words. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previews } from './content/compose.ts';
import { text } from './county.fixture.ts';
import { now } from './now.ts';
import { walker } from './walk.fixture.ts';

const { c, db } = walker();
const submit = (body: ReturnType<typeof text>, id = randomUUID()) =>
  c().act('writer', 'submit', id, 0, { columnId: c().column('www', 'law'), body });

/** What fills a field and states nothing. */
const nothing = fc.string({
  unit: fc.constantFrom(' ', '\u00a0', '\u3000', '\t', '\u200b', '—', '…', '、', '.', '（'),
  maxLength: 8,
});
const stated = fc.constantFrom('李想', '新闻社', 'A', '6');

test('A14 ZJ-13.1 a reprint without author or source is not sent, under the article that asks for them; spaces and signs state nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.tuple(nothing, stated), fc.tuple(stated, nothing), fc.tuple(nothing, nothing)),
      async ([author, source]) => {
        const answer = await submit(text('转载', { reprint: true, author, source }));
        expect(answer).toMatchObject({
          status: 409,
          body: { code: 'reprint_unsourced', law: { clause: 'zj-portal#13.1' } },
        });
      },
    ),
    { numRuns: 25 },
  );
  expect(await submit(text('转载', { reprint: true, author: '李想', source: '新闻社' }))).toMatchObject({
    status: 200,
  });
  expect(await submit(text('自己写的', { author: ' ', source: '' }))).toMatchObject({ status: 200 });
});

test('A14 the page of writing is told beforehand which article asks a reprint for author and source', async () => {
  const asked = { kind: 'news', reach: 'section', weight: 'general', sensitive: 'no', disclosure: 'open' };
  const told = (columns: string[]) => previews(db(), c().person('writer'), { ...asked, columns }, now());
  const { previews: ways } = await told([c().column('www', 'law')]);
  expect(ways.map((way) => way.reprintLaw?.clause)).toEqual(['zj-portal#13.1']);
});

test('a text with a 【…】 line left, or a picture without words, is saved and not sent', async () => {
  const body = text('没写完', { html: '<p>一</p><p class="missing">【图片没有带来】</p>' });
  expect(await submit(body)).toMatchObject({ status: 409, body: { code: 'missing_left' } });
  const id = randomUUID();
  const saved = await c().act('writer', 'save', id, 0, { columnId: c().column('www', 'law'), body });
  expect(saved).toMatchObject({ status: 200 });
});
