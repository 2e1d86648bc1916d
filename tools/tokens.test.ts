import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokens } from '../admin/tokens.ts';

/** The first block of the theme is the light one; the console has no other. */
function themeTokens(): Record<string, string> {
  const css = readFileSync(new URL('../themes/default/tokens.css', import.meta.url), 'utf8');
  const light = css.slice(css.indexOf(':root'), css.indexOf('}'));
  return Object.fromEntries([...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

test('the console and the public site take the same values for the same names', () => {
  const site = themeTokens();
  const shared = Object.entries(tokens).filter(([name]) => name in site);
  expect(shared.length).toBeGreaterThan(15);
  expect(Object.fromEntries(shared)).toEqual(Object.fromEntries(shared.map(([name]) => [name, site[name]])));
});
