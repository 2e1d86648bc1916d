import { describe, expect, test } from 'vitest';
import { Refused } from '../not-taken.ts';
import { readXml, rewriteXml } from './xml.ts';

const codeOf = (bytes: Buffer | string) => {
  try {
    readXml(Buffer.from(bytes), 'a.xml');
    return 'read';
  } catch (error) {
    if (error instanceof Refused) return error.verdict.code;
    throw error;
  }
};
const write = (text: string) => rewriteXml(Buffer.from(text), 'a.xml', {}).toString();
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

describe('F2 · F6 XML has no DTD, no entities, and an end', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from(
    { length: 30 },
    (_, at) => `<!ENTITY a${at} "&a${at - 1 || ''};&a${at - 1 || ''};">`,
  ).join('')}]><l>&a29;</l>`;
  test.each([
    ['a billion laughs', laughs, 'doctype'],
    ['a file that is drawn in', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['a DTD from elsewhere', '<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>', 'doctype'],
    ['an entity of nobody', '<a>&x;</a>', 'part_broken'],
    ['an element without its end', '<a><b></a>', 'part_broken'],
    ['two roots', '<a/><b/>', 'part_broken'],
    ['nothing', '', 'part_broken'],
    ['a prefix of nobody', '<x:a/>', 'part_broken'],
    ['another encoding', '<?xml version="1.0" encoding="GB2312"?><a/>', 'part_broken'],
    ['256 levels', `${'<a>'.repeat(256)}${'</a>'.repeat(256)}`, 'read'],
    ['257 levels', `${'<a>'.repeat(257)}${'</a>'.repeat(257)}`, 'part_too_large'],
    ['a million levels', '<a>'.repeat(1_000_000), 'part_too_large'],
    ['5,000,000 characters', `<a>${'x'.repeat(5_000_000)}</a>`, 'read'],
    ['5,000,001 characters', `<a>${'x'.repeat(5_000_000)}<b>x</b></a>`, 'part_too_large'],
    ['5,000,001 characters as CDATA', `<a><![CDATA[${'x'.repeat(5_000_001)}]]></a>`, 'part_too_large'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
  test('bytes that are no UTF-8', () => {
    expect(codeOf(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toBe('part_broken');
  });
});

test('F4 what is written reads the same: text, spaces, quotes, line ends, names of spaces', () => {
  expect(
    write(
      '<?xml version="1.0"?><!-- c --><?pi x?><a b=\'"&lt;&#10;\' xml:space="preserve"> x &amp; y<![CDATA[<z>]]>&#13;</a>',
    ),
  ).toBe(`${head}<a b="&quot;&lt;&#10;" xml:space="preserve"> x &amp; y&lt;z&gt;&#13;</a>`);
  expect(write('<p:a xmlns:p="u" p:b="1"><p:c/><d xmlns="v"></d></p:a>')).toBe(
    `${head}<p:a xmlns:p="u" p:b="1"><p:c/><d xmlns="v"></d></p:a>`,
  );
  expect(write('\ufeff<a>𠮷</a>')).toBe(`${head}<a>𠮷</a>`);
  const wide = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>字</a>', 'utf16le');
  expect(rewriteXml(wide, 'a', {}).toString()).toBe(`${head}<a>字</a>`);
});

test('F4 an element that is left out takes its inside with it, and nothing else', () => {
  const text = '<a><x>1<b/><x>2</x></x><b>3</b><x/>4</a>';
  const out = rewriteXml(Buffer.from(text), 'a', { open: ({ local }) => local !== 'x' });
  expect(out.toString()).toBe(`${head}<a><b>3</b>4</a>`);
});
