// "The plan", without a name or a year, is the one that holds now: asked what it says, no earlier one may answer for it.
import { asksWhatIsSaid } from './what-is-said.ts';
import { match, named } from './cue.ts';
import type { Cue, Documents } from './cue.ts';

const thePlan =
  /\b(?:the|our|this)\s+plan\b(?=\s+(?:say|says|have|has|got|tell|about|on|mention|talk|speak|cover|refer)|\W*$)/gi;
const speaking =
  /\b(?:does|did|do)\s+(?:the|our|this)\s+plan\s+(?:even |actually |ever )?(?:say|mention|talk|speak|cover|refer)\b|\bin\s+(?:the|our|this)\s+plan\s+(?:about|on)\b/i;

/** The latest document that has a date, where the question asks what "the plan" says; for questions that name no document. */
export function thePlanCues(question: string, documents: Documents): Cue[] {
  if (!asksWhatIsSaid(question) && !speaking.test(question)) return [];
  const latest = documents.findLast(({ years }) => years !== null);
  return latest ? match(question, thePlan, () => named([latest])) : [];
}
