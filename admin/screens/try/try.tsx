/** Trying a draft on what really happened: what the last months would have been under it. Nothing is changed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { localDay } from '../../../core/day.ts';
import { addMonths } from '../../../core/duration.ts';
import { nowMs } from '../../now.ts';
import { Box } from '../../parts/box.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { type Tried, trialArticles, trialDuties } from '../../queries.ts';
import { BindingBox } from '../adopt/binding-box.tsx';
import type { Change, Draft } from '../adopt/draft.ts';
import { TextBox } from '../adopt/text-box.tsx';
import { useText } from '../adopt/use-checked.ts';
import { ArticlesBox } from './articles-box.tsx';
import { DutiesBox } from './duties-box.tsx';
import '../../style/adopt.css';
import '../../style/board.css';

/** The last twelve months, until somebody chooses. */
const sinceOf = ({ since }: Draft) => since || addMonths(localDay(nowMs()), -12);
const triedOf = (draft: Draft): Tried => {
  const { source, unit, roles, leads, values, readings } = draft;
  return { source, unit, roles, leads, values, readings, since: sinceOf(draft) };
};

type Span = { draft: Draft; change: Change; ready: boolean; busy: boolean; onTry: () => void };

function SpanBox({ draft, change, ready, busy, onTry }: Span) {
  const id = useId();
  return (
    <Box title="三、从哪天算起">
      <p className="as-of">
        <label htmlFor={id}>从这一天到今天</label>
        <input
          id={id}
          type="date"
          value={sinceOf(draft)}
          max={localDay(nowMs())}
          onChange={(e) => change({ since: e.target.value })}
        />
      </p>
      <div className="buttons">
        <Button type="primary" disabled={!ready} loading={busy} onClick={onTry}>
          开始推演
        </Button>
      </div>
    </Box>
  );
}

export function Try() {
  const { draft, change, units, people, checked } = useText();
  const [asked, setAsked] = useState<Tried>();
  const duties = useQuery({ ...trialDuties(asked), enabled: asked !== undefined });
  const articles = useQuery({ ...trialArticles(asked), enabled: asked !== undefined });
  const now = triedOf(draft);
  const isOld = asked !== undefined && JSON.stringify(asked) !== JSON.stringify(now);
  const { questions } = checked.data ?? {};
  const ready = questions !== undefined && draft.filledFor === `${questions.slug} ${draft.unit}`;
  return (
    <Page
      title="试行推演"
      back={{ to: '/rules', name: '规定对照' }}
      sub="用真实发生过的事推演一份草案：如果早就照它办，谁会违反哪一条，哪些稿件会走另一条流程。什么也不改。"
      side={<Link to="/regulations/adopt">去采用这份规定</Link>}
    >
      <Trouble asked={people} />
      <TextBox draft={draft} change={change} checked={checked} />
      <BindingBox draft={draft} change={change} units={units} checked={checked.data} />
      <SpanBox
        draft={draft}
        change={change}
        ready={ready}
        busy={duties.isFetching || articles.isFetching}
        onTry={() => setAsked(now)}
      />
      {isOld && <p className="dim said">上面改过以后还没有重新推演，下面是改以前的结果。</p>}
      {asked && <ArticlesBox asked={articles} since={asked.since} />}
      {asked && <DutiesBox asked={duties} since={asked.since} />}
    </Page>
  );
}
