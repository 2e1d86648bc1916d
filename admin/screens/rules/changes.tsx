/** What a newer version of a regulation does otherwise: duties, chains, and whatever else it settles, side by side. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { changeNames, itemChangeName } from '../../../core/regulation/diff-words.ts';
import type { ChainSideView, ComparedView, ComparisonView } from '../../../server/contract/comparison.ts';
import { Box } from '../../parts/box.tsx';
import { Empty } from '../../parts/empty.tsx';

/** Where a version can be read; a draft can't. */
export type Where = { readonly slug: string; readonly unit: string; readonly on: string };
export type Wheres = { readonly before?: Where | undefined; readonly after?: Where | undefined };
type Props = { readonly changes: ComparisonView; readonly where?: Wheres };

export function Changes({ changes, where = {} }: Props) {
  const { duties, chains, others, tooMany, wordsOnly } = changes;
  if ([duties, chains, others, tooMany, wordsOnly].every((all) => all.length === 0))
    return <Empty says="两版做的事完全一样。" />;
  return (
    <>
      {duties.length > 0 && (
        <Box title={`职责（${duties.length} 项）`} bare>
          <Sides caption="职责改了什么" rows={duties.map((one) => comparedRow(one, changeNames[one.change], where))} />
        </Box>
      )}
      {chains.length > 0 && (
        <Box title={`审批流程（${chains.length} 种情形）`} bare>
          <Sides caption="审批流程改了什么" rows={chains.map((one) => chainRow(one, where))} />
        </Box>
      )}
      {tooMany.length > 0 && <p className="small">分出的情形太多、没有比较的流程：{tooMany.join('、')}。</p>}
      {others.length > 0 && (
        <Box title={`栏目、岗位、待定的值和其他（${others.length} 项）`} bare>
          <Sides
            caption="其他改了什么"
            rows={others.map((one) => comparedRow(one, itemChangeName(one.change), where))}
          />
        </Box>
      )}
      {wordsOnly.length > 0 && <p className="small">只改了文字、做法不变的条款：{wordsOnly.join('、')}。</p>}
    </>
  );
}

type Row = {
  readonly key: string;
  readonly what: ReactNode;
  readonly before: ReactNode;
  readonly after: ReactNode;
};

function Sides({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  return (
    <table className="list changes">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">改了什么</th>
          <th scope="col">原来</th>
          <th scope="col">现在</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, what, before, after }) => (
          <tr key={key}>
            <td data-name="改了什么">{what}</td>
            <td data-name="原来">{before}</td>
            <td data-name="现在">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Placed = { readonly clause?: string | undefined; readonly article?: string | undefined };
function Article({ of, where }: { of: Placed; where: Where | undefined }) {
  if (of.article === undefined) return null;
  if (!where) return <small>{of.article}</small>;
  return (
    <small>
      <Link
        to="/rules/$slug"
        params={{ slug: where.slug }}
        search={{ unit: where.unit, on: where.on }}
        hash={of.clause ?? ''}
      >
        {of.article}
      </Link>
    </small>
  );
}

function comparedRow(
  { key, kindName, name, before, after, differs }: ComparedView,
  change: string,
  where: Wheres,
): Row {
  const side = (one: typeof before, at: Where | undefined) =>
    one ? (
      <>
        {one.says} <Article of={one} where={at} />
      </>
    ) : (
      '没有'
    );
  return {
    key,
    what: (
      <>
        <span className="tag">{change}</span> <b>{name}</b>
        <small>
          {kindName}
          {differs.length > 0 && `，改的是${differs.join('、')}`}
        </small>
      </>
    ),
    before: side(before, where.before),
    after: side(after, where.after),
  };
}

function chainRow({ move, when, before, after }: ComparisonView['chains'][number], where: Wheres): Row {
  return {
    key: `${move} ${when}`,
    what: (
      <>
        {when}
        <small>{move}</small>
      </>
    ),
    before: <Way side={before} other={after} where={where.before} />,
    after: <Way side={after} other={before} where={where.after} />,
  };
}

/** What the other side doesn't have is marked, by more than its colour. */
function Way({ side, other, where }: { side: ChainSideView; other: ChainSideView; where: Where | undefined }) {
  if (side.refused) return side.refused;
  const mark = (says: string, theirs: readonly string[]) => (theirs.includes(says) ? says : <mark>{says}</mark>);
  return (
    <>
      <ol>
        {side.steps.map((step) => (
          <li key={step}>{mark(step, other.steps)}</li>
        ))}
        {side.publish.map((last) => (
          <li key={last}>{mark(last, other.publish)}</li>
        ))}
      </ol>
      <Article of={side} where={where} />
    </>
  );
}
