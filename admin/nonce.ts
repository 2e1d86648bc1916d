/**
 * The page's nonce, and a cure: a part of antd measures the scrollbar with a `<style>` that carries no nonce, which the
 * policy reports and blocks. Every style element is made here, so the nonce is set here, once.
 */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function giveStylesTheNonce(): void {
  const make = document.createElement;
  document.createElement = function createElement(this: Document, name: string, options?: ElementCreationOptions) {
    const element = make.call(this, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  } as typeof document.createElement;
}
