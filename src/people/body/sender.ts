/**
 * How the State knows the certifying body and its certification: set by the operator, or by a
 * manager.
 */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#platform/database.ts';
import { field, parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Refusal, type Result } from '#platform/result.ts';
import { registrationOf, type Registration } from '#referential';
import { authorise, type Actor } from '../model.ts';
import { cdcSender } from '../tables.ts';

/** What the head of a file of holders says of whoever sends it. */
export interface Sender {
  /** « Matricule » that the Caisse gave to the certifying body: eight characters. */
  clientId: string;
  /** Number of its contract, twenty characters at most. */
  contractId: string;
  /** The certification in France compétences’ register: « RS1234 », « RNCP1234 ». */
  certificationCode: string;
}

const row = 'body';

/** The variables of the environment, which win over what a manager typed. */
export const senderVariables = {
  clientId: 'PARCHEMIN_CDC_CLIENT',
  contractId: 'PARCHEMIN_CDC_CONTRACT',
  certificationCode: 'PARCHEMIN_CDC_CODE'
} as const satisfies Record<keyof Sender, string>;

const formed =
  (form: RegExp, fr: string, en: string) =>
  (typed: string): Result<string> => {
    const text = typed.normalize('NFC').replace(/\s/g, '').toUpperCase();
    return form.test(text) ? ok(text) : refuse('registry.sender', fr, en);
  };

const senderForm = z.object({
  clientId: field(
    formed(
      /^[0-9A-Z]{8}$/,
      'Le matricule compte huit chiffres et lettres, comme 12ABC345 : recopiez-le du courriel de la Caisse des Dépôts.',
      'The client number has eight digits and letters, such as 12ABC345: copy it from the e-mail of the Caisse des Dépôts.'
    )
  ),
  contractId: field(
    formed(
      /^[0-9A-Z-]{1,20}$/,
      'Le numéro de contrat compte au plus vingt chiffres et lettres, comme MCFCER000123 : recopiez-le du courriel de la Caisse des Dépôts.',
      'The contract number has at most twenty digits and letters, such as MCFCER000123: copy it from the e-mail of the Caisse des Dépôts.'
    )
  ),
  certificationCode: field(
    formed(
      /^(RS|RNCP)\d{1,6}$/,
      'Le numéro d’enregistrement s’écrit RS ou RNCP et des chiffres, comme RS1234 : recopiez-le de la fiche de France compétences.',
      'The registration number is RS or RNCP and digits, such as RS1234: copy it from France compétences’ page.'
    )
  )
});

/** Where the identifiers come from; nothing is known of a body that nobody described. */
export interface SenderSettings {
  sender: Sender | null;
  /** Set by the operator in the environment: no one changes it on a screen. */
  fixed: boolean;
}

/** The identifiers in force. A variable that cannot be right is refused: the sentence names it. */
export async function readSender(
  db: Database,
  env: Record<string, string | undefined> = process.env
): Promise<Result<SenderSettings>> {
  const given = Object.fromEntries(
    Object.entries(senderVariables).map(([key, variable]) => [key, env[variable] ?? ''])
  );
  if (Object.values(given).some((value) => value !== '')) {
    const parsed = parseForm(senderForm, given);
    return parsed.ok ? ok({ sender: parsed.value, fixed: true }) : inEnvironment(parsed.error);
  }
  const [found] = await db.select().from(cdcSender).where(eq(cdcSender.id, row));
  if (!found) return ok({ sender: null, fixed: false });
  const { clientId, contractId, certificationCode } = found;
  return ok({ sender: { clientId, contractId, certificationCode }, fixed: false });
}

function inEnvironment({ fields = {} }: Refusal) {
  const wrong = Object.entries(fields).map(([key, { fr, en }]) => {
    const variable = senderVariables[key as keyof Sender];
    return { fr: `${variable} : ${fr}`, en: `${variable}: ${en}` };
  });
  return refuse(
    'registry.environment',
    wrong.map(({ fr }) => fr).join(' '),
    wrong.map(({ en }) => en).join(' ')
  );
}

/**
 * Where the certification is registered: the number given at « Registre », else the code of the
 * référentiel where it is one; null while nobody gave any.
 */
export async function readRegistration(
  db: Database,
  referentialCode: string
): Promise<Result<Registration | null>> {
  const settings = await readSender(db);
  return settings.ok
    ? ok(registrationOf(settings.value.sender?.certificationCode ?? referentialCode))
    : settings;
}

/** The identifiers, for whoever reads the registry. */
export async function openSender(
  ground: Ground,
  actor: Actor | null
): Promise<Result<SenderSettings>> {
  const allowed = authorise(actor, 'registry.read');
  return allowed.ok ? readSender(ground.db) : allowed;
}

/** Sets the identifiers. Refused when the operator has set them in the environment. */
export async function changeSender(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'changed'>> {
  const allowed = authorise(actor, 'registry.manage');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(senderForm, form);
  if (!parsed.ok) return parsed;
  return ground.db.transaction(async (tx) => {
    const before = await readSender(tx);
    if (!before.ok) return before;
    if (before.value.fixed)
      return refuse(
        'registry.fixed',
        'Ces identifiants sont fixés par l’exploitant : demandez-lui de les changer.',
        'These identifiers are set by the operator: ask for the change.'
      );
    const now = ground.clock.now();
    const set = { ...parsed.value, changedBy: allowed.value.userId, changedAt: now };
    await tx
      .insert(cdcSender)
      .values({ id: row, ...set })
      .onConflictDoUpdate({ target: cdcSender.id, set });
    await appendToLedger(tx, now, [
      {
        actor: allowed.value.userId,
        action: 'registry.change-sender',
        subject: row,
        payload: { ...parsed.value }
      }
    ]);
    return ok('changed');
  });
}

export const unknownSender = () =>
  refuse(
    'registry.no-sender',
    `Les identifiants du certificateur manquent : un responsable les inscrit à la page « Registre », ou l’exploitant les donne par ${Object.values(senderVariables).join(', ')}.`,
    `The certifying body’s identifiers are missing: a manager enters them on the page “Registry”, or the operator gives them by ${Object.values(senderVariables).join(', ')}.`
  );
