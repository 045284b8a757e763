// Starts the service over the real documents, once for all the tests in a browser that leave it as it is.
import type { TestProject } from 'vitest/node';
import { startService } from './real-service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the service over the real documents. */
    documentsUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The index of the tests of quality.
  const service = await startService({ indexDir: project.getProvidedContext().corpusIndexDir });
  project.provide('documentsUrl', service.url);
  return () => service.stop();
}
