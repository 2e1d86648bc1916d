/** What may be uploaded, said before anybody does. The server checks by content and by name; the console shows this. */

/** picture: stands in the text. attachment: is downloaded. word: its text becomes the article's. */
export const purposes = ['picture', 'attachment', 'word'] as const;
export type Purpose = (typeof purposes)[number];

const MB = 1_000_000;
export const limits = {
  /** Bytes of any file. */
  bytesMax: 50 * MB,
  /** Bytes of one part of an upload. */
  partMax: 2 * MB,
  /** Pictures and attachments in one article. */
  filesMax: 300,
} as const;

type Allowed = { readonly extensions: readonly string[]; readonly bytesMax: number; readonly words: string };
export const allowed: Readonly<Record<Purpose, Allowed>> = {
  picture: {
    extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'],
    bytesMax: 20 * MB,
    words: 'JPG、PNG、WebP、GIF，每张最大 20 MB、1 亿像素；动图只留第一帧',
  },
  attachment: {
    extensions: ['pdf', 'docx', 'xlsx', 'pptx', 'ofd', 'txt', 'csv', 'zip', 'jpg', 'jpeg', 'png'],
    bytesMax: 50 * MB,
    words:
      'PDF、DOCX、XLSX、PPTX、OFD、TXT、CSV、ZIP、JPG、PNG，每个最大 50 MB；旧格式（DOC、XLS、PPT、WPS）请另存为新格式',
  },
  word: { extensions: ['docx'], bytesMax: 50 * MB, words: 'DOCX，最大 50 MB；旧格式 DOC、WPS 请另存为 DOCX' },
};

/** What stands after the last dot, in small letters; '' when there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
