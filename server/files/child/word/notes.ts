/** mammoth's footnotes in the form of an article. Its text is escaped, so nothing that a writer wrote looks like its marks. */

/** Before each id that mammoth makes. */
export const idPrefix = 'note-';

const reference =
  /<sup><a href="#note-(?:foot|end)note-[^"]*" id="note-(?:foot|end)note-ref-[^"]*">\[(\d+)\]<\/a><\/sup>/g;
const back = / ?<a href="#note-(?:foot|end)note-ref-[^"]*">↑<\/a>/g;
const list = /<ol>(?=<li id="note-(?:foot|end)note-)/;
const item = /<li id="note-(?:foot|end)note-[^"]*">/g;

export function withNotes(html: string): string {
  const begins = html.search(list);
  const text = html.slice(0, begins < 0 ? html.length : begins);
  const notes = html.slice(text.length);
  let n = 0;
  return (
    text.replace(reference, '<sup class="fnref" id="fnref-$1"><a href="#fn-$1">[$1]</a></sup>') +
    notes
      .replace(back, '')
      .replace(list, '<ol class="footnotes">')
      // In the order in which they are referred to, as mammoth counts them.
      .replace(item, () => `<li id="fn-${++n}">`)
  );
}
