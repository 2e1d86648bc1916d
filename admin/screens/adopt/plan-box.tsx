/** From which day, what stands against it, what it changes: asked anew whenever something above changes. */
import { Button } from 'antd';
import { useId } from 'react';
import type { PlanView, Questions } from '../../../server/contract/adoption.ts';
import { Box } from '../../parts/box.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { Light } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import type { Change, Draft } from './draft.ts';

type Asked = { data: PlanView | undefined; error: unknown; dataUpdatedAt: number; refetch: () => unknown };
type Props = {
  draft: Draft;
  change: Change;
  questions: Questions;
  asked: Asked;
  /** What is shown is of before the last change. */
  isOld: boolean;
  onAdopt: () => void;
};

function Lines({ title, lines, open }: { title: string; lines: readonly string[]; open?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <details className="plan-lines" open={open}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line} className={line.startsWith('  ') ? 'deeper' : undefined}>
            {line.trim()}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Against({ plan }: { plan: PlanView }) {
  if (plan.reasons.length === 0)
    return (
      <Notice tone="met">
        <p>可以采用。</p>
      </Notice>
    );
  return (
    <div className="notice breached" role="status">
      <Light tone="breached" />
      <div>
        <p>现在还不能采用，有 {plan.reasons.length} 个原因：</p>
        <ul className="against" aria-label="不能采用的原因">
          {plan.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function PlanBox({ draft, change, questions, asked, isOld, onAdopt }: Props) {
  const id = useId();
  const plan = asked.data;
  const ready = plan !== undefined && !isOld && plan.reasons.length === 0 && plan.mayAdopt;
  return (
    <Box title={questions.readings.length > 0 ? '四、施行日期和结果' : '三、施行日期和结果'}>
      <p className="as-of">
        <label htmlFor={id}>从哪天起施行</label>
        <input
          id={id}
          type="date"
          value={draft.from}
          min={questions.earliest}
          onChange={(e) => change({ from: e.target.value })}
        />
        <span className="dim">最早 {questions.earliest}：规定不能倒过去施行</span>
      </p>
      <Trouble asked={asked} />
      {!plan && !asked.error && <Waiting lines={3} />}
      {plan && (
        <div aria-busy={isOld} className="plan">
          <Against plan={plan} />
          <Lines title="代替哪一版" lines={plan.replaces} open />
          <Lines title={`要知道的（${plan.warnings.length}）`} lines={plan.warnings} open />
          <Lines title="栏目" lines={plan.columns} />
          <Lines title={`任职不够的岗位（${plan.posts.length}）`} lines={plan.posts} />
          <Lines title={`已写明、系统还不能办的条款（${plan.idle.length}）`} lines={plan.idle} />
          {!plan.mayAdopt && (
            <Notice tone="warned">
              您可以先看结果，不能采用：采用由规定给了“采用规定”权的岗位办理，没有给谁的，由信息化中心一类单位的网站管理员办理。
            </Notice>
          )}
        </div>
      )}
      <div className="buttons">
        <Button type="primary" disabled={!ready} onClick={onAdopt}>
          采用这份规定
        </Button>
      </div>
    </Box>
  );
}
