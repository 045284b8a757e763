// `bluelamp slack preview`: the message that the bot would post, without a workspace.
import { randomUUID } from 'node:crypto';
import { createCard } from '../../chat/card.ts';
import type { Card } from '../../chat/card.ts';
import { cardMarkdown, cardText } from '../../chat/render-card.ts';
import { answerWire } from '../../chat/wire.ts';
import { slackLinks } from '../../compose-slack.ts';
import { searchQuerySchema } from '../../contract/search.ts';
import { createCatalogue } from '../slack/catalogue.ts';
import type { FoundCommitments } from '../slack/catalogue.ts';
import { renderCard, renderPlainCard } from '../slack/render-card.ts';
import { renderRegister } from '../slack/render-register.ts';
import type { RegisterOptions } from '../slack/render-register.ts';
import { comparisonQuestion } from '../slack/subjects.ts';
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
  // Nothing is kept of a preview, so its links ask the question anew.
  const links = slackLinks(() => config.publicUrl ?? `http://localhost:${config.port}`, false);
  return withApp(context, async (app) => {
    const catalogue = createCatalogue(app.lease);
    const [, command, subject = ''] = /^(\/commitment|\/compare)\s+(.+)$/su.exec(q) ?? [];
    if (command === '/commitment') return previewRegister(await catalogue.commitments(subject), { subject, links });
    const asked = command === '/compare' ? comparisonQuestion(subject) : q;
    const key = { conversationId: randomUUID(), messageId: randomUUID() };
    const answer = answerWire(await app.turns.ask({ question: asked }), key);
    const titles = await catalogue.titles();
    const openUrl = links.openUrl({ ...key, question: asked });
    const counts = command === '/compare' ? await catalogue.themeCounts(subject) : null;
    const titleOf = (id: string): string => titles.get(id) ?? id;
    const card = createCard(answer, { permalink: links.permalink, openUrl, titleOf, counts });
    const options = { key, humanContact: config.slack?.humanContact ?? null };
    if (format === 'blocks') printJson(renderCard(card, options));
    else print(format === 'plain' ? renderPlainCard(card, options) : words(card, format));
    return answer.status === 'not_found' ? exitCodes.nothingFound : exitCodes.done;
  });
}

/** What `/commitment` shows; where it finds nothing the question is asked instead, which can be previewed as such. */
function previewRegister(
  found: FoundCommitments,
  { subject, links }: Pick<RegisterOptions, 'subject' | 'links'>,
): ExitCode {
  if (found.total === 0) return exitCodes.nothingFound;
  const asked = { question: `/commitment ${subject}`, user: null };
  printJson(renderRegister(found, { subject, asked, isPrivate: true, canShare: true, links }));
  return exitCodes.done;
}

function words(card: Card, format: 'markdown' | 'text'): string {
  return format === 'markdown' ? cardMarkdown(card) : cardText(card);
}
