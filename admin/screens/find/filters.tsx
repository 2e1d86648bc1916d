/** What a search of articles is narrowed to. Each choice is a part of the address. */
import { useNavigate } from '@tanstack/react-router';
import { Field } from '../../parts/field.tsx';
import { stateWords } from '../../words.ts';
import type { Found } from './find.tsx';
import type { FindSearch } from './search.ts';

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
        <input {...a} type="date" value={search[name] ?? ''} onChange={(e) => set(name, e.target.value)} />
      )}
    </Field>
  );
  const isOpen = Boolean(search.state || search.site || search.column || search.from || search.to);
  return (
    <details className="find-filters" open={isOpen}>
      <summary>只在一部分稿件里找</summary>
      <div className="fields">
        {choice('state', '状态', Object.entries(stateWords))}
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
