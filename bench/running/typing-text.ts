/** A text of fifty pages: some 40,000 signs in paragraphs, headings and lists, with tables, pictures and footnotes. */
const sentence =
  '各市市场监管局要按照统一部署，压实属地责任，完善工作机制，加强协同配合，确保各项任务落到实处、取得实效。';
const picture = 'p'.padEnd(26, 'a');

const paragraph = (i: number): string => `<p>${`（${i}）${sentence}`.repeat(3).slice(0, 150)}</p>`;
const row = (cells: number, words: string): string =>
  `<tr>${Array.from({ length: cells }, (_, i) => `<td><p>${words}${i}</p></td>`).join('')}</tr>`;

export const table = (rows: number, cells: number): string =>
  `<table>${Array.from({ length: rows }, (_, i) => row(cells, `第${i + 1}行`)).join('')}</table>`;

function page(n: number): string {
  const note = n % 5 === 0 ? `<sup class="fnref"><a href="#fn-${n / 5}">[${n / 5}]</a></sup>` : '';
  return [
    `<h2>第${n}部分${note}</h2>`,
    ...Array.from({ length: 4 }, (_, i) => paragraph(n * 10 + i)),
    `<ul>${[1, 2, 3].map((i) => `<li><p>第${i}项：${sentence.slice(0, 30)}</p></li>`).join('')}</ul>`,
    n % 2 === 0 ? table(8, 4) : '',
    n % 2 === 1
      ? `<figure><img src="/files/${picture}/w960.jpg" alt="图${n}"><figcaption>图${n}</figcaption></figure>`
      : '',
  ].join('');
}

const notes = Array.from({ length: 10 }, (_, i) => `<li id="fn-${i + 1}"><p>注${i + 1}：${sentence}</p></li>`).join('');
export const fiftyPages = `${Array.from({ length: 50 }, (_, i) => page(i + 1)).join('')}<ol class="footnotes">${notes}</ol>`;
