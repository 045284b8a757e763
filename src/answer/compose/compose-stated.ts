// What an organisation sets itself (mission, priorities, values …) as one document states it: the one meant, or the latest that does.
import { meantDocuments } from '../../domain/plan.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import { askedCount, askedSets, asksChange, changeAsked } from '../documents/asked-sets.ts';
import type { AskedSets } from '../documents/asked-sets.ts';
import { composeByDocument } from './compose-documents.ts';
import { terms } from '../../text/tokens.ts';
import { textOf } from '../quote/quotation.ts';
import { nameOf } from '../rank/request.ts';
import type { Composed, ComposeRequest } from '../rank/request.ts';
import { nearnessOf, quotedSets, setsOf } from '../documents/stated-sets.ts';
import { setsUnder } from '../documents/write-sets.ts';

/** Null where something else is asked, or no document meant states such a thing. */
export function composeStated(request: ComposeRequest): Composed | null {
  const asked = askedSets(request.plan);
  if (!asked) return composeCounted(request);
  if (asksChange(request.plan) || isOfSeveral(request)) return composeByDocument(acrossChange(asked, request));
  const document = documentFor(asked, request);
  return document ? { paragraphs: setsUnder(nameOf(document), setsOf(asked, document.id, request)) } : null;
}

function isOfSeveral({ plan: { intent, scope } }: ComposeRequest): boolean {
  return scope.kind === 'several' || intent === 'compare' || intent === 'timeline';
}

/**
 * What is new in one document is new against the one before it that states such a thing as well; what of an earlier one is gone, or kept, is
 * so in the latest.
 */
function acrossChange(asked: AskedSets, request: ComposeRequest): ComposeRequest {
  const { plan, documents } = request;
  if (plan.scope.kind === 'several') return request;
  const stating = documents.filter(({ id }) => nearnessOf(asked, id, request) > 0);
  const meant = meantDocuments(plan.scope);
  const at = stating.findLastIndex(({ id }) => meant.has(id));
  const before = Math.max(0, at - 1);
  const isLookedForLater = at >= 0 && at < stating.length - 1 && changeAsked(plan) !== 'new';
  const compared = isLookedForLater
    ? [...stating.slice(at, at + 1), ...stating.slice(-1)]
    : stating.slice(before, before + 2);
  const scoped = documents.map(({ id }) => ({ id, weight: Number(compared.some((each) => each.id === id)) }));
  return { ...request, plan: { ...plan, scope: { ...plan.scope, kind: 'several', documents: scoped } } };
}

/** "The five areas": a set of so many points whose name holds the asker's word for them. */
function composeCounted(request: ComposeRequest): Composed | null {
  const asked = request.plan.intent === 'list' ? askedCount(request.plan) : null;
  if (!asked) return null;
  const meant = meantDocuments(request.plan.scope);
  const found = request.documents
    .filter(({ id }) => meant.has(id))
    .flatMap((document) => quotedSets(document.id, request).map((set) => ({ document, set })))
    .findLast(({ set: { name, items } }) => {
      const stems = new Set(name ? terms(textOf(name)) : []);
      return items.length === asked.count && asked.stems.every((stem) => stems.has(stem));
    });
  return found ? { paragraphs: setsUnder(nameOf(found.document), [found.set]) } : null;
}

/** The document meant that states most nearly what is asked for, the latest of equals. */
function documentFor(asked: AskedSets, request: ComposeRequest): DocumentDescription | undefined {
  const meant = meantDocuments(request.plan.scope);
  const stating = request.documents
    .filter(({ id }) => meant.has(id) && setsOf(asked, id, request).length > 0)
    .map((document) => ({ document, nearness: nearnessOf(asked, document.id, request) }));
  const most = Math.max(...stating.map(({ nearness }) => nearness));
  return stating.findLast(({ nearness }) => nearness === most)?.document;
}
