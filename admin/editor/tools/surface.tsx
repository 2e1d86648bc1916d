/** Bars, text and count, or the source in their place. */
import type { InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Desk } from '../desk.ts';
import type { Cleaned } from '../props.ts';
import { CountLine } from './count-line.tsx';
import { FindBar } from './find-bar.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { NeatDialog } from './neat-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { SourceView } from './source.tsx';
import { TableBar } from './table-bar.tsx';
import { TableDialog } from './table-dialog.tsx';
import { Toolbar } from './toolbar.tsx';
import type { Open } from './tools.ts';

type Props = { desk: Desk; readOnly: boolean; clean: (html: string) => Promise<Cleaned> };
const dialogs = { link: LinkDialog, table: TableDialog, neat: NeatDialog } as const;

/** Draws the text into its place, and takes it out again when the page goes. */
function useMounted(desk: Desk) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    desk.mount(element);
    return () => desk.close();
  }, [desk]);
  return place;
}

/** Words of the selection are what one most likely looks for. */
function chosenWords({ editor: { state } }: Desk): string {
  const { from, to, $from, $to } = state.selection;
  return $from.sameParent($to) && to - from < 60 ? state.doc.textBetween(from, to) : '';
}

export function Surface({ desk, readOnly, clean }: Props) {
  const [shown, setShown] = useState<Open>();
  const place = useMounted(desk);
  const find = useRef<InputRef>(null);
  const bars = useRef<HTMLDivElement>(null);
  const open = (what: Open) => {
    if (what === 'source') desk.outlet.flush();
    flushSync(() => setShown(what));
    if (what === 'find') find.current?.focus({ cursor: 'all' });
  };
  const close = () => setShown(undefined);
  const onKey = (e: KeyboardEvent) => {
    const key = e.key.toLowerCase();
    const ctrl = (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey;
    const asks = ctrl && { f: 'find' as const, h: 'find' as const, k: 'link' as const }[key];
    if (readOnly && asks !== 'find') return;
    if (e.altKey && e.key === 'F10')
      bars.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"], [role=toolbar] select')?.focus();
    else if (asks && shown !== 'source') open(asks);
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  const apply = ({ html, lost }: Cleaned) => {
    if (!desk.replace(html)) return false;
    if (lost.length > 0) desk.notices.tell('源代码已应用，这些内容按规定去掉了', lost);
    return true;
  };
  const Shown = shown && shown in dialogs ? dialogs[shown as keyof typeof dialogs] : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are pressed anywhere in text, bars and find box
    <div onKeyDown={onKey}>
      <div className="editor-bars" ref={bars}>
        {!readOnly && shown !== 'source' && <Toolbar desk={desk} open={open} />}
        {!readOnly && shown !== 'source' && <TableBar desk={desk} />}
        {shown === 'find' && <FindBar desk={desk} first={chosenWords(desk)} input={find} onClose={close} />}
        <NoticeList notices={desk.notices} />
      </div>
      <div className="article-place" ref={place} hidden={shown === 'source'} />
      {shown === 'source' && <Source desk={desk} clean={clean} onApply={apply} onClose={close} />}
      {shown !== 'source' && <CountLine desk={desk} />}
      {Shown && <Shown desk={desk} onClose={close} />}
    </div>
  );
}

type SourceProps = {
  desk: Desk;
  clean: (html: string) => Promise<Cleaned>;
  onApply: (cleaned: Cleaned) => boolean;
  onClose: () => void;
};

/** Afterwards the focus is in the text again. */
function Source({ desk, clean, onApply, onClose }: SourceProps) {
  const [html] = useState(() => desk.outlet.flush().html);
  const back = () => {
    onClose();
    requestAnimationFrame(() => desk.editor.view.focus());
  };
  return <SourceView html={html} clean={clean} onApply={onApply} onClose={back} />;
}
