/** What becomes of each kind of part of an Office file. A kind that isn't listed is dropped, or refused where the text needs it. */
import { Refused } from '../not-taken.ts';
import type { Relation } from './parts.ts';

const list = (words: string) => new Set(words.split(/\s+/));

/** The text, its looks, its pictures: kept, each cleaned by what it is. */
const kept =
  list(`officeDocument styles stylesWithEffects numbering theme themeOverride fontTable font settings webSettings
  header footer footnotes endnotes image hdphoto hyperlink chart chartUserShapes chartEx chartStyle chartColorStyle
  worksheet chartsheet dialogsheet sharedStrings sheetMetadata calcChain table tableSingleCells drawing vmlDrawing ctrlProp
  pivotTable pivotCacheDefinition pivotCacheRecords externalLink externalLinkPath externalLinkLongPath slicer slicerCache
  timeline timelineCache diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing slide slideLayout slideMaster
  notesMaster notesSlide handoutMaster presProps viewProps tableStyles package rdArray rdRichValue rdRichValueStructure
  rdRichValueTypes richValueRel rdRichValueWebImage namedSheetView sheetView`);

/** Names, dates, histories, addresses of printers and servers, pictures of an earlier state: gone. */
const dropped =
  list(`core-properties extended-properties custom-properties extendedProperties customProperties thumbnail customXml customXmlProps customProperty
  printerSettings person people persons commentAuthors authors commentsExtended commentsIds commentsExtensible attachedTemplate
  glossaryDocument keyMapCustomizations attachedToolbars recipientData mailMergeSource mailMergeHeaderSource
  mailMergeRecipientData revisionHeaders revisionLog usernames userNames changesInfo revisionInfo tags customData
  classificationlabels docMetadata extensibility userCustomization customUI webextensiontaskpanes taskpanes webextension
  slideUpdateInfo slideUpdateUrl legacyDocTextInfo xmlMaps transform frame documenttasks volatileDependencies wsSortMap
  queryTable htmlPubSaveAs`);

const comments = '还有修订或批注，公开后人人可见，里面有人名。请接受修订、删除批注后再传';
const refusals: Readonly<Record<string, readonly [code: string, message: string]>> = {
  vbaProject: ['macros', '文件里带宏，宏是程序，不能公开。请另存为不带宏的格式（DOCX、XLSX、PPTX）再传'],
  wordVbaData: ['macros', '文件里带宏，宏是程序，不能公开。请另存为不带宏的格式再传'],
  xlMacrosheet: ['macros', '文件里有宏表，宏是程序，不能公开。请删除宏表后再传'],
  xlIntlMacrosheet: ['macros', '文件里有宏表，宏是程序，不能公开。请删除宏表后再传'],
  control: ['controls', '文件里有 ActiveX 控件，别人的电脑会拦截。请删除控件，或另存为 PDF 再传'],
  activeXControlBinary: ['controls', '文件里有 ActiveX 控件，别人的电脑会拦截。请删除控件，或另存为 PDF 再传'],
  oleObject: [
    'ole_object',
    '文件里嵌着别的对象（如旧版表格、公式或安装包），里面的信息去不干净。请把它转成图片或表格，或另存为 PDF 再传',
  ],
  aFChunk: ['foreign_chunk', '文件里夹着另一种格式的内容。请用 Word 打开，另存为 DOCX 再传'],
  subDocument: ['sub_document', '这是主控文档，内容在别的文件里。请展开子文档、取消链接后再传'],
  connections: [
    'data_connection',
    '表格连着外部数据源，里面有服务器地址，可能还有账号。请在“数据→查询和连接”里删除连接后再传',
  ],
  video: ['media_inside', '文件里有音频或视频，去不掉其中的拍摄地点和作者。请删去，或把视频另行发布'],
  audio: ['media_inside', '文件里有音频或视频，去不掉其中的拍摄地点和作者。请删去，或把视频另行发布'],
  media: ['media_inside', '文件里有音频或视频，去不掉其中的拍摄地点和作者。请删去，或把视频另行发布'],
  origin: ['signed', '文件有数字签名，去掉作者信息会破坏签名。请去掉签名，或另存为 PDF 再传'],
  threadedComment: ['comments', comments],
  threadedComments: ['comments', comments],
};

export const leftComments = (): Refused => new Refused('comments', comments);

/** `look`: a comments part, dropped when there is no comment in it. */
export type Fate = 'keep' | 'drop' | 'look' | 'unknown';

/** Throws Refused for what can be neither cleaned nor left out. */
export function fateOf({ type, outside }: Relation): Fate {
  if (type === 'comments') return 'look';
  if (dropped.has(type)) return 'drop';
  if (outside && type === 'image')
    throw new Refused(
      'linked_picture',
      '文件里有链接的图片，公众看不到，打开时还会去找那台电脑。请把图片嵌入文件后再传',
    );
  // A link to a workbook, kept as a name without its path.
  if (outside && (type === 'oleObject' || type === 'package')) return 'keep';
  const refusal = refusals[type];
  if (refusal) throw new Refused(...refusal);
  return kept.has(type) ? 'keep' : 'unknown';
}

/** What an address outside becomes: web addresses stay; of a path on a computer or server only the last part is left. */
export function outsideTarget(target: string): string {
  if (/^(https?|ftp|mailto|tel):/i.test(target) || target.startsWith('#')) return target;
  if (/^(?!file:)[a-z][a-z0-9+.-]+:/i.test(target)) return '#';
  const last = target.split(/[\\/]/).at(-1) ?? '';
  return last || '#';
}
