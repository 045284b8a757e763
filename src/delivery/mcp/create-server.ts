// One MCP server, for one request over HTTP or one connection over standard input and output.
import { McpServer } from '@modelcontextprotocol/server';
import { addCommitmentsTool } from './commitments-tool.ts';
import type { McpParts, McpSession } from './parts.ts';
import { addResources } from './resources.ts';
import { addAskTool, addPassageTool, addSearchTool } from './tools.ts';

const serverInfo = { name: 'bluelamp', title: 'Bluelamp', version: '1' };

/** What a client's model is told before it chooses a tool. */
const instructions =
  "Bluelamp holds an organisation's strategy documents and answers only from them, in their exact words. " +
  'Use ask_strategies for questions and keep its wording and citations when you pass an answer on; where it abstains, say that the documents do not answer, and do not answer from elsewhere in their name. ' +
  'Use search_strategies and get_passage to read passages yourself. Cite the document, its years and its status.';

/** Tools and documents only change with the program and the index, and nobody is told of it over this channel. */
const capabilities = { tools: { listChanged: false }, resources: { listChanged: false } };

export function createMcpServer(parts: McpParts, session: McpSession): McpServer {
  const server = new McpServer(serverInfo, { instructions, capabilities });
  addAskTool(server, parts, session);
  addSearchTool(server, parts, session);
  addPassageTool(server, parts);
  addCommitmentsTool(server, parts);
  addResources(server, parts);
  return server;
}
