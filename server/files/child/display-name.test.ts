import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionOf } from '../../contract/file-limits.ts';
import { refuseDoubleExtension, safeName } from './display-name.ts';

test.each([
  ['2026年预算.docx', '2026年预算.docx'],
  ['C:\\Users\\name\\Desktop\\通知.pdf', '通知.pdf'],
  ['../../etc/通知.pdf', '通知.pdf'],
  ['/tmp/通知.pdf', '通知.pdf'],
  ['\\\\server\\share\\通知.pdf', '通知.pdf'],
  // Shown by Windows as 通知exe.pdf.
  ['通知\u202efdp.exe', '通知fdp.exe'],
  ['通\u200b知\ufeff\u2066.pdf', '通知.pdf'],
  ['通知\r\nX: y.pdf', '通知X_ y.pdf'],
  ['a\0b.pdf', 'ab.pdf'],
  ['通知.pdf. . ', '通知.pdf'],
  ['  通知 \u3000 .pdf', '通知.pdf'],
  ['a<b>:"|?*c.pdf', 'a_b______c.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['lpt1.tar.zip', '_lpt1.tar.zip'],
  ['.pdf', 'pdf'],
  ['', '附件'],
  ['...', '附件'],
  ['e\u0301.pdf', 'é.pdf'],
  ['x\ud800.pdf', 'x\ufffd.pdf'],
])('F1 %j is shown as %j', (given, shown) => {
  expect(safeName(given)).toBe(shown);
});

test('F1 a long name is cut before its extension, and never through a character', () => {
  const shown = safeName(`${'𠮷'.repeat(200)}.docx`);
  expect(shown).toBe(`${'𠮷'.repeat(144)}.docx`);
});

test('F1 whatever it is given, the name has no path, no unseen sign, and stays as it is when it is made safe again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', 'a', '\u202e', 'con') }),
      ),
      (given) => {
        const shown = safeName(given);
        expect(shown.length).toBeGreaterThan(0);
        expect([...shown].length).toBeLessThanOrEqual(151);
        expect(shown).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Cf}]|^\.|[. ]$/u);
        expect(safeName(shown)).toBe(shown);
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('F1 two extensions', () => {
  test.each(['a.exe.pdf', 'shell.php.jpg', 'a.HTML .pdf', 'x.svg.png', 'a.js.b.zip'])('%s is refused', (name) => {
    expect(() => refuseDoubleExtension(name)).toThrow('容易被当成程序');
  });
  test.each(['a.pdf', '1.2版.pdf', '报告.docx.pdf', 'exe.pdf', 'a.tar.zip'])('%s is fine', (name) => {
    expect(() => refuseDoubleExtension(name)).not.toThrow();
  });
});

test('F1 the extension is the last one, in lower case', () => {
  expect(['a.PDF', 'a.tar.GZ', 'a', 'a.', '.pdf'].map(extensionOf)).toEqual(['pdf', 'gz', '', '', 'pdf']);
});
