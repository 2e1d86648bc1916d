/** The column that gives the article its address, and the other columns that carry it too. */
import { Select } from 'antd';
import type { PlacementView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { Field } from '../../parts/field.tsx';
import { Law } from '../../parts/law.tsx';
import type { Where } from './editor.tsx';

type Props = {
  draft: Draft;
  change: (draft: Draft) => void;
  where: Where;
  /** The column of an article that exists already: it keeps it. */
  fixed: string | undefined;
  view: PlacementView | undefined;
  errors: Readonly<Record<string, string>>;
};

const choices = (where: Where, without: readonly string[]) =>
  where.sites
    .map((s) => ({
      label: s.name,
      title: s.name,
      options: s.columns
        .filter((c) => !without.includes(c.id))
        .map((c) => ({ value: c.id, label: `${s.name} · ${c.name}`, leads: c.leads })),
    }))
    .filter((s) => s.options.length > 0);

const byWords = (typed: string, option?: { label?: unknown }) => String(option?.label ?? '').includes(typed.trim());

function find(where: Where, id: string | undefined) {
  return where.sites.flatMap((s) => s.columns).find((c) => c.id === id);
}

export function WhereFields({ draft, change, where, fixed, view, errors }: Props) {
  const [home, ...also] = draft.columnIds;
  const column = find(where, home);
  const taken = view?.siblings.map((s) => s.column.id) ?? [];
  return (
    <>
      <Field label="栏目" error={errors.columnId}>
        {(a) =>
          fixed && view ? (
            <p id={a.id} className="fixed-value">
              {view.site.name} · {view.column.name}
            </p>
          ) : (
            <Select
              {...a}
              showSearch={{ filterOption: byWords }}
              placeholder="选一个栏目"
              value={home ?? null}
              options={choices(where, also)}
              onChange={(id: string | null) =>
                id && change({ ...draft, columnIds: [id, ...also.filter((x) => x !== id)] })
              }
            />
          )
        }
      </Field>
      {column && (
        <p className="dim small">
          {column.leads}负责这个栏目（
          <Law law={column.law} />）
        </p>
      )}
      <Field label="同时报送" hint="可以不选；各走各的审批链" error={errors.also}>
        {(a) => (
          <Select
            {...a}
            mode="multiple"
            showSearch={{ filterOption: byWords }}
            placeholder={home ? '还要登的栏目' : '先选栏目'}
            disabled={!home}
            value={also}
            options={choices(where, home ? [home, ...taken] : taken)}
            onChange={(ids: string[]) => change({ ...draft, columnIds: home ? [home, ...ids] : [] })}
          />
        )}
      </Field>
    </>
  );
}
