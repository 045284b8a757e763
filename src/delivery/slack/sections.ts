// Words of an answer in sections that Slack takes. They are parted between sentences, never inside a quotation, a link or bold words.
import type { CardPart } from '../../chat/card.ts';
import { shorten } from '../../chat/card.ts';
import { slackLimits } from './blocks.ts';
import { escapeMrkdwn, mrkdwnStrong } from './escape-mrkdwn.ts';

/** A text that stands in one section whole. */
type Atom = string;

/** Longest words that are kept whole; their escapes may take three times the room. */
const longestAtom = 2_400;
/** Words of a quotation that is cut, so that it fits whatever its characters are. */
const cutAtom = 900;

/** Sections of at most Slack's length, in order. */
export function packSections(parts: readonly CardPart[]): string[] {
  const sections: string[] = [];
  let current = '';
  for (const [at, part] of parts.entries()) {
    const follows = part.kind === 'point' && parts[at - 1]?.kind === 'point';
    const gap = current === '' ? '' : follows ? '\n' : '\n\n';
    for (const [index, atom] of atomsOf(part).entries()) {
      const addition = index === 0 ? `${gap}${atom}` : atom;
      if (current.length + addition.length <= slackLimits.sectionText) current += addition;
      else {
        sections.push(current.trimEnd());
        current = atom.trimStart();
      }
    }
  }
  return [...sections, current.trimEnd()].filter((text) => text !== '');
}

/** A part as Slack shows it. */
export function partMrkdwn(part: CardPart): string {
  return atomsOf(part).join('');
}

function atomsOf({ kind, runs }: CardPart): Atom[] {
  let depth = 0;
  const atoms = runs.flatMap(({ style, text }) => {
    const sentences = sentencesOf(text, depth);
    depth = Math.max(0, depth + balance(text));
    return sentences.map((words) => renderWords(fitting(words), style));
  });
  const [first = '', ...rest] = joinQuoted(atoms);
  return [kind === 'point' ? `• ${first}` : first, ...rest];
}

/** Runs within one quotation belong together. */
function joinQuoted(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = [];
  let open = 0;
  for (const atom of atoms) {
    const fits = (joined.at(-1)?.length ?? 0) + atom.length <= slackLimits.sectionText;
    if (open > 0 && fits) joined.push(`${joined.pop() ?? ''}${atom}`);
    else joined.push(atom);
    open = Math.max(0, open + balance(atom));
  }
  return joined;
}

function renderWords(words: string, style: CardPart['runs'][number]['style']): string {
  if (style === 'strong') return mrkdwnStrong(words);
  return escapeMrkdwn(words);
}

/** Cuts after the end of a sentence outside quotations, with the markers and the space that follow it. */
function sentencesOf(text: string, depth: number): string[] {
  const sentences: string[] = [];
  let open = depth;
  let from = 0;
  for (const found of text.matchAll(/[“”]|[.!?;](?:\s*\[\d{1,3}\])*\s+|\]\s+/gu)) {
    const [mark] = found;
    if (mark === '“') open += 1;
    else if (mark === '”') open = Math.max(0, open - 1);
    else if (open === 0) {
      sentences.push(text.slice(from, found.index + mark.length));
      from = found.index + mark.length;
    }
  }
  return [...sentences, text.slice(from)].filter((sentence) => sentence !== '');
}

/** Whatever is too long for a section is cut, and says so; the whole of it stands behind the link. */
function fitting(words: string): string {
  if (escapeMrkdwn(words).length <= longestAtom) return words;
  return `${shorten(words, cutAtom)}${balance(words) === 0 && words.includes('“') ? '” ' : ' '}`;
}

function balance(text: string): number {
  return text.split('“').length - text.split('”').length;
}
