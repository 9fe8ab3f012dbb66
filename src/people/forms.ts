import { z } from 'zod';
import { field, freshId, says } from '#platform/form.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanEmail, cleanName, cleanText } from '#platform/text.ts';
import { centreRoles, roles, type CentreId, type Grant, type Role } from './model.ts';

const role = z.enum(roles, says('Choisissez un rôle.', 'Choose a role.'));

/** A role, with its centre exactly where the role is bound to one. */
export function grantOf(chosen: Role, centreId: string | undefined): Result<Grant> {
  const bound = centreRoles.includes(chosen);
  if (!bound) return ok({ role: chosen, centreId: null });
  if (centreId) return ok({ role: chosen, centreId: centreId as CentreId });
  const message = {
    fr: 'Ce rôle s’exerce dans un centre\u00a0: choisissez lequel.',
    en: 'This role is held in one centre: choose which.'
  };
  return refuse('people.centre-needed', message.fr, message.en, { centreId: message });
}

export const newPersonForm = z.object({
  id: freshId<'user'>(),
  name: field(cleanName),
  email: field(cleanEmail),
  role,
  centreId: z.string().optional()
});

export const grantForm = z.object({
  userId: z.string(),
  role,
  centreId: z.string().optional()
});

export const accountForm = z.object({ name: field(cleanName) });

/** A day that exists, between 2000 and 2099. */
export const day = (raw: string): Result<string> =>
  z.iso.date().safeParse(raw).success && raw >= '2000-01-01' && raw <= '2099-12-31'
    ? ok(raw)
    : refuse(
        'people.day',
        'Indiquez une date qui existe, entre 2000 et 2099.',
        'Give a date that exists, between 2000 and 2099.'
      );

const line = (raw: string): Result<string> => {
  const text = cleanText(raw.replaceAll('\n', ' '), 200);
  return text.ok && text.value === ''
    ? refuse('people.empty', 'Remplissez ce champ.', 'Fill in this field.')
    : text;
};

const postalCode = (raw: string): Result<string> =>
  /^\d{5}$/.test(raw.trim())
    ? ok(raw.trim())
    : refuse(
        'people.postal-code',
        'Un code postal a cinq chiffres.',
        'A French postal code has five digits.'
      );

const centreFields = {
  name: field(cleanName),
  address: field(line),
  postalCode: field(postalCode),
  city: field(cleanName),
  habilitatedFrom: field(day),
  habilitatedUntil: field<string | null>((raw) => (raw === '' ? ok(null) : day(raw)))
};

/** A period runs forward. */
const inOrder = (centre: { habilitatedFrom: string; habilitatedUntil: string | null }): boolean =>
  centre.habilitatedUntil === null || centre.habilitatedUntil >= centre.habilitatedFrom;

const outOfOrder = {
  path: ['habilitatedUntil'],
  ...says(
    'L’habilitation ne peut pas finir avant d’avoir commencé.',
    'The habilitation cannot end before it begins.'
  )
};

export const newCentreForm = z
  .object({ id: freshId<'centre'>(), ...centreFields })
  .refine(inOrder, outOfOrder);

/** `seen` is the digest of what the person was shown: if it changed since, their form is stale. */
export const centreForm = z
  .object({ id: freshId<'centre'>(), seen: z.string(), ...centreFields })
  .refine(inOrder, outOfOrder);
