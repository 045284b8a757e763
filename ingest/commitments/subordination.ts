// Whether a clause stands for itself in its sentence, or only tells of, wishes, explains or limits what the sentence is about.
import type { Clause } from './clauses.ts';

/** Joining words after which a clause still stands for itself. */
const coordinates =
  /(?:^|[\s,;–—])(?:(?:and|but|so) together|and|but|so|then|yet|or|therefore|thus|instead|also|however|meanwhile)$/u;
/** What says that somebody is bound, before "that we will". */
const binds = /\b(?:commit\w*|pledges?|promises?|undertak\w+|guarantees?|determined|resolved)\s+(?:\w+\s+){0,2}that$/u;
/** "How, despite it all, we will …" */
const interrupted = /\b(?:how|what|where|when|why|whether|if),[^,]*,$/u;
const relativeMeans = /\b(?:through|by|with|under) which$|\bin that$/u;
const joins =
  /(?:^|\s)(?:that|which|who|whom|whose|how|what|when|where|why|if|whether|unless|until|because|since|as|than|while|whilst|although|though)$/u;
/** "… what their fire and rescue service will do": the join stands within what a coordination splits. */
const joinsWithin = /\b(?:how|what|why|whether|when|where)\b[^,;:.–—]*\b(?:and|or)$/u;
const stop = /[.;:!?–—|,(-]$/u;
/** An adverbial that a sentence may open with, before its subject and without a comma. */
const adverbial =
  /^(?:(?:and|but|so)\s+)?(?:in|with|by|through|where|when|while|whilst|as|to|for|over|during|within|after|before|without|on|upon|from|alongside|following|at|across|under|given|between|throughout|whether|most importantly|first|next|then|together|(?:each|every|this|next|later this) (?:year|month|quarter|week|day|summer|autumn|spring|winter)|[a-z]+ly|[a-z]+ing)\b/u;
/** "… and the steps we will take": the clause tells more of a noun. */
const nounBefore = /\b(?:and|or) (?:the|any|all) (?:\w+ ){0,2}\w+$/u;
/** Clauses that limit, and so have a verb of their own. */
const limiting = /^(?:(?:and|but|so)\s+)?(?:whether|where|when|while|whilst|as)\b/u;
const finite = /\b(?:is|are|was|were|has|have|had)\b/u;
/** "In 2023 we said …, we will": somebody's words of another time. */
const reported = /\b(?:said|told|asked|promised|pledged|reported|argued|found|recommended|agreed)\b[^.;:]*[,:]?$/u;

export function isSubordinate({ lead, subject }: Clause): boolean {
  const before = lead.replace(/["'(]+$/u, '').trimEnd();
  if (before === '') return /^(?:how|what|when|where|why|if|whether|who|unless)\b/u.test(subject);
  if (binds.test(before) || relativeMeans.test(before)) return /^(?:if|unless)\b/u.test(before);
  if (isJoined(before, subject)) return true;
  if (stop.test(before) || coordinates.test(before)) return reported.test(before);
  return tellsOfNoun(before);
}

function isJoined(before: string, subject: string): boolean {
  const isExplained = joinsWithin.test(before) && !/^we\b/u.test(subject);
  return /^(?:if|unless)\b/u.test(before) || joins.test(before) || interrupted.test(before) || isExplained;
}

/** Nothing parts the words from the subject: they are an adverbial, or the clause belongs to their noun. */
function tellsOfNoun(before: string): boolean {
  const segment = before.split(/[.;:!?–—|,]\s*(?:(?:and|but|so)\s+)?/u).at(-1) ?? '';
  return !adverbial.test(segment) || nounBefore.test(segment) || (finite.test(segment) && !limiting.test(segment));
}
