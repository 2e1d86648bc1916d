/** The words of cleaned html: a line for each block, cells divided by a tab. For counting, comparing, searching. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** `html` as the profile prints it; of any other html the answer is words without sense. */
export function textOf(html: string): string {
  return html
    .replace(/<span class="about">[^<]*<\/span>|<a class="back"[^>]*>↩<\/a>/g, '')
    .replace(/<br \/>|<\/(?:p|h[2-4]|figcaption|caption|tr)>(?!<\/t[dh]>)/g, '\n')
    .replace(/<\/t[dh]>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.replace(/\t+$/, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** Ids of files of ours that any html may name, so that they can be looked up before it is cleaned. */
export const fileIdsIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/\/files\/([a-z2-7]{26})\//g)].map((found) => found[1] ?? '')),
];
