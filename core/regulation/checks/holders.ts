/** Every post that a flow calls on is declared in the file, with the verb that the call needs. ZJ-12: 必须指定专人. */
import { standardPosts, verbs } from '../../vocabulary/words.ts';
import { type Position, type Report, unknownWord } from '../body.ts';
import type { Draft, Stated } from '../draft.ts';
import type { Names } from '../names.ts';
import { nearest } from '../near.ts';
import type { Flow, FlowStep, JoinedStep, Post } from '../types.ts';

type Call = { readonly post: string; readonly verb: string; readonly at: Position };

export function checkHolders(draft: Draft, posts: readonly Post[], names: Names, report: Report): void {
  const calls = [...draft.flows.flatMap(callsOfFlow), ...draft.steps.flatMap(callsOfStep)];
  for (const { post, verb, at } of calls) {
    if (posts.some((one) => one.id === post && one.may.includes(verb))) continue;
    const name = names.posts.get(post) ?? post;
    const declared = posts.some((one) => one.id === post);
    const what = declared ? `没有“${verb}”（${verbs[verb]}）` : '在 posts 块里没有声明';
    report(at, `流程要“${name}”（${post}）来办，可是这个岗位${what}：请在 posts 块里写 may: [${verb}]`);
  }
}

/** Posts that must stay apart are posts of this file, else the rule would hold nobody apart. */
export function checkApart(draft: Draft, posts: readonly Post[], report: Report): void {
  for (const { value, where } of draft.apart) {
    const stranger = value.find((post) => !posts.some((one) => one.id === post));
    if (stranger !== undefined)
      report(
        where.at(),
        unknownWord(
          stranger,
          '在 posts 块里声明的岗位',
          posts.map((one) => one.id),
        ),
      );
  }
}

/** An id that is almost a standard one is more likely a slip than a new post. */
export function checkPostIds(draft: Draft, report: Report): void {
  for (const { value, where } of draft.posts) {
    const near = Object.hasOwn(standardPosts, value.id) ? undefined : nearest(value.id, Object.keys(standardPosts));
    if (near === undefined || Math.abs(near.length - value.id.length) > 1) continue;
    report(where.at('id'), `岗位编号“${value.id}”和标准岗位“${near}”只差一点：是不是写错了？`, true);
  }
}

const verbFor = (step: Pick<FlowStep, 'act'>): string => (step.act === 'edit' ? 'edit' : 'approve');

function callsOfFlow({ value, where }: Stated<Flow>): readonly Call[] {
  const steps = value.steps.flatMap((step, i) => [
    ...step.post.map((post) => ({ post, verb: verbFor(step), at: where.at('steps', i, 'post') })),
    ...(step.else?.post ?? []).map((post) => ({ post, verb: verbFor(step), at: where.at('steps', i, 'else') })),
  ]);
  const publish = value.publish.flatMap((rule, i) =>
    typeof rule.by === 'string'
      ? []
      : rule.by.post.map((post) => ({ post, verb: 'publish', at: where.at('publish', i, 'by') })),
  );
  return [...steps, ...publish];
}

function callsOfStep({ value, where }: Stated<JoinedStep>): readonly Call[] {
  return value.add.post.map((post) => ({ post, verb: verbFor(value.add), at: where.at('add', 'post') }));
}
