/** Codes of fields in Word: one code may lie in many runs, so that a path in it is seen only when they are put together. */
import { fieldWithoutPaths } from './paths.ts';
import { readXml } from './xml.ts';

type Field = { readonly pieces: number[]; code: string };

/** For each `instrText` of the part that has to change (counted from 0): what is to stand there. */
export function changedCodes(bytes: Uint8Array, part: string): ReadonlyMap<number, string> {
  const changes = new Map<number, string>();
  const open: Field[] = [{ pieces: [], code: '' }];
  let count = -1;
  const close = () => {
    const field = open.length > 1 ? open.pop() : undefined;
    const plain = field && fieldWithoutPaths(field.code);
    if (field && plain !== undefined && plain !== field.code)
      field.pieces.forEach((piece, at) => void changes.set(piece, at === 0 ? plain : ''));
  };
  readXml(bytes, part, {
    open({ local, attributes }) {
      const type = local === 'fldChar' && attributes.find((attribute) => attribute.local === 'fldCharType')?.value;
      if (type === 'begin') open.push({ pieces: [], code: '' });
      if (type === 'end') close();
      if (local === 'instrText') open.at(-1)?.pieces.push(++count);
      return true;
    },
    text(text, parents) {
      const field = open.at(-1);
      if (field && parents.at(-1)?.local === 'instrText') field.code += text;
      return text;
    },
  });
  // A field that never ends, and codes outside of any.
  while (open.length > 1) close();
  return changes;
}
