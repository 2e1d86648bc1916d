/** `menhu regulation diff OLD NEW`: needs no installation and no database. */
import { checkFile, reportText } from '../../regulations/check-report.ts';
import { diffJson, diffText } from '../../regulations/diff-report.ts';
import type { Command, Outside } from '../command.ts';
import { readText } from '../read-text.ts';
import { Usage } from '../words.ts';

export const regulationDiff: Command = {
  name: 'regulation diff',
  usage: 'menhu regulation diff OLD NEW',
  about: {
    zh: '比较一份规定的两版：职责更严还是更松，哪些情形改走别的流程，栏目、权限改了什么',
    en: 'compares two versions of a regulation in duties and chains, not in words',
  },
  more: {
    zh: '施行中的那一版用 menhu regulation show SLUG --source 打印出来。',
    en: 'menhu regulation show SLUG --source prints the text that is in force.',
  },
  takes: { values: {}, files: true },
  run: async ({ files }, outside) => {
    const [old, now, ...more] = files;
    if (old === undefined || now === undefined || more.length > 0)
      throw new Usage({ zh: '要比较哪两个文件？先写旧的，再写新的', en: 'which two files? The old one first' });
    return compared(old, now, outside);
  },
};

function compared(oldPath: string, nowPath: string, { text, json }: Outside): number {
  const [old, now] = [checkFile(oldPath, readText(oldPath)), checkFile(nowPath, readText(nowPath))];
  if (!old.regulation || !now.regulation) {
    const broken = [old, now].filter(({ regulation }) => !regulation);
    text(reportText(broken));
    json({ compared: false, faults: broken.map(({ file, faults }) => ({ file, faults })) });
    return 1;
  }
  const versions = { old: old.regulation, now: now.regulation };
  for (const line of diffText(versions)) text(line);
  json({ compared: true, ...diffJson(versions) });
  return 0;
}
