/** What the text leaves to its adopter: a time, a period, a number, a time of the day; with what the text suggests. */
import { Button, Input } from 'antd';
import type { Binding, Questions } from '../../../server/contract/adoption.ts';
import { Field } from '../../parts/field.tsx';

type Asked = Questions['values'][number];
type Value = Binding['values'][string];
type Props = { asked: Asked; value: Value | undefined; onChange: (value: string) => void };

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

function Duration({ id, text, onChange }: { id: string; text: string; onChange: Props['onChange'] }) {
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

function Entry({ id, asked, text, onChange }: { id: string; asked: Asked; text: string; onChange: Props['onChange'] }) {
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

export function ValueField({ asked, value, onChange }: Props) {
  const { name, suggest, suggestSays = suggest } = asked;
  const each = typeof value === 'object' ? Object.keys(value).length : 0;
  const text = typeof value === 'string' ? value : '';
  const tools = suggest !== undefined && text !== suggest && (
    <Button size="small" onClick={() => onChange(suggest)}>
      用建议的{suggestSays}
    </Button>
  );
  return (
    <Field label={name} {...(suggestSays ? { hint: `建议 ${suggestSays}` } : {})} tools={tools}>
      {({ id }) => (
        <>
          <Entry id={id} asked={asked} text={text} onChange={onChange} />
          {each > 0 && <p className="dim small">现在 {each} 个栏目（单位）分别定，不改就照旧；在这里填了就都一样。</p>}
        </>
      )}
    </Field>
  );
}
