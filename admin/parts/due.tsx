/** A limit of time that runs: how long yet by shape, colour and words, until when, and under which article. */
import type { LimitView } from '../../server/contract/views.ts';
import { left, toneOf, until } from './due-words.ts';
import { Law } from './law.tsx';
import { Light } from './light.tsx';
import '../style/due.css';

/** `at`: the server's now, when the list was read. */
export function Due({ limit, at }: { limit: LimitView; at: string }) {
  const tone = toneOf(limit, at);
  return (
    <span className={`due ${tone}`}>
      <Light tone={tone} />
      <span>
        <b>{left(limit.due, at)}</b>
        <small>
          <time dateTime={limit.due}>{until(limit.due)}</time>
        </small>
        <small>
          <Law law={limit.law} />
        </small>
      </span>
    </span>
  );
}
