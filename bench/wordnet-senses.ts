// The senses of WordNet's words, and how they are related, read from its database files (wndb(5WN) and senseidx(5WN) tell their form).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const partsOfSpeech = ['n', 'v', 'a', 'r'] as const;
type PartOfSpeech = (typeof partsOfSpeech)[number];

const fileNames: Readonly<Record<PartOfSpeech, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
/** By the number that the index of senses has for it; 5 is an adjective that stands with another. */
const numbered: Readonly<Record<string, PartOfSpeech>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };

/** Senses are kept by these: a set of synonyms has the same offset for each of its words. */
export interface Sense {
  readonly word: string;
  readonly set: string;
}

export interface Relation {
  /** `!` an antonym; `+`, `\` and `<` a word that another is derived from. */
  readonly symbol: string;
  readonly from: Sense;
  readonly to: Sense;
}

export interface WordnetSenses {
  /** The words of each set of synonyms, in the order of the files. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Between two words; what holds between whole sets is left out. */
  readonly relations: readonly Relation[];
  /** How often a word was found in the texts that WordNet counted, in all its senses. */
  readonly uses: (word: string) => number;
  /** Whether a word is mostly meant so: it is the first of its senses, or a good part of its uses. */
  readonly isUsual: (sense: Sense) => boolean;
}

/** Least share of a word's uses, and least number of them, of a sense that is not its first. */
const leastShare = 0.12;
const leastUses = 2;

/** @param folder with `data.noun`, `index.sense` and the others. @throws as the file system does. */
export function readWordnet(folder: string): WordnetSenses {
  const read = partsOfSpeech.flatMap((part) =>
    linesOf(join(folder, `data.${fileNames[part]}`)).map((fields) => readSet(fields, part)),
  );
  const sets = new Map(read.map(({ set, words }) => [set, words]));
  const relations = read.flatMap(({ set, words, pointers }) =>
    pointers.flatMap(({ symbol, from, target, to }) => {
      const [word, other] = [words[from - 1], sets.get(target)?.[to - 1]];
      if (word === undefined || other === undefined) return [];
      return [{ symbol, from: { word, set }, to: { word: other, set: target } }];
    }),
  );
  return { sets, relations, ...readCounts(join(folder, 'index.sense')) };
}

interface Pointer {
  readonly symbol: string;
  /** The set that it leads to. */
  readonly target: string;
  /** Which of the words of either set it is between, from 1; 0 where it is between the sets. */
  readonly from: number;
  readonly to: number;
}

interface SetOfSynonyms {
  readonly set: string;
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

function readSet(fields: readonly string[], part: PartOfSpeech): SetOfSynonyms {
  // The count of words is hexadecimal, that of pointers decimal.
  const count = Number.parseInt(fields[3] ?? '', 16);
  const words = Array.from({ length: count }, (_, at) => plainWord(fields[4 + 2 * at]));
  const first = 5 + 2 * count;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, number) => {
    const at = first + 4 * number;
    const [symbol = '', offset = '', kind = '', between = ''] = fields.slice(at, at + 4);
    const [from, to] = [between.slice(0, 2), between.slice(2)].map((digits) => Number.parseInt(digits, 16));
    return { symbol, target: (kind === 's' ? 'a' : kind) + offset, from: from ?? 0, to: to ?? 0 };
  });
  return { set: `${part}${fields[0]}`, words, pointers };
}

function readCounts(path: string): Pick<WordnetSenses, 'uses' | 'isUsual'> {
  const senses = new Map<string, { readonly uses: number; readonly number: number }>();
  const totals = new Map<string, number>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, word = '', kind = '', offset = '', number, uses] = /^([^%]+)%(\d):\S+ (\d+) (\d+) (\d+)/u.exec(line) ?? [];
    const part = numbered[kind];
    if (part === undefined) continue;
    senses.set(`${word} ${part}${offset}`, { uses: Number(uses), number: Number(number) });
    totals.set(word, (totals.get(word) ?? 0) + Number(uses));
  }
  const usesOf = (word: string): number => totals.get(word) ?? 0;
  return {
    uses: usesOf,
    isUsual({ word, set }) {
      const sense = senses.get(`${word} ${set}`);
      if (sense === undefined) return false;
      return sense.number === 1 || (sense.uses >= leastUses && sense.uses / usesOf(word) >= leastShare);
    },
  };
}

/** The fields of each set of synonyms, without its gloss. The files begin with their licence. */
function linesOf(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => /^\d{8} /u.test(line)).map((line) => line.split(' | ', 1)[0]?.trim().split(' ') ?? []);
}

/** Without the note in brackets that tells where an adjective may stand. */
function plainWord(field = ''): string {
  return field.replace(/\(.*\)$/u, '').toLowerCase();
}
