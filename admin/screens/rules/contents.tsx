/** What the regulation is made of, and how far each article is carried out. On a phone it is folded. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { RuleArticle, RuleView } from '../../../server/contract/registers.ts';
import { Light, type Tone } from '../../parts/light.tsx';
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

/** Links of one page that differ only in their hash: else the router marks all of them as the one that is open. */
const byHash = { exact: true, includeSearch: true, includeHash: true } as const;

function Entry({ article, onPick }: { article: RuleArticle; onPick: () => void }) {
  // A clause called only （二） says too little by itself.
  const short = says(article) ? article.title : `${article.title} ${article.text.slice(0, 8)}…`;
  return (
    <li className={article.level > 0 ? 'clause' : ''}>
      <Link to="." search={(kept: object) => kept} hash={article.id} activeOptions={byHash} onClick={onPick}>
        <span>{short}</span>
        {article.standing && <Light {...lightOf(article)} />}
      </Link>
    </li>
  );
}

const wide = '(min-width: 960px)';

export function Contents({ chapters, at }: { chapters: RuleView['chapters']; at: string }) {
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
                <Entry key={article.id} article={article} onPick={picked} />
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  );
}
