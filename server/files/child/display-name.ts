/** What a file is called in public: as its owner called it, without what could mislead a reader or a system. */
import { Refused } from './not-taken.ts';

const unseen = /\p{Cc}|\p{Cf}|[\u2028\u2029]/gu;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;
/** What a double click or a careless web server would run. */
const runs = new Set(
  (
    'exe com bat cmd scr pif cpl msi msp jar js jse mjs vbs vbe wsf wsh hta ps1 psm1 sh reg lnk url scf inf app apk deb rpm dmg ' +
    'iso php php3 php5 phtml phar jsp jspx asp aspx ashx cgi pl py rb htaccess html htm xhtml shtml mht mhtml svg svgz xml xsl swf'
  ).split(' '),
);
const charactersMax = 150;

export const isProgram = (extension: string): boolean => runs.has(extension);

/**
 * The last part of a path, in NFC, without control signs, bidi overrides and zero-width signs, without signs that
 * Windows forbids, at most 150 characters. A name that only Windows can't bear gets a `_` in front. Always has some letters.
 */
export function safeName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const extension = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length).trimEnd() || '附件';
  const front = reserved.test(stem.split('.')[0] ?? '') ? '_' : '';
  return front + [...stem].slice(0, charactersMax - extension.length - 1).join('') + extension;
}

/** Refuses report.exe.pdf and shell.php.jpg: systems that hide or misread the last extension show or run another one. */
export function refuseDoubleExtension(name: string): void {
  const inner = name
    .split('.')
    .slice(1, -1)
    .map((part) => part.trim().toLowerCase());
  const found = inner.find((part) => runs.has(part));
  if (found)
    throw new Refused('double_extension', `文件名里夹着 .${found}，容易被当成程序。请改名（只留最后的扩展名）后再传`);
}
