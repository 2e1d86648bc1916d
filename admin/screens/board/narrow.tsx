/** Which sites and units the board lists: some by name, or only those in trouble. Both stand in the address. */
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { exactly } from '../../parts/page.tsx';
import type { BoardList } from './search.ts';

/** It asks when it is sent off, not at each sign: an input method makes many that mean nothing yet. */
function Named({ list }: { list: BoardList }) {
  const navigate = useNavigate();
  const id = useId();
  const [name, setName] = useState(list.name ?? '');
  useEffect(() => setName(list.name ?? ''), [list.name]);
  const ask = () => {
    const { name: _, page: __, ...rest } = list;
    void navigate({ to: '/board', search: { ...rest, ...(name.trim() && { name: name.trim() }) }, resetScroll: false });
  };
  return (
    <search>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          ask();
        }}
      >
        <label htmlFor={id}>网站或单位的名字</label>
        <Input
          id={id}
          type="search"
          maxLength={50}
          value={name}
          placeholder="名字里的一两个字"
          onChange={(e) => setName(e.target.value)}
        />
        <Button htmlType="submit">查找</Button>
      </form>
    </search>
  );
}

export function Narrow({ list }: { list: BoardList }) {
  const { only: _, page: __, ...all } = list;
  const links: readonly { name: string; of: BoardList }[] = [
    { name: '全部', of: all },
    { name: '只看违反或将到期的', of: { ...all, only: 'trouble' } },
  ];
  return (
    <div className="board-narrow">
      <Named list={list} />
      <nav className="scopes" aria-label="看哪些网站和单位">
        {links.map(({ name, of }) => (
          <Link
            key={name}
            to="/board"
            search={of}
            activeOptions={exactly}
            aria-current={of.only === list.only ? 'true' : undefined}
            resetScroll={false}
          >
            {name}
          </Link>
        ))}
      </nav>
      {list.name !== undefined && (
        <p className="dim">
          只列名字里有“{list.name}”的，上面的合计也只算它们。
          <Link to="/board" search={wide(list)} resetScroll={false}>
            看全部网站和单位
          </Link>
        </p>
      )}
    </div>
  );
}

/** Everything, of the same days. */
export const wide = ({ span }: BoardList): BoardList => (span ? { span } : {});
