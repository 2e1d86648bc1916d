/**
 * What others feel while 20 photographs are uploaded and taken at once, turn by turn with nobody uploading, on one
 * installation; and how fast bytes come in and files are taken. Whoever measures has the same cores: both get worse for it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { type Figure, ofRounds, quantile } from './figure.ts';
import { type Person, startInstallation } from './running/installation.ts';
import { type Sent, upload } from './running/uploading.ts';

const rounds = Number(process.env.MENHU_BENCH_ROUNDS ?? 3);
const roundMs = Number(process.env.MENHU_BENCH_MS ?? 10_000);
const many = 20;

export async function bench(): Promise<readonly Figure[]> {
  const running = await startInstallation('bench-uploads');
  try {
    const names = ['zhangweiming', 'hejingyi', 'linxiaolan'] as const;
    const [reader, second, sender] = await Promise.all(names.map(running.signIn));
    if (!reader || !second || !sender) throw new Error('nobody signed in');
    return await measured([reader, second], sender);
  } finally {
    await running.stop();
  }
}

async function measured(readers: readonly Person[], sender: Person): Promise<readonly Figure[]> {
  const photo = await noisyPhoto();
  const plain = Buffer.from('一行文字，用来测量。\n'.repeat(1_600_000)).subarray(0, 48_000_000);
  await during(readers, sleep(2_000)); // warm
  const [alone, beside, ratios, speed, taking]: number[][] = [[], [], [], [], []];
  for (let round = 0; round < rounds; round++) {
    const without = await during(readers, sleep(roundMs));
    const began = performance.now();
    const all = Promise.all(Array.from({ length: many }, (_, n) => upload(sender, photo, `照片${n}.jpg`, 'picture')));
    const besides = await during(readers, all);
    taking?.push(many / ((performance.now() - began) / 1000));
    speed?.push(await throughput(sender, plain));
    const [quiet, busy] = [quantile(without, 0.99), quantile(besides, 0.99)];
    alone?.push(quiet);
    beside?.push(busy);
    ratios?.push(busy / quiet);
  }
  const size = `${(photo.length / 1_000_000).toFixed(1)} MB each`;
  return [
    ofRounds('p99 of reading, nobody uploads', 'ms', alone ?? []),
    ofRounds(`p99 of reading, ${many} photographs come in and are taken`, 'ms', beside ?? []),
    ofRounds('p99 with against without, the same round', 'times', ratios ?? []),
    { ...ofRounds('photographs sent and taken, all together', '/s', taking ?? []), note: size },
    ofRounds('one file of 48 MB in parts of 1 MB, each on the disk', 'MB/s', speed ?? []),
  ];
}

/** Milliseconds of each answer while `work` goes on: each person reads the page of the day, thinks, reads again. */
async function during(readers: readonly Person[], work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let over = false;
  const read = async (person: Person) => {
    while (!over) {
      const began = performance.now();
      const { status } = await person.get('/api/today');
      if (status !== 200) throw new Error(`a reader got ${status}`);
      times.push(performance.now() - began);
      await sleep(20);
    }
  };
  const reading = Promise.all(readers.map(read));
  await work.finally(() => {
    over = true;
  });
  await reading;
  return times;
}

/** A photograph of noise, the hardest to write anew: 4000 × 3000. */
async function noisyPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const grey = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'grey', noise } });
  return grey.jpeg({ quality: 80 }).toBuffer();
}

async function throughput(sender: Person, bytes: Buffer): Promise<number> {
  const { sentMs }: Sent = await upload(sender, bytes, '长文.txt', 'attachment');
  return bytes.length / 1_000_000 / (sentMs / 1000);
}
