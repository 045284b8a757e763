// Documents and passages as resources: the text itself, to the code unit, so that offsets of citations hold in it.
import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import type { McpServer, ReadResourceResult } from '@modelcontextprotocol/server';
import { findPassage } from '../../chat/find-passage.ts';
import { AppError, toAppError } from '../../domain/errors.ts';
import { isDocumentId } from '../../domain/ids.ts';
import { withIndex } from './parts.ts';
import type { McpParts } from './parts.ts';
import { documentUri, documentUriTemplate, passageUriTemplate } from './uris.ts';

const mimeType = 'text/plain';

export function addResources(server: McpServer, parts: McpParts): void {
  const documents = () => withIndex(parts, (index) => index.documents());
  server.registerResource(
    'document',
    new ResourceTemplate(documentUriTemplate, {
      list: async () => ({
        resources: (await documents()).map(({ id, title, years, status, sourceNote }) => ({
          uri: documentUri(id),
          name: id,
          title,
          description: `${years ? `${years.from}–${years.to}, ` : ''}${status}. ${sourceNote}`.trim(),
          mimeType,
        })),
      }),
      complete: {
        id: async (begun) => (await documents()).map(({ id }) => String(id)).filter((id) => id.startsWith(begun)),
      },
    }),
    {
      title: 'Strategy document',
      description: 'The whole text of one document. Offsets of citations and passages are UTF-16 code units into it.',
      mimeType,
    },
    ({ href }, { id }) => told(parts, href, readDocument(parts, href, String(id))),
  );
  server.registerResource(
    'passage',
    new ResourceTemplate(passageUriTemplate, { list: undefined }),
    {
      title: 'Passage of a strategy document',
      description: 'The text of one passage, by the passageId of a search result or a citation.',
      mimeType,
    },
    ({ href }, { id }) => told(parts, href, readPassage(parts, href, String(id))),
  );
}

async function readDocument(parts: McpParts, uri: string, id: string): Promise<ReadResourceResult> {
  const document = await withIndex(parts, async (index) => (isDocumentId(id) ? index.document(id) : null));
  if (!document)
    throw new AppError('not-found', 'There is no document with this id. resources/list names those there are.');
  const { title, years, status, text } = document;
  return { contents: [{ uri, mimeType, text, _meta: { documentId: id, title, years, status } }] };
}

async function readPassage(parts: McpParts, uri: string, id: string): Promise<ReadResourceResult> {
  const { text, ...passage } = await withIndex(parts, (index) => findPassage(index, id));
  const { documentId, section, page, start, end } = passage;
  const permalink = parts.permalink(passage);
  return { contents: [{ uri, mimeType, text, _meta: { documentId, section, page, start, end, permalink } }] };
}

async function told<Result>(parts: McpParts, uri: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw protocolError(parts, uri, error);
  }
}

/** The protocol hands on the words of whatever is thrown, so only words written for readers may be. */
function protocolError({ log }: McpParts, uri: string, thrown: unknown): ProtocolError {
  if (thrown instanceof ProtocolError) return thrown;
  const { code, message } = toAppError(thrown);
  if (code === 'not-found') return new ResourceNotFoundError(uri, message);
  if (code === 'internal') log('error', 'mcp-resource-failed', { fault: thrown });
  return new ProtocolError(ProtocolErrorCode.InternalError, message);
}
