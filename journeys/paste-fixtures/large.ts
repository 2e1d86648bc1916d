/** Pastes that are large, deep or made to be slow. Sizes are in signs of html or RTF. */

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=ProgId content=Word.Document></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const paragraph = (n: number) =>
  `<p class=MsoNormal style='margin-bottom:0cm;text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-fareast-font-family:仿宋_GB2312;color:black'>第${n}段，各单位要按照<b style='mso-bidi-font-weight:normal'>统一部署</b>，逐项检查，<span lang=EN-US>2027</span>年底前完成。<span lang=EN-US><o:p></o:p></span></span></p>\n`;
const item = (n: number) =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${(n % 3) + 1} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>${n}.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span style='font-size:16.0pt'>清单</span></p>\n`;
const row = (n: number) =>
  `<tr style='mso-yfti-irow:${n}'><td width=138 valign=top style='width:103.7pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal><span lang=EN-US>${n}<o:p></o:p></span></p></td><td width=138 style='width:103.7pt'><p class=MsoNormal align=right style='text-align:right'>完成</p></td></tr>\n`;

/** A Word text of about `signs` signs: paragraphs, lists and tables as an office writes them. */
export function wordText(signs: number): string {
  const parts: string[] = [];
  for (let n = 1, size = 0; size < signs; n++) {
    const table = `<table class=MsoTableGrid>${Array.from({ length: 10 }, (_, at) => row(at)).join('')}</table>`;
    const part = n % 20 === 0 ? table : n % 4 === 0 ? item(n) : paragraph(n);
    parts.push(part);
    size += part.length;
  }
  return word(parts.join(''));
}

export const wordTable = (rows: number): string =>
  word(`<table class=MsoTableGrid>${Array.from({ length: rows }, (_, n) => row(n)).join('')}</table>`);

/** Shapes that make a careless reader slow, each grown to `signs`. */
export const awkward = (signs: number): Readonly<Record<string, string>> => {
  const filled = (piece: string, before = '', after = '') =>
    before + piece.repeat(Math.ceil(signs / piece.length)) + after;
  return {
    'open style sheets': filled('<style'),
    'open style tags': filled('<style '),
    'a second long line': filled('<b>字</b>字', '<p>字<br>', '</p>'),
    'a long description': `<img src="data:image/png;base64,iVBORw0KGgo=" alt="图片${filled('_')}x">`,
    'open comments': filled('<!--'),
    'open tags': filled('<'),
    'open paragraphs': filled('<p><b>字'),
    'open lists': filled('<ul><li>'),
    'open tables': filled('<table><tr><td>'),
    'open quotations': filled('<blockquote>'),
    blanks: filled('&nbsp; ', '<p>', '字</p>'),
    'line ends': filled('\n\n', '<p>字', '字</p>'),
    'line breaks': filled('<br>　', '<p>', '</p>'),
    'one long word': filled('字', '<p>', '</p>'),
    'small runs': filled('<b>字</b>字', '<p>', '</p>'),
    deletions: filled('<del>字</del>', '<p>', '</p>'),
    comments: filled('<a class=msocomanchor href="#_msocom_1">[1]</a>', '<p>', '</p>'),
    'one item after another': filled("<p style='mso-list:l0 level1 lfo1'>字</p>"),
    'items that climb and fall': filled(
      "<p style='mso-list:l0 level9 lfo1'>字</p><p style='mso-list:l0 level1 lfo1'>字</p>",
    ),
    'styles that all differ': Array.from(
      { length: signs / 50 },
      (_, n) => `<p style='color:#${n};mso-x:${n}'>字</p>`,
    ).join(''),
    rules: `<style>${filled('p.a{color:red}')}</style><p class=a>字</p>`,
    'rules without an end': `<style>${filled('p.a{color')}</style><p class=a>字</p>`,
    'sheet comments': `<style>${filled('/*')}</style>字`,
    'a long style': `<p style="${filled('a:b;')}">字</p>`,
    'pictures that did not come': filled('<img src="file:///a.png">'),
    'sheets that never end': `<p>字</p>${filled('<style>p{')}`,
    'a long address': `<p><a href="https://x.example/${filled('a')}">字</a></p>`,
    notes: filled('<a href="#_ftn1">[1]</a>', '<p>', '</p>'),
  };
};

export const awkwardRtf = (signs: number): Readonly<Record<string, string>> => {
  const filled = (piece: string) => piece.repeat(Math.ceil(signs / piece.length));
  return {
    'open groups': filled('{'),
    'closed groups': filled('}'),
    'open pictures': filled('{\\pict\\pngblip 89'),
    backslashes: filled('\\'),
    'one picture without an end': `{\\pict\\pngblip ${filled('89504e47')}`,
    'binary that claims too much': filled('{\\pict\\bin999999999 '),
    plain: filled('abc '),
  };
};

/** `inner` inside `levels` elements of one kind. */
export const nestedIn = (tag: string, levels: number, inner: string): string =>
  `<${tag}>`.repeat(levels) + inner + `</${tag}>`.repeat(levels);
