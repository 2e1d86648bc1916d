/** How a block stands on the day that is looked at: the lines of a duty, the texts that went a flow. */
import { Link } from '@tanstack/react-router';
import { type Status, statusNames } from '../../../core/duty/verdict.ts';
import type { RuleState } from '../../../server/contract/duties.ts';
import { Light, type Tone } from '../../parts/light.tsx';
import { LateWeeks } from './late-weeks.tsx';
import '../../style/tally.css';

/** Worst first, as everywhere. */
const words = Object.entries(statusNames) as [Status, string][];
export type Sums = RuleState['duties'][number]['sums'];

/** A bar and its counts; the counts say the same in words. Opens the lines, each with the events that it rests on. */
export function DutyLive({ id, state }: { id: string; state: RuleState }) {
  const duty = state.duties.find((one) => one.id === id);
  if (!duty) return <p className="small">这一天没有要核对的对象。</p>;
  const all = words.flatMap(([tone, name]) => (duty.sums[tone] > 0 ? [{ tone, name, n: duty.sums[tone] }] : []));
  const total = all.reduce((sum, { n }) => sum + n, 0);
  return (
    <div className="tally">
      <div className="bar" aria-hidden="true">
        {all.toReversed().map(({ tone, n }) => (
          <i key={tone} className={tone} style={{ flexGrow: n }} />
        ))}
      </div>
      <ul>
        {all.map(({ tone, name, n }) => (
          <li key={tone} className={tone}>
            <Light tone={tone} />
            <b>{n}</b> {name}
          </li>
        ))}
        <li>
          <Link
            to="."
            search={(kept: object) => ({ ...kept, duty: id })}
            hash={(kept) => kept ?? ''}
            resetScroll={false}
          >
            看这 {total} 项和凭据
          </Link>
        </li>
      </ul>
      {duty.weeks && <LateWeeks weeks={duty.weeks} />}
    </div>
  );
}

export function FlowLive({ id, state }: { id: string; state: RuleState }) {
  const flow = state.flows.find((one) => one.id === id);
  if (!flow) return <p className="small">还没有稿件走过这条流程。</p>;
  return (
    <p className="small">
      近 30 天送审 <b>{flow.sent}</b> 件，发布 <b>{flow.published}</b> 件；在办 <b>{flow.open}</b> 件。
    </p>
  );
}

/** Of all duties under an article, for the contents. */
export function troubleIn(ids: readonly string[], state: RuleState | undefined): { tone: Tone; n: number } | undefined {
  const mine = state?.duties.filter(({ id }) => ids.includes(id)) ?? [];
  const count = (tone: Tone) => mine.reduce((sum, { sums }) => sum + sums[tone], 0);
  return (['breached', 'warned'] as const).map((tone) => ({ tone, n: count(tone) })).find(({ n }) => n > 0);
}
