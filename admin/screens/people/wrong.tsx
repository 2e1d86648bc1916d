/** What the rules find wrong with how posts are filled: empty ones, too many, and two posts on one person. */
import type { StaffView } from '../../../server/contract/registers.ts';
import { Box } from '../../parts/box.tsx';
import { LawBehind } from '../../parts/law.tsx';
import { Light } from '../../parts/light.tsx';

type Conflict = StaffView['conflicts'][number];

function Both({ conflict: { person, posts, same, law } }: { conflict: Conflict }) {
  const said = posts.map((p) => `${p.unit.name}的${p.name}`).join('和');
  return (
    <li>
      <Light tone={same ? 'breached' : 'warned'} />
      <span>
        {person.name}兼任{said}：
        {same ? '这两个岗位在同一篇信息上不能是同一人' : '不在一个单位，只要不碰到同一篇信息就不冲突'}
        <LawBehind law={law} />
      </span>
    </li>
  );
}

export function Wrong({ staff: { units, conflicts } }: { staff: StaffView }) {
  const rows = units.flatMap((unit) => unit.positions.filter((p) => p.wrong).map((position) => ({ unit, position })));
  if (rows.length + conflicts.length === 0) return null;
  return (
    <Box title="不合规定的" extra={`${rows.length + conflicts.length} 处`}>
      <ul className="wrong-list">
        {rows.map(({ unit, position }) => (
          <li key={`${unit.id} ${position.post}`}>
            <Light tone="breached" />
            <span>
              {unit.name}的{position.name}：{position.wrong}
              <LawBehind law={position.rights[0]?.law} />
            </span>
          </li>
        ))}
        {conflicts.map((conflict) => (
          <Both key={`${conflict.person.id} ${conflict.law.clause}`} conflict={conflict} />
        ))}
      </ul>
    </Box>
  );
}
