/** Which events a duty may count. The door writes a fact beside each of them, and none beside the others. */

/** Somebody is still writing: nobody owes that, and nothing is met by it. */
const uncounted: readonly string[] = ['article.saved', 'article.edited'];

export const isCounted = (event: string): boolean => !uncounted.includes(event);

/** What may change the things that duties are over, who bears them, or the rules: everything but the life of an article and what is seen of one. */
export const changesWorld = (event: string): boolean => !/^(article|seen)\./.test(event);
