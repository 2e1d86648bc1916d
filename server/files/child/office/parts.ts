/** An Office file as its parts and what leads from one to the other (the packaging of ECMA-376 part 2). */
import { posix } from 'node:path';
import { Refused } from '../not-taken.ts';
import { sameName } from '../zip/names.ts';
import type { Entry } from '../zip/read.ts';
import { readXml } from './xml.ts';

export type Relation = {
  readonly id: string;
  /** The last part of the type's address: image, comments. */
  readonly type: string;
  readonly fullType: string;
  /** A part's name, or, outside, an address as it stands. */
  readonly target: string;
  readonly outside: boolean;
};

export type Parts = {
  readonly get: (name: string) => Entry | undefined;
  readonly mediaTypeOf: (name: string) => string;
  /** What leads from the part `name` (from the whole file: '') to others, in order. */
  readonly relationsOf: (name: string) => readonly Relation[];
  readonly names: readonly string[];
};

const value = (attributes: readonly { local: string; value: string }[], local: string): string =>
  attributes.find((attribute) => attribute.local === local)?.value ?? '';

/** Throws Refused where the directory of the package can't be read. */
export function partsOf(entries: readonly Entry[]): Parts {
  const byName = new Map(entries.map((entry) => [sameName(entry.name), entry]));
  const get = (name: string) => byName.get(sameName(name));
  const { defaults, overrides } = mediaTypes(get('[Content_Types].xml'));
  return {
    get,
    names: entries.map(({ name }) => name),
    mediaTypeOf: (name) =>
      overrides.get(sameName(name)) ?? defaults.get(posix.extname(name).slice(1).toLowerCase()) ?? '',
    relationsOf(name) {
      const entry = get(relationsName(name));
      return entry ? relationsIn(entry, name) : [];
    },
  };
}

/** word/document.xml → word/_rels/document.xml.rels */
export const relationsName = (part: string): string =>
  part === '' ? '_rels/.rels' : `${posix.join(posix.dirname(part), '_rels', posix.basename(part))}.rels`;

function mediaTypes(entry: Entry | undefined) {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  if (entry)
    readXml(entry.bytes, entry.name, {
      open({ local, attributes }) {
        const type = value(attributes, 'ContentType');
        if (local === 'Default') defaults.set(value(attributes, 'Extension').toLowerCase(), type);
        if (local === 'Override') overrides.set(sameName(value(attributes, 'PartName').replace(/^\//, '')), type);
        return true;
      },
    });
  return { defaults, overrides };
}

function relationsIn(entry: Entry, source: string): Relation[] {
  const found: Relation[] = [];
  readXml(entry.bytes, entry.name, {
    open({ local, attributes }) {
      if (local !== 'Relationship') return true;
      const fullType = value(attributes, 'Type');
      const address = value(attributes, 'Target');
      // #Sheet2!A1 leads to a place, not to a part.
      const outside = value(attributes, 'TargetMode').toLowerCase() === 'external' || address.startsWith('#');
      const target = outside ? address : resolved(address, source);
      found.push({ id: value(attributes, 'Id'), type: fullType.split('/').at(-1) ?? '', fullType, target, outside });
      return true;
    },
  });
  if (new Set(found.map(({ id }) => id)).size < found.length) throw strange(entry.name);
  return found;
}

function resolved(address: string, source: string): string {
  const [path] = address.split('#') as [string];
  let plain = path.replaceAll('\\', '/');
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // A bare % is part of the name.
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) throw strange(relationsName(source));
  const joined = plain.startsWith('/') ? plain.slice(1) : posix.join(posix.dirname(source), plain);
  if (joined.startsWith('..')) throw strange(relationsName(source));
  return posix.normalize(joined);
}

const strange = (part: string) =>
  new Refused('part_broken', `文件的结构不正常（${part}）。请用 Office 或 WPS 打开，另存一次再传`);
