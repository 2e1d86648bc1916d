/** Texts that this machine holds and the server doesn't: after a crash, or when the server was away. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { heldHere } from '../local.ts';
import { me as meQuery } from '../queries.ts';
import { Notice } from './error-box.tsx';
import { dayAndTime } from './time.tsx';

export function LocalDrafts() {
  const { data: me } = useQuery(meQuery);
  const { data: held = [] } = useQuery({
    queryKey: ['held-here', me?.id],
    queryFn: () => heldHere(me?.id ?? ''),
    enabled: me !== undefined,
    gcTime: 0,
  });
  if (held.length === 0) return null;
  return (
    <Notice tone="warned">
      <p>本机上有没存到服务器的稿子，打开就接着存：</p>
      <ul>
        {held.map((d) => (
          <li key={d.id}>
            <Link to="/write/$id" params={{ id: d.id }}>
              {d.draft.body.title || '（还没有标题）'}
            </Link>
            <span className="dim">（{dayAndTime(d.at)} 存）</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
