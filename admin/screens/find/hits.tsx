/** What was found, each kind in its own lines, with the words marked where they stand. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CopyArticle } from '../../parts/copy-article.tsx';
import { Law } from '../../parts/law.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { DatedWhen } from '../../parts/time.tsx';
import { me as meQuery } from '../../queries.ts';
import type { Found } from './find.tsx';

function Title({ hit }: { hit: Found['articles'][number] }) {
  if (hit.near)
    return (
      <Link to="/articles/$id" params={{ id: hit.placementId }}>
        <Pieces pieces={hit.title} />
      </Link>
    );
  return (
    <a href={hit.address} target="_blank" rel="noopener">
      <Pieces pieces={hit.title} />
    </a>
  );
}

export function Articles({ hits }: { hits: Found['articles'] }) {
  const { data: me } = useQuery(meQuery);
  return (
    <ul className="hits">
      {hits.map((hit) => {
        const title = hit.title.map(({ text }) => text).join('');
        return (
          <li key={hit.placementId}>
            <h3>
              <Title hit={hit} /> <span className="tag">{hit.stateName}</span>
            </h3>
            {hit.words.length > 0 && (
              <p>
                <Pieces pieces={hit.words} />
              </p>
            )}
            <p className="facts-line">
              <span>
                {hit.site.name} · {hit.column.name}
              </span>
              <span>{hit.unitName}</span>
              <DatedWhen at={hit.at} />
              {hit.near && hit.address && (
                <a href={hit.address} target="_blank" rel="noopener" aria-label={`看公开页：${title}`}>
                  看公开页
                </a>
              )}
              {!hit.near && <span>别的单位的，打开的是公开页</span>}
              {me?.writes && <CopyArticle id={hit.placementId} title={title} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

export const Clauses = ({ hits }: { hits: Found['regulations'] }) => (
  <ul className="hits">
    {hits.map((hit) => (
      <li key={hit.law.clause}>
        <h3>
          <Law law={hit.law} /> <Pieces pieces={hit.title} />
        </h3>
        <p>
          <Pieces pieces={hit.words} />
        </p>
      </li>
    ))}
  </ul>
);

export const People = ({ hits }: { hits: Found['people'] }) => (
  <ul className="hits">
    {hits.map((hit) => (
      <li key={hit.id}>
        <h3>
          <Link to="/people" search={{ person: hit.id }}>
            <Pieces pieces={hit.name} />
          </Link>
        </h3>
        <p className="facts-line">
          {hit.posts.map((post, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the posts of one person in one answer never change their order
            <span key={n}>
              <Pieces pieces={post} />
            </span>
          ))}
        </p>
      </li>
    ))}
  </ul>
);

export const Sites = ({ hits }: { hits: Found['sites'] }) => (
  <ul className="hits">
    {hits.map((hit) => (
      <li key={hit.id}>
        <h3>
          <Link to="/sites" hash={hit.siteId}>
            <Pieces pieces={hit.column ?? hit.site} />
          </Link>
          {hit.column && (
            <small>
              {' '}
              <Pieces pieces={hit.site} />
            </small>
          )}
        </h3>
        <p className="dim">{hit.about}</p>
      </li>
    ))}
  </ul>
);
