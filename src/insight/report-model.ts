/** What the report of a session is made from, and made of. */
import type { Language } from '#platform/language.ts';
import type { Agreement, PairAgreement } from './agreement.ts';
import type { Chart } from './charts/svg.ts';
import type { Classification } from './classification.ts';
import type { CriterionFacts, Redundancy } from './criteria.ts';
import type { Dependability } from './decision.ts';
import type { GeneralizabilityStudy } from './generalizability.ts';
import type { Drift } from './rasch/drift.ts';
import type { RaschFit } from './rasch/rasch.ts';
import type { Light, Topic } from './report-messages.ts';

export interface ReportMark {
  candidate: string;
  juror: string;
  criterion: string;
  level: number;
  competence?: string;
  panel?: string;
  /** Hours since any origin, for drift. */
  at?: number;
}

export interface ReportOptions {
  language: Language;
  /** Levels of the marking scale, ascending. */
  scale: readonly number[];
  /** Mean level from which a candidate is awarded. */
  awardLine: number;
}

export interface Reading {
  topic: Topic;
  question: string;
  light: Light;
  word: string;
  sentence: string;
  next: string;
}

export interface ReportDetails {
  agreement: Agreement;
  byCriterion: { part: string; agreement: Agreement }[];
  byCompetence: { part: string; agreement: Agreement }[];
  byPanel: { part: string; agreement: Agreement }[];
  pairs: PairAgreement[];
  study: GeneralizabilityStudy | null;
  dependability: Dependability | null;
  jurorsNeeded: number | null;
  classification: Classification | null;
  rasch: RaschFit | null;
  drift: Drift[];
  criteria: CriterionFacts[];
  redundant: Redundancy[];
}

export interface Report {
  title: string;
  /** What the whole comes to. */
  summary: { light: Light; word: string; sentence: string };
  readings: Reading[];
  /** Reserves to read first: few candidates, groups that do not compare. */
  cautions: string[];
  notice: string;
  charts: Chart[];
  details: ReportDetails;
}
