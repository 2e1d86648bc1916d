/** Paths on a computer or in an office's network: who reads one learns a login, a folder, a server. */

const beginsAsPath = /^(file:|[a-z]:[\\/]|\\\\[^\\])/i;

/** C:\Users\…\图.jpg → 图.jpg; undefined when it is no path. */
export function withoutPath(value: string): string | undefined {
  if (!beginsAsPath.test(value)) return undefined;
  return value.split(/[\\/]/).at(-1) ?? '';
}

/** The same inside the code of a field: INCLUDEPICTURE "C:\\Users\\…\\图.jpg" → INCLUDEPICTURE "图.jpg". */
export const fieldWithoutPaths = (code: string): string =>
  code.replace(/(?:file:[\\/]*)?(?:\b[a-z]:[\\/]|\\\\)[^"]*[\\/]/gi, '');
