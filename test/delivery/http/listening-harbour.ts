// The made-up service on a real loopback socket.
import { onTestFinished } from 'vitest';
import { listen } from '../../../src/delivery/http/listen.ts';
import type { Limits } from '../../../src/delivery/http/listen.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp, Replaced } from './made-up-strategies.ts';

export interface ListeningHarbour extends MadeUpApp {
  readonly url: string;
  readonly port: number;
}

/** Gone when the test has finished. */
export async function listeningHarbour(replaced: Replaced = {}, limits?: Limits): Promise<ListeningHarbour> {
  const made = await harbourApp(replaced);
  const { url, close } = await listen(made.app, { host: '127.0.0.1', port: 0 }, limits);
  onTestFinished(async () => {
    await made.chat.close(0);
    await close();
  });
  return { ...made, url, port: Number(new URL(url).port) };
}
