/** The minutes and the result letters, assembled from what was stored, for those who may read them. */
import { authorise, can, inOneLine, readContact, unknownContact, type Actor } from '#people';
import { competence, findCompetence, titleOf, type CompetenceId } from '#referential';
import {
  findEnrolmentPlace,
  fullName,
  openFacts,
  readSessionFacts,
  type SessionFacts
} from '#session';
import type { Ground } from '#platform/ground.ts';
import type { Language } from '#platform/language.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { feedbackOf } from './feedback.ts';
import { letterPdf, type LetterData } from './letter.ts';
import { decisionDay, type MinutesCandidate } from './minutes.ts';
import { minutesPdf, type MinutesPrintData } from './minutes-document.ts';
import { showMinutes } from './minutes-view.ts';
import { decisionInWords } from './minutes-words.ts';
import { resultsOfMinutes } from './results.ts';
import { addMonths, readMarks, readMinutes, readSignedMinutes, type MinutesRow } from './store.ts';

/** A document ready to be sent. */
export interface Print {
  pdf: Uint8Array;
  fileName: string;
}

/** One version of a session's minutes, the newest unless told, with the signatures it has now. */
export async function sessionMinutes(
  ground: Ground,
  actor: Actor | null,
  sessionId: string,
  language: Language,
  version?: number
): Promise<Result<Print>> {
  const facts = await openFacts(ground, actor, 'minutes.read', sessionId);
  if (!facts.ok) return facts;
  const versions = await readMinutes(ground.db, sessionId);
  const row =
    version === undefined ? versions[0] : versions.find((each) => each.version === version);
  if (!row)
    return refuse(
      'verdict.unknown',
      'Ce procès-verbal n’existe pas\u00a0: revenez à la session.',
      'These minutes do not exist: go back to the session.'
    );
  return ok({
    pdf: minutesPdf(await printData(ground, facts.value, row, language)),
    fileName: `proces-verbal-${facts.value.day}-v${row.version}.pdf`
  });
}

async function printData(
  ground: Ground,
  facts: SessionFacts,
  row: MinutesRow,
  language: Language
): Promise<MinutesPrintData> {
  const { document, hash } = row;
  const shown = await showMinutes(ground, facts, row, true);
  const numbers = new Map(shown.lines.map((each) => [each.enrolmentId, each.number]));
  return {
    certifierName: ground.config.certifierName,
    certificationTitle: titleOf(facts.referential),
    certificationCode: document.referential.code,
    referentialVersion: document.referential.version,
    sessionTitle: document.session.title,
    centreName: facts.centre.name,
    place: document.session.place,
    day: document.session.day,
    lastDay: document.session.lastDay ?? document.session.day,
    version: row.version,
    correctionReason: row.reason,
    drawnUpAt: row.drawnUpAt,
    drawnUpBy: shown.drawnUpBy,
    members: shown.members.map(({ panel, ...member }) => ({ ...member, panelName: panel })),
    competenceIds: facts.referential.competences.map(({ id }) => id),
    rollCall: shown.rollCall?.[language] ?? null,
    results: shown.lines.map(({ number, name, outcome, cells }) => ({
      number,
      name,
      outcome,
      competences: cells.map(({ verdict }) => ({
        state: verdict.state === 'pending' ? 'not-validated' : verdict.state,
        deliberated: 'by' in verdict && verdict.by === 'panel'
      }))
    })),
    decisions: shown.decisions.map((decision) => ({
      candidateNumber: numbers.get(decision.enrolmentId) ?? 0,
      candidateName: decision.candidate,
      target: decision.target,
      decision: decisionInWords(decision, language),
      reason: decision.reason
    })),
    incidents: shown.incidents.map(({ at, candidate, description }) => ({
      at,
      candidateName: candidate,
      description
    })),
    hash,
    signatures: shown.signatures.map(({ name, president, at }) => ({
      name,
      president,
      signed: at && { at, hash }
    })),
    language
  };
}

/** What came of an enrolment. */
export interface CandidateOutcome {
  facts: SessionFacts;
  /** The minutes in force. */
  minutes: MinutesRow;
  outcome: MinutesCandidate;
  /** When the panel decided it, YYYY-MM-DD. */
  decidedOn: string;
}

/** A settled outcome, for the candidate or for whoever may read the results of their centre. */
export async function candidateOutcome(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string
): Promise<Result<CandidateOutcome>> {
  const place = await findEnrolmentPlace(ground.db, enrolmentId);
  if (!place) return unknownResult();
  const own = authorise(actor, 'dossier.read-own');
  const mine = own.ok && place.userId === own.value.userId;
  if (!mine && !can(actor, 'results.read', place.centreId)) return unknownResult();
  const facts = await readSessionFacts(ground.db, place.sessionId);
  const signed = facts ? await readSignedMinutes(ground.db, facts.id) : [];
  const [minutes] = signed;
  const outcome = minutes?.document.candidates.find((each) => each.enrolmentId === enrolmentId);
  const decidedOn = decisionDay(signed, enrolmentId);
  if (!facts || !minutes || !outcome || !decidedOn)
    return refuse(
      'verdict.not-settled',
      'Les résultats ne sont pas encore arrêtés\u00a0: ils le seront quand le jury aura signé.',
      'The results are not settled yet: they will be once the jury has signed.'
    );
  return ok({ facts, minutes, outcome, decidedOn });
}

const unknownResult = () =>
  refuse('verdict.unknown', 'Ce résultat est introuvable.', 'This result cannot be found.');

/**
 * A candidate's result letter, with what they can learn from each competence.
 * @param certificate the certificate in force, which the slice to the right knows; null when none
 */
export async function resultLetter(
  ground: Ground,
  actor: Actor | null,
  enrolmentId: string,
  certificate: { number: string; verifyUrl: string } | null,
  language: Language
): Promise<Result<Print>> {
  const found = await candidateOutcome(ground, actor, enrolmentId);
  if (!found.ok) return found;
  const { facts, minutes, outcome, decidedOn } = found.value;
  const awarded = outcome.outcome === 'awarded';
  if (awarded && !certificate)
    return refuse(
      'verdict.no-certificate',
      'La lettre partira avec le certificat, qui n’est pas encore délivré.',
      'The letter comes with the certificate, which has not been issued yet.'
    );
  const contact = await readContact(ground.db);
  if (!contact) return unknownContact();
  const { referential } = facts;
  const enrolment = facts.enrolments.find(({ id }) => id === enrolmentId);
  const marks = await readMarks(ground.db, facts.id);
  const result = resultsOfMinutes(facts, minutes.document, marks).get(enrolmentId);
  if (!enrolment || !result) return unknownResult();
  const data: LetterData = {
    name: fullName(enrolment),
    candidateNumber: enrolment.number,
    certifierName: ground.config.certifierName,
    certificationTitle: titleOf(referential),
    certificationCode: referential.code,
    sessionTitle: facts.title,
    decidedOn,
    madeAt: minutes.drawnUpAt,
    outcome:
      awarded && certificate
        ? {
            kind: 'awarded',
            certificateNumber: certificate.number,
            verifyUrl: certificate.verifyUrl
          }
        : { kind: 'refused', keptUntil: addMonths(facts.day, referential.policy.keepMonths) },
    competences: feedbackOf(referential, result).map((feedback) => ({
      ...feedback,
      statement: findCompetence(referential, feedback.id)
        ? competence(referential, feedback.id as CompetenceId).statement
        : ''
    })),
    contact: inOneLine(contact),
    appealDays: contact.appealDays,
    language
  };
  return ok({ pdf: letterPdf(data), fileName: `resultat-${facts.day}-${enrolment.number}.pdf` });
}
