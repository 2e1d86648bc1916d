/** Whose rule it becomes: the unit that adopts, the real units of its actors, and the numbers that it leaves open. */
import { Button } from 'antd';
import type { Checked, Questions } from '../../../server/contract/adoption.ts';
import { Box } from '../../parts/box.tsx';
import { Notice } from '../../parts/error-box.tsx';
import type { Change, Draft } from './draft.ts';
import { ManyUnits, OneUnit, type Units } from './unit-fields.tsx';
import { ValueField } from './value-field.tsx';

type Props = { draft: Draft; change: Change; units: Units; checked: Checked | undefined };
type Parts = { draft: Draft; change: Change; units: Units; questions: Questions };

function Roles({ draft: { roles }, change, units, questions }: Parts) {
  const set = (id: string, bound: string[]) => change({ roles: { ...roles, [id]: bound } });
  const among = (within: string | undefined) =>
    within === undefined ? units : units.filter((unit) => roles[within]?.includes(unit.id));
  return questions.roles.map(({ id, name, many, within, guess }) => {
    const bound = roles[id] ?? [];
    return (
      <div key={id} className="role">
        {many ? (
          <ManyUnits label={name} units={among(within)} value={bound} onChange={(next) => set(id, next)} />
        ) : (
          <OneUnit label={name} units={units} value={bound[0] ?? ''} onChange={(next) => set(id, next ? [next] : [])} />
        )}
        {guess && !bound.includes(guess.id) && (
          <p className="dim small">
            有同名的单位“{guess.name}”，
            <Button size="small" onClick={() => set(id, many ? [...bound, guess.id] : [guess.id])}>
              就是它
            </Button>
          </p>
        )}
      </div>
    );
  });
}

function Leads({ draft: { leads, roles }, change, units, questions }: Parts) {
  return questions.leads.map(({ id, name, role, cite }) => (
    <ManyUnits
      key={id}
      label={`栏目“${name}”由谁承办（${cite}）`}
      units={units.filter((unit) => roles[role]?.includes(unit.id))}
      value={leads[id] ?? []}
      onChange={(next) => change({ leads: { ...leads, [id]: next } })}
    />
  ));
}

function Values({ draft: { values }, change, questions }: Omit<Parts, 'units'>) {
  return questions.values.map((asked) => (
    <ValueField
      key={asked.id}
      asked={asked}
      value={values[asked.id]}
      onChange={(next) => {
        const { [asked.id]: _, ...rest } = values;
        change({ values: next === '' ? rest : { ...rest, [asked.id]: next } });
      }}
    />
  ));
}

function Home({ draft: { home }, change, questions }: Omit<Parts, 'units'>) {
  if (questions.columns.length === 0) return null;
  const names = home.flatMap((id) => questions.columns.find((one) => one.id === id)?.name ?? []);
  return (
    <details className="many-units">
      <summary>
        <b>新开的栏目里，首页显示哪些</b>：{names.join('、') || '都不显示'}
      </summary>
      <fieldset>
        <legend className="vh">首页显示的栏目，先勾的排在前</legend>
        {questions.columns.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={home.includes(id)}
              onChange={(e) => change({ home: e.target.checked ? [...home, id] : home.filter((one) => one !== id) })}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

export function BindingBox({ draft, change, units, checked }: Props) {
  const { questions, last } = checked ?? {};
  const parts = questions && { draft, change, units, questions };
  return (
    <Box title="二、采用单位和对应">
      <OneUnit
        label="采用单位"
        hint="对这个单位和它下面的单位施行"
        units={units}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
      />
      {last && (
        <Notice tone="pending">
          已照这个单位采用第 {last.version} 版（{last.from} 起）时的对应填好，请逐项核对；读法的文字变了的，要重新同意。
        </Notice>
      )}
      {parts && draft.unit && (
        <>
          {questions.roles.length > 0 && <h3>规定里说的单位，在这里是哪个</h3>}
          <Roles {...parts} />
          <Leads {...parts} />
          {questions.values.length > 0 && <h3>规定留给采用单位定的</h3>}
          <Values {...parts} />
          <Home {...parts} />
        </>
      )}
    </Box>
  );
}
