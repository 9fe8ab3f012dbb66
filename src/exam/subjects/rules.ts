import { assessmentOf, competenceOf, findAssessment, findCriterion } from '#referential';
import type { Fault, Referential } from '#referential';
import type { Phrase } from '#platform/language.ts';
import type { Review } from './documents.ts';
import { samePerson, type Lifecycle } from './lifecycle.ts';
import { faultMessages as say } from './messages.ts';
import type { MarkingNote, Subject, SubjectOf } from './model.ts';

const minimumEc1Documents = 5;

/** What contradicts itself, or the certification, in a subject whose every field has its form. */
export function inconsistencies(subject: Subject, referential: Referential): Fault[] {
  const notes = panelNotes(subject, referential);
  return [
    ...notes,
    ...lifecycleFaults(subject.lifecycle),
    ...repeatedIds(subject),
    ...own(subject)
  ];
}

/** What one assessment asks of its own subjects. */
function own(subject: Subject): Fault[] {
  switch (subject.assessment) {
    case 'EC1': {
      const count = subject.candidate.documents.length;
      return count < minimumEc1Documents
        ? [fault('candidate.documents', say.fewDocuments(count, minimumEc1Documents))]
        : [];
    }
    case 'EC3':
      return replies(subject);
    case 'MS4':
      return sale(subject);
    case 'MS5':
      return hasDocument(subject, ['feedback', 'log', 'reviews'])
        ? []
        : [fault('candidate.documents', say.noFeedback())];
    default:
      return [];
  }
}

const fault = (path: string, message: Phrase): Fault => ({ path, message });

const hasDocument = ({ candidate }: Subject, kinds: readonly string[]) =>
  candidate.documents.some(({ kind }) => kinds.includes(kind));

const repeated = (ids: readonly string[]) => [
  ...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))
];

function panelNotes(subject: Subject, referential: Referential): Fault[] {
  const assessment = findAssessment(referential, subject.assessment);
  if (!assessment) {
    const known = referential.assessments.map(({ id }) => id);
    return [fault('assessment', say.unknownAssessment(subject.assessment, known))];
  }
  const { notes } = subject.panel;
  const uncovered = assessment.competences
    .filter((competence) => !notes.some(({ criterion }) => criterion.startsWith(`${competence}.`)))
    .map((competence) => fault('panel.notes', say.competenceWithoutNote(competence)));
  const written = subject.assessment === 'MS2' ? subject.writtenChannel.notes : [];
  return [
    ...strayNotes('panel.notes', notes, subject.assessment, referential),
    ...strayNotes('writtenChannel.notes', written, subject.assessment, referential),
    ...uncovered
  ];
}

function strayNotes(
  path: string,
  notes: readonly MarkingNote[],
  assessment: string,
  referential: Referential
): Fault[] {
  const stray = notes.flatMap(({ criterion: id }, place) => {
    const at = `${path}[${place}].criterion`;
    const criterion = findCriterion(referential, id);
    if (!criterion) return [fault(at, say.unknownCriterion(id))];
    const home = assessmentOf(referential, competenceOf(referential, criterion.id).id).id;
    return home === assessment ? [] : [fault(at, say.foreignCriterion(id, home, assessment))];
  });
  const twice = repeated(notes.map(({ criterion }) => criterion));
  return [...stray, ...twice.map((id) => fault(path, say.repeatedCriterion(id)))];
}

function repeatedIds({ candidate }: Subject): Fault[] {
  const { documents } = candidate;
  const inside = documents.flatMap((document): readonly { id: string }[] => {
    if (document.kind === 'reviews') return document.reviews;
    return document.kind === 'catalogue' ? document.offers : [];
  });
  return [documents, inside]
    .flatMap((named) => repeated(named.map(({ id }) => id)))
    .map((id) => fault('candidate.documents', say.repeatedId(id)));
}

function replies({ candidate }: SubjectOf<'EC3'>): Fault[] {
  const networks = new Map<string, Review[]>();
  for (const document of candidate.documents)
    if (document.kind === 'reviews')
      networks.set(document.network, [
        ...(networks.get(document.network) ?? []),
        ...document.reviews
      ]);
  const bothTones = (reviews: readonly Review[]) =>
    reviews.some(({ tone }) => tone === 'neutral') &&
    reviews.some(({ tone }) => tone === 'negative');
  const posted = [...networks.values()];
  if (!posted.some(bothTones)) return [fault('candidate.documents', say.tonesMissing())];

  const answers = (reviews: readonly Review[]) =>
    reviews.filter(({ id }) => candidate.replyTo.includes(id));
  const unknown = candidate.replyTo.filter((id) => !posted.flat().some((each) => each.id === id));
  if (unknown.length > 0)
    return unknown.map((id) => fault('candidate.replyTo', say.unknownReview(id)));
  return posted.some((reviews) => bothTones(answers(reviews)))
    ? []
    : [fault('candidate.replyTo', say.wrongReplies())];
}

function sale(subject: SubjectOf<'MS4'>): Fault[] {
  const { objections } = subject.juror.roleSheet;
  const twoSided =
    objections.some(({ founded }) => founded) && objections.some(({ founded }) => !founded);
  return [
    ...(hasDocument(subject, ['catalogue'])
      ? []
      : [fault('candidate.documents', say.noCatalogue())]),
    ...(twoSided ? [] : [fault('juror.roleSheet.objections', say.objectionsOneSided())])
  ];
}

function lifecycleFaults(lifecycle: Lifecycle): Fault[] {
  if (lifecycle.status === 'draft') return [];
  const days = [
    lifecycle.authoredOn,
    lifecycle.reviewedOn,
    ...('firstUsedOn' in lifecycle && lifecycle.firstUsedOn ? [lifecycle.firstUsedOn] : []),
    ...('retiredOn' in lifecycle ? [lifecycle.retiredOn] : [])
  ];
  const ordered = days.every((day, place) => place === 0 || days[place - 1]! <= day);
  return [
    ...(samePerson(lifecycle.author, lifecycle.reviewer)
      ? [fault('lifecycle.reviewer', say.reviewerIsAuthor())]
      : []),
    ...(ordered ? [] : [fault('lifecycle', say.datesOutOfOrder())])
  ];
}
