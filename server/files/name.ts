/** How a file is called, for people only: no file of ours lies under such a name. */

/** Control signs, and signs that turn the direction of writing or can't be seen: they make `exe` look like `jpg`. */
const unseen = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** The name without folders and without signs that can't be seen; may be empty. */
export const shownName = (given: string): string =>
  (given.split(/[/\\]/).at(-1) ?? '').replace(unseen, '').replace(/\s+/g, ' ').trim();

/** What stands after the last dot, in small letters; empty when there is none, or nothing before it. */
export const extensionOf = (name: string): string => /^.+\.([^.]+)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
