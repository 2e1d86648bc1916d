/** Sets, changes and takes away a link, and says where it leads before it stands in the text. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import type { Desk } from '../desk.ts';
import { judge } from '../html/address.ts';
import { linkAt, setLink, unlink } from '../insert/link.ts';
import { closeThen } from './close-then.ts';

export function LinkDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const [linked] = useState(() => linkAt(desk.editor));
  const [href, setHref] = useState(linked.href);
  const [words, setWords] = useState(linked.words);
  const [asked, setAsked] = useState(false);
  const judged = judge(href);
  const says = useId();
  const set = () => {
    setAsked(true);
    if (!judged.ok) return;
    const { href: to } = judged;
    closeThen(onClose, () => setLink(desk.editor, linked, to, words.trim()));
  };
  return (
    <Dialog title={linked.href ? '修改链接' : '加链接'} onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          set();
        }}
      >
        <Field
          label="地址"
          hint="网页地址、邮箱，或以 / 开头的本站地址"
          error={asked && !judged.ok ? judged.says : undefined}
        >
          {(a) => <Input {...a} autoFocus value={href} onChange={(e) => setHref(e.target.value)} />}
        </Field>
        <Field label="显示的文字" hint="不写就显示地址">
          {(a) => <Input {...a} value={words} onChange={(e) => setWords(e.target.value)} />}
        </Field>
        <p className="small dim" id={says} aria-live="polite">
          {href.trim() !== '' && judged.ok ? judged.says : ''}
        </p>
        <div className="buttons">
          <Button type="primary" htmlType="submit" aria-describedby={says}>
            {linked.href ? '改链接' : '加上链接'}
          </Button>
          {linked.href && (
            <Button onClick={() => closeThen(onClose, () => unlink(desk.editor, linked))}>去掉链接</Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
