/** Reads a theme from its folder: Liquid templates, the token file, one stylesheet, one script. Markup and tokens, no logic. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Liquid, type Template } from 'liquidjs';
import { type TemplateName, type Templates, templateNames } from './page/bytes.ts';

export type Asset = { readonly path: string; readonly bytes: Buffer };
export type Theme = {
  readonly templates: Templates;
  readonly assets: readonly Asset[];
  readonly css: string;
  readonly js: string;
  /** Changes when any page may look different: the theme's files, or the program's own page functions. */
  readonly fingerprint: string;
};

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

function sourcesOf(folder: string, wanted: RegExp): [string, string][] {
  const names = readdirSync(folder).filter((n) => wanted.test(n) && !n.includes('.test.'));
  return names.sort().map((n) => [n, readFileSync(join(folder, n), 'utf8')]);
}

/** The name carries the content's hash, so that a browser may keep it for ever. */
function asset(kind: 'css' | 'js', text: string): Asset {
  return { path: `/assets/site.${sha256(text).slice(0, 10)}.${kind}`, bytes: Buffer.from(text) };
}

export function loadTheme(folder: string): Theme {
  const files = new Map(sourcesOf(folder, /\.(liquid|css|js)$/));
  const text = (name: string): string => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`theme ${folder} has no ${name}`);
    return found;
  };
  const engine = new Liquid({
    templates: Object.fromEntries([...files].filter(([n]) => n.endsWith('.liquid'))),
    extname: '.liquid',
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
  });
  const parsed = Object.fromEntries(
    templateNames.map((name) => [name, engine.parse(text(`${name}.liquid`), `${name}.liquid`)]),
  ) as Record<TemplateName, Template[]>;
  const css = asset('css', `${text('tokens.css')}\n${text('site.css')}`);
  const js = asset('js', text('site.js'));
  const pages = sourcesOf(fileURLToPath(new URL('./page', import.meta.url)), /\.(ts|js)$/);
  return {
    templates: { engine, parsed },
    assets: [css, js],
    css: css.path,
    js: js.path,
    fingerprint: sha256(JSON.stringify([[...files], pages])),
  };
}
