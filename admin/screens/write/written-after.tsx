/** Above a text that began as a copy: which, and that its title is still the other's. */
import { ErrorBox, Notice } from '../../parts/error-box.tsx';
import type { Opened } from './opened.ts';

export function WrittenAfter({ opened: { after, lost }, title }: { opened: Opened; title: string }) {
  if (lost) return <ErrorBox error={lost}>没有带来要照着写的那一篇，请从空白写起。</ErrorBox>;
  if (after === undefined) return null;
  const isSame = title.trim() === after.trim();
  return (
    <Notice tone={isSame ? 'warned' : 'pending'}>
      <p>
        照《{after}》写的新稿件，还没存到服务器，改动以后才会存。
        {isSame && <b>标题还是原来的，请改。</b>}
        时间、地点、文号、联系人也请逐项核对。
      </p>
    </Notice>
  );
}
