/** Title, source, author, and where a reprint comes from. */
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Draft } from '../../local.ts';
import { Field } from '../../parts/field.tsx';
import { fieldNames } from '../../words.ts';
import { TitleUsed } from './title-used.tsx';

type Props = {
  id: string;
  draft: Draft;
  change: (draft: Draft) => void;
  errors: Readonly<Record<string, string>>;
  onLeave: () => void;
  /** What an own text has by itself; a reprint is by others, and must be told. */
  own: { source: string; author: string };
  /** The text. */
  children: ReactNode;
};
type Texts = 'title' | 'source' | 'author' | 'link';

/** What is asked of a reprint: said beside the box, before anything is refused. */
const reprintNeeds = '转载的必须写明来源和作者';

export function TextFields({ id, draft, change, errors, onLeave, own, children }: Props) {
  const { body } = draft;
  const set = (part: Partial<Draft['body']>) => change({ ...draft, body: { ...body, ...part } });
  const text = (name: Texts) => ({
    value: body[name],
    onBlur: onLeave,
    onChange: (e: { target: { value: string } }) => set({ [name]: e.target.value }),
  });
  const lacks = (name: 'source' | 'author') =>
    errors[`body.${name}`] ?? (body.reprint && !body[name].trim() ? `转载的必须写明${fieldNames[name]}` : undefined);
  const reprint = (isOne: boolean) => {
    const other = (now: string, mine: string) => (isOne && now === mine ? '' : isOne ? now : now || mine);
    set({ reprint: isOne, source: other(body.source, own.source), author: other(body.author, own.author) });
  };
  const needed = body.reprint ? { hint: '必填' } : {};
  return (
    <div className="box text-fields">
      <Field label={fieldNames.title} error={errors['body.title']}>
        {(a) => <Input {...a} {...text('title')} size="large" maxLength={200} />}
      </Field>
      <TitleUsed id={id} title={body.title} columnId={draft.columnIds[0] || undefined} />
      <div className="two">
        <Field label={fieldNames.source} error={lacks('source')} {...needed}>
          {(a) => <Input {...a} {...text('source')} maxLength={100} aria-required={body.reprint} />}
        </Field>
        <Field label={fieldNames.author} error={lacks('author')} {...needed}>
          {(a) => <Input {...a} {...text('author')} maxLength={100} aria-required={body.reprint} />}
        </Field>
      </div>
      <div className="reprint">
        <label>
          <input type="checkbox" checked={body.reprint} onChange={(e) => reprint(e.target.checked)} />
          {fieldNames.reprint}
        </label>
        <span className="dim small">从别处转来的稿件。{reprintNeeds}。</span>
      </div>
      {body.reprint && (
        <Field label={fieldNames.link} hint="以 http:// 或 https:// 开头" error={errors['body.link']}>
          {(a) => <Input {...a} {...text('link')} type="url" maxLength={500} inputMode="url" />}
        </Field>
      )}
      {children}
    </div>
  );
}
