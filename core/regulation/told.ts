/** What a block of a regulation makes happen, in plain Chinese: for the reader beside the article's words. */
import { verbs } from '../vocabulary/words.ts';
import { sayBeside } from './basis.ts';
import { postIn } from './chain-words.ts';
import type { RawBlock } from './markdown.ts';
import { tellFlow, tellStep } from './told-chain.ts';
import type { Block, PostRef, Regulation, UnitRef } from './types.ts';

/**
 * One thing that a block says. What it is about comes along, so that whoever knows the real units can add them: a post
 * (and who `stand`s in for it), a unit that something is given to, or a column by its id.
 */
export type Line = {
  readonly says: string;
  readonly post?: PostRef;
  readonly stand?: PostRef;
  readonly unit?: UnitRef;
  readonly column?: string;
};
/** `ordered`: the lines are steps, one after the other. `publish` is who may then publish; `more` what else holds. */
export type TellLines = {
  readonly about: string;
  readonly ordered?: true;
  readonly lines: readonly Line[];
  readonly publish?: readonly Line[];
  readonly more?: readonly string[];
};
/** `text`: the block as it stands in the regulation, without the marks of its fence. */
export type Told = TellLines & {
  readonly kind: string;
  readonly kindName: string;
  readonly id: string;
  readonly reading?: string;
  readonly text: string;
};

export const kindNames: Readonly<Record<string, string>> = {
  flow: '审批流程',
  step: '加的一步',
  posts: '岗位',
  columns: '栏目',
  remit: '职责归属',
  note: '说明',
  facility: '系统保证',
  check: '内容检查',
  duty: '职责和期限',
  filing: '备案登记',
  finding: '问题认定',
  retention: '保存期限',
  letters: '来信办理',
  score: '考核表',
  line: '考核项目',
  award: '评奖',
  bulletin: '通报',
};

export function tell(block: Block, raw: RawBlock | undefined, regulation: Regulation): Told {
  const lines = linesOf(block, raw, regulation);
  const more = [...(lines.more ?? []), ...sayBeside(block)];
  return {
    kind: block.kind,
    kindName: kindNames[block.kind] ?? block.kind,
    id: block.id,
    ...(block.reading === undefined ? {} : { reading: block.reading }),
    text: raw?.text ?? '',
    ...lines,
    ...(more.length > 0 ? { more } : {}),
  };
}

function linesOf(block: Block, raw: RawBlock | undefined, regulation: Regulation): TellLines {
  switch (block.kind) {
    case 'flow':
      return tellFlow(block, regulation);
    case 'step':
      return tellStep(block, regulation);
    case 'posts':
      return tellPosts(block, raw, regulation);
    case 'columns': {
      const [about = '', rest = ''] = halves(block.says, '：');
      const ids = entriesOf(raw).map((entry) => entry.id);
      return { about, lines: parts(rest).map((says, i) => ({ says, ...(ids[i] ? { column: ids[i] } : {}) })) };
    }
    case 'remit': {
      const to = entriesOf(raw).map((entry) => entry.who);
      return { about: '', lines: parts(block.says).map((says, i) => ({ says, ...(to[i] ? { unit: to[i] } : {}) })) };
    }
    case 'check':
    case 'filing':
    case 'finding':
    case 'letters':
    case 'score':
    case 'award':
      return { about: '', lines: parts(block.says).map((says) => ({ says })) };
    default:
      return { about: '', lines: [{ says: block.says }] };
  }
}

/** The sentence of a block has a part for each entry of its list. */
const parts = (says: string): readonly string[] => says.split('；');
const halves = (says: string, mark: string): readonly [string, string] => {
  const at = says.indexOf(mark);
  return [says.slice(0, at), says.slice(at + 1)];
};

/** An entry as it is written; blocks of one id add up, so that the regulation itself no longer knows who said what. */
type Entry = {
  readonly id?: string;
  readonly of?: string;
  readonly who?: string;
  readonly may?: string | readonly string[];
  readonly min?: number;
  readonly max?: number;
};

const listIn = (raw: RawBlock | undefined, key: string): readonly unknown[] => {
  const body = raw?.body?.root.toJSON() as Readonly<Record<string, unknown>> | undefined;
  const list = body?.[key];
  return Array.isArray(list) ? list : [];
};
const entriesOf = (raw: RawBlock | undefined): readonly Entry[] => listIn(raw, 'list') as readonly Entry[];

/** Composed anew, since two units may give one post two names (ZJ: 处室负责人, 办公室领导). */
function tellPosts(block: Block, raw: RawBlock | undefined, regulation: Regulation): TellLines {
  const lines = entriesOf(raw).flatMap((entry) => {
    const post = regulation.posts.find(({ id, of }) => id === entry.id && (entry.of === undefined || of === entry.of));
    return post ? [postLine(entry, { post: [post.id], of: post.of }, regulation)] : [];
  });
  const apart = parts(block.says).slice(entriesOf(raw).length);
  return { about: '', lines: [...lines, ...apart.map((says) => ({ says }))] };
}

function postLine(entry: Entry, post: PostRef, regulation: Regulation): Line {
  return { says: `${postIn(post, regulation)}${sayRights(entry)}`, post };
}

/** `可以写稿、报送（至少 1 人）`; empty where nothing is said of it. */
export function sayRights({ may, min, max }: Pick<Entry, 'may' | 'min' | 'max'>): string {
  const does = [may ?? []].flat().map((verb) => verbs[verb] ?? verb);
  const many = [...(min === undefined ? [] : [`至少 ${min} 人`]), ...(max === undefined ? [] : [`至多 ${max} 人`])];
  return `${does.length > 0 ? `可以${does.join('、')}` : ''}${many.length > 0 ? `（${many.join('，')}）` : ''}`;
}
