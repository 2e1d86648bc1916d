/** Elements for what stands in the text beside words. Drawn without React: a text may have hundreds of them. */
type Attributes = Readonly<Record<string, string | undefined>>;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly (Element | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** `act` names it, so that the focus finds it again in a new drawing. */
export function button(act: string, words: string, does: () => void, about?: string): HTMLButtonElement {
  const made = make('button', { type: 'button', class: 'piece-button', 'data-act': act, 'aria-label': about }, [words]);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    does();
  });
  return made;
}

/** A field that tells each change, but none in the middle of a composition: its words aren't there yet. */
export function field(label: string, value: string, onChange: (value: string) => void): HTMLInputElement {
  const input = make('input', { type: 'text', 'aria-label': label, class: 'piece-field', autocomplete: 'off' });
  input.value = value;
  const tell = () => onChange(input.value);
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) tell();
  });
  input.addEventListener('compositionend', tell);
  return input;
}

/** A field somebody is typing in is left alone. */
export function show(input: HTMLInputElement, value: string): void {
  if (input.value !== value) input.value = value;
}
