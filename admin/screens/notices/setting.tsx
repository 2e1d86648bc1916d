/** Whether mail carries my notices too, and where to. The console tells in any case. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { NoticeSetting } from '../../../server/contract/notices.ts';
import { api, Refused } from '../../api.ts';
import { Box } from '../../parts/box.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { sentence } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { noticeSetting, queries } from '../../queries.ts';

export function MailSetting() {
  const asked = useQuery(noticeSetting);
  return (
    <Box title="邮件提醒">
      <Trouble asked={asked} />
      {!asked.data && !asked.error && <Waiting lines={2} />}
      {asked.data && <Setting key={JSON.stringify(asked.data)} setting={asked.data} />}
    </Box>
  );
}

function Setting({ setting }: { setting: NoticeSetting }) {
  const [address, setAddress] = useState(setting.address ?? '');
  const [error, setError] = useState<string>();
  if (!setting.canMail) return <p>这个系统还没有配置邮件服务器，提醒只在管理台里。</p>;
  const set = async (byMail: boolean) => {
    setError(undefined);
    try {
      await api.notices.set({ byMail, ...(address.trim() ? { address: address.trim() } : {}) });
      await queries.invalidateQueries({ queryKey: noticeSetting.queryKey });
    } catch (e) {
      const isAddress = e instanceof Refused && e.status === 422;
      setError(isAddress ? '请填一个能收信的邮箱地址，像 name@example.gov.cn' : sentence(e));
    }
  };
  return (
    <>
      <p>
        {setting.byMail
          ? `提醒也发到 ${setting.address}。邮件里不写未公开稿件的标题和内容。`
          : '现在只在管理台提醒，不发邮件。'}
      </p>
      <Field label="邮箱地址" error={error}>
        {({ status, ...joined }) => (
          <Input
            {...joined}
            {...(status ? { status } : {})}
            type="email"
            value={address}
            maxLength={200}
            onChange={(e) => setAddress(e.target.value)}
          />
        )}
      </Field>
      <p className="mail-acts">
        <Button onClick={() => void set(true)}>{setting.byMail ? '改用这个地址' : '也发邮件提醒我'}</Button>
        {setting.byMail && <Button onClick={() => void set(false)}>不再发邮件</Button>}
      </p>
    </>
  );
}
