/**
 * Insight: did the session keep its promise of an objective and impartial measure?
 * Pure functions over columns of marks; nothing here reads a database or changes a result.
 */
export {
  type Agreement,
  agreementBy,
  agreementOf,
  agreementOfPairs,
  cohenOf,
  type PairAgreement
} from './agreement.ts';
export type { Coefficient, Interval, Reason } from './coefficient.ts';
export { type Icc, type IccForm, iccForms, intraclass } from './icc.ts';
export { cohenKappa, fleissKappa, percentAgreement, type Weights } from './kappa.ts';
export { krippendorffAlpha, type Metric, metrics } from './krippendorff.ts';
export { raschNotes, reasonPhrases, refusalPhrases } from './messages.ts';
export {
  type Column,
  column,
  firstDuplicate,
  groupBy,
  type Ratings,
  ratingsFrom,
  subset
} from './ratings.ts';
export type { Facet, RaschData, RaschRefusal } from './rasch/data.ts';
export {
  type ElementMeasure,
  type FacetMeasures,
  fitRasch,
  type RaschFit,
  type RaschOptions,
  type ScaleThresholds
} from './rasch/rasch.ts';
export { borderlineRegression } from './borderline.ts';
export type { Chart, ChartTable } from './charts/svg.ts';
export { classify } from './classification.ts';
export { type CriterionTable, criterionFacts, redundantCriteria } from './criteria.ts';
export { cronbachAlpha } from './cronbach.ts';
export { decisionStudy, neededFor } from './decision.ts';
export { cautionFor, type DifRow, mantelHaenszel, mantelOrdinal } from './dif.ts';
export { generalizabilityStudy } from './generalizability.ts';
export { driftOf } from './rasch/drift.ts';
export { raschDif } from './rasch/dif-rasch.ts';
export { reportFrom } from './report.ts';
export type { Light, Topic } from './report-messages.ts';
export type { Reading, Report, ReportDetails, ReportMark, ReportOptions } from './report-model.ts';
