// So many things asked for by what they are ("the three aims of the harbour plan"): the list of them, or the sentence that only says that
// there are so many, with the word that it does not list them.
import type { Plan } from '../../domain/plan.ts';
import { countedAsk } from '../lists/counted-ask.ts';
import type { CountedAsk } from '../lists/counted-ask.ts';
import { isCountedList, isOfNamedKind, speaksOfCounted, tellsCount } from '../lists/counted-list.ts';
import { listCandidates } from '../lists/list-candidates.ts';
import { quote, words } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { select, toQuotation } from '../rank/select.ts';
import { composeFact } from './compose-fact.ts';
import { chooseList, composeStatedList } from './compose-list.ts';

/** Sentences that an answer without a list would quote. */
const quoted = { sentences: 3, words: 110, margin: 2.2 };

/** Null where the documents speak of no such things. @param ask what the question counts. */
export function composeCounted(request: ComposeRequest, ask: CountedAsk): Composed | null {
  const list = chooseList(
    request,
    listCandidates(request).filter((each) => isCountedList(each, withoutOwner(ask, request.plan))),
  );
  const telling = request.ranked.find((sentence) => tellsCount(sentence, ask));
  if (list && (!telling || isOfNamedKind(list, ask))) return composeStatedList(list, request);
  if (telling) return unlisted(telling);
  const isSpokenOf = select(request.ranked, quoted).some((sentence) => speaksOfCounted(sentence, ask));
  return isSpokenOf ? composeFact({ ...request, plan: { ...request.plan, intent: 'fact' } }) : null;
}

/** Of a document that is meant by its maker's name ("the four aims of Seaham fire service") the aims are those of that service. */
function withoutOwner(ask: CountedAsk, { scope }: Plan): CountedAsk {
  const isOwner = scope.kind === 'one' && organisation.test(ask.of.at(-1)?.words ?? '');
  return isOwner ? { ...ask, of: [] } : ask;
}

const organisation =
  /\b(?:service|council|trust|authority|force|police|company|university|hospital|agency|board|association)$/i;

/** What the question counts, where its answer is a list or sentences. */
export function countedAskOf({ plan }: ComposeRequest): CountedAsk | null {
  return ofThings.has(plan.intent) ? countedAsk(plan) : null;
}

const ofThings: ReadonlySet<ComposeRequest['plan']['intent']> = new Set(['list', 'fact', 'definition', 'other']);

function unlisted(telling: RankedSentence): Composed {
  return {
    paragraphs: [[quote(toQuotation(telling))], [words('Which they are is not listed there.')]],
    isMissing: true,
  };
}
