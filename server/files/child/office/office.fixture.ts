/** Office files with something personal in every place that we know of. WHO and WHERE must not be in what comes out. */
import { writeZip } from '../zip/write.ts';

export const WHO = '张三丰canary';
export const WHERE = 'C:\\Users\\zhangsf-canary\\Desktop\\内部\\';
/** As field codes and file: addresses spell it. */
export const CANARIES = ['canary', 'zhangsf', 'FIN-SERVER', '内部'];

const ns = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
};
const pkg = 'http://schemas.openxmlformats.org/package/2006';
const _microsoft = 'http://schemas.microsoft.com/office/2006/relationships';

export type Part = readonly [name: string, content: string | Buffer, mediaType?: string];
type Link = readonly [id: string, type: string, target: string, outside?: 'outside'];

const office = 'application/vnd.openxmlformats-officedocument';
export const types = {
  docx: `${office}.wordprocessingml.document.main+xml`,
  xlsx: `${office}.spreadsheetml.sheet.main+xml`,
  pptx: `${office}.presentationml.presentation.main+xml`,
};

export const rels = (...links: readonly Link[]): string => {
  const lines = links.map(([id, type, target, outside]) => {
    const full = type.includes(':') ? type : `${ns.r}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`;
  });
  return `<Relationships xmlns="${pkg}/relationships">${lines.join('')}</Relationships>`;
};

export const packed = (parts: readonly Part[]): Promise<Buffer> => {
  const overrides = parts.map(([name, , type]) =>
    type ? `<Override PartName="/${name}" ContentType="${type}"/>` : '',
  );
  const defaults = [
    'rels application/vnd.openxmlformats-package.relationships+xml',
    'xml application/xml',
    'jpeg image/jpeg',
    'bin application/octet-stream',
  ]
    .map((line) => line.split(' '))
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const list = `<Types xmlns="${pkg}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  const all: readonly Part[] = [['[Content_Types].xml', list], ...parts];
  return writeZip(all.map(([name, content]) => ({ name, bytes: Buffer.from(content as string) })));
};

const props: readonly Part[] = [
  [
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${pkg}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${WHO}</dc:creator><cp:lastModifiedBy>${WHO}</cp:lastModifiedBy></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  ],
  [
    'docProps/app.xml',
    `<Properties xmlns="x"><Company>${WHO}</Company><Template>${WHERE}a.dotx</Template></Properties>`,
    `${office}.extended-properties+xml`,
  ],
  [
    'docProps/custom.xml',
    `<Properties xmlns="x"><property name="KSO">${WHO}</property></Properties>`,
    `${office}.custom-properties+xml`,
  ],
  ['docProps/thumbnail.jpeg', Buffer.from(WHO)],
  ['docMetadata/LabelInfo.xml', `<l xmlns="x" id="${WHO}"/>`],
  ['[trash]/0000.dat', WHO],
];
const rootRels = (main: string): Part => [
  '_rels/.rels',
  rels(
    ['rId1', 'officeDocument', main],
    ['rId2', `${pkg}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', 'extended-properties', 'docProps/app.xml'],
    ['rId4', 'custom-properties', 'docProps/custom.xml'],
    ['rId5', `${pkg}/relationships/metadata/thumbnail`, 'docProps/thumbnail.jpeg'],
    [
      'rId6',
      'http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels',
      'docMetadata/LabelInfo.xml',
    ],
  ),
];

export type DocxMore = {
  readonly body?: string;
  readonly links?: readonly Link[];
  readonly parts?: readonly Part[];
  readonly type?: string;
};

/** A text of two paragraphs, with a picture where `picture` is given. */
export function docx(picture: Buffer, more: DocxMore = {}): Promise<Buffer> {
  const slash = WHERE.replaceAll('\\', '\\\\');
  const body = `<w:p w:rsidR="00A1CAFE"><w:r w:rsidRPr="00B2CAFE"><w:t xml:space="preserve">正文 &amp; 表格 </w:t></w:r></w:p>
    <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "C:\\\\Users\\\\zhang</w:instrText></w:r><w:r><w:instrText>sf-canary\\\\内部\\\\图.jpg" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:fldSimple w:instr=" LINK Excel.Sheet.12 &quot;${slash}表.xlsx&quot; "><w:r><w:t>见表</w:t></w:r></w:fldSimple>
    <w:hyperlink r:id="rId7"><w:r><w:t>附件</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId8"><w:r><w:t>网站</w:t></w:r></w:hyperlink>
    <w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{canary}"/></w:sdtPr><w:sdtContent><w:r><w:t>封面</w:t></w:r></w:sdtContent></w:sdt></w:p>
    <w:p><w:r><w:drawing><pic:cNvPr xmlns:pic="x" id="1" name="图片 1" descr="${WHERE}合影.jpg"/><a:blip xmlns:a="${ns.a}" r:embed="rId2"/></w:drawing></w:r></w:p>${more.body ?? ''}`;
  return packed([
    rootRels('word/document.xml'),
    [
      'word/document.xml',
      `<!-- ${WHO} --><w:document xmlns:w="${ns.w}" xmlns:r="${ns.r}"><w:body>${body}</w:body></w:document>`,
      more.type ?? types.docx,
    ],
    [
      'word/_rels/document.xml.rels',
      rels(
        ['rId1', 'settings', 'settings.xml'],
        ['rId2', 'image', 'media/image1.jpeg'],
        ['rId3', 'customXml', '../customXml/item1.xml'],
        ['rId4', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
        ['rId5', 'styles', 'styles.xml'],
        ['rId6', 'comments', 'comments.xml'],
        ['rId7', 'hyperlink', `file:///${WHERE}附件1.docx`, 'outside'],
        ['rId8', 'hyperlink', 'https://www.example.gov.cn/', 'outside'],
        ['rId9', 'http://example.com/2031/relationships/novelty', 'novelty.xml'],
        ...(more.links ?? []),
      ),
    ],
    [
      'word/settings.xml',
      `<w:settings xmlns:w="${ns.w}" xmlns:r="${ns.r}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00A1CAFE"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="${WHO}"/></w:docVars><w:mailMerge><w:query w:val="${WHO}"/></w:mailMerge><w:zoom w:percent="100"/></w:settings>`,
      `${office}.wordprocessingml.settings+xml`,
    ],
    ['word/_rels/settings.xml.rels', rels(['rId1', 'attachedTemplate', `file:///${WHERE}a.dotx`, 'outside'])],
    ['word/styles.xml', `<w:styles xmlns:w="${ns.w}"/>`, `${office}.wordprocessingml.styles+xml`],
    ['word/people.xml', `<x author="${WHO}"/>`],
    ['word/comments.xml', `<w:comments xmlns:w="${ns.w}"/>`, `${office}.wordprocessingml.comments+xml`],
    ['word/novelty.xml', `<x>${WHO}</x>`],
    ['word/media/image1.jpeg', picture],
    ['customXml/item1.xml', `<x>${WHO}</x>`],
    ...(more.parts ?? []),
    ...props,
  ]);
}

export type XlsxMore = { readonly links?: readonly Link[]; readonly parts?: readonly Part[] };

export function xlsx(more: XlsxMore = {}): Promise<Buffer> {
  const workbook = `<workbook xmlns="${ns.main}" xmlns:r="${ns.r}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:xr="http://x/xr" mc:Ignorable="xr"><fileSharing userName="${WHO}"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="${WHERE}"/></mc:Choice></mc:AlternateContent><xr:revisionPtr documentId="${WHO}"/><customWorkbookViews><customWorkbookView name="${WHO} - 个人视图"/></customWorkbookViews><sheets><sheet name="表1" sheetId="1" r:id="rId1"/><sheet name="表2" state="veryHidden" sheetId="2" r:id="rId1"/></sheets></workbook>`;
  const sheet = `<worksheet xmlns="${ns.main}" xmlns:r="${ns.r}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><scenarios><scenario name="x" user="${WHO}"/></scenarios><pageSetup paperSize="9" r:id="rId1"/><customProperties><customPr name="x" r:id="rId2"/></customProperties></worksheet>`;
  const book = `<externalLink xmlns="${ns.main}" xmlns:r="${ns.r}"><externalBook r:id="rId1"><sheetNames/><sheetDataSet><sheetData sheetId="0"><row r="1"><cell><v>${WHO}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;
  return packed([
    rootRels('xl/workbook.xml'),
    ['xl/workbook.xml', workbook, types.xlsx],
    [
      'xl/_rels/workbook.xml.rels',
      rels(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', '/xl/sharedStrings.xml'],
        ['rId3', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['rId4', 'pivotCacheDefinition', 'pivotCache/p1.xml'],
        ['rId5', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
        ['rId6', 'revisionHeaders', 'revisions/revisionHeaders.xml'],
        ...(more.links ?? []),
      ),
    ],
    ['xl/worksheets/sheet1.xml', sheet, `${office}.spreadsheetml.worksheet+xml`],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      rels(
        ['rId1', 'printerSettings', '../printerSettings/p.bin'],
        ['rId2', 'customProperty', '../customProperty1.bin'],
      ),
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${ns.main}"><si><t>合计</t></si></sst>`,
      `${office}.spreadsheetml.sharedStrings+xml`,
    ],
    ['xl/printerSettings/p.bin', Buffer.from(`\\\\FIN-SERVER\\printer ${WHO}`)],
    ['xl/customProperty1.bin', Buffer.from(WHO)],
    ['xl/externalLinks/externalLink1.xml', book, `${office}.spreadsheetml.externalLink+xml`],
    [
      'xl/externalLinks/_rels/externalLink1.xml.rels',
      rels(['rId1', 'externalLinkPath', 'file:///\\\\FIN-SERVER\\share\\内部\\预算.xlsx', 'outside']),
    ],
    [
      'xl/pivotCache/p1.xml',
      `<pivotCacheDefinition xmlns="${ns.main}" refreshedBy="${WHO}" refreshedDate="45000"/>`,
      `${office}.spreadsheetml.pivotCacheDefinition+xml`,
    ],
    ['xl/persons/person.xml', `<x displayName="${WHO}"/>`],
    ['xl/revisions/revisionHeaders.xml', `<x userName="${WHO}"/>`],
    ...(more.parts ?? []),
    ...props,
  ]);
}

export type PptxMore = { readonly slideLinks?: readonly Link[]; readonly parts?: readonly Part[] };

export function pptx(more: PptxMore = {}): Promise<Buffer> {
  const presentation = `<p:presentation xmlns:p="${ns.p}" xmlns:r="${ns.r}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:custDataLst><p:tags r:id="rId2"/></p:custDataLst></p:presentation>`;
  return packed([
    rootRels('ppt/presentation.xml'),
    ['ppt/presentation.xml', presentation, types.pptx],
    [
      'ppt/_rels/presentation.xml.rels',
      rels(
        ['rId1', 'slide', 'slides/slide1.xml'],
        ['rId2', 'tags', 'tags/tag1.xml'],
        ['rId3', 'commentAuthors', 'commentAuthors.xml'],
        [
          'rId4',
          'http://schemas.microsoft.com/office/2016/11/relationships/changesInfo',
          'changesInfos/changesInfo1.xml',
        ],
      ),
    ],
    [
      'ppt/slides/slide1.xml',
      `<p:sld xmlns:p="${ns.p}" show="0"><p:cSld name="标题"/></p:sld>`,
      `${office}.presentationml.slide+xml`,
    ],
    [
      'ppt/slides/_rels/slide1.xml.rels',
      rels(['rId1', 'notesSlide', '../notesSlides/n1.xml'], ...(more.slideLinks ?? [])),
    ],
    ['ppt/notesSlides/n1.xml', `<p:notes xmlns:p="${ns.p}"/>`, `${office}.presentationml.notesSlide+xml`],
    [
      'ppt/tags/tag1.xml',
      `<p:tagLst xmlns:p="${ns.p}"><p:tag name="x" val="${WHO}"/></p:tagLst>`,
      `${office}.presentationml.tags+xml`,
    ],
    ['ppt/commentAuthors.xml', `<x name="${WHO}"/>`],
    ['ppt/changesInfos/changesInfo1.xml', `<x name="${WHO}" userId="${WHO}"/>`],
    ...(more.parts ?? []),
    ...props,
  ]);
}
