/** What the text leaves to its adopter: a time, a period, a number, a time of the day; with what the text suggests. */
import { Button, Input } from 'antd';
import { others } from '../../../core/regulation/measures.ts';
import type { Binding, Questions } from '../../../server/contract/adoption.ts';
import { Field } from '../../parts/field.tsx';
import { EachValue } from './each-value.tsx';

type Asked = Questions['values'][number];
type Value = Binding['values'][string];
type Props = { asked: Asked; value: Value | undefined; onChange: (value: Value) => void };

const units: Readonly<Record<string, string>> = {
  'working day': '个工作日',
  day: '天',
  hour: '小时',
  minute: '分钟',
  week: '周',
  month: '个月',
  year: '年',
};
const periods: Readonly<Record<string, string>> = {
  day: '每天',
  'working day': '每个工作日',
  week: '每周',
  'half-month': '每半月',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

/** `5 working days` → 5 and `working day`. */
export function parted(text: string): { n: string; unit: string } {
  const [, n = '', unit = ''] = /^(\S*)\s*(.*?)$/.exec(text.trim()) ?? [];
  const single = unit.replace(/s$/, '');
  return { n, unit: Object.hasOwn(units, single) ? single : 'working day' };
}
export const joined = (n: string, unit: string): string => (n === '' ? '' : `${n} ${unit}${n === '1' ? '' : 's'}`);

type Said = { id: string; text: string; onChange: (text: string) => void };

function Duration({ id, text, onChange }: Said) {
  const { n, unit } = parted(text);
  return (
    <span className="duration">
      <Input
        id={id}
        inputMode="numeric"
        value={n}
        maxLength={10}
        onChange={(e) => onChange(joined(e.target.value.replace(/\s/g, ''), unit))}
      />
      <select aria-label="时间单位" value={unit} onChange={(e) => onChange(joined(n || '1', e.target.value))}>
        {Object.entries(units).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

function Entry({ id, asked, text, onChange }: Said & { asked: Asked }) {
  switch (asked.is) {
    case 'duration':
      return <Duration id={id} text={text} onChange={onChange} />;
    case 'period':
      return (
        <select id={id} value={text} onChange={(e) => onChange(e.target.value)}>
          <option value="">选一个</option>
          {Object.entries(periods).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <Input
          id={id}
          inputMode="decimal"
          value={text}
          maxLength={20}
          onChange={(e) => onChange(e.target.value.trim())}
        />
      );
    case 'clock':
      return <input id={id} type="time" value={text} onChange={(e) => onChange(e.target.value)} />;
  }
}

/** The value of all the others, and those that differ. */
function parts(value: Value | undefined): { text: string; own: Readonly<Record<string, string>> } {
  if (value === undefined || typeof value === 'string') return { text: value ?? '', own: {} };
  const { [others]: text = '', ...own } = value;
  return { text, own };
}
const together = (text: string, own: Readonly<Record<string, string>>): Value =>
  Object.keys(own).length === 0 ? text : { ...(text && { [others]: text }), ...own };

export function ValueField({ asked, value, onChange }: Props) {
  const { name, suggest, suggestSays = suggest, each } = asked;
  const { text, own } = parts(value);
  const change = (next: string) => onChange(together(next, own));
  const tools = suggest !== undefined && text !== suggest && (
    <Button size="small" onClick={() => change(suggest)}>
      用建议的{suggestSays}
    </Button>
  );
  return (
    <Field label={name} {...(suggestSays ? { hint: `建议 ${suggestSays}` } : {})} tools={tools}>
      {({ id }) => (
        <>
          <Entry id={id} asked={asked} text={text} onChange={change} />
          {each && (
            <EachValue
              each={each}
              own={own}
              first={text || (suggest ?? '')}
              onChange={(next) => onChange(together(text, next))}
              entry={(one, said, set) => <Entry id={one} asked={asked} text={said} onChange={set} />}
            />
          )}
        </>
      )}
    </Field>
  );
}
