/** As of which day something is looked at. The browser's own field: it knows days, keys and phones. */
import { useId } from 'react';

type Props = { day: string; onDay: (day: string) => void };

export function AsOf({ day, onDay }: Props) {
  const id = useId();
  return (
    <span className="as-of">
      <label htmlFor={id}>按这一天看</label>
      <input id={id} type="date" value={day} onChange={(e) => e.target.value && onDay(e.target.value)} />
    </span>
  );
}
