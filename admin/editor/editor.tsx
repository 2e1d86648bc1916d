/**
 * The editor of an article's text, loaded when it is needed: `lazy(() => import('../../editor/editor.tsx'))` with
 * `{ default: m.ArticleEditor }`. What it takes and gives stands in props.ts.
 */
import '../style/editor.css';
import '../style/editor-tools.css';
import '../style/editor-pieces.css';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Desk } from './desk.ts';
import { figuresOf } from './figures.ts';
import { TooManyCells } from './html/read.ts';
import { writeDoc } from './html/write.ts';
import type { ArticleEditorProps, Cleaned } from './props.ts';
import { Chooser } from './tools/chooser.tsx';
import { Surface } from './tools/surface.tsx';
import { TooBig } from './tools/too-big.tsx';

export function ArticleEditor(props: ArticleEditorProps) {
  const [opened, setOpened] = useState(() => openDesk(props));
  if (opened instanceof Desk) return <Open {...props} desk={opened} />;
  const again = ({ html }: Cleaned) => {
    const desk = openDesk({ ...props, html });
    if (!desk) return false;
    props.onChange(writeDoc(desk.opened), figuresOf(desk.opened));
    setOpened(desk);
    return true;
  };
  return <TooBig html={props.html} clean={props.clean} onApply={again} />;
}

/** undefined: the text is more than the browser can lay out while somebody types. */
function openDesk(props: ArticleEditorProps): Desk | undefined {
  try {
    return new Desk(props.html, props, props.readOnly === true);
  } catch (error) {
    if (error instanceof TooManyCells) return undefined;
    throw error;
  }
}

function Open({ desk, ...props }: ArticleEditorProps & { desk: Desk }) {
  const { html, readOnly = false, ref, onLeave } = props;
  const root = useRef<HTMLDivElement>(null);
  const taken = useRef(html);
  useEffect(() => {
    if (taken.current === html) return;
    taken.current = html;
    if (desk.outlet.gave(html)) return;
    desk.outlet.took(html);
    desk.replace(html);
  }, [desk, html]);
  useEffect(() => desk.editor.setEditable(!readOnly, false), [desk, readOnly]);
  useEffect(() => desk.dress(props));
  useEffect(() => {
    // Nobody may come back to this page.
    const flush = () => void desk.outlet.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [desk]);
  useImperativeHandle(
    ref,
    () => ({
      flush: () => desk.outlet.flush(),
      focus: () => desk.editor.view.focus(),
      replace: (next) => void desk.replace(next),
    }),
    [desk],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left all of it
    <div
      ref={root}
      className={props.invalid ? 'article-editor invalid' : 'article-editor'}
      onBlur={(e) => {
        if (e.currentTarget.contains(e.relatedTarget)) return;
        desk.outlet.flush();
        onLeave?.();
      }}
    >
      <Chooser
        bring={(choose) => {
          desk.choose = choose;
        }}
      />
      <Surface desk={desk} readOnly={readOnly} clean={props.clean} />
    </div>
  );
}
