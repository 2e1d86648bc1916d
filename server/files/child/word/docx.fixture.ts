/** Real .docx files from hand-written XML, one finding each. What isn't given is left out of the file. */
import { writeZip } from '../zip/write.ts';

const ooxml = 'http://schemas.openxmlformats.org/';
const namespaces = [
  `xmlns:w="${ooxml}wordprocessingml/2006/main"`,
  `xmlns:r="${ooxml}officeDocument/2006/relationships"`,
  `xmlns:wp="${ooxml}drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${ooxml}drawingml/2006/main"`,
  `xmlns:pic="${ooxml}drawingml/2006/picture"`,
  `xmlns:c="${ooxml}drawingml/2006/chart"`,
  `xmlns:dgm="${ooxml}drawingml/2006/diagram"`,
  `xmlns:m="${ooxml}officeDocument/2006/math"`,
  `xmlns:mc="${ooxml}markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export type Docx = {
  /** What is inside w:body, and inside w:styles, w:numbering, w:footnotes …: XML. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header1?: string;
  /** Id → Target of pictures, and of what lies outside. */
  readonly images?: Readonly<Record<string, string>>;
  readonly outside?: Readonly<Record<string, string>>;
  /** Whole parts, by name. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
  readonly mainType?: string;
};
const rooted = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header1: 'hdr',
} as const;

export async function docx(given: Docx): Promise<Buffer> {
  const kinds = (Object.keys(rooted) as (keyof typeof rooted)[]).filter((kind) => given[kind] !== undefined);
  const relation = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${ooxml}officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  const relations = [
    ...kinds.map((kind) => relation(kind, kind.replace('1', ''), `${kind}.xml`)),
    ...Object.entries(given.images ?? {}).map(([id, target]) => relation(id, 'image', target)),
    ...Object.entries(given.outside ?? {}).map(([id, to]) => relation(id, 'hyperlink', to, ' TargetMode="External"')),
  ];
  const list = (inside: string) =>
    `<Relationships xmlns="${ooxml}package/2006/relationships">${inside}</Relationships>`;
  const types = `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${given.mainType ?? wordMain}"/>`;
  const parts: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': `<Types xmlns="${ooxml}package/2006/content-types">${types}</Types>`,
    '_rels/.rels': list(relation('main', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': list(relations.join('')),
    'word/document.xml': `<w:document ${namespaces}><w:body>${given.body}</w:body></w:document>`,
    ...Object.fromEntries(
      kinds.map((kind) => [`word/${kind}.xml`, `<w:${rooted[kind]} ${namespaces}>${given[kind]}</w:${rooted[kind]}>`]),
    ),
    ...given.parts,
  };
  return writeZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })));
}

/** A run, and a paragraph; `about` is what is inside of rPr and pPr. */
export const r = (text: string, about = ''): string =>
  `<w:r><w:rPr>${about}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (content: string, about = ''): string =>
  `<w:p><w:pPr>${about}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;
export const val = (name: string, value: string): string => `<w:${name} w:val="${value}"/>`;
export const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
/** A picture in a run, as Word writes it. */
export const picture = (id: string, alt = '', crop = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A PNG of one red point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
/** What an Enhanced Metafile begins with. */
export const emf = Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(36), Buffer.from(' EMF'), Buffer.alloc(64)]);
