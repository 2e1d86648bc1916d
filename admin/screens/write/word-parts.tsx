/** What is seen of a Word import: the button with its limits, the question, and the report of what was lost. */
import { Button } from 'antd';
import { useId, useRef } from 'react';
import { allowed } from '../../../server/contract/file-limits.ts';
import { Refused } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox, Notice } from '../../parts/error-box.tsx';
import type { Imported, Report, WordImport } from './word-import.ts';

export function WordButton({ word }: { word: WordImport }) {
  const input = useRef<HTMLInputElement>(null);
  const limits = useId();
  const sending = word.state.is === 'sending';
  return (
    <div className="word-button">
      <Button loading={sending} disabled={sending} aria-describedby={limits} onClick={() => input.current?.click()}>
        从 Word 导入
      </Button>
      <span className="dim small" id={limits}>
        {allowed.word.words}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label="选一个 Word 文件"
        accept=".docx"
        onChange={(e) => {
          const file = e.target.files?.[0];
          e.target.value = '';
          if (file) void word.choose(file);
        }}
      />
    </div>
  );
}

const brought = ({ word }: Imported): string =>
  [
    `${word.characters.toLocaleString('zh-CN')} 字`,
    word.tables > 0 && `${word.tables} 个表格`,
    word.pictures > 0 && `${word.pictures} 张图片`,
  ]
    .filter(Boolean)
    .join('、');

function Asking({ imported, word }: { imported: Imported; word: WordImport }) {
  return (
    <Dialog title="正文里已经有内容了" onClose={word.close}>
      <p>
        《{imported.file}》里有 {brought(imported)}。放在哪里？放好以后可以用 Ctrl+Z 撤销。
      </p>
      <div className="buttons">
        <Button onClick={() => word.take(imported, 'append')}>接在现在的正文后面</Button>
        <Button danger onClick={() => word.take(imported, 'replace')}>
          替换现在的正文
        </Button>
        <Button onClick={word.close}>不导入了</Button>
      </div>
    </Dialog>
  );
}

function Reported({ report, onClose }: { report: Report; onClose: () => void }) {
  const { imported, how } = report;
  const { lost } = imported.word;
  return (
    <Notice tone={lost.length > 0 ? 'warned' : 'met'}>
      <p>
        《{imported.file}》{how === 'append' ? '接在了正文后面' : '导入了'}：{brought(imported)}。
        {lost.length === 0 ? '没有丢下什么。' : '有些没有带来：'}
      </p>
      {lost.length > 0 && (
        <ul className="lost" aria-label="没有带来的">
          {lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Button size="small" onClick={onClose}>
        知道了
      </Button>
    </Notice>
  );
}

const noText = new Refused(500, { code: 'no_text', message: '没导入：服务器收下了文件，却没有读出正文，请再试一次' });

export function WordNotices({ word }: { word: WordImport }) {
  const { state, report } = word;
  return (
    <>
      {state.is === 'asking' && <Asking imported={state.imported} word={word} />}
      {state.is === 'failed' && <ErrorBox error={noText} />}
      {report && <Reported report={report} onClose={word.closeReport} />}
    </>
  );
}
