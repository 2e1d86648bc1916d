/** How the last run ended, in the reviewer's own words: the writer must not have to look for them. */
import type { PlacementView } from '../../server/contract/views.ts';
import { Notice } from './error-box.tsx';
import { When } from './time.tsx';

export function Returned({ ended }: { ended: PlacementView['ended'] }) {
  if (!ended?.words) return null;
  return (
    <Notice tone="warned">
      <p>
        {ended.by.name}（<When at={ended.at} />
        ）：{ended.words}
      </p>
    </Notice>
  );
}
