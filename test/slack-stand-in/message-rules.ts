// The limits that Slack documents for messages and views, as its Web API enforces them.

/** Slack's word for what is wrong with a message; null where it is accepted. */
export function faultOfMessage(text: unknown, blocks: unknown): string | null {
  if (blocks === undefined) return typeof text === 'string' && text !== '' ? faultOfText(text) : 'no_text';
  // Slack accepts a message of blocks alone, and warns; a bot of ours must not be warned.
  if (typeof text !== 'string' || text === '') return 'no_text';
  return faultOfText(text) ?? faultOfBlocks(blocks, 50) ?? (textIn(blocks) > 13_200 ? 'msg_blocks_too_long' : null);
}

function faultOfText(text: string): string | null {
  return text.length > 40_000 ? 'msg_too_long' : null;
}

export function faultOfBlocks(blocks: unknown, most: number): string | null {
  if (!Array.isArray(blocks) || blocks.length === 0 || blocks.length > most) return 'invalid_blocks';
  return blocks.every(isSoundBlock) ? null : 'invalid_blocks';
}

function isSoundBlock(block: unknown): boolean {
  if (!isRecord(block)) return false;
  switch (block['type']) {
    case 'section':
      return isText(block['text'], 3_000) && (block['accessory'] === undefined || isButton(block['accessory']));
    case 'context':
      return isListOf(block['elements'], 10, (element) => isText(element, 3_000));
    case 'actions':
      return isListOf(block['elements'], 25, isButton) && hasDistinctActions(block['elements']);
    case 'header':
      return isText(block['text'], 150) && isRecord(block['text']) && block['text']['type'] === 'plain_text';
    case 'divider':
      return true;
    default:
      return false;
  }
}

function isButton(element: unknown): boolean {
  if (!isRecord(element) || element['type'] !== 'button') return false;
  const { text, action_id: action, value, accessibility_label: label } = element;
  return (
    isText(text, 75) &&
    isRecord(text) &&
    text['type'] === 'plain_text' &&
    isShort(action, 255) &&
    isShort(value, 2_000) &&
    isShort(label, 75)
  );
}

function hasDistinctActions(elements: unknown): boolean {
  if (!Array.isArray(elements)) return false;
  const ids = elements.map((element) => (isRecord(element) ? element['action_id'] : null));
  return new Set(ids).size === ids.length;
}

function isText(text: unknown, longest: number): boolean {
  if (!isRecord(text) || (text['type'] !== 'mrkdwn' && text['type'] !== 'plain_text')) return false;
  return isShort(text['text'], longest);
}

function isShort(text: unknown, longest: number): boolean {
  return typeof text === 'string' && text.length >= 1 && text.length <= longest;
}

function isListOf(list: unknown, most: number, isSound: (element: unknown) => boolean): boolean {
  return Array.isArray(list) && list.length >= 1 && list.length <= most && list.every(isSound);
}

function textIn(blocks: unknown): number {
  if (Array.isArray(blocks)) return blocks.reduce<number>((sum, block) => sum + textIn(block), 0);
  if (!isRecord(blocks)) return 0;
  return Object.entries(blocks).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textIn(value)),
    0,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
