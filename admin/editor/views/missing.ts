/** A picture that did not come: loud, with the way to bring it. A text that has one can't be sent. */
import { closeHistory } from '@tiptap/pm/history';
import { button, make } from './make.ts';
import { type Around, type Make, own, remove, type Spot } from './piece.ts';

export const missingView =
  (around: Around): Make =>
  (node, view, pos) => {
    const spot: Spot = { view, pos };
    const dom = make('div', { class: 'piece missing', contenteditable: 'false', role: 'group', 'aria-label': '缺图' }, [
      make('strong', {}, [String(node.attrs.words)]),
      make('div', { class: 'piece-tools' }, [
        button('upload', '上传图片', () => void bring(spot, around)),
        button('remove', '删除这一行', () => remove(spot)),
      ]),
    ]);
    return { dom, ...own(dom) };
  };

async function bring({ view, pos }: Spot, { choose, admit, queue }: Around): Promise<void> {
  const [file] = admit(await choose('picture', false), 'picture');
  const at = pos();
  const { uploading } = view.state.schema.nodes;
  if (!file || at === undefined || !uploading) return;
  const place = uploading.create({ id: queue.add(file, 'picture') });
  view.dispatch(closeHistory(view.state.tr.replaceWith(at, at + 1, place)));
}
