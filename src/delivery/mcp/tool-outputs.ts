// What the tools give: the shapes of the HTTP interface, each told in one piece, for some clients follow no reference at its root.
import { z } from 'zod';
import { answerSchema } from '../../contract/answer.ts';
import { passageDetailSchema, searchResultSchema } from '../../contract/search.ts';

export const answerOutput = answerSchema.omit({ explain: true });
export const searchOutput = z.object(searchResultSchema.shape);
export { commitmentPageSchema as commitmentsOutput } from './commitment-register.ts';
export const passageOutput = z.object(passageDetailSchema.shape);
