import type { CalendarRights } from '../../../server/contract/calendar.ts';
import { Law } from '../../parts/law.tsx';

/** 信息化中心的网站管理员（《……》第四条）, with the article. */
export function WhoLoads({ rights }: { rights: CalendarRights }) {
  if (rights.by.length === 0) return <>现行规定没有给谁导入的权，由管理服务器的人用命令导入。</>;
  return (
    <>
      全体的由
      {rights.by.map(({ says, law }, i) => (
        <span key={`${says} ${law.clause}`}>
          {i > 0 && '，'}
          {says}（<Law law={law} />）
        </span>
      ))}
      导入。
    </>
  );
}
