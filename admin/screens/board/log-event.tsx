/** One event that a line of the board rests on: what it was, where, under which article, and which lines rest on it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { EventView } from '../../../server/contract/duties.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { When } from '../../parts/time.tsx';
import { logEvent, placement } from '../../queries.ts';
import { LineHead } from './line-head.tsx';
import '../../style/board.css';
import '../../style/facts.css';

/** The text is a link for those who may read it; who may not is told its name, as the board does. */
function Text({ title, placementId }: { title: string; placementId: string | undefined }) {
  const seen = useQuery({ ...placement(placementId ?? ''), enabled: placementId !== undefined, retry: false });
  if (!placementId || !seen.data) return <>{title}</>;
  return (
    <Link to="/articles/$id" params={{ id: placementId }}>
      {title}
    </Link>
  );
}

function Facts({ event }: { event: EventView }) {
  const { at, title, place, unit, law } = event;
  return (
    <Box title="这条记录">
      <dl className="facts">
        <dt>时间</dt>
        <dd>
          <When at={at} />
        </dd>
        {title !== undefined && (
          <>
            <dt>稿件</dt>
            <dd>
              <Text title={title} placementId={event.placementId} />
            </dd>
          </>
        )}
        {place !== undefined && (
          <>
            <dt>栏目</dt>
            <dd>{place}</dd>
          </>
        )}
        {unit !== undefined && (
          <>
            <dt>单位</dt>
            <dd>{unit}</dd>
          </>
        )}
        <dt>依据</dt>
        <dd>{law ? <Law law={law} /> : '这件事不按哪一条办'}</dd>
      </dl>
    </Box>
  );
}

export function LogEvent() {
  const { seq } = useParams({ from: '/inside/events/$seq' });
  const asked = useQuery(logEvent(seq));
  const { data } = asked;
  return (
    <Page
      title={data ? `${data.name}（记录 ${seq}）` : `记录 ${seq}`}
      sub="值守看板上的职责以它为凭据"
      back={{ to: '/board', name: '值守看板' }}
    >
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={6} />}
      {data && <Facts event={data} />}
      {data && (
        <Box title="以它为凭据的职责">
          {data.lines.length === 0 && <Empty says="没有职责以它为凭据：没有哪项职责数它，或者后来有了更新的记录。" />}
          <ul className="lines" aria-label="以它为凭据的职责">
            {data.lines.map((line) => (
              <li key={line.key} className={`line ${line.status}`}>
                <LineHead line={line} name={`${line.thing.name} · ${line.duty.name}`} />
                <p>
                  <span>{line.measure}</span>
                  <span>
                    <Law law={line.duty.law} />
                  </span>
                </p>
              </li>
            ))}
          </ul>
          {data.more > 0 && <p className="dim">还有 {data.more} 项没有列出。</p>}
        </Box>
      )}
    </Page>
  );
}
