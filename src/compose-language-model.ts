// The language model from its settings: the adapter, loaded only where one is set, and the limits around it.
import { createGuardedModel } from './generate/guarded-model.ts';
import type { GuardedModel } from './generate/guarded-model.ts';
import type { LanguageModelConfig } from './config.ts';
import { openSpendingRecord } from './generate/spending-record.ts';
import type { Log, SpendingStore } from './ports.ts';

/** Milliseconds to the first piece of a reply, and between two: five seconds without a word, and the one for which words are held to be merged. */
const patience = { firstPiece: 10_000, idle: 6_000 };
/** Calls at a time; whoever comes beyond them is quoted to. */
const callsAtOnce = 128;

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * @param spending where what is spent is kept; null where it is forgotten with the process, as of one command.
 * @throws AppError `configuration` when the model cannot be used as it is set; as the store.
 */
export async function openLanguageModel(
  config: LanguageModelConfig,
  log: Log,
  spending: SpendingStore | null,
): Promise<GuardedModel> {
  const { openLangChainModel } = await import('./adapters/langchain-model.ts');
  const { seconds, tokensPerDay: perDay, tokensPerReader: perReaderAndDay, ...settings } = config;
  const model = await openLangChainModel(settings);
  const limits = { ...patience, deadline: seconds * 1000, calls: callsAtOnce, perDay, perReaderAndDay };
  log('warn', 'language-model-on', { model: model.name, note: 'Questions and passages are sent to it.' });
  return createGuardedModel({
    model,
    limits,
    now: () => performance.now(),
    today,
    record: spending && (await openSpendingRecord(spending, today(), log)),
    random: Math.random,
  });
}
