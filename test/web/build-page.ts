/** Builds the chat's bundle where there is none, so that the tests see the page that people see. */
export async function setup(): Promise<void> {
  await import('../../web/build-app.ts');
}
