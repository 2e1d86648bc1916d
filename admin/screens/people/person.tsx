/** One person: every post, and what it lets him do, each under its article. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { StaffView, UnitView } from '../../../server/contract/registers.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { dayOf } from '../../parts/time.tsx';
import { leaving } from '../../queries.ts';
import { Absences } from './absences.tsx';
import { Leave } from './leave.tsx';

type Position = UnitView['positions'][number];

function Post({ unit, position, since }: { unit: UnitView; position: Position; since: string }) {
  return (
    <li>
      <h3>
        {unit.name} {position.name}
      </h3>
      <p className="dim small">{dayOf(since)} 起</p>
      {position.rights.length === 0 && <p>在施行的规定里没有这个岗位，什么也不能做。</p>}
      {position.rights.map((right) => (
        <p key={right.law.clause}>
          {right.verbs.length > 0 ? `可以${right.verbs.join('、')}` : '只设了岗位，没有给系统里的权限'}，依据{' '}
          <Law law={right.law} />
        </p>
      ))}
    </li>
  );
}

/** Offered to whoever may. */
function Leaving({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(leaving(id));
  if (!data?.may) return null;
  return (
    <p>
      <Button onClick={() => setOpen(true)}>办理离岗</Button>
      {open && <Leave all={data} onClose={() => setOpen(false)} />}
    </p>
  );
}

export function Person({ staff, id, onClose }: { staff: StaffView; id: string; onClose: () => void }) {
  const held = staff.units.flatMap((unit) =>
    unit.positions.flatMap((position) =>
      position.holders.filter((h) => h.person.id === id).map((h) => ({ unit, position, ...h })),
    ),
  );
  const leads = staff.units.filter((unit) => unit.leaders.some((l) => l.person.id === id));
  const name = held[0]?.person.name;
  return (
    <Dialog title={name ?? '没有这个人'} side="right" onClose={onClose}>
      {!name && <Empty says="这个人现在不任任何岗位，或者地址写错了。" />}
      <ul className="person-posts">
        {held.map((h) => (
          <Post key={`${h.unit.id} ${h.position.post}`} unit={h.unit} position={h.position} since={h.since} />
        ))}
      </ul>
      {held.length > 0 && <Absences id={id} />}
      {held.length > 0 && <Leaving id={id} />}
      {leads.length > 0 && <p className="led">分管：{leads.map((u) => u.name).join('、')}</p>}
    </Dialog>
  );
}
