// What was quoted last, in another form: where each quotation stands, or the first of them alone.
import type { CitedPlace } from '../../domain/conversation.ts';
import { quotationAt, quote, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import { nameOf } from '../rank/request.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';

/** Places told of: more are a list that the sources show better. */
const mostPlaces = 4;

/** Null where the question does not ask for a form, or what was quoted is not there any more. */
export function composeForm(request: ComposeRequest): Composed | null {
  const { continues } = request.plan;
  if (continues?.how !== 'place' && continues?.how !== 'short') return null;
  const quoted = continues.cited.flatMap((place) => quotationOf(place, request));
  const [first] = quoted;
  if (!first) return null;
  if (continues.how === 'place')
    return { paragraphs: quoted.slice(0, mostPlaces).map((each) => placeOf(each, request)) };
  const isWhole = quoted.length === 1;
  return {
    paragraphs: [[...(isWhole ? [words('The document’s own words, as short as they are: ')] : []), quote(first)]],
  };
}

function quotationOf({ passageId, start, end }: CitedPlace, { shown = [] }: ComposeRequest): Quotation[] {
  const quotation = quotationAt(
    { start, end },
    shown.filter(({ id }) => id === passageId),
  );
  return quotation ? [quotation] : [];
}

/** The document, the headings over the words, and the page where the text numbers its pages. */
function placeOf(quotation: Quotation, { documents }: ComposeRequest): Paragraph {
  const { documentId, section, page } = quotation.passage;
  const document = nameOf(documents.find(({ id }) => id === documentId));
  const headings = section.length === 0 ? '' : `, under *${section.join(' › ')}*`;
  const pages = page === null ? '' : `, page ${page}`;
  return [words(`**${document}**${headings}${pages}: `), quote(quotation)];
}
