/** Where a number comes from, in words: one that nobody has held against the official text is shown as such. */
import type { Basis, Block } from './types.ts';

const sources = { read: '读过原文', copy: '转引', memory: '凭记忆' } as const;

/** `出处：政府信息公开条例 第三十条（读过原文）`; 待核对 unless the original was read, or somebody confirmed it. */
export function sayBasis({ text, article, sure, confirmed_by, confirmed_on }: Basis): string {
  const where = article === undefined ? text : `${text} ${article}`;
  if (confirmed_by !== undefined)
    return `出处：${where}（${confirmed_by}${confirmed_on === undefined ? '' : ` ${confirmed_on} `}核对过）`;
  return `出处：${where}（${sources[sure]}${sure === 'read' ? '' : '，待核对'}）`;
}

/** What a block says beside its sentence: how far it binds, and where it comes from. */
export const sayBeside = ({ basis, force }: Pick<Block, 'basis' | 'force'>): readonly string[] => [
  ...(force === 'should' ? ['原则上如此：签了理由的，不算违反，也不扣分'] : []),
  ...(basis ? [sayBasis(basis)] : []),
];
