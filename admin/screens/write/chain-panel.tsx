/** Which chain this text would take to each chosen column, and why; or why it can't go there. Asked as the choice changes. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Preview } from '../../../server/contract/views.ts';
import { api } from '../../api.ts';
import type { Draft } from '../../local.ts';
import { Chain } from '../../parts/chain.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { LawBehind } from '../../parts/law.tsx';
import { Light } from '../../parts/light.tsx';

export function useChains({ body, columnIds }: Draft) {
  const asked = { columns: columnIds.join(','), kind: body.kind, ...body.facets };
  return useQuery({
    queryKey: ['chain', asked],
    queryFn: () => api.content.preview(asked),
    enabled: columnIds.length > 0,
    placeholderData: keepPreviousData,
  });
}
export type Chains = ReturnType<typeof useChains>;

function Refusal({ refused }: { refused: NonNullable<Preview['refused']> }) {
  return (
    <p className="refused">
      <Light tone="breached" />
      <span>
        不能送：{refused.message}
        <LawBehind law={refused.law} />
      </span>
    </p>
  );
}

export function ChainPanel({ chains, chosen, me }: { chains: Chains; chosen: boolean; me: string }) {
  if (!chosen) return <p className="dim">选了栏目，这里就显示要经过谁、依据哪一条。</p>;
  if (chains.error) return <ErrorBox error={chains.error} retry={() => void chains.refetch()} />;
  if (!chains.data) return <Waiting lines={3} />;
  return (
    <div aria-live="polite" aria-busy={chains.isPlaceholderData}>
      {chains.data.previews.map((p) => (
        <section key={p.column.id} className="preview" aria-label={`${p.site.name} ${p.column.name}`}>
          <h3>
            {p.site.name} · {p.column.name}
          </h3>
          {p.chain && <Chain chain={p.chain} me={me} upright />}
          {p.refused && <Refusal refused={p.refused} />}
        </section>
      ))}
    </div>
  );
}
