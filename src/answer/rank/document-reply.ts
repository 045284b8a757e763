// What the catalogue tells of the documents themselves, in own words: titles, years, status, and which came later. Nothing is added to it.
import type { DocumentDescription, DocumentStatus } from '../../domain/document.ts';
import type { DocumentId } from '../../domain/ids.ts';
import type { DocumentAside } from '../../domain/plan.ts';

export interface DocumentSize {
  readonly words: number;
  /** The last page that the text itself numbers; null where it numbers none. */
  readonly pages: number | null;
}

export type DocumentSizes = ReadonlyMap<DocumentId, DocumentSize>;

/** Lines of Markdown. @param documents those that are searched, oldest first. */
export function documentReply(
  { asks, of }: DocumentAside,
  documents: readonly DocumentDescription[],
  sizes: DocumentSizes,
): string {
  const asked = documents.filter(({ id }) => of.includes(id));
  if (asks === 'which') return whichThereAre(documents);
  if (asks === 'current') return whichIsLatest(documents);
  const tell = { status: statusOf, years: yearsOf, size: sizeOf }[asks];
  return asked.map((document) => tell(document, { documents, sizes })).join('\n\n');
}

interface Known {
  readonly documents: readonly DocumentDescription[];
  readonly sizes: DocumentSizes;
}

const statusWords: Readonly<Record<DocumentStatus, string>> = {
  draft: 'It is a draft.',
  'for consultation': 'It was published for consultation, is not final, and may still change.',
  published: 'It was published; nothing marks it as a draft.',
  'web page': 'It is a web page.',
  unknown: 'Whether it is final is not recorded.',
};

function whichThereAre(documents: readonly DocumentDescription[]): string {
  if (documents.length === 0) return 'No document fits what the search is limited to.';
  const lines = documents.map(({ title, years, status }) => {
    const facts = [years ? period(years) : 'undated', ...(status === 'unknown' ? [] : [status])];
    return `- ${title} (${facts.join(', ')})`;
  });
  return [
    `I answer from ${documents.length === 1 ? 'one document' : 'these documents'}, oldest first:`,
    '',
    ...lines,
  ].join('\n');
}

function whichIsLatest(documents: readonly DocumentDescription[]): string {
  const dated = documents.filter(({ years }) => years !== null);
  const latest = dated.at(-1);
  if (!latest) return 'None of the documents has its years recorded, so which is the latest is not known.';
  const before = dated.at(-2);
  const earlier = before ? ` The one before it is ${nameWithYears(before)}.` : '';
  return `The latest is **${latest.title}**, for ${period(latest.years)}. ${statusWords[latest.status]}${earlier}`;
}

function statusOf(document: DocumentDescription, { documents }: Known): string {
  const later = documents.slice(documents.indexOf(document) + 1).filter(({ years }) => years !== null);
  const place =
    later.length === 0
      ? 'It is the latest of the documents here.'
      : `It is not the latest: ${later.map(nameWithYears).join('; ')} came after it.`;
  const years = document.years ? ` covers ${period(document.years)}` : ' has no years recorded';
  return `**${document.title}**${years}. ${statusWords[document.status]} ${place}${noteOf(document)}`;
}

function yearsOf(document: DocumentDescription): string {
  const { title, years } = document;
  if (!years) return `**${title}** has no years recorded.`;
  const last = years.to > years.from ? `; its last year is ${years.to}` : '';
  return `**${title}** covers ${period(years)}${last}. No day is recorded.${noteOf(document)}`;
}

/** What the catalogue notes of where the text is from. */
function noteOf({ sourceNote }: DocumentDescription): string {
  return sourceNote === '' ? '' : ` ${sourceNote}`;
}

function sizeOf({ id, title }: DocumentDescription, { sizes }: Known): string {
  const size = sizes.get(id);
  if (!size) return `How long **${title}** is was not counted.`;
  const pages = size.pages === null ? '' : ` The last page that it numbers is ${size.pages}.`;
  return `**${title}** has about ${roundedTo(size.words, 100).toLocaleString('en-GB')} words as it is held here.${pages}`;
}

function roundedTo(count: number, step: number): number {
  return Math.max(step, Math.round(count / step) * step);
}

function nameWithYears({ shortTitle, years }: DocumentDescription): string {
  return years && !/\d{4}/u.test(shortTitle) ? `${shortTitle} (${period(years)})` : shortTitle;
}

function period(years: DocumentDescription['years']): string {
  if (!years) return 'years that are not recorded';
  return years.from === years.to ? String(years.from) : `${years.from} to ${years.to}`;
}
