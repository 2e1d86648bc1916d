/** Who is away and until when, and who acts meanwhile, in words: 沈雁秋外出至 12-05，由主要领导代办. */
import { type Day, localDay } from '../../core/day.ts';
import type { Missed } from '../../core/takers.ts';

/** The year is said where it is another one. */
const shortDay = (day: Day, at: Date): string => (day.slice(0, 4) === localDay(at).slice(0, 4) ? day.slice(5) : day);

export const sayAway = (missed: readonly Missed[], name: (id: string) => string, at: Date): string =>
  missed.map(({ person, away }) => `${name(person)}外出至 ${shortDay(away, at)}`).join('、');
