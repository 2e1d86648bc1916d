/**
 * What a reviewer should look at in a text before it goes out: marks of secrecy, a person's numbers, links that lead away.
 * Nothing here decides; each mark has its place in the text, and they come in its order.
 */
export type MarkKind = 'secret' | 'id-card' | 'bank-card' | 'phone' | 'link';
export type Mark = {
  readonly kind: MarkKind;
  /** The words as they stand. */
  readonly words: string;
  /** Where they begin in the text, in UTF-16 units. */
  readonly at: number;
  /** What it may be, and what to look for. */
  readonly says: string;
};

/** More than this many of one kind help nobody. */
export const marksMax = 100;

const secret =
  /(?:绝密|机密|秘密)\s*★\s*(?:\d{1,3}\s*(?:年|个月)|长期|启用前)?|内部资料|注意保存|此件(?:不公开|依申请公开)/g;
const digits18 = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const digits19 = /(?<![0-9A-Za-z])62\d{14,17}(?![0-9A-Za-z])/g;
const mobile = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** GB 11643: a province, a day that exists, and a check digit. A number that only looks like one is none. */
export function isIdCard(number: string): boolean {
  if (!provinces.test(number)) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The check of bank cards. Of random digits every tenth passes: it only hints. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, sign, i) => {
    const digit = Number(sign) * (i % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

type Finder = {
  readonly kind: MarkKind;
  readonly looks: RegExp;
  readonly is?: (words: string) => boolean;
  readonly says: string;
};
const finders: readonly Finder[] = [
  { kind: 'secret', looks: secret, says: '像密级或不公开的标注，请确认可以公开' },
  { kind: 'id-card', looks: digits18, is: isIdCard, says: '像身份证号，公开前应当遮去中间几位' },
  { kind: 'bank-card', looks: digits19, is: passesLuhn, says: '像银行卡号，请确认该不该公开' },
  { kind: 'phone', looks: mobile, says: '像个人手机号，请确认该不该公开' },
];

/** `text`: the words of a text. `links`: the addresses that it leads to, with the words that carry them. */
export function marksIn(
  text: string,
  links: readonly { readonly href: string; readonly words: string }[] = [],
): Mark[] {
  const found = finders.flatMap(({ kind, looks, is, says }) =>
    [...text.matchAll(looks)]
      .filter(([words]) => is?.(words) ?? true)
      .slice(0, marksMax)
      .map((match) => ({ kind, words: match[0], at: match.index, says })),
  );
  return [...found, ...linkMarks(text, links)].sort((a, b) => a.at - b.at);
}

/** Links with the same words are looked for one after another, as the text has them. */
function linkMarks(text: string, links: readonly { readonly href: string; readonly words: string }[]): Mark[] {
  let from = 0;
  return links.slice(0, marksMax).flatMap(({ href, words }) => {
    const at = words === '' ? -1 : text.indexOf(words, from);
    if (at < 0) return [];
    from = at + words.length;
    return [{ kind: 'link' as const, words, at, says: `链接到别的网站：${href}` }];
  });
}
