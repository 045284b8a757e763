// What `doctor` has to say of one thing that it looked at.

export interface Finding {
  readonly verdict: 'ok' | 'warn' | 'fail';
  /** What was found and, unless all is well, how to mend it. */
  readonly text: string;
}

export const ok = (text: string): Finding => ({ verdict: 'ok', text });
export const warn = (text: string): Finding => ({ verdict: 'warn', text });
export const fail = (text: string): Finding => ({ verdict: 'fail', text });
