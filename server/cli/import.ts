/** `menhu import FILE… --site S --column C --as LOGIN`: each file becomes a saved first revision, and never more. */
import { join } from 'node:path';
import { openPool } from '../db/client.ts';
import { packageRoot } from '../db/package-root.ts';
import { runningUrl } from '../db/running.ts';
import type { Command, Outside } from './command.ts';
import { type Imported, importFile } from './import/file.ts';
import { placeOf } from './import/place.ts';
import { Usage } from './options.ts';

export const importFiles: Command = {
  name: 'import',
  usage: 'menhu import FILE… --site S --column C --as LOGIN [--unit U] [--data DIR]',
  about: 'makes drafts of .txt and .md files, for their writer to send in 导入草稿',
  takes: {
    values: {
      site: 'label or name of the site 网站',
      column: 'key or name of the column 栏目',
      as: 'the login name of the writer 撰稿人的用户名',
      unit: 'for which unit, when the writer has several 撰稿单位',
      data: 'default: DATA',
    },
    files: true,
  },
  run: async (given, outside) => {
    if (given.files.length === 0) throw new Usage('which file? 要导入哪个文件？');
    const [site, column, login] = [given.need('site'), given.need('column'), given.need('as')];
    const url = runningUrl(given.value('data') ?? join(packageRoot(), 'DATA'), outside.env);
    const { db, close } = openPool(url, { role: 'worker', max: 2 });
    try {
      const place = await placeOf(db, { site, column, login, unit: given.value('unit') });
      const done: Imported[] = [];
      for (const file of given.files) {
        const one = await importFile(db, place, file);
        for (const line of linesOf(one)) outside.text(line);
        done.push(one);
      }
      return summary(done, outside);
    } finally {
      await close();
    }
  },
};

function linesOf(one: Imported): readonly string[] {
  if (!one.ok) return [`未导入  ${one.file}：${one.refused}`];
  const was = one.already ? '早已导入' : '已存一稿';
  return [
    `${was}  ${one.file}：《${one.title}》，${one.characters.toLocaleString('zh-CN')} 字`,
    ...one.lost.map((what) => `          · ${what}`),
  ];
}

function summary(done: readonly Imported[], { text, json }: Outside): number {
  const failed = done.filter((one) => !one.ok).length;
  text(`共 ${done.length} 个文件，${done.length - failed} 个是草稿了，${failed} 个未导入。草稿要由撰稿人送审。`);
  json(done);
  return failed === 0 ? 0 : 1;
}
