import { z } from 'zod';
import { field, freshId, says } from '#platform/form.ts';
import { newId } from '#platform/ids.ts';
import { refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { daysLater, mostDays } from './days.ts';

/** One line of text that must not be empty. */
const line =
  (most: number, fr: string, en: string) =>
  (raw: string): Result<string> => {
    const text = cleanText(raw.replace(/\s+/g, ' '), most);
    return text.ok && text.value === '' ? refuse('session.empty', fr, en) : text;
  };

/** HH:MM on a 24-hour clock. */
export const clockTimeSchema = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    says('Écrivez l’heure comme 14:30.', 'Write the time as 14:30.')
  );

/** A day that exists, from 2020 to 2099. */
const daySchema = z.iso
  .date(says('Indiquez une date qui existe.', 'Give a date that exists.'))
  .refine(
    (day) => day >= '2020-01-01' && day <= '2099-12-31',
    says(
      'La date doit être comprise entre 2020 et 2099.',
      'The date must be between 2020 and 2099.'
    )
  );

/** The id of a page's form; a program that calls an action may leave it out. */
const formId = <Kind extends string>() => freshId<Kind>().default(() => newId<Kind>());

const sessionFields = {
  id: formId<'session'>(),
  title: field(line(120, 'Donnez un intitulé à la session.', 'Give the session a title.')),
  centreId: z
    .string(says('Choisissez un centre.', 'Choose a centre.'))
    .min(1, says('Choisissez un centre.', 'Choose a centre.')),
  day: daySchema,
  /** Empty for one day alone. */
  lastDay: daySchema.or(z.literal('')).default(''),
  place: field(line(160, 'Indiquez le lieu.', 'Give the place.'))
};

/** The days that a form gives: the last is the first unless another is given. */
interface Days {
  day: string;
  lastDay: string;
}
const inOrder = ({ day, lastDay }: Days): boolean => lastDay === '' || lastDay >= day;
const order = {
  path: ['lastDay'],
  ...says('Le dernier jour suit le premier.', 'The last day follows the first.')
};
const withinTen = ({ day, lastDay }: Days): boolean =>
  lastDay === '' || lastDay < daysLater(day, mostDays);
const tooMany = {
  path: ['lastDay'],
  ...says(
    `Une session dure au plus ${mostDays}\u00a0jours\u00a0: ouvrez-en une autre pour la suite.`,
    `A session lasts ${mostDays} days at most: open another for the rest.`
  )
};
const filled = <Given extends Days>(given: Given): Given => ({
  ...given,
  lastDay: given.lastDay || given.day
});

/** What a manager fills in to open a session. */
export const sessionForm = z
  .object(sessionFields)
  .refine(inOrder, order)
  .refine(withinTen, tooMany)
  .transform(filled);

/** What they may still change while it is prepared. */
export const sessionChangeForm = z
  .object(sessionFields)
  .omit({ id: true, centreId: true })
  .refine(inOrder, order)
  .refine(withinTen, tooMany)
  .transform(filled);

export const panelForm = z.object({
  id: formId<'panel'>(),
  name: field(line(60, 'Nommez le jury.', 'Name the panel.')),
  room: field(line(80, 'Indiquez la salle.', 'Give the room.'))
});

/** The hours when a juror can come; both empty for the whole day. */
export const availabilityForm = z
  .object({
    panelId: z.string(),
    jurorId: z.string(),
    from: clockTimeSchema.or(z.literal('')),
    until: clockTimeSchema.or(z.literal(''))
  })
  .refine(({ from, until }) => (from === '') === (until === ''), {
    path: ['until'],
    ...says(
      'Donnez les deux heures, ou aucune pour toute la journée.',
      'Give both times, or neither for the whole day.'
    )
  })
  .refine(({ from, until }) => from === '' || until === '' || from < until, {
    path: ['until'],
    ...says('L’heure de départ suit l’heure d’arrivée.', 'They leave after they arrive.')
  })
  .transform(({ from, until, ...who }) => ({
    ...who,
    availability: from === '' ? null : { from, until }
  }));

/** What a form proposes before anyone chose. */
export const usualHours = {
  opensAt: '08:30',
  closesAt: '19:00',
  lunchFrom: '12:30',
  lunchUntil: '13:30'
};

const opensFirst = (hours: { opensAt: string; closesAt: string }) => hours.opensAt < hours.closesAt;
const closing = {
  path: ['closesAt'],
  ...says('La journée finit avant de commencer.', 'The day ends before it begins.')
};

/** When each day opens and closes and when lunch is, in Paris time. */
export const planForm = z
  .object({
    opensAt: clockTimeSchema.default(usualHours.opensAt),
    closesAt: clockTimeSchema.default(usualHours.closesAt),
    lunchFrom: clockTimeSchema.default(usualHours.lunchFrom),
    lunchUntil: clockTimeSchema.default(usualHours.lunchUntil)
  })
  .refine(({ lunchFrom, lunchUntil }) => lunchFrom < lunchUntil, {
    path: ['lunchUntil'],
    ...says('Le déjeuner finit après avoir commencé.', 'Lunch ends after it begins.')
  })
  .refine(opensFirst, closing);

/** The hours within which a better plan is looked for, and for how many seconds. */
export const improveForm = z
  .object({
    opensAt: clockTimeSchema,
    closesAt: clockTimeSchema,
    lunchFrom: clockTimeSchema,
    lunchUntil: clockTimeSchema,
    lunchMinutes: z.coerce.number().pipe(z.literal([30, 45, 60, 75, 90])),
    seconds: z.coerce.number().pipe(z.literal([10, 30, 120]))
  })
  .refine(opensFirst, closing);

/** Who is late and by how much; with `revision`, the shifts shown at that revision are wanted. */
export const delayForm = z.object({
  who: z
    .string()
    .regex(/^(panel|candidate) \S+$/, says('Choisissez qui est en retard.', 'Choose who is late.')),
  minutes: z.coerce
    .number()
    .int(says('Indiquez des minutes entières.', 'Give whole minutes.'))
    .min(1, says('Indiquez au moins une minute.', 'Give at least one minute.'))
    .max(600, says('Indiquez au plus dix heures.', 'Give ten hours at most.')),
  revision: z.coerce.number().int().optional()
});

/** What happened, in the words of whoever reports it, and to whom if it was one candidate. */
export const incidentForm = z.object({
  id: formId<'incident'>(),
  description: field(
    line(2000, 'Décrivez l’incident en une phrase.', 'Describe the incident in a sentence.')
  ),
  enrolmentId: z
    .string()
    .optional()
    .transform((id) => id || null)
});
