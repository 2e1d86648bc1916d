/** Asks before the public sees it: what, where, approved by whom. Publishes exactly the revision that is shown. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { placement } from '../queries.ts';
import { Actions } from './actions.tsx';
import { Dialog } from './dialog.tsx';
import { Waiting } from './empty.tsx';
import { ErrorBox } from './error-box.tsx';
import { When } from './time.tsx';

type Props = { id: string; onClose: () => void; onPublished: () => void };

export function PublishDialog({ id, onClose, onPublished }: Props) {
  const asked = useQuery({ ...placement(id), staleTime: 0 });
  const view = asked.data;
  const act = useAct(view);
  const publish = async () => {
    if (!view) return;
    const body = { id: view.id, version: view.version, hash: view.shown.hash };
    const done = await act.run('publish', body, (key) => api.content.publish({ ...body, key }));
    if (done) onPublished();
  };
  const approved = view?.chain?.steps.filter((s) => s.state === 'done') ?? [];
  return (
    <Dialog title="发布这一稿" onClose={onClose}>
      {asked.error && <ErrorBox error={asked.error} retry={() => void asked.refetch()} />}
      {!view && !asked.error && <Waiting />}
      {act.error ? <ErrorBox error={act.error} /> : null}
      {view && (
        <>
          <p className="ask-title">{view.shown.title}</p>
          <dl className="facts">
            <dt>发布到</dt>
            <dd>
              {view.site.name} · {view.column.name}
            </dd>
            <dt>稿次</dt>
            <dd>
              第 {view.shown.number} 稿，
              <Link to="/articles/$id" params={{ id }}>
                先看看正文
              </Link>
            </dd>
            <dt>批准人</dt>
            <dd>
              {approved.map((s) => (
                <span key={s.n} className="line">
                  {s.people.map((p) => p.name).join('、')}（{s.postName}）{s.at && <When at={s.at} />}
                </span>
              ))}
            </dd>
          </dl>
          <p className="dim said">发布后公众马上就能看到。</p>
          <Actions actions={view.actions} on={{ publish: () => void publish() }} primary="publish" busy={act.busy} />
        </>
      )}
    </Dialog>
  );
}
