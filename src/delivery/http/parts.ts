// What the HTTP channel is made of; whoever composes the program hands it in.
import type { Turns } from '../../chat/turn.ts';
import type { Log, PassageIndex } from '../../ports.ts';

/** How things stand at this moment, in sentences for whoever watches the service. */
export interface Health {
  /** Why questions cannot be answered in full now; empty when ready. */
  readonly notReady: readonly string[];
  /** What is amiss though questions are answered. */
  readonly notes: readonly string[];
}

export interface HttpParts {
  readonly turns: Turns;
  /** The generation that serves at this moment; a request asks once and keeps to it. */
  readonly index: () => PassageIndex;
  readonly health: () => Health;
  /** A fresh id of at least 128 random bits, in letters, digits, `-` and `_`; `newRandomId` is one. */
  readonly ids: () => string;
  readonly log: Log;
  /** Our names beside the loopback ones, as `bluelamp.example` or `bluelamp.example:8443`. */
  readonly publicHosts: readonly string[];
}

/** Types of Hono's context here. */
export interface HttpEnv {
  Variables: { requestId: string };
}
