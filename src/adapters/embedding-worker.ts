// The child program that runs the model: `node embedding-worker.js <models folder> <model name> <weights file>`.
// It has a process of its own because a run of the model blocks its thread, and a fault in native code ends its process.
import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EmbedRequest, WorkerReply } from './embedding-messages.ts';
import { unitMean } from './unit-mean.ts';

type EmbedOne = (text: string) => Promise<Float32Array>;

interface OnnxRuntime {
  readonly InferenceSession: { create(model: unknown, options?: object): Promise<unknown> };
}

// The parent decides when this process ends; Ctrl-C reaches the whole group, and must not cut a request that is being drained.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

const [root = '', name = '', weights = ''] = process.argv.slice(2);
const embedOne = await loadModel(root, name, weights);
let lastRequest = Promise.resolve();

process.on('message', (message: unknown) => {
  if (isRequest(message)) lastRequest = lastRequest.then(() => answer(embedOne, message));
});
send({ kind: 'ready' });

async function loadModel(localModelPath: string, model: string, weightsPath: string): Promise<EmbedOne> {
  const { env, pipeline } = await import('@xenova/transformers');
  Object.assign(env, { allowRemoteModels: false, useFSCache: false, useBrowserCache: false, localModelPath });
  useOneThread(weightsPath);
  const extract = await pipeline('feature-extraction', model, { quantized: true });
  return async (text) => {
    const { data, dims } = await extract(text, { pooling: 'none' });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the graph's output `last_hidden_state` is a float tensor.
    return unitMean(data as Float32Array, dims.at(-1) ?? 1);
  };
}

/**
 * Transformers passes no session options on, so they are put in where it calls the runtime. By path, because
 * onnxruntime-node 1.14 ignores the options of a session made from bytes; and on the CPU alone, because the
 * fallback to WebAssembly would hide that the native runtime is broken.
 */
function useOneThread(weightsPath: string): void {
  const requireBeside = createRequire(createRequire(import.meta.url).resolve('@xenova/transformers'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the runtime's documented interface; its own types are not reachable from here.
  const { InferenceSession } = requireBeside('onnxruntime-node') as OnnxRuntime;
  const create = InferenceSession.create.bind(InferenceSession);
  const options = { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 };
  InferenceSession.create = () => create(weightsPath, options);
}

async function answer(embed: EmbedOne, { id, texts }: EmbedRequest): Promise<void> {
  try {
    send({ kind: 'vectors', id, vectors: await embedEach(embed, texts) });
  } catch (fault) {
    send({ kind: 'refused', id, reason: String(fault) });
  }
}

/**
 * One text a run. The int8 graph picks its activation scales over the whole input tensor, so in a batch a text's vector
 * depends on its neighbours (cosine down to 0.978, even without padding); alone it is the same to the last bit.
 */
async function embedEach(embed: EmbedOne, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (const text of texts) {
    vectors.push(await embed(text));
    // Runs are synchronous: without a turn of the event loop the parent's going away would not be noticed.
    await nextTurn();
  }
  return vectors;
}

function send(reply: WorkerReply): void {
  if (process.connected) process.send?.(reply);
}

function isRequest(message: unknown): message is EmbedRequest {
  return typeof message === 'object' && message !== null && 'id' in message && 'texts' in message;
}
