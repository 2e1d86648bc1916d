/** Two files of ours, and how the profile prints them. */
import { clean } from './clean.ts';
import type { Cleaned, KnownFiles } from './types.ts';

export const picture = 'p'.repeat(26);
export const document = 'd'.repeat(26);
export const known: KnownFiles = new Map([
  [
    picture,
    {
      id: picture,
      kind: 'picture',
      name: '桥.jpg',
      type: 'JPEG',
      pieces: [
        { name: 'w960.jpg', size: 90_000, width: 960, height: 640 },
        { name: 'w480.jpg', size: 30_000, width: 480, height: 320 },
      ],
    },
  ],
  [
    document,
    {
      id: document,
      kind: 'document',
      name: '申请"表".pdf',
      type: 'PDF',
      pieces: [{ name: 'file.pdf', size: 1_234_567 }],
    },
  ],
]);

export const printed = {
  picture: (alt: string, caption = ''): string =>
    `<figure class="picture"><img src="/files/${picture}/w960.jpg" srcset="/files/${picture}/w480.jpg 480w, /files/${picture}/w960.jpg 960w" ` +
    `sizes="(max-width: 760px) 100vw, 760px" width="960" height="640" alt="${alt}" loading="lazy" />${caption && `<figcaption>${caption}</figcaption>`}</figure>`,
  document: (title: string): string =>
    `<p class="attachment"><a href="/files/${document}/file.pdf" download="申请&quot;表&quot;.pdf">${title}</a><span class="about">PDF，1.2 MB</span></p>`,
};

export function cleaned(html: string): Extract<Cleaned, { ok: true }> {
  const result = clean(html, known);
  if (!result.ok) throw new Error(result.code);
  return result;
}
