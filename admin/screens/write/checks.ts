/** What stands in the way of sending a text, each with the way to its place. Saving is never held up by them. */
import type { LawView } from '../../../server/contract/views.ts';
import type { Figures } from '../../editor/props.ts';
import type { Draft } from '../../local.ts';

export type Hindrance = {
  readonly says: string;
  /** The article that asks for it. */
  readonly law?: LawView | undefined;
  readonly at: 'title' | 'source' | 'author' | 'text' | 'missing' | 'speechless' | 'uploads' | 'expires';
};

type Found = Hindrance | false;

/** The articles that ask for more than the text, where some do. */
type Laws = { readonly reprintLaw?: LawView | undefined; readonly expiryLaw?: LawView | undefined };

export function hindrances({ body }: Draft, figures: Figures, { reprintLaw, expiryLaw }: Laws = {}): Hindrance[] {
  const { characters, missing, speechless, uploading, files } = figures;
  const found: Found[] = [
    !body.title.trim() && { says: '标题没有填', at: 'title' },
    body.reprint && !body.source.trim() && { says: '转载的须写明来源', at: 'source', law: reprintLaw },
    body.reprint && !body.author.trim() && { says: '转载的须写明作者', at: 'author', law: reprintLaw },
    characters === 0 && files.length === 0 && uploading === 0 && { says: '正文没有填', at: 'text' },
    missing > 0 && { says: `正文里还有 ${missing} 处【图片未带来】，请补上图片或删去这一行`, at: 'missing' },
    speechless > 0 && { says: `有 ${speechless} 张图片没有替代文字（读给看不见图的人听）`, at: 'speechless' },
    expiryLaw !== undefined && !body.expires && { says: '到期日没有填', at: 'expires', law: expiryLaw },
    uploading > 0 && { says: `有 ${uploading} 个文件没传完`, at: 'uploads' },
  ];
  return found.filter((one) => one !== false);
}
