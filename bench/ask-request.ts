// The requests that a load is made of.
import { answerSchema } from '../src/contract/answer.ts';
import type { Reply } from './load.ts';

export async function postQuestion(url: string, question: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question }) });
  return { status: response.status, body: await response.text() };
}

/** The same question put to the search by words alone, which is the plainest that the service has. */
export async function searchWords(url: string, question: string): Promise<Reply> {
  const response = await fetch(`${url}/api/search?mode=lexical&limit=10&q=${encodeURIComponent(question)}`);
  return { status: response.status, body: await response.text() };
}

const told = answerSchema.pick({ answer: true, citations: true, status: true });

/** What two answers to one question must have in common. */
export function substanceOf(body: string): string {
  const { answer, citations, status } = told.parse(JSON.parse(body));
  return JSON.stringify([status, answer, citations.map(({ passageId, start, end }) => [passageId, start, end])]);
}
