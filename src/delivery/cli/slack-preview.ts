// `bluelamp slack preview`: the message that the bot would post, without a workspace.
import { randomUUID } from 'node:crypto';
import { createCard } from '../../chat/card.ts';
import type { Card } from '../../chat/card.ts';
import { cardMarkdown, cardText } from '../../chat/render-card.ts';
import { answerWire } from '../../chat/wire.ts';
import { slackLinks } from '../../compose-slack.ts';
import { searchQuerySchema } from '../../contract/search.ts';
import { renderCard, renderPlainCard } from '../slack/render-card.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { parseGiven } from './given.ts';
import { print, printJson } from './output.ts';
import type { PreviewOptions } from './slack-formats.ts';
import { withApp } from './with-app.ts';

const rules = searchQuerySchema.pick({ q: true });

export async function previewInSlack(
  context: Context,
  question: string,
  { format }: PreviewOptions,
): Promise<ExitCode> {
  const { config } = context;
  const { q } = parseGiven(rules, { q: question });
  return withApp(context, async (app) => {
    const key = { conversationId: randomUUID(), messageId: randomUUID() };
    const answer = answerWire(await app.turns.ask({ question: q }), key);
    const titles = new Map<string, string>((await app.index().documents()).map(({ id, title }) => [id, title]));
    // Nothing is kept of a preview, so its links ask the question anew.
    const links = slackLinks(() => config.publicUrl ?? `http://localhost:${config.port}`, false);
    const openUrl = links.openUrl({ ...key, question: q });
    const card = createCard(answer, { permalink: links.permalink, openUrl, titleOf: (id) => titles.get(id) ?? id });
    const options = { key, humanContact: config.slack?.humanContact ?? null };
    if (format === 'blocks') printJson(renderCard(card, options));
    else print(format === 'plain' ? renderPlainCard(card, options) : words(card, format));
    return answer.status === 'not_found' ? exitCodes.nothingFound : exitCodes.done;
  });
}

function words(card: Card, format: 'markdown' | 'text'): string {
  return format === 'markdown' ? cardMarkdown(card) : cardText(card);
}
