/** The text itself: the editor, which comes when it is needed, with its count and the way in from Word. */
import { lazy, Suspense, useId } from 'react';
import { api } from '../../api.ts';
import type { ArticleEditorProps } from '../../editor/props.ts';
import type { Drafting } from './draft.ts';
import { jumpMark } from './jump.ts';
import type { WordImport } from './word-import.ts';
import { WordButton } from './word-parts.tsx';

const ArticleEditor = lazy(async () => ({ default: (await import('../../editor/editor.tsx')).ArticleEditor }));

type Props = {
  drafting: Drafting;
  upload: ArticleEditorProps['upload'];
  word: WordImport;
  error: string | undefined;
  onLeave: () => void;
};

const clean: ArticleEditorProps['clean'] = (html) => api.content.clean({ html });

/** The shape of what comes: a row of buttons, and lines. */
function Loading() {
  return (
    <div className="manuscript-loading" role="status">
      <span className="vh">正在载入编辑器</span>
      <i aria-hidden="true" className="bar" />
      {[1, 2, 3, 4, 5, 6].map((n) => (
        <i key={n} aria-hidden="true" />
      ))}
    </div>
  );
}

export function Manuscript({ drafting, upload, word, error, onLeave }: Props) {
  const id = useId();
  const { draft, editor } = drafting;
  return (
    <div className="field manuscript" {...jumpMark}>
      <div className="field-head">
        <label htmlFor={id}>正文</label>
        <WordButton word={word} />
      </div>
      <Suspense fallback={<Loading />}>
        <ArticleEditor
          ref={editor.ref}
          id={id}
          label="正文"
          html={draft.body.html}
          onChange={editor.onChange}
          upload={upload}
          clean={clean}
          onLeave={onLeave}
          invalid={error !== undefined}
          {...(error && { describedBy: `${id}-error` })}
        />
      </Suspense>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
