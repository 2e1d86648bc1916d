/** 与上版比对: the version in force on a day beside the one that the same unit had before it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { isAbsent } from '../../api.ts';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { ruleChanges } from '../../queries.ts';
import { Changes } from './changes.tsx';
import '../../style/rules.css';

const back = { to: '/rules', name: '规定对照' } as const;

export function ChangesPage() {
  const { slug } = useParams({ from: '/inside/rules/$slug/changes' });
  const { unit, on } = useSearch({ from: '/inside/rules/$slug/changes' });
  const asked = useQuery(ruleChanges(slug, unit, on));
  const { data } = asked;
  if (asked.error && isAbsent(asked.error))
    return (
      <Page title="没有这份规定" back={back}>
        <Empty says="没有单位采用过这份规定，或者这一天它没有施行。" />
      </Page>
    );
  if (!data)
    return (
      <Page title="与上版比对" back={back}>
        <Trouble asked={asked} />
        {!asked.error && <Waiting lines={8} />}
      </Page>
    );
  const { before, after, changes } = data;
  const at = (edition: typeof after) => ({ slug, unit: data.unit.id, on: edition.from });
  const editions = before && `第 ${before.version} 版（${before.from} 起）和第 ${after.version} 版（${after.from} 起）`;
  return (
    <Page
      title="与上版比对"
      back={back}
      sub={
        <>
          <Link to="/rules/$slug" params={{ slug }} search={{ unit: data.unit.id, on: after.from }}>
            {data.title}
          </Link>
          ，{data.unit.name}采用{editions && `，${editions}`}。比的是做什么，不是文字。
        </>
      }
    >
      <Trouble asked={asked} />
      {before ? (
        <Changes changes={changes} where={{ before: at(before), after: at(after) }} />
      ) : (
        <Empty says={`这是第一版（${after.from} 起施行），没有上一版可比。`} />
      )}
    </Page>
  );
}
