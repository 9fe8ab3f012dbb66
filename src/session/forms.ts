import { z } from 'zod';
import type { Phrase } from '#platform/language.ts';
import { fail, type Refusal } from '#platform/result.ts';

const phrase = (fr: string, en: string): { error: string } => ({
  error: JSON.stringify({ fr, en })
});

/** A line of text: NFC, single spaces, no control or bidirectional characters. */
const line = (most: number, fr: string, en: string) =>
  z
    .string(phrase(fr, en))
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine(
      (text) =>
        text.length > 0 &&
        text.length <= most &&
        !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text),
      phrase(fr, en)
    );

/** HH:MM on a 24-hour clock. */
export const clockTimeSchema = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    phrase('Écrivez l’heure comme 14:30.', 'Write the time as 14:30.')
  );

/** A day that exists, from 2020 to 2099. */
export const daySchema = z.iso
  .date(phrase('Indiquez une date qui existe.', 'Give a date that exists.'))
  .refine(
    (day) => day >= '2020-01-01' && day <= '2099-12-31',
    phrase(
      'La date doit être comprise entre 2020 et 2099.',
      'The date must be between 2020 and 2099.'
    )
  );

/** What a manager fills in to open a session. */
export const sessionFormSchema = z.object({
  title: line(
    120,
    'Donnez un intitulé à la session (120 caractères au plus).',
    'Give the session a title (at most 120 characters).'
  ),
  centreId: z.string().min(1, phrase('Choisissez un centre.', 'Choose a centre.')),
  day: daySchema,
  place: line(
    160,
    'Indiquez le lieu (160 caractères au plus).',
    'Give the place (at most 160 characters).'
  )
});
export type SessionForm = z.input<typeof sessionFormSchema>;

export const panelFormSchema = z.object({
  name: line(
    60,
    'Nommez le jury (60 caractères au plus).',
    'Name the panel (at most 60 characters).'
  ),
  room: line(
    80,
    'Indiquez la salle (80 caractères au plus).',
    'Give the room (at most 80 characters).'
  )
});
export type PanelForm = z.input<typeof panelFormSchema>;

/** A form's faults as one refusal, each sentence beside its field. */
export function formRefusal(error: z.ZodError): { ok: false; error: Refusal } {
  const fields = Object.fromEntries(
    error.issues.map((issue) => [String(issue.path[0] ?? 'form'), sentence(issue.message)])
  );
  return fail({
    code: 'form.invalid',
    message: {
      fr: 'Certains champs sont à corriger.',
      en: 'Some fields need correcting.'
    },
    fields
  });
}

function sentence(message: string): Phrase {
  try {
    return JSON.parse(message) as Phrase;
  } catch {
    return { fr: 'Cette valeur n’est pas valable.', en: 'This value is not valid.' };
  }
}
