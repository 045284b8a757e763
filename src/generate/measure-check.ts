// How well the check of generated sentences tells what the documents bear out from what they do not, on pairs of known verdict.
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import { isPassageId } from '../domain/ids.ts';
import type { Embedder, PassageIndex } from '../ports.ts';
import { checkStatement } from './check-sentence.ts';
import type { Verdict } from './check-sentence.ts';
import { ownNames } from './own-names.ts';
import { supportsOf } from './support.ts';

const pairSchema = z.strictObject({
  id: z.string().min(1),
  /** In what way the claim is, or is not, what the passage says. */
  kind: z.string().min(1),
  supported: z.boolean(),
  passage: z.string().refine(isPassageId),
  document: z.string().min(1),
  claim: z.string().min(1),
  /** Whether the rules were made without a look at it. */
  heldOut: z.boolean(),
});
export type GroundingPair = z.infer<typeof pairSchema>;

export interface Rate {
  readonly right: number;
  readonly all: number;
}

export interface CheckMeasures {
  /** Claims that the documents do not bear out, and that were caught. */
  readonly caught: Rate;
  /** Claims that they bear out, and that were kept. */
  readonly kept: Rate;
}

export interface CheckReport {
  readonly all: CheckMeasures;
  readonly heldOut: CheckMeasures;
  readonly byKind: Readonly<Record<string, Rate>>;
  /** Pairs whose verdict was wrong, with the doubt where there was one. */
  readonly wrong: readonly { readonly pair: GroundingPair; readonly doubt: string | null }[];
}

/** Reads pairs, one JSON object a line. @throws AppError `wrong-use` that names the first line that is none. */
export function readPairs(source: string): GroundingPair[] {
  const lines = source.split('\n').map((text, at) => ({ text, number: at + 1 }));
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => {
      const parsed = pairSchema.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      const field = parsed.error.issues[0]?.path.join('.') || 'the line';
      throw new AppError('wrong-use', `Line ${number} of the grounding pairs cannot be used: see ${field}.`);
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the schema refuses it
  }
}

export interface CheckParts {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
}

/** @throws AppError `wrong-use` when a pair names a passage that is not in the index. */
export async function measureCheck(pairs: readonly GroundingPair[], parts: CheckParts): Promise<CheckReport> {
  const checked: Checked[] = [];
  for (const pair of pairs) checked.push({ pair, verdict: await verdictOn(pair, parts) });
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  return {
    all: measuresOf(checked),
    heldOut: measuresOf(checked.filter(({ pair }) => pair.heldOut)),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, rateOf(checked.filter(({ pair }) => pair.kind === kind))])),
    wrong: checked.filter((each) => !isRight(each)).map(({ pair, verdict }) => ({ pair, doubt: doubtOf(verdict) })),
  };
}

interface Checked {
  readonly pair: GroundingPair;
  readonly verdict: Verdict;
}

async function verdictOn({ passage, claim }: GroundingPair, { index, embedder }: CheckParts): Promise<Verdict> {
  const [found] = isPassageId(passage) ? await index.load([passage]) : [];
  const [vector] = await embedder.embed([claim], { patient: true });
  if (!found || !vector) throw new AppError('wrong-use', `There is no passage ${passage} in this index.`);
  const [documents, acronyms] = await Promise.all([index.documents(), index.acronyms()]);
  const document = documents.find(({ id }) => id === found.documentId);
  return checkStatement({ text: claim, vector }, supportsOf(found, document, ownNames(documents, acronyms)));
}

function measuresOf(checked: readonly Checked[]): CheckMeasures {
  return {
    caught: rateOf(checked.filter(({ pair }) => !pair.supported)),
    kept: rateOf(checked.filter(({ pair }) => pair.supported)),
  };
}

function rateOf(checked: readonly Checked[]): Rate {
  return { right: checked.filter(isRight).length, all: checked.length };
}

function isRight({ pair, verdict }: Checked): boolean {
  return pair.supported === verdict.supported;
}

function doubtOf(verdict: Verdict): string | null {
  return verdict.supported ? null : verdict.doubt;
}
