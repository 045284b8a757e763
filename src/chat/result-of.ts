/** What comes at the end of events, of which none is told. @throws what ends them. */
export async function resultOf<Result>(events: AsyncGenerator<unknown, Result>): Promise<Result> {
  let step = await events.next();
  while (!step.done) step = await events.next();
  return step.value;
}
