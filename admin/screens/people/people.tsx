/** Who may do what, and since when: units with their posts and people, and what the rules find wrong with it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { Page } from '../../parts/page.tsx';
import { staff } from '../../queries.ts';
import { found } from './found.ts';
import { Person } from './person.tsx';
import { Unit } from './unit.tsx';
import { Wrong } from './wrong.tsx';
import '../../style/registers.css';

export function People() {
  const { name = '', person } = useSearch({ from: '/inside/people' });
  const navigate = useNavigate();
  const asked = useQuery(staff);
  const { data } = asked;
  const look = (search: { name?: string; person?: string }) =>
    void navigate({ to: '/people', search, replace: true, resetScroll: false });
  const units = data ? found(data.units, name) : [];
  const kept = name ? { name } : {};
  return (
    <Page title="人员与岗位" sub="每个单位有哪些岗位，谁在任、从哪天起；点人名看他可以做什么、照哪一条。">
      <Trouble asked={asked} />
      {!data && !asked.error && <Waiting lines={8} />}
      {data && (
        <>
          <Wrong staff={data} />
          <div className="look-up">
            <Field label="找人、岗位或单位">
              {(joined) => (
                <Input
                  {...joined}
                  type="search"
                  value={name}
                  maxLength={50}
                  onChange={(e) => look(e.target.value ? { name: e.target.value } : {})}
                />
              )}
            </Field>
          </div>
          {units.length === 0 && <Empty says={`没有找到“${name}”。换人名、岗位名或单位名里的一两个字试试。`} />}
          {units.map((unit) => (
            <Unit key={unit.id} unit={unit} onPerson={(id) => look({ ...kept, person: id })} />
          ))}
          {person && <Person staff={data} id={person} onClose={() => look(kept)} />}
        </>
      )}
    </Page>
  );
}
