import { openDataFolder } from '../../src/adapters/data/data-folder.ts';
import { temporaryFolder } from '../index/made-up-corpus.ts';
import { describeConversationStore } from './conversation-store-suite.ts';
import { createMemoryConversations } from './memory-conversations.ts';

describeConversationStore('in SQLite', async () => {
  const folder = await openDataFolder(temporaryFolder());
  return { ...folder.conversations, close: () => folder.close() };
});

describeConversationStore('in memory', async () => createMemoryConversations());
