import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { api, Refused } from '../api.ts';
import icon from '../icon.svg';
import { sentence } from '../parts/error-box.tsx';
import { Light } from '../parts/light.tsx';
import { queries } from '../queries.ts';
import '../style/sign-in.css';

const help: Readonly<Record<number, string>> = { 0: '连不上服务器，请看看网络，稍后再试' };

/** Nobody is known yet, so the server says it in the page. */
const isDemo = document.querySelector<HTMLMetaElement>('meta[name="menhu-demo"]')?.content === 'yes';

export function SignIn() {
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = '登录 · 网站群管理';
  }, []);

  const submit = async (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const person = await api.people.signIn({ login: login.trim(), password });
      queries.setQueryData(['me'], person);
      await navigate({ href: to ?? '/' });
    } catch (refused) {
      setError(refused);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  const says = error instanceof Refused ? (help[error.status] ?? error.message) : error ? sentence(error) : '';
  return (
    <main className="sign-in">
      <form onSubmit={(e) => void submit(e)}>
        <img src={icon} alt="" width="44" height="44" />
        <h1>网站群管理</h1>
        <p className="dim">请用单位分配给您的登录名登录。</p>
        {isDemo && <p className="hint">演示环境：登录名和密码在启动时打印在终端里，也在数据目录的 demo.json 里。</p>}
        <label htmlFor="login">登录名</label>
        <Input
          id="login"
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={(e) => setLogin(e.target.value)}
        />
        <label htmlFor="password">密码</label>
        <Input
          id="password"
          size="large"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          aria-describedby={says ? 'sign-in-error' : undefined}
        />
        <div id="sign-in-error" role="alert">
          {says && (
            <p className="wrong">
              <Light tone="breached" />
              {says}
            </p>
          )}
        </div>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          登录
        </Button>
      </form>
    </main>
  );
}
