import ec2Bague from './data/ec2-bague.json' with { type: 'json' };
import ec3Bains from './data/ec3-bains.json' with { type: 'json' };
import { exemplarSchema, type Exemplar } from './model.ts';

/** Every exemplar that is shipped, in the order of the assessments. */
export const exemplars: readonly Exemplar[] = [ec2Bague, ec3Bains].map((file) =>
  exemplarSchema.parse(file)
);

export const findExemplar = (id: string): Exemplar | undefined =>
  exemplars.find((each) => each.id === id);
