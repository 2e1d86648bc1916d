/** Looking into a body before it is read: tolerant, since what is malformed is reported when it is read itself. */
import { isMap, isScalar } from 'yaml';
import { keyText } from './body.ts';

export function valueAt(node: unknown, key: string): unknown {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && keyText(pair.key) === key)?.value : undefined;
}

export function textAt(node: unknown, key: string): string | undefined {
  const value = valueAt(node, key);
  return isScalar(value) && value.value !== null ? keyText(value) : undefined;
}

export function pairsIn(node: unknown): readonly [string, unknown][] {
  return isMap(node)
    ? node.items.flatMap((pair) => (isScalar(pair.key) ? [[keyText(pair.key), pair.value] as [string, unknown]] : []))
    : [];
}
