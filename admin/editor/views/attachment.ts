/** An attachment in the text: what kind of file, what the reader reads, how large. */
import { field, make, show } from './make.ts';
import { type Make, moveButtons, own, type Spot, setAttributes } from './piece.ts';

const kindOf = (about: string, download: string): string =>
  about.split('，')[0] || (/\.([^.]+)$/.exec(download)?.[1]?.toUpperCase() ?? '文件');

export const attachmentView: Make = (first, view, pos) => {
  let node = first;
  const spot: Spot = { view, pos };
  const kind = make('span', { class: 'piece-kind' });
  const about = make('span', { class: 'dim small' });
  const name = field('附件名称', node.attrs.title, (value) =>
    setAttributes(spot, { title: value.replace(/\s+/g, ' ') }),
  );
  const tools = make('div', { class: 'piece-tools', role: 'group', 'aria-label': '附件' }, [
    kind,
    name,
    about,
    ...moveButtons(spot, '个附件'),
  ]);
  const dom = make('div', { class: 'piece attachment', contenteditable: 'false' }, [tools]);
  const draw = () => {
    kind.textContent = kindOf(node.attrs.about, node.attrs.download);
    about.textContent = node.attrs.about;
    show(name, node.attrs.title);
  };
  draw();
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    ...own(dom),
  };
};
