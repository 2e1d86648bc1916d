/** The text as html. What is typed here goes through the server's cleaning, and what that took away is said. */
import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { inLines } from '../html/lines.ts';
import type { Cleaned } from '../props.ts';

type Props = {
  html: string;
  clean: (html: string) => Promise<Cleaned>;
  /** False: it was not taken, and why has been said. */
  onApply: (cleaned: Cleaned) => boolean;
  onClose: () => void;
};

export function SourceView({ html, clean, onApply, onClose }: Props) {
  const [first] = useState(() => inLines(html));
  const [text, setText] = useState(first);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [leaving, setLeaving] = useState(false);
  const changed = text !== first;
  const close = () => (changed && !leaving ? setLeaving(true) : onClose());
  const apply = async () => {
    setBusy(true);
    setError('');
    try {
      if (onApply(await clean(text))) onClose();
    } catch (failed) {
      setError(failed instanceof Error ? failed.message : String(failed));
    } finally {
      setBusy(false);
    }
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.key !== 'Escape' || e.nativeEvent.isComposing) return;
    e.preventDefault();
    e.stopPropagation();
    close();
  };
  return (
    <section className="source" aria-label="源代码" onKeyDown={onKey}>
      <p className="small dim">
        这里是正文的 HTML。应用时会按本站的格式清理：不认识的标签、样式和脚本去掉，去掉了什么会告诉您。Esc 回到正文。
      </p>
      <Input.TextArea
        className="source-text"
        aria-label="正文的 HTML"
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(e) => {
          setText(e.target.value);
          setLeaving(false);
        }}
      />
      {error && (
        <p className="why bad" role="alert">
          没有应用：{error}
        </p>
      )}
      {leaving && (
        <p className="why" role="alert">
          改动还没有应用。要保留就点“应用到正文”，不要了就再按一次 Esc 或点“放弃改动”。
        </p>
      )}
      <div className="buttons">
        <Button type="primary" loading={busy} onClick={() => void apply()}>
          应用到正文
        </Button>
        <Button onClick={leaving || !changed ? onClose : close}>{leaving ? '放弃改动' : '回到正文'}</Button>
      </div>
    </section>
  );
}
