/**
 * Rasch view of differential functioning: each element's difficulty is found again within each
 * group, all other measures being known, and the two are compared (Linacre's bias analysis).
 */
import { type Caution, cautionFor, contrast } from '../dif.ts';
import type { RaschData } from './data.ts';
import type { RaschFit } from './rasch.ts';
import { bestShift, predictions } from './rows.ts';

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
  const byElement = Map.groupBy(predictions(data, fit), ({ row }) => elements.index[row]!);
  return elements.labels.flatMap((element, e) => {
    const rows = byElement.get(e) ?? [];
    const shiftOf = (focal: boolean) =>
      bestShift(
        rows
          .filter(({ row }) => group[candidates.index[row]!] === focal)
          .map((prediction) => ({ prediction, weight: 1 }))
      );
    const [focal, reference] = [shiftOf(true), shiftOf(false)];
    if (!focal || !reference) return [];
    return [
      {
        element,
        ...contrast(focal, reference),
        marks: { focal: focal.marks, reference: reference.marks },
        caution
      }
    ];
  });
}
