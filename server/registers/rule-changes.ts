/** A version of a regulation beside the one that the same unit had before it. */
import { localDay } from '../../core/day.ts';
import { compareRegulations } from '../../core/regulation/diff.ts';
import type { RuleChanges } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';
import { adoptions } from '../in-force.ts';
import { adopted } from './adopted.ts';
import { type Asked, askedFor } from './rule.ts';

/** Undefined as for the reader. Without `before` it is the first version, and nothing is compared. */
export async function ruleChanges(db: Database, asked: Asked, at: Date): Promise<RuleChanges | undefined> {
  const all = await adopted(db);
  const one = askedFor(all, asked, localDay(at));
  if (!one) return undefined;
  // One that was replaced before its first day was never in force.
  const held = ({ from, until }: typeof one) => until === null || until > from;
  const versions = all.filter((each) => each.slug === one.slug && each.unitId === one.unitId && held(each));
  const before = versions[versions.indexOf(one) - 1];
  const edition = ({ version, from }: typeof one) => ({ version, from });
  const head = { title: one.title, unit: { id: one.unitId, name: one.unitName }, after: edition(one) };
  if (!before) return { ...head, changes: none };
  const [old, now] = await adoptions(db, [before.adoptionId, one.adoptionId]);
  if (!old || !now) throw new Error('an adoption that was just listed is gone');
  return { ...head, before: edition(before), changes: compareRegulations(old.regulation, now.regulation) };
}

const none = { duties: [], chains: [], tooMany: [], others: [], wordsOnly: [] };
