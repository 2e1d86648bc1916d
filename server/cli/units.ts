/** Units by the names that people type. Two may have one name: then the adopter's own is meant, or the way to it is asked for. */
import type { Organisation } from '../../core/regulation/organisation.ts';
import { missing } from './find.ts';
import { Usage } from './words.ts';

type Unit = Organisation['units'][number];

/** 云山市市场监督管理局/办公室: from the root down. */
export function pathName(unit: Unit, units: readonly Unit[]): string {
  const parent = units.find((one) => one.id === unit.parent);
  return parent ? `${pathName(parent, units)}/${unit.name}` : unit.name;
}

/** `adopter`: whose own units are meant where a name is not the only one. Throws a sentence when it is none, or more than one. */
export function unitNamed(name: string, units: readonly Unit[], adopter?: string): Unit {
  const found = units.filter((one) => one.name === name || `/${pathName(one, units)}`.endsWith(`/${name}`));
  const own = found.filter((one) => one.id === adopter || one.parent === adopter);
  const [first, second] = own.length === 1 ? own : found;
  if (!first)
    throw missing(
      { zh: '单位', en: 'unit' },
      name,
      units.map((one) => one.name),
    );
  if (!second) return first;
  const paths = found.map((one) => pathName(one, units));
  throw new Usage({
    zh: `叫“${name}”的单位有 ${found.length} 个，请写全：${paths.join('、')}`,
    en: `${found.length} units are called “${name}”; say which: ${paths.join(', ')}`,
  });
}
