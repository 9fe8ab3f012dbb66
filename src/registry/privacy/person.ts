/** All that is known of a person, for that person: to read, and to take elsewhere (GDPR, 15 and 20). */
import { asc, eq, inArray } from 'drizzle-orm';
import { strToU8, zipSync } from 'fflate';
import { readOwnWords } from '#exam';
import { authorise, readPeople, type Actor } from '#people';
import { readCertificatesOf } from '#parchment';
import {
  adaptation,
  candidate,
  certificationSession,
  enrolment,
  sitting
} from '#session/tables.ts';
import { readMinutesInForce } from '#verdict';
import type { Ground } from '#platform/ground.ts';
import { escapeMarkup } from '#platform/markup.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { ledgerEntry } from '#platform/tables.ts';
import { cdcPassage, cdcTransmission } from '../cdc/tables.ts';
import { unknownCandidate } from './erase.ts';
import { surveyAnswer, surveyInvitation } from '../surveys/tables.ts';

/** The data of whoever is signed in, as one archive. */
export async function ownData(ground: Ground, actor: Actor | null): Promise<Result<Uint8Array>> {
  if (!actor)
    return refuse('people.signed-out', 'Connectez-vous pour continuer.', 'Sign in to continue.');
  const [own] = await ground.db
    .select({ id: candidate.id })
    .from(candidate)
    .where(eq(candidate.userId, actor.userId));
  return ok(archive(await gather(ground, actor.userId, own?.id ?? null)));
}

/** The data of a candidate, as one archive, for whoever answers their requests. */
export async function dataOf(
  ground: Ground,
  actor: Actor | null,
  candidateId: string
): Promise<Result<Uint8Array>> {
  const allowed = authorise(actor, 'privacy.manage');
  if (!allowed.ok) return allowed;
  const [found] = await ground.db
    .select({ id: candidate.id, userId: candidate.userId })
    .from(candidate)
    .where(eq(candidate.id, candidateId));
  if (!found) return unknownCandidate();
  return ok(archive(await gather(ground, found.userId, found.id)));
}

/** Named lists of what is known; a name is a heading for whoever reads. */
type PersonData = Record<string, readonly object[]>;

async function gather(
  ground: Ground,
  userId: string | null,
  candidateId: string | null
): Promise<PersonData> {
  const { db } = ground;
  const people = userId ? await readPeople(db, [userId]) : [];
  const identity = candidateId
    ? await db.select().from(candidate).where(eq(candidate.id, candidateId))
    : [];
  const enrolments = candidateId
    ? await db
        .select({
          id: enrolment.id,
          sessionId: certificationSession.id,
          session: certificationSession.title,
          day: certificationSession.day,
          place: certificationSession.place,
          number: enrolment.number,
          present: enrolment.present,
          enrolledAt: enrolment.enrolledAt,
          withdrawnAt: enrolment.withdrawnAt
        })
        .from(enrolment)
        .innerJoin(certificationSession, eq(certificationSession.id, enrolment.sessionId))
        .where(eq(enrolment.candidateId, candidateId))
    : [];
  const ids = enrolments.map(({ id }) => id);
  const subjects = [userId, candidateId, ...ids].filter((id) => id !== null);
  const results = await Promise.all(
    enrolments.map(async ({ id, sessionId, session }) => {
      const minutes = await readMinutesInForce(db, sessionId);
      const told = minutes?.document.candidates.find((each) => each.enrolmentId === id);
      const decisions = minutes?.document.decisions.filter((each) => each.enrolmentId === id);
      return told ? [{ session, ...told, decisions }] : [];
    })
  );
  const ofEnrolments = <T>(read: () => Promise<T[]>): Promise<T[]> =>
    ids.length === 0 ? Promise.resolve([]) : read();
  const sittings = await ofEnrolments(() =>
    db
      .select()
      .from(sitting)
      .where(inArray(sitting.enrolmentId, ids))
      .orderBy(asc(sitting.startsAt))
  );
  return {
    account: people,
    identity,
    enrolments,
    sittings,
    papers: await readOwnWords(
      ground,
      sittings.map(({ id }) => id)
    ),
    adaptations: await ofEnrolments(() =>
      db.select().from(adaptation).where(inArray(adaptation.enrolmentId, ids))
    ),
    results: results.flat(),
    certificates: await readCertificatesOf(db, ids),
    declarations: await ofEnrolments(() =>
      db
        .select({
          at: cdcTransmission.madeAt,
          action: cdcTransmission.action,
          passage: cdcPassage.passage
        })
        .from(cdcTransmission)
        .leftJoin(cdcPassage, eq(cdcPassage.transmissionId, cdcTransmission.id))
        .where(inArray(cdcTransmission.enrolmentId, ids))
    ),
    surveys: await ofEnrolments(() =>
      db
        .select({
          wave: surveyInvitation.wave,
          sentAt: surveyInvitation.sentAt,
          answer: surveyAnswer
        })
        .from(surveyInvitation)
        .leftJoin(surveyAnswer, eq(surveyAnswer.invitationId, surveyInvitation.id))
        .where(inArray(surveyInvitation.enrolmentId, ids))
    ),
    acts:
      subjects.length === 0
        ? []
        : await db
            .select({
              at: ledgerEntry.at,
              action: ledgerEntry.action,
              payload: ledgerEntry.payload
            })
            .from(ledgerEntry)
            .where(inArray(ledgerEntry.subject, subjects))
            .orderBy(asc(ledgerEntry.place))
  };
}

const headings: Record<string, string> = {
  account: 'Compte',
  identity: 'Identité',
  enrolments: 'Inscriptions',
  sittings: 'Passages',
  papers: 'Copies et échanges avec l’assistant',
  adaptations: 'Aménagements',
  results: 'Résultats',
  certificates: 'Parchemins',
  declarations: 'Déclarations à la Caisse des Dépôts',
  surveys: 'Enquêtes',
  acts: 'Ce qui a été fait'
};

/** One archive: the data for a machine, and the same as a page for a person. */
function archive(data: PersonData): Uint8Array {
  return zipSync({
    'donnees.json': strToU8(JSON.stringify(data, null, 2)),
    'donnees.html': strToU8(pageOf(data))
  });
}

const pageOf = (data: PersonData): string =>
  [
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Vos données</title>',
    '<style>body{max-width:48rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 Georgia,serif;color:#1b1a17;background:#fbf9f4}dt{color:#4b473e}dd{margin:0 0 .6rem;overflow-wrap:anywhere}section{border-top:1px solid #cfc8b8}</style>',
    '<h1>Vos données</h1><p>Tout ce que Parchemin sait de vous. Le fichier donnees.json dit la même chose à une machine. Le dossier d’aménagement, chiffré, se demande au référent handicap.</p>',
    ...Object.entries(data).map(
      ([key, items]) =>
        `<section><h2>${escapeMarkup(headings[key] ?? key)}</h2>${items.map(itemOf).join('') || '<p>Rien.</p>'}</section>`
    ),
    '</html>'
  ].join('\n');

const itemOf = (item: object): string =>
  `<dl>${Object.entries(JSON.parse(JSON.stringify(item)) as Record<string, unknown>)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        `<dt>${escapeMarkup(key)}</dt><dd>${escapeMarkup(typeof value === 'object' ? JSON.stringify(value) : String(value))}</dd>`
    )
    .join('')}</dl>`;
