// Ctrl-C and the supervisor's wish that the service stop.
import { exitCodes } from './exit-codes.ts';

const names = ['SIGINT', 'SIGTERM'] as const;
type SignalName = (typeof names)[number];

export interface Signals {
  /** The signal that asks for an orderly stop; whoever sends another will not wait for it. */
  first(): Promise<SignalName>;
}

/** Until `first` is called nothing serves that could be stopped in order, and a signal ends the process at once. */
export function watchSignals(): Signals {
  let stop: ((name: SignalName) => void) | null = null;
  let signalled = false;
  const onSignal = (name: SignalName): void => {
    if (stop === null || signalled) process.exit(signalled ? exitCodes.failed : exitCodes.done);
    signalled = true;
    stop(name);
  };
  for (const name of names) process.on(name, onSignal);
  return { first: () => new Promise((resolve) => (stop = resolve)) };
}
