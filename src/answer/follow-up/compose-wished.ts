// What the points of a list that was shown have: measures, figures or dates that hang under them.
import type { AskedPoint, Continuation } from '../../domain/plan.ts';
import type { Passage } from '../../domain/passage.ts';
import { inLine, point, quote, textOf, words } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { figuresIn } from '../figures/differing-figures.ts';
import { composeHolding } from './compose-holding.ts';
import { tellsWhen } from '../tells/tells-when.ts';
import { following, listUnder, mostSentences, passagesOf, underHeading } from '../lists/under-point.ts';

const ofPoints: ReadonlySet<Continuation['wants']> = new Set<Continuation['wants']>(['measure', 'figure', 'date']);

/** Of each point what is wished for; of one alone what measures it whole. Null where nothing is there. */
export function composeWished(request: ComposeRequest, continues: Continuation): Composed | null {
  const { points, wants } = continues;
  if (wants === 'words') return composeHolding(request, continues);
  if (!ofPoints.has(wants)) return null;
  const found = points
    .map((asked) => ({ asked, passages: passagesOf(asked, request) }))
    .map(({ asked, passages }) => ({ named: quotationOf(asked, passages), under: wishedUnder(asked, wants, passages) }))
    .filter(({ under }) => under.length > 0);
  const [first] = found;
  if (!first) return null;
  if (points.length === 1)
    return { paragraphs: [...first.named.map((each) => [quote(each), words(':')]), ...first.under.map(point)] };
  const lines = found.map(({ named, under }) => [
    words('- '),
    ...named.flatMap((each) => [quote(each), words(': ')]),
    ...inLine(under.slice(0, mostSentences), ' '),
  ]);
  return { paragraphs: lines };
}

function wishedUnder(
  { name, place }: AskedPoint,
  wants: Continuation['wants'],
  passages: readonly Passage[],
): readonly Quotation[] {
  const list = listUnder(name, passages);
  const isWished = (quotation: Quotation): boolean => {
    const text = textOf(quotation);
    if (wants === 'date') return tellsWhen(text, 'by when');
    return wants === 'figure' ? figuresIn(text).length > 0 : measures.test(text);
  };
  if (wants === 'measure' && isTable(list)) return list;
  const headed = list.length > 0 ? list : underHeading(name, passages, Infinity);
  // What merely follows a sentence does not measure it.
  const after = wants === 'measure' ? [] : following(place, passages);
  return (headed.length > 0 ? headed : after).filter(isWished).slice(0, mostWished);
}

/** Figures or dates given of one point. */
const mostWished = 6;
const measures = /\d\s?%|\b(?:measur\w+|indicators?|KPIs?|scorecard|tracked|survey)\b/i;

/** Cells below a point stand there because they belong to it. */
function isTable(list: readonly Quotation[]): boolean {
  return (
    list.length > 0 &&
    list.every(({ passage, start, end }) =>
      passage.sentences.some((sentence) => sentence.kind === 'row' && sentence.start <= start && end <= sentence.end),
    )
  );
}

/** Empty where the passage is not there any more. */
function quotationOf({ place: { passageId, start, end } }: AskedPoint, passages: readonly Passage[]): Quotation[] {
  const passage = passages.find(({ id }) => id === passageId);
  return passage ? [{ passage, start, end }] : [];
}
