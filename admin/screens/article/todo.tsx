/** What this person may do with the article, as the server lists it; grave acts ask first. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { useAct } from '../../act.ts';
import { api } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Box } from '../../parts/box.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { PublishDialog } from '../../parts/publish-dialog.tsx';
import { MarkInvalid } from './mark-invalid.tsx';
import { Say, type Saying, sayings } from './say.tsx';
import { Schedule } from './schedule.tsx';
import { Withdraw } from './withdraw.tsx';

type Asking = Asked | Saying | (typeof own)[number];
/** Each has a dialog of its own. */
const own = ['publish', 'schedule', 'withdraw', 'mark_invalid'] as const;
type Asked = keyof typeof questions;
type Props = { view: PlacementView; onRevise: () => void };

const questions = {
  recall: { title: '收回这一稿', says: '收回后可以改了再送，审批从头走起。', button: '收回' },
  discard: {
    title: '放弃这件稿件',
    says: '放弃后到回收站，取回以前不能再改、再送；经过仍留在记录里。',
    button: '放弃',
  },
  unschedule: { title: '取消定时', says: '取消后不会自动发布，仍在待发布里等人发布。', button: '取消定时' },
  pin: {
    title: '在这个栏目置顶',
    says: '排到栏目和首页这一栏的最前，最多 3 件，后置顶的在前。',
    button: '置顶',
  },
  unpin: { title: '取消置顶', says: '回到按时间排的位置。', button: '取消置顶' },
  recover: { title: '取回这件稿件', says: '取回后成为草稿，可以再改、再送；哪天谁取回的记在经过里。', button: '取回' },
} as const;

const isSaying = (asking: Asking | undefined): asking is Saying => asking !== undefined && asking in sayings;
const isQuestion = (asking: Asking | undefined): asking is Asked => asking !== undefined && asking in questions;

export function Todo({ view, onRevise }: Props) {
  const [asking, setAsking] = useState<Asking>();
  const act = useAct(view);
  const navigate = useNavigate();
  const close = () => setAsking(undefined);
  const run = async (verb: Asked) => {
    const body = { id: view.id, version: view.version };
    await act.run(verb, body, (key) => api.content[verb]({ ...body, key }));
    close();
  };
  const on: Record<string, () => void> = {
    submit: onRevise,
    approve: () => void navigate({ to: '/review/$id', params: { id: view.id } }),
    ...Object.fromEntries(
      [...own, ...(Object.keys(questions) as Asked[]), ...(Object.keys(sayings) as Saying[])].map((verb) => [
        verb,
        () => setAsking(verb),
      ]),
    ),
  };
  if (!view.actions.some((a) => on[a.verb])) return null;
  return (
    <Box title="可以办的">
      {act.error ? <ErrorBox error={act.error}>{act.stale && <NewSince was={act.stale} now={view} />}</ErrorBox> : null}
      <Actions
        actions={view.actions}
        on={on}
        primary="publish"
        grave={['withdraw', 'discard', 'force']}
        labels={{ approve: '去审核' }}
        busy={act.busy}
      />
      {asking === 'publish' && <PublishDialog id={view.id} onClose={close} onPublished={close} />}
      {asking === 'withdraw' && <Withdraw view={view} onClose={close} />}
      {asking === 'mark_invalid' && <MarkInvalid view={view} onClose={close} />}
      {isSaying(asking) && <Say verb={asking} view={view} onClose={close} />}
      {asking === 'schedule' && <Schedule view={view} onClose={close} />}
      {isQuestion(asking) && (
        <Dialog title={questions[asking].title} onClose={close}>
          <p>{questions[asking].says}</p>
          <div className="buttons">
            <Button danger={asking === 'discard'} loading={act.busy === asking} onClick={() => void run(asking)}>
              {questions[asking].button}
            </Button>
            <Button onClick={close}>先不</Button>
          </div>
        </Dialog>
      )}
    </Box>
  );
}
