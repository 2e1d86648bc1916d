/** The text of a draft as the server reads it, and the answers of last time filled in once. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Checked } from '../../../server/contract/adoption.ts';
import { checkedText, me, staff } from '../../queries.ts';
import { type Change, type Draft, unbound, useDraft } from './draft.ts';

const pauseMs = 400;

/** The value once it has rested: nothing is asked of the server at every key. */
export function useRested<T>(value: T): T {
  const [rested, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** What both screens begin with. The person is known: the shell has asked already. */
export function useText() {
  const { data: person } = useQuery(me);
  const kept = useDraft(person?.id ?? '');
  const { draft, change } = kept;
  const people = useQuery(staff);
  const source = useRested(draft.source);
  const asked = useQuery({
    ...checkedText(source, draft.unit),
    enabled: source !== '',
    placeholderData: keepPreviousData,
  });
  const isOld = asked.isPlaceholderData || source !== draft.source;
  useLastAnswers(draft, change, isOld ? undefined : asked.data);
  const data = draft.source === '' ? undefined : asked.data;
  return { ...kept, units: people.data?.units ?? [], people, checked: { ...asked, data } };
}

function useLastAnswers(draft: Draft, change: Change, checked: Checked | undefined) {
  const key = checked?.questions && draft.unit ? `${checked.questions.slug} ${draft.unit}` : '';
  useEffect(() => {
    if (!key || !checked?.questions || draft.filledFor === key) return;
    const { last, questions } = checked;
    const from = draft.from >= questions.earliest ? draft.from : questions.earliest;
    change({ ...unbound(), ...(last && { ...last.binding, home: last.home }), from, filledFor: key });
  }, [key, checked, draft.filledFor, draft.from, change]);
}
