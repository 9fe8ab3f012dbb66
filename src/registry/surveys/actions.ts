/** Asking holders what became of them, by a link that needs no account. */
import { z } from 'zod';
import { fullName } from '#session';
import { sha256 } from '#platform/canonical.ts';
import { civilDay } from '#platform/civil-day.ts';
import { field, parseForm, says } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { fail, ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { surveyLetter } from './words.ts';
import { situations, usefulnesses, waveDue, working, type Wave } from './model.ts';
import {
  claimInvitation,
  findInvitation,
  markSent,
  readAsked,
  readHolders,
  releaseInvitation,
  saveAnswer
} from './store.ts';

/** What a sending did, or would do. */
export interface SurveySending {
  due: number;
  sent: number;
  failed: number;
}

/**
 * Sends the letters that are due today. Each wave of a holder is asked once, whoever runs this and
 * however often.
 * @param dry counts, and sends nothing
 */
export async function sendSurveys(ground: Ground, dry = false): Promise<Result<SurveySending>> {
  const today = civilDay(ground.clock.now());
  const asked = await readAsked(ground.db);
  const due = (await readHolders(ground.db)).flatMap((holder) => {
    const wave = waveDue(holder.awardedOn, today);
    return wave && !asked.has(`${holder.enrolmentId} ${wave}`) ? [{ holder, wave }] : [];
  });
  const sending = { due: due.length, sent: 0, failed: 0 };
  if (dry || due.length === 0) return ok(sending);
  if (ground.mail.unavailable) return fail(ground.mail.unavailable);
  for (const { holder, wave } of due) {
    const outcome = await sendOne(ground, holder, wave);
    if (outcome !== 'taken') sending[outcome] += 1;
  }
  return ok(sending);
}

type Holder = Awaited<ReturnType<typeof readHolders>>[number];

async function sendOne(
  ground: Ground,
  holder: Holder,
  wave: Wave
): Promise<'sent' | 'failed' | 'taken'> {
  const token = Buffer.from(ground.random(24)).toString('base64url');
  const now = ground.clock.now();
  const id = await claimInvitation(ground.db, holder.enrolmentId, wave, sha256(token), now);
  if (!id) return 'taken';
  const { config } = ground;
  const left = await ground.mail.send({
    to: holder.email,
    subject: surveyLetter.subject(wave),
    text: surveyLetter.text(
      fullName(holder),
      wave,
      `${config.publicUrl}/survey/${token}`,
      config.certifierName
    )
  });
  if (!left.ok) {
    await releaseInvitation(ground.db, id);
    return 'failed';
  }
  await ground.db.transaction(async (tx) => {
    await markSent(tx, id, ground.clock.now());
    await appendToLedger(tx, now, [
      {
        actor: 'system',
        action: 'registry.ask-holder',
        subject: holder.enrolmentId,
        payload: { wave }
      }
    ]);
  });
  return 'sent';
}

const longestComment = 1000;

const surveyForm = z
  .object({
    situation: z.enum(
      situations,
      says('Choisissez ce qui vous décrit le mieux.', 'Choose what describes you best.')
    ),
    luxury: z.enum(['yes', 'no']).optional(),
    usefulness: z.enum(usefulnesses, says('Choisissez une réponse.', 'Choose an answer.')),
    comment: field((typed) => cleanText(typed, longestComment))
  })
  .transform((answer) => ({
    ...answer,
    luxury: working(answer.situation) ? (answer.luxury ?? null) : null
  }));

/** What a link opens: which wave, and what was answered before. */
export async function openSurvey(ground: Ground, token: string) {
  const found = await findInvitation(ground.db, sha256(token));
  return found ? ok({ wave: found.wave, answer: found.answer }) : unknownSurvey();
}

/** Keeps the answers; the same link may change them. */
export async function answerSurvey(
  ground: Ground,
  token: string,
  form: unknown
): Promise<Result<'kept'>> {
  const parsed = parseForm(surveyForm, form);
  if (!parsed.ok) return parsed;
  const found = await findInvitation(ground.db, sha256(token));
  if (!found) return unknownSurvey();
  await saveAnswer(ground.db, {
    invitationId: found.id,
    ...parsed.value,
    answeredAt: ground.clock.now()
  });
  return ok('kept');
}

const unknownSurvey = () =>
  refuse(
    'survey.unknown',
    'Ce questionnaire est introuvable : ouvrez le lien du courriel en entier, ou laissez-le s’il est ancien.',
    'This survey cannot be found: open the whole link of the e-mail, or leave it if it is old.'
  );
