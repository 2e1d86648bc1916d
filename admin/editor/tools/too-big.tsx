/** In place of a text that the browser could not lay out while somebody types: why, and what can be done. */

import { Button } from 'antd';
import { useState } from 'react';
import { Light } from '../../parts/light.tsx';
import { cellsMax } from '../html/read.ts';
import type { Cleaned } from '../props.ts';
import { SourceView } from './source.tsx';

type Props = { html: string; clean: (html: string) => Promise<Cleaned>; onApply: (cleaned: Cleaned) => boolean };

export function TooBig({ html, clean, onApply }: Props) {
  const [source, setSource] = useState(false);
  const [refused, setRefused] = useState(false);
  const apply = (cleaned: Cleaned) => {
    const taken = onApply(cleaned);
    setRefused(!taken);
    return taken;
  };
  if (source)
    return (
      <div className="article-editor">
        {refused && (
          <p className="why" role="alert">
            表格还是太大，请再删去一部分。
          </p>
        )}
        <SourceView html={html} clean={clean} onApply={apply} onClose={() => setSource(false)} />
      </div>
    );
  return (
    <div className="article-editor">
      <div className="notice warned">
        <Light tone="warned" />
        <div>
          <p>
            这篇稿件的表格超过 {cellsMax.toLocaleString('zh-CN')}{' '}
            格，编辑器打不开：在浏览器里改会卡住。稿件本身没有问题，照样可以看。
          </p>
          <p>要改文字，请把大表格作为附件上传（XLSX），在源代码里删去表格，正文只放主要的行。</p>
          <Button onClick={() => setSource(true)}>打开源代码</Button>
        </div>
      </div>
    </div>
  );
}
