/**
 * Rasch view of differential functioning: each element's difficulty is found again within each
 * group, beside the fitted measures, and the two are compared (Linacre's bias analysis).
 */
import { type Caution, cautionFor, contrast } from '../dif.ts';
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { askedShifts, type Residual, residualsOf } from './rows.ts';

export interface RaschDif {
  element: string;
  /** Logits by which the element is harder (or more severe) on the focal group. */
  contrast: number;
  se: number;
  p: number;
  marks: { focal: number; reference: number };
  caution: Caution;
}

/**
 * Compares two groups of candidates on each element of a facet (criterion, or juror). `isFocal`
 * tells the group of a candidate: true focal, false reference, null neither.
 */
export function raschDif(
  data: RaschData,
  fit: RaschFit,
  facet: string,
  isFocal: (candidate: string) => boolean | null
): RaschDif[] {
  const elements = data.facets.find(({ name }) => name === facet);
  if (!elements) return [];
  const candidates = data.facets[0]!;
  const group = candidates.labels.map(isFocal);
  const size = (focal: boolean) => group.filter((g) => g === focal).length;
  const caution = cautionFor(size(true), size(false));
  const { rows, information } = residualsOf(data, fit);
  const byElement = Map.groupBy(rows, ({ row }) => elements.index[row]!);
  // One element at a time, the others being taken as fair: a shift of all of them is an ability.
  const shiftOf = (own: readonly Residual[], focal: boolean) => {
    const rows = own.filter(({ candidate }) => group[candidate] === focal);
    const weighted = rows.map((residual) => ({ ...residual, weight: 1 }));
    return rows.length > 0 ? askedShifts([weighted], information)[0]! : null;
  };
  return [...byElement].flatMap(([e, own]) => {
    const [focal, reference] = [shiftOf(own, true), shiftOf(own, false)];
    if (!focal || !reference) return [];
    const marks = { focal: focal.marks, reference: reference.marks };
    return [{ element: elements.labels[e]!, ...contrast(focal, reference), marks, caution }];
  });
}
