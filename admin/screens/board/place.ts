/** The site or the unit whose cell is open. One that isn't listed just now is looked up: an address of it was kept or sent. */
import { useQuery } from '@tanstack/react-query';
import type { BoardView } from '../../../server/contract/duties.ts';
import { sites, staff } from '../../queries.ts';

export type Place = { readonly kind: 'site' | 'unit'; readonly thing: { readonly id: string; readonly name: string } };

export function usePlace(id: string | undefined, board: BoardView | undefined): Place | undefined {
  const listed = board?.rules
    .flatMap(({ tables }) => tables)
    .flatMap(({ kind, rows }) => rows.map(({ thing }) => ({ kind, thing })))
    .find(({ thing }) => thing.id === id);
  const isSought = id !== undefined && board !== undefined && listed === undefined;
  const site = useQuery({ ...sites, enabled: isSought }).data?.items.find((one) => one.id === id);
  const unit = useQuery({ ...staff, enabled: isSought }).data?.units.find((one) => one.id === id);
  if (listed || !isSought) return listed;
  if (site) return { kind: 'site', thing: { id: site.id, name: site.name } };
  return unit && { kind: 'unit', thing: { id: unit.id, name: unit.name } };
}
