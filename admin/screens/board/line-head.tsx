/** How a line of the ledger stands, by shape, colour and words. */
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { Light } from '../../parts/light.tsx';

export function LineHead({ line, name }: { line: LedgerLine; name: string }) {
  return (
    <h3>
      <Light tone={line.status} />
      <span>
        {name}
        <b>{line.words}</b>
      </span>
    </h3>
  );
}
