/** Its last day is over: this placement leaves the public site by itself. Each placement of an article by an act of its own. DQ-6, HD-1. */
import type { Change } from '../door/knock.ts';
import { tellReaders } from './marks.ts';
import { change, eventOf, type Saving, standing, tellOthers } from './saving.ts';

export async function expire(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { p, run } = known.thing;
  const others = [...(await tellOthers(knock, p)), ...(await tellReaders(knock.tx, p))];
  const after = { ...p, state: 'expired' as const, revisionId: null, version: p.version + 1, pinnedAt: null };
  await knock.tx
    .updateTable('content.placement')
    .set({
      state: 'expired',
      revisionId: null,
      expiredAt: knock.at,
      version: after.version,
      servedAt: null,
      pinnedAt: null,
    })
    .where('id', '=', p.id)
    .execute();
  const gone = { siteId: p.siteId, class: 0, op: 'withdraw', placementId: p.id, columnIds: [p.columnId] } as const;
  return change(eventOf(saving, standing(after, run)), [gone, ...others]);
}
