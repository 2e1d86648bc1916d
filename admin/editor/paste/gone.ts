/** What never comes in, and what is said of it. */
import { isBlank } from './line.ts';
import type { Look } from './looks.ts';
import type { Losses } from './losses.ts';
import { dropped, isCommentMark, isContents, isDeleted, silent } from './names.ts';

/** True: neither the element nor anything in it comes in. What a reader of the source could have missed is counted. */
export function isGone(element: Element, names: string, look: Look, losses: Losses): boolean {
  const tag = element.localName;
  if (silent.has(tag) || look.part === 'header' || look.part === 'footer') return true;
  const loss = dropped[tag];
  if (loss) {
    if (element.getAttribute('type') !== 'hidden') losses.add(loss);
  } else if (isDeleted(tag, names)) deleted(element, losses);
  else if (look.hidden || element.hasAttribute('hidden')) {
    if (!isBlank(element.textContent ?? '')) losses.add('hidden');
  } else if (
    isCommentMark(names) ||
    isCommentLink(element) ||
    look.special === 'comment' ||
    look.part?.startsWith('comment')
  )
    comments(element, losses);
  else if (isContents(names)) losses.add('contents');
  else return false;
  return true;
}

/** Word cuts one deletion into many elements: neighbours count once. */
function deleted(element: Element, losses: Losses): void {
  const before = element.previousSibling;
  const goesOn =
    before?.nodeType === 1 && isDeleted((before as Element).localName, (before as Element).getAttribute('class') ?? '');
  if (!goesOn && !isBlank(element.textContent ?? '')) losses.add('deleted');
}

const isCommentLink = (element: Element) =>
  element.localName === 'a' && (element.getAttribute('href') ?? '').startsWith('#_msocom_');

const marked = '[href^="#_msocom_"], [id^="_com_"], [name^="_msocom_"]';
/** A comment has a mark in the text and its words after it; both carry its number. */
function comments(element: Element, losses: Losses): void {
  for (const mark of [...(element.matches(marked) ? [element] : []), ...element.querySelectorAll(marked)]) {
    const number = /\d+$/.exec(mark.getAttribute('href') ?? (mark.id || mark.getAttribute('name')) ?? '')?.[0];
    if (number) losses.comment(number);
  }
}
