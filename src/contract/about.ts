// Wire shape of what a client should know of the service before it asks.
import { z } from 'zod';

export const aboutSchema = z
  .object({
    /** The language model that puts answers into words; null where answers only quote and nothing leaves the service. */
    languageModel: z
      .object({
        /** `provider:model`. */
        name: z.string(),
        /** What a reader should know: that questions and passages are sent to it. */
        notice: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'About' });
export type AboutWire = z.infer<typeof aboutSchema>;

/** @param name `provider:model`; null where there is none. */
export function aboutWire(name: string | null): AboutWire {
  const notice = `Answers are put into words by the language model ${name}: your question, up to three before it and the passages found for it are sent there. Each of its sentences is checked against the documents before you see it.`;
  return { languageModel: name === null ? null : { name, notice } };
}
