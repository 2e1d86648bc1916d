/** What the writing page opens with. */
import type { PlacementView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';

export type Opened = {
  draft: Draft;
  /** From where: what this machine kept, what was saved on the way, the last revision, or nothing yet. */
  from: 'here' | 'scratch' | 'revision' | 'blank';
  savedAt?: string;
};

export const fromRevision = (view: PlacementView): Draft => {
  const { kind, title, source, author, text, facets } = view.shown;
  return { body: { kind, title, source, author, text, facets }, columnIds: [view.column.id] };
};
