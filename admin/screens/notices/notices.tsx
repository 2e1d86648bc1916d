/** What I was told of, the newest first: each with its article, one verb, and the page where it is done. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeView } from '../../../server/contract/notices.ts';
import { api } from '../../api.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { InsideLink } from '../../parts/inside-link.tsx';
import { Law } from '../../parts/law.tsx';
import { Light, type Tone } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { When } from '../../parts/time.tsx';
import { notices, queries } from '../../queries.ts';
import { MailSetting } from './setting.tsx';
import '../../style/notices.css';
import '../../style/today.css';

const tones: Readonly<Record<string, Tone>> = {
  late: 'breached',
  alarm: 'breached',
  urged: 'breached',
  today: 'warned',
  warned: 'warned',
};

function Notice({ notice, at }: { notice: NoticeView; at: string }) {
  const { title, says, stage, stageName, law, verb, link, isRead } = notice;
  return (
    <li className={isRead ? 'told' : 'told new'}>
      <Light tone={tones[stage] ?? 'pending'} />
      <div>
        <h3>
          {title}
          {!isRead && <span className="mark">未读</span>}
        </h3>
        <p>
          <b>{stageName}</b>
          <span>{says}</span>
          {law && (
            <span>
              依据 <Law law={law} />
            </span>
          )}
          <span>
            <When at={notice.at} beside={at} /> 提醒
          </span>
        </p>
      </div>
      <InsideLink href={link} aria-label={`${verb}：${title}`}>
        {verb}
      </InsideLink>
    </li>
  );
}

export function Notices() {
  const asked = useQuery(notices);
  const [error, setError] = useState<unknown>();
  const { data } = asked;
  const readAll = async () => {
    setError(undefined);
    try {
      await api.notices.read({});
      await queries.invalidateQueries({ queryKey: notices.queryKey });
    } catch (e) {
      setError(e);
    }
  };
  return (
    <Page
      title="提醒"
      sub="到期以前提醒一次，超期再提醒一次，都在工作日上班时间；警报随时提醒。办完的不用管它，这里只是记录。"
    >
      <Trouble asked={asked} />
      {error ? <ErrorBox error={error} /> : null}
      <div className="columns">
        <Box
          title="给我的提醒"
          bare
          extra={data && data.unread > 0 && <Button onClick={() => void readAll()}>{data.unread} 条全标为已读</Button>}
        >
          {!data && !asked.error && <Waiting lines={6} />}
          {data?.items.length === 0 && (
            <Empty says="还没有提醒过您什么。">
              <p className="dim">有快到期的、超期的职责，或者稿件等您办久了，会在工作日早上提醒。</p>
            </Empty>
          )}
          {data && data.items.length > 0 && (
            <ul aria-label="给我的提醒">
              {data.items.map((notice) => (
                <Notice key={notice.id} notice={notice} at={data.at} />
              ))}
            </ul>
          )}
          {data && data.items.length >= 200 && <p className="dim only">只列最近 200 条。</p>}
        </Box>
        <MailSetting />
      </div>
    </Page>
  );
}
