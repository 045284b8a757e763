// Figures by which a question names a thing: "the 32,000 officers".
import type { Plan } from '../../domain/plan.ts';

/** As stems; a year names a time, and a figure of one or two digits too little. */
export function figuresNamed({ senses }: Pick<Plan, 'senses'>): string[] {
  return senses.flatMap(({ stems }) => stems).filter((stem) => /^(?!(?:19|20)\d\d$)\d{3,}$/u.test(stem));
}
