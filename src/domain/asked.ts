// The kind of thing a question asks for, where its wording says so.

export const askedKinds = ['number', 'money', 'rate', 'date', 'name', 'person', 'place', 'reason', 'meaning'] as const;
export type AskedKind = (typeof askedKinds)[number];
