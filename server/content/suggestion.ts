/** What a reviewer suggested with the run that he returned (JY-13), as its author reads it. */
import type { SuggestionView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { fileView } from '../file-view.ts';
import { textOf } from '../html/text.ts';
import type { Fields } from './body.ts';
import type { Known } from './facts.ts';
import { filesByIds } from './files.ts';
import { postName } from './post-names.ts';
import type { RunRow } from './store.ts';

/** Undefined where the run came back without one. */
export async function suggestionOf(db: Database, run: RunRow, { path }: Known): Promise<SuggestionView | undefined> {
  const row = await db
    .selectFrom('content.suggestion')
    .select(['fields', 'html', 'fileIds'])
    .where('runId', '=', run.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reprint = false, link = '', ...fields } = row.fields as Fields;
  const step = run.chain.steps[run.step];
  return {
    ...fields,
    reprint,
    link,
    html: row.html,
    text: textOf(row.html),
    files: (await filesByIds(db, row.fileIds)).map(fileView),
    postName: step ? step.post.map((post) => postName(path, post, step.units[0])).join('或') : '',
  };
}
