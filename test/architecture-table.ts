// Who may import whom, lowest first. The first row whose path fits a file is the file's row.

export interface Row {
  /** A file, or a folder when it ends in a slash. Files of one folder row may import each other. */
  readonly path: string;
  /** Files and folders that may be imported; `anything` for the few files that join the parts. */
  readonly imports: readonly string[] | 'anything';
  /** Files and folders whose types alone may be imported. */
  readonly types?: readonly string[];
  /** npm packages; `@scope/*` is every package of the scope. */
  readonly packages: readonly string[];
  /** Pure code may not use Node's own modules. */
  readonly pure?: boolean;
}

const basis = ['src/domain/', 'src/text/', 'src/ports.ts'];
const channel = [
  'src/domain/',
  'src/contract/',
  'src/ports.ts',
  'src/chat/turn.ts',
  'src/chat/conversations.ts',
  'src/chat/wire.ts',
  'src/chat/find-passage.ts',
  'src/chat/explanation.ts',
  'src/insight/',
  'src/text/themes-of-text.ts',
  'web/',
];

export const table: readonly Row[] = [
  { path: 'src/domain/', imports: [], packages: ['zod'], pure: true },
  { path: 'src/text/', imports: ['src/domain/'], packages: ['stemmer'], pure: true },
  { path: 'src/ports.ts', imports: ['src/domain/'], packages: [], pure: true },
  {
    path: 'src/conversation-store.ts',
    imports: ['src/domain/'],
    types: ['src/contract/'],
    packages: [],
    pure: true,
  },
  { path: 'src/slack-ports.ts', imports: [], packages: [], pure: true },
  // What holds files against other processes, for the index and the data folder alike.
  { path: 'src/files/', imports: ['src/domain/'], packages: ['zod'] },
  { path: 'src/query/', imports: basis, packages: [], pure: true },
  { path: 'src/retrieve/', imports: basis, packages: [], pure: true },
  // Of an answer, the parts: each uses those above it.
  { path: 'src/answer/quote/', imports: [...basis], packages: [], pure: true },
  { path: 'src/answer/rank/', imports: [...basis, 'src/answer/quote/'], packages: [], pure: true },
  { path: 'src/answer/tells/', imports: [...basis, 'src/answer/rank/'], packages: [], pure: true },
  {
    path: 'src/answer/figures/',
    imports: [...basis, 'src/answer/rank/', 'src/answer/quote/'],
    packages: [],
    pure: true,
  },
  {
    path: 'src/answer/ranked/',
    imports: [...basis, 'src/answer/rank/', 'src/answer/quote/', 'src/answer/figures/', 'src/answer/tells/'],
    packages: [],
    pure: true,
  },
  { path: 'src/answer/lists/', imports: [...basis, 'src/answer/quote/', 'src/answer/rank/'], packages: [], pure: true },
  {
    path: 'src/answer/withhold/',
    imports: [
      ...basis,
      'src/answer/rank/',
      'src/answer/quote/',
      'src/answer/figures/',
      'src/answer/tells/',
      'src/answer/ranked/',
    ],
    packages: [],
    pure: true,
  },
  {
    path: 'src/answer/documents/',
    imports: [...basis, 'src/answer/rank/', 'src/answer/quote/', 'src/answer/figures/', 'src/answer/ranked/'],
    packages: [],
    pure: true,
  },
  {
    path: 'src/answer/follow-up/',
    imports: [
      ...basis,
      'src/answer/quote/',
      'src/answer/rank/',
      'src/answer/tells/',
      'src/answer/figures/',
      'src/answer/ranked/',
      'src/answer/lists/',
      'src/answer/withhold/',
    ],
    packages: [],
    pure: true,
  },
  {
    path: 'src/answer/compose/',
    imports: [
      ...basis,
      'src/answer/quote/',
      'src/answer/rank/',
      'src/answer/tells/',
      'src/answer/figures/',
      'src/answer/ranked/',
      'src/answer/lists/',
      'src/answer/withhold/',
      'src/answer/documents/',
    ],
    packages: [],
    pure: true,
  },
  { path: 'src/answer/', imports: basis, packages: [], pure: true },
  // A language model's words for an answer, and the check that they must pass.
  {
    path: 'src/generate/',
    imports: [...basis, 'src/answer/quote/to-citation.ts', 'src/answer/quote/verify-grounding.ts'],
    packages: ['zod'],
    pure: true,
  },
  // What the documents tell as a whole: themes, priorities, glossary.
  {
    path: 'src/insight/',
    imports: [
      'src/domain/',
      'src/text/',
      // How lists are read off a document is one thing, whoever asks.
      'src/answer/lists/inline-lists.ts',
      'src/answer/lists/lists.ts',
      'src/answer/quote/placed.ts',
      'src/answer/quote/quotation.ts',
    ],
    types: ['src/answer/lists/stated-list.ts', 'src/contract/', 'src/ports.ts'],
    packages: [],
    pure: true,
  },
  // The measures of quality, shared by the command line, the tests and the fitting scripts.
  { path: 'src/eval/', imports: ['src/domain/'], packages: ['zod'], pure: true },
  { path: 'src/contract/', imports: ['src/domain/'], packages: ['zod'] },
  {
    path: 'src/chat/',
    imports: [
      ...basis,
      'src/query/understand.ts',
      'src/retrieve/retrieve.ts',
      'src/answer/answer.ts',
      'src/generate/advise.ts',
      'src/generate/own-names.ts',
      'src/generate/word-answer.ts',
      'src/generate/wordable.ts',
    ],
    types: ['src/contract/', 'src/conversation-store.ts'],
    packages: [],
  },
  // How much of the service a client may use; every channel asks through it.
  {
    path: 'src/admission/',
    imports: ['src/domain/', 'src/ports.ts'],
    types: ['src/chat/turn.ts', 'src/chat/conversations.ts'],
    packages: [],
  },
  { path: 'index/', imports: [...basis, 'src/files/'], packages: ['hnswlib-node', 'libsql', 'lru-cache', 'zod'] },
  {
    path: 'ingest/',
    imports: [
      ...basis,
      'index/build.ts',
      'index/publish.ts',
      'index/lock.ts',
      'index/reuse.ts',
      'index/generation-input.ts',
      'src/insight/',
    ],
    packages: ['entities', 'zod'],
  },
  {
    path: 'src/adapters/',
    imports: [
      'src/domain/',
      'src/ports.ts',
      'src/contract/',
      'src/conversation-store.ts',
      'src/slack-ports.ts',
      'src/files/',
    ],
    packages: ['@langchain/*', 'langchain', '@slack/*', '@xenova/transformers', 'libsql', 'prom-client', 'zod'],
  },
  // What runs in the browser; of the pages' code it shares what is plain data and text.
  {
    path: 'web/app/',
    imports: ['web/links.ts', 'web/describe-document.ts', 'web/reader/reading-blocks.ts'],
    types: ['src/contract/', 'src/domain/'],
    packages: ['preact', 'marked', 'dompurify'],
    pure: true,
  },
  { path: 'web/build-app.ts', imports: [], packages: ['vite'] },
  { path: 'web/', imports: [], types: ['src/contract/', 'src/domain/'], packages: [], pure: true },
  { path: 'src/delivery/ws/', imports: [...channel, 'src/admission/'], packages: ['ws'] },
  {
    path: 'src/delivery/slack/',
    imports: [...channel, 'src/admission/', 'src/chat/card.ts', 'src/chat/render-card.ts', 'src/slack-ports.ts'],
    packages: ['zod'],
  },
  {
    path: 'src/delivery/mcp/',
    imports: [...channel, 'src/admission/'],
    packages: ['@modelcontextprotocol/server', 'zod'],
  },
  // The chat and Slack come in over the same port.
  {
    path: 'src/delivery/http/',
    imports: [...channel, 'src/admission/', 'src/delivery/ws/', 'src/delivery/slack/', 'src/delivery/mcp/'],
    packages: ['hono', '@hono/*'],
  },
  {
    path: 'src/delivery/cli/',
    imports: [
      ...channel,
      'src/compose.ts',
      'src/compose-data.ts',
      'src/compose-service.ts',
      'src/compose-slack.ts',
      'src/compose-mcp.ts',
      'src/config.ts',
      'src/eval/',
      'src/chat/card.ts',
      'src/chat/render-card.ts',
      'src/delivery/slack/catalogue.ts',
      'src/delivery/slack/render-card.ts',
      'src/delivery/slack/render-register.ts',
      'src/delivery/slack/subjects.ts',
      'src/generate/measure-check.ts',
    ],
    types: ['index/open.ts', 'ingest/progress.ts'],
    packages: ['commander', 'cli-progress'],
  },
  { path: 'src/config.ts', imports: 'anything', packages: ['zod'] },
  { path: 'src/config-slack.ts', imports: [], packages: ['zod'] },
  { path: 'src/compose.ts', imports: 'anything', packages: [] },
  { path: 'src/compose-data.ts', imports: 'anything', packages: [] },
  { path: 'src/compose-slack.ts', imports: 'anything', packages: [] },
  { path: 'src/compose-service.ts', imports: 'anything', packages: [] },
  { path: 'src/compose-language-model.ts', imports: 'anything', packages: [] },
  { path: 'src/compose-mcp.ts', imports: 'anything', packages: [] },
  // What the package gives to other programs.
  { path: 'src/retriever.ts', imports: 'anything', packages: [] },
  { path: 'src/main.ts', imports: 'anything', packages: [] },
];

/** Folders whose files the table governs. */
export const governedFolders = ['src', 'ingest', 'index', 'web'];

/** Names that say nothing of what they hold. */
export const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'shared', 'misc'];

export const mostLines = 400;
