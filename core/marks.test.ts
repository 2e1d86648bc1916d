import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIdCard, marksIn, passesLuhn } from './marks.ts';

const kinds = (text: string) => marksIn(text).map(({ kind, words }) => [kind, words]);

test.each([
  ['机密★5年', [['secret', '机密★5年']]],
  [
    '绝密 ★ 长期 内部资料 注意保存',
    [
      ['secret', '绝密 ★ 长期'],
      ['secret', '内部资料'],
      ['secret', '注意保存'],
    ],
  ],
  ['此件依申请公开', [['secret', '此件依申请公开']]],
  ['《保守国家秘密法》和秘密工作、机密文件的管理', []],
  ['身份证 11010519491231002X。', [['id-card', '11010519491231002X']]],
  ['末位不对 110105194912310021；没有这一天 110105194902300028', []],
  ['统一社会信用代码 91330200MA2AXXXX3L', []],
  ['电话 13800000000，座机 0574-12345678，区号 057413800000000', [['phone', '13800000000']]],
  ['卡号 6222021234567890128；错一位 6222021234567890129。', [['bank-card', '6222021234567890128']]],
])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));

test('the check digit is computed, not guessed: each of the other ten is refused', () => {
  const stem = '33020019900307001';
  const right = [...'0123456789X'].filter((last) => isIdCard(stem + last));
  // 3·7+3·9+0·10+2·5+0·8+0·4+1·2+9·1+9·6+0·3+0·7+3·9+0·10+7·5+0·8+0·4+1·2 = 187, and 187 mod 11 = 0 stands for 1.
  expect(right).toEqual(['1']);
});

test('a bank card is known by its last digit', () => {
  expect(passesLuhn('6222021234567890128') !== passesLuhn('6222021234567890129')).toBe(true);
  expect([...'0123456789'].filter((last) => passesLuhn(`622202123456789012${last}`)).length).toBe(1);
});

test('marks stand in the order of the text, each where it says it is', () => {
  const words = fc.constantFrom('机密★', '13800000000', '11010519491231002X', '正文', '，', '\n', '𠮷');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ');
      const marks = marksIn(text);
      for (const mark of marks) expect(text.slice(mark.at, mark.at + mark.words.length)).toBe(mark.words);
      expect(marks.map((m) => m.at)).toEqual(marks.map((m) => m.at).toSorted((a, b) => a - b));
      expect(marks.length).toBe(pieces.filter((p) => /^(机密★|1)/.test(p)).length);
    }),
  );
});

test('links are found one after another, also when their words are the same', () => {
  const links = [
    { href: 'https://a.example/', words: '这里' },
    { href: 'https://b.example/', words: '这里' },
  ];
  expect(marksIn('见这里，和这里。', links).map(({ at, says }) => [at, says])).toEqual([
    [1, '链接到别的网站：https://a.example/'],
    [5, '链接到别的网站：https://b.example/'],
  ]);
});
