// What a question is about, once the words that only ask, or only say where to look, are taken away.
import { terms } from '../text/tokens.ts';
import type { Cue } from './cue.ts';

/** Phrases that ask and carry no topic. They are English, not the corpus's. */
const scaffolding = [
  String.raw`(?:can|could|would|will) (?:you|u|someone|anyone) (?:please )?(?:tell|remind|give|show|explain to) (?:me|us)`,
  String.raw`(?:please )?(?:tell|remind|give|show) (?:me|us) (?:about|of|what|how|the)?`,
  String.raw`(?:do|does|did|is|are|was|were|has|have) (?:any|either|all|every|each|none|one) (?:of )?(?:the |our |these )?(?:\w+ )?(?:strateg(?:y|ies)|plans?|documents?)(?: ever)? (?:mention|say|talk|speak|refer|cover|include|contain|address)\w*(?: anything)?(?: about| to| of| on)?`,
  String.raw`(?:is|are|was|were) there (?:any|a|an|some)? ?(?:mention|reference|talk|word)s? (?:of|to|about|on)`,
  String.raw`(?:any|no) (?:mention|reference|word|talk)s? (?:of|to|about|on)`,
  String.raw`(?:what|which) (?:does|do|did|has|have) (?:it|they|we|the (?:met|strategy|plan|document|force|mps|organisation)|the strategies) (?:say|state|promise|commit|mention|set out|have to say)\w*(?: to)?(?: about| on| regarding)?`,
  String.raw`what(?:'s|’s|s| is| are| was| were) (?:meant|said|stated|written|promised) (?:by|about|on)`,
  String.raw`what (?:does|do|did) (.{1,40}?) (?:mean|stand for|refer to)`,
  String.raw`(?:stands?|short) for`,
  String.raw`how (?:has|have|had|did|does|do) (?:the |our )?(?:met's |met’s )?`,
  String.raw`(?:has |have )?(?:changed|evolved|shifted|moved on|differed|differs?)(?: over the years| over time| between| across| from| since)?`,
  String.raw`(?:compared?|comparison|contrast)(?: of| with| to| between)?`,
  String.raw`(?:sum up|summari[sz]e|(?:give (?:me|us) )?(?:a |the )?(?:short |quick |brief )?(?:summary|overview|gist)(?: of)?|run through|in a nutshell|tl;?dr)`,
  String.raw`(?:list|name) (?:all |out )?(?:of )?(?:the )?`,
  String.raw`(?:i'm|im|i am) (?:new|a new starter|just starting|confused)(?: here)?`,
  String.raw`(?:as|according to|in line with) (?:the )?`,
  String.raw`what about|how about|and what of`,
  String.raw`care(?:s|d)? (?:(?:any |much )?(?:more|less) |as much )?about`,
  String.raw`(?:hi|hello|hey|hiya|cheers|thanks|thank you|please|pls|plz|btw|quick one|quick q(?:uestion)?)`,
];
const scaffold = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${scaffolding.join('|')})(?![\p{L}\p{N}])`, 'giu');

/** The question's topic; the question itself where nothing would be left. */
export function topicOf(question: string, cues: readonly Cue[]): string {
  const plain = question.trim();
  const unscoped = blank(question, cues);
  // A phrase with a topic inside it (`what does X mean`) leaves its topic.
  const bare = unscoped.replaceAll(scaffold, (...found: unknown[]) =>
    typeof found[1] === 'string' ? ` ${found[1]} ` : ' ',
  );
  const tidy = bare
    .replaceAll(/\s+([?.!,;:])/gu, '$1')
    .replaceAll(/^[\s?.!,;:–-]+|[\s,;:–-]+$/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\b(?:in|from|of|since|by|for|to|and|vs|versus|between)[\s?]*$/gi, '')
    .trim();
  return /[\p{L}\p{N}]{2}/u.test(tidy) && terms(tidy).length > 0 ? tidy : plain;
}

/** Takes the cues' words out, with the preposition that led to them; what is left may be empty. */
export function blank(text: string, cues: readonly Cue[]): string {
  let rest = text.length;
  let kept = '';
  for (const cue of cues
    .filter((candidate) => !candidate.keeps)
    .toSorted((one, other) => other.end - one.end || one.start - other.start)) {
    if (cue.start >= rest) continue;
    kept = `${text.slice(Math.min(cue.end, rest), rest)}${kept}`;
    rest = Math.min(rest, cue.start - leadLength(text.slice(0, cue.start)));
    kept = ` ${kept}`;
  }
  return text.slice(0, rest) + kept;
}

const leadPattern =
  /\b(?:in|from|of|since|by|for|to|the|our|under|within|during|back in|according to|per|vs|versus|between|and|then)(?:\s+the)?\s*$/i;

function leadLength(before: string): number {
  return leadPattern.exec(before)?.[0].length ?? 0;
}
