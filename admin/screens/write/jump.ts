/** Ways from what is said beside the text to the place that is meant. */

/** The text as it is edited: marked by the screen, so that nothing else on the page is meant. */
export const jumpMark = { 'data-writing-text': '' } as const;
const inText = (selector: string) => document.querySelectorAll<HTMLElement>(`[data-writing-text] ${selector}`);

/** Puts the cursor there: into a field of its own if it has one, else into the text beside it. */
function goTo(place: HTMLElement | undefined): void {
  if (!place) return;
  place.scrollIntoView({ block: 'center' });
  const field = place.closest('figure')?.querySelector<HTMLElement>('input, textarea');
  if (field) {
    field.focus();
    return;
  }
  const editable = place.closest<HTMLElement>('[contenteditable="true"]');
  editable?.focus({ preventScroll: true });
  const range = document.createRange();
  range.selectNode(place);
  range.collapse(true);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

export const toFile = (id: string): void => goTo(inText(`[src*="/files/${id}/"], [href*="/files/${id}/"]`)[0]);
export const toMissing = (): void => goTo(inText('p.missing')[0]);
export const toSpeechless = (): void =>
  goTo(
    [...inText('img')].find(
      (img) => !img.getAttribute('alt')?.trim() && !img.classList.contains('ProseMirror-separator'),
    ),
  );

export const toField = (label: string): void => {
  const found = [...document.querySelectorAll('main label')].find((l) => l.textContent === label);
  const field = found instanceof HTMLLabelElement ? document.getElementById(found.htmlFor) : null;
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
};
