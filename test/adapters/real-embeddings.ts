// The shipped model, opened for tests, with the worker as it was compiled for them.
import { fileURLToPath } from 'node:url';
import {
  type LocalEmbeddings,
  type LocalEmbeddingsOptions,
  openLocalEmbeddings,
} from '../../src/adapters/local-embeddings.ts';
import { compiled } from '../program.ts';

export const modelDir = fileURLToPath(new URL('../../models', import.meta.url));
export const workerFile = compiled(new URL('../../src/adapters/embedding-worker.ts', import.meta.url));
export const model = 'Bluelamp/strategy-minilm-l6';

/** With a time limit that a machine busy with other tests does not reach. */
export async function openRealEmbeddings(options: Partial<LocalEmbeddingsOptions> = {}): Promise<LocalEmbeddings> {
  const embeddings = await openLocalEmbeddings({
    modelDir,
    model,
    timeLimit: 20_000,
    program: { file: workerFile, execArgv: [] },
    ...options,
  });
  await embeddings.warm();
  return embeddings;
}
