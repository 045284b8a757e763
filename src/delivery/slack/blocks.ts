// The parts of Slack's Block Kit that are used here, and the limits that Slack sets them.

/** Slack's limits, in UTF-16 code units where they are of text (docs.slack.dev, Block Kit reference). */
export const slackLimits = {
  blocks: 50,
  sectionText: 3_000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 300,
  /** Beyond some 13,200 a message is refused though each block is within its limit; undocumented, met by Bolt's users. */
  message: 11_000,
  /** `text` without blocks: what Slack advises not to pass. */
  plainText: 4_000,
} as const;

export interface MrkdwnText {
  readonly type: 'mrkdwn';
  readonly text: string;
  /** Addresses and names in it are left as they are written. */
  readonly verbatim: true;
}

export interface Button {
  readonly type: 'button';
  readonly text: { readonly type: 'plain_text'; readonly text: string };
  readonly action_id: string;
  readonly value: string;
  readonly accessibility_label: string;
}

export type Block =
  | { readonly type: 'section'; readonly text: MrkdwnText; readonly accessory?: Button }
  | { readonly type: 'context'; readonly elements: readonly MrkdwnText[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | { readonly type: 'header'; readonly text: { readonly type: 'plain_text'; readonly text: string } };

/** What is posted: `text` is the notification, and what a screen reader reads. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export function section(text: string): Block {
  return { type: 'section', text: mrkdwn(text) };
}

export function context(...texts: readonly string[]): Block {
  return { type: 'context', elements: texts.slice(0, slackLimits.contextElements).map(mrkdwn) };
}

interface ButtonWords {
  readonly label: string;
  /** What a screen reader says: the label alone tells little out of its place. */
  readonly spoken: string;
}

export function button(action: string, value: string, { label, spoken }: ButtonWords): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: label },
    action_id: action,
    value,
    accessibility_label: spoken,
  };
}

function mrkdwn(text: string): MrkdwnText {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** All text of blocks, which Slack counts together. */
export function textLength(blocks: readonly Block[]): number {
  return (
    JSON.stringify(blocks).length -
    JSON.stringify(blocks, (key, value: unknown) => (key === 'text' && typeof value === 'string' ? '' : value)).length
  );
}
