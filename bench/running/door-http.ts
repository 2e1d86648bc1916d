/** The same acts over HTTP on a whole installation: sign-in, session, shape, door, and the reviewer's reading before each approval. */
import { randomUUID } from 'node:crypto';
import { type Figure, ofRounds } from '../figure.ts';
import { approve, columnNamed, submit } from './article.ts';
import { type Person, startInstallation } from './installation.ts';

type How = { readonly rounds: number; readonly roundMs: number; readonly many: number };
type People = { readonly author: Person; readonly head: Person; readonly secrecy: Person; readonly columnId: string };

export async function overHttp({ rounds, roundMs, many }: How): Promise<readonly Figure[]> {
  const running = await startInstallation('bench-http');
  try {
    const names = ['linxiaolan', 'zhangweiming', 'hejingyi'] as const;
    const [author, head, secrecy] = await Promise.all(names.map(running.signIn));
    if (!author || !head || !secrecy) throw new Error('nobody signed in');
    const people = { author, head, secrecy, columnId: await columnNamed(author, '云山市场监管', '抽查信息') };
    const [alone, together]: [number[], number[]] = [[], []];
    await during(1, 1000, people);
    for (let round = 0; round < rounds; round++) {
      alone.push(await during(1, roundMs, people));
      together.push(await during(many, roundMs, people));
    }
    return [
      ofRounds('acts over HTTP, 1 client', '/s', alone),
      ofRounds(`acts over HTTP, ${many} clients`, '/s', together),
      ofRounds(
        `${many} clients against 1 over HTTP, the same round`,
        'times',
        alone.map((one, i) => (together[i] ?? 0) / one),
      ),
    ];
  } finally {
    await running.stop();
  }
}

async function during(clients: number, ms: number, people: People): Promise<number> {
  const began = performance.now();
  let acts = 0;
  const client = async () => {
    while (performance.now() - began < ms) {
      await article(people);
      acts += 3;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (acts / (performance.now() - began)) * 1000;
}

async function article({ author, head, secrecy, columnId }: People): Promise<void> {
  const id = randomUUID();
  const facets = { reach: 'section', weight: 'general', sensitive: 'no' };
  const html = '<p>这是一篇用来测量速度的稿件，有几段文字。</p>'.repeat(20);
  await submit(author, {
    id,
    version: 0,
    columnId,
    body: { kind: 'news', title: '测量速度', source: '质量处', html, facets },
  });
  await approve(head, id);
  await approve(secrecy, id);
}
