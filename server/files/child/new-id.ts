import { randomBytes } from 'node:crypto';

const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** 26 signs of a–z and 2–7: 130 random bits, the part of a public address that nobody can guess. */
export const newId = (): string => Array.from(randomBytes(26), (byte) => signs[byte & 31]).join('');
