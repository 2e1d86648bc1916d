/** Takes a person off posts: first what passes on and to whom, then signed with a reason. */
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { LeavingView } from '../../../server/contract/leaving.ts';
import { fieldErrors } from '../../act.ts';
import { api } from '../../api.ts';
import { useOneAct } from '../../one-act.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { leaving, peopleChanged } from '../../queries.ts';

const keyOf = ({ post, unit }: LeavingView['posts'][number]): string => `${post}@${unit.id}`;

function PassesOn({ view }: { view: LeavingView }) {
  if (view.items.length === 0) return <p className="dim said">手上没有要转交的事。</p>;
  return (
    <>
      <p className="said">要转交的 {view.items.length + view.more} 项：</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls in its frame is reached by keys too */}
      <ul className="passing" aria-label="要转交的" tabIndex={0}>
        {view.items.map(({ kind, title, note, to }) => (
          <li key={`${kind} ${title} ${note}`}>
            <b>
              {kind} · {title}
            </b>
            <span className="dim small">{note}</span>
            <span>{to.length > 0 ? `由${to.map(({ name }) => name).join('、')}接手` : '没有人接手'}</span>
          </li>
        ))}
      </ul>
      {view.more > 0 && <p className="dim said">还有 {view.more} 项没有列出。</p>}
    </>
  );
}

/** `all`: the posts held, as the register names them. */
export function Leave({ all, onClose }: { all: LeavingView; onClose: () => void }) {
  const [posts, setPosts] = useState(all.posts.map(keyOf));
  const [asked, setAsked] = useState({ close: false, words: '' });
  const [tried, setTried] = useState(false);
  const act = useOneAct();
  const { data: view } = useQuery(leaving(all.person.id, posts));
  const closes = posts.length === all.posts.length;
  const { close, words } = asked;
  const leave = async () => {
    setTried(true);
    if (posts.length === 0 || !words.trim()) return;
    const left = all.posts
      .filter((one) => posts.includes(keyOf(one)))
      .map(({ post, unit }) => ({ post, unit: unit.id }));
    const body = { id: all.person.id, posts: left, close, words };
    if (!(await act.run((key) => api.leaving.leave({ ...body, key })))) return;
    peopleChanged();
    onClose();
  };
  return (
    <Dialog title={`${all.person.name} · 办理离岗`} onClose={onClose}>
      <fieldset className="one">
        <legend>离开哪些岗位</legend>
        <Checkbox.Group
          value={posts}
          onChange={setPosts}
          options={all.posts.map((one) => ({ value: keyOf(one), label: `${one.unit.name} ${one.name}` }))}
        />
        {tried && posts.length === 0 && <p className="field-error">请选要离开的岗位</p>}
      </fieldset>
      <Checkbox
        checked={closes || close}
        disabled={closes}
        onChange={(e) => setAsked({ ...asked, close: e.target.checked })}
      >
        同时停用账号{closes ? '（不再任任何岗位）' : ''}
      </Checkbox>
      {posts.length > 0 && (view ? <PassesOn view={view} /> : <Waiting lines={3} />)}
      <Field
        label="原因"
        hint="记录在案"
        error={tried && !words.trim() ? '离岗须写明原因' : fieldErrors(act.error).words}
      >
        {(a) => (
          <Input.TextArea
            {...a}
            rows={2}
            value={words}
            onChange={(e) => setAsked({ ...asked, words: e.target.value })}
          />
        )}
      </Field>
      {act.error ? <ErrorBox error={act.error} /> : null}
      <p className="dim said">办理后立刻失去这些岗位的权限，不能撤销；再任职要重新安排。</p>
      <div className="buttons">
        <Button danger type="primary" loading={act.busy} onClick={() => void leave()}>
          办理离岗
        </Button>
      </div>
    </Dialog>
  );
}
