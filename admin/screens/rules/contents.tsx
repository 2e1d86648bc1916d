/** What the regulation is made of, and how far each article is carried out. On a phone it is folded. */
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { RuleArticle, RuleView } from '../../../server/contract/registers.ts';
import { Light, type Tone } from '../../parts/light.tsx';

const tones: Readonly<Record<NonNullable<RuleArticle['standing']>, Tone>> = {
  runs: 'met',
  judged: 'met',
  facility: 'met',
  noted: 'exempt',
  nothing: 'provisional',
};

function Entry({ article, here, onPick }: { article: RuleArticle; here: boolean; onPick: () => void }) {
  // A clause called only （二） says too little by itself.
  const short = article.title.length > 4 ? article.title : `${article.title} ${article.text.slice(0, 8)}…`;
  return (
    <li className={article.level > 0 ? 'clause' : ''}>
      <Link
        to="."
        search={(kept: object) => kept}
        hash={article.id}
        aria-current={here ? 'location' : undefined}
        onClick={onPick}
      >
        <span>{short}</span>
        {article.standing && <Light tone={tones[article.standing]} label={article.standingName ?? ''} />}
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
  const picked = () => {
    if (!window.matchMedia(wide).matches) setOpen(false);
  };
  return (
    <nav className="contents" aria-label="目录">
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>目录</summary>
        {chapters.map((chapter) => (
          <div key={chapter.title}>
            {chapter.title && <p>{chapter.title}</p>}
            <ul>
              {chapter.articles.map((article) => (
                <Entry key={article.id} article={article} here={article.id === at} onPick={picked} />
              ))}
            </ul>
          </div>
        ))}
      </details>
    </nav>
  );
}
