import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/fields.css';
import './style/chain.css';
import './style/lists.css';
import './style/tabs.css';
import './style/facts.css';
import './style/sent.css';
import './style/notice.css';
import './style/dialog.css';
import './style/history.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { giveStylesTheNonce, nonce } from './nonce.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { placeTokens, theme } from './tokens.ts';

giveStylesTheNonce();
placeTokens(document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <ConfigProvider
    locale={zhCN}
    theme={theme}
    csp={{ nonce }}
    button={{ autoInsertSpace: false }}
    wave={{ disabled: true }}
  >
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </ConfigProvider>,
);
