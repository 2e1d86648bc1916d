import { expect, test } from 'vitest';
import { summary } from './words.ts';

test.each([
  ['<p>各单位：</p><p>现将事项通知如下：</p>', '各单位：现将事项通知如下：'],
  ['<h2>一、目标</h2><p>全公开。</p><table><tr><td>1</td></tr></table><p>第二段</p>', '全公开。第二段'],
  ['<p>Node 20 and\n more</p>', 'Node 20 and more'],
  ['<p>1 &lt; 2 &amp;&amp; &#x5c40;&#38271;&nbsp;好</p>', '1 < 2 && 局长好'],
  ['<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '<script>alert(1)</script>'],
  ['<p>&#0;&#xD800;&unknown;</p>', '&unknown;'],
  [
    '<p>请注意：</p><ul><li><p>不用送检</p></li><li><p>登记免费。</p></li><li>到<b>所里</b></li></ul><p>谢谢。</p>',
    '请注意：不用送检；登记免费。到所里。谢谢。',
  ],
  ['', ''],
])('%j reads %j', (html, words) => {
  expect(summary(html, 100)).toBe(words);
});

test('G2 a summary is cut at characters, never inside one', () => {
  expect(summary('<p>𠀀𠀁𠀂𠀃</p>', 3)).toBe('𠀀𠀁…');
  expect(summary('<p>𠀀𠀁𠀂</p>', 3)).toBe('𠀀𠀁𠀂');
});
