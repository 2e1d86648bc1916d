/** Which events a duty may count. The door writes a fact beside each of them, and none beside the others. */

/** Somebody is still writing, or was told to hurry: nobody owes that, and nothing is met by it. */
const uncounted: readonly string[] = ['article.saved', 'article.edited', 'duty.urged'];

export const isCounted = (event: string): boolean => !uncounted.includes(event);

/** They change nothing that duties are over, nobody who bears them, and no rule. */
const beside = ['article', 'seen', 'login', 'outside_system', 'key', 'backup', 'restore', 'probe', 'channel', 'link'];

/** What may change the things that duties are over, who bears them, or the rules. */
export const changesWorld = (event: string): boolean => !beside.includes(event.split('.')[0] ?? '');
