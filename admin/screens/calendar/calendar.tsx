/** The working days of a year, by which deadlines are counted: holidays in words, then the year as on a wall. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { addMonths } from '../../../core/duration.ts';
import type { CalendarView } from '../../../server/contract/registers.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Light } from '../../parts/light.tsx';
import { type Column, List, Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { dayOf } from '../../parts/time.tsx';
import { calendar, calendarRights } from '../../queries.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import { Month } from './month.tsx';
import { WhoLoads } from './who-loads.tsx';
import '../../style/calendar.css';

const columns: ReadonlyArray<Column<Holiday & { unit?: string }>> = [
  { name: '节日', className: 'title', cell: (h) => (h.unit ? `${h.name}（${h.unit}）` : h.name) },
  { name: '放假', cell: (h) => h.off || '—' },
  { name: '天数', cell: (h) => `${h.count} 天` },
  { name: '补班', cell: (h) => h.worked || '—' },
];

function Year({ view }: { view: CalendarView }) {
  const { year, years } = view;
  const id = useId();
  const navigate = useNavigate();
  const all = [...new Set([...years, year])].sort((a, b) => b - a);
  return (
    <span className="year">
      <label htmlFor={id}>年份</label>
      <select
        id={id}
        value={year}
        onChange={(e) => void navigate({ to: '/calendar', search: { year: Number(e.target.value) } })}
      >
        {all.map((one) => (
          <option key={one} value={one}>
            {one} 年
          </option>
        ))}
      </select>
    </span>
  );
}

function Loaded({ view, asked }: { view: CalendarView; asked: Parameters<typeof List>[0]['asked'] }) {
  const { year, days, own, workdays, loaded } = view;
  const units = own.flatMap((one) => holidaysOf(one.days).map((h) => ({ ...h, unit: one.unit.name })));
  const byDay = new Map(days.map((day) => [day.on, day]));
  const total = workdays.reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Box
        title={`${year} 年放假安排`}
        extra={loaded ? `${loaded.by.name} ${dayOf(loaded.at)} 导入` : '随程序提供'}
        bare
      >
        <List
          caption={`${year} 年放假安排`}
          asked={asked}
          rows={[...holidaysOf(days), ...units]}
          id={(h) => `${h.name} ${'unit' in h ? h.unit : ''}`}
          columns={columns}
          empty={<Empty says="这一年没有与平常不同的日子。" />}
        />
      </Box>
      <Box title={`${year} 年日历`} extra={`全年 ${total} 个工作日`}>
        <div className="months">
          {workdays.map((n, i) => {
            const first = addMonths(`${year}-01-01`, i);
            return <Month key={first} first={first} workdays={n} days={byDay} today={view.today} />;
          })}
        </div>
      </Box>
    </>
  );
}

export function WorkingDays() {
  const { year } = useSearch({ from: '/inside/calendar' });
  const asked = useQuery(calendar(year));
  const { data: rights } = useQuery(calendarRights);
  const view = asked.data;
  const mayLoad = rights !== undefined && (rights.isForAll || rights.units.length > 0);
  return (
    <Page
      title="放假安排"
      sub="期限里的工作日按这里计算：周一至周五上班，放假和补班以国务院办公厅的通知为准。"
      side={
        <>
          {mayLoad && <Link to="/calendar/load">导入放假安排</Link>}
          {view && <Year view={view} />}
        </>
      }
    >
      <Trouble asked={asked} />
      {view?.alarm && (
        <div className="notice warned" role="status">
          <Light tone="warned" />
          <div>
            {view.alarm}。国务院办公厅发通知后就可以导入。
            {rights && !rights.isForAll && <WhoLoads rights={rights} />}
          </div>
        </div>
      )}
      {!view && !asked.error && <Waiting lines={8} />}
      {view && !view.isLoaded && <Empty says={`${view.year} 年的放假安排还没有导入，这一年的期限都是待定。`} />}
      {view?.isLoaded && <Loaded view={view} asked={{ ...asked, error: null }} />}
    </Page>
  );
}
