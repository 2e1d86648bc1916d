import { content } from './content.ts';
import { people } from './people.ts';

export const table = { people, content };
export type Table = typeof table;
