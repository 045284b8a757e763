// Wire shapes of what a monitor asks.
import { z } from 'zod';

export const aliveSchema = z.object({
  status: z.literal('alive'),
  /** `degraded` while anything is amiss, though questions may be answered. */
  health: z.enum(['ok', 'degraded']),
  notes: z.array(z.string()),
});

export const readySchema = z.object({
  status: z.literal('ready'),
  generation: z.string(),
  /** What is amiss though questions are answered. */
  notes: z.array(z.string()),
});
