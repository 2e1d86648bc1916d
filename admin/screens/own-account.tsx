/** Who I am here: my login, my posts, and on which days I am away. */
import type { PersonView } from '../../server/contract/views.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Absences } from './people/absences.tsx';
import '../style/registers.css';

export function OwnAccount({ me, onClose }: { me: PersonView; onClose: () => void }) {
  return (
    <Dialog title="我的账号" side="right" onClose={onClose}>
      <p>
        {me.name} <span className="dim">登录名 {me.login}</span>
      </p>
      {me.posts.length === 0 && <p className="dim">现在不任任何岗位。</p>}
      <ul className="own-posts">
        {me.posts.map(({ post, postName, unit }) => (
          <li key={`${unit.id} ${post}`}>
            {unit.name} {postName}
          </li>
        ))}
      </ul>
      <Absences id={me.id} />
    </Dialog>
  );
}
