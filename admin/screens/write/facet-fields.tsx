/** What kind of text it is, and how far it reaches: these decide who has to agree. Every choice says what it means. */
import { Radio } from 'antd';
import { useId } from 'react';
import { disclosures, kinds, type LawView, reaches, weights } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { Field } from '../../parts/field.tsx';
import { Law } from '../../parts/law.tsx';
import { disclosureNames, kindNames, reachNames, sensitiveNames, weightNames } from '../../words.ts';

type Choices<K extends string> = Readonly<Record<K, { name: string; means: string }>>;
type OneProps<K extends string> = {
  label: string;
  values: readonly K[];
  names: Choices<K>;
  value: K;
  onChange: (value: K) => void;
};

function One<K extends string>({ label, values, names, value, onChange }: OneProps<K>) {
  const id = useId();
  return (
    <fieldset className="one">
      <legend id={id}>{label}</legend>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onChange={(e) => onChange(e.target.value as K)}
        options={values.map((v) => ({
          value: v,
          label: (
            <>
              {names[v].name} <span className="dim">{names[v].means}</span>
            </>
          ),
        }))}
      />
    </fieldset>
  );
}

type Props = {
  draft: Draft;
  change: (draft: Draft) => void;
  /** The article that asks for the way of disclosure; the field is there only where one does. */
  disclosureLaw: LawView | undefined;
};

export function FacetFields({ draft, change, disclosureLaw }: Props) {
  const { body } = draft;
  const set = (part: Partial<Draft['body']>) => change({ ...draft, body: { ...body, ...part } });
  const facet = (part: Partial<Draft['body']['facets']>) => set({ facets: { ...body.facets, ...part } });
  const { reach, weight, sensitive, disclosure } = body.facets;
  return (
    <div className="facets">
      <Field label="种类">
        {({ status, ...a }) => (
          <select
            {...a}
            value={body.kind}
            onChange={(e) => set({ kind: kinds.find((k) => k === e.target.value) ?? body.kind })}
          >
            {kinds.map((k) => (
              <option key={k} value={k}>
                {kindNames[k]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <One label="涉及范围" values={reaches} names={reachNames} value={reach} onChange={(v) => facet({ reach: v })} />
      <One
        label="重要程度"
        values={weights}
        names={weightNames}
        value={weight}
        onChange={(v) => facet({ weight: v })}
      />
      <One
        label="是否敏感"
        values={['no', 'yes'] as const}
        names={sensitiveNames}
        value={sensitive}
        onChange={(v) => facet({ sensitive: v })}
      />
      {(disclosureLaw || disclosure !== 'open') && (
        <One
          label="公开方式"
          values={disclosures}
          names={disclosureNames}
          value={disclosure}
          onChange={(v) => facet({ disclosure: v })}
        />
      )}
      {disclosureLaw && (
        <p className="dim small">
          拟稿时就要定公开方式，依据 <Law law={disclosureLaw} />
        </p>
      )}
    </div>
  );
}
