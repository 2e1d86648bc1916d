/** Random commands, as people might send them, and the texts that they bring. */
import fc from 'fast-check';
import { verbs as carried } from '../core/article.ts';

/**
 * `how`: `due` is what comes next, by one who may, and `undo` a step back; `near` anything by one who reaches it; `far`
 * anything by anybody.
 * `skew`: with a wrong step, hash, version or column.
 */
export type Command = {
  readonly who: number;
  readonly on: number;
  readonly verb: string;
  readonly how: 'due' | 'undo' | 'near' | 'far';
  readonly skew: '' | 'step' | 'hash' | 'version' | 'column';
  readonly weight: string;
  readonly kind: string;
  readonly raise: boolean;
};
/** Each as often as it is tried. Of them those that the door carries out. */
const tried =
  'edit edit suggest save submit approve approve return recall publish publish withdraw discard recover'.split(' ');
export const verbs: readonly string[] = tried.filter((verb) => carried.some((one) => one === verb));
export const commands: fc.Arbitrary<Command> = fc.record({
  who: fc.nat(9_999),
  on: fc.nat(9_999),
  verb: fc.constantFrom(...verbs),
  how: fc.constantFrom('due', 'due', 'due', 'due', 'due', 'due', 'undo', 'near', 'near', 'far'),
  skew: fc.constantFrom('', '', '', '', '', '', 'step', 'hash', 'version', 'column'),
  weight: fc.constantFrom('general', 'general', 'important', 'major', 'extreme'),
  kind: fc.constantFrom('news', 'information', 'notice', 'document', 'data'),
  raise: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** Its marker stands in each of its fields. */
export const textOf = (marker: string, { weight, kind }: Pick<Command, 'weight' | 'kind'>) => ({
  kind,
  title: marker,
  source: marker,
  author: marker,
  reprint: false,
  link: '',
  html: `<p>${marker}</p>`,
  original: null,
  facets: { reach: 'section', weight, sensitive: 'no' },
});

export type Body = Readonly<Record<string, unknown>>;

/** What a text that was sent in is, besides its words. */
export const statedIn = ({ body }: Body): Pick<Command, 'kind' | 'weight'> => {
  const { kind, facets } = body as ReturnType<typeof textOf>;
  return { kind, weight: facets.weight };
};
