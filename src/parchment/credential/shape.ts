/**
 * The form of an Open Badges 3.0 AchievementCredential on which a verification relies, after the
 * JSON Schema of 1EdTech; stricter where a choice would open a door.
 */
import { z } from 'zod';
import { credentialsContext, openBadgesContext } from './contexts.ts';

const text = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1);
const typed = (name: string) =>
  listOf(text).refine((types) => types.includes(name), `type must include ${name}`);

const alignment = z.looseObject({
  type: typed('Alignment'),
  targetName: text,
  targetUrl: text,
  targetCode: text.optional()
});

const rubricLevel = z.looseObject({
  id: text,
  type: typed('RubricCriterionLevel'),
  name: text,
  level: text.optional()
});

const resultDescription = z.looseObject({
  id: text,
  type: typed('ResultDescription'),
  name: text,
  resultType: text,
  requiredLevel: text.optional(),
  rubricCriterionLevel: listOf(rubricLevel).optional()
});

const achievement = z.looseObject({
  id: text,
  type: typed('Achievement'),
  name: text,
  description: text,
  criteria: z.looseObject({ id: text.optional(), narrative: text.optional() }),
  achievementType: text.optional(),
  humanCode: text.optional(),
  inLanguage: text.optional(),
  version: text.optional(),
  alignment: listOf(alignment).optional(),
  resultDescription: listOf(resultDescription).optional()
});

const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: text,
  identityType: text,
  salt: text.optional()
});

const subject = z.strictObject({
  id: text.optional(),
  type: typed('AchievementSubject'),
  identifier: listOf(identity),
  licenseNumber: text.optional(),
  achievement,
  result: listOf(
    z.looseObject({
      type: typed('Result'),
      resultDescription: text.optional(),
      achievedLevel: text.optional(),
      status: text.optional()
    })
  ).optional()
});

/** Both lists are named: an entry without that of suspensions would pass a suspended certificate. */
const statusEntry = z.strictObject({
  id: text,
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.literal('revocation'),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: text,
  statusReference: text
});

export const proofShape = z.strictObject({
  id: text.optional(),
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: moment.optional(),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: text,
  proofValue: z.string().startsWith('z')
});

/**
 * Contexts are these two and no other: a context of one's own could make signed statements read as
 * something else.
 */
export const credentialShape = z.looseObject({
  '@context': z.tuple([z.literal(credentialsContext), z.literal(openBadgesContext)]),
  id: text,
  type: typed('VerifiableCredential').refine(
    (types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'),
    'type must include OpenBadgeCredential'
  ),
  name: text.optional(),
  issuer: z.strictObject({
    id: text,
    type: typed('Profile'),
    name: text.optional(),
    url: text.optional()
  }),
  validFrom: moment,
  validUntil: moment.optional(),
  awardedDate: moment.optional(),
  credentialSubject: subject,
  credentialSchema: listOf(z.looseObject({ id: text, type: text })).optional(),
  credentialStatus: statusEntry
});

export type ReadCredential = z.infer<typeof credentialShape>;

/** A status list, signed, and good until a day. */
export const statusListShape = z.strictObject({
  '@context': z.tuple([z.literal(credentialsContext)]),
  id: text,
  type: typed('BitstringStatusListCredential'),
  issuer: z.union([text, z.strictObject({ id: text }).transform(({ id }) => id)]),
  validFrom: moment.optional(),
  validUntil: moment,
  credentialSubject: z.strictObject({
    id: text.optional(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: text,
    encodedList: text
  }),
  proof: z.tuple([proofShape])
});

/**
 * Whether a signed JSON says everything in plain members. A proof covers the graph that JSON-LD makes of
 * a document, and one graph is written in many ways: a member under `@nest` or `@graph`, under an alias
 * that a nested `@context` gives, or under the full address of a term, is signed as well and not seen by
 * who reads the JSON. Contexts stand at the top alone, and no other member is a keyword or an address.
 */
export function isPlain(document: unknown): boolean {
  const waiting: unknown[] = [document];
  for (let each = waiting.pop(); waiting.length > 0 || each !== undefined; each = waiting.pop()) {
    if (Array.isArray(each)) waiting.push(...(each as unknown[]));
    else if (each !== null && typeof each === 'object')
      for (const [name, value] of Object.entries(each)) {
        if (name === '@context' && each === document) continue;
        if (/[@:]/.test(name)) return false;
        waiting.push(value);
      }
  }
  return true;
}

/** A DID document, as far as signatures need it. */
export const didDocumentShape = z.looseObject({
  '@context': z.union([text, listOf(z.unknown())]).optional(),
  id: z.string().startsWith('did:'),
  verificationMethod: z.array(
    z.looseObject({
      id: text,
      type: text,
      controller: text,
      publicKeyMultibase: text.optional(),
      publicKeyJwk: z.looseObject({ kty: text }).optional()
    })
  ),
  assertionMethod: z.array(z.string())
});
export type ReadDidDocument = z.infer<typeof didDocumentShape>;
