/**
 * What a credential says: an AchievementCredential of Open Badges 3.0 (1EdTech) on the W3C
 * Verifiable Credentials Data Model 2.0. Pure; signing is elsewhere.
 */
import {
  registrationOf,
  titleOf,
  type Competence,
  type Referential,
  type Registration
} from '#referential';
import { frenchSpaces } from '#platform/typography.ts';
import { credentialsContext, openBadgesContext } from './contexts.ts';

/** What a credential is made from. */
export interface Award {
  number: string;
  holderName: string;
  /** YYYY-MM-DD */
  awardedOn: string;
  issuedAt: Date;
  referential: Referential;
  /** Where the certification is registered on the day of issue; null where it is not. */
  registration: Registration | null;
  /** Mean of each competence, from 0 to 3; null where a panel decided or an earlier session counts. */
  competences: readonly { id: string; mean: number | null }[];
  issuer: { did: string; name: string };
  /** The public address, without a slash at its end. */
  publicUrl: string;
  status: { list: number; place: number };
}

/** Two lists tell the state of a credential, at the same place in each. */
export const statusPurposes = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

export const statusListUrl = (publicUrl: string, purpose: StatusPurpose, list: number): string =>
  `${publicUrl}/status/${purpose}/${list}`;

export const credentialSchemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** The credential of an award, before it is signed; the same for the same award. */
export function achievementCredential(award: Award) {
  const { number, publicUrl, referential, registration, issuer } = award;
  const id = `${publicUrl}/verify/${number}`;
  return {
    '@context': [credentialsContext, openBadgesContext],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: titleOf(referential),
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: publicUrl },
    validFrom: seconds(award.issuedAt),
    awardedDate: `${award.awardedOn}T00:00:00Z`,
    credentialSubject: {
      id: `${id}#holder`,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: award.holderName,
          identityType: 'name'
        }
      ],
      licenseNumber: number,
      achievement: achievement(referential, registration, publicUrl),
      result: award.competences.map(({ id: competenceId, mean }) => ({
        type: ['Result'],
        resultDescription: descriptionUrl(referential, publicUrl, competenceId),
        achievedLevel: levelUrl(referential, publicUrl, competenceId, reached(referential, mean)),
        status: 'Completed'
      }))
    },
    credentialSchema: [{ id: credentialSchemaUrl, type: 'JsonSchema' }],
    credentialStatus: statusEntry(publicUrl, award.status)
  };
}

export type UnsignedCredential = ReturnType<typeof achievementCredential>;

/** VC-JWT dates are whole seconds; the same instant must be said in both signatures. */
const seconds = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`;

/**
 * Open Badges allows one status entry, and a Bitstring Status List entry one purpose: the entry is
 * about revocation, which every verifier reads, and refers to the list of suspensions.
 */
const statusEntry = (publicUrl: string, { list, place }: Award['status']) => ({
  id: `${statusListUrl(publicUrl, 'revocation', list)}#${place}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(place),
  statusListCredential: statusListUrl(publicUrl, 'revocation', list),
  statusReference: statusListUrl(publicUrl, 'suspension', list)
});

function achievement(
  referential: Referential,
  registration: Registration | null,
  publicUrl: string
) {
  const { version, competences, objectives } = referential;
  const title = titleOf(referential);
  return {
    id: `${publicUrl}/referential#v${version}`,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: title,
    description: objectives[0] ?? title,
    ...(registration && { humanCode: registration.code }),
    version,
    inLanguage: 'fr',
    image: { id: `${publicUrl}/badge.png`, type: 'Image', caption: title },
    criteria: { id: `${publicUrl}/referential`, narrative: narrative(referential) },
    alignment: [
      ...(registration ? [registered(registration, title)] : []),
      ...competences.map(({ id, statement }) => ({
        type: ['Alignment'],
        targetType: 'CFItem',
        targetName: statement,
        targetUrl: competenceUrl(publicUrl, id),
        targetCode: id,
        targetFramework: `${title}, version ${version}`
      }))
    ],
    resultDescription: competences.map((competence) =>
      resultDescription(referential, publicUrl, competence)
    )
  };
}

/** The public sheet of the certification at France compétences. */
const registered = ({ code, register, sheet }: Registration, title: string) => ({
  type: ['Alignment'],
  targetType: 'ceterms:Credential',
  targetName: title,
  targetUrl: sheet,
  targetCode: code,
  targetFramework: register
});

function resultDescription(referential: Referential, publicUrl: string, competence: Competence) {
  const levelOf = (level: number) => levelUrl(referential, publicUrl, competence.id, level);
  return {
    id: descriptionUrl(referential, publicUrl, competence.id),
    type: ['ResultDescription'],
    name: `${competence.id}. ${competence.statement}`,
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: referential.scale.levels.map(({ level, label }) => ({
      id: levelOf(level),
      type: ['RubricCriterionLevel'],
      name: label.fr,
      level: String(level)
    })),
    requiredLevel: levelOf(requiredLevel(referential))
  };
}

const competenceUrl = (publicUrl: string, id: string) => `${publicUrl}/referential/${id}`;
const descriptionUrl = ({ version }: Referential, publicUrl: string, id: string) =>
  `${competenceUrl(publicUrl, id)}#v${version}`;
const levelUrl = (referential: Referential, publicUrl: string, id: string, level: number) =>
  `${descriptionUrl(referential, publicUrl, id)}-level-${level}`;

const requiredLevel = ({ policy }: Referential) => Math.ceil(policy.competenceMean);

/** The highest level that a mean reaches; a validated competence has at least the level required. */
const reached = (referential: Referential, mean: number | null): number =>
  Math.max(requiredLevel(referential), Math.floor((mean ?? 0) + 1e-9));

function narrative({ scale, policy, competences }: Referential): string {
  const levels = scale.levels.map(({ label }) => label.fr.toLowerCase()).join(', ');
  const mean = policy.competenceMean.toLocaleString('fr-FR');
  return frenchSpaces(
    [
      `Un jury d’au moins ${policy.minJurors} professionnels sans lien avec le candidat observe chaque critère du référentiel (${levels}).`,
      `Une compétence est validée quand la moyenne de ses critères observés atteint ${mean} sur 3${policy.noZero ? ' et qu’aucun n’est à 0' : ''} ; à défaut, le jury en délibère.`,
      `La certification est délivrée quand les ${competences.length} compétences sont validées.`
    ].join(' ')
  );
}

/** The level that each competence reached, as a signed credential of ours says it. */
export function achievedLevels(content: string): Map<string, number> {
  const { credentialSubject } = JSON.parse(content) as UnsignedCredential;
  return new Map(
    credentialSubject.result.flatMap(({ achievedLevel }) => {
      const [, id, level] = /\/(C\d+)#.*-level-(\d)$/.exec(achievedLevel) ?? [];
      return id === undefined ? [] : [[id, Number(level)] as const];
    })
  );
}

/** Where the certification was registered, as a signed credential of ours says it; null where it does not. */
export function signedRegistration(content: string): Registration | null {
  const { achievement } = (JSON.parse(content) as UnsignedCredential).credentialSubject;
  const sheet = achievement.alignment.find(({ targetType }) => targetType === 'ceterms:Credential');
  return sheet ? registrationOf(sheet.targetCode) : null;
}
