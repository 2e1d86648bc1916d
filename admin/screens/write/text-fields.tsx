/** Title, source, author and the text. The text is plain: a line is a paragraph, `## ` a heading, `- ` a list line. */
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import type { Draft } from '../../local.ts';
import { countWords } from '../../parts/article-sheet.tsx';
import { Field } from '../../parts/field.tsx';

type Props = {
  draft: Draft;
  change: (draft: Draft) => void;
  errors: Readonly<Record<string, string>>;
  onLeave: () => void;
};

/** Puts a mark before the line in which the cursor stands, or takes it away when it is there. */
function marked(text: string, cursor: number, mark: string): string {
  const start = text.lastIndexOf('\n', cursor - 1) + 1;
  const rest = text.slice(start);
  return text.slice(0, start) + (rest.startsWith(mark) ? rest.slice(mark.length) : mark + rest);
}

export function TextFields({ draft, change, errors, onLeave }: Props) {
  const { body } = draft;
  const area = useRef<TextAreaRef>(null);
  const set = (part: Partial<Draft['body']>) => change({ ...draft, body: { ...body, ...part } });
  const mark = (m: string) => {
    const element = area.current?.resizableTextArea?.textArea;
    if (!element) return;
    const cursor = element.selectionStart;
    const text = marked(body.text, cursor, m);
    set({ text });
    element.focus();
    const moved = Math.max(0, cursor + text.length - body.text.length);
    requestAnimationFrame(() => element.setSelectionRange(moved, moved));
  };
  return (
    <div className="box text-fields">
      <Field label="标题" error={errors['body.title']}>
        {(a) => (
          <Input
            {...a}
            onBlur={onLeave}
            size="large"
            value={body.title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      <div className="two">
        <Field label="来源" hint="转载的写原出处" error={errors['body.source']}>
          {(a) => (
            <Input {...a} onBlur={onLeave} value={body.source} onChange={(e) => set({ source: e.target.value })} />
          )}
        </Field>
        <Field label="作者" error={errors['body.author']}>
          {(a) => (
            <Input {...a} onBlur={onLeave} value={body.author} onChange={(e) => set({ author: e.target.value })} />
          )}
        </Field>
      </div>
      <Field
        label="正文"
        hint="一行就是一段，段首不用空格"
        error={errors['body.text']}
        tools={
          <>
            <Button size="small" onClick={() => mark('## ')}>
              小标题
            </Button>
            <Button size="small" onClick={() => mark('- ')}>
              列表
            </Button>
            <span className="dim">{countWords(body.text).toLocaleString('zh-CN')} 字</span>
          </>
        }
      >
        {(a) => (
          <Input.TextArea
            {...a}
            onBlur={onLeave}
            ref={area}
            className="manuscript"
            rows={16}
            value={body.text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
