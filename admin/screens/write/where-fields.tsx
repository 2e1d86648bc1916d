/** The column that gives the article its address, and the other columns that carry it too. */
import type { PlacementView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { Field } from '../../parts/field.tsx';
import { Law } from '../../parts/law.tsx';
import type { Where } from './writing.tsx';

type Props = {
  draft: Draft;
  change: (draft: Draft) => void;
  where: Where;
  /** The article when it exists already: it keeps its column. */
  view: PlacementView | undefined;
  errors: Readonly<Record<string, string>>;
};

/** Columns by site, in the browser's own list: it is found by typing, read out, and opens at the thumb on a phone. */
function Choices({ where, without }: { where: Where; without: readonly string[] }) {
  return where.sites.map((site) => {
    const columns = site.columns.filter((c) => !without.includes(c.id));
    return columns.length === 0 ? null : (
      <optgroup key={site.id} label={site.name}>
        {columns.map((c) => (
          <option key={c.id} value={c.id}>
            {c.name}
          </option>
        ))}
      </optgroup>
    );
  });
}

function find(where: Where, id: string | undefined) {
  const site = where.sites.find((s) => s.columns.some((c) => c.id === id));
  const column = site?.columns.find((c) => c.id === id);
  return site && column ? { ...column, site: site.name } : undefined;
}

function Also({ ids, where, onDrop }: { ids: readonly string[]; where: Where; onDrop: (id: string) => void }) {
  if (ids.length === 0) return null;
  return (
    <ul className="also" aria-label="同时报送的栏目">
      {ids.map((id) => {
        const column = find(where, id);
        const name = column ? `${column.site} · ${column.name}` : '（不能再报送的栏目）';
        return (
          <li key={id}>
            {name}
            <button type="button" className="close" aria-label={`不报送${name}`} onClick={() => onDrop(id)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function WhereFields({ draft, change, where, view, errors }: Props) {
  const [home, ...also] = draft.columnIds;
  const column = find(where, home);
  const taken = view?.siblings.map((s) => s.column.id) ?? [];
  const set = (ids: readonly string[]) => change({ ...draft, columnIds: [...ids] });
  return (
    <>
      <Field label="栏目" error={errors.columnId}>
        {({ status, ...a }) =>
          view ? (
            <p id={a.id} className="fixed-value">
              {view.site.name} · {view.column.name}
            </p>
          ) : (
            <select {...a} value={home ?? ''} onChange={(e) => set([e.target.value, ...also])}>
              {!home && <option value="">选一个栏目</option>}
              <Choices where={where} without={also} />
            </select>
          )
        }
      </Field>
      {column && (
        <p className="dim small">
          由{column.leads}负责，依据 <Law law={column.law} />
        </p>
      )}
      {home && (
        <Field label="同时报送" hint="可以不选；各走各的审批链" error={errors.also}>
          {({ status, ...a }) => (
            <>
              <select {...a} value="" onChange={(e) => set([home, ...also, e.target.value])}>
                <option value="">再选一个栏目</option>
                <Choices where={where} without={[...draft.columnIds, ...taken]} />
              </select>
              <Also ids={also} where={where} onDrop={(id) => set([home, ...also.filter((x) => x !== id)])} />
            </>
          )}
        </Field>
      )}
    </>
  );
}
