/** What a search of articles is narrowed to. Each choice is a part of the address. */
import { useNavigate } from '@tanstack/react-router';
import { Field } from '../../parts/field.tsx';
import type { Found } from './find.tsx';
import type { FindSearch, FindState } from './search.ts';

const states: Readonly<Record<FindState, string>> = {
  draft: '草稿',
  review: '送审中',
  approved: '已批准',
  published: '已发布',
  returned: '被退回',
  withdrawn: '已撤下',
  discarded: '已放弃',
};

export function Filters({ search, places }: { search: FindSearch; places: Found['places'] }) {
  const navigate = useNavigate();
  const set = (name: 'state' | 'site' | 'column' | 'from' | 'to', value: string) => {
    const kept: FindSearch = { ...search };
    delete kept.page;
    delete kept[name];
    // A column belongs to its site: with another site it would find nothing.
    if (name === 'site') delete kept.column;
    void navigate({ to: '/find', search: { ...kept, ...(value && { [name]: value }) } });
  };
  const site = places.find(({ id }) => id === search.site);
  const choice = (name: 'state' | 'site' | 'column', label: string, list: readonly (readonly [string, string])[]) => (
    <Field label={label}>
      {({ status, ...a }) => (
        <select {...a} value={search[name] ?? ''} onChange={(e) => set(name, e.target.value)}>
          <option value="">不限</option>
          {list.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const day = (name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {({ status, ...a }) => (
        <input
          {...a}
          className="day"
          type="date"
          value={search[name] ?? ''}
          onChange={(e) => set(name, e.target.value)}
        />
      )}
    </Field>
  );
  const isOpen = Boolean(search.state || search.site || search.column || search.from || search.to);
  return (
    <details className="find-filters" open={isOpen}>
      <summary>只在一部分稿件里找</summary>
      <div className="fields">
        {choice('state', '状态', Object.entries(states))}
        {choice(
          'site',
          '网站',
          places.map(({ id, name }) => [id, name]),
        )}
        {site &&
          choice(
            'column',
            '栏目',
            site.columns.map(({ id, name }) => [id, name]),
          )}
        {day('from', '从哪天')}
        {day('to', '到哪天')}
      </div>
    </details>
  );
}
