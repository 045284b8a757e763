// The sentences that speak of what a question takes for granted, and those that give its figure.
import type { Passage } from '../../domain/passage.ts';
import { meantDocuments } from '../../domain/plan.ts';
import type { Plan, Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ReadSentence } from '../rank/read-passage.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { claimIn, figuresIn, wantsConfirming } from './claims.ts';
import type { Claim } from './claims.ts';

export interface ToldOfClaim extends ReadSentence {
  readonly passage: Passage;
}

export interface ClaimEvidence {
  readonly claim: Claim;
  /** What it is about. */
  readonly things: readonly Sense[];
  /** Sentences that speak of all of that, the best passages first. */
  readonly told: readonly ToldOfClaim[];
  /** Of them, those that give its figures. */
  readonly giving: readonly ToldOfClaim[];
  /** Whether its figures stand anywhere in what was found. */
  readonly isFigureFound: boolean;
}

/** Null where nothing that could be checked is taken for granted, or where the conversation says what is meant. */
export function claimEvidence(request: ComposeRequest): ClaimEvidence | null {
  const { plan } = request;
  const claim = plan.continues === null || plan.continues.how === 'beside' ? claimIn(plan.question) : null;
  const things = claim ? thingsOf(claim, plan) : [];
  if (!claim || things.length === 0) return null;
  const sentences = sentencesOf(request);
  const told = sentences.filter(({ terms: held }) => things.every((sense) => isHeld(sense, held)));
  const giving = told.filter(({ quote }) => holdsAll(claim.figures, quote));
  const isFigureFound = sentences.some(({ quote }) => holdsAll(claim.figures, quote));
  return { claim, things, told, giving, isFigureFound };
}

/** Whether a figure is to be confirmed that no sentence gives for that thing. */
export function isUnconfirmed(request: ComposeRequest): boolean {
  return wantsConfirming(request.plan.question) && claimEvidence(request)?.giving.length === 0;
}

/** The words of the claim that name what it is about: none of course, figure or time, and none that every document speaks of. */
function thingsOf({ text }: Claim, { senses }: Plan): readonly Sense[] {
  const own = new Set(terms(text.replace(doer, '')));
  const names = (stem: string): boolean =>
    own.has(stem) && !framing.has(stem) && !shared.has(stem) && !/\d/u.test(stem);
  return senses.filter(({ stems }) => stems.every(names));
}

/** "The company has cut leaks": who did it need not stand where it is told of the leaks. */
const doer =
  /^.{1,40}?\b(?:has|have|had)\s+(?:\w+ly\s+)?(?=(?:cut|reduced|raised|lowered|halved|doubled|hired|recruited|trained)\s+(?!(?:by|to|from|in|since|over)\b)\p{L})/iu;

const framing: ReadonlySet<string> = new Set(
  terms(
    'cut cuts reduced reduce fell fall fallen dropped drop lost down up rise risen rose increase increased grew grown raised doubled more fewer less lower higher confirm true right correct hire hired recruit recruited reach reached hit have get year end per cent percent million billion',
  ),
);
/** What every document of an organisation speaks of tells none of its claims. */
const shared: ReadonlySet<string> = new Set(terms('met london police organisation service people'));

function holdsAll(figures: readonly string[], text: string): boolean {
  const held = new Set(figuresIn(text));
  return figures.every((figure) => held.has(figure));
}

/** The sentences found in the documents meant, the best passages first. */
function sentencesOf({ plan, found }: ComposeRequest): ToldOfClaim[] {
  const meant = meantDocuments(plan.scope);
  return found
    .filter(({ passage }) => meant.has(passage.documentId))
    .flatMap(({ passage }) =>
      readPassage(passage)
        .sentences.filter(({ sentence: { kind } }) => kind !== 'heading')
        .map((each) => ({ ...each, passage })),
    );
}
