/** The id of the one box, so that the key `/` finds it from anywhere. */
export const findBox = 'find-box';
