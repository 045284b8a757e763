// From a statement that commits to the row of the register.
import { createHash } from 'node:crypto';
import type { Commitment, LeadIn } from '../../src/domain/commitment.ts';
import type { StrategyDocument } from '../../src/domain/document.ts';
import { isCommitmentId } from '../../src/domain/ids.ts';
import type { CommitmentId, DocumentId } from '../../src/domain/ids.ts';
import { createPager } from '../pages.ts';
import { actorOf } from './actors.ts';
import { deadlineIn, toDeadline } from './deadlines.ts';
import type { FoundCommitment } from './find.ts';
import { ownNames } from './own-names.ts';
import { plainOf, squeezed } from './plain.ts';
import { clip } from './spans.ts';
import { targetsIn } from './targets.ts';

/** Best first; empty where no theme is touched. */
export type ThemesOf = (text: string) => readonly string[];

/** The rows of one document in reading order. */
export function toCommitments(
  document: StrategyDocument,
  found: readonly FoundCommitment[],
  themesOf: ThemesOf,
): Commitment[] {
  const organisation = ownNames(found.map(({ statement }) => statement))[0] ?? null;
  const identify = createIdentifier(document.id);
  const pageAt = createPager(document.text);
  return found.map(({ statement, judgement }) => {
    const { section, leadIn } = statement;
    const { start, end } = clip(document.text, statement);
    const text = document.text.slice(start, end);
    const plain = plainOf(text);
    const deadline = deadlineIn(plain, document.years);
    const targets = targetsIn(statement, plain, judgement);
    const themes = themesOf(`${text}\n${section?.heading ?? ''}`);
    return {
      id: identify(text),
      documentId: document.id,
      sectionId: section?.id ?? null,
      section: section?.path ?? [],
      page: pageAt(start),
      text,
      start,
      end,
      leadIn: leadIn ? toLeadIn(document.text, leadIn) : null,
      actor: actorOf(statement, judgement, organisation),
      themes,
      theme: themes[0] ?? null,
      target: targets[0] ?? null,
      targets,
      deadline: deadline && toDeadline(text, deadline),
    };
  });
}

function toLeadIn(text: string, { start, end }: { readonly start: number; readonly end: number }): LeadIn {
  return { text: text.slice(start, end), start, end };
}

/** The same words in the same document have the same id in every ingest; a repeat within the document is numbered. */
function createIdentifier(documentId: DocumentId): (text: string) => CommitmentId {
  const copies = new Map<string, number>();
  return (text) => {
    const words = squeezed(text);
    const copy = copies.get(words) ?? 0;
    copies.set(words, copy + 1);
    const hash = createHash('sha256').update(`${documentId}\n${words}\n${copy}`).digest('hex').slice(0, 16);
    const id = `c-${hash}`;
    if (!isCommitmentId(id)) throw new Error(`not a commitment id: ${id}`);
    return id;
  };
}
