// Which of a kind is most or least so is answered only by a sentence that sets one above the others.
import type { Plan } from '../../domain/plan.ts';
import type { Candidate } from '../rank/features.ts';

/** Words in "-est" that are no superlatives, and those that tell of time alone. */
const noSuperlative =
  /^(?:latest|earliest|soonest|nearest|honest|modest|manifest|contest|interest|test|request|arrest|protest|invest|reinvest|digest|harvest|suggest|forest|guest|quest|conquest|inquest|bequest|behest|rest|west|northwest|southwest|midwest|east|best|chest|nest|pest|vest|zest|crest|attest|detest|ingest|infest|molest|divest|unrest|priest|fest|jest|quest|lest|wrest|celeste|everest)$/i;
const superlative = /\b(?:most(?! of\b)|least|worst|fewest|\p{L}{2,}est)\b/giu;

/** "Which group is least …": nothing between that would make the superlative part of a name for it ("offenders who do most harm"). */
const asked =
  /(?:^|[,;.:!?–-]\s*|\b(?:and|so|but|or|know|wonder) )(?:in |of |for |on |at )?(?:which|what|who)\b(?! (?:is|are|was|were|did|do|does|has|have|will) (?:we|they|it|you|people|the)\b)(?<rest>[^?]{2,120})/i;
const relative = /\b(?:that|who|whom|which|whose|where)\b/i;

/** What sets one thing above others without a superlative. */
const told =
  /\b(?:mostly|mainly|main|top|majority|disproportionate\w*|particular\w*|especially|primar\w+|predominant\w*|largely|chief\w*|key|priorit(?:y|ies|ised?)|over-?represent\w*|under-?represent\w*|record|leading|foremost|first|best|number one|more (?:[\p{L}-]+ ){0,5}than (?:any|all|other|anyone|those|the rest)|(?:higher|lower|greater|fewer|less|bigger|smaller|worse|better) (?:[\p{L}-]+ ){0,5}than|persistent\w*|highly|significant\w*|unique\w*|only)\b/giu;

/** Whether one is asked for above all others, and none of the sentences sets any so. @param top the sentences that an answer would quote. */
export function lacksSuperlative({ question }: Plan, top: readonly Pick<Candidate, 'quote'>[]): boolean {
  const rest = asked.exec(question)?.groups?.['rest'] ?? '';
  const [own = ''] = rest.split(relative, 1);
  return holdsSuperlative(own) && !top.some(({ quote }) => holdsSuperlative(quote) || setsAbove(quote, question));
}

/** A word that the question gives away itself ("which priority was the hardest …?") tells nothing of what is asked. */
function setsAbove(quote: string, question: string): boolean {
  const asking = question.toLowerCase();
  return [...quote.matchAll(told)].some(([word]) => !asking.includes(word.toLowerCase()));
}

function holdsSuperlative(text: string): boolean {
  return [...text.matchAll(superlative)].some(
    ({ 0: word, index }) => !noSuperlative.test(word) && !/\bat\s+$/i.test(text.slice(Math.max(0, index - 4), index)),
  );
}
