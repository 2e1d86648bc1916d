/** How many lines of a duty ran out in each of the last weeks: bars, and the same in a table. */
import type { LateWeek } from '../../../server/contract/duties.ts';

const [step, high] = [24, 36];
const shortDay = (day: string): string => day.slice(5);

/** The axis begins at zero. */
export function LateWeeks({ weeks }: { weeks: readonly LateWeek[] }) {
  const most = Math.max(...weeks.map(({ n }) => n));
  const total = weeks.reduce((sum, { n }) => sum + n, 0);
  const title = `近 ${weeks.length} 周逾期的项数`;
  return (
    <figure className="late-weeks">
      <figcaption>
        {title}：共 {total} 项
      </figcaption>
      <svg viewBox={`0 0 ${step * weeks.length} ${high + 30}`} aria-hidden="true">
        {weeks.map(({ from, n }, i) => {
          const height = Math.max(1, (n / most) * high);
          return (
            <g key={from} className={n === 0 ? 'none' : i === weeks.length - 1 ? 'now' : ''}>
              <rect x={i * step + 3} y={15 + high - height} width={step - 6} height={height} />
              {n > 0 && (
                <text x={(i + 0.5) * step} y={11 + high - height} textAnchor="middle">
                  {n}
                </text>
              )}
            </g>
          );
        })}
        <text y={high + 28}>{shortDay(weeks[0]?.from ?? '')}</text>
        <text x={step * weeks.length} y={high + 28} textAnchor="end">
          本周
        </text>
      </svg>
      <details>
        <summary>列成表</summary>
        <table className="list">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">那一周的周一</th>
              <th scope="col">逾期</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, n }) => (
              <tr key={from}>
                <td data-name="那一周的周一">{from}</td>
                <td data-name="逾期">{n} 项</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
