// The first page's chat: conversation, composer, and beside them what is searched, what was asked before, and the open source.
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { ConversationWire } from '../../src/contract/conversations.ts';
import { writeAddress } from './address.ts';
import type { OpenSource } from './address.ts';
import { ChatToolsProvider } from './chat-context.ts';
import type { ChatTools } from './chat-context.ts';
import { ChatMain } from './chat-main.tsx';
import type { MainProps } from './chat-main.tsx';
import { citationsOf } from './chat-state.ts';
import type { Turn } from './chat-state.ts';
import { DocumentChoice } from './document-choice.tsx';
import { EarlierList } from './earlier-list.tsx';
import type { Service } from './service.ts';
import { SourcePanel } from './source-panel.tsx';
import { useAsking } from './use-asking.ts';
import { useChat } from './use-chat.ts';
import { useEarlier } from './use-earlier.ts';
import { useAddress, useEscape } from './use-page.ts';
import { useSource } from './use-source.ts';

interface ChatProps extends Pick<
  MainProps,
  'start' | 'documents' | 'isLocked' | 'wasRefused' | 'onToken' | 'openProblem'
> {
  readonly service: Service;
  readonly token: string | null;
  readonly opened: ConversationWire | null;
}

export function Chat(props: ChatProps): VNode {
  const { start, service, documents, opened } = props;
  const chat = useChat(props);
  const { conversationId, turns, announcement } = chat.state;
  const isLocked = props.isLocked || chat.link === 'locked';
  const asking = useAsking({ chat, start, isAnswered: opened !== null, isLocked });
  const { chosen } = asking;
  const addressOf = useCallback(
    (source: OpenSource | null) => writeAddress({ conversationId, documents: chosen, source }),
    [conversationId, chosen],
  );
  const { source, open, close } = useSource(addressOf);
  const first = turns[0]?.question ?? null;
  const earlier = useEarlier(service, conversationId, first);
  useAddress(addressOf(source), first);
  useEscape(source !== null, close);
  const startNew = (): void => {
    // A page that began with an answer does not know what a first visit shows.
    if (start.lede === '') return location.assign('/');
    chat.clear();
    history.pushState(null, '', writeAddress({ conversationId: null, documents: chosen, source: null }));
    scrollTo({ top: 0 });
    asking.reset();
  };
  const remove = (id: string): void => {
    earlier.remove(id);
    asking.focus();
    if (id === conversationId) startNew();
  };
  const turn = source && turns[source.turn - 1];
  const citation = (turn && citationsOf(turn).find(({ n }) => n === source.n)) ?? null;
  const { judge } = chat;
  const askAgain = (again: Turn): void => {
    // The button that was pressed goes; focus must not go with it.
    asking.focus();
    chat.askAgain(again);
  };
  const isBusy = chat.underWay !== null;
  const tools: ChatTools = { service, documents, ask: asking.ask, askAgain, judge, openSource: open, isBusy };
  return (
    <ChatToolsProvider value={tools}>
      <div class={`chat${turns.length > 0 ? ' begun' : ''}${citation ? ' with-source' : ''}`}>
        <ChatMain {...props} chat={chat} asking={asking} isLocked={isLocked} source={source} onNew={startNew} />
        <div class="chat-side">
          {citation && <SourcePanel citation={citation} onClose={close} />}
          <div class="chat-rail">
            {documents.length > 0 && <DocumentChoice documents={documents} chosen={chosen} onChoose={asking.choose} />}
            <EarlierList conversations={earlier.conversations} current={conversationId} onRemove={remove} />
          </div>
        </div>
        <p class="unseen" role="status">
          {announcement}
        </p>
      </div>
    </ChatToolsProvider>
  );
}
