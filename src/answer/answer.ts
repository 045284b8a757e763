// From what was found to a composed answer, or to the word that the documents do not answer. Door of this folder.
import type { Citation, ComposedAnswer, Intent } from '../domain/answer.ts';
import type { CitedPlace } from '../domain/conversation.ts';
import type { Passage } from '../domain/passage.ts';
import { citeTogether } from './quote/cite-together.ts';
import { composeAside } from './aside.ts';
import { composeClaim } from './compose/compose-claim.ts';
import { composeCounted, countedAskOf } from './compose/compose-counted.ts';
import { composeCourse } from './compose/compose-course.ts';
import { composeAcronym, composeDefinition } from './compose/compose-definition.ts';
import { composeByDocument } from './compose/compose-documents.ts';
import { composeFact } from './compose/compose-fact.ts';
import { composeForm } from './follow-up/compose-form.ts';
import { composeList } from './compose/compose-list.ts';
import { composePoint } from './follow-up/compose-point.ts';
import { composePresence } from './compose/compose-presence.ts';
import { composeSection } from './compose/compose-section.ts';
import { composeStatus } from './compose/compose-status.ts';
import { composePromises } from './compose/compose-promises.ts';
import { composeSaid } from './compose/compose-said.ts';
import { composeStated } from './compose/compose-stated.ts';
import { composeSummary } from './compose/compose-summary.ts';
import { continuedRequest } from './follow-up/continued-request.ts';
import { evidenceOf } from './withhold/evidence.ts';
import type { Evidence } from './withhold/evidence.ts';
import { withLists } from './lists/lead-in-lists.ts';
import { limitLines } from './quote/limit-lines.ts';
import { notFound, partialNotice, unanswered } from './withhold/not-found.ts';
import { laterSpeaking } from './ranked/later-documents.ts';
import { composeNear } from './follow-up/near-shown.ts';
import { noRemarks, noticesFor } from './notices.ts';
import type { Remarks } from './notices.ts';
import { rankedRequest } from './ranked/ranked-request.ts';
import { isSame, quotationsOf, quote } from './quote/quotation.ts';
import type { Paragraph, Quotation } from './quote/quotation.ts';
import { render } from './quote/render.ts';
import type { Rendered } from './quote/render.ts';
import type { AnswerRequest, Composed, ComposeRequest } from './rank/request.ts';
import { toQuotation } from './rank/select.ts';
import { suggestionsFor } from './suggestions.ts';
import { composeShown } from './follow-up/shown.ts';
import { withoutHeld } from './quote/without-held.ts';
import { verifyGrounding } from './quote/verify-grounding.ts';

/** What came of one question of a message, before the answers of a message are put together. */
export interface AnsweredPart {
  readonly request: AnswerRequest;
  /** Null where the documents do not answer. */
  readonly paragraphs: readonly Paragraph[] | null;
  /** The paragraphs as an answer of their own tells them, which has passed the grounding check; null where there is none that has. */
  readonly rendered: Rendered | null;
  /** What a reader should know beside them. */
  readonly remarks: Remarks;
  /** Null where no decision was needed: small talk, and what is declined. */
  readonly evidence: Evidence | null;
  /** Whether what is quoted only speaks of what is asked for, which the documents do not give. */
  readonly isMissing: boolean;
  /** Whether an answer was composed that did not pass the grounding check: a fault of ours, to be looked into. */
  readonly refused: boolean;
}

/** The parts of one message; there is at least one. */
export type AnsweredParts = readonly [AnsweredPart, ...AnsweredPart[]];

const unanswering = {
  paragraphs: null,
  rendered: null,
  remarks: noRemarks,
  evidence: null,
  isMissing: false,
  refused: false,
} as const;

/** Answers one question, or decides that the documents do not. */
export function answerPart(request: AnswerRequest): AnsweredPart {
  const none = { ...unanswering, request };
  if (request.plan.aside) {
    const paragraphs = composeStatus(request);
    return { ...none, paragraphs, rendered: paragraphs && toGrounded(paragraphs, [request]) };
  }
  const compose = continuedRequest(rankedRequest(request));
  const shown = composeOfShown(compose);
  const evidence = shown ? { ...evidenceOf(compose), reasons: [] } : evidenceOf(compose);
  const composed = shown ?? composedFrom(compose, evidence);
  if (!composed) return { ...none, evidence };
  const { differing = null, isMissing = false } = composed;
  const lines = withoutHeld(withLists(composed.paragraphs, request));
  const paragraphs = citeTogether(limitLines(lines, request.plan.most));
  const remarks: Remarks = { differing, later: laterSpeaking(compose, paragraphs), latest: latestOf(request) };
  const rendered = toGrounded(paragraphs, [request]);
  if (rendered) return { ...none, evidence, isMissing, paragraphs, rendered, remarks };
  const plain = quotationsOnly(compose);
  const plainly = plain && toGrounded(plain, [request]);
  return { ...none, evidence, refused: true, paragraphs: plainly && plain, rendered: plainly };
}

/** What a question asks of the answer before it, told by what that quoted or what stands near, or what it takes for granted and the documents tell otherwise. */
function composeOfShown(compose: ComposeRequest): Composed | null {
  return (
    composeForm(compose) ??
    composePoint(compose) ??
    composeShown(compose) ??
    composeNear(compose) ??
    composeClaim(compose)
  );
}

/** Those searched stand for all where no other is known. */
function latestOf({ latest, documents }: AnswerRequest): Remarks['latest'] {
  return latest ?? documents.findLast(({ years }) => years !== null) ?? null;
}

/** Of what was quoted nothing else is told, and what was undertaken does not tell what came of it. */
function mayBeOfWholes({ intent, continues, asksIfCameAbout }: AnswerRequest['plan']): boolean {
  return intent !== 'presence' && !continues?.ofQuoted && !continues?.asksOutcome && !asksIfCameAbout;
}

/** What a document states of itself needs no further evidence, unless an opinion of it is asked for. */
function composedFrom(compose: ComposeRequest, { reasons, doubt }: Evidence): Composed | null {
  const isJudgement = reasons.some((reason) => reason === 'an opinion' || reason === 'a prediction');
  const isOfWholes = !isJudgement && mayBeOfWholes(compose.plan);
  const stated = isOfWholes ? (composeStated(compose) ?? composePromises(compose)) : null;
  if (stated || reasons.length > 0) return stated;
  const section = composeSection(compose);
  if (section) return section;
  if (compose.plan.asksWhatIsSaid) return composeSaid(compose);
  const counted = countedAskOf(compose);
  if (!counted) return composers[compose.plan.intent](compose);
  const isSure = doubt > 0 && doubt <= littleDoubt;
  return composeCounted(compose, counted) ?? (isSure ? composeFact(compose) : null);
}

/**
 * Where the sentences answer so surely, that none speaks of what is counted in these words ("two national systems") tells nothing against them.
 * A doubt of 0 is one that was not worked out.
 */
const littleDoubt = 0.15;

/**
 * The answer to a message; whatever it holds has passed the grounding check.
 * @param before what was asked and suggested in the conversation: none of it is suggested again.
 */
export function assemble(parts: AnsweredParts, before: readonly string[] = []): ComposedAnswer {
  const composed = withoutSuggestions(parts);
  return { ...composed, suggestions: suggestionsFor(composed, parts[0].request, before) };
}

function withoutSuggestions(parts: AnsweredParts): ComposedAnswer {
  const [{ request, paragraphs, rendered }] = parts;
  const { aside } = request.plan;
  const ofItself = (): ComposedAnswer => (aside ? composeAside(aside, request) : notFound(request));
  if (aside && !paragraphs) return ofItself();
  if (parts.length > 1) return joined(parts);
  // What the catalogue tells of documents that are not quoted stands without the quotation.
  return rendered ? toComposed(rendered, parts) : ofItself();
}

/** The answers to several questions, one after another; which of them the documents do not answer is said. */
function joined(parts: AnsweredParts): ComposedAnswer {
  const [{ request }] = parts;
  const isOpen = ({ paragraphs, isMissing }: AnsweredPart): boolean => paragraphs === null || isMissing;
  const missing = parts.filter(({ paragraphs }) => paragraphs === null).map((part) => part.request);
  const open = parts.filter(isOpen).map((part) => part.request);
  const found = withoutRepeats(parts.flatMap(({ paragraphs }) => paragraphs ?? []));
  const requests = [request, ...parts.slice(1).map((part) => part.request)] as const;
  const rendered = found.length === 0 ? null : toGrounded([...found, ...unanswered(missing)], requests);
  if (!rendered) return notFound(request);
  const whole = toComposed(rendered, parts);
  if (open.length === 0) return whole;
  const status = open.length === parts.length ? 'not_found' : 'partial';
  return { ...whole, status, notices: [partialNotice(open), ...whole.notices] };
}

/** What a question's answer quotes: the places that the next question may point at. */
export function placesOf(part: AnsweredPart | undefined): CitedPlace[] {
  return quotationsOf(part?.paragraphs ?? []).map(({ passage, start, end }) => ({
    documentId: passage.documentId,
    passageId: passage.id,
    start,
    end,
  }));
}

/** A quotation that an earlier part has given is not given again. */
function withoutRepeats(paragraphs: readonly Paragraph[]): Paragraph[] {
  const given: Quotation[] = [];
  return paragraphs.filter((paragraph) => {
    const quotations = quotationsOf([paragraph]);
    const isNew = quotations.length === 0 || quotations.some((each) => !given.some((other) => isSame(other, each)));
    given.push(...quotations);
    return isNew;
  });
}

const composers: Readonly<Record<Intent, (request: ComposeRequest) => Composed | null>> = {
  fact: composeFact,
  commitment: composeFact,
  other: composeFact,
  chat: composeFact,
  definition: composeDefinition,
  acronym: composeAcronym,
  list: composeList,
  compare: (request) => composeByDocument(request) ?? composeFact(request),
  timeline: (request) => composeByDocument(request) ?? composeCourse(request) ?? composeFact(request),
  presence: composePresence,
  summary: composeSummary,
};

/** The best sentence and nothing else: what is left when an answer did not pass. */
function quotationsOnly({ ranked: [best] }: ComposeRequest): Paragraph[] | null {
  return best ? [[quote(toQuotation(best))]] : null;
}

/** These paragraphs as they are told; null where they do not pass the grounding check. @param requests of the questions that they answer. */
function toGrounded(
  paragraphs: readonly Paragraph[],
  requests: readonly [AnswerRequest, ...AnswerRequest[]],
): Rendered | null {
  const [{ documents }] = requests;
  const rendered = render(paragraphs, new Map(documents.map((document) => [document.id, document])));
  const { citations } = rendered;
  return citations.length > 0 && verifyGrounding(rendered, citedPassages(citations, requests), documents)
    ? rendered
    : null;
}

function toComposed({ answer, citations }: Rendered, parts: AnsweredParts): ComposedAnswer {
  return {
    status: parts.every(({ isMissing }) => isMissing) ? 'not_found' : 'answered',
    intent: parts[0].request.plan.intent,
    answer,
    citations,
    notices: noticesFor(
      citations,
      parts.map(({ remarks }) => remarks),
    ),
    suggestions: [],
    related: [],
  };
}

/** The passages that are quoted, as they were found: not as the composer gives them. */
function citedPassages(citations: readonly Citation[], requests: readonly AnswerRequest[]): Passage[] {
  const cited = new Set(citations.map(({ passageId }) => passageId));
  const isCited = ({ id }: Passage): boolean => cited.has(id);
  return requests.flatMap(({ found, surroundings, shown = [] }) => [
    ...shown.filter(isCited),
    ...found.map(({ passage }) => passage).filter(isCited),
    ...[...surroundings.values()].flatMap((passages) => passages.filter(isCited)),
  ]);
}

export type { DocumentSizes } from './rank/document-reply.ts';
export type { AnswerRequest };
export { documentsAsWholes } from './documents/documents-as-wholes.ts';
