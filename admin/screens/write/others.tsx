/** Who else has the text open just now: said at the top before two people write the same thing twice. */
import { Notice } from '../../parts/error-box.tsx';
import { timeOfDay } from '../../parts/time.tsx';

type Other = { person: { id: string; name: string }; mine: boolean; since: string };

export function Others({ others }: { others: readonly Other[] }) {
  const names = others.filter((o) => !o.mine);
  const mine = others.find((o) => o.mine);
  if (others.length === 0) return null;
  return (
    <Notice tone="warned">
      {names.length > 0 && (
        <p>
          {names.map((o) => `${o.person.name}也开着这件稿件（${timeOfDay(o.since)} 起）`).join('，')}
          。先说好谁来改；后存的人会看到前面的人改了什么，谁的也不会被盖掉。
        </p>
      )}
      {mine && <p>您在另一个窗口也开着（{timeOfDay(mine.since)} 起）。请只在一个窗口里写。</p>}
    </Notice>
  );
}
