import { content } from './content.ts';
import { files } from './files.ts';
import { people } from './people.ts';

export const table = { people, content, files };
export type Table = typeof table;
