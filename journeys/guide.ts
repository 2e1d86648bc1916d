/** The guide as a test reads it: its sections, the pictures they show, and the words that they say stand on the screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect } from './fixture.ts';

export const guideFolder = fileURLToPath(new URL('../docs/guide/', import.meta.url));

/** `words`: what stands in 「」; each must be found on one of `screens`: the section's pictures, and those it names in a comment. */
export type Section = {
  readonly title: string;
  readonly pictures: readonly string[];
  readonly screens: readonly string[];
  readonly words: readonly string[];
};

/** A section goes from one heading to the next. Commands are no part of the screen. */
export function sectionsOf(chapter: string, text: string): readonly Section[] {
  const prose = text.replace(/```[\s\S]*?```/g, '');
  return prose.split(/^(?=#+ )/m).map((part) => {
    const pictures = [...part.matchAll(/!\[[^\]]*\]\(pictures\/([\w-]+)\.png\)/g)].map(([, name = '']) => name);
    const more = [...part.matchAll(/<!-- 屏幕：([\w-]+) -->/g)].map(([, name = '']) => name);
    const words = [...part.matchAll(/「([^」]+)」/g)].map(([, word = '']) => word);
    return { title: `${chapter} ${part.split('\n')[0]}`, pictures, screens: [...pictures, ...more], words };
  });
}

export const theGuide = (): readonly Section[] =>
  readdirSync(guideFolder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => sectionsOf(name, readFileSync(`${guideFolder}${name}`, 'utf8')));

/** What a person can read or have read aloud there: text, names of what has no text, choices. */
const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((one) =>
      ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name) ?? ''),
    );
    const choices = [...document.querySelectorAll('option')].map((one) => one.textContent ?? '');
    return [document.body.innerText, ...named, ...choices].join('\n');
  });

/** Pictures are written only when asked for: MENHU_PICTURES=1. The words are looked at each time. */
export class Album {
  readonly seen = new Map<string, string>();

  /** From the top of the page; an article that was asked for stays where it is. */
  async look(page: Page, name: string, from: 'the top' | 'where it is' = 'the top'): Promise<void> {
    if (from === 'the top') await page.evaluate(() => scrollTo(0, 0));
    this.seen.set(name, await wordsOn(page));
    if (!process.env.MENHU_PICTURES) return;
    await page.waitForLoadState('networkidle');
    // A page has few colours: a palette makes a third of it.
    await sharp(await page.screenshot())
      .png({ palette: true })
      .toFile(`${guideFolder}pictures/${name}.png`);
  }

  /** Faults of the guide against what was seen; none: every picture was made by the walk, and every word stands there. */
  faults(sections: readonly Section[], kept: readonly string[]): readonly string[] {
    const named = new Set(sections.flatMap(({ pictures }) => pictures));
    const words = sections.flatMap(({ title, screens, words }) => {
      const text = screens.map((name) => this.seen.get(name) ?? '').join('\n');
      return words
        .filter((word) => !text.includes(word))
        .map((word) => `${title}: 「${word}」 stands on none of ${screens}`);
    });
    return [
      ...[...named].filter((name) => !this.seen.has(name)).map((name) => `nobody makes ${name}.png`),
      ...[...this.seen.keys()].filter((name) => !named.has(name)).map((name) => `the guide doesn't show ${name}.png`),
      ...[...named]
        .filter((name) => !kept.includes(`${name}.png`))
        .map((name) => `${name}.png is not kept: MENHU_PICTURES=1`),
      ...kept.filter((name) => !named.has(name.replace(/\.png$/, ''))).map((name) => `${name} is shown nowhere`),
      ...words,
    ];
  }
}

export function expectInStep(album: Album): void {
  expect(album.faults(theGuide(), readdirSync(`${guideFolder}pictures`))).toEqual([]);
}
