/** One month as on a wall: weeks from Monday, days off and make-up workdays by word and colour. */
import { addDays, type Day, weekday } from '../../../core/day.ts';
import { addMonths } from '../../../core/duration.ts';
import type { CalendarView } from '../../../server/contract/registers.ts';

type DayOff = CalendarView['days'][number];
type Props = { first: Day; workdays: number; days: ReadonlyMap<Day, DayOff>; today: Day };

const heads = [...'一二三四五六日'];

/** Rows of seven, from the Monday before the 1st; days of other months are blank. */
function weeksOf(first: Day): readonly (readonly Day[])[] {
  const next = addMonths(first, 1);
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday < next; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  return weeks;
}

function Cell({ day, off, today }: { day: Day; off: DayOff | undefined; today: boolean }) {
  const kind = off ? (off.isOff ? 'off' : 'worked') : weekday(day) > 5 ? 'weekend' : '';
  return (
    <td
      className={kind}
      aria-current={today ? 'date' : undefined}
      title={off && `${off.name}${off.isOff ? '' : '补班'}`}
    >
      {Number(day.slice(8))}
      {off && <b> {off.isOff ? '休' : '班'}</b>}
    </td>
  );
}

export function Month({ first, workdays, days, today }: Props) {
  return (
    <table className="month">
      <caption>
        {Number(first.slice(5, 7))} 月 <span>{workdays} 个工作日</span>
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week[0]}>
            {week.map((day) =>
              day.slice(0, 7) === first.slice(0, 7) ? (
                <Cell key={day} day={day} off={days.get(day)} today={day === today} />
              ) : (
                <td key={day} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
