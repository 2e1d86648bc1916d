/** Keeps PostgreSQL running: it is restarted when it died, until that no longer makes sense. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Postmaster, type Setup, startPostmaster } from './embedded-process.ts';

const pausesMs = [200, 500, 1000, 2000, 4000];
const soundAfterMs = 60_000;
/** On a full disk it is tried on and on: somebody makes room, and until then the public sites stand. */
const forRoomMs = 5000;

/** Restarts PostgreSQL when it died, at most five times in a row with growing pauses; a minute of life forgives, a full disk too. */
export async function supervise(
  setup: Setup,
  onGivenUp: (error: Error) => void = () => {},
): Promise<{ stop(): Promise<void> }> {
  let current: Postmaster | undefined = await startPostmaster(setup);
  let stopping = false;
  let restarting = Promise.resolve();
  const watch = (postmaster: Postmaster, deaths: number): void => {
    let sound = false;
    const forgive = setTimeout(() => {
      sound = true;
    }, soundAfterMs).unref();
    postmaster.ended.then((log) => {
      clearTimeout(forgive);
      if (stopping) return;
      current = undefined;
      restarting = again(sound ? 0 : deaths, log);
    });
  };
  const again = async (deaths: number, log: string): Promise<void> => {
    const pause = pausesMs[deaths] ?? (/No space left on device/.test(log) ? forRoomMs : undefined);
    if (pause === undefined)
      return onGivenUp(new Error(`PostgreSQL died ${deaths + 1} times in a row. Its last words:\n${log.slice(-1200)}`));
    setup.say(`PostgreSQL ended; it is started again 数据库意外停止，正在重启\n${log.slice(-300)}`);
    await sleep(pause);
    if (stopping) return;
    try {
      current = await startPostmaster(setup);
      if (stopping) return; // stop() waits for us, and takes what we started
      watch(current, deaths + 1);
    } catch (error) {
      await again(deaths + 1, (error as Error).message);
    }
  };
  watch(current, 0);
  const stop = async (): Promise<void> => {
    stopping = true;
    await restarting;
    await current?.stop();
  };
  return { stop };
}
