/** What a reviewer should look at, in the order of the text; what is in order is folded. */
import type { PlacementView } from '../../../server/contract/views.ts';
import { Box } from '../../parts/box.tsx';
import { numberSign } from '../../parts/page-marks.ts';

type Props = { view: PlacementView; onShow: (n: number) => void };

/** Said of the whole text, where there is nothing to point at. */
function passed({ shown, marks }: PlacementView): string[] {
  const pictures = shown.files.filter((f) => f.kind === 'picture').length;
  const documents = shown.files.length - pictures;
  const has = (kind: string) => marks.some((m) => m.kind === kind);
  const cleaned = documents > 0 ? '，作者、路径等文件信息已清除' : '';
  return [
    ...(pictures > 0 ? [`${pictures} 张图片都有替代文字，拍摄地点等信息已清除`] : []),
    ...(documents > 0 ? [`${documents} 个附件${cleaned}`] : []),
    ...(has('secret') ? [] : ['没有密级和“不公开”的标注']),
    ...(has('id-card') || has('bank-card') || has('phone') ? [] : ['没有像身份证号、银行卡号、手机号的数字']),
    ...(has('link') ? [] : ['没有链接到别的网站']),
    ...(shown.reprint ? [`转载，已写明作者和出处`] : []),
  ];
}

export function Checks({ view, onShow }: Props) {
  const unscanned = view.shown.files.filter((f) => !f.scanned);
  const inOrder = passed(view);
  return (
    <Box title="请留意">
      {view.marks.length === 0 && unscanned.length === 0 && <p className="dim">没有需要特别留意的地方。</p>}
      <ol className="marks">
        {view.marks.map((mark, i) => (
          <li key={`${mark.kind} ${mark.at}`}>
            <button type="button" onClick={() => onShow(i + 1)}>
              <span className="n">{numberSign(i + 1)}</span>
              <span>“{mark.words}”</span>
              <span className="says">{mark.says}</span>
            </button>
          </li>
        ))}
      </ol>
      {unscanned.length > 0 && (
        <p className="dim small">{unscanned.length} 个图片和附件没有查过毒：本机没有配置查毒程序。</p>
      )}
      <details className="passed">
        <summary>查过、没有问题的（{inOrder.length}）</summary>
        <ul className="dim small">
          {inOrder.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </Box>
  );
}
