import { z } from 'zod';

/** Lower-case words joined by hyphens: the form of every identifier of the bank. */
export const kebab = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** One line of text. */
export const line = z.string().trim().min(1);

/**
 * Markdown. In a file it is one string, or a list of paragraphs, which is easier to read and to
 * compare; once read it is always one string, paragraphs parted by an empty line.
 */
export const markdown = z.preprocess(
  (value) =>
    Array.isArray(value) && value.every((part) => typeof part === 'string')
      ? value.join('\n\n')
      : value,
  z.string().trim().min(1)
);

/** What the candidate is given to read, by the use a house makes of it. */
export const narrativeKinds = [
  'cardex',
  'promise',
  'plan',
  'mails',
  'menu',
  'memo',
  'programme',
  'feedback',
  'log'
] as const;

const narrative = z.strictObject({
  id: kebab,
  title: line,
  kind: z.enum(narrativeKinds),
  body: markdown
});

/** A review as a public network shows it. `rating` is out of 5 stars. */
export const reviewSchema = z.strictObject({
  id: kebab,
  author: line,
  postedOn: z.iso.date(),
  rating: z.int().min(1).max(5),
  tone: z.enum(['positive', 'neutral', 'negative']),
  text: markdown
});

const reviews = z.strictObject({
  id: kebab,
  title: line,
  kind: z.literal('reviews'),
  network: line,
  reviews: z.array(reviewSchema).min(1)
});

/** Something sold. `price` is in euros, all taxes included, for one `unit`. */
export const offerSchema = z.strictObject({
  id: kebab,
  name: line,
  price: z.number().positive(),
  unit: line,
  features: z.array(line).min(1)
});

const catalogue = z.strictObject({
  id: kebab,
  title: line,
  kind: z.literal('catalogue'),
  introduction: markdown.optional(),
  offers: z.array(offerSchema).min(2)
});

export const documentSchema = z.discriminatedUnion('kind', [narrative, reviews, catalogue]);

export type SubjectDocument = z.infer<typeof documentSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type Offer = z.infer<typeof offerSchema>;
