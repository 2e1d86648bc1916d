/** Today, this week, this month: addresses, so that what is seen can be kept and sent. */
import { Link } from '@tanstack/react-router';
import { spans } from '../../../server/contract/duties.ts';
import { exactly } from '../../parts/page.tsx';
import { spanNames } from './words.ts';

type Props = { to: '/board' | '/account'; rest: Readonly<Record<string, string>> };

export function SpanLinks({ to, rest }: Props) {
  return (
    <nav className="scopes" aria-label="看哪段时间">
      {spans.map((span) => (
        <Link
          key={span}
          to={to}
          search={{ ...rest, ...(span === 'today' ? {} : { span }) }}
          activeOptions={exactly}
          resetScroll={false}
        >
          {spanNames[span]}
        </Link>
      ))}
    </nav>
  );
}
