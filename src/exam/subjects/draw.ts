import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import { isDrawable } from './lifecycle.ts';
import type { Subject, SubjectAssessment } from './model.ts';

/** One subject given to one candidate, at any session. Both are named by their id. */
export interface Exposure {
  candidate: string;
  subject: string;
}

export interface Draw {
  candidate: string;
  assessment: SubjectAssessment;
  /** Every subject given so far, to every candidate. */
  history: readonly Exposure[];
  bank: readonly Subject[];
  /** Secret of the session until it starts: who knows it can foretell the draw. */
  seed: string;
}

/**
 * Draws a subject with exposure control: among the reviewed subjects of the assessment that this
 * candidate never had (in any version), one of the least given, at random between equals. The same
 * seed gives the same subject, in whatever order the bank and the history come.
 * After the randomesque method of Kingsbury & Zara (1989), with groups of equal exposure.
 */
export function drawSubject(draw: Draw): Result<Subject, Refusal> {
  const had = new Set<string>();
  const given = new Map<string, number>();
  for (const { candidate, subject } of draw.history) {
    given.set(subject, (given.get(subject) ?? 0) + 1);
    if (candidate === draw.candidate) had.add(subject);
  }
  const available = latestVersions(draw.bank).filter(
    ({ id, assessment }) => assessment === draw.assessment && !had.has(id)
  );
  const lot = ({ id }: Subject) => hash(`${draw.seed}\n${draw.candidate}\n${id}`);
  const exposure = ({ id }: Subject) => given.get(id) ?? 0;
  const [first] = available.sort(
    (one, other) =>
      exposure(one) - exposure(other) || lot(one) - lot(other) || (one.id < other.id ? -1 : 1)
  );
  return first ? ok(first) : refuseEmpty(draw.assessment);
}

/** The most recent drawable version of each subject. */
function latestVersions(bank: readonly Subject[]): Subject[] {
  const latest = new Map<string, Subject>();
  for (const subject of bank) {
    if (!isDrawable(subject.lifecycle)) continue;
    if (subject.version > (latest.get(subject.id)?.version ?? 0)) latest.set(subject.id, subject);
  }
  return [...latest.values()];
}

const refuseEmpty = (assessment: SubjectAssessment) =>
  refuse(
    'no-subject-left',
    `Aucun sujet ${assessment} relu n’est disponible pour ce candidat\u00a0: faites relire un brouillon ou ajoutez un sujet.`,
    `No reviewed ${assessment} subject is available for this candidate: have a draft reviewed or add a subject.`
  );

/** FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that close texts fall apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    state = Math.imul(state ^ text.charCodeAt(place), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
