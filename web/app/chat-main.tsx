// The column of the conversation: what was said, and the composer below it.
import type { VNode } from 'preact';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { OpenSource } from './address.ts';
import { Composer } from './composer.tsx';
import { ConversationTools } from './conversation-tools.tsx';
import { describeChosen } from './document-filter.ts';
import { LinkBanner } from './link-banner.tsx';
import type { PageStart } from './page-start.ts';
import { StartExamples } from './start-examples.tsx';
import { TokenForm } from './token-form.tsx';
import { Transcript } from './transcript.tsx';
import type { AskingControl } from './use-asking.ts';
import type { ChatControl } from './use-chat.ts';

export interface MainProps {
  readonly start: PageStart;
  readonly documents: readonly DocumentSummaryWire[];
  readonly isLocked: boolean;
  /** Whether the service did not take the token that it was given. */
  readonly wasRefused: boolean;
  readonly onToken: (token: string) => void;
  /** Why the conversation of the address could not be opened. */
  readonly openProblem: string | null;
  readonly chat: ChatControl;
  readonly asking: AskingControl;
  readonly source: OpenSource | null;
  readonly onNew: () => void;
}

export function ChatMain(props: MainProps): VNode {
  const { start, chat, source, isLocked, onNew } = props;
  const { conversationId, turns } = chat.state;
  const hasBegun = turns.length > 0;
  const message = chat.problem ?? props.openProblem;
  return (
    <div class="chat-main">
      <div class="chat-top">
        <h1>Ask the strategies</h1>
        {hasBegun && <ConversationTools conversationId={conversationId} onNew={onNew} />}
      </div>
      {!hasBegun && start.lede !== '' && <p class="lede">{start.lede}</p>}
      {!hasBegun && message !== null && <p class="problem">{message}</p>}
      <Transcript turns={turns} source={source} />
      {isLocked ? <TokenForm wasRefused={props.wasRefused} onToken={props.onToken} /> : <ComposerPlace {...props} />}
      {!hasBegun && !isLocked && <StartExamples groups={start.examples} />}
    </div>
  );
}

function ComposerPlace({ chat, asking, documents }: MainProps): VNode {
  const isBusy = chat.underWay !== null;
  return (
    <div class="composer-place">
      <LinkBanner state={chat.link} isBusy={isBusy} />
      <Composer
        field={asking.field}
        question={asking.question}
        problem={asking.problem}
        isBusy={isBusy}
        searches={describeChosen(asking.chosen, documents.length)}
        onType={asking.type}
        onAsk={() => asking.ask(asking.question)}
        onStop={() => {
          asking.focus();
          chat.stop();
        }}
      />
    </div>
  );
}
