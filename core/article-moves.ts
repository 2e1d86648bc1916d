/** The moves of an article, as tables: what is in review (a run) and what is public (a placement). The buttons, the tests and docs/moves.md read them. */
import type { Move } from './moves.ts';

export const runStates = ['none', 'open', 'complete', 'ended'] as const;
export type RunState = (typeof runStates)[number];
export const placementStates = ['none', 'published', 'withdrawn', 'expired'] as const;
export type PlacementState = (typeof placementStates)[number];

export type RunVerb =
  | 'save'
  | 'submit'
  | 'recall'
  | 'return'
  | 'suggest'
  | 'edit'
  | 'approve'
  | 'schedule'
  | 'unschedule'
  | 'discard'
  | 'recover';
export type PlacementVerb =
  | 'publish'
  | 'force'
  | 'clear_forced'
  | 'serve'
  | 'confirm'
  | 'mark_invalid'
  | 'pin'
  | 'unpin'
  | 'withdraw'
  | 'expire';
export type Verb = RunVerb | PlacementVerb;
/** writer: may write for the article's unit. author: who submitted this revision, or another holder of that post in that unit.
 *  system: the program itself (the publisher reports that the public sees it).
 *  holder: may take the step that is due. publisher: whom the chain names. withdrawer: whose post may withdraw, within
 *  reach; confirmer, invalidator, forcer, clearer the same for their verbs. pinner: looks after the column or the site. */
export type Role =
  | 'writer'
  | 'author'
  | 'holder'
  | 'publisher'
  | 'withdrawer'
  | 'confirmer'
  | 'invalidator'
  | 'forcer'
  | 'clearer'
  | 'pinner'
  | 'system';
export type Guard =
  | 'own_work'
  | 'posts_apart'
  | 'not_this_step'
  | 'not_editing'
  | 'no_suggestions'
  | 'nothing_changed'
  | 'text_changed'
  | 'lowered'
  | 'words_missing'
  | 'reason_missing'
  | 'gate_shut'
  | 'was_public'
  | 'discarded'
  | 'not_discarded'
  | 'missing_left'
  | 'speechless_left'
  | 'reprint_unsourced'
  | 'not_disclosed'
  | 'expiry_missing'
  | 'expiry_past'
  | 'time_unfit'
  | 'not_scheduled'
  | 'not_due'
  | 'is_invalid'
  | 'not_home'
  | 'successor_unfit'
  | 'flag_open'
  | 'not_forced'
  | 'not_third'
  | 'pins_full'
  | 'not_pinned';

/** What is in review. `none`: no run is alive. `ended` is only ever a target: an ended run is history. */
export const runMoves: Record<RunVerb, Move<RunState, Role, Guard>> = {
  save: { from: ['none'], to: 'none', by: ['writer'], unless: ['discarded'] },
  submit: {
    from: ['none', 'complete'],
    to: 'open',
    by: ['writer'],
    unless: [
      'discarded',
      'missing_left',
      'speechless_left',
      'reprint_unsourced',
      'not_disclosed',
      'expiry_missing',
      'expiry_past',
    ],
  },
  recall: { from: ['open', 'complete'], to: 'ended', by: ['author'] },
  return: {
    from: ['open', 'complete'],
    to: 'ended',
    by: ['holder', 'publisher'],
    unless: ['own_work', 'not_this_step', 'words_missing'],
  },
  // A return that brings the reviewer's text along, beside the revision: it is the author's to take over or not. JY-13.
  suggest: {
    from: ['open'],
    to: 'ended',
    by: ['holder'],
    unless: ['no_suggestions', 'own_work', 'not_this_step', 'text_changed', 'nothing_changed'],
  },
  // The step stays due: who has compiled the text passes it on with `approve`, under the new hash. QX-8.
  edit: {
    from: ['open'],
    to: 'open',
    by: ['holder'],
    unless: [
      'not_editing',
      'posts_apart',
      'not_this_step',
      'text_changed',
      'lowered',
      'nothing_changed',
      'missing_left',
      'speechless_left',
      'reprint_unsourced',
      'expiry_missing',
      'expiry_past',
    ],
  },
  approve: {
    from: ['open'],
    to: 'open',
    by: ['holder'],
    unless: ['own_work', 'posts_apart', 'not_this_step', 'text_changed', 'lowered'],
  },
  // Whoever may publish it may say when. At that instant the program publishes it, and judges all of it anew. A5.
  schedule: {
    from: ['complete'],
    to: 'complete',
    by: ['publisher'],
    unless: ['text_changed', 'time_unfit', 'gate_shut', 'reprint_unsourced', 'not_disclosed', 'expiry_past'],
  },
  unschedule: { from: ['complete'], to: 'complete', by: ['publisher', 'system'], unless: ['not_scheduled'] },
  discard: { from: ['none', 'complete'], to: 'ended', by: ['writer'], unless: ['was_public', 'discarded'] },
  recover: { from: ['none'], to: 'none', by: ['writer'], unless: ['was_public', 'not_discarded'] },
};
/** What is said about a text that is public, or instead of its chain: by a person, under his name. */
const peoples: readonly Verb[] = ['force', 'clear_forced', 'confirm', 'mark_invalid'];
/** What the holder of a step does to a text in review is a person's own act. ZJ-12: 必须指定专人; T27. */
export const signed = (verb: Verb): boolean =>
  peoples.includes(verb) || (verb in runMoves && runMoves[verb as RunVerb].by.includes('holder'));
/** What is public. Publishing asks for a complete run besides (see `decide`); withdrawing asks nobody else. ZJ-13.2, QX-15. */
export const placementMoves: Record<PlacementVerb, Move<PlacementState, Role, Guard>> = {
  publish: {
    from: ['none', 'published', 'withdrawn', 'expired'],
    to: 'published',
    by: ['publisher'],
    unless: ['text_changed', 'gate_shut', 'reprint_unsourced', 'not_disclosed', 'expiry_past'],
  },
  // Without its chain, for an emergency: under a right of its own, with a reason, never one's own text; flagged until a
  // person who neither wrote nor forced it has looked. Gates and what a text must state hold all the same. A16.
  force: {
    from: ['none', 'published', 'withdrawn', 'expired'],
    to: 'published',
    by: ['forcer'],
    unless: [
      'own_work',
      'text_changed',
      'words_missing',
      'flag_open',
      'gate_shut',
      'reprint_unsourced',
      'not_disclosed',
      'expiry_past',
    ],
  },
  clear_forced: {
    from: ['published', 'withdrawn', 'expired'],
    by: ['clearer'],
    unless: ['not_forced', 'not_third', 'words_missing'],
  },
  serve: { from: ['published'], to: 'published', by: ['system'] },
  // Checked, still valid: a signed act that leaves the date of publication alone. DQ-6, JY-12d; T24.
  confirm: { from: ['published'], to: 'published', by: ['confirmer'], unless: ['words_missing', 'is_invalid'] },
  // The text stays to be read, and says that it no longer holds: so does what cites it. DQ-6, HD-1: 失效文件及时注销.
  mark_invalid: {
    from: ['published'],
    to: 'published',
    by: ['invalidator'],
    unless: ['not_home', 'reason_missing', 'successor_unfit'],
  },
  pin: { from: ['published'], to: 'published', by: ['pinner'], unless: ['pins_full'] },
  unpin: { from: ['published'], to: 'published', by: ['pinner'], unless: ['not_pinned'] },
  withdraw: { from: ['published'], to: 'withdrawn', by: ['withdrawer'], unless: ['reason_missing'] },
  // What is in review meanwhile goes on: it may bring a new day, and comes back through its whole chain. B4, B5.
  expire: { from: ['published'], to: 'expired', by: ['system'], unless: ['not_due'] },
};
export const verbs = [...Object.keys(runMoves), ...Object.keys(placementMoves)] as readonly Verb[];
