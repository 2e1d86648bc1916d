/** From names to a binding. What the text doesn't know is refused here; what is still unbound is the rule book's to tell. */
import { nearest } from '../../../core/regulation/near.ts';
import type { Organisation } from '../../../core/regulation/organisation.ts';
import type { Binding, Regulation } from '../../../core/regulation/types.ts';
import { missing } from '../find.ts';
import { unitNamed } from '../units.ts';
import { type Both, Usage } from '../words.ts';
import type { Wanted } from './wanted.ts';

export function bindingOf(wanted: Wanted, regulation: Regulation, { units }: Organisation, unit: string): Binding {
  const { roles, columns, values, blocks } = regulation;
  const unitsOf = (names: readonly string[]) => names.map((name) => unitNamed(name, units, unit).id);
  const role = known(
    { zh: '角色', en: 'role' },
    Object.entries(roles).map(([id, { name }]) => ({ id, name })),
  );
  const column = known({ zh: '栏目', en: 'column' }, columns);
  const led = known(
    { zh: '要指定承办单位的栏目', en: 'column that asks for leading units' },
    columns.filter(({ leadOneOf }) => leadOneOf !== undefined),
  );
  const value = known(
    { zh: '数值', en: 'value' },
    Object.entries(values).map(([id, { name }]) => ({ id, name })),
  );
  for (const key of wanted.home) if (!columns.some(({ id }) => id === key)) column(key);
  const readings = blocks.filter(({ reading }) => reading !== undefined).map(({ kind, id }) => `${kind} ${id}`);
  for (const one of wanted.readings) if (!readings.includes(one)) throw noReading(one, readings);
  return {
    unit,
    roles: Object.fromEntries(Object.entries(wanted.roles).map(([id, names]) => [role(id), unitsOf(names)])),
    leads: Object.fromEntries(Object.entries(wanted.leads).map(([id, names]) => [led(id), unitsOf(names)])),
    values: Object.fromEntries(
      Object.entries(wanted.values).flatMap(([id, text]) => (text === undefined ? [] : [[value(id), text]])),
    ),
    readings: wanted.allReadings ? readings : wanted.readings,
  };
}

/** The id of what was typed, by id or by name. */
const known =
  (what: Both, all: readonly { readonly id: string; readonly name: string }[]) =>
  (typed: string): string => {
    const found = all.find(({ id, name }) => id === typed || name === typed);
    if (found) return found.id;
    throw missing(
      { zh: `规定里的${what.zh}`, en: `${what.en} of this text` },
      typed,
      all.flatMap(({ id, name }) => [id, name]),
    );
  };

function noReading(typed: string, readings: readonly string[]): Usage {
  const near = nearest(typed, readings);
  return new Usage({
    zh: `没有“${typed}”这个读法${near ? `，是不是“${near}”？` : ''}有：${readings.join('、') || '（这份规定没有要确认的读法）'}`,
    en: `there is no reading “${typed}”${near ? `; is it “${near}”?` : ''} There are: ${readings.join(', ') || 'none'}`,
  });
}
