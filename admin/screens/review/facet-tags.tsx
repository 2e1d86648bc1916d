/** Kind, reach, weight and sensitivity as plain tags. What is above the usual is set in bold, not in colour alone. */
import type { PlacementView } from '../../../server/contract/views.ts';
import { kindNames, reachNames, weightNames } from '../../words.ts';

type Facets = PlacementView['shown']['facets'];

type Props = { facets: Facets; kind: keyof typeof kindNames; expires?: string | undefined };

export function FacetTags({ facets, kind, expires }: Props) {
  return (
    <>
      <span className="tag">{kindNames[kind]}</span>
      <span className="tag">{reachNames[facets.reach].name}</span>
      <span className={facets.weight === 'general' ? 'tag' : 'tag strong'}>{weightNames[facets.weight].name}信息</span>
      {facets.sensitive === 'yes' && <span className="tag strong">敏感</span>}
      {expires && <span className="tag">到期日 {expires}</span>}
    </>
  );
}
