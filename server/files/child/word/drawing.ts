/** What stands in a text and is no text: pictures, text boxes, shapes, charts, embedded objects. */
import type { Losses } from '../../../html/losses.ts';
import type { Block } from './model.ts';
import type { Relation } from './parts.ts';
import { child, elements, type Xml } from './xml.ts';

export type Around = {
  readonly relations: ReadonlyMap<string, Relation>;
  readonly losses: Losses;
  /** The blocks of a text box. */
  blocks(content: Xml): readonly Block[];
};

export const missing = (words: string): Block => ({ is: 'missing', words: `【${words}】` });
const redraw = '请在 Word 里把它另存为图片，再插入';

/** w:drawing, w:pict, w:object: what comes of it, in order. */
export function drawn(of: Xml, around: Around): readonly Block[] {
  if (of.name === 'w:object') return [object(of, around)];
  const described = elements(of).flatMap((one) => elements(one).filter(({ name }) => name === 'wp:docPr'))[0];
  return elements(of).flatMap((one) => part(one, described?.at ?? {}, around));
}

type Named = Readonly<Record<string, string>>;

function part(of: Xml, described: Named, around: Around): readonly Block[] {
  switch (of.name) {
    case 'pic:pic':
      return picture(of, described, around);
    case 'w:txbxContent':
      around.losses.add('文本框里的文字改成了普通段落');
      return around.blocks(of);
    case 'c:chart':
      around.losses.add('图表没有带来');
      return [missing(`图表没有带来：${redraw}`)];
    case 'dgm:relIds':
      around.losses.add('SmartArt 图形没有带来');
      return [missing(`SmartArt 图形没有带来：${redraw}`)];
    case 'mc:AlternateContent':
      return elements(choice(of)).flatMap((one) => part(one, described, around));
    case 'wps:wsp':
    case 'v:shape':
    case 'v:rect':
    case 'v:roundrect':
    case 'v:line':
    case 'v:oval':
    case 'v:polyline':
      return shape(of, described, around);
    default:
      return elements(of).flatMap((one) => part(one, described, around));
  }
}

function shape(of: Xml, described: Named, around: Around): readonly Block[] {
  const image = child(of, 'v:imagedata');
  if (image) return [imageAt(image.at['r:id'], image.at['r:href'] ?? image.at.src, alt(of.at.alt), around)];
  const found = elements(of).flatMap((one) => part(one, described, around));
  if (found.length === 0) around.losses.add('线条、图形没有带来');
  return found;
}

function picture(of: Xml, described: Named, around: Around): readonly Block[] {
  const fill = child(of, 'pic:blipFill');
  const blip = child(fill, 'a:blip');
  const own = child(child(of, 'pic:nvPicPr'), 'pic:cNvPr')?.at;
  const words = [described.descr, described.title, own?.descr, own?.title].map(alt).find(Boolean) ?? '';
  const cut = Object.values(child(fill, 'a:srcRect')?.at ?? {}).some((share) => Number.parseInt(share, 10) > 0);
  if (cut) around.losses.add('图片在 Word 里裁剪过，带来的是没有裁剪的整张，请核对');
  return [imageAt(blip?.at['r:embed'], blip?.at['r:link'], words, around)];
}

function imageAt(embedded: string | undefined, linked: string | undefined, words: string, around: Around): Block {
  const found = around.relations.get(embedded || linked || '');
  if (found && !found.outside) return { is: 'picture', part: found.target, alt: words };
  around.losses.add('图片没有带来');
  return found || linked
    ? missing('图片没有存在文件里，只是链接，没有带来：请把它插入 Word，或单独上传')
    : missing('图片在文件里找不到，没有带来：请单独上传');
}

const fileName = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|svg)$/i;

/** What a program or a file's name wrote is no alternative text; a path would even tell whose machine it was. */
function alt(words: string | undefined): string {
  const text = (words ?? '').replace(/\s+/g, ' ').trim();
  const isName =
    /^(?=.*[\d_.~])[\w.~-]+$/.test(text) || /\\|^file:|^\/(?:home|Users)\//.test(text) || fileName.test(text);
  const isMade = /^(?:图片|图像|图|picture|image|img)[\s_]*\d*$/i.test(text) || /自动生成|generated/i.test(text);
  return isName || isMade ? '' : text.slice(0, 500);
}

const objects: readonly (readonly [RegExp, string])[] = [
  [/^(?:Equation|MathType)/i, '公式'],
  [/^Excel/i, '嵌入的 Excel 表格'],
  [/^PowerPoint/i, '嵌入的演示文稿'],
  [/^Visio/i, '嵌入的 Visio 图'],
  [/^Word/i, '嵌入的 Word 文件'],
  [/^(?:AcroExch|Acrobat)/i, '嵌入的 PDF'],
];

function object(of: Xml, { losses }: Around): Block {
  const program = child(of, 'o:OLEObject')?.at.ProgID ?? '';
  const control = child(of, 'w:control') !== undefined;
  const what = control ? '窗体控件' : (objects.find(([is]) => is.test(program))?.[1] ?? '嵌入的对象');
  losses.add(`${what}没有带来`);
  return missing(`${what}没有带来：${what.startsWith('嵌入') ? '请作为附件上传，或另存为图片再插入' : redraw}`);
}

/** Word writes what it draws in two ways; the newer one says more, where we can read it. */
export function choice(of: Xml): Xml | undefined {
  const known = elements(of).find(
    ({ name, at }) => name === 'mc:Choice' && /^(?:wps|wpg|wpc|wp14|w14|w15|w16\w*|m|c)$/.test(at.Requires ?? ''),
  );
  return known ?? child(of, 'mc:Fallback') ?? child(of, 'mc:Choice');
}
