import { expect, test } from 'vitest';
import type { FileView } from '../../../server/contract/files.ts';
import type { Upload } from '../props.ts';
import { Queue } from './queue.ts';

const view = (name: string) => ({ id: name, name }) as unknown as FileView;
const file = (name: string) => new File(['x'], name);
const soon = () => new Promise((done) => setTimeout(done, 0));

/** Uploads that end when the test says so. */
function held() {
  const sent: { name: string; end: (words?: string) => void; signal: AbortSignal }[] = [];
  const upload: Upload = ({ name }, _purpose, { signal }) =>
    new Promise((resolve, reject) => {
      sent.push({ name, signal, end: (words) => (words ? reject(new Error(words)) : resolve(view(name))) });
    });
  const done: string[] = [];
  return {
    sent,
    done,
    queue: new Queue(
      () => upload,
      (id) => done.push(id),
    ),
  };
}

test('two hundred files go three at a time, and every one of them arrives', async () => {
  const { queue, sent, done } = held();
  for (let i = 0; i < 200; i++) queue.add(file(`${i}.jpg`), 'picture');
  await soon();
  let most = 0;
  for (let ended = 0; ended < 200; ended++) {
    most = Math.max(most, sent.length - ended);
    sent[ended]?.end();
    await soon();
  }
  expect(most).toBe(3);
  expect(done.length).toBe(200);
});

test('a failed one says why and can be tried again; the others go on', async () => {
  const { queue, sent, done } = held();
  const id = queue.add(file('a.jpg'), 'picture');
  const other = queue.add(file('b.jpg'), 'picture');
  await soon();
  sent[0]?.end('文件里有病毒');
  sent[1]?.end();
  await soon();
  expect(queue.get(id)?.state).toEqual({ is: 'failed', message: '文件里有病毒' });
  expect(done).toEqual([other]);
  queue.again(id);
  sent[2]?.end();
  await soon();
  expect(queue.get(id)?.state.is).toBe('done');
});

test('one whose place left the text is broken off, makes room, and what it still brings is not taken', async () => {
  const { queue, sent, done } = held();
  const [first] = [1, 2, 3, 4].map((n) => queue.add(file(`${n}.jpg`), 'picture'));
  await soon();
  expect(sent.length).toBe(3);
  queue.stop(first ?? '');
  expect(sent[0]?.signal.aborted).toBe(true);
  sent[0]?.end();
  await soon();
  expect(queue.get(first ?? '')?.state.is).toBe('stopped');
  expect(done).toEqual([]);
  expect(sent.map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg']);
});
