// A question that goes on with a subject looks first beside what was quoted, and in its section: the reason of it, whom it is for, and what
// the message counts anew.
import { meantDocuments } from '../../domain/plan.ts';
import type { Continuation, Plan, Sense } from '../../domain/plan.ts';
import type { Passage } from '../../domain/passage.ts';
import { holdsKind } from '../../text/kinds.ts';
import { terms as stemsOf } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { figureBeside } from '../figures/figure-beside.ts';
import { quote, words } from '../quote/quotation.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ReadSentence } from '../rank/read-passage.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { composeToldAfter } from './compose-told-after.ts';
import { shownSentences } from './shown.ts';
import { isOf, isSameSection, namedSubject, speaksOf } from './subject.ts';
import type { NamedSubject } from './subject.ts';
import { asksForWhom, tellsForWhom } from '../tells/tells-whom.ts';
import { givesCause, tellsWhy } from '../tells/tells-why.ts';
import { asksWhichOfIt, enumerates } from '../tells/which-of-it.ts';

interface NearSentence extends ReadSentence {
  readonly passage: Passage;
  /** Its place in the passage, from 0. */
  readonly at: number;
  /** 0 where it was quoted, 1 right beside that, 2 elsewhere in the section. */
  readonly steps: number;
}

/** Null where nothing near tells what is asked, or the question wants something that only the whole documents tell. */
export function composeNear(request: ComposeRequest): Composed | null {
  const { plan } = request;
  const { continues } = plan;
  if (!continues || continues.cited.length === 0) return null;
  const near = nearSentences(request, continues);
  const told = composeToldAfter(
    plan,
    near.filter(({ steps }) => steps <= 1),
  );
  if (told || !isTried(plan, continues)) return told;
  if (continues.how === 'beside')
    return composeCount(
      near.filter(({ steps }) => steps <= 1),
      plan,
    );
  if (asksForWhom(plan.asked)) return composeForWhom(near, namedOf(request, continues));
  if (plan.asks === 'reason') return ownOf(plan).length === 0 ? composeReason(near, continues.subject) : null;
  if (asksWhichOfIt(plan.question)) return composeNames(near, plan);
  const named = namedOf(request, continues);
  return composeCount(
    near.filter((each) => speaksOf(each, named)),
    plan,
  );
}

function isTried({ isPart, intent, scope }: Plan, continues: Continuation): boolean {
  const isOfOne = continues.how === 'focus' || continues.how === 'kind' || continues.how === 'beside';
  const asksMany = intent === 'compare' || intent === 'timeline' || intent === 'presence' || intent === 'summary';
  const isElsewhere = continues.how === 'beside' && scope.kind !== 'open';
  return isOfOne && !asksMany && !isElsewhere && !isPart && !continues.asksOutcome && continues.wants === null;
}

/** What the conversation speaks of, where that has a name. */
function namedOf(request: ComposeRequest, { replaces, subject }: Continuation): NamedSubject {
  return namedSubject(replaces ? [] : subject, shownSentences(request));
}

/** The sentences of the sections quoted from, those quoted first. */
function nearSentences({ plan, shown = [], surroundings }: ComposeRequest, { cited }: Continuation): NearSentence[] {
  const meant = meantDocuments(plan.scope);
  const own = shown.filter(({ documentId }) => meant.has(documentId));
  const sections = own.flatMap((passage) =>
    (surroundings.get(passage.documentId) ?? [passage]).filter((other) => isSameSection(other, passage)),
  );
  const passages = [...new Map(sections.map((passage) => [passage.id, passage])).values()];
  const isQuoted = (each: ReadSentence | undefined, { id }: Passage): boolean =>
    each !== undefined &&
    cited.some(
      ({ passageId, start, end }) => passageId === id && start < each.sentence.end && each.sentence.start < end,
    );
  return passages
    .flatMap((passage) => {
      const { sentences } = readPassage(passage);
      return sentences.map((each, at): NearSentence => {
        const isBeside = isQuoted(sentences[at - 1], passage) || isQuoted(sentences[at + 1], passage);
        return { ...each, passage, at, steps: isQuoted(each, passage) ? 0 : isBeside ? 1 : 2 };
      });
    })
    .filter(({ sentence: { kind } }) => kind !== 'heading')
    .toSorted((one, other) => one.steps - other.steps);
}

/** A condition says more than a name, and beside what was quoted more than elsewhere. */
function composeForWhom(near: readonly NearSentence[], named: NamedSubject): Composed | null {
  const telling = near.filter((each) => each.steps <= 1 && speaksOf(each, named));
  const best = telling.find(({ quote: text }) => tellsForWhom(text) === 2) ?? telling.find(isForSome);
  return best ? { paragraphs: [[quote(quotationOf(best))]] } : null;
}

function isForSome({ quote: text }: NearSentence): boolean {
  return tellsForWhom(text) > 0;
}

/** A cause said outright comes before a purpose; the sentence before may give it. */
function composeReason(near: readonly NearSentence[], subject: readonly Sense[]): Composed | null {
  const beside = near.filter(({ steps }) => steps <= 1);
  const ofSubject = near.filter(
    ({ steps, terms, passage }) => steps > 1 && subject.length > 0 && isOf(subject, terms, passage),
  );
  const best =
    beside.find(({ quote: text }) => givesCause(text)) ??
    ofSubject.find(({ quote: text }) => givesCause(text)) ??
    beside.find(({ quote: text }) => tellsWhy(text));
  return best ? { paragraphs: [[quote(quotationOf(best))]] } : null;
}

/** What was quoted names them, or what stands beside it. */
function composeNames(near: readonly NearSentence[], plan: Plan): Composed | null {
  const own = ownOf(plan);
  const best = near.find(
    ({ steps, quote: text, terms }) =>
      steps <= 1 && own.length > 0 && own.every((sense) => isHeld(sense, terms)) && enumerates(text),
  );
  return best ? { paragraphs: [[quote(quotationOf(best))]] } : null;
}

/** The sentence that holds a figure beside all that the message counts. What only names another thing ("and divers?") is sought as before. */
function composeCount(near: readonly NearSentence[], plan: Plan): Composed | null {
  const { asks, continues } = plan;
  if ((asks !== 'number' && asks !== 'money') || continues?.replaces === true) return null;
  const telling = near.filter(({ sentence: { kind }, quote: text }) => kind !== 'row' && holdsKind(text, asks));
  if (asksMore(plan)) return composeMore(telling, plan);
  const own = ownOf(plan);
  const fewest = continues?.how === 'beside' ? fewestBeside : 1;
  return own.length < fewest ? null : withFigure(countedIn(telling, own), own);
}

/** "How many more would have …?" is told by a word for more: in what was quoted, that is enough. */
function composeMore(telling: readonly NearSentence[], plan: Plan): Composed | null {
  const own = ownOf(plan).filter(({ stems }) => !stems.every((stem) => moreStems.has(stem)));
  const more = telling.filter(({ quote: text }) => moreTold.test(text));
  if (own.length > 0) return withFigure(countedIn(more, own), own);
  return plan.continues?.how === 'focus'
    ? withFigure(
        more.find(({ steps }) => steps === 0),
        own,
      )
    : null;
}

function countedIn(sentences: readonly NearSentence[], own: readonly Sense[]): NearSentence | undefined {
  return sentences.find((each) => own.every((sense) => isHeld(sense, each.terms)) && figureBeside(each, own) !== null);
}

function withFigure(best: NearSentence | undefined, own: readonly Sense[]): Composed | null {
  if (!best) return null;
  const figure = figureBeside(best, own);
  const told = figure === null ? [] : [words(`**${asWritten(figure, best.quote)}** – `)];
  return { paragraphs: [[...told, quote(quotationOf(best))]] };
}

/** A year in the question tells which figure is meant better than a word for more does. */
function asksMore({ asked }: Plan): boolean {
  return moreAsked.test(asked) && !/\d/u.test(asked);
}

/** The figure with the word that makes it no exact one: "over 1,000". */
function asWritten(figure: string, sentence: string): string {
  const before = sentence.slice(0, sentence.indexOf(figure));
  return `${roughly.exec(before)?.[0] ?? ''}${figure}`;
}

const roughly = /\b(?:over|more than|nearly|almost|around|about|at least|up to|fewer than|less than) $/i;

/** A whole question that holds fewer words of its own may well be about something else. */
const fewestBeside = 2;
const moreAsked = /\bhow many (?:\p{L}+ )?(?:more|others?|extra|additional)\b|\bhow many\b.*\badded\b/iu;
const moreTold = /\b(?:additional|another|a further|further|extra|more(?! than)|uplift)\b/i;
const moreStems: ReadonlySet<string> = new Set(stemsOf('additional extra added others further leave left'));

/** Words that ask and name nothing. */
const asking: ReadonlySet<string> = new Set(
  stemsOf(
    'need needed matter important change changed introduce introduced happen happened do done set bring brought launch launched start started create created come apply applies want problem issue have make made decide decided point reason good help involve',
  ),
);

/** What the message names itself. */
function ownOf({ continues, senses }: Plan): readonly Sense[] {
  if (continues?.how === 'kind') return [];
  return senses.filter(({ stems }) => !stems.every((stem) => asking.has(stem)));
}

function quotationOf({ passage, sentence: { start, end } }: NearSentence): {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
} {
  return { passage, start, end };
}
