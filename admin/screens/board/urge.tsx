/** Has those told who bear a line that is late or nearly: one line, or all that the reader may urge. */
import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { api } from '../../api.ts';
import { useOneAct } from '../../one-act.ts';
import { ErrorBox } from '../../parts/error-box.tsx';
import { When } from '../../parts/time.tsx';
import { linesChanged } from '../../queries.ts';

const give = ({ duty, thing }: LedgerLine, key: string) => api.urges.give({ duty: duty.key, thing: thing.id, key });

export function Urge({ line, at }: { line: LedgerLine; at: string }) {
  const act = useOneAct();
  const urge = async () => {
    if (await act.run((key) => give(line, key))) linesChanged();
  };
  const title = `催办：${line.thing.name} · ${line.duty.name}`;
  return (
    <>
      {line.mayUrge && (
        <Button size="small" aria-label={title} loading={act.busy} onClick={() => void urge()}>
          催办
        </Button>
      )}
      {line.urged && (
        <span className="dim">
          已催 {line.urged.n} 次，最近 <When at={line.urged.at} beside={at} />
        </span>
      )}
      {act.error ? <ErrorBox error={act.error} /> : null}
    </>
  );
}

/** One after the other, saying how far it is; what was refused stays, with its reason. */
export function UrgeAll({ lines }: { lines: readonly LedgerLine[] }) {
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<unknown>();
  const open = [...new Map(lines.filter(({ mayUrge }) => mayUrge).map((line) => [line.thing.id, line])).values()];
  if (open.length < 2 && done === undefined) return null;
  const urgeThem = async () => {
    setError(undefined);
    for (const [i, line] of open.entries()) {
      setDone(i);
      await give(line, crypto.randomUUID()).catch(setError);
    }
    setDone(undefined);
    linesChanged();
  };
  return (
    <div className="buttons">
      <Button loading={done !== undefined} onClick={() => void urgeThem()}>
        {done === undefined ? `催办这 ${open.length} 项` : `正在催第 ${done + 1} 项，共 ${open.length} 项`}
      </Button>
      {error ? <ErrorBox error={error} /> : null}
    </div>
  );
}
