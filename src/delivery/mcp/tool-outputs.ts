// What the tools give: the shapes of the HTTP interface, each told in one piece, for some clients follow no reference at its root.
import { z } from 'zod';
import { answerSchema } from '../../contract/answer.ts';
import { registerPageSchema } from '../../contract/commitments.ts';
import { passageDetailSchema, searchResultSchema } from '../../contract/search.ts';

export const answerOutput = answerSchema.omit({ explain: true });
export const searchOutput = z.object(searchResultSchema.shape);
export const passageOutput = z.object(passageDetailSchema.shape);
export const commitmentsOutput = z.object(registerPageSchema.shape);
