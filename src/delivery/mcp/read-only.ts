/** Tells a client that a tool changes nothing, and looks at nothing outside Bluelamp. */
export const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
