/** What happened between two looks at the same thing. */
import type { PlacementView } from '../../server/contract/views.ts';
import { When } from './time.tsx';

export function NewSince({ was, now }: { was: PlacementView; now: PlacementView }) {
  const known = new Set(was.history.map((h) => h.seq));
  const fresh = now.history.filter((h) => !known.has(h.seq));
  return (
    <ul className="new-since">
      {fresh.map((h) => (
        <li key={h.seq}>
          <When at={h.at} /> {h.person.name} {h.label}
          {h.words && `：${h.words}`}
        </li>
      ))}
      <li>现在：{now.stateName}</li>
      {was.shown.hash !== now.shown.hash && <li>内容换成了第 {now.shown.number} 稿</li>}
    </ul>
  );
}
