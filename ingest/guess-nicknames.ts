// What people may call a document beside its title, where no catalogue says: whose it is, and its title in short, where
// either tells it from the folder's other documents.
import type { DocumentId } from '../src/domain/ids.ts';

/** A document with the lines of its title page. */
export interface TitledDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly page: readonly string[];
  readonly text: string;
}

/** Words of many an organisation's name and of many a title, which tell none from another. */
const generic = new Set(
  (
    'and association authority board borough care children city college community constabulary corporate council county department district draft fire five force for foundation free from ' +
    'group health homes hospital hospitals housing in local management metropolitan ministry national new nhs of office on our park partnership plan plans police policy public rescue royal ' +
    'school service services society strategic strategy summary the three to trust united university version vision with year years'
  ).split(' '),
);
const bodyName =
  /\b(?:trust|council|service|authority|university|college|association|homes|police|force|department|board|society|foundation|hospitals?)\b/iu;
/** Bodies that are spoken of by what they are; `the hospital` means the one document of a hospital. */
const bodies = ['hospital', 'university', 'council', 'charity', 'library', 'college', 'school', 'association'];
const partMark = /[:–—(),|]|\s-\s|\d[\d/–-]*/u;
/** A shorter name would be found in other words' places. */
const shortest = 4;

/** Names in lower case for each document; none where no name is a document's own. */
export function guessNicknames(documents: readonly TitledDocument[]): ReadonlyMap<DocumentId, readonly string[]> {
  const texts = documents.map(({ text }) => text.toLowerCase());
  return new Map(
    documents.map((document, index) => {
      const isOwn = (name: string): boolean =>
        name.length >= shortest && texts.every((text, other) => other === index || !text.includes(name));
      const names = [
        ...new Set(
          linesOf(document)
            .flatMap(namesIn)
            .map((name) => name.toLowerCase()),
        ),
      ].filter(isOwn);
      const others = documents.filter((other) => other !== document);
      return [document.id, documents.length < 2 ? [] : [...names, ...bodiesOf(document, others)]];
    }),
  );
}

/** Without those that say how the document stands. */
function linesOf({ title, page }: TitledDocument): string[] {
  return [title, ...page.filter((line) => !/\b(?:draft|consultation|version|not yet)\b/iu.test(line))];
}

/** The words that a line begins with and that are nobody else's, together; of an organisation's name each alone too. */
function namesIn(line: string): string[] {
  return line.split(partMark).flatMap((part) => {
    const words = part.trim().split(/\s+/u);
    const isTelling = (word: string): boolean => /^\p{Lu}[\p{L}’'-]+$/u.test(word) && !generic.has(word.toLowerCase());
    const end = words.findIndex((word) => !isTelling(word));
    const run = words.slice(0, end < 0 ? words.length : end);
    const together = run.length > 1 ? [run.join(' ')] : [];
    return bodyName.test(part) ? [...together, ...words.filter(isTelling)] : together;
  });
}

function bodiesOf(document: TitledDocument, others: readonly TitledDocument[]): string[] {
  const names = (each: TitledDocument, body: string): boolean =>
    new RegExp(String.raw`\b${body}s?\b(?!\s(?:${bodies.join('|')}))`, 'iu').test(linesOf(each).join('\n'));
  return bodies
    .filter((body) => names(document, body) && !others.some((other) => names(other, body)))
    .map((body) => `the ${body}`);
}
