// A card as Markdown and as plain text, for channels that have no markup of their own.
import { placeWords, plainWords } from './card.ts';
import type { Card, CardPart, CardPlace, CardSource } from './card.ts';
import type { Run } from './card-runs.ts';
import { escapeInline, escapeLine } from './escape-markdown.ts';

/** Markdown in which nothing that documents or people wrote is taken for markup. */
export function cardMarkdown(card: Card): string {
  return joined([
    partsText([card.lead, ...card.points], markdownRuns),
    ...card.notices.map((notice) => `> **Note:** ${escapeInline(notice)}`),
    card.counts &&
      listed(
        `**${escapeInline(card.counts.heading)}**`,
        card.counts.lines.map((line) => `- ${escapeLine(line)}`),
      ),
    listed('**Sources**', card.sources.map(markdownSource)),
    listed('**Nearest passages, which do not answer it**', card.related.map(markdownPlace)),
    listed(
      '**You could ask**',
      card.suggestions.map((text) => `- ${escapeLine(text)}`),
    ),
    `[Open in full](<${card.openUrl}>)`,
  ]);
}

/** Words alone, with the addresses written out. */
export function cardText(card: Card): string {
  return joined([
    partsText([card.lead, ...card.points], (runs) => runs.map(({ text }) => text).join('')),
    ...card.notices.map((notice) => `Note: ${notice}`),
    card.counts &&
      listed(
        card.counts.heading,
        card.counts.lines.map((line) => `- ${line}`),
      ),
    listed('Sources', card.sources.map(plainSource)),
    listed(
      'Nearest passages, which do not answer it',
      card.related.map((place) => `- ${heading(place)}\n  ${place.url}`),
    ),
    listed(
      'You could ask',
      card.suggestions.map((text) => `- ${text}`),
    ),
    `Open in full: ${card.openUrl}`,
  ]);
}

/** What is read out and shown in a notification: the first part of the answer. */
export function cardSummary({ lead }: Card): string {
  return plainWords(lead);
}

function partsText(parts: readonly CardPart[], words: (runs: readonly Run[]) => string): string {
  return parts
    .map((part, at) => {
      const follows = part.kind === 'point' && parts[at - 1]?.kind === 'point';
      return `${at === 0 ? '' : follows ? '\n' : '\n\n'}${part.kind === 'point' ? '- ' : ''}${words(part.runs)}`;
    })
    .join('');
}

function markdownRuns(runs: readonly Run[]): string {
  const marks = { plain: '', strong: '**', emphasis: '*' } as const;
  return runs.map(({ style, text }) => `${marks[style]}${escapeWords(text)}${marks[style]}`).join('');
}

/** Markers lead nowhere in Markdown, and are read better as they are. */
function escapeWords(text: string): string {
  return escapeInline(text).replaceAll(/\\\[(?<n>\d{1,3})\\\]/gu, '[$<n>]');
}

function markdownSource({ n, standing, ...place }: CardSource): string {
  return `${n}. [${escapeInline(place.title)}](<${place.url}>) (${escapeInline(standing)})${markdownWhere(place)}: “${escapeInline(place.quote)}”`;
}

function markdownPlace(place: CardPlace): string {
  return `- [${escapeInline(place.title)}](<${place.url}>)${markdownWhere(place)}`;
}

function markdownWhere(place: CardPlace): string {
  const words = placeWords(place);
  return words === '' ? '' : ` › ${escapeInline(words)}`;
}

function plainSource({ n, standing, ...place }: CardSource): string {
  return `[${n}] ${place.title} (${standing})${where(place)}\n    “${place.quote}”\n    ${place.url}`;
}

function heading(place: CardPlace): string {
  return `${place.title}${where(place)}`;
}

function where(place: CardPlace): string {
  const words = placeWords(place);
  return words === '' ? '' : ` › ${words}`;
}

function listed(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}\n\n${entries.join('\n')}`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}
