// Points of lists, cells of tables and headings that say what is to be done without a verb in future.
import { isUnderWay, listIntent } from './lists.ts';
import type { Statement } from './statements.ts';
import { isGerund, isImperative } from './verbs.ts';

const direction =
  /^(?:higher|lower|more|fewer|less|greater|increased?|reduced?|improved?|faster|better|(?:(?:over|at least|up to|around|about|some|nearly|more than) )?\d[\d,.]*\s?(?:%|per cent|\w+))/iu;
const aims = /\b(?:objectives?|targets?|indicators?|aims?|goals?|commitments?|priorit\w+)\b/iu;

/** A cell of a table of aims: an instruction, or a measure with its direction. @param words with single spaces. */
export function isAimCell({ labels }: Statement, words: string): boolean {
  const isLong = words.split(' ').length > 2;
  const ofAims = labels.some((label) => aims.test(label));
  return (isLong && isImperative(words)) || (ofAims && (direction.test(words) || /^[£\d]/u.test(words)));
}

/** A lettered heading that gives an instruction. */
export function isLetteredAim({ section }: Statement, words: string): boolean {
  return /^[A-Z][.)] /u.test(section?.heading ?? '') && isImperative(words) && words.split(' ').length > 3;
}

/** "The previous chapter sets out …" */
const signpost =
  /^(?:the |this |our )?(?:previous |next |following |last )?(?:chapter|section|page|annex|appendix|diagram|table|figure)\b/iu;

/** A point of a list that says what is to be done. @param leadInCommits whether the words that introduce its list commit. */
export function isPoint(statement: Statement, words: string, leadInCommits: boolean): boolean {
  const { kind, isFirst } = statement;
  if (!isFirst || signpost.test(words)) return false;
  if (kind === 'bullet' || kind === 'item') return isListPoint(statement, words, leadInCommits);
  const isVerbal = isImperative(words) || isGerund(words);
  // A page may set its points as plain lines, and a list may stand under an instruction.
  if (kind === 'prose') return isVerbal && !/[.:;]$/u.test(words) && isUnderWay(statement);
  return kind === 'lead-in' && isImperative(words) && !/^to /iu.test(words) && words.split(' ').length > 4;
}

function isListPoint(statement: Statement, words: string, leadInCommits: boolean): boolean {
  const intent = listIntent(statement);
  if (intent === 'told') return false;
  if (intent === 'doing' || (leadInCommits && intent === 'aims')) return true;
  const hasForm = isImperative(words) || isGerund(words) || direction.test(words);
  return hasForm && (intent === 'aims' || leadInCommits);
}
