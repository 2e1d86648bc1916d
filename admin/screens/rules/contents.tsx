/** What the regulation is made of, and how far each article is carried out. On a phone it is folded. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { RuleState } from '../../../server/contract/duties.ts';
import type { RuleArticle, RuleView } from '../../../server/contract/registers.ts';
import { Light, type Tone } from '../../parts/light.tsx';
import { troubleIn } from './live.tsx';
import { says } from './titles.ts';

const tones: Readonly<Record<NonNullable<RuleArticle['standing']>, Tone>> = {
  runs: 'met',
  judged: 'met',
  facility: 'met',
  noted: 'exempt',
  nothing: 'provisional',
};

/** What nothing carries out yet is not shown as if it were met. */
function lightOf({ standing = 'nothing', standingName = '', wholly }: RuleArticle): { tone: Tone; label: string } {
  return wholly
    ? { tone: 'provisional', label: `${standingName}，系统还不能办` }
    : { tone: tones[standing], label: standingName };
}

/** How many lines of its duties are in trouble. */
const Trouble = ({ tone, n }: { tone: Tone; n: number }) => (
  <b className={`trouble ${tone}`}>
    {n} <Light tone={tone} label={tone === 'breached' ? '项违反规定' : '项将到期'} />
  </b>
);

/** Links of one page that differ only in their hash: else the router marks all of them as the one that is open. */
const byHash = { exact: true, includeSearch: true, includeHash: true } as const;

type EntryProps = { article: RuleArticle; state: RuleState | undefined; onPick: () => void };

function Entry({ article, state, onPick }: EntryProps) {
  const duties = article.blocks.filter(({ kind }) => kind === 'duty').map(({ id }) => id);
  const trouble = troubleIn(duties, state);
  // A clause called only （二） says too little by itself.
  const short = says(article) ? article.title : `${article.title} ${article.text.slice(0, 8)}…`;
  return (
    <li className={article.level > 0 ? 'clause' : ''}>
      <Link to="." search={(kept: object) => kept} hash={article.id} activeOptions={byHash} onClick={onPick}>
        <span>{short}</span>
        {trouble ? <Trouble {...trouble} /> : article.standing && <Light {...lightOf(article)} />}
      </Link>
    </li>
  );
}

const wide = '(min-width: 960px)';

type Props = { chapters: RuleView['chapters']; at: string; state: RuleState | undefined };

export function Contents({ chapters, at, state }: Props) {
  const [open, setOpen] = useState(() => window.matchMedia(wide).matches);
  useEffect(() => {
    const media = window.matchMedia(wide);
    const follow = () => setOpen(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = at && window.matchMedia(wide).matches && list.current?.querySelector('[aria-current]');
    if (here) here.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const picked = () => {
    if (!window.matchMedia(wide).matches) setOpen(false);
  };
  return (
    <nav ref={list} className="contents" aria-label="目录">
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>目录</summary>
        {chapters.map((chapter) => (
          <div key={chapter.title}>
            {chapter.title && <p>{chapter.title}</p>}
            <ul>
              {chapter.articles.map((article) => (
                <Entry key={article.id} article={article} state={state} onPick={picked} />
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  );
}
