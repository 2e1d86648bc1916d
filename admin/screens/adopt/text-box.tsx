/** Which text: one of the library, a file of this machine, or pasted. What is wrong with it is said with its place. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Checked, textMax } from '../../../server/contract/adoption.ts';
import { api } from '../../api.ts';
import { Box } from '../../parts/box.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { ErrorBox, Notice, sentence } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { editedName, FilePick } from '../../parts/file-pick.tsx';
import { Light } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { library } from '../../queries.ts';
import { type Change, type Draft, unbound } from './draft.ts';

type Props = {
  draft: Draft;
  change: Change;
  checked: { data: Checked | undefined; error: unknown; refetch: () => unknown };
};

/** Undefined: it is no text that can be read. */
async function textIn(file: File): Promise<string | undefined> {
  if (file.size > textMax * 3) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function Sources({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const asked = useQuery(library);
  const [wrong, setWrong] = useState('');
  const take = (name: string, source: string) => {
    setWrong('');
    change({ ...unbound(), name, source });
  };
  const pick = async (id: string) => {
    const text = asked.data?.items.find((one) => one.id === id);
    if (!text) return;
    try {
      take(`${text.title} 第 ${text.version} 版`, (await api.adoption.text({ id })).source);
    } catch (error) {
      setWrong(sentence(error));
    }
  };
  const upload = async (file: File) => {
    const source = await textIn(file);
    if (source === undefined) return setWrong(`“${file.name}”读不出文字：要 UTF-8 的 Markdown 文件，最多 100 万字`);
    take(file.name, source);
  };
  return (
    <>
      <Trouble asked={asked} />
      <div className="two">
        <Field label="从已有的规定里选">
          {({ status, ...a }) => (
            <select {...a} value="" onChange={(e) => void pick(e.target.value)}>
              <option value="">{asked.data ? '选一份' : '正在载入'}</option>
              {asked.data?.items.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}，第 {one.version} 版（{one.from}）
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="或者上传文件" hint="Markdown 文件（.md）" error={wrong}>
          {({ status, ...a }) => (
            <FilePick
              {...a}
              says="选文件"
              accept=".md,.markdown,.txt,text/markdown,text/plain"
              onPick={(file) => void upload(file)}
            />
          )}
        </Field>
      </div>
      <details className="source">
        <summary>{draft.source ? '看看、改改原文' : '或者粘贴原文'}</summary>
        <Field label="规定原文">
          {(joined) => (
            <Input.TextArea
              {...joined}
              rows={12}
              maxLength={textMax}
              spellCheck={false}
              value={draft.source}
              onChange={(e) => change({ name: editedName(draft.name, '粘贴的文本'), source: e.target.value })}
            />
          )}
        </Field>
      </details>
    </>
  );
}

const shownMax = 50;

function Faults({ faults, source }: { faults: Checked['faults']; source: string }) {
  const lines = source.split('\n');
  return (
    <>
      <ul className="said-lines" aria-label="检查出的问题">
        {faults.slice(0, shownMax).map((one) => (
          <li key={`${one.line} ${one.column} ${one.message}`} className="fault">
            <Light tone={one.warn ? 'warned' : 'breached'} />
            <span>
              第 {one.line} 行第 {one.column} 列，{one.warn ? '提示' : '错误'}：{one.message}
              <code>{lines[one.line - 1]?.trim().slice(0, 120)}</code>
            </span>
          </li>
        ))}
      </ul>
      {faults.length > shownMax && <p className="dim">另有 {faults.length - shownMax} 处，改好这些再检查。</p>}
    </>
  );
}

function Result({ checked, source }: { checked: Checked; source: string }) {
  const { faults, questions } = checked;
  const errors = faults.filter((one) => !one.warn).length;
  return (
    <>
      {questions ? (
        <Notice tone="met">
          <p>
            《{questions.title}》第 {questions.version} 版，{questions.issuer}发文，可以读懂。
          </p>
          <p className="small">{questions.coverage.join('，')}。</p>
        </Notice>
      ) : (
        <div className="notice breached" role="status">
          <Light tone="breached" />
          <p>有 {errors} 处错误，改好以前不能试行，也不能采用。</p>
        </div>
      )}
      <Faults faults={faults} source={source} />
    </>
  );
}

export function TextBox({ draft, change, checked }: Props) {
  const { source, name } = draft;
  return (
    <Box title="一、规定文本" extra={source && <span className="dim">{name}</span>}>
      <Sources draft={draft} change={change} />
      {source && checked.error ? <ErrorBox error={checked.error} retry={() => checked.refetch()} /> : null}
      {source && !checked.data && !checked.error && <Waiting lines={2} />}
      {source && checked.data && <Result checked={checked.data} source={source} />}
      {source && <Button onClick={() => change({ ...unbound(), name: '', source: '' })}>换一份</Button>}
    </Box>
  );
}
