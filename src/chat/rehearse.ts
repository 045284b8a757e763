// What is done with a generation of the index before it serves: a few questions, so that no reader waits while the lexicon is stemmed,
// lists are read and patterns are compiled. Without it the first questions take ten times as long as others, and all others wait.
import { setImmediate } from 'node:timers/promises';
import type { Embedder, PassageIndex } from '../ports.ts';
import { createTurns } from './turn.ts';

/** Questions of every kind, about no document in particular. The answers are thrown away, and nothing of them is kept. */
const questions: readonly string[] = [
  'How many officers will there be?',
  'What are our priorities?',
  'When was the strategy published, and who is responsible for it?',
  'How has the plan for training changed over the years?',
  'Compare the oldest strategy with the latest strategy on technology.',
  'Is there any mention of cycling in any of the documents?',
  'Give me a summary of the current strategy.',
  'What does IT stand for?',
  'What is a strategic objective?',
  'Why did they promise to cut the budget, and how much will it cost by 2030?',
  'List all the values, please.',
  'Which company, and where?',
];
/** A text with a sign beyond Latin-1 goes through patterns that are compiled for such texts alone. */
const beyondLatin = '– ';

/** The questions, each in signs of Latin-1 and beyond. */
export const rehearsed: readonly string[] = questions.flatMap((question) => [question, beyondLatin + question]);

/** Goes over the questions with this generation, letting others in between. @throws whatever answering throws. */
export async function rehearse(index: PassageIndex): Promise<void> {
  const [document] = await index.documents();
  const [passage] = document ? await index.passagesOf(document.id) : [];
  const [loaded] = passage ? await index.load([passage.id]) : [];
  if (!loaded) return;
  // Any vector will do, and the embedder may still be starting.
  const embedder: Embedder = { model: index.model, embed: async (texts) => texts.map(() => loaded.vector) };
  const turns = createTurns({ index: () => index, embedder, log: () => undefined });
  for (const question of rehearsed) {
    await turns.ask({ question });
    await setImmediate();
  }
}
