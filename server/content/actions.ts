/** What this person may do next, and why not for the rest: the same table that decides draws the buttons. */
import { decide, type Verb, verbs } from '../../core/article.ts';
import { beyondKey } from '../../core/keys.ts';
import { holdersOf, publishersPosts, takersOf } from '../../core/takers.ts';
import { acts } from '../../core/vocabulary/words.ts';
import type { Names } from '../acting.ts';
import type { ActionView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { say } from '../words/refusals.ts';
import { apartOf, type Known, ruleAsk } from './facts.ts';
import { rolesFor } from './roles.ts';
import type { RevisionRow } from './store.ts';

/** Never asked by a person, or never through a button of its own. */
const hidden: readonly Verb[] = ['serve', 'save', 'expire'];
/** A button that can never apply here and now isn't drawn. */
const notDrawn = (why: string): boolean =>
  [
    'not_your_role',
    'no_signature',
    'discarded',
    'not_discarded',
    'was_public',
    'not_editing',
    'no_suggestions',
    'not_scheduled',
    'not_forced',
    'not_pinned',
    'not_home',
  ].includes(why) || why.startsWith('not_while_');

export async function actionsOf(
  db: Database,
  known: Known,
  person: string,
  shown: RevisionRow | undefined,
  names: Names,
): Promise<ActionView[]> {
  const actions: ActionView[] = [];
  for (const verb of verbs) {
    if (hidden.includes(verb)) continue;
    const { roles, post } = rolesFor(verb, person, known);
    const probe = {
      step: known.subject.run?.step,
      hash: known.subject.run?.hash ?? shown?.hash,
      words: '—',
      type: 'error',
    };
    const chain = verb === 'submit' ? ({ ok: true, chain: anyChain } as const) : undefined;
    const outside = known.key !== undefined;
    const facts = { roles, outside, apart: apartOf(known.path), raisesOnly: true, ...(chain ? { chain } : {}) };
    const ruled = decide(known.subject, ruleAsk(verb, person, post?.post ?? '', probe), facts);
    const ruling = (ruled.ok && known.key && beyondKey(known.key, verb, [known.thing.p])) || ruled;
    if (!ruling.ok && notDrawn(ruling.why)) continue;
    const base = { verb, label: labelOf(verb, known, names, person), allowed: ruling.ok };
    if (ruling.ok) actions.push(base);
    else
      actions.push({
        ...base,
        why: ruling.why,
        message: say(ruling.why),
        ...(ruling.clause ? { law: await lawOf(db, ruling.clause, known) } : {}),
      });
  }
  return actions;
}

/** Whether a text may be sent in at all; which chain it takes is asked with the text (`/api/chain`). */
const anyChain = {
  versionId: '',
  flow: '',
  clause: '',
  steps: [],
  publish: { by: 'author', clause: '' },
  requires: [],
} as const;

/** Buttons are verbs with the name of who is next: 同意，送陈刚. */
function labelOf(verb: Verb, known: Known, names: Names, person: string): string {
  switch (verb) {
    case 'submit':
      return known.subject.run ? '修改后重新送审' : '修改';
    case 'approve':
      return approveLabel(known, names, person);
    case 'return':
      return '退回修改';
    case 'suggest':
      return '写出建议的改法';
    case 'edit':
      return '整理稿件';
    case 'recall':
      return '收回';
    case 'discard':
      return '放弃这件稿件';
    case 'recover':
      return '取回';
    case 'publish':
      return known.subject.placement === 'published' ? '发布修改稿' : '发布';
    case 'schedule':
      return known.subject.run?.scheduled ? '改定时' : '定时发布';
    case 'unschedule':
      return '取消定时';
    case 'force':
      return '强制发布';
    case 'clear_forced':
      return '核销强制发布';
    case 'confirm':
      return '确认仍有效';
    case 'mark_invalid':
      return known.subject.invalid ? '改失效标注' : '标明失效';
    case 'pin':
      return known.subject.pinned ? '排到置顶的最前' : '置顶';
    case 'unpin':
      return '取消置顶';
    case 'withdraw':
      return '撤下';
    case 'save':
    case 'serve':
    case 'expire':
      return '';
  }
}

function approveLabel({ subject, acting, thing }: Known, names: Names, person: string): string {
  const { run } = subject;
  if (!run || !thing.run) return '同意';
  const due = run.chain.steps[run.step];
  const next = run.chain.steps[run.step + 1];
  const people = next
    ? takersOf(next, acting, due?.act === 'edit' ? [...run.contributors, person] : run.contributors)
    : holdersOf(publishersPosts(run.chain, { post: thing.run.submittedPost, unit: thing.run.submittedUnitId }), acting);
  const who = people.slice(0, 2).map((id) => names.person(id).name);
  const more = people.length > 2 ? '等' : '';
  // Who compiles doesn't approve, and is not next himself.
  if (due?.act === 'edit')
    return next && who.length > 0 ? `整理好，送${who.join('、')}${more}${acts[next.act] ?? ''}` : '整理好，送下一步';
  if (who.length === 0) return next ? '同意' : '同意并发布';
  return `同意，${next ? '送' : '交'}${who.join('、')}${more}${next ? '' : '发布'}`;
}
