/** Hostile html: the lists of ../shared/material where they are, and in any case a few of our own of each kind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const lists = fileURLToPath(new URL('../../shared/material/xss', import.meta.url));
const ownOnes = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)" autofocus onfocus=alert(1)>x</a>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "data:,*{}"</style><body onload=alert(1)>',
  '<p class="missing"><img src=x onerror=alert(1)></p>',
  '<sup class="fnref"><a href="#fn-1" onclick=alert(1)>[1]</a></sup>',
  '<figure class="picture"><img src="/files/aaaaaaaaaaaaaaaaaaaaaaaaaa/x" onerror=alert(1)></figure>',
];

/** Each once. Binary files of the lists are left out: they are uploads, not text. */
export function payloads(): { readonly all: readonly string[]; readonly material: boolean } {
  if (!existsSync(lists)) return { all: ownOnes, material: false };
  const files = readdirSync(lists, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(txt|html?|svg|xml)$/.test(entry.name),
  );
  const found = files.flatMap((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    return entry.name.endsWith('.txt') ? text.split(/\r?\n/) : [text];
  });
  const plain = found.map((line) => line.replaceAll('\u0000', '')).filter((line) => line.trim() !== '');
  return { all: [...new Set([...ownOnes, ...plain])].filter((line) => line.isWellFormed()), material: true };
}

/** In every frame: what a payload would call is counted at the top. Its name is our own, so that no payload knows it. */
export const counter = `(() => {
  const count = () => { try { top.menhuRan = (top.menhuRan ?? 0) + 1; } catch {} };
  for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = count;
})()`;
