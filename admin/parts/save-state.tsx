/** Where the writer's text is just now: 正在存 → 09:40 已存, or on this machine only. */
import { Light } from './light.tsx';
import { timeOfDay } from './time.tsx';

/** What this machine keeps: not yet, since when (ms), or `none` where the browser keeps nothing. */
export type Here = { at: number } | 'none' | undefined;
export type Saving =
  | { kind: 'untouched' }
  | { kind: 'unsaved'; here: Here }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'revision'; number: number }
  | { kind: 'away'; tries: number; here: Here }
  | { kind: 'signed-out'; here: Here }
  | { kind: 'elsewhere'; here: Here }
  | { kind: 'refused'; message: string; here: Here };

const noneHere = '这个浏览器不能在本机留底（无痕窗口，或者磁盘满了）';

function here(h: Here): string {
  if (h === 'none') return `${noneHere}，请别关这一页，先把正文复制出来`;
  return h ? `您的稿子还在本机（${timeOfDay(h.at)} 存）` : '您的稿子还在这一页';
}

function says(s: Saving): string {
  switch (s.kind) {
    case 'untouched':
      return '';
    case 'unsaved':
      if (s.here === 'none') return `还没存；${noneHere}，存好以前请别关这一页`;
      return s.here ? `本机 ${timeOfDay(s.here.at)} 存了，服务器还没有` : '还没存';
    case 'saving':
      return '正在存';
    case 'saved':
      return `${timeOfDay(s.at)} 已存`;
    case 'revision':
      return `已存为第 ${s.number} 稿`;
    case 'away':
      return `没存上，${here(s.here)}，已试 ${s.tries} 次，还会再试`;
    case 'signed-out':
      return `登录已过期，没存上，${here(s.here)}`;
    case 'elsewhere':
      return `先不存：另一处也存过这份草稿。${here(s.here)}`;
    case 'refused':
      return `没存上，${here(s.here)}：${s.message}`;
  }
}

const isBad = (s: Saving): boolean =>
  ['away', 'signed-out', 'refused', 'elsewhere'].includes(s.kind) || (s.kind === 'unsaved' && s.here === 'none');

/** `again`: the same words a second time, where the eye is; they are read out only once. */
export function SaveState({ saving, again }: { saving: Saving; again?: true }) {
  const bad = isBad(saving);
  if (again && !bad) return null;
  return (
    <p
      className={`save-state${bad ? ' bad' : ''}${again ? ' again' : ''}`}
      {...(again ? { 'aria-hidden': true } : { role: 'status' })}
    >
      {bad && <Light tone="warned" />}
      {(saving.kind === 'saved' || saving.kind === 'revision') && <Light tone="met" />}
      {says(saving)}
      {saving.kind === 'signed-out' && !again && (
        <a href="/sign-in" target="_blank" rel="noopener">
          另开一页登录
        </a>
      )}
    </p>
  );
}
