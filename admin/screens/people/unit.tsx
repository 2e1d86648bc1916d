/** A unit: who is in charge of it, its posts, who holds them since when. A post that lacks people is a red row. */
import { Link } from '@tanstack/react-router';
import type { UnitView } from '../../../server/contract/registers.ts';
import { Light } from '../../parts/light.tsx';
import { dayOf } from '../../parts/time.tsx';

type Position = UnitView['positions'][number];
type Props = { unit: UnitView; onPerson: (id: string) => void };

/** Who is away today. */
const Until = ({ away }: { away: string | undefined }) => away && <span className="away">外出至 {away}</span>;

function Holders({ position, onPerson }: { position: Position; onPerson: Props['onPerson'] }) {
  return (
    <>
      {position.holders.map(({ person, since, away }) => (
        <span className="line" key={person.id}>
          <button type="button" className="link" onClick={() => onPerson(person.id)}>
            {person.name}
          </button>
          <span className="dim small"> {dayOf(since)} 起</span> <Until away={away} />
        </span>
      ))}
      {position.wrong && (
        <span className="wrong">
          <Light tone="breached" />
          {position.wrong}
        </span>
      )}
      {position.holders.length === 0 && !position.wrong && <span className="dim">没有人（规定没有要求）</span>}
    </>
  );
}

const may = ({ rights }: Position) => {
  const verbs = [...new Set(rights.flatMap((right) => right.verbs))].join('、');
  if (verbs) return verbs;
  return rights.length > 0 ? '没有给系统里的权限' : '在施行的规定里没有这个岗位';
};

export function Unit({ unit, onPerson }: Props) {
  return (
    <div className={`unit level-${Math.min(unit.level, 3)}`}>
      <h2>
        {unit.name}{' '}
        <Link className="small" to="/account" search={{ unit: unit.id }} aria-label={`${unit.name}的职责`}>
          职责
        </Link>
      </h2>
      {unit.leaders.length > 0 && (
        <p className="led">
          分管：
          {unit.leaders.map(({ person, since, away }) => (
            <span key={person.id}>
              <button type="button" className="link" onClick={() => onPerson(person.id)}>
                {person.name}
              </button>
              <span className="dim small"> {dayOf(since)} 起</span> <Until away={away} />
            </span>
          ))}
        </p>
      )}
      {unit.positions.length === 0 ? (
        <p className="dim">没有岗位。</p>
      ) : (
        <table className="list posts">
          <caption className="vh">{unit.name}的岗位</caption>
          <thead>
            <tr>
              <th scope="col">岗位</th>
              <th scope="col">谁在任</th>
              <th scope="col">可以做什么</th>
            </tr>
          </thead>
          <tbody>
            {unit.positions.map((position) => (
              <tr key={position.post} className={position.wrong ? 'bad' : undefined}>
                <td data-name="岗位" className="title">
                  {position.name}{' '}
                  <Link
                    className="small"
                    to="/account"
                    search={{ unit: unit.id, post: position.post }}
                    aria-label={`${unit.name}${position.name}的职责`}
                  >
                    职责
                  </Link>
                </td>
                <td data-name="谁在任">
                  <Holders position={position} onPerson={onPerson} />
                </td>
                <td data-name="可以做什么">{may(position)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
