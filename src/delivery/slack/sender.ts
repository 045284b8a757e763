// Which workspace somebody writes from. In a channel that is shared with another organisation (Slack Connect) its people see the bot
// and can turn to it; what the documents say is for ours, unless the settings say otherwise.

/** What a message of Slack's tells of where its sender belongs, and of where we do. */
export interface Sender {
  /** Workspace of whoever sent it; null where it does not say. */
  readonly team: string | null;
  /** Workspaces that it names as ours. */
  readonly ours: readonly string[];
  /** Whether it comes from a place that people of other organisations may write in. */
  readonly isShared: boolean;
}

/** Which workspaces' people are answered: `any`, or these beside our own. */
export type AllowedTeams = 'any' | readonly string[];

export interface Membership {
  /** The workspace that the bot token is of; null until Slack has told it. */
  readonly own: string | null;
  readonly allowed: AllowedTeams;
}

/** Where a message does not say where its sender belongs, and people of others may write, it is taken for one of theirs. */
export function isOutsider({ team, ours, isShared }: Sender, { own, allowed }: Membership): boolean {
  if (allowed === 'any') return false;
  if (team === null) return isShared;
  return team !== own && !ours.includes(team) && !allowed.includes(team);
}
