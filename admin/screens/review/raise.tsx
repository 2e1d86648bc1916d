/** A reviewer may find a text weightier than its writer said: only higher values are offered. */
import { useId } from 'react';
import { type RaisedFacets, reaches, weights } from '../../../server/contract/views.ts';
import { reachNames, sensitiveNames, weightNames } from '../../words.ts';
import '../../style/raise.css';

type Facets = RaisedFacets;
export type Raised = Partial<Facets>;
type Props = { facets: Facets; raised: Raised; change: (raised: Raised) => void };
type OneProps<K extends string> = {
  label: string;
  from: K;
  values: readonly K[];
  names: Readonly<Record<K, { name: string; means: string }>>;
  value: K | undefined;
  onChange: (value: K | undefined) => void;
};

/** The browser's own list: on a phone it opens at the thumb, and it weighs nothing. */
function One<K extends string>({ label, from, values, names, value, onChange }: OneProps<K>) {
  const id = useId();
  const higher = values.slice(values.indexOf(from) + 1);
  if (higher.length === 0) return null;
  return (
    <div className="raise-one">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(e) => onChange(higher.find((v) => v === e.target.value))}>
        <option value="">{names[from].name}（不变）</option>
        {higher.map((v) => (
          <option key={v} value={v}>
            调为{names[v].name}：{names[v].means}
          </option>
        ))}
      </select>
    </div>
  );
}

function without<K extends keyof Facets>(raised: Raised, key: K): Raised {
  const { [key]: _, ...rest } = raised;
  return rest as Raised;
}

export function Raise({ facets, raised, change }: Props) {
  const set =
    <K extends keyof Facets>(key: K) =>
    (value: Facets[K] | undefined) =>
      change(value ? { ...raised, [key]: value } : without(raised, key));
  return (
    <details className="raise">
      <summary>属性报低了？可以调高</summary>
      <p className="dim small">调高以后，审批链照新的属性重排，已办的步骤保留。只能调高，不能调低。</p>
      <One
        label="涉及范围"
        from={facets.reach}
        values={reaches}
        names={reachNames}
        value={raised.reach}
        onChange={set('reach')}
      />
      <One
        label="重要程度"
        from={facets.weight}
        values={weights}
        names={weightNames}
        value={raised.weight}
        onChange={set('weight')}
      />
      <One
        label="是否敏感"
        from={facets.sensitive}
        values={['no', 'yes'] as const}
        names={sensitiveNames}
        value={raised.sensitive}
        onChange={set('sensitive')}
      />
    </details>
  );
}
