/** A block in plain Chinese: its steps or sentences with real units and people, every chain it gives, its own notation. */
import { Link } from '@tanstack/react-router';
import { localDay } from '../../../core/day.ts';
import type { RuleState } from '../../../server/contract/duties.ts';
import type { RuleBlock, RuleSaid, RuleView, SeatView } from '../../../server/contract/registers.ts';
import { DutyLive, FlowLive } from './live.tsx';

const people = (seat: SeatView) => seat.people.map((p) => p.name).join('、');

/** One unit is said in the line; several are folded, and how many of them have nobody is said at once. */
function Seats({ seats, called }: { seats: readonly SeatView[]; called: string }) {
  const [only] = seats;
  if (!only) return null;
  const empty = seats.filter((s) => s.people.length === 0).length;
  if (seats.length === 1)
    return (
      <p className="seats">
        {called}：{people(only) || <b className="nobody">现在没有人</b>}（{only.unit.name}）
      </p>
    );
  return (
    <details className="seats">
      <summary>
        {called}：{seats.length} 个单位{empty > 0 && <b className="nobody">，{empty} 个没有人</b>}
      </summary>
      <ul>
        {seats.map((s) => (
          <li key={s.unit.id}>
            {s.unit.name}：{people(s) || <b className="nobody">没有人</b>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line({ line }: { line: RuleSaid }) {
  return (
    <>
      {line.says}
      {line.seats && <Seats seats={line.seats} called="现在是" />}
      {line.stand && <Seats seats={line.stand} called="代办的" />}
      {line.units && line.units.length > 0 && (
        <p className="seats">现在是：{line.units.map((u) => u.name).join('、')}</p>
      )}
      {line.columns?.map((c) => (
        <p className="seats" key={c.id}>
          <Link to="/sites" hash={c.site.id}>
            {c.site.name} · {c.name}
          </Link>
          ：{c.leads.map((u) => u.name).join('、') || '还没有承办单位'}
        </p>
      ))}
    </>
  );
}

function Chains({ chains }: { chains: RuleBlock['chains'] }) {
  if (chains.length === 0) return null;
  return (
    <details className="chains">
      <summary>各种情形走哪几步（{chains.length} 条不同的流程）</summary>
      <table className="list">
        <caption className="vh">各种情形走哪几步</caption>
        <thead>
          <tr>
            {['情形和谁写的', '步骤', '谁发布'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chains.map((c) => (
            <tr key={[...c.when, ...c.writers, ...c.steps].join()}>
              <td data-name="情形和谁写的">
                {c.when.map((when, i) => (
                  <p key={`${when} ${c.writers[i]}`}>
                    {when}
                    <small>{c.writers[i]}</small>
                  </p>
                ))}
              </td>
              <td data-name="步骤">
                <ol>
                  {c.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </td>
              <td data-name="谁发布">{c.publish.join('；') || '不用发布'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Whoever adopted the text answers for its readings. */
function Reading({ block, rule }: { block: RuleBlock; rule: RuleView }) {
  if (!block.reading) return null;
  const who = block.confirmed
    ? `${rule.adoptedBy.name} ${localDay(Date.parse(rule.adoptedAt))} 采用时确认`
    : '采用时没有确认';
  return (
    <p className="read-so">
      读法（{who}）：{block.reading}
    </p>
  );
}

type Props = { block: RuleBlock; rule: RuleView; state: RuleState | undefined };

export function Block({ block, rule, state }: Props) {
  const Lines = block.ordered ? 'ol' : 'ul';
  return (
    <div className="rule-block">
      <h4>
        <span className="tag strong">{block.kindName}</span> {block.about}
      </h4>
      <Lines className="said-lines">
        {block.lines.map((line) => (
          <li key={line.says}>
            <Line line={line} />
          </li>
        ))}
      </Lines>
      {block.publish.length > 0 && (
        <ul className="said-lines">
          {block.publish.map((line) => (
            <li key={line.says}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
      {[...block.more, ...block.refused].map((says) => (
        <p key={says} className="small">
          {says}
        </p>
      ))}
      {state && block.kind === 'duty' && <DutyLive id={block.id} state={state} />}
      {state && block.kind === 'flow' && block.ordered && <FlowLive id={block.id} state={state} />}
      <Reading block={block} rule={rule} />
      <Chains chains={block.chains} />
      <details className="notation">
        <summary>原写法</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is scrolled by keys too */}
        <pre tabIndex={0}>{`\`\`\`${block.kind} ${block.id}\n${block.text}\n\`\`\``}</pre>
      </details>
    </div>
  );
}
