/** Stories of the county in which every text and every word said about one carries a marker of its own. Without files. */
import { makeCanary } from '../tools/canary.ts';
import { fewer } from './articles.ts';
import type { Deed, Story, Text } from './story.ts';

/** `texts`: of each revision that is handed in; `words`: of opinions, reasons and what was returned with. */
export type Marked = {
  readonly stories: readonly Story[];
  readonly texts: readonly string[];
  readonly words: readonly string[];
};

/** One story for each kind of life that there is on each site; all of them with `whole`. */
export function marked(whole: boolean): Marked {
  const texts: string[] = [];
  const words: string[] = [];
  const put = (kept: string[]): string => {
    const { marker } = makeCanary();
    kept.push(marker);
    return marker;
  };
  const textOf = (text: Text): Text => {
    const marker = put(texts);
    const more = {
      title: `${text.title}${marker}`,
      text: `${text.text}\n${marker}`,
      source: `${text.source ?? '某处'}${marker}`,
    };
    return { ...text, ...more, author: `${text.author ?? ''}${marker}`, files: [] };
  };
  const deedOf = (deed: Deed, now: Text): Deed => {
    if (deed[0] === 'also') return ['also', deedOf(deed[1], now) as Exclude<Deed, readonly ['also', unknown]>];
    if (deed[0] === 'revise') return ['revise', textOf({ ...now, ...deed[1] })];
    if (deed[0] === 'approve') return ['approve', deed[1], put(words)];
    if (deed[0] === 'raise') return ['raise', deed[1], deed[2], put(words)];
    if (deed[0] === 'return') return ['return', deed[1], put(words)];
    return deed[0] === 'withdraw' ? ['withdraw', deed[1], deed[2], put(words)] : deed;
  };
  const storyOf = (story: Story): Story => ({
    ...story,
    text: textOf(story.text),
    life: story.life.map((deed) => deedOf(deed, story.text)),
  });
  const chosen = whole ? fewer : [...new Map(fewer.map((story) => [lifeOf(story), story])).values()];
  return { stories: chosen.map(storyOf), texts, words };
}

const lifeOf = ({ site, also, life }: Story): string =>
  JSON.stringify([
    site,
    also === undefined,
    [...new Set(life.map(([word]) => word)), life.at(-1)?.[0]].filter((word) => word !== 'night'),
  ]);
