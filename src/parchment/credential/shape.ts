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

const subject = z.looseObject({
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

const statusEntry = z.looseObject({
  id: text,
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.literal('revocation'),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: text,
  statusReference: text.optional()
});

export const proofShape = z.looseObject({
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
  issuer: z.looseObject({ id: text, type: typed('Profile'), name: text.optional() }),
  validFrom: moment,
  validUntil: moment.optional(),
  awardedDate: moment.optional(),
  credentialSubject: subject,
  credentialSchema: listOf(z.looseObject({ id: text, type: text })).optional(),
  credentialStatus: statusEntry
});

export type ReadCredential = z.infer<typeof credentialShape>;

/** A status list, signed. */
export const statusListShape = z.looseObject({
  '@context': z.tuple([z.literal(credentialsContext)]),
  id: text,
  type: typed('BitstringStatusListCredential'),
  issuer: z.union([text, z.looseObject({ id: text }).transform(({ id }) => id)]),
  validFrom: moment.optional(),
  validUntil: moment.optional(),
  credentialSubject: z.looseObject({
    type: z.literal('BitstringStatusList'),
    statusPurpose: text,
    encodedList: text
  }),
  proof: z.tuple([proofShape])
});

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
