/** Under the title: the same site has this title already. A hint for whoever writes; nothing is held up by it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { DatedWhen } from '../../parts/time.tsx';

/** What was typed, once the writer pauses. */
function useSettled(value: string, ms = 700): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

type Props = { id: string; title: string; columnId: string | undefined };

export function TitleUsed({ id, title, columnId }: Props) {
  const asked = useSettled(title.trim());
  const { data } = useQuery({
    queryKey: ['titles', id, columnId, asked],
    queryFn: () => api.content.titles({ id, title: asked, columnId: columnId ?? '' }),
    enabled: asked !== '' && columnId !== undefined,
    // Only a hint: where it can't be had, the page says nothing of it.
    retry: false,
    staleTime: 60_000,
  });
  const used = asked === title.trim() ? (data?.used ?? []) : [];
  return (
    <div className="title-used" role="status">
      {used.length > 0 && (
        <>
          这个标题在本网站用过：
          <ul>
            {used.map((one) => (
              <li key={one.placementId}>
                {one.near ? (
                  <Link to="/articles/$id" params={{ id: one.placementId }} target="_blank">
                    {one.title}
                  </Link>
                ) : (
                  <a href={one.address} target="_blank" rel="noopener">
                    {one.title}
                  </a>
                )}
                <span>
                  （{one.column.name}，{one.stateName}，<DatedWhen at={one.at} />）
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
