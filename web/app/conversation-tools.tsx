// What can be done with a whole conversation.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportFormat } from '../../src/contract/conversations.ts';
import { useChatTools } from './chat-context.ts';

interface ToolsProps {
  /** Null until an answer is kept. */
  readonly conversationId: string | null;
  readonly onNew: () => void;
}

export function ConversationTools({ conversationId, onNew }: ToolsProps): VNode {
  return (
    <div class="conversation-tools">
      <button type="button" class="quiet" onClick={onNew}>
        New conversation
      </button>
      {conversationId !== null && <Exports conversationId={conversationId} />}
    </div>
  );
}

function Exports({ conversationId }: { readonly conversationId: string }): VNode {
  const { service } = useChatTools();
  const [problem, setProblem] = useState('');
  // Fetched, and not only linked to: the reader's token goes into a header.
  const save = async (format: ExportFormat): Promise<void> => {
    try {
      const file = await service.exported(conversationId, format);
      setProblem('');
      saveFile(file, `bluelamp-${conversationId}.${format}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be exported.');
    }
  };
  const link = (format: ExportFormat, name: string): VNode => (
    <a
      class="quiet"
      aria-label={`Export as ${name}`}
      href={`/api/conversations/${encodeURIComponent(conversationId)}/export?format=${format}`}
      download
      onClick={(event) => {
        event.preventDefault();
        void save(format);
      }}
    >
      {name}
    </a>
  );
  return (
    <>
      <span class="tools-label" aria-hidden="true">
        Export
      </span>
      {link('md', 'Markdown')}
      {link('json', 'JSON')}
      <button type="button" class="quiet" onClick={() => print()}>
        Print
      </button>
      <span class="outcome" role="status">
        {problem}
      </span>
    </>
  );
}

function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
