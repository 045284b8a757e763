// What is kept of conversations, wired: for the service, and for the commands that look after it.
import { recordBeside, openDataFolder } from './adapters/data/data-folder.ts';
import type { DataFolder } from './adapters/data/data-folder.ts';
import { backUp, restore } from './adapters/data/backup.ts';
import { examineDataFolder, servingProcessOf } from './adapters/data/examine.ts';
import type { DataFacts } from './adapters/data/examine.ts';
import { createConversations } from './chat/conversations.ts';
import type { ConversationParts, Conversations } from './chat/conversations.ts';
import { purgeDaily } from './chat/retention.ts';
import type { Turns } from './chat/turn.ts';
import type { Config } from './config.ts';
import { newRandomId } from './delivery/http/random-id.ts';
import type { AuditEvent } from './domain/audit.ts';
import { toAppError } from './domain/errors.ts';
import type { Log } from './ports.ts';
import { spanLink } from '../web/links.ts';
export type { DataFolder } from './adapters/data/data-folder.ts';
export type { DataFacts } from './adapters/data/examine.ts';

export interface KeptConversations {
  readonly conversations: Conversations;
  /** Ends the daily purge and closes the folder, once nothing is answered any more. */
  close(): Promise<void>;
}

export interface ConversationWiring {
  readonly data: DataFolder;
  readonly turns: Turns;
  readonly config: Config;
  readonly log: Log;
  /** What permalinks begin with; asked when one is made, for a port may be picked late. */
  readonly publicUrl: () => string;
}

/**
 * The folder of a service. A service opens it before all else, for a second one must be told at once.
 * @throws AppError `data-locked`, `data-unwritable`, `data-damaged`, `disk-full`.
 */
export function openData({ dataDir }: Config): Promise<DataFolder> {
  return openDataFolder(dataDir);
}

/** Conversations over an open folder; what was kept long enough is removed from now on. */
export function keepConversations({ data, turns, config, log, publicUrl }: ConversationWiring): KeptConversations {
  const conversations = createConversations({
    turns,
    store: data.conversations,
    clock: () => new Date(),
    ids: newRandomId,
    log,
    retentionDays: config.retentionDays,
    permalink: permalinks(publicUrl),
  });
  const stopPurging = purgeDaily((signal) => conversations.purge(signal), log);
  const close = async (): Promise<void> => {
    await stopPurging();
    await data.close();
  };
  return { conversations, close };
}

/** Whole addresses of spans of documents. */
export function permalinks(publicUrl: () => string): ConversationParts['permalink'] {
  return (place) => `${publicUrl().replace(/\/$/u, '')}${spanLink(place)}`;
}

/** Commands on the folder; they throw AppErrors that tell what to do. */
export const dataCommands = {
  backUp: ({ dataDir }: Config, file: string): Promise<DataFacts> => backUp(dataDir, file),
  restore: ({ dataDir }: Config, file: string): Promise<DataFacts> =>
    restore(file, dataDir, operatorEvent({ action: 'restore', object: null, outcome: 'done' })),
  /** Null where nothing was kept yet. */
  examine: ({ dataDir }: Config): Promise<DataFacts | null> => examineDataFolder(dataDir),
  /** The pid of the service that has the folder, if one has. */
  servedBy: ({ dataDir }: Config): Promise<number | null> => servingProcessOf(dataDir),
};

/** Tells the audit log of an ingest, and the operator's log when that cannot be: the index is as it is, told or not. */
export async function auditIngest(
  { dataDir }: Config,
  log: Log,
  ingest: Pick<AuditEvent, 'object' | 'outcome'>,
): Promise<void> {
  try {
    await recordBeside(dataDir, operatorEvent({ ...ingest, action: 'ingest' }));
  } catch (error) {
    log('warn', 'ingest-not-audited', { code: toAppError(error).code });
  }
}

/** Whoever gives commands is known to the system by a number only; a name with a space is no client's. */
function operatorEvent(what: Pick<AuditEvent, 'action' | 'object' | 'outcome'>): AuditEvent {
  const actor = `operator ${process.getuid?.() ?? 'unknown'}`;
  return { ...what, time: new Date().toISOString(), actor, requestId: null };
}
