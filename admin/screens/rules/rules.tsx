/** Which regulations are in force, whose they are, and which sites they govern. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RuleLine } from '../../../server/contract/registers.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Box } from '../../parts/box.tsx';
import { Empty } from '../../parts/empty.tsx';
import { type Column, List } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { rules } from '../../queries.ts';
import '../../style/rules.css';

const columns = (on: string | undefined): ReadonlyArray<Column<RuleLine>> => [
  {
    name: '规定',
    className: 'title',
    cell: (r) => (
      <Link to="/rules/$slug" params={{ slug: r.slug }} search={{ unit: r.unit.id, ...(on && { on }) }}>
        {r.title}
      </Link>
    ),
  },
  { name: '采用单位', cell: (r) => r.unit.name },
  { name: '管哪些网站', cell: (r) => r.sites.map((s) => s.name).join('、') || '还没有网站' },
  { name: '版本', cell: (r) => `第 ${r.version} 版` },
  { name: '施行', className: 'time', cell: (r) => (r.until ? `${r.from} 起，到 ${r.until} 止` : `${r.from} 起`) },
];

export function Rules() {
  const { on } = useSearch({ from: '/inside/rules' });
  const navigate = useNavigate();
  const asked = useQuery(rules(on));
  const day = on ?? asked.data?.on ?? '';
  return (
    <Page
      title="规定对照"
      sub="每一条规定在系统里怎样执行：谁审、谁发、谁承办。点开一份，条文在左，照它运行的规则在右。"
      side={
        <div className="choice">
          {day && <AsOf day={day} onDay={(next) => void navigate({ to: '/rules', search: { on: next } })} />}
          <Link to="/regulations/adopt">采用规定</Link>
          <Link to="/regulations/try">试行推演</Link>
        </div>
      }
    >
      <Box title={on ? `${on} 在施行的规定` : '现在施行的规定'} bare>
        <List
          caption="在施行的规定"
          asked={asked}
          rows={asked.data?.items}
          id={(r) => `${r.slug} ${r.unit.id}`}
          columns={columns(on)}
          empty={<Empty says="这一天没有在施行的规定。规定要由单位采用以后才施行。" />}
        />
      </Box>
    </Page>
  );
}
