// A LangChain chain that answers from Bluelamp's passages: retrieve, number them, ask the model, keep the sources.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import type { Runnable } from '@langchain/core/runnables';
// From another project: import type { … } from 'bluelamp/retriever'.
import type { BluelampRetriever, PassageMetadata } from '../src/adapters/bluelamp-retriever.ts';

export interface SourcedAnswer {
  readonly answer: string;
  /** In the order of the numbers that the model was shown. */
  readonly sources: readonly PassageMetadata[];
}

const prompt = ChatPromptTemplate.fromMessages([
  [
    'system',
    'Answer only from the numbered passages, in their words, with [n] after each statement. Say so if they do not answer.',
  ],
  ['human', '{passages}\n\nQuestion: {question}'],
]);

export function strategyChain(retriever: BluelampRetriever, model: BaseChatModel): Runnable<string, SourcedAnswer> {
  const write = RunnableSequence.from([prompt, model, new StringOutputParser()]);
  return RunnableLambda.from(async (question: string): Promise<SourcedAnswer> => {
    const found = await retriever.invoke(question);
    const passages = found.map(({ pageContent, metadata }, at) => {
      const { title, status } = metadata;
      return `[${at + 1}] ${title} (${status})\n${pageContent}`;
    });
    const answer = await write.invoke({ question, passages: passages.join('\n\n') });
    return { answer, sources: found.map(({ metadata }) => metadata) };
  });
}
