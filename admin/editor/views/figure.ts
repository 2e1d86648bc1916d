/** A picture: itself, what it says to who can't see it, and its caption. */
import type { NodeView } from '@tiptap/pm/view';
import { nodeFor } from '../uploads/places.ts';
import { button, field, make, show } from './make.ts';
import { type Around, type Make, moveButtons, own, type Spot, setAttributes } from './piece.ts';

const shown = ['src', 'srcset', 'sizes', 'width', 'height', 'alt'] as const;

export const figureView =
  (around: Around): Make =>
  (first, view, pos) => {
    let node = first;
    const spot: Spot = { view, pos };
    const image = make('img', { draggable: 'false' });
    const alt = field('替代文字', node.attrs.alt, (value) => setAttributes(spot, { alt: value.replace(/\s+/g, ' ') }));
    const state = make('span', { class: 'piece-state', role: 'status' });
    const tools = make('div', { class: 'piece-tools', role: 'group', 'aria-label': '图片' }, [
      make('span', { class: 'piece-label', 'aria-hidden': 'true' }, ['替代文字']),
      alt,
      state,
      button('replace', '换图', () => void replace(spot, around), '换一张图片'),
      ...moveButtons(spot, '张图片'),
    ]);
    const caption = make('figcaption');
    const frame = make('div', { class: 'piece-in', contenteditable: 'false' }, [image, tools]);
    const dom = make('figure', { class: 'piece picture' }, [frame, caption]);
    const draw = () => {
      for (const name of shown) {
        const value = String(node.attrs[name]);
        if (value || name === 'alt') image.setAttribute(name, value);
        else image.removeAttribute(name);
      }
      show(alt, node.attrs.alt);
      const speaks = node.attrs.alt.trim() !== '';
      dom.classList.toggle('speechless', !speaks);
      alt.toggleAttribute('aria-invalid', false);
      if (!speaks) alt.setAttribute('aria-invalid', 'true');
      const words = speaks ? '' : '缺替代文字：写一句图里有什么，看不见图的人靠它';
      if (state.textContent !== words) state.textContent = words;
      caption.classList.toggle('blank', node.content.size === 0);
    };
    draw();
    const made: NodeView = {
      dom,
      contentDOM: caption,
      update: (next) => {
        if (next.type !== node.type) return false;
        node = next;
        draw();
        return true;
      },
      ...own(dom, caption),
    };
    return made;
  };

/** The new picture keeps caption and place; what it shows is said anew. */
async function replace(spot: Spot, around: Around): Promise<void> {
  const [file] = around.admit(await around.choose('picture', false), 'picture');
  const at = spot.pos();
  const { state } = spot.view;
  const old = at === undefined ? null : state.doc.nodeAt(at);
  const uploading = state.schema.nodes.uploading;
  if (!file || at === undefined || !old || !uploading) return;
  const id = around.queue.add(file, 'picture');
  around.queue.watch(id, () => {
    const now = around.queue.get(id)?.state;
    if (now?.is === 'done') swap(spot, nodeFor(spot.view.state, now.file, { purpose: 'picture', alt: '' }).attrs);
    if (now?.is === 'failed') around.tell(`《${file.name}》没有换上：${now.message}原来的图还在。`);
  });
}

function swap(spot: Spot, attrs: Readonly<Record<string, unknown>>): void {
  if (spot.view.isDestroyed) return;
  setAttributes(spot, attrs);
}
