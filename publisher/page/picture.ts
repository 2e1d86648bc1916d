/** The first picture of a text, for the picture news of the home page: as the one profile prints it (docs/article-html.md). */
import { decode } from './words.ts';

/** `width` and `height` in px, of the widest piece; `srcset` is empty where there is only one. */
export type Picture = {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

const printed =
  /<figure class="picture"><img src="(\/files\/[a-z2-7]{26}\/[a-z0-9.]+)"(?: srcset="([^"]*)" sizes="[^"]*")? width="(\d+)" height="(\d+)" alt="([^"]*)"/;

export function firstPicture(html: string): Picture | undefined {
  const [, src, srcset = '', width, height, alt = ''] = printed.exec(html) ?? [];
  return src === undefined
    ? undefined
    : { src, srcset, width: Number(width), height: Number(height), alt: decode(alt) };
}
