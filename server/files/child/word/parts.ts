/** The parts of a Word file, and how they refer to each other. */
import { posix } from 'node:path';
import { Refused } from '../not-taken.ts';
import type { Entry } from '../zip/read.ts';
import { elements, parseXml, type Xml } from './xml.ts';

/** `target`: the part's name, or an address when it lies outside of the file. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
};

const wordMain = /wordprocessingml\.(document|template)\.main\+xml$/;

export class Parts {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #types: Xml | undefined;
  constructor(entries: readonly Entry[]) {
    // Names of parts don't tell capital letters from small ones.
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.#types = this.xml('[Content_Types].xml');
  }

  bytes(name: string): Buffer | undefined {
    return this.#entries.get(name.toLowerCase())?.bytes;
  }
  /** The tree of a part that is there. Throws Refused when it can't be read. */
  xml(name: string | undefined): Xml | undefined {
    const bytes = name === undefined ? undefined : this.bytes(name);
    return bytes && name !== undefined ? parseXml(bytes, name) : undefined;
  }
  relations(part: string): ReadonlyMap<string, Relation> {
    const { dir, base } = posix.parse(part);
    const root = this.xml(posix.join(dir, '_rels', `${base}.rels`));
    return new Map(elements(root).map((one) => [one.at.Id ?? '', relation(one, dir)]));
  }

  /** The text itself. Throws Refused when this is another kind of file. */
  main(): string {
    const found = [...this.relations('').values()].find(({ type }) => type.endsWith('/officeDocument'));
    const name = found?.target ?? 'word/document.xml';
    if (!this.bytes(name))
      throw new Refused('not_word', '这不是 Word 文件：里面没有正文。请用 Word 或 WPS 另存为 DOCX 后再传');
    const type = this.#typeOf(name);
    if (/macroEnabled/i.test(type))
      throw new Refused('macros', '这个文件带宏（程序），不能接收。请另存为“Word 文档（*.docx）”后再传');
    if (!wordMain.test(type))
      throw new Refused(
        'not_word',
        '这不是 Word 文件，像是改了扩展名的表格或演示文稿。请打开它，把内容存成 DOCX 后再传',
      );
    return name;
  }
  #typeOf(name: string): string {
    const types = elements(this.#types);
    const same = (part: string | undefined) => part?.toLowerCase() === `/${name}`.toLowerCase();
    const own = types.find((one) => one.name === 'ct:Override' && same(one.at.PartName));
    const extension = posix.extname(name).slice(1).toLowerCase();
    const other = types.find((one) => one.name === 'ct:Default' && one.at.Extension?.toLowerCase() === extension);
    return (own ?? other)?.at.ContentType ?? '';
  }
  /** Names of all parts that match. */
  named(pattern: RegExp): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name).filter((name) => pattern.test(name));
  }
}

function relation(one: Xml, folder: string): Relation {
  const { Id: id = '', Type: type = '', Target: given = '', TargetMode: mode } = one.at;
  const outside = mode === 'External';
  const target = outside ? given : posix.normalize(given.startsWith('/') ? given.slice(1) : posix.join(folder, given));
  return { id, type, target, outside };
}
