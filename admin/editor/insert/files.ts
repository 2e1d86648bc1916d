/** Puts files into the text: their places at once, themselves when they are there. */
import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { sumOf } from '../figures.ts';
import { sorted } from '../uploads/judge.ts';
import { insertBlocks } from '../uploads/places.ts';
import type { Purpose, Queue } from '../uploads/queue.ts';

/** Names and reasons of what may not come; undefined: all of it comes. */
export type Tell = (title: string, lines: readonly string[]) => void;

export const filesIn = (doc: Node): number => {
  const { files, uploads } = sumOf(doc);
  return new Set(files).size + uploads.length;
};

/** `wish`: where they shall go; without one pictures are shown, the rest is attached. `at`: where; else at the cursor. */
export function insertFiles(
  view: EditorView,
  queue: Queue,
  files: readonly File[],
  tell: Tell,
  { wish, at }: { wish?: Purpose | undefined; at?: number | undefined } = {},
): void {
  const { taken, refused } = sorted(files, wish, filesIn(view.state.doc));
  const { uploading } = view.state.schema.nodes;
  if (refused.length > 0)
    tell(
      `${refused.length} 个文件没有放进来`,
      refused.map(({ name, why }) => `《${name}》${why}`),
    );
  if (taken.length === 0 || !uploading) return;
  const places = taken.map(({ file, purpose }) => uploading.create({ id: queue.add(file, purpose) }));
  view.dispatch(insertBlocks(view.state.tr, places, at).scrollIntoView());
}
