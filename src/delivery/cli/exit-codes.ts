// What a command ends with; faults have theirs in the contract's table.

export const exitCodes = { done: 0, failed: 1, wrongUse: 2, nothingFound: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
