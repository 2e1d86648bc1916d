/** Columns, sites or units with a value of their own, beside that of all the others. */
import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Questions } from '../../../server/contract/adoption.ts';

type Each = NonNullable<Questions['values'][number]['each']>;
type Props = {
  each: Each;
  own: Readonly<Record<string, string>>;
  /** What a new one begins with. */
  first: string;
  onChange: (own: Readonly<Record<string, string>>) => void;
  entry: (id: string, text: string, onChange: (text: string) => void) => ReactNode;
};

export function EachValue({ each: { kind, of }, own, first, onChange, entry }: Props) {
  const id = useId();
  const set = Object.entries(own);
  const nameOf = (one: string) => of.find((each) => each.id === one)?.name ?? `已经不在的${kind}`;
  return (
    <details className="each-value" open={set.length > 0}>
      <summary>{set.length > 0 ? `${set.length} 个${kind}另定，其余的照上面` : `有的${kind}要另定，在这里写`}</summary>
      <ul>
        {set.map(([one, text]) => (
          <li key={one} className="one-value">
            <label className="one-value-name" htmlFor={`${id}-${one}`}>
              {nameOf(one)}
            </label>
            {entry(`${id}-${one}`, text, (next) => onChange({ ...own, [one]: next }))}
            <Button
              size="small"
              aria-label={`${nameOf(one)}不再另定`}
              onClick={() => onChange(Object.fromEntries(set.filter(([other]) => other !== one)))}
            >
              不再另定
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={`${id}-more`}>再加一个{kind}</label>
      <select id={`${id}-more`} value="" onChange={(e) => onChange({ ...own, [e.target.value]: first })}>
        <option value="">选一个{kind}</option>
        {of
          .filter((one) => !Object.hasOwn(own, one.id))
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
    </details>
  );
}
