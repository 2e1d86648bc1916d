/** A file on its way: how far, what went wrong, and the ways to stop it or try again. */
import type { Entry, State } from '../uploads/queue.ts';
import { button, make } from './make.ts';
import { type Around, type Make, own, remove, type Spot } from './piece.ts';

function words({ state }: Entry): string {
  if (state.is === 'waiting') return '排队等着传';
  if (state.is === 'sending')
    return state.words ?? (state.part < 1 ? `正在传 ${Math.floor(state.part * 100)}%` : '传完了，正在检查');
  if (state.is === 'failed') return `没传上：${state.message}`;
  return state.is === 'stopped' ? '已停下，没有传' : '传好了';
}

const canStop = (state: State) => state.is === 'waiting' || state.is === 'sending';
const canRetry = (state: State) => state.is === 'failed' || state.is === 'stopped';

export const uploadingView =
  ({ queue }: Around, settle: (id: string) => void): Make =>
  (node, view, pos) => {
    const id = String(node.attrs.id);
    const spot: Spot = { view, pos };
    const said = make('span', { class: 'piece-words' });
    const bar = make('progress', { max: '1', 'aria-label': '上传进度' });
    const stop = button('stop', '取消', () => remove(spot));
    const again = button('again', '重传', () => queue.again(id));
    const gone = button('remove', '去掉', () => remove(spot));
    const name = queue.get(id)?.file.name ?? '一个文件';
    const frame = make('div', { class: 'piece-in', contenteditable: 'false', role: 'group', 'aria-label': name }, [
      make('strong', {}, [name]),
      bar,
      said,
      make('div', { class: 'piece-tools' }, [stop, again, gone]),
    ]);
    const caption = make('p', { class: 'piece-caption' });
    const dom = make('div', { class: 'piece uploading' }, [frame, caption]);
    const draw = () => {
      const entry = queue.get(id);
      // Only a place that came from elsewhere has no upload: it can but be taken away.
      const state: State = entry?.state ?? { is: 'failed', message: '' };
      said.textContent = entry ? words(entry) : '这里的上传已经断了，请删掉后重新传。';
      bar.value = state.is === 'sending' ? state.part : 0;
      bar.hidden = state.is !== 'sending';
      stop.hidden = !canStop(state);
      again.hidden = !entry || !canRetry(state);
      gone.hidden = canStop(state);
      dom.classList.toggle('failed', canRetry(state));
      // Brought back by a step backwards after it had been finished.
      if (state.is === 'done') settle(id);
    };
    const end = queue.watch(id, draw);
    draw();
    return {
      dom,
      contentDOM: caption,
      update: (next) => next.type === node.type && next.attrs.id === id,
      ...own(dom, caption),
      destroy: () => void end(),
    };
  };
