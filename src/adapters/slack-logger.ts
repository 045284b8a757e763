import { LogLevel } from '@slack/web-api';
import type { Logger } from '@slack/web-api';

/** Slack's libraries log addresses, bodies and tokens in words of their own; what matters of it comes back as an outcome. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};
