/** Loading a year of days off: whose, which file, what is wrong with it or what it changes, and then the act. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { CalendarRights, CheckedDays } from '../../../server/contract/calendar.ts';
import { api, isAway } from '../../api.ts';
import { Box } from '../../parts/box.tsx';
import { Waiting } from '../../parts/empty.tsx';
import { ErrorBox, Notice } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { editedName, FilePick } from '../../parts/file-pick.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { saveTable } from '../../parts/save-table.ts';
import { calendarRights, checkedDays, queries } from '../../queries.ts';
import { useRested } from '../adopt/use-checked.ts';
import { Changes, Faults } from './found.tsx';
import { WhoLoads } from './who-loads.tsx';
import '../../style/adopt.css';
import '../../style/calendar.css';
import '../../style/rules.css';

const bytesMax = 400_000;
/** As the office's notice has it; 2026 is over by the time anybody needs an example. */
const example = [
  ['日期', '休或班', '节日'],
  ['2026-01-01', '休', '元旦'],
  ['2026-01-04', '班', '元旦'],
  ['2026-05-01', '休', '劳动节'],
  ['2026-10-01', '休', '国庆节'],
];

type Chosen = { unit: string; text: string; name: string };
type Props = { chosen: Chosen; change: (part: Partial<Chosen>) => void };

function Whose({ chosen, change, rights }: Props & { rights: CalendarRights }) {
  return (
    <Field label="导入谁的" hint="单位自己的放假日，它和下属单位都按此计算">
      {({ status, ...a }) => (
        <select {...a} value={chosen.unit} onChange={(e) => change({ unit: e.target.value })}>
          {rights.isForAll && <option value="">全体：国务院办公厅的通知</option>}
          {rights.units.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}自己的
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function File({ chosen, change }: Props) {
  const [wrong, setWrong] = useState('');
  const take = async (file: globalThis.File) => {
    setWrong('');
    if (file.size > bytesMax)
      return setWrong(`“${file.name}”太大：一年的放假安排不会超过 400 KB，请看是不是选错了文件`);
    change({ text: await file.text(), name: file.name });
  };
  return (
    <>
      <Field label="选择文件" hint="CSV 或 JSON，一个文件是一年" error={wrong}>
        {({ status, ...a }) => (
          <FilePick
            {...a}
            says="选文件"
            accept=".csv,.json,.txt,text/csv,application/json,text/plain"
            onPick={(file) => void take(file)}
          />
        )}
      </Field>
      <p className="dim small said">每行写“日期,休或班,节日”，只列与平常不同的日子，平常的周末不用列。</p>
      <Button size="small" type="link" className="example" onClick={() => saveTable('放假安排示例', example)}>
        下载示例文件
      </Button>
      <details className="source">
        <summary>{chosen.text ? '看看、改改内容' : '或者粘贴内容'}</summary>
        <Field label="文件内容">
          {(joined) => (
            <Input.TextArea
              {...joined}
              rows={10}
              maxLength={bytesMax}
              spellCheck={false}
              value={chosen.text}
              onChange={(e) => change({ text: e.target.value, name: editedName(chosen.name, '粘贴的内容') })}
            />
          )}
        </Field>
      </details>
    </>
  );
}

type Found = NonNullable<CheckedDays['found']>;

function Load({ chosen, found, whose }: { chosen: Chosen; found: Found; whose: string }) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Asked again after no answer, the same key has one effect.
  const key = useRef(crypto.randomUUID());
  const load = async () => {
    setBusy(true);
    try {
      const unit = chosen.unit === '' ? {} : { unit: chosen.unit };
      await api.calendar.load({ text: chosen.text, ...unit, seen: found.seen, key: key.current });
      // Whatever is counted in working days may be another now.
      await queries.invalidateQueries();
      await navigate({ to: '/calendar', search: { year: found.year } });
    } catch (e) {
      if (!isAway(e)) key.current = crypto.randomUUID();
      setError(e);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['calendar-check'] });
    }
  };
  return (
    <>
      {error ? <ErrorBox error={error} /> : null}
      <div className="buttons">
        <Button
          type="primary"
          loading={busy}
          disabled={found.changes.length === 0 && !found.isNew}
          onClick={() => void load()}
        >
          导入{whose} {found.year} 年放假安排
        </Button>
      </div>
    </>
  );
}

function Loading({ rights }: { rights: CalendarRights }) {
  const first = rights.isForAll ? '' : (rights.units[0]?.id ?? '');
  const [chosen, set] = useState<Chosen>({ unit: first, text: '', name: '' });
  const change = (part: Partial<Chosen>) => set((before) => ({ ...before, ...part }));
  const settled = useRested(chosen);
  const asked = useQuery({ ...checkedDays(settled.text, settled.unit), placeholderData: keepPreviousData });
  const isOld = asked.isPlaceholderData || settled !== chosen;
  const { faults = [], found } = asked.data ?? {};
  const whose = rights.units.find(({ id }) => id === chosen.unit)?.name ?? '';
  return (
    <>
      <Box title="一、文件" extra={chosen.text && <span className="dim">{chosen.name}</span>}>
        <Whose chosen={chosen} change={change} rights={rights} />
        <File chosen={chosen} change={change} />
      </Box>
      {chosen.text !== '' && (
        <Box title="二、核对">
          <div aria-busy={isOld}>
            <Trouble asked={asked} />
            {!asked.data && !asked.error && <Waiting lines={2} />}
            {faults.length > 0 && <Faults faults={faults} text={settled.text} />}
            {found && <Changes found={found} whose={whose} />}
          </div>
          {found && !isOld && <Load chosen={chosen} found={found} whose={whose} />}
        </Box>
      )}
    </>
  );
}

export function LoadDays() {
  const asked = useQuery(calendarRights);
  const rights = asked.data;
  return (
    <Page
      title="导入放假安排"
      back={{ to: '/calendar', name: '放假安排' }}
      sub="有一处错就整个不导入。导入以后，还没有结束的期限都按新的安排重新计算，已经结束的不变。"
    >
      <Trouble asked={asked} />
      {!rights && !asked.error && <Waiting lines={4} />}
      {rights && !rights.isForAll && rights.units.length === 0 && (
        <Notice tone="warned">
          <p>
            您不能导入放假安排。
            <WhoLoads rights={rights} />
          </p>
        </Notice>
      )}
      {rights && (rights.isForAll || rights.units.length > 0) && <Loading rights={rights} />}
    </Page>
  );
}
