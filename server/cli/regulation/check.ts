/** `menhu regulation check FILE…`: needs no installation and no database. */
import { allSound, checkFile, reportJson, reportText } from '../../regulations/check-report.ts';
import type { Command } from '../command.ts';
import { readText } from '../read-text.ts';
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
    const checked = files.map((file) => checkFile(file, readText(file)));
    text(reportText(checked));
    json(reportJson(checked));
    return allSound(checked) ? 0 : 1;
  },
};
