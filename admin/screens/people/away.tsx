/** Says that somebody is away on some days, and that he is back before they are over. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { addDays } from '../../../core/day.ts';
import type { AbsencesView, AbsenceView } from '../../../server/contract/absences.ts';
import { fieldErrors } from '../../act.ts';
import { api } from '../../api.ts';
import { useOneAct } from '../../one-act.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { peopleChanged } from '../../queries.ts';

type AwayProps = Pick<AbsencesView, 'person' | 'today'> & { onClose: () => void };

export function Away({ person, today, onClose }: AwayProps) {
  const [asked, setAsked] = useState({ from: today, until: '', words: '' });
  const [tried, setTried] = useState(false);
  const act = useOneAct();
  const { from, until, words } = asked;
  const set = (more: Partial<typeof asked>) => setAsked({ ...asked, ...more });
  const register = async () => {
    setTried(true);
    if (!from || !until) return;
    const body = { id: person.id, from, until, ...(words.trim() && { words }) };
    if (!(await act.run((key) => api.absences.register({ ...body, key })))) return;
    peopleChanged();
    onClose();
  };
  const errors = fieldErrors(act.error);
  return (
    <Dialog title={`${person.name} · 登记外出`} onClose={onClose}>
      <p className="dim said">
        这几天里轮到{person.name}
        办的，规定写了由谁代办的，由那个人办；没有写的，等回来再办。权限不变，人在的时候照样可以办。
      </p>
      <Field label="从哪天起" hint="今天的，从现在算起" error={tried && !from ? '请填第一天' : errors.from}>
        {(a) => <Input {...a} type="date" min={today} value={from} onChange={(e) => set({ from: e.target.value })} />}
      </Field>
      <Field label="到哪天（含）" hint="最长一年" error={tried && !until ? '请填最后一天' : errors.until}>
        {(a) => <Input {...a} type="date" min={from} value={until} onChange={(e) => set({ until: e.target.value })} />}
      </Field>
      <Field label="事由" hint="可以不填；只有本人和替他登记的人看得到" error={errors.words}>
        {(a) => <Input.TextArea {...a} rows={2} value={words} onChange={(e) => set({ words: e.target.value })} />}
      </Field>
      {act.error ? <ErrorBox error={act.error} /> : null}
      <div className="buttons">
        <Button type="primary" loading={act.busy} onClick={() => void register()}>
          登记外出
        </Button>
      </div>
    </Dialog>
  );
}

type BackProps = { one: AbsenceView; name: string; today: string; onClose: () => void };

export function Back({ one, name, today, onClose }: BackProps) {
  const [until, setUntil] = useState('');
  const act = useOneAct();
  const end = async () => {
    if (!(await act.run((key) => api.absences.shorten({ id: one.id, ...(until && { until }), key })))) return;
    peopleChanged();
    onClose();
  };
  const atOnce = one.running ? '现在就回岗' : '取消这次外出';
  const first = one.running ? today : one.from;
  return (
    <Dialog title={`${name} · ${one.running ? '提前回岗' : '取消或缩短外出'}`} onClose={onClose}>
      <p className="dim said">
        登记的是 {one.from} 至 {one.until}。{one.running ? '回岗后，轮到他办的又由他办；别人代办过的不变。' : ''}
      </p>
      <Field label="改到哪天为止（含）" hint={`不填就是${atOnce}`} error={fieldErrors(act.error).until}>
        {(a) => (
          <Input
            {...a}
            type="date"
            min={first}
            max={addDays(one.until, -1)}
            value={until}
            onChange={(e) => setUntil(e.target.value)}
          />
        )}
      </Field>
      {act.error ? <ErrorBox error={act.error} /> : null}
      <div className="buttons">
        <Button type="primary" loading={act.busy} onClick={() => void end()}>
          {until ? `改到 ${until}` : atOnce}
        </Button>
      </div>
    </Dialog>
  );
}
