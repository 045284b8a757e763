// Which documents a question means: named by title, nickname or years, or implied by a period or a word such as "now".
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Scope, ScopedDocument, ScopeKind } from '../domain/plan.ts';
import { findCues } from './scope-cues.ts';
import type { Cue } from './cue.ts';
import { thenAndNowCues } from './then-and-now.ts';
import { thePlanCues } from './the-plan.ts';

/** Weights from an earlier fit on questions with known documents; between them the exact values matter little. */
const weights = { named: 1, implied: 0.5, other: 0.12 };

export interface ScopedQuestion {
  readonly scope: Scope;
  /** Spans of the question that did nothing but say where to look. */
  readonly cues: readonly Cue[];
}

/**
 * Scope of a question over the documents that may be searched.
 * @param documents oldest first.
 */
export function scopeOf(question: string, documents: readonly DocumentDescription[]): ScopedQuestion {
  const found = findCues(question, documents);
  const cues =
    found.length > 0 ? [...found, ...thenAndNowCues(question, found, documents)] : thePlanCues(question, documents);
  const named = new Set(cues.flatMap((cue) => cue.names));
  // "How has X changed since 2013" names a period: the period decides, not the word "changed", which alone would mean all.
  const bounded = named.size > 1 || cues.some((cue) => !cue.vague && cue.implies.length > 0);
  const implying = cues.filter(
    (cue) =>
      !(cue.vague && (bounded || (named.size === 1 && course.test(cue.words)))) &&
      !(named.size > 1 && sinceYear.test(cue.words)),
  );
  const implied = new Set(implying.flatMap((cue) => cue.implies).filter((id) => !named.has(id)));
  const meant = named.size + implied.size;
  const kind: ScopeKind = meant === 0 ? 'open' : meant === 1 && named.size === 1 ? 'one' : 'several';
  const weigh = ({ id }: DocumentDescription): ScopedDocument => ({ id, weight: weightOf(id, named, implied, meant) });
  return { scope: { kind, documents: documents.map(weigh), because: cues.map((cue) => cue.words) }, cues };
}

/** Scope of a question that goes on with what was shown: these documents are meant as if they were named. @param documents oldest first. */
export function scopeOn(
  meant: ReadonlySet<DocumentId>,
  documents: readonly { readonly id: DocumentId }[],
  because: Scope['because'] = [],
): Scope {
  return {
    kind: meant.size === 1 ? 'one' : 'several',
    documents: documents.map(({ id }) => ({ id, weight: meant.has(id) ? weights.named : weights.other })),
    because,
  };
}

/** Beside documents that are named, "saved since 2012" dates what is asked for. */
const sinceYear = /^since\s+\d{4}$/i;

/** "A timeline of X in the 2013 strategy" is that strategy's own. */
const course = /^(?:timeline|chronology|trend|track|trace)$/i;

function weightOf(
  id: DocumentId,
  named: ReadonlySet<DocumentId>,
  implied: ReadonlySet<DocumentId>,
  meant: number,
): number {
  if (meant === 0 || named.has(id)) return weights.named;
  return implied.has(id) ? weights.implied : weights.other;
}
