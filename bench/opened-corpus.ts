// What the trials of this folder work on: the built index, the shipped model and the question sets.
import { readFileSync } from 'node:fs';
import { openIndex } from '../index/open.ts';
import { openLocalEmbeddings } from '../src/adapters/local-embeddings.ts';
import { readConfig } from '../src/config.ts';
import { readQuestions } from '../src/eval/questions.ts';
import type { Question } from '../src/eval/questions.ts';
import type { Embedder, PassageIndex } from '../src/ports.ts';
import type { CorpusFacts } from '../src/query/understand.ts';

export interface OpenedCorpus {
  readonly embedder: Embedder;
  readonly index: PassageIndex;
  readonly facts: CorpusFacts;
  readonly close: () => Promise<void>;
}

export async function openCorpus(): Promise<OpenedCorpus> {
  const config = readConfig();
  const embedder = await openLocalEmbeddings({ modelDir: config.modelDir, model: config.model });
  const { index } = await openIndex(config.indexDir, { log: () => undefined, expectedModel: embedder.model });
  const facts: CorpusFacts = {
    documents: await index.documents(),
    lexicon: await index.lexicon(),
    acronyms: await index.acronyms(),
    frequency: await index.vocabulary(),
  };
  const close = async (): Promise<void> => {
    await embedder.close();
    await index.close();
  };
  return { embedder, index, facts, close };
}

/** Questions of one message, small talk left out. @param name of a set of test/quality/questions. */
export function messagesOf(name: string): Question[] {
  const source = readFileSync(new URL(`../test/quality/questions/${name}.jsonl`, import.meta.url), 'utf8');
  return readQuestions(source).filter(({ turns, kind }) => turns.length === 1 && kind !== 'smalltalk');
}

/** Questions of one message that have evidence. @param name of a set of test/quality/questions. */
export function singleMessages(name: string): Question[] {
  return messagesOf(name).filter(({ evidence }) => evidence.length > 0);
}
