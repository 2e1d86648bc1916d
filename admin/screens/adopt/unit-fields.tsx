/** Units chosen by name: one from a list, or several by ticks. Those below others stand further in. */
import type { StaffView } from '../../../server/contract/registers.ts';
import { Field } from '../../parts/field.tsx';

export type Units = ReadonlyArray<Pick<StaffView['units'][number], 'id' | 'name' | 'level'>>;

type One = { label: string; hint?: string; units: Units; value: string; onChange: (unit: string) => void };

export function OneUnit({ label, hint, units, value, onChange }: One) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {({ status, ...a }) => (
        <select {...a} value={value} onChange={(e) => onChange(e.target.value)}>
          <option value="">选一个单位</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {'　'.repeat(unit.level)}
              {unit.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Many = { label: string; units: Units; value: readonly string[]; onChange: (units: string[]) => void };

export function ManyUnits({ label, units, value, onChange }: Many) {
  const chosen = units.filter((unit) => value.includes(unit.id)).map((unit) => unit.name);
  const toggle = (id: string, isIn: boolean) => onChange(isIn ? [...value, id] : value.filter((one) => one !== id));
  return (
    <details className="many-units">
      <summary>
        <b>{label}</b>：{chosen.length > 0 ? chosen.join('、') : <span className="nobody">还没有选</span>}
      </summary>
      <fieldset>
        <legend className="vh">{label}是哪些单位</legend>
        {units.map((unit) => (
          <label key={unit.id} className={`level-${Math.min(unit.level, 3)}`}>
            <input
              type="checkbox"
              checked={value.includes(unit.id)}
              onChange={(e) => toggle(unit.id, e.target.checked)}
            />
            {unit.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
