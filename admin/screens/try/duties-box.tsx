/** What each duty would have come to: most trouble first, who, and on which events it rests. */
import { Button } from 'antd';
import type { TrialDuties } from '../../../server/contract/trial.ts';
import { Box } from '../../parts/box.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { LineView } from '../board/line-view.tsx';
import { saveDuties } from './tables.ts';
import { Working } from './working.tsx';

type Row = TrialDuties['duties'][number];
type Bearer = Row['bearers'][number];
type Asked = { data: TrialDuties | undefined; error: unknown; dataUpdatedAt: number; refetch: () => unknown };

/** 12 次：达到 8，违反 4（其中补做 1） */
function counted({ lines, met, breached, late, open, provisional }: Omit<Bearer, 'name' | 'worst'>): string {
  const parts = [`达到 ${met}`, `违反 ${breached}${late > 0 ? `（其中补做 ${late}）` : ''}`];
  if (open > 0) parts.push(`还在期内 ${open}`);
  if (provisional > 0) parts.push(`暂定 ${provisional}`);
  return `${lines} 次：${parts.join('，')}`;
}

function BearerView({ bearer, at }: { bearer: Bearer; at: string }) {
  return (
    <li>
      <p>
        <b>{bearer.name}</b>，{counted(bearer)}
      </p>
      {bearer.worst.length > 0 && (
        <details className="worst">
          <summary>看凭据（最要紧的 {bearer.worst.length} 次）</summary>
          <ul className="lines">
            {bearer.worst.map((line) => (
              <LineView key={line.key} line={line} at={at} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Duty({ row, at }: { row: Row; at: string }) {
  return (
    <li className={row.breached > 0 ? 'tried breached' : 'tried'}>
      <h3>
        {row.says}
        <small>（{row.law.cite}）</small>
      </h3>
      <p>{counted(row)}</p>
      {row.bearers.length > 0 && (
        <details open={row.breached > 0}>
          <summary>谁负责（{row.bearers.length} 个单位）</summary>
          <ul className="bearers">
            {row.bearers.map((bearer) => (
              <BearerView key={bearer.name} bearer={bearer} at={at} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Rows({ rows, at }: { rows: readonly Row[]; at: string }) {
  return (
    <ul className="tried-list" aria-label="可以评判的职责">
      {rows.map((row) => (
        <Duty key={row.duty} row={row} at={at} />
      ))}
    </ul>
  );
}

export function DutiesBox({ asked, since }: { asked: Asked; since: string }) {
  const { data } = asked;
  const judged = data?.duties.filter((row) => !row.waits) ?? [];
  const waiting = data?.duties.filter((row) => row.waits) ?? [];
  const save = data && data.duties.length > 0 && <Button onClick={() => saveDuties(data, since)}>导出表格</Button>;
  return (
    <Box title="各项职责会怎样" extra={save}>
      <Trouble asked={asked} />
      {!data && !asked.error && <Working what="正在按草案核对每一项职责" />}
      {data && data.unbound.length > 0 && (
        <Notice tone="warned">
          {data.unbound.map((one) => (
            <p key={one}>{one}，有关的职责没有算。</p>
          ))}
        </Notice>
      )}
      {data && data.duties.length === 0 && <Empty says="这份文本里没有可以推演的职责。" />}
      {data && <Rows rows={judged} at={data.at} />}
      {waiting.length > 0 && (
        <details className="waits">
          <summary>另有 {waiting.length} 项职责已写明，系统还不能办，不作评判</summary>
          <ul>
            {waiting.map((row) => (
              <li key={row.duty}>
                {row.says}（{row.law.cite}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </Box>
  );
}
