// The package's own interface for programs: `import { openBluelampRetriever } from 'bluelamp/retriever'`.
import { BluelampRetriever } from './adapters/bluelamp-retriever.ts';
import type { PassageSource, RetrieverOptions } from './adapters/bluelamp-retriever.ts';
import { searchWire } from './chat/wire.ts';
import { composeApp } from './compose.ts';
import type { App } from './compose.ts';
import { permalinks } from './compose-data.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import type { Log } from './ports.ts';
export { BluelampRetriever } from './adapters/bluelamp-retriever.ts';
export type {
  BluelampRetrieverInput,
  PassageMetadata,
  PassageQuery,
  PassageSource,
  RetrieverOptions,
} from './adapters/bluelamp-retriever.ts';

export interface OpenRetriever {
  readonly retriever: BluelampRetriever;
  /** Ends the embedder and lets the index go; a program that does not call it does not end. */
  close(): Promise<void>;
}

export interface OpenOptions extends RetrieverOptions {
  /** Told of what is amiss though passages are found; nothing is written where it is left out. */
  readonly log?: Log;
}

/**
 * Opens the index of this installation, in this process; the environment says where it lies, as for the service.
 * @throws AppError `configuration`, `index-missing`, `index-damaged`, `model-damaged`; `invalid-request` for an option that is none.
 */
export async function openBluelampRetriever({
  log = () => undefined,
  ...options
}: OpenOptions = {}): Promise<OpenRetriever> {
  const config = readConfig();
  const app = await composeApp(config, log);
  try {
    return {
      retriever: new BluelampRetriever({ source: sourceOf(app, config), ...options }),
      close: () => app.close(),
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function sourceOf(app: App, { publicUrl, port }: Config): PassageSource {
  return {
    search: async (request) => searchWire(await app.turns.search(request), false),
    documents: () => app.index().documents(),
    permalink: permalinks(() => publicUrl ?? `http://localhost:${port}`),
  };
}
