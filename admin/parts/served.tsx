/** How far a publication is: 已批准 → 已发布 → 公众可见 11-25 09:43. It asks again until the public has it. */
import { type Query, useQuery } from '@tanstack/react-query';
import type { PlacementView } from '../../server/contract/views.ts';
import { placement, queries } from '../queries.ts';
import { Light } from './light.tsx';
import { dayAndTime } from './time.tsx';

/** The public has what was published last: served at, or after, the last publication. */
export const isServed = (view: PlacementView): boolean =>
  Boolean(view.servedAt && view.register && view.servedAt >= view.register.at);

const patience = 60;
/** Every second for a minute, then every ten: the publisher goes on by itself, and nobody has to sit and wait. */
export const untilServed = (query: Query<PlacementView, Error, PlacementView, string[]>): number | false => {
  const view = query.state.data;
  if (!view?.register || !view.address || isServed(view)) return false;
  return query.state.dataUpdateCount > patience ? 10_000 : 1_000;
};

const isSlow = (id: string) => (queries.getQueryState(['placement', id])?.dataUpdateCount ?? 0) > patience;

export function Progress({ view }: { view: PlacementView }) {
  return (
    <p role="status" className="progress">
      <span>已批准</span> → <span>{view.register ? `${dayAndTime(view.register.at)} 已发布` : '已发布'}</span> →{' '}
      {isServed(view) && view.servedAt ? (
        <span className="ok">
          <Light tone="met" />
          公众可见 {dayAndTime(view.servedAt)}
        </span>
      ) : (
        <span>
          <Light tone="pending" />
          {isSlow(view.id) ? '还没送达外网，系统会接着送，您不用等' : '正在送往外网'}
        </span>
      )}
    </p>
  );
}

export function Served({ id }: { id: string }) {
  const { data: view } = useQuery({ ...placement(id), refetchInterval: untilServed });
  if (!view) return null;
  return (
    <div className="served">
      <b>{view.shown.title}</b>
      <Progress view={view} />
      {view.address && (
        <a href={view.address} target="_blank" rel="noopener">
          看公开页
        </a>
      )}
    </div>
  );
}
