/** Which sites there are, whose they are, under which rules, and what stands in each column. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { SiteColumn, SiteView } from '../../../server/contract/registers.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { type Column, List, Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { When } from '../../parts/time.tsx';
import { sites } from '../../queries.ts';
import '../../style/registers.css';

const names = (units: readonly { name: string }[]) => units.map((u) => u.name).join('、');

const columns: ReadonlyArray<Column<SiteColumn>> = [
  {
    name: '栏目',
    className: 'title',
    cell: (c) =>
      c.articles > 0 ? (
        <a href={c.address} target="_blank" rel="noopener">
          {c.name}
        </a>
      ) : (
        <b>{c.name}</b>
      ),
  },
  { name: '性质', cell: (c) => [c.natureName, c.className].filter(Boolean).join('，') },
  { name: '承办', cell: (c) => names(c.leads) || <b className="nobody">还没有承办单位</b> },
  { name: '协办', cell: (c) => names(c.joint) || '—' },
  { name: '依据', cell: (c) => <Law law={c.law} /> },
  {
    name: '公开的信息',
    cell: (c) => (c.articles > 0 ? `${c.articles} 篇` : <span className="tag">空栏目，网站上不显示</span>),
  },
  {
    name: '职责',
    className: 'time',
    cell: (c) => (
      <Link to="/account" search={{ column: c.id }} aria-label={`${c.name}的职责`}>
        查看
      </Link>
    ),
  },
  { name: '最近发布', className: 'time', cell: (c) => (c.lastAt ? <When at={c.lastAt} /> : '—') },
];

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ site }: { site: SiteView }) {
  const missing = site.about.filter((a) => a.value === undefined);
  return (
    <dl className="facts">
      <Fact name="网址">
        {site.address ? (
          <a href={site.address} target="_blank" rel="noopener">
            {site.address}
          </a>
        ) : (
          '还没有登记'
        )}
        （{site.hostingName}）
      </Fact>
      <Fact name="主管">{site.owner.name}</Fact>
      <Fact name="管理">{names(site.administrators) || <b className="nobody">还没有管理单位</b>}</Fact>
      <Fact name="照哪些规定">
        {site.rules.length === 0 && <b className="nobody">还没有规定，什么也不能发布</b>}
        {site.rules.map((r) => (
          <span className="line" key={`${r.slug} ${r.unit.id}`}>
            <Link to="/rules/$slug" params={{ slug: r.slug }} search={{ unit: r.unit.id }}>
              {r.title}
            </Link>
            （{r.unit.name}采用）
          </span>
        ))}
      </Fact>
      {site.about.map(
        (a) =>
          a.value !== undefined && (
            <Fact key={a.name} name={a.name}>
              {a.value}
            </Fact>
          ),
      )}
      {missing.length > 0 && (
        <Fact name="页脚还缺">
          <span className="lacks">{missing.map((a) => a.name).join('、')}</span>
        </Fact>
      )}
    </dl>
  );
}

function Site({ site, asked }: { site: SiteView; asked: Parameters<typeof List>[0]['asked'] }) {
  const empty = site.columns.filter((c) => c.articles === 0).length;
  return (
    <div id={site.id} className="site">
      <Box
        title={`${site.rankName} · ${site.name}`}
        extra={`${site.columns.length} 个栏目${empty > 0 ? `，${empty} 个是空的` : ''}`}
        bare
      >
        <div className="in">
          <Facts site={site} />
        </div>
        <List
          caption={`${site.name}的栏目`}
          asked={asked}
          rows={site.columns}
          id={(c) => c.id}
          columns={columns}
          empty={<Empty says="这个网站还没有栏目。采用规定时，照规定的栏目分工开设。" />}
        />
      </Box>
    </div>
  );
}

/** The main site, and the others under it. */
function Tree({ all }: { all: readonly SiteView[] }) {
  const link = (site: SiteView) => (
    <Link to="." hash={site.id}>
      {site.name}
    </Link>
  );
  const rank = (wanted: SiteView['rank']) => all.filter((site) => site.rank === wanted);
  return (
    <nav className="site-tree" aria-label="站点">
      {rank('main').map((site) => (
        <p key={site.id}>{link(site)}</p>
      ))}
      <ul>
        {rank('sub').map((site) => (
          <li key={site.id}>{link(site)}</li>
        ))}
      </ul>
    </nav>
  );
}

export function Sites() {
  const asked = useQuery(sites);
  const { hash } = useLocation();
  const ready = asked.data !== undefined;
  useEffect(() => {
    if (ready && hash) document.getElementById(hash)?.scrollIntoView();
  }, [ready, hash]);
  const calm = { ...asked, error: null };
  return (
    <Page title="站点与栏目" sub="有哪些网站，归谁管，照哪份规定；每个栏目由谁承办，公众现在看到多少。">
      <Trouble asked={asked} />
      {!asked.data && !asked.error && <Waiting lines={8} />}
      {asked.data?.items.length === 0 && <Empty says="还没有站点。" />}
      {asked.data && <Tree all={asked.data.items} />}
      {asked.data?.items.map((site) => (
        <Site key={site.id} site={site} asked={calm} />
      ))}
    </Page>
  );
}
