/** Every exemption that isn't over: of what, until when, why, and who gave it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ExemptionLine } from '../../../server/contract/exemptions.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Light } from '../../parts/light.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { exemptions } from '../../queries.ts';
import { Let } from './line-acts.tsx';
import { TakeBack } from './take-back.tsx';
import '../../style/board.css';

const titleOf = ({ thing, duty }: ExemptionLine): string => `${thing.name} · ${duty.name}`;

function Row({ one, at, onBack }: { one: ExemptionLine; at: string; onBack: () => void }) {
  return (
    <li className="line exempt">
      <h3>
        <Light tone="exempt" />
        <span>
          {titleOf(one)}
          <b>豁免至 {one.until}</b>
        </span>
      </h3>
      <p>
        {one.thing.site && <span>{one.thing.site.name}</span>}
        {one.bearers.length > 0 && <span>由{one.bearers.map(({ name }) => name).join('、')}负责</span>}
        <span>
          <Law law={one.duty.law} />
        </span>
      </p>
      <Let of={one} at={at} />
      {one.may && (
        <p>
          <Button size="small" aria-label={`收回豁免：${titleOf(one)}`} onClick={onBack}>
            收回豁免
          </Button>
        </p>
      )}
    </li>
  );
}

export function Exemptions() {
  const asked = useQuery(exemptions);
  const [back, setBack] = useState<ExemptionLine>();
  const { data } = asked;
  return (
    <Page
      title="豁免"
      sub="现在和今后有效的豁免，先到期的在前，最多 500 次。"
      back={{ to: '/board', name: '值守看板' }}
    >
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={4} />}
      {data?.items.length === 0 && (
        <Empty says="现在没有豁免。">
          要豁免一项职责，到<Link to="/board">值守看板</Link>打开那一格，在那一行上办。
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <Box title={`有效的豁免 ${data.items.length} 次`}>
          <ul className="lines">
            {data.items.map((one) => (
              <Row key={one.id} one={one} at={data.at} onBack={() => setBack(one)} />
            ))}
          </ul>
        </Box>
      )}
      {back && <TakeBack id={back.id} title={titleOf(back)} onClose={() => setBack(undefined)} />}
    </Page>
  );
}
