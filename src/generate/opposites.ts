// Words of which the one must not take the other's place.
import { rememberWords } from '../text/remember-words.ts';
import { terms } from '../text/tokens.ts';
import { isSaid } from './synonyms.ts';

const sides: readonly (readonly [string, string])[] = [
  [
    String.raw`increas\w*|ris(?:e|es|en|ing)|rose|rais\w*|gr[eo]w\w*|expand\w*|higher|boost\w*|gain\w*|up(?=\s+(?:by|from|to|\p{N}))`,
    String.raw`decreas\w*|reduc\w*|fall\w*|fell|cut\w*|minimis\w*|lessen\w*|shrink\w*|shrunk|shrank|lower\w*|drop\w*|declin\w*|lost|los(?:e|es|ing)|down(?=\s+(?:by|from|to|\p{N}))`,
  ],
  [String.raw`more`, String.raw`few(?:er)?|less`],
  [String.raw`improv\w*|better`, String.raw`worsen\w*|worse`],
  [String.raw`large|big`, String.raw`small`],
  [String.raw`strong\w*|strengthen\w*`, String.raw`weak\w*`],
  [String.raw`widen\w*|wider|broad\w*|grow\w*|grew`, String.raw`narrow\w*|clos(?:e|es|ed|ing)|shrink\w*`],
  [String.raw`before|earlier|prior`, String.raw`after|later`],
  [
    String.raw`start\w*|begin\w*|launch\w*|introduc\w*|continu\w*|creat\w*|keep\w*|maintain\w*|open\w*|remain\w*`,
    String.raw`end(?:s|ed|ing)?|stop(?:s|ped|ping)?|clos(?:e|es|ed|ing|ure)|abolish\w*|withdr\w*|scrap\w*|remov\w*|abandon\w*|replac\w*`,
  ],
  [String.raw`above|over`, String.raw`below|under`],
  [String.raw`doubl\w*`, String.raw`halv\w*|half`],
  [String.raw`able`, String.raw`unable`],
  [String.raw`agree[sd]?|agreeing|support(?:s|ed)?|accept\w*`, String.raw`disagree\w*|oppos\w*|reject\w*`],
  [String.raw`includ\w*`, String.raw`exclud\w*|without`],
  [String.raw`internal\w*`, String.raw`external\w*`],
  [String.raw`permanent\w*`, String.raw`temporar\w*`],
  [String.raw`safe\w*`, String.raw`unsafe|danger\w*`],
  [String.raw`centralis\w*`, String.raw`decentralis\w*|devolv\w*`],
  [String.raw`voluntar\w*|optional\w*`, String.raw`compulsor\w*|mandator\w*`],
  [String.raw`first`, String.raw`last|final`],
  [String.raw`minimum|least`, String.raw`maximum|most`],
  [String.raw`full\w*|whole`, String.raw`part|partly|partial\w*`],
  [String.raw`eas(?:y|ier|ily)|simpl\w*`, String.raw`hard|harder|difficult\w*|complicat\w*`],
  [String.raw`success\w*|succeed\w*`, String.raw`fail\w*`],
  [String.raw`male|men|man|boys?`, String.raw`female|women|woman|girls?`],
  [String.raw`inside|within`, String.raw`outside|beyond`],
  [String.raw`on`, String.raw`off|under|beneath`],
  [String.raw`for`, String.raw`against`],
  [String.raw`into|onto`, String.raw`out of`],
  [String.raw`public`, String.raw`private`],
  [String.raw`local\w*`, String.raw`national\w*`],
];

/** One side, and the one that must not take its place. */
interface Side {
  readonly said: RegExp;
  readonly opposite: RegExp;
}

const opposed: readonly Side[] = sides.flatMap(([one, other]) => {
  const [said, opposite] = [wordsOf(one), wordsOf(other)];
  return [
    { said, opposite },
    { said: opposite, opposite: said },
  ];
});

function wordsOf(alternatives: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`, 'gu');
}

/** The sides that a word may be on, whatever follows it: few words are on any, and each is looked at once. */
const sidesOf = rememberWords((word) => opposed.filter(({ said }) => `${word} by`.search(said) === 0));

/** Content words beside such a word that it is about. */
const reach = 5;

/** Stems beside a word: those that follow it in its clause, and those before it. */
interface Beside {
  readonly word: string;
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** Whether the statement says one of a pair of what its support says the other; both in lower case. */
export function saysOpposite(statement: string, support: string): boolean {
  const taken = new Set((statement.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(sidesOf));
  return [...taken].some((side) => isTurned(statement, support, side));
}

function isTurned(statement: string, support: string, { said, opposite }: Side): boolean {
  const own = besideOf(statement, said);
  const turned = own.length === 0 ? [] : besideOf(support, opposite);
  if (turned.length === 0) return false;
  const same = besideOf(support, said);
  return own.some(({ word, after, before }) => {
    const about = [...after, ...before];
    const [nearest = ''] = after;
    const isItself = same.some(
      (other) => isForm(other.word, word) && isSaid(nearest, new Set(other.after.slice(0, beside))),
    );
    if (isItself) return false;
    return best(about, turned) > best(about, same);
  });
}

/** Content words within which two words are about the same. */
const beside = 2;

/** Letters that the forms of a word have in common. */
const root = 3;

function isForm(one: string, other: string): boolean {
  return one.slice(0, root) === other.slice(0, root);
}

/** How much of what it is about stands beside one of the others; what follows counts double, for it is what is done something to. */
function best(about: readonly string[], others: readonly Beside[]): number {
  const shared = (stems: readonly string[]): number => about.filter((stem) => stems.includes(stem)).length;
  return Math.max(0, ...others.map(({ after, before }) => 2 * shared(after) + shared(before)));
}

function besideOf(text: string, words: RegExp): Beside[] {
  return [...text.matchAll(words)].map(({ 0: word, index }) => {
    const [clause = ''] = text.slice(index + word.length).split(/[,;:.–]|\b(?:and|while)\b/u, 1);
    return {
      word,
      after: terms(clause).slice(0, reach),
      before: terms(text.slice(0, index)).slice(-reach),
    };
  });
}
