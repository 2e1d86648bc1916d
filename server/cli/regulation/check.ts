/** `menhu regulation check FILE…`: needs no installation and no database. */
import { readFileSync } from 'node:fs';
import { allSound, checkFile, reportJson, reportText } from '../../regulations/check-report.ts';
import type { Command } from '../command.ts';
import { decode } from '../import/decode.ts';
import { Usage } from '../words.ts';

export const regulationCheck: Command = {
  name: 'regulation check',
  usage: 'menhu regulation check FILE…',
  about: {
    zh: '检查规定文本：哪里写错了，管到哪些条，每种情形走哪条流程',
    en: 'reads regulations: what is wrong, how far they are carried out, which chain follows when',
  },
  takes: { values: {}, files: true },
  run: async ({ files }, { text, json }) => {
    if (files.length === 0) throw new Usage({ zh: '要检查哪个文件？', en: 'which file?' });
    const checked = files.map((file) => checkFile(file, sourceOf(file)));
    text(reportText(checked));
    json(reportJson(checked));
    return allSound(checked) ? 0 : 1;
  },
};

function sourceOf(file: string): string {
  const read = decode(readFileSync(file));
  if (!read.ok) throw new Error(`${file}：${read.refused}`);
  return read.text;
}
