/** The line under the text: how long it is, and what still has to be mended or is on its way. */
import type { Desk } from '../desk.ts';
import { figuresOf } from '../figures.ts';
import { useWatch } from './watch.ts';

const n = (value: number) => value.toLocaleString('zh-CN');

export function CountLine({ desk }: { desk: Desk }) {
  const { characters, missing, speechless, uploading } = useWatch(desk.editor, ({ state }) => {
    const { files: _, ...rest } = figuresOf(state.doc);
    return rest;
  });
  return (
    <p className="count-line small">
      <span>{n(characters)} 字</span>
      {uploading > 0 && <span>{n(uploading)} 个文件还没传好</span>}
      {missing > 0 && <span className="bad">缺图 {n(missing)} 处，补上才能送审</span>}
      {speechless > 0 && <span className="bad">{n(speechless)} 张图片缺替代文字，补上才能送审</span>}
      <span className="dim">Alt+F10 到工具栏，Esc 回来</span>
    </p>
  );
}
