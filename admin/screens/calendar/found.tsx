/** What was found in a file of days: each slip with its line, or what changes against what is held. */
import type { CheckedDays } from '../../../server/contract/calendar.ts';
import { Notice } from '../../parts/error-box.tsx';
import { Light } from '../../parts/light.tsx';

const shownMax = 50;

export function Faults({ faults, text }: { faults: CheckedDays['faults']; text: string }) {
  const lines = text.split(/\r\n|\r|\n/);
  return (
    <>
      <div className="notice breached" role="status">
        <Light tone="breached" />
        <p>有 {faults.length} 处要改，改好以前不能导入。</p>
      </div>
      <ul className="said-lines" aria-label="检查出的问题">
        {faults.slice(0, shownMax).map(({ message, line, column }) => (
          <li key={`${line} ${column} ${message}`} className="fault">
            <Light tone="breached" />
            <span>
              {line !== undefined && `第 ${line} 行：`}
              {message}
              {line !== undefined && <code>{lines[line - 1]?.trim().slice(0, 120)}</code>}
            </span>
          </li>
        ))}
      </ul>
      {faults.length > shownMax && <p className="dim">另有 {faults.length - shownMax} 处，改好这些再检查。</p>}
    </>
  );
}

type Found = NonNullable<CheckedDays['found']>;
type Day = Found['changes'][number]['is'];
const says = (day: Day): string => (day ? `${day.name}${day.isOff ? '放假' : '补班'}` : '平常');

export function Changes({ found, whose }: { found: Found; whose: string }) {
  const { year, off, worked, changes, isNew } = found;
  return (
    <>
      <Notice tone="met">
        <p>
          {whose}
          {year} 年：放假 {off} 天（含周末），补班 {worked} 天。
          {isNew ? '这一年还没有导入过。' : changes.length === 0 ? '和已经导入的完全一样，不用再导入。' : ''}
        </p>
      </Notice>
      {!isNew && changes.length > 0 && (
        <table className="changed-days">
          <caption>和已经导入的相比，变了 {changes.length} 天</caption>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">原来</th>
              <th scope="col">现在</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ on, was, is }) => (
              <tr key={on}>
                <td>{on}</td>
                <td>{says(was)}</td>
                <td>{says(is)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
