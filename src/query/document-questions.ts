// Questions about the documents themselves: which there are, which is current, whether one is a draft, which years it covers, how long it is.
import type { CitedPlace } from '../domain/conversation.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { DocumentAside } from '../domain/plan.ts';
import { scopeOf } from './scope.ts';

const documentWord = String.raw`(?:strat(?:egy|egies)?|strats|plans?|docs?|documents?|papers?|versions?|ones?)`;
const lead = String.raw`^\W*(?:(?:hi|hello|hey|ok(?:ay)?|so|and|but|also|please|sorry|quick one)\W+)*`;
const current = String.raw`(?:current|latest|newest|most recent|most up[- ]to[- ]date|up[- ]to[- ]date|in force|live|valid|in use)`;
const state = String.raw`(?:final(?:ised)?|(?:a |the |only a |just a |still a )?(?:final|draft|finished|published|approved|official)(?: (?:version|one|document|plan|strategy|text))?|draft|in draft|current|in force|valid|in use|live|signed off|adopted|up[- ]to[- ]date|out of date|superseded|replaced|(?:still )?(?:(?:out )?for|under|out to|in) consultation|published)`;

interface Wording {
  readonly asks: DocumentAside['asks'];
  readonly pattern: RegExp;
}

/** Where a document must be named, the words that name it are the group `of`. */
const wordings: readonly Wording[] = [
  {
    asks: 'which',
    pattern: new RegExp(
      String.raw`${lead}(?:(?:what|which|how many) (?:${documentWord}|sources|files) (?:do|can|have|did) (?:you|u) (?:have|know|hold|cover|search|use|got|read|access|look (?:at|in|through)|answer from)|what (?:are|r) (?:your|the) (?:sources|documents|docs)|(?:list|show|name)(?: me)? (?:all )?(?:the|your|our) (?:documents|docs|strategies)|(?:what|which) (?:strategies|documents|docs) (?:are|r) (?:there|in here|loaded|included)|how many (?:strategies|documents|docs) are there|(?:which|what) ${documentWord} (?:is|was|came) (?:the )?(?:oldest|earliest|first))(?: (?:in here|in total|altogether|of|from|about me))?\W*$`,
      'i',
    ),
  },
  {
    asks: 'current',
    pattern: new RegExp(
      String.raw`${lead}(?:(?:which|what)(?: ${documentWord})?(?: of (?:these|them|the (?:documents|strategies)))? (?:is|are|s)(?: the)?(?: most)? ${current}(?: (?:one|${documentWord}|now))?|wh?(?:at|ich)(?:['’]?s| is) (?:the|our) ${current} ${documentWord}(?: called| name)?)\W*$`,
      'i',
    ),
  },
  {
    asks: 'status',
    pattern: new RegExp(
      String.raw`${lead}(?:is|was|are|isn['’]t|has)\s+(?<of>.{2,60}?)\s+(?:still |now |actually |already |been |really |only |just )*${state}(?:,? or (?:not|.{2,40}))?(?: (?:yet|now|then|or what))?\W*$`,
      'i',
    ),
  },
  {
    asks: 'status',
    pattern: new RegExp(String.raw`${lead}what(?:['’]?s| is) the status of (?<of>.{2,60}?)\W*$`, 'i'),
  },
  {
    asks: 'years',
    pattern: new RegExp(
      String.raw`${lead}(?:when (?:does|did|will|do|is) (?<of>.{2,60}?) (?:end|expire|run out|finish|run (?:to|till|until)|start|begin|come to an end|due to end)|(?:what|which) (?:period|years?|dates?|time ?frame) (?:does|do|did|is) (?<of2>.{2,60}?) (?:cover|span|run|for|end|last)|how (?:long|many years) (?:does|will|did) (?<of3>.{2,60}?) (?:last|run|cover|go on)(?: for)?)\W*$`,
      'i',
    ),
  },
  {
    asks: 'size',
    pattern: new RegExp(
      String.raw`${lead}(?:how many (?:pages|words) (?:is|are|are there in|does|in|has|long is)(?: in)? (?<of>.{2,60}?)(?: have| got| long| contain)?|how (?:long|big) is (?<of2>.{2,60}?)(?: in (?:pages|words))?)\W*$`,
      'i',
    ),
  },
];

/** What is asked of which documents; null where the question is put to their contents. @param documents oldest first. */
export function documentQuestion(question: string, documents: readonly DocumentDescription[]): DocumentAside | null {
  for (const { asks, pattern } of wordings) {
    const found = pattern.exec(question);
    if (!found) continue;
    if (asks === 'which' || asks === 'current') return { kind: 'documents', asks, of: [] };
    const { of, of2, of3 } = found.groups ?? {};
    const named = documentsNamed(of ?? of2 ?? of3 ?? '', documents);
    if (named.length > 0) return { kind: 'documents', asks, of: named };
  }
  return null;
}

/** "Is it a draft?" asks of the document that was quoted last; "when does it end?" may ask of a scheme. */
export function shownDocumentQuestion(question: string, cited: readonly CitedPlace[]): DocumentAside | null {
  const status = wordings.find(({ asks, pattern }) => asks === 'status' && pattern.test(question));
  const of = status?.pattern.exec(question)?.groups?.['of'] ?? '';
  if (!/^(?:it|this|that|this one|that one|the document|they)$/i.test(of.trim()) || cited.length === 0) return null;
  return { kind: 'documents', asks: 'status', of: [...new Set(cited.map(({ documentId }) => documentId))] };
}

const anyName = new RegExp(
  String.raw`^(?:the|this|our|your)?\s*(?:(?:met|met['’]s|new|current|latest|newest|present|whole) )*(?:strategy|plan|document|doc)$`,
  'i',
);
const wordsBeside = new RegExp(String.raw`\b(?:the|this|that|our|your|met|met['’]s|${documentWord})\b|[\s?.,'’]`, 'gi');

/** Documents named by these words and nothing else; the latest for "the strategy". */
function documentsNamed(words: string, documents: readonly DocumentDescription[]): DocumentId[] {
  const plain = words.trim();
  const latest = documents.at(-1);
  if (anyName.test(plain)) return latest ? [latest.id] : [];
  const { scope, cues } = scopeOf(plain, documents);
  const rest = cues.reduce((text, cue) => text.replace(cue.words, ' '), plain).replaceAll(wordsBeside, '');
  return rest === ''
    ? scope.documents.filter(({ weight }) => weight === 1 && scope.kind !== 'open').map(({ id }) => id)
    : [];
}
