/**
 * What the key of an outside system may ask, within what its posts allow. A signature is a person's (article.ts refuses
 * it as `no_signature`); here is the narrowing of one key. ZJ-12: 报送、审批、发布必须指定专人, so a key states exactly what it is for.
 */
import { type Refusal, refuse } from './outcome.ts';

/** Moves that a key can be given: none of them is a signature. */
export const keyVerbs = ['save', 'submit', 'recall', 'discard', 'publish', 'withdraw'] as const;
export type KeyVerb = (typeof keyVerbs)[number];

/** null: not narrowed. A column counts when it is named itself or stands on a site that is. */
export type KeyLimits = {
  readonly verbs: readonly string[];
  readonly siteIds: readonly string[] | null;
  readonly columnIds: readonly string[] | null;
};
type Place = { readonly siteId: string; readonly columnId: string };

export const withinKey = ({ siteIds, columnIds }: KeyLimits, { siteId, columnId }: Place): boolean =>
  (siteIds === null && columnIds === null) ||
  (siteIds?.includes(siteId) ?? false) ||
  (columnIds?.includes(columnId) ?? false);

/** Refused although the posts would allow it: a verb that the key was not given, or a column that it is not for. */
export function beyondKey(limits: KeyLimits, verb: string, places: readonly Place[]): Refusal | undefined {
  if (!limits.verbs.includes(verb)) return refuse('key_verb');
  return places.every((place) => withinKey(limits, place)) ? undefined : refuse('key_column');
}
