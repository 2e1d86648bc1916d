/** From a random command to what is asked of the door, by whom, and whether the model says that it is allowed. */
import { type Command, verbs } from './commands.fixture.ts';
import type { PersonName } from './county.ts';
import { ableNow, dueOf, everybody, isComplete, type Placement, reaches, writes } from './model.fixture.ts';

/** `able`: the model says that it is allowed. */
export type Asking = {
  readonly name: PersonName;
  readonly verb: string;
  readonly p: Placement;
  readonly able: boolean;
};
export function askingOf(p: Placement, { who, verb, how }: Command): Asking {
  const asking = (what: string, all: readonly PersonName[]): Asking => {
    const name = all[who % Math.max(1, all.length)];
    return { name: name ?? 'lin', verb: what, p, able: name !== undefined };
  };
  const { run } = p;
  const due = run?.way.steps[dueOf(run)];
  const ours = everybody.filter((name) => writes(name, p));
  if (how === 'due' && p.discarded) return asking('recover', ours);
  if (how === 'due')
    return run ? asking(isComplete(run) ? 'publish' : 'approve', ableNow(p, run)) : asking('submit', ours);
  const change = due?.act === 'edit' ? 'edit' : due?.edits ? 'suggest' : '';
  if (how === 'undo' && run && who % 3 > 0 && verbs.includes(change))
    return { ...asking(change, ableNow(p, run)), able: false };
  if (how === 'undo' && run)
    return who % 2 === 0
      ? { ...asking('return', ableNow(p, run)), able: !isComplete(run) }
      : asking('recall', [run.sent.by]);
  if (how === 'undo') return { ...asking(p.state === 'published' ? 'withdraw' : 'discard', ours), able: false };
  const near = how === 'near' ? everybody.filter((name) => reaches(name, p)) : [];
  return { ...asking(verb, near.length > 0 ? near : everybody), able: false };
}
