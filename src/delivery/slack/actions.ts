// The buttons: what each is called, and the id that its value holds.

export const actionIds = {
  helpful: 'bluelamp_helpful',
  unhelpful: 'bluelamp_not_helpful',
  reason: 'bluelamp_reason',
  share: 'bluelamp_share',
  keep: 'bluelamp_keep',
  shareRegister: 'bluelamp_share_register',
  keepRegister: 'bluelamp_keep_register',
  example: 'bluelamp_example',
} as const;

/** An answer, as a button's value names it. */
export interface AnswerKey {
  readonly conversationId: string;
  readonly messageId: string;
}

export const reasons = [
  { id: 'wrong', label: 'It is wrong' },
  { id: 'missing', label: 'Something is missing' },
  { id: 'document', label: 'Wrong document' },
  { id: 'unclear', label: 'It is unclear' },
] as const;
export type ReasonId = (typeof reasons)[number]['id'];

/** Ids have letters, digits, `-` and `_`, so a stop parts them. */
export function answerValue({ conversationId, messageId }: AnswerKey): string {
  return `${conversationId}.${messageId}`;
}

export function readAnswerValue(value: string): AnswerKey | null {
  const { conversationId, messageId } =
    /^(?<conversationId>[\w-]{1,64})\.(?<messageId>[\w-]{1,64})(?:\.|$)/u.exec(value)?.groups ?? {};
  return conversationId === undefined || messageId === undefined ? null : { conversationId, messageId };
}

export function reasonValue(key: AnswerKey, reason: ReasonId): string {
  return `${answerValue(key)}.${reason}`;
}

export function readReason(value: string): ReasonId | null {
  return reasons.find(({ id }) => value.endsWith(`.${id}`))?.id ?? null;
}

/** Words that the register is looked through for, as a button names them: in letters, digits, `-` and `_` like every id. */
export function subjectValue(subject: string): string {
  return Buffer.from(subject.toWellFormed()).toString('base64url');
}

/** The inverse of `subjectValue`. */
export function readSubject(value: string): string {
  return Buffer.from(value, 'base64url').toString();
}
