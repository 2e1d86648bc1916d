/** Numbers ①②③ before the words that a reviewer should look at, in the page's frame. The page itself knows nothing of them. */
import type { MarkView } from '../../server/contract/views.ts';

/** ① … ⑳, then (21). */
export const numberSign = (n: number): string => (n <= 20 ? String.fromCodePoint(0x245f + n) : `(${n})`);

type Place = { readonly node: Text; readonly at: number };

/** The words of the text, with the node in which each of them stands. */
function wordsOf(body: Element): { text: string; nodes: { node: Text; from: number }[] } {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/** Looked for one after another, as the text has them; words that the page has not are passed over. */
function placesOf(body: Element, marks: readonly MarkView[]): (Place | undefined)[] {
  const { text, nodes } = wordsOf(body);
  let from = 0;
  return marks.map(({ words }) => {
    const at = text.indexOf(words, from);
    if (at < 0) return undefined;
    from = at + 1;
    const found = nodes.findLast((one) => one.from <= at);
    return found && { node: found.node, at: at - found.from };
  });
}

/** Draws the marks anew. Last ones first, so that a place before them is still where it was. */
export function drawMarks(page: Document, marks: readonly MarkView[]): void {
  for (const old of page.querySelectorAll('[data-mark]')) old.remove();
  const body = page.querySelector('article .body');
  if (!body) return;
  body.normalize();
  const places = placesOf(body, marks);
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const place = places[i];
    if (!place) continue;
    const sign = page.createElement('b');
    sign.dataset.mark = String(i + 1);
    sign.id = `mark-${i + 1}`;
    sign.textContent = numberSign(i + 1);
    Object.assign(sign.style, { color: '#8a5300', background: '#fff4dd', padding: '0 2px', textIndent: '0' });
    place.node.splitText(place.at).before(sign);
  }
}
