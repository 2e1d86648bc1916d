/** The lines behind a cell: the rule in plain words, how each stands, and the events that it rests on. */
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Law } from '../../parts/law.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { type Asked, dutyLines } from '../../queries.ts';
import { LineView } from './line-view.tsx';
import { UrgeAll } from './urge.tsx';

export function CellDialog({ title, asked, onClose }: { title: string; asked: Asked; onClose: () => void }) {
  const got = useQuery(dutyLines(asked));
  const [first] = got.data?.items ?? [];
  return (
    <Dialog title={first ? `${title} · ${first.duty.name}` : title} side="right" onClose={onClose}>
      <Trouble asked={got} />
      {!got.data && !got.error && <Waiting />}
      {got.data && !first && <Empty says="现在没有这项职责的账了。" />}
      {first && (
        <p className="rule-says">
          {first.duty.says}（<Law law={first.duty.law} />）
        </p>
      )}
      {got.data && <UrgeAll lines={got.data.items} />}
      <ul className="lines">
        {got.data?.items.map((line) => (
          <LineView key={line.key} line={line} at={got.data.at} />
        ))}
      </ul>
      {got.data && got.data.more > 0 && <p className="dim">还有 {got.data.more} 行没有列出，违反的都在前面。</p>}
    </Dialog>
  );
}
