import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { writeDoc } from '../html/write.ts';
import { profile } from '../schema/all.ts';
import { type Kind, neaten, survey } from './neat.ts';

const schema = getSchema([...profile]);
const bold = () => schema.mark('bold');
const p = (text = '', isBold = false) =>
  schema.node('paragraph', null, text ? [schema.text(text, isBold ? [bold()] : [])] : []);
const cell = (...inside: Node[]) => schema.node('tableCell', null, inside);
const doc = (...blocks: Node[]) => schema.node('doc', null, blocks);
const all = new Set<Kind>(['blanks', 'ends', 'doubled', 'punctuation', 'headings', 'hollow']);

function neat(before: Node, wanted: ReadonlySet<Kind> = all) {
  const done = neaten(EditorState.create({ doc: before }), wanted);
  done?.tr.doc.check();
  return { html: done && writeDoc(done.tr.doc), says: done?.says, steps: done?.tr.steps.length };
}

const messy = doc(
  p('　　各市局:'),
  p(),
  p('一、总体要求', true),
  p('(一)目标', true),
  p('做好工作,完成任务.', false),
  schema.node('heading', { level: 2 }),
  p('  '),
  schema.node('tableBox', null, [
    schema.node('table', null, [schema.node('tableRow', null, [cell(p()), cell(p(), p('甲  乙'))])]),
  ]),
  p(),
);

test('a text is put in order in one step, and what was done is said with its numbers', () => {
  const { html, says } = neat(messy);
  expect(html).toBe(
    [
      '<p>各市局：</p>',
      '<h2>一、总体要求</h2>',
      '<h3>（一）目标</h3>',
      '<p>做好工作，完成任务。</p>',
      '<div class="scroll" role="group" aria-label="表格" tabindex="0"><table><tbody><tr><td></td><td><p>甲 乙</p></td></tr></tbody></table></div>',
    ].join('\n'),
  );
  expect(says).toBe(
    '去掉空段 3 个，去掉段首段尾的空格 1 处，并成一个的连续空格 1 处，改成全角的标点 5 处，' +
      '“一、”“（一）”开头的加粗段改成小标题 2 个，去掉没有字的小标题 1 个。按 Ctrl+Z 可以整个退回。',
  );
});

test('what would change is told before, by the same numbers, with the lines that would become headings', () => {
  expect(survey(messy)).toEqual({
    counts: { blanks: 3, ends: 1, doubled: 1, punctuation: 5, headings: 2, hollow: 1 },
    promoted: [
      { words: '一、总体要求', level: 2 },
      { words: '(一)目标', level: 3 },
    ],
  });
});

test('a kind that was left out is not touched', () => {
  const { html } = neat(doc(p('一、总体要求', true), p(' 甲,乙 ')), new Set<Kind>(['ends']));
  expect(html).toBe('<p><strong>一、总体要求</strong></p>\n<p>甲,乙</p>');
});

test('nothing to do is no step', () => {
  expect(neat(doc(p('甲，乙。'))).html).toBeUndefined();
  expect(neat(doc(p())).html).toBeUndefined();
});

test('marks and links keep their places while signs between them change', () => {
  const link = schema.mark('link', { href: 'https://example.com/' });
  const line = schema.node('paragraph', null, [
    schema.text('详见', []),
    schema.text('办法,', [link]),
    schema.text('第一条', [bold()]),
  ]);
  expect(neat(doc(line)).html).toBe('<p>详见<a href="https://example.com/">办法，</a><strong>第一条</strong></p>');
});

test('a bold paragraph that is only partly bold, long, ends as a sentence or stands in a table stays a paragraph', () => {
  const partly = schema.node('paragraph', null, [schema.text('一、要求', [bold()]), schema.text('为了')]);
  const inTable = schema.node('tableBox', null, [
    schema.node('table', null, [schema.node('tableRow', null, [cell(p('一、甲', true))])]),
  ]);
  const long = p(`一、${'长'.repeat(70)}`, true);
  expect(neat(doc(partly, long, p('一、完了。', true), inTable, p('末'))).html).toBeUndefined();
});

test('the first paragraph of an item stays even when it is blank, since an item begins with one', () => {
  const list = schema.node('bulletList', null, [
    schema.node('listItem', null, [p(), schema.node('bulletList', null, [schema.node('listItem', null, [p('里')])])]),
  ]);
  expect(neat(doc(list, p('末'))).html).toBeUndefined();
});
