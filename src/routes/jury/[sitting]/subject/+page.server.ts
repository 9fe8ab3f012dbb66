import { subjectForJuror } from '#exam';
import { html, readable } from '#exam/subjects/render.ts';
import { forCandidate } from '#exam/subjects/model.ts';
import { valueOr } from '../../../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language }, params }) => {
  const { subject, candidate, writtenChannel, answer } = valueOr(
    await subjectForJuror(ground, actor, params.sitting),
    language
  );
  const { juror, panel } = subject;
  const written = writtenChannel && subject.assessment === 'MS2' ? subject.writtenChannel : null;
  return {
    sittingId: params.sitting,
    candidate,
    given: readable(forCandidate(subject, writtenChannel)),
    scenario: html(written?.juror ?? juror.scenario),
    questions: 'questions' in juror ? juror.questions : [],
    roleSheet: 'roleSheet' in juror ? juror.roleSheet : null,
    story: 'roleSheet' in juror ? html(juror.roleSheet.identity.story) : '',
    complaint:
      'roleSheet' in juror && 'complaint' in juror.roleSheet ? html(juror.roleSheet.complaint) : '',
    notes: [...panel.notes, ...(written?.notes ?? [])],
    keywords: 'keywords' in panel ? (panel.keywords ?? []) : [],
    answer
  };
};
