// Lists whose points follow each other: bullets, short lines, figures, or paragraphs after words that introduce them.
import type { Passage, SentenceKind } from '../../domain/passage.ts';
import { nameOfPoint } from '../quote/list-names.ts';
import type { ListForm, ListItem, StatedList } from './stated-list.ts';
import { inOrder, isOpenEnded, quotationOf, spanning } from '../quote/placed.ts';
import type { PlacedSentence } from '../quote/placed.ts';
import { textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';

interface OpenRun {
  readonly section: string | null;
  readonly path: readonly string[];
  lead: Quotation | null;
  /** Whether the lead says that something follows, rather than being the sentence that happens to stand above. */
  introduced: boolean;
  form: ListForm | null;
  items: ListItem[];
  /** Lists under single points; the last is open while `isUnder`. */
  readonly under: OpenRun[];
  isUnder: boolean;
  last: PlacedSentence | null;
}

/** The lists of one document. @param passages in reading order. */
export function listRuns(passages: readonly Passage[]): StatedList[] {
  const reader = new RunReader();
  for (const placed of inOrder(passages)) reader.see(placed);
  return reader.end();
}

class RunReader {
  #run: OpenRun | null = null;
  readonly #found: OpenRun[] = [];
  /** The last list of each section, for a list goes on under its own heading after a box that was set into it. */
  readonly #bySection = new Map<string | null, OpenRun>();

  see(placed: PlacedSentence): void {
    const run = this.#runFor(placed);
    if (isAside(placed.sentence.kind)) return;
    take(run, placed);
    run.last = placed;
  }

  end(): StatedList[] {
    return this.#found
      .flatMap((run) => [run, ...run.under])
      .filter(({ items }) => items.length > 0)
      .map(({ form, lead, path, items }) => ({ form: form ?? 'points', lead, path, items }));
  }

  #runFor(placed: PlacedSentence): OpenRun {
    const run = this.#run;
    if (run?.section !== placed.passage.sectionId) return this.#enter(placed, run);
    return breaksRun(run, placed) ? this.#open(emptyRun(placed)) : run;
  }

  #open(run: OpenRun): OpenRun {
    this.#run = run;
    this.#found.push(run);
    this.#bySection.set(run.section, run);
    return run;
  }

  /** Another section begins, or one goes on that a box had interrupted. */
  #enter(placed: PlacedSentence, before: OpenRun | null): OpenRun {
    const interrupted = this.#bySection.get(placed.passage.sectionId);
    if (interrupted?.form === 'points' && placed.sentence.kind === 'bullet' && placed.opens) {
      this.#run = interrupted;
      return interrupted;
    }
    const run = this.#open(emptyRun(placed));
    // Words that introduce a list may stand above its heading, unless the heading introduces one itself.
    const isHeading = placed.sentence.kind === 'heading' && !/:\s*$/u.test(placed.text);
    if (before?.introduced && before.items.length === 0 && isHeading)
      Object.assign(run, { lead: before.lead, introduced: true });
    return run;
  }
}

function emptyRun({ passage }: PlacedSentence): OpenRun {
  return {
    section: passage.sectionId,
    path: passage.section,
    lead: null,
    introduced: false,
    form: null,
    items: [],
    under: [],
    isUnder: false,
    last: null,
  };
}

/** What stands beside the text says nothing of where a list ends. */
function isAside(kind: SentenceKind): boolean {
  return kind === 'footnote' || kind === 'pull-quote' || kind === 'row';
}

/** A lead-in begins another list; a paragraph of its own after points ends theirs; so do points after paragraphs or figures. */
function breaksRun(run: OpenRun, placed: PlacedSentence): boolean {
  const { kind } = placed.sentence;
  if (run.items.length === 0) return false;
  if (kind === 'lead-in') return true;
  if (kind === 'prose') return run.form !== 'paragraphs' && placed.opens && !isBody(run, placed);
  if (kind === 'figure') return run.form !== 'figures';
  return run.form !== 'points' && (kind === 'bullet' || kind === 'item');
}

/** Whole sentences right under a short line tell of it; a line that broke off goes on. */
function isBody({ last }: OpenRun, { text }: PlacedSentence): boolean {
  if (last?.sentence.kind === 'item') return !isOpenEnded(text);
  return last?.sentence.kind === 'bullet' && isOpenEnded(last.text) && /^\p{Ll}/u.test(text);
}

function take(run: OpenRun, placed: PlacedSentence): void {
  const { kind } = placed.sentence;
  if (kind === 'heading') run.form = /:\s*$/u.test(placed.text) ? 'paragraphs' : run.form;
  else if (kind === 'lead-in') takeLead(run, placed);
  else if (kind === 'bullet') takePoint(run, placed);
  else if (kind === 'item') takeItem(run, placed);
  else if (kind === 'figure') addItem(run, placed, 'figures');
  else if (kind === 'prose') takeProse(run, placed);
}

function takeLead(run: OpenRun, placed: PlacedSentence): void {
  const quotation = quotationOf(placed);
  const goesOn = run.lead !== null && (run.introduced || !placed.opens);
  run.lead = goesOn && run.lead && belongTogether(run.lead, quotation) ? spanning(run.lead, quotation) : quotation;
  Object.assign(run, { introduced: true, form: 'paragraphs' });
}

/** Longest words that introduce a list, in UTF-16 code units. */
const longestLead = 300;
/** Words of a lead-in so short that it says little without the sentence before it. */
const bareLead = 12;

/** `It will:` says nothing of what; the sentence before it does, and so does a name in bold that a paragraph begins with. */
function belongTogether(before: Quotation, lead: Quotation): boolean {
  const isOne = before.passage.id === lead.passage.id && lead.end - before.start <= longestLead;
  const isBare = textOf(lead).split(/\s+/u).length <= bareLead;
  return (
    isOne &&
    (isBare ||
      lead.passage.text
        .slice(before.end - lead.passage.start)
        .trimStart()
        .startsWith('**'))
  );
}

function takePoint(run: OpenRun, placed: PlacedSentence): void {
  run.isUnder = false;
  if (placed.opens || run.items.length === 0) addItem(run, placed, 'points');
  else grow(run, placed);
}

/** Points under a point are a list of their own. */
function takeItem(run: OpenRun, placed: PlacedSentence): void {
  if (run.last?.sentence.kind === 'bullet' && run.items.length > 0) {
    run.under.push({ ...emptyRun(placed), lead: leadOfUnder(run, run.last) });
    run.isUnder = true;
  }
  const list = run.isUnder ? run.under.at(-1) : run;
  if (!list) return;
  if (goesOnInLine(placed) && list.items.length > 0) grow(list, placed);
  else addItem(list, placed, 'points');
}

/** A further sentence of a point: no line break stands before it. */
function goesOnInLine({ gap, distance }: PlacedSentence): boolean {
  return gap === null ? distance <= 1 : !gap.includes('\n');
}

/** The point that the points stand under, from its beginning where that is near. */
function leadOfUnder(run: OpenRun, last: PlacedSentence): Quotation {
  const sentence = quotationOf(last);
  const point = run.items.at(-1)?.whole;
  const whole = point && spanning(point, sentence);
  return whole && whole.end === sentence.end && whole.end - whole.start <= longestLead ? whole : sentence;
}

function takeProse(run: OpenRun, placed: PlacedSentence): void {
  if (run.form === 'paragraphs') {
    if (placed.opens || run.items.length === 0) addItem(run, placed, 'paragraphs');
    else grow(run, placed);
  } else if (run.items.length > 0) grow(run, placed);
  else {
    const quotation = quotationOf(placed);
    const goesOn = run.lead !== null && !placed.opens && belongTogether(run.lead, quotation);
    run.lead = goesOn && run.lead ? spanning(run.lead, quotation) : quotation;
    run.introduced = false;
  }
}

function addItem(run: OpenRun, placed: PlacedSentence, form: ListForm): void {
  const quotation = quotationOf(placed);
  run.items.push({ name: nameOfPoint(quotation), whole: quotation });
  run.form = form;
}

/** The last point goes on with this sentence. */
function grow(run: OpenRun, placed: PlacedSentence): void {
  const item = run.items.pop();
  if (item) run.items.push({ ...item, whole: spanning(item.whole, quotationOf(placed)) });
}
