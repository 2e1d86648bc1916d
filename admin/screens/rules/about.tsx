/** What stands behind a regulation: who adopted it, which text exactly, which real units its actors are. Folded. */
import { Link } from '@tanstack/react-router';
import type { RuleView } from '../../../server/contract/registers.ts';
import { When } from '../../parts/time.tsx';

function Versions({ rule: { slug, unit, versions } }: { rule: RuleView }) {
  return (
    <>
      {versions.map((v) => (
        <span className="line" key={v.from}>
          {v.shown ? (
            `第 ${v.version} 版（正在看）`
          ) : (
            <Link to="/rules/$slug" params={{ slug }} search={{ unit: unit.id, on: v.from }}>
              第 {v.version} 版
            </Link>
          )}
          ，{v.from} 起{v.until ? `，到 ${v.until} 止` : ''}
        </span>
      ))}
    </>
  );
}

export function About({ rule }: { rule: RuleView }) {
  return (
    <details className="about-rule">
      <summary>采用、版本和单位对应</summary>
      <dl className="facts">
        <div>
          <dt>采用</dt>
          <dd>
            {rule.unit.name}，由{rule.adoptedBy.name}办理，
            <When at={rule.adoptedAt} beside={rule.on} />
          </dd>
        </div>
        <div>
          <dt>管哪些网站</dt>
          <dd>{rule.sites.map((s) => s.name).join('、') || '还没有网站'}</dd>
        </div>
        <div>
          <dt>版本</dt>
          <dd>
            <Versions rule={rule} />
            <Link to="/regulations/adopt" search={{ unit: rule.unit.id }}>
              采用新的一版
            </Link>
          </dd>
        </div>
        {rule.above.length > 0 && (
          <div>
            <dt>上级规定</dt>
            <dd>
              {rule.above.map((a) => (
                <span className="line" key={`${a.slug} ${a.unit.id}`}>
                  <Link to="/rules/$slug" params={{ slug: a.slug }} search={{ unit: a.unit.id, on: rule.on }}>
                    {a.title}
                  </Link>
                  （{a.unit.name}），里面的底线、加的步骤和检查在这里也管用
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>单位对应</dt>
          <dd>
            {rule.roles.map((r) => (
              <span className="line" key={r.name}>
                {r.name}：{r.units.map((u) => u.name).join('、') || '还没有对应'}
              </span>
            ))}
          </dd>
        </div>
        {rule.values.length > 0 && (
          <div>
            <dt>待定的值</dt>
            <dd>
              {rule.values.map((v) => (
                <span className="line" key={v.name}>
                  {v.name}：{v.says}
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>文本的 SHA-256</dt>
          <dd className="hash">{rule.sha256}</dd>
        </div>
      </dl>
    </details>
  );
}
