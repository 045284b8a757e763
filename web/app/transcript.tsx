import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OpenSource } from './address.ts';
import type { Turn } from './chat-state.ts';
import { TurnView } from './turn-view.tsx';

interface TranscriptProps {
  readonly turns: readonly Turn[];
  readonly source: OpenSource | null;
}

/** What was said. It announces nothing by itself: a finished answer is announced once, elsewhere. */
export function Transcript({ turns, source }: TranscriptProps): VNode {
  const log = useRef<HTMLDivElement>(null);
  const lastId = turns.at(-1)?.progress.kind === 'under-way' ? turns.at(-1)?.id : undefined;
  useEffect(() => {
    // A new question goes to the top, and its answer grows below it while it is read.
    if (lastId !== undefined) log.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [lastId]);
  return (
    <div ref={log} class="transcript" role="log" aria-label="Conversation" aria-live="off" tabIndex={-1}>
      {turns.map((turn, index) => (
        <TurnView
          key={turn.id}
          turn={turn}
          number={index + 1}
          openSource={source?.turn === index + 1 ? source.n : null}
        />
      ))}
    </div>
  );
}
