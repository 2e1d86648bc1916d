/** The rules that the county adopted, bound to its units by name: for posts' names, and for whoever describes the county. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggestedValues } from '../core/regulation/suggested.ts';
import type { Binding, InForce, Regulation } from '../core/regulation/types.ts';
import { postName } from '../server/content/post-names.ts';
import { packageRoot } from '../server/db/package-root.ts';
import { readOnce } from '../server/read-once.ts';
import type { Adoption } from './adoption.ts';
import { adoptions, later } from './adoptions.ts';
import { type UnitName, units } from './county.ts';

type Text = { readonly source: string; readonly regulation: Regulation };
const texts = new Map<string, Text>();

/** A text as an adoption names it, read once. Throws, with the faults, when it can't be read. */
export function textOf(file: string): Text {
  const known = texts.get(file);
  if (known) return known;
  const source = readFileSync(join(packageRoot(), file.includes('/') ? '' : 'regulations', file), 'utf8');
  const { regulation, faults } = readOnce(source);
  if (!regulation) throw new Error(`${file} has faults: ${faults.map((fault) => fault.message).join('; ')}`);
  texts.set(file, { source, regulation });
  return { source, regulation };
}

/** `idOf` says what a unit is called in the binding. Every reading is confirmed, every open value set as the text suggests. */
export function bindingOf(one: Adoption, idOf: (unit: UnitName) => string): Binding {
  const bound = (map: Adoption['roles']) =>
    Object.fromEntries(Object.entries(map).map(([role, names]) => [role, names.map(idOf)]));
  const { regulation } = textOf(one.file);
  const readings = regulation.blocks.filter((block) => block.reading).map((block) => `${block.kind} ${block.id}`);
  const roles = bound(one.roles);
  return { unit: idOf(one.unit), roles, leads: bound(one.leads), values: suggestedValues(regulation), readings };
}

/** Over a unit, the nearest first. */
export function lawsOver(unit: UnitName): readonly InForce[] {
  const here = [...adoptions, ...later]
    .filter((one) => one.unit === unit)
    .map(inForce)
    .reverse();
  const { parent } = units[unit] as { parent?: UnitName };
  return parent ? [...here, ...lawsOver(parent)] : here;
}

const inForce = (one: Adoption): InForce => ({
  versionId: one.file,
  adoptionId: one.file,
  binding: bindingOf(one, (unit) => unit),
  regulation: textOf(one.file).regulation,
});

/** As the rule of its unit calls it. */
export const nameOfPost = (post: string, unit: UnitName): string => postName(lawsOver(unit), post, unit);
