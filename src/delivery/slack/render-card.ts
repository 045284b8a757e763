// A card in Block Kit: the answer first, then what to bear in mind, each source with its exact words, and the buttons.
import { placeWords, plainWords, shorten } from '../../chat/card.ts';
import type { Card, CardPart, CardPlace, CardSource } from '../../chat/card.ts';
import { cardSummary } from '../../chat/render-card.ts';
import { actionIds, answerValue } from './actions.ts';
import type { AnswerKey } from './actions.ts';
import { button, context, section, slackLimits, textLength } from './blocks.ts';
import type { Block, Button, SlackMessage } from './blocks.ts';
import { escapeMrkdwn, mrkdwnLink, mrkdwnStrong } from './escape-mrkdwn.ts';
import { packSections, partMrkdwn } from './sections.ts';

/** Characters of a quotation in a source, the path to it and so on, before what escapes add to them. */
const lengths = {
  quote: 200,
  briefQuote: 80,
  place: 150,
  title: 150,
  notice: 500,
  summary: 1_000,
  question: 300,
  suggestion: 120,
  count: 90,
  plainQuote: 80,
  cutPart: 500,
} as const;
/** Sources in one message, for the blocks that they take; and nearest passages, of which more would look like an answer. */
const most = { sources: 30, plainSources: 8, related: 3, suggestions: 4, notices: 8, counts: 10 } as const;
/** Characters of all notices, and of all nearest passages, as they are written: the answer needs the rest of the room. */
const shareOfRoom = 2_500;
/** Sources that a text without blocks keeps, however long they are. */
const fewestPlainSources = 3;

export interface RenderOptions {
  /** Null where an answer is not kept, and so cannot be judged or shared. */
  readonly key: AnswerKey | null;
  /** The question, restated where the reader cannot see it; with who asked it where others are to know. */
  readonly asked?: { readonly question: string; readonly user: string | null };
  /** Whether only the asker sees it. */
  readonly isPrivate?: boolean;
  /** Whether the asker may still choose to share it. */
  readonly canShare?: boolean;
  /** Whom to turn to when the documents do not answer; null where nobody was named. */
  readonly humanContact: string | null;
}

/** Within every limit of Slack's; what does not fit stands behind “Open in full”. */
export function renderCard(card: Card, options: RenderOptions): SlackMessage {
  const usual = assemble(card, options, lengths.quote);
  if (!usual.isCut && fits(usual)) return usual.message;
  // Of a comparison the last document is the latest: the beginning of each quotation does before any is left out.
  const brief = assemble(card, options, lengths.briefQuote);
  if (!brief.isCut && fits(brief)) return brief.message;
  if (fits(usual)) return usual.message;
  // Whatever stands beside the answer gives way to it.
  const bare = { ...card, suggestions: [], related: [], counts: null, notices: card.notices.slice(0, 1) };
  return assemble(bare, options, lengths.quote).message;
}

interface Assembled {
  readonly message: SlackMessage;
  /** Whether something of the answer is left out. */
  readonly isCut: boolean;
}

function fits({ message }: Assembled): boolean {
  return textLength(message.blocks) <= slackLimits.message;
}

/** @param quoted characters of the quotation in a source. */
function assemble(card: Card, options: RenderOptions, quoted: number): Assembled {
  const before = options.asked ? [context(askedWords(options.asked))] : [];
  const after = [...noticeBlocks(card), ...countBlocks(card), ...nearestBlocks(card), ...suggestionBlocks(card)];
  const actions = actionBlocks(card, options);
  const room = slackLimits.message - textLength([...before, ...after, ...actions]) - footerRoom(card, options);
  const { parts, sources, isCut } = fitParts(card, room, quoted);
  const message: SlackMessage = {
    text: summaryText(card),
    blocks: [
      ...before,
      ...packSections(parts).map(section),
      ...after,
      ...sources.map((source) => context(sourceLine(source, quoted, '\n'))),
      context(...footerWords(card, options, isCut)),
      ...actions,
    ],
  };
  return { message, isCut };
}

/** For a Slack that takes no blocks of ours: the same answer in one text, with its sources. */
export function renderPlainCard(card: Card, options: RenderOptions): string {
  const sources = withinShare(
    card.sources.slice(0, most.plainSources).map((source) => sourceLine(source, lengths.plainQuote)),
    fewestPlainSources,
  );
  const asked = options.asked ? [askedWords(options.asked)] : [];
  const tail = [...sources, ...footerWords(card, options, false)].join('\n');
  const words = [card.lead, ...card.points]
    .map((part) => `${part.kind === 'point' ? '• ' : ''}${plainWords(part)}`)
    .join('\n');
  // Escapes take room too: what is left of it is for the words as they are written.
  const room = slackLimits.plainText - tail.length - asked.join('').length - 10;
  let body = escapeLines(shorten(words, Math.max(room, 500)));
  if (body.length > room) body = escapeLines(shorten(words, Math.max(Math.floor(room / 3), 150)));
  return [...asked, body, tail].join('\n');
}

function escapeLines(text: string): string {
  return text.split('\n').map(escapeMrkdwn).join('\n');
}

function summaryText(card: Card): string {
  return escapeMrkdwn(shorten(cardSummary(card), lengths.summary));
}

interface Fitted {
  readonly parts: readonly CardPart[];
  readonly sources: readonly CardSource[];
  readonly isCut: boolean;
}

/** Parts in order, each with the sources that it names, for as long as there is room for both. */
function fitParts({ lead, points, sources }: Card, room: number, quoted: number): Fitted {
  const parts: CardPart[] = [];
  const named = new Set<number>();
  let left = room;
  for (const part of [lead, ...points]) {
    const fresh = sources.filter(({ n }) => part.sources.includes(n) && !named.has(n));
    const cost =
      partMrkdwn(part).length + 2 + fresh.reduce((sum, source) => sum + sourceLine(source, quoted, '\n').length, 0);
    const hasRoom = cost <= left && named.size + fresh.length <= most.sources;
    if (!hasRoom && parts.length > 0) break;
    // The first is said whatever its length: it is the answer.
    for (const { n } of hasRoom ? fresh : fewOf(fresh)) named.add(n);
    parts.push(hasRoom ? part : cutPart(part));
    left -= cost;
    if (!hasRoom) break;
  }
  const isCut = parts.length < 1 + points.length || parts.some((part, at) => part !== [lead, ...points][at]);
  return { parts, sources: sources.filter(({ n }) => named.has(n)), isCut };
}

/** Sources of a part that is cut: those that take no more than a share of the room, and always one. */
function fewOf(sources: readonly CardSource[]): readonly CardSource[] {
  return sources.slice(0, Math.max(1, withinShare(sources.map(sourceWords)).length));
}

function cutPart(part: CardPart): CardPart {
  return { ...part, runs: [{ style: 'plain', text: shorten(plainWords(part), lengths.cutPart) }] };
}

function sourceWords(source: CardSource): string {
  return sourceLine(source, lengths.quote, '\n');
}

function sourceLine(source: CardSource, quoted: number, gap = ' '): string {
  const { n, title, standing, url, quote } = source;
  const place = nearestHeadings(source);
  const where = place === '' ? '' : ` › ${escapeMrkdwn(place)}`;
  return `[${n}] *${mrkdwnLink(url, shorten(title, lengths.title))}* (${escapeMrkdwn(standing)})${where}${gap}“${escapeMrkdwn(shorten(quote, quoted))}”`;
}

/** Of a long way down to a place, the headings nearest to it. */
function nearestHeadings(place: CardPlace): string {
  const kept = place.section.findIndex((_heading, at) => placeWords(cutPath(place, at)).length <= lengths.place);
  const at = kept < 0 ? Math.max(place.section.length - 1, 0) : kept;
  return shorten(`${at > 0 ? '… › ' : ''}${placeWords(cutPath(place, at))}`, lengths.place + '… › '.length);
}

function cutPath({ section: path, page }: CardPlace, at: number): Pick<CardPlace, 'section' | 'page'> {
  return { section: path.slice(at), page };
}

function placeLine(place: CardPlace): string {
  const where = nearestHeadings(place);
  const path = where === '' ? '' : ` › ${escapeMrkdwn(where)}`;
  return `${mrkdwnLink(place.url, shorten(place.title, lengths.title))}${path}\n${escapeMrkdwn(shorten(place.quote, lengths.quote))}`;
}

function noticeBlocks({ notices }: Card): Block[] {
  const words = notices
    .slice(0, most.notices)
    .map((notice) => `*Note:* ${escapeMrkdwn(shorten(notice, lengths.notice))}`);
  return words.length === 0 ? [] : [context(...withinShare(words))];
}

function countBlocks({ counts }: Card): Block[] {
  if (counts === null) return [];
  const lines = counts.lines.slice(0, most.counts).map((line) => `• ${escapeMrkdwn(shorten(line, lengths.count))}`);
  return [context([mrkdwnStrong(shorten(counts.heading, lengths.title)), ...lines].join('\n'))];
}

/** The first ones that fit, and `fewest` whether they do or not. */
function withinShare(lines: readonly string[], fewest = 1): string[] {
  let left = shareOfRoom;
  return lines.filter((line, at) => (left -= line.length) >= 0 || at < fewest);
}

/** Under words that keep them from being taken for sources. */
function nearestBlocks({ related }: Card): Block[] {
  if (related.length === 0) return [];
  const lines = related.slice(0, most.related).map(placeLine);
  return [
    section(mrkdwnStrong('Nearest passages, which do not answer it')),
    ...withinShare(lines).map((line) => context(line)),
  ];
}

function suggestionBlocks({ suggestions }: Card): Block[] {
  if (suggestions.length === 0) return [];
  const lines = suggestions
    .slice(0, most.suggestions)
    .map((text) => `• ${escapeMrkdwn(shorten(text, lengths.suggestion))}`);
  return [section([mrkdwnStrong('You could ask'), ...lines].join('\n'))];
}

/** The question as it was asked, and by whom where others are to know. */
export function askedWords({ question, user }: NonNullable<RenderOptions['asked']>): string {
  const words = `“${escapeMrkdwn(shorten(question, lengths.question))}”`;
  return user === null ? `You asked: ${words}` : `<@${user}> asked: ${words}`;
}

function footerWords(
  { openUrl, abstained }: Card,
  { humanContact, isPrivate }: RenderOptions,
  isCut: boolean,
): string[] {
  return [
    `${isCut ? 'There is more: ' : ''}${mrkdwnLink(openUrl, 'Open in full')}`,
    ...(abstained && humanContact !== null ? [`A person may know: ${escapeMrkdwn(humanContact)}`] : []),
    ...(isPrivate ? ['Only you see this.'] : []),
  ];
}

function footerRoom(card: Card, options: RenderOptions): number {
  return footerWords(card, options, true).join('').length;
}

function actionBlocks({ status }: Card, { key, canShare = false }: RenderOptions): Block[] {
  if (key === null) return [];
  const value = answerValue(key);
  const judging: Button[] = [
    button(actionIds.helpful, value, { label: 'Helpful', spoken: 'This answer was helpful' }),
    button(actionIds.unhelpful, value, { label: 'Not helpful', spoken: 'This answer was not helpful' }),
  ];
  const sharing: Button[] = [
    button(actionIds.share, value, { label: 'Share', spoken: 'Share this answer with everyone in this conversation' }),
    button(actionIds.keep, value, { label: 'Keep', spoken: 'Keep this answer to yourself' }),
  ];
  const elements = [...(status === 'chat' ? [] : judging), ...(canShare ? sharing : [])];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
