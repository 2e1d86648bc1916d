/** Until when the text is to be public: asked for where the column's article asks, else as one likes. */
import type { LawView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { Field } from '../../parts/field.tsx';
import { Law } from '../../parts/law.tsx';
import { fieldNames } from '../../words.ts';

type Props = {
  draft: Draft;
  change: (draft: Draft) => void;
  law: LawView | undefined;
  error: string | undefined;
};

export function Expires({ draft, change, law, error }: Props) {
  const { expires, ...body } = draft.body;
  const set = (day: string) => change({ ...draft, body: day ? { ...body, expires: day } : body });
  return (
    <div className="facets">
      <Field
        label={fieldNames.expires}
        hint={law ? '必填；过了这一天自动下线' : '可以不填；过了这一天自动下线'}
        error={error}
      >
        {({ status, ...a }) => <input {...a} type="date" value={expires ?? ''} onChange={(e) => set(e.target.value)} />}
      </Field>
      {law && (
        <p className="dim small">
          这个栏目的稿件要写到期日，依据 <Law law={law} />
        </p>
      )}
    </div>
  );
}
