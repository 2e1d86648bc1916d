/** An exemption in words, and what the reader may do about it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { When } from '../../parts/time.tsx';
import { Exempt } from './exempt.tsx';
import { TakeBack } from './take-back.tsx';
import { Urge } from './urge.tsx';

export function Let({ of, at }: { of: NonNullable<LedgerLine['exemption']>; at: string }) {
  return (
    <p>
      <span>豁免原因：{of.reason}</span>
      <span>
        {of.from} 至 {of.until}
      </span>
      <span>
        {of.by.name}给予，
        <When at={of.at} beside={at} />
      </span>
    </p>
  );
}

export function LineActs({ line, at }: { line: LedgerLine; at: string }) {
  if (!line.may && !line.mayUrge && !line.urged) return null;
  return (
    <div className="line-acts">
      <Urge line={line} at={at} />
      <Exempting line={line} at={at} />
    </div>
  );
}

function Exempting({ line, at }: { line: LedgerLine; at: string }) {
  const [open, setOpen] = useState(false);
  if (!line.may) return null;
  const title = `${line.thing.name} · ${line.duty.name}`;
  const close = () => setOpen(false);
  const verb = line.may === 'exempt' ? '豁免' : '收回豁免';
  return (
    <>
      <Button size="small" aria-label={`${verb}：${title}`} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      {open && line.may === 'exempt' && <Exempt line={line} at={at} onClose={close} />}
      {open && line.may === 'take_back' && line.exemption && (
        <TakeBack id={line.exemption.id} title={title} onClose={close} />
      )}
    </>
  );
}
