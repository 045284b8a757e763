// Wire shape of one summand of a passage's score.
import { z } from 'zod';

export const scorePartSchema = z.object({ name: z.string(), value: z.number(), contribution: z.number() });
