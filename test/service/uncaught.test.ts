// D4: a fault that nobody caught ends the service, so that its supervisor starts it again, and is told once.
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { builtIndex, childrenOf, isAlive, logged, startService } from './running-service.ts';

const fixture = fileURLToPath(new URL('fixtures/fault-on-signal.mjs', import.meta.url));

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

it.each(['throw', 'reject', 'reject-no-error'])('D4 %s: logged once, no success, no child left', async (fault) => {
  const service = await startService({ BLUELAMP_INDEX_DIR, NODE_OPTIONS: `--import ${fixture}`, FAULT: fault });
  const children = childrenOf(service.pid);
  expect(children).not.toEqual([]);
  service.running.process.kill('SIGUSR2');
  const { code, stdout, stderr } = await service.running.ended;
  expect(code).toBe(1);
  expect(logged(service).filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(stderr).toMatch(/^[^\n]+\n$/u);
  expect(stdout + stderr).not.toContain('mydarksecret');
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([]);
});

it('D4 a heap that is full: no success, no child left', async () => {
  const options = `--max-old-space-size=200 --import ${fixture}`;
  const service = await startService({ BLUELAMP_INDEX_DIR, NODE_OPTIONS: options, FAULT: 'fill-heap' });
  const children = childrenOf(service.pid);
  service.running.process.kill('SIGUSR2');
  expect((await service.running.ended).code).not.toBe(0);
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([]);
});
