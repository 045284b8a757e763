// A stated list whole: every item quoted, in the document's order, under the words or the heading that introduce it.
import { bareWords } from '../../text/bare-words.ts';
import { composeFact } from './compose-fact.ts';
import { listCandidates } from '../lists/list-candidates.ts';
import { listFeatureNames, listFeatures } from '../lists/list-features.ts';
import type { ListFeatures } from '../lists/list-features.ts';
import { listWeights } from '../lists/list-weights.ts';
import type { ListItem, StatedList } from '../lists/stated-list.ts';
import { quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';

/** Items of one list that are quoted; a longer list says that it goes on. */
const mostItems = 16;
/** A list of no more words than this, over all its items, is quoted with what it says of each. */
const wordsInWhole = 140;
/** An item named in no more words than this says little without the sentence after it. */
const shortName = 3;
/** Words that introduce a list but are no more than this need its heading beside them. */
const bareLead = 6;
/** Such sentences are added as long as the list stays within so many words. */
const wordsWithSentences = 260;

export function composeList(request: ComposeRequest): Composed | null {
  const list = chooseList(request, listCandidates(request));
  return list
    ? composeStatedList(list, request)
    : composeFact({ ...request, plan: { ...request.plan, intent: 'fact' } });
}

/** The list under what introduces it. */
export function composeStatedList(list: StatedList, request: ComposeRequest): Composed {
  if (list.within) return { paragraphs: [sentence(list, list.within)] };
  const shown = list.items.slice(0, mostItems);
  const points = shown.map((item): Paragraph => [words('- '), ...itemPieces(item, formFor(shown))]);
  const rest: Paragraph[] = list.items.length > shown.length ? [[words('The list goes on in the document.')]] : [];
  return { paragraphs: [...introduction(list, request), ...points, ...rest] };
}

/** The list of these most likely asked for; null where single sentences are more likely to answer. */
export function chooseList(request: ComposeRequest, lists: readonly StatedList[]): StatedList | null {
  const rows = listFeatures(lists, request);
  let best: StatedList | null = null;
  let most = scoreOf(rows.none);
  lists.forEach((list, at) => {
    const features = rows.lists[at];
    const score = features ? scoreOf(features) : -Infinity;
    if (score > most) [best, most] = [list, score];
  });
  return best;
}

function scoreOf(features: ListFeatures): number {
  return listFeatureNames.reduce((sum, name) => sum + listWeights[name] * (features[name] ?? 0), 0);
}

/** A list within a sentence is the sentence, under its lead-in. */
function sentence({ lead }: StatedList, within: Quotation): Paragraph {
  return lead ? [quote(lead), words(' '), quote(within)] : [quote(within)];
}

function introduction({ lead, path }: StatedList, request: ComposeRequest): Paragraph[] {
  const heading = headingOf(path, request);
  // "We'll do this by:" says nothing of what.
  const isBare = lead !== null && textOf(lead).split(/\s+/u).length <= bareLead;
  if (lead && heading && isBare && lead.start > heading.end) return [[quote(heading), words(' – '), quote(lead)]];
  if (lead) return [[quote(lead)]];
  if (heading) return [[quote(heading)]];
  return path.length === 0 ? [] : [[words('Under its heading:')]];
}

/** The heading where it stands in the text; null where no passage holds it. */
function headingOf(path: readonly string[], { surroundings }: ComposeRequest): Quotation | null {
  const name = bareWords(path.at(-1) ?? '');
  for (const passage of [...surroundings.values()].flat()) {
    if (passage.section.join('\n') !== path.join('\n')) continue;
    const found = passage.sentences
      .filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => ({ passage, start, end }))
      .find((heading) => name.endsWith(bareWords(textOf(heading))));
    if (found) return found;
  }
  return null;
}

type ItemForm = 'whole' | 'name' | 'name and sentence';

function formFor(items: readonly ListItem[]): ItemForm {
  const count = (part: (item: ListItem) => Quotation): number =>
    items.reduce((sum, item) => sum + textOf(part(item)).split(/\s+/u).length, 0);
  if (count(({ whole }) => whole) <= wordsInWhole) return 'whole';
  return count(({ name }) => name) <= items.length * shortName && count(firstSentence) <= wordsWithSentences
    ? 'name and sentence'
    : 'name';
}

function itemPieces(item: ListItem, form: ItemForm): Paragraph {
  const { name, whole } = item;
  if (form === 'name' || whole.end === name.end) return [quote(name)];
  const rest = form === 'whole' ? afterName(item) : firstSentence(item);
  // A line over its text is no part of the sentence after it.
  if (standsApart(name) && rest.start > name.end) return [quote(name), words(' – '), quote(rest)];
  return [quote(form === 'whole' ? whole : name)];
}

function standsApart({ passage, start }: Quotation): boolean {
  const kind = passage.sentences.find((each) => each.start <= start && start < each.end)?.kind;
  return kind === 'heading' || kind === 'item';
}

/** What the item says beyond its name. */
function afterName({ name, whole }: ListItem): Quotation {
  const sentences = whole.passage.sentences.filter(({ start, end }) => start >= name.end && end <= whole.end);
  const first = sentences[0];
  return first ? { ...whole, start: first.start } : whole;
}

/** The first sentence after the name. */
function firstSentence({ name, whole }: ListItem): Quotation {
  const next = whole.passage.sentences.find(({ start, end }) => start >= name.end && end <= whole.end);
  return next ? { ...whole, start: next.start, end: next.end } : name;
}
