// The chat's link to the service for as long as the page is open.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ServerFrame } from '../../src/contract/chat.ts';
import type { Question } from './chat-state.ts';
import { ChatLink } from './chat-link.ts';
import type { LinkState } from './chat-link.ts';
import { openSocket } from './open-socket.ts';
import type { Service } from './service.ts';

export interface LinkOptions {
  readonly service: Service;
  readonly token: string | null;
  /** Where no token is known and one is wanted, nothing is tried. */
  readonly isLocked: boolean;
  readonly onFrame: (frame: ServerFrame) => void;
}

export interface LinkControl {
  readonly state: LinkState;
  readonly ask: (frame: Question) => void;
  readonly stop: (id: string) => void;
}

export function useLink({ service, token, isLocked, onFrame }: LinkOptions): LinkControl {
  const [state, setState] = useState<LinkState>(isLocked ? 'locked' : 'connecting');
  const link = useRef<ChatLink | null>(null);
  useEffect(() => {
    if (isLocked && token === null) return undefined;
    const made = new ChatLink({
      openSocket: (handlers) => openSocket(token, handlers),
      askByRequest: (question, signal) => service.ask(question, signal),
      probe: () => service.probe(),
      onFrame,
      onState: setState,
      random: Math.random,
    });
    const onOnline = (): void => made.connect();
    link.current = made;
    setState('connecting');
    made.connect();
    addEventListener('online', onOnline);
    return () => {
      removeEventListener('online', onOnline);
      made.end();
    };
  }, [service, token, isLocked, onFrame]);
  const ask = useCallback((frame: Question) => link.current?.ask(frame), []);
  const stop = useCallback((id: string) => link.current?.stop(id), []);
  return { state, ask, stop };
}
