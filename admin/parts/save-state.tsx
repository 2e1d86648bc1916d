/** Where the writer's text is just now: 正在存 → 09:40 已存, or on this machine only. */
import { Light } from './light.tsx';
import { timeOfDay } from './time.tsx';

export type Saving =
  | { kind: 'untouched' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'revision'; number: number }
  | { kind: 'away'; tries: number; keptHere: boolean }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string };

const here = (kept: boolean) => (kept ? '您的稿子还在本机' : '本机也存不下，请先把正文复制出来');

function says(s: Saving): string {
  switch (s.kind) {
    case 'untouched':
      return '';
    case 'unsaved':
      return '还没存';
    case 'saving':
      return '正在存';
    case 'saved':
      return `${timeOfDay(s.at)} 已存`;
    case 'revision':
      return `已存为第 ${s.number} 稿`;
    case 'away':
      return `没存上，${here(s.keptHere)}，已试 ${s.tries} 次，还会再试`;
    case 'signed-out':
      return '登录已过期，没存上，您的稿子还在本机';
    case 'refused':
      return `没存上，您的稿子还在本机：${s.message}`;
  }
}

export function SaveState({ saving }: { saving: Saving }) {
  const bad = saving.kind === 'away' || saving.kind === 'signed-out' || saving.kind === 'refused';
  return (
    <p className={bad ? 'save-state bad' : 'save-state'} role="status">
      {bad && <Light tone="warned" />}
      {(saving.kind === 'saved' || saving.kind === 'revision') && <Light tone="met" />}
      {says(saving)}
      {saving.kind === 'signed-out' && (
        <a href="/sign-in" target="_blank" rel="noopener">
          另开一页登录
        </a>
      )}
    </p>
  );
}
