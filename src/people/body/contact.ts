/** Whom candidates write to about their result, and for how long they may contest it. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { digest } from '#platform/canonical.ts';
import type { Database } from '#platform/database.ts';
import { field, parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanEmail, cleanName, cleanText } from '#platform/text.ts';
import { authorise, type Actor } from '../model.ts';
import { bodyContact } from '../tables.ts';

export interface Contact {
  /** A person, or a service. */
  name: string;
  /** « responsable de la certification » */
  post: string;
  email: string;
  /** In one line; empty when none is given. */
  address: string;
  /** Days to contest a result, from the receipt of its letter. */
  appealDays: number;
}

const row = 'body';

const line = (raw: string): Result<string> => cleanText(raw.replaceAll('\n', ' '), 200);

const post = (raw: string): Result<string> => {
  const text = line(raw);
  return text.ok && text.value === ''
    ? refuse(
        'people.contact-post',
        'Indiquez la fonction de cette personne, par exemple « responsable de la certification ».',
        'Give this person’s post, for example “certification manager”.'
      )
    : text;
};

const days = (raw: string): Result<number> => {
  const value = Number(raw.trim());
  return /^\d{1,3}$/.test(raw.trim()) && value >= 15 && value <= 366
    ? ok(value)
    : refuse(
        'people.appeal-days',
        'Indiquez un nombre de jours, de 15 à 366.',
        'Give a number of days, from 15 to 366.'
      );
};

const contactForm = z.object({
  name: field(cleanName),
  post: field(post),
  email: field(cleanEmail),
  address: field(line),
  appealDays: field(days)
});

/** The contact in force; null while nobody gave one. */
export async function readContact(db: Database): Promise<Contact | null> {
  const [found] = await db.select().from(bodyContact).where(eq(bodyContact.id, row));
  if (!found) return null;
  const { name, post, email, address, appealDays } = found;
  return { name, post, email, address, appealDays };
}

/** The contact, for whoever may change it. */
export async function openContact(
  ground: Ground,
  actor: Actor | null
): Promise<Result<Contact | null>> {
  const allowed = authorise(actor, 'body.manage');
  return allowed.ok ? ok(await readContact(ground.db)) : allowed;
}

/** Sets the contact and the period of appeal. The same form sent twice changes once. */
export async function changeContact(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'changed'>> {
  const allowed = authorise(actor, 'body.manage');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(contactForm, form);
  if (!parsed.ok) return parsed;
  return ground.db.transaction(async (tx) => {
    const before = await readContact(tx);
    if (before && digest(before) === digest(parsed.value)) return ok('changed');
    const now = ground.clock.now();
    const set = { ...parsed.value, changedBy: allowed.value.userId, changedAt: now };
    await tx
      .insert(bodyContact)
      .values({ id: row, ...set })
      .onConflictDoUpdate({ target: bodyContact.id, set });
    await appendToLedger(tx, now, [
      {
        actor: allowed.value.userId,
        action: 'people.change-contact',
        subject: row,
        payload: { contact: digest(parsed.value), appealDays: parsed.value.appealDays }
      }
    ]);
    return ok('changed');
  });
}

export const unknownContact = () =>
  refuse(
    'people.no-contact',
    'La lettre de résultat dit à qui écrire et sous quel délai contester\u00a0: un responsable l’inscrit d’abord à la page « Réglages ».',
    'The result letter says whom to write to and how long a result may be contested: a manager enters it first on the page “Settings”.'
  );

/** The contact as a letter gives it, in one line. */
export const inOneLine = ({ name, post, email, address }: Contact): string =>
  [name, post, email, address].filter((part) => part !== '').join(', ');
