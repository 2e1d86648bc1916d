/** How a text of 云湖's portal goes out: CX-13, the head of the writer's unit approves, and who wrote it publishes. */
import type { PersonName } from '../county.ts';
import type { Deed } from '../story.ts';

const heads: Readonly<Partial<Record<PersonName, PersonName>>> = {
  xu: 'kong',
  yin: 'bao',
  zou: 'dong',
  pan: 'cui',
  gong: 'fu',
  shi: 'hou',
  ning: 'wan',
  mao: 'yuhai',
};

export function lakeLife(by: PersonName): readonly Deed[] {
  const head = heads[by];
  if (!head) throw new Error(`${by} writes nothing for 云湖`);
  return [['submit'], ['approve', head], ['publish', by]];
}
