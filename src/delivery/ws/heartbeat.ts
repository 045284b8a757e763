// Notices peers that went away without a word: a machine that sleeps, a network that is gone.

/** What a heartbeat needs of a WebSocket. */
export interface Peer {
  ping(): void;
  terminate(): void;
  on(event: 'pong', listener: () => void): unknown;
}

export interface Heartbeat {
  watch(peer: Peer): void;
  forget(peer: Peer): void;
  stop(): void;
}

/** Milliseconds between two pings; a peer that answered none of them by the next is let go, so within twice that. */
const pingEvery = 30_000;

export function createHeartbeat(every: number = pingEvery): Heartbeat {
  const answered = new Map<Peer, boolean>();
  const beat = (): void => {
    for (const [peer, isAlive] of answered) {
      answered.set(peer, false);
      if (isAlive) peer.ping();
      else peer.terminate();
    }
  };
  const timer = setInterval(beat, every).unref();
  return {
    watch(peer) {
      answered.set(peer, true);
      peer.on('pong', () => void (answered.has(peer) && answered.set(peer, true)));
    },
    forget: (peer) => void answered.delete(peer),
    stop: () => clearInterval(timer),
  };
}
