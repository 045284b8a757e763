// How far an ingest has come: a bar with the time left on a terminal, now and then a line elsewhere. On standard error.
import { SingleBar } from 'cli-progress';
import type { Progress, ProgressEvent } from '../../../ingest/progress.ts';
import { tell } from './output.ts';
import { createTimeLeft } from './time-left.ts';

export interface ProgressDisplay {
  readonly progress: Progress;
  stop(): void;
}

type Stage = ProgressEvent['stage'];

const labels = {
  read: 'Reading documents',
  embed: 'Embedding sentences',
  write: 'Writing the index',
  verify: 'Checking the index',
} as const satisfies Record<Stage, string>;

/** Away from a terminal a line is written whenever another such share is done. */
const step = 0.1;

export function createProgressDisplay(): ProgressDisplay {
  return process.stderr.isTTY ? createBars() : createLines();
}

/** One bar a stage; a stage of a single step gets a line, for a bar would say nothing. */
function createBars(): ProgressDisplay {
  const timeLeft = createTimeLeft(() => performance.now());
  let shown: { readonly stage: Stage; readonly bar: SingleBar } | null = null;
  const stop = (): void => {
    shown?.bar.stop();
    shown = null;
  };
  const progress = (event: ProgressEvent): void => {
    const left = timeLeft(event);
    if (event.total <= 1) {
      stop();
      if (event.done === 0) tell(`${labels[event.stage]} …`);
      return;
    }
    if (shown?.stage !== event.stage) {
      stop();
      shown = { stage: event.stage, bar: startBar(event) };
    }
    shown.bar.update(event.done, { left: left === null ? '' : `${left} s left` });
  };
  return { progress, stop };
}

function startBar({ stage, total }: ProgressEvent): SingleBar {
  const bar = new SingleBar({
    format: `${labels[stage].padEnd(20)} [{bar}] {percentage}%  {value} of {total}  {left}`,
    barsize: 30,
    // By default it would swallow the first Ctrl-C, and change a setting of the terminal that a kill leaves behind.
    gracefulExit: false,
    linewrap: true,
  });
  bar.start(total, 0, { left: '' });
  return bar;
}

function createLines(): ProgressDisplay {
  const timeLeft = createTimeLeft(() => performance.now());
  let stage: Stage | null = null;
  let next = 0;
  const progress = (event: ProgressEvent): void => {
    const left = timeLeft(event);
    const share = event.total === 0 ? 1 : event.done / event.total;
    if (event.stage === stage && share < next) return;
    stage = event.stage;
    next = Math.floor(share / step) * step + step;
    tell(lineOf(event, left));
  };
  return { progress, stop: () => undefined };
}

function lineOf({ stage, done, total }: ProgressEvent, left: number | null): string {
  if (total <= 1) return done < total ? `${labels[stage]} …` : `${labels[stage]}: done`;
  return `${labels[stage]}: ${done} of ${total}${done < total && left !== null ? `, about ${left} s left` : ''}`;
}
