/** Bringing a regulation in force: which text, whose, how bound, from which day; and what stands against it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Notice } from '../../parts/error-box.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { adoptionPlan } from '../../queries.ts';
import { Changes } from '../rules/changes.tsx';
import { BindingBox } from './binding-box.tsx';
import { Confirm } from './confirm.tsx';
import { wantedOf } from './draft.ts';
import { PlanBox } from './plan-box.tsx';
import { ReadingsBox } from './readings-box.tsx';
import { TextBox } from './text-box.tsx';
import { useRested, useText } from './use-checked.ts';
import '../../style/adopt.css';
import '../../style/rules.css';

export function Adopt() {
  const search = useSearch({ from: '/inside/regulations/adopt' });
  const { draft, change, clear, isKept, units, people, checked } = useText();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (search.unit && draft.unit === '') change({ unit: search.unit });
  }, [search.unit, draft.unit, change]);
  const { questions, last } = checked.data ?? {};
  const ready = questions !== undefined && draft.filledFor === `${questions.slug} ${draft.unit}` && draft.from !== '';
  const settled = useRested(draft);
  const plan = useQuery({
    ...adoptionPlan(wantedOf(settled)),
    enabled: ready && settled.filledFor === draft.filledFor,
    placeholderData: keepPreviousData,
  });
  const unit = units.find(({ id }) => id === draft.unit)?.name ?? '';
  return (
    <Page
      title="采用规定"
      back={{ to: '/rules', name: '规定对照' }}
      sub="选文本、定单位和日期，看过结果再采用。拿不准的，先用真实发生过的事推演一遍。"
      side={<Link to="/regulations/try">试行推演</Link>}
    >
      <Trouble asked={people} />
      {!isKept && <Notice tone="warned">这台电脑的浏览器存不下这份草稿，关掉或刷新页面会丢，请先留好原文。</Notice>}
      <TextBox draft={draft} change={change} checked={checked} />
      <BindingBox draft={draft} change={change} units={units} checked={checked.data} />
      {ready && (
        <>
          {last && (
            <details className="box last-changes">
              <summary>和第 {last.version} 版相比，改了什么</summary>
              <Changes changes={last.changes} />
            </details>
          )}
          <ReadingsBox draft={draft} change={change} questions={questions} />
          <PlanBox
            draft={draft}
            change={change}
            questions={questions}
            asked={plan}
            isOld={plan.isPlaceholderData || settled !== draft}
            onAdopt={() => setAsking(true)}
          />
        </>
      )}
      {asking && questions && plan.data && (
        <Confirm
          draft={draft}
          questions={questions}
          plan={plan.data}
          unit={unit}
          onClose={() => setAsking(false)}
          onDone={clear}
        />
      )}
    </Page>
  );
}
