/** Who may import whom, as the design draws it. Types and values alike, unless a line says otherwise. */
import { posix } from 'node:path';
import { type Fault, fault, importsOf, type Rule, type Source } from './syntax.ts';
import { isDevelopment } from './tree.ts';

type Area = {
  /** Path prefixes of our own that may be imported, beside the area itself. */
  readonly ours: readonly string[];
  /** Packages; undefined: any that package.json has. */
  readonly packages?: readonly string[];
  readonly node?: false;
};

const pure = ['yaml', 'unified', 'remark-parse', 'remark-frontmatter', 'zod', 'canonicalize'];

/** The nearest prefix counts. A path under none of them is a fault: a new folder gets its line here first. */
const areas: Readonly<Record<string, Area>> = {
  'core/': { ours: [], packages: pure, node: false },
  // The table of endpoints is shared with the console, so it is as pure as the core.
  'server/contract/': { ours: ['core/'], packages: ['zod'], node: false },
  // One lock and one way to find the package, shared with start.mjs, which has nothing but Node.
  'server/db/': { ours: ['core/', 'server/now.ts', 'start/'] },
  'bundle/': { ours: ['core/'] },
  'publisher/': { ours: ['core/', 'bundle/', 'server/db/'] },
  'edge/': { ours: ['core/', 'bundle/'] },
  'admin/': { ours: ['core/', 'server/contract/'], node: false },
  'world/': { ours: ['core/', 'server/'] },
  'server/': { ours: ['core/', 'world/', 'start/'] },
  'bin/': { ours: ['core/', 'server/', 'world/', 'start/'] },
  // What it starts is compiled first.
  'start.mjs': { ours: ['start/', 'dist/'], packages: [] },
  'start/': { ours: [], packages: [] },
};
/** The one place where the inside meets its publisher. */
const startsPublisher = /^server\/main(\.ts|\/)/;

const modules =
  'content files regulations duties filings letters assessments people sites operations registers notices'.split(' ');
const moduleOf = (path: string) => modules.find((name) => path.startsWith(`server/${name}/`));

/** The mechanism of the rule book, and the subjects it must not know. */
const mechanism = /^core\/(moves|calendar|access|outcome|log)\.ts$/;
const subject = /^core\/(article|letter|sheet|filing|site|login)[./-]/;

const areaOf = (path: string) =>
  Object.keys(areas)
    .filter((prefix) => path.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];

const isPackage = (from: string) => !from.startsWith('.') && !from.startsWith('node:');
const packageOf = (from: string) => from.split('/', from.startsWith('@') ? 2 : 1).join('/');

function ours(path: string, target: string, area: string): string | undefined {
  const [from, to] = [moduleOf(path), moduleOf(target)];
  if (from && to && from !== to) return `server/${from} may not import server/${to}: read its published SQL view`;
  if (mechanism.test(path) && subject.test(target)) return 'the mechanism may not import a subject';
  if (target.startsWith('publisher/') && startsPublisher.test(path)) return undefined;
  if (target.startsWith(area) && areaOf(target) === area) return undefined;
  // Inside server/ the shell, the modules, the contract and the database are one program.
  if (area === 'server/' && target.startsWith('server/')) return undefined;
  if (areas[area]?.ours.some((prefix) => target.startsWith(prefix))) return undefined;
  return `${area} may not import ${target}`;
}

/** Import directions, for product code and for the tests beside `core/`, which must stay as pure as what they test. */
export const directions: Rule = (source) => {
  if (isDevelopment(source.path)) return source.path.startsWith('core/') ? coreTest(source) : [];
  const area = areaOf(source.path);
  if (area === undefined) return [`${source.path}:1: no rule says what may be imported here (tools/tidy/imports.ts)`];
  const allowed = areas[area] as Area;
  return importsOf(source).flatMap(({ from, typeOnly, node }) => {
    const wrong = isPackage(from)
      ? // A type of a package leaves no trace in what runs: mdast has nothing else.
        !typeOnly && allowed.packages?.includes(packageOf(from)) === false && `${area} may not import ${from}`
      : from.startsWith('node:')
        ? allowed.node === false && `${area} may not import ${from}`
        : ours(source.path, posix.join(posix.dirname(source.path), from), area);
    return wrong ? [fault(source, node, wrong)] : [];
  });
};

function coreTest(source: Source): Fault[] {
  return importsOf(source).flatMap(({ from, node }) => {
    const target = from.startsWith('.') ? posix.join(posix.dirname(source.path), from) : 'core/';
    return target.startsWith('core/') ? [] : [fault(source, node, `a test of core/ may not import ${target}`)];
  });
}

/** Libraries that sit behind one file, or one folder, of ours: changing one is a change in one place. */
const behind: Readonly<Record<string, string>> = {
  pg: 'server/db/',
  '@hono/node-server': '',
  '@node-rs/argon2': '',
  '@cantoo/pdf-lib': '',
  '@tiptap/core': 'admin/editor/',
  '@tiptap/pm': 'admin/editor/',
  mammoth: '',
  nodemailer: '',
  parse5: 'server/html/',
  'sanitize-html': '',
  saxes: 'server/files/child/',
  sharp: '',
  yauzl: '',
  yazl: '',
  canonicalize: '',
  liquidjs: '',
  'remark-frontmatter': '',
  'remark-parse': '',
};

/** Each library of that list is imported from its folder only; where none is named, from one file only. */
export function oneDoorPerLibrary(sources: readonly Source[]): Fault[] {
  return Object.entries(behind).flatMap(([name, folder]) => {
    const uses = sources
      .filter((source) => !isDevelopment(source.path))
      .filter((source) => importsOf(source).some(({ from, typeOnly }) => !typeOnly && packageOf(from) === name))
      .map((source) => source.path);
    const wrong = folder ? uses.filter((path) => !path.startsWith(folder)) : uses.slice(1);
    return wrong.map((path) => `${path}:1: ${name} already sits behind ${folder || uses[0]}`);
  });
}

/** Rings of imports that run: each is given once, as the path it takes. Types make no ring. */
export function rings(sources: readonly Source[]): Fault[] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => posix.join(posix.dirname(source.path), from)),
    ]),
  );
  const done = new Set<string>();
  const found: Fault[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of edges.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) follow(path, []);
  return found;
}
