/** One article: its words at the left, what it makes happen at the right. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RuleState } from '../../../server/contract/duties.ts';
import type { RuleArticle, RuleView } from '../../../server/contract/registers.ts';
import { Light } from '../../parts/light.tsx';
import { Block } from './block.tsx';
import { says } from './titles.ts';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Where in the console the rules of an article are met. */
function Also({ kinds }: { kinds: ReadonlySet<string> }) {
  const places: ReactNode[] = [
    ...(kinds.has('flow') || kinds.has('step')
      ? [
          <Link key="today" to="/">
            稿件的审批链和今天的职责
          </Link>,
        ]
      : []),
    ...(kinds.has('posts')
      ? [
          <Link key="people" to="/people">
            人员与岗位
          </Link>,
        ]
      : []),
    ...(kinds.has('columns')
      ? [
          <Link key="sites" to="/sites">
            站点与栏目
          </Link>,
        ]
      : []),
    ...(kinds.has('duty')
      ? [
          <Link key="board" to="/board">
            值守看板
          </Link>,
        ]
      : []),
    ...(kinds.has('check') ? [<span key="check">写稿、送审时的检查</span>] : []),
  ];
  if (places.length === 0) return null;
  return <p className="also">也照此条：{places.flatMap((place, i) => (i === 0 ? [place] : ['、', place]))}</p>;
}

function Standing({ article }: { article: RuleArticle }) {
  if (!article.standing) return article.blocks.length === 0 && <p className="dim">由下面各项执行。</p>;
  const unmet =
    article.standing === 'nothing'
      ? '这一条下没有条款块，系统里什么也不会发生，由人照条文办。'
      : article.waits && `${article.wholly ? '已写明，系统还不能办' : '有一部分系统还不能办'}：${article.waits}。`;
  if (!unmet) return null;
  return (
    <p className="unmet">
      <Light tone="provisional" />
      <span>{unmet}</span>
    </p>
  );
}

type Props = { article: RuleArticle; here: boolean; rule: RuleView; state: RuleState | undefined };

export function Article({ article, here, rule, state }: Props) {
  return (
    <article
      id={article.id}
      aria-label={says(article) ? article.title : article.name}
      className={`rule-article${here ? ' here' : ''}${article.level > 0 ? ' clause' : ''}`}
    >
      <div className="words">
        <h3 tabIndex={-1}>{says(article) ? article.title : article.name}</h3>
        {lines(article.text).map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text never change their order
          <p key={n}>{line}</p>
        ))}
      </div>
      <div className="made">
        <Standing article={article} />
        {article.blocks.map((block) => (
          <Block key={`${block.kind} ${block.id} ${block.about}`} block={block} rule={rule} state={state} />
        ))}
        <Also kinds={new Set(article.blocks.map((b) => b.kind))} />
      </div>
    </article>
  );
}
