/** On which days somebody is away, and what whoever may does about it: registers another, or ends one before its day. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AbsenceView } from '../../../server/contract/absences.ts';
import { absences } from '../../queries.ts';
import { Away, Back } from './away.tsx';

const daysOf = ({ from, until }: AbsenceView): string => (from === until ? from : `${from} 至 ${until}`);

function Absence({ one, name, onBack }: { one: AbsenceView; name: string; onBack: (() => void) | undefined }) {
  return (
    <li className="absence">
      <b>
        {one.running ? '正在外出' : '将要外出'} {daysOf(one)}
      </b>
      {one.words && <span>{one.words}</span>}
      {one.by.name !== name && <span className="dim small">由{one.by.name}登记</span>}
      {onBack && (
        <Button
          size="small"
          aria-label={`${one.running ? '提前回岗' : '取消或缩短'}：${name} ${daysOf(one)}`}
          onClick={onBack}
        >
          {one.running ? '提前回岗' : '取消或缩短'}
        </Button>
      )}
    </li>
  );
}

/** Nothing is drawn for who may not and of whom nothing is registered. */
export function Absences({ id }: { id: string }) {
  const [open, setOpen] = useState<AbsenceView | 'new'>();
  const { data } = useQuery(absences(id));
  if (!data || (!data.may && data.items.length === 0)) return null;
  const { person, today, may, items } = data;
  const close = () => setOpen(undefined);
  return (
    <section className="absences" aria-label="外出登记">
      <h3>外出登记</h3>
      {items.length === 0 && <p className="dim">没有登记外出。</p>}
      <ul>
        {items.map((one) => (
          <Absence key={one.id} one={one} name={person.name} onBack={may ? () => setOpen(one) : undefined} />
        ))}
      </ul>
      {may && <Button onClick={() => setOpen('new')}>登记外出</Button>}
      {open === 'new' && <Away person={person} today={today} onClose={close} />}
      {open !== undefined && open !== 'new' && <Back one={open} name={person.name} today={today} onClose={close} />}
    </section>
  );
}
