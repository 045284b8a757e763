// Branded identifiers, so that a passage id cannot be handed over where a document id is meant.

declare const brand: unique symbol;

/** Stem of the file that a document was read from, in lower case: `2013-2017-one-met-strategy`. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };
/** Slug of a heading, unique within its document. */
export type SectionId = string & { readonly [brand]: 'SectionId' };
/** `p-` and 16 hexadecimal digits derived from the passage's document and wording. */
export type PassageId = string & { readonly [brand]: 'PassageId' };
/** `c-` and 16 hexadecimal digits derived from the commitment's document and wording. */
export type CommitmentId = string & { readonly [brand]: 'CommitmentId' };

const idPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const passageIdPattern = /^p-[0-9a-f]{16}$/;
const commitmentIdPattern = /^c-[0-9a-f]{16}$/;

/** Whether `text` has the form of a document id (it need not exist). */
export function isDocumentId(text: string): text is DocumentId {
  return idPattern.test(text);
}

/** Whether `text` has the form of a section id (it need not exist). */
export function isSectionId(text: string): text is SectionId {
  return idPattern.test(text);
}

/** Whether `text` has the form of a passage id (it need not exist). */
export function isPassageId(text: string): text is PassageId {
  return passageIdPattern.test(text);
}

/** Whether `text` has the form of a commitment's id (it need not exist). */
export function isCommitmentId(text: string): text is CommitmentId {
  return commitmentIdPattern.test(text);
}
