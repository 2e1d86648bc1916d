/** May this text be adopted here? Everything that would fail somebody later is said now, with its article. */
import { verbsOf } from '../access.ts';
import type { Clause } from '../outcome.ts';
import { moveName } from '../vocabulary/move-name.ts';
import { otherMoves } from './adopt-alone.ts';
import { clashes } from './adopt-clash.ts';
import { staffing } from './adopt-staff.ts';
import { wordsOfRegulation } from './chain-table.ts';
import { laxerDuties } from './laxer.ts';
import type { Organisation } from './organisation.ts';
import { actingIn } from './organisation.ts';
import { valueFault } from './phrase.ts';
import type { Binding, InForce, Regulation, Role } from './types.ts';
import { sayValue } from './value-words.ts';

/** `says`: a sentence in Chinese, with the names of units. */
export type Reason = { readonly why: string; readonly says: string; readonly clause?: Clause };

/** `reasons` refuse the adoption; `warnings` refuse nothing, and whoever adopts has to be told them. */
export type Advice = { readonly reasons: readonly Reason[]; readonly warnings: readonly Reason[] };

/**
 * What there is to say to whoever adopts this text here; without reasons it may be adopted. `above` are the adoptions
 * over the adopter, nearest first. Codes of reasons: `role_unbound`, `role_unknown`, `unit_unknown`, `lead_unbound`,
 * `value_unset`, `value_wrong`, `reading_unconfirmed`; and once those are settled `no_chain`, `below_floor`, `unbound`, `nobody_holds`,
 * `not_separable`, `nobody_publishes`, `nobody_withdraws`, and those of `clashes`. Codes of warnings: `alone` (one person
 * alone can take a step), `own_text_stuck`, `nobody_holds` (for a move of later), `laxer`, and those of `listedAt`.
 */
export function adviceOn(
  regulation: Regulation,
  binding: Binding,
  organisation: Organisation,
  above: readonly InForce[],
): Advice {
  const unsettled = [
    ...roleReasons(regulation, binding, organisation),
    ...leadReasons(regulation, binding, organisation),
    ...valueReasons(regulation, binding),
    ...readingReasons(regulation, binding),
  ];
  const listed = listedAt(regulation, binding, organisation, above);
  if (unsettled.length > 0) return { reasons: unsettled, warnings: listed };
  const path = [draftLaw(regulation, binding), ...above];
  const { reasons, warnings } = staffing(path, organisation);
  return {
    reasons: [
      ...reasons,
      ...withdrawReasons(path, organisation),
      ...clashes(draftLaw(regulation, binding), above, organisation),
    ],
    warnings: [...warnings, ...otherMoves(path, organisation), ...laxerReasons(path), ...listed],
  };
}

const laxerReasons = ([own, ...above]: readonly InForce[]): readonly Reason[] =>
  own ? laxerDuties(own, above).map(({ own: clause, says }) => ({ why: 'laxer', says, clause })) : [];

/** The reasons alone: none means that it may be adopted. */
export const adoptable = (
  regulation: Regulation,
  binding: Binding,
  organisation: Organisation,
  above: readonly InForce[],
): readonly Reason[] => adviceOn(regulation, binding, organisation, above).reasons;

/** What the adopter is told, though it refuses nothing: gates that stay shut, and moves that nobody may make. */
export function listedAt(
  regulation: Regulation,
  binding: Binding,
  organisation: Organisation,
  above: readonly InForce[],
): readonly Reason[] {
  const { event: said } = wordsOfRegulation(regulation);
  // No gate is carried out by this version, whatever its event: the move behind it stays shut.
  const shut = regulation.flows.flatMap((flow) => {
    const waiting = flow.publish.flatMap((rule) => (rule.after === undefined ? [] : [rule.after]));
    return [...flow.requires.map((gate) => gate.event), ...waiting].map((event) => ({
      why: 'gate_shut',
      says: `“${moveName(flow.move, said)}”的流程要先有“${said(event)}”，系统还不能核对：这条流程暂时走不通`,
      clause: `${regulation.slug}#${flow.clause}`,
    }));
  });
  const held = verbsOf(actingIn(organisation), [draftLaw(regulation, binding), ...above]);
  const idle = ['submit', 'publish', 'approve'].filter((verb) => !held.some((one) => one.verbs.includes(verb)));
  const words: Readonly<Record<string, string>> = { submit: '报送', publish: '发布', approve: '审批' };
  return [...shut, ...idle.map((verb) => ({ why: 'nobody_may', says: `现在没有人可以${words[verb]}信息` }))];
}

const draftLaw = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: 'draft',
  adoptionId: 'draft',
  binding,
  regulation,
});

const boundTo = (map: Readonly<Record<string, readonly string[]>>, id: string): readonly string[] =>
  Object.hasOwn(map, id) ? (map[id] ?? []) : [];

function roleReasons(regulation: Regulation, binding: Binding, { units }: Organisation): readonly Reason[] {
  const known = new Set(units.map((unit) => unit.id));
  const strange = Object.keys(binding.roles).filter((id) => !Object.hasOwn(regulation.roles, id));
  const missing = known.has(binding.unit) ? [] : [{ why: 'unit_unknown', says: '采用单位不在机构名录里' }];
  return [
    ...missing,
    ...strange.map((id) => ({ why: 'role_unknown', says: `规定里没有“${id}”这个单位角色` })),
    ...Object.entries(regulation.roles).flatMap(([id, role]) => oneRole(id, role, binding, known, regulation)),
  ];
}

function oneRole(
  id: string,
  role: Role,
  binding: Binding,
  known: ReadonlySet<string>,
  { roles }: Regulation,
): readonly Reason[] {
  const bound = boundTo(binding.roles, id);
  const reason = (why: string, says: string): readonly Reason[] => [{ why, says: `“${role.name}”${says}` }];
  if (bound.length === 0) return reason('role_unbound', '还没有对应到单位');
  if (role.is === 'unit' && bound.length > 1)
    return reason('role_unbound', `只能对应一个单位，现在是 ${bound.length} 个`);
  if (bound.some((unit) => !known.has(unit))) return reason('unit_unknown', '对应的单位不在机构名录里');
  const outer = role.within === undefined ? undefined : boundTo(binding.roles, role.within);
  if (!outer || bound.every((unit) => outer.includes(unit))) return [];
  return reason('role_unbound', `要在“${roles[role.within ?? '']?.name ?? role.within}”的单位之中`);
}

function leadReasons(regulation: Regulation, binding: Binding, { units }: Organisation): readonly Reason[] {
  return regulation.columns.flatMap((column) => {
    if (column.leadOneOf === undefined) return [];
    const among = boundTo(binding.roles, column.leadOneOf).filter((id) => units.some((unit) => unit.id === id));
    const leads = boundTo(binding.leads, column.id);
    if (leads.length > 0 && leads.every((unit) => among.includes(unit))) return [];
    const name = regulation.roles[column.leadOneOf]?.name ?? column.leadOneOf;
    const says = `栏目“${column.name}”还没有指定承办单位：从“${name}”中选`;
    return [{ why: 'lead_unbound', says, clause: `${regulation.slug}#${column.clause}` }];
  });
}

function valueReasons({ values }: Regulation, binding: Binding): readonly Reason[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const set = Object.hasOwn(binding.values, id) ? binding.values[id] : undefined;
    const given = typeof set === 'string' ? [set] : Object.values(set ?? {});
    const suggest = value.suggest === undefined ? '' : `，建议 ${sayValue(value.is, value.suggest) ?? value.suggest}`;
    if (given.length === 0) return [{ why: 'value_unset', says: `“${value.name}”还没有定${suggest}` }];
    return given.flatMap((text) => {
      const wrong = valueFault(value.is, text);
      if (wrong === undefined) return [];
      return [{ why: 'value_wrong', says: `“${value.name}”定的是“${text}”，不能这样写：${wrong}` }];
    });
  });
}

function readingReasons({ blocks, slug }: Regulation, binding: Binding): readonly Reason[] {
  return blocks.flatMap((block) => {
    if (block.reading === undefined || binding.readings.includes(`${block.kind} ${block.id}`)) return [];
    const says = `这一读法还没有确认：${block.reading}`;
    return [{ why: 'reading_unconfirmed', says, clause: `${slug}#${block.clause}` }];
  });
}

/** What is wrong must come down at once; a rule that sets up publishing and lets nobody withdraw is not one. */
function withdrawReasons(path: readonly InForce[], organisation: Organisation): readonly Reason[] {
  const publishes = path[0]?.regulation.flows.some((flow) => flow.move === 'article.publish' && !flow.floor);
  const able = verbsOf(actingIn(organisation), path).some((held) => held.verbs.includes('withdraw'));
  return publishes && !able
    ? [{ why: 'nobody_withdraws', says: '没有人可以撤下信息：请在规定里给某个岗位“撤下”权（withdraw），并有人任职' }]
    : [];
}
