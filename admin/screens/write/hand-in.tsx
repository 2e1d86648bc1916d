/** The two ways out of the writing page: into the chain (named by who is next), or kept as a revision. */
import { Button } from 'antd';
import { useRef } from 'react';
import type { ActionView, ChainView, PlacementView } from '../../../server/contract/views.ts';
import { ErrorBox } from '../../parts/error-box.tsx';
import { useCtrl } from '../../parts/keys.ts';
import { LawBehind } from '../../parts/law.tsx';
import { SaveState, type Saving } from '../../parts/save-state.tsx';
import { fieldNames } from '../../words.ts';
import type { Chains } from './chain-panel.tsx';
import type { Hindrance } from './checks.ts';
import { toField, toMissing, toSpeechless } from './jump.ts';

type Props = {
  chains: Chains;
  view: PlacementView | undefined;
  chosen: boolean;
  busy: string | undefined;
  /** Why the last sending or saving came to nothing. */
  error: unknown;
  /** What the text itself still lacks; undefined while the editor is loading. */
  hindrances: readonly Hindrance[] | undefined;
  saving: Saving;
  onText: () => void;
  onSubmit: () => void;
  onSave: () => void;
};

/** 送张伟审核; with several who may take it, by their post. */
function nextIn(chain: ChainView | undefined): string {
  const step = chain?.steps.find((s) => s.state !== 'done');
  if (!step) return '送审';
  const [one, second] = step.people;
  return `送${one && !second ? one.name : step.postName}${step.actName}`;
}

type Reason = Pick<ActionView, 'message' | 'law'>;

/** Why it can't be sent now, as the server says it: of the text's state, or of one of its columns. */
function whyNot({ chains, view, chosen }: Props): Reason | undefined {
  if (!chosen) return { message: '先选栏目' };
  const refused = view?.actions.find((a) => a.verb === 'submit' && !a.allowed);
  if (refused) return refused;
  const shut = chains.data?.previews.find((p) => p.refused);
  if (!shut?.refused) return undefined;
  return { ...shut.refused, message: `《${shut.column.name}》不能送：${shut.refused.message}` };
}

/** The whole way in one line, in sight wherever the page is scrolled to; the panel says it in full, also aloud. */
function Way({ chains }: { chains: Chains }) {
  const [first, ...others] = chains.data?.previews ?? [];
  const chain = first?.chain;
  if (!chain) return null;
  const names = (people: ReadonlyArray<{ name: string }>, post: string) => people.map((p) => p.name).join('或') || post;
  const steps = chain.steps.map((s) => `${names(s.people, s.postName)}${s.actName}`);
  const out = chain.publish.automatic ? '自动发布' : `${names(chain.publish.people, chain.publish.postName)}发布`;
  return (
    <p className="way" aria-hidden="true">
      {[...steps, out].join(' → ')}
      {others.length > 0 && `，另 ${others.length} 个栏目见上`}
    </p>
  );
}

const jumps: Readonly<Record<Exclude<Hindrance['at'], 'uploads'>, (onText: () => void) => void>> = {
  title: () => toField(fieldNames.title),
  source: () => toField(fieldNames.source),
  author: () => toField(fieldNames.author),
  text: (onText) => onText(),
  missing: () => toMissing(),
  speechless: () => toSpeechless(),
  expires: () => toField(fieldNames.expires),
};

/** What the text lacks, each with the way there. */
export function Lacks({ hindrances, onText }: Pick<Props, 'hindrances' | 'onText'>) {
  if (!hindrances) return <p className="why">正文还在载入</p>;
  if (hindrances.length === 0) return null;
  return (
    <ul className="why" aria-label="送审以前要补的">
      {hindrances.map(({ says, at, law }) => (
        <li key={at}>
          {says}
          <LawBehind law={law} />
          {at === 'uploads' ? (
            '，传完再送'
          ) : (
            <button type="button" className="link" aria-label={`${says}：去补`} onClick={() => jumps[at](onText)}>
              去补
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function HandIn(props: Props) {
  const { chains, busy, onSubmit, onSave, chosen, hindrances, onText } = props;
  const why = whyNot(props);
  const lacks = hindrances === undefined || hindrances.length > 0;
  const ready = !why && !lacks && !busy && Boolean(chains.data);
  const reasons = useRef<HTMLDivElement>(null);
  // What can't be sent yet leads to what it lacks.
  useCtrl('enter', () => (ready ? onSubmit() : reasons.current?.querySelector('button')?.focus()));
  return (
    <div className="hand-in">
      <SaveState saving={props.saving} again />
      <Way chains={chains} />
      {props.error ? <ErrorBox error={props.error} /> : null}
      {/* Above the buttons: the bar stands at the window's bottom, and what comes and goes here must not move them under a click. */}
      <div id="why-not-submit" ref={reasons}>
        {why && (
          <p className="why">
            {why.message}
            <LawBehind law={why.law} />
          </p>
        )}
        <Lacks hindrances={hindrances} onText={onText} />
      </div>
      <div className="buttons">
        <Button
          type="primary"
          disabled={!ready && busy !== 'submit'}
          loading={busy === 'submit'}
          aria-describedby={why || lacks ? 'why-not-submit' : undefined}
          onClick={onSubmit}
        >
          {nextIn(chains.data?.previews[0]?.chain)}
        </Button>
        <Button
          disabled={!chosen || (busy !== undefined && busy !== 'save')}
          loading={busy === 'save'}
          aria-describedby={chosen ? undefined : 'why-not-submit'}
          onClick={onSave}
        >
          存为一稿
        </Button>
      </div>
      <p className="dim small">写的时候自动保存；Ctrl+S 马上存，Ctrl+Enter 送审。</p>
    </div>
  );
}
