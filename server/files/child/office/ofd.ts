/** OFD (GB/T 33190): a zip of XML and pictures. Who made it, with what and when is taken out; pages stay as they are. */
import { posix } from 'node:path';
import { contentOf } from '../magic.ts';
import { Refused } from '../not-taken.ts';
import { sameName } from '../zip/names.ts';
import type { Entry } from '../zip/read.ts';
import { writeZip } from '../zip/write.ts';
import type { Clean } from './clean.ts';
import { makeNotes, type Notes } from './notes.ts';
import { withoutPath } from './paths.ts';
import { cleanPicture } from './pictures.ts';
import { readXml, rewriteXml, type Tag } from './xml.ts';

const list = (words: string) => new Set(words.split(/\s+/));
/** Parts of DocInfo; of what is left, the reader needs the number and shows the title. */
const people = list('Author Creator CreatorVersion CreationDate ModDate Cover CustomDatas Keywords Subject Abstract');
/** Named in the document, in files of their own: left out together with the file. */
const elsewhere = list('Extensions CustomTags');

/** Throws Refused: also for a sealed file, whose seal would break, and for one with files inside. */
export async function cleanOfd(entries: readonly Entry[]): Promise<Clean> {
  const notes = makeNotes();
  const left = new Set<string>();
  for (const entry of entries.filter(isXml)) look(entry, left);
  const kept: Entry[] = [];
  for (const entry of entries) {
    if (left.has(sameName(entry.name))) notes.add('去掉了附带的自定义数据');
    else kept.push({ name: entry.name, bytes: cleanPart(entry, notes) });
  }
  return { bytes: await writeZip(kept), notes: notes.lines() };
}

const isXml = ({ name }: Entry): boolean => /\.xml$/i.test(name);

const refusals: Readonly<Record<string, readonly [code: string, message: string]>> = {
  Signature: [
    'signed',
    '文件盖有电子印章或数字签名，去掉作者信息会破坏签章。请传没有签章的版本，或由盖章系统导出 PDF 再传',
  ],
  Attachment: ['file_inside', '版式文件里带着附件，没法检查。请把附件取出来单独上传'],
  Version: ['old_versions', '版式文件里留着历史版本，会跟着公开。请另存为只有最终版的文件再传'],
  EncryptInfo: ['encrypted', '这个文件设了密码，公众打不开，也没法检查。请去掉密码后再传'],
  MultiMedia: ['media_inside', '版式文件里有音频或视频，去不掉其中的拍摄地点和作者。请删去，或另行发布'],
};

/** Refuses what can't be cleaned, and collects which files are left out. */
function look(entry: Entry, left: Set<string>): void {
  readXml(entry.bytes, entry.name, {
    open(tag) {
      const refusal = refusals[tag.local];
      if (refusal && !isPicture(tag)) throw new Refused(...refusal);
      return true;
    },
    text(text, parents) {
      const path = text.trim().replaceAll('\\', '/');
      if (path && elsewhere.has(parents.at(-1)?.local ?? ''))
        left.add(sameName(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(entry.name), path)));
      return text;
    },
  });
}

/** MultiMedia is the word for pictures too. */
const isPicture = ({ local, attributes }: Tag): boolean =>
  local === 'MultiMedia' && attributes.some(({ local: name, value }) => name === 'Type' && value === 'Image');

function cleanPart(entry: Entry, notes: Notes): Buffer {
  if (isXml(entry)) return cleanXml(entry, notes);
  if (/\.(ttf|otf|ttc|cff|eot|icc|icm|jb2|gbig2|jbig2)$/i.test(entry.name)) return drawn(entry);
  return cleanPicture(entry, notes);
}

/** Fonts, colours and black-and-white scans carry no inscription; but their name alone proves nothing. */
function drawn(entry: Entry): Buffer {
  const content = contentOf(entry.bytes);
  if (content === 'text') return entry.bytes;
  throw new Refused('part_unknown', `文件里的 ${entry.name.slice(0, 80)} 名不符实。请另存为 PDF 再传`);
}

function cleanXml(entry: Entry, notes: Notes): Buffer {
  return rewriteXml(entry.bytes, entry.name, {
    open(tag, parents) {
      if (people.has(tag.local) && parents.at(-1)?.local === 'DocInfo') {
        notes.add('去掉了作者、制作软件、时间等属性');
        return false;
      }
      if (elsewhere.has(tag.local)) return false;
      // Who drew a mark into a page, and when.
      if (tag.local === 'Annot')
        tag.attributes = tag.attributes.filter(({ local }) => local !== 'Creator' && local !== 'LastModDate');
      for (const attribute of tag.attributes) attribute.value = withoutPath(attribute.value) ?? attribute.value;
      return true;
    },
  });
}
