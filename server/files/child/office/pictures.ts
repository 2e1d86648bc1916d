// biome-ignore-all lint/suspicious/noControlCharactersInRegex: the signs of drawings hold control signs
/** Pictures inside Office and OFD files: without place, device and author, pixel for pixel the same. */
import { contentOf } from '../magic.ts';
import { Refused } from '../not-taken.ts';
import { stripJpeg, stripPng } from '../picture/strip.ts';
import type { Entry } from '../zip/read.ts';
import type { Notes } from './notes.ts';
import { readXml, rewriteXml } from './xml.ts';

/** The bytes to keep. Throws Refused for pictures whose inscriptions can't be removed. */
export function cleanPicture({ name, bytes }: Entry, notes: Notes): Buffer {
  const content = contentOf(bytes);
  if (content === 'jpeg' || content === 'png') {
    const stripped = content === 'jpeg' ? stripJpeg(bytes, 'close') : stripPng(bytes);
    if (stripped.place) notes.add('去掉了 N 张图片里的拍摄地点');
    else if (!stripped.bytes.equals(bytes)) notes.add('去掉了 N 张图片里的拍摄信息');
    return stripped.bytes;
  }
  if (content === 'markup' && /\.svg$/i.test(name)) return cleanSvg(bytes, name);
  // GIF, BMP, EMF, WMF and JPEG XR as Office makes them: drawings, no photographs.
  if (content === 'gif' || content === 'bmp' || isMetafile(bytes) || /\.wdp$/i.test(name)) return bytes;
  const shown = name.split('/').at(-1) ?? name;
  throw new Refused('picture_inside', `文件里的图片 ${shown} 格式不常见，去不掉拍摄地点和作者。请换成 JPG 或 PNG 再传`);
}

const isMetafile = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 40, 44) === ' EMF' ||
  /^(\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0)/.test(bytes.toString('latin1', 0, 4));

/** A drawing program writes its file's path into it; a script has no place in a document. */
function cleanSvg(bytes: Buffer, name: string): Buffer {
  readXml(bytes, name);
  return rewriteXml(bytes, name, {
    open(tag) {
      if (/^(script|metadata|namedview|foreignObject)$/i.test(tag.local)) return false;
      tag.attributes = tag.attributes.filter(
        ({ name: attribute, local, value }) =>
          attribute.startsWith('xmlns') ||
          !(/^on|^export-|^docname$|^absref$/i.test(local) || /^\s*(file|javascript):/i.test(value)),
      );
      return true;
    },
  });
}
