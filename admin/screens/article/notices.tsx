/** What there is to know of an article before its text: where it stands, and what is said of it. */
import type { PlacementView } from '../../../server/contract/views.ts';
import { Notice } from '../../parts/error-box.tsx';
import { Law } from '../../parts/law.tsx';
import { isServed, Progress } from '../../parts/served.tsx';
import { DatedWhen, When } from '../../parts/time.tsx';

/** Where the public finds it, and whether it has it already. */
function Public({ view }: { view: PlacementView }) {
  if (!view.address) return null;
  return (
    <Notice tone={isServed(view) ? 'met' : 'pending'}>
      {view.register ? <Progress view={view} /> : null}
      <p>
        公开地址{' '}
        <a href={view.address} target="_blank" rel="noopener">
          {view.address}
        </a>
      </p>
      {view.review && (
        <p>
          {view.review.due ? '该核对了：' : '核对期限：'}
          {view.review.on} 以前核对，确认仍有效或者更新，依据 <Law law={view.review.law} />
          {!view.review.sure && '（当年的工作日还没载入，暂按周一到周五算）'}
        </p>
      )}
      {view.confirmedAt && (
        <p>
          <DatedWhen at={view.confirmedAt} /> 核对过，确认仍有效。
        </p>
      )}
    </Notice>
  );
}

function Withdrawn({ view: { withdrawn } }: { view: PlacementView }) {
  if (!withdrawn) return null;
  return (
    <Notice tone="warned">
      <p>
        <When at={withdrawn.at} /> 撤下，原因：{withdrawn.typeName}。公开地址已不再显示正文。
      </p>
    </Notice>
  );
}

/** Its last day is over: what was on the site until then, and what brings it back. */
function Expired({ view: { state, expiresOn } }: { view: PlacementView }) {
  if (state !== 'expired') return null;
  return (
    <Notice tone="warned">
      <p>{expiresOn} 到期，第二天起已下线，公开地址只说明到期。再上网要改到期日，重新走完审批链。</p>
    </Notice>
  );
}

function Scheduled({ view: { run } }: { view: PlacementView }) {
  if (!run?.scheduled) return null;
  return (
    <Notice tone="pending">
      <p>
        {run.scheduled.by.name}定在 <DatedWhen at={run.scheduled.at} /> 发布。到点由系统发布，不用等。
      </p>
    </Notice>
  );
}

function Forced({ view: { forced } }: { view: PlacementView }) {
  if (!forced) return null;
  return (
    <Notice tone="warned">
      <p>
        强制发布，待核销：{forced.by.name} <DatedWhen at={forced.at} />{' '}
        没有走完审批就发布。要由没写过、也没强制发布它的人看过核销。
      </p>
    </Notice>
  );
}

function Invalid({ view: { invalid } }: { view: PlacementView }) {
  if (!invalid) return null;
  return (
    <Notice tone="warned">
      <p>
        {invalid.reasonName}：<DatedWhen at={invalid.at} /> 标明失效，公开页和引用它的公开页都已注明。
        {invalid.successor && (
          <>
            现行的是
            <a href={invalid.successor.address} target="_blank" rel="noopener">
              《{invalid.successor.title}》
            </a>
            。
          </>
        )}
      </p>
    </Notice>
  );
}

export function Notices({ view }: { view: PlacementView }) {
  return (
    <>
      <Withdrawn view={view} />
      <Expired view={view} />
      <Forced view={view} />
      <Invalid view={view} />
      <Scheduled view={view} />
      <Public view={view} />
    </>
  );
}
