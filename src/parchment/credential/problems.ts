import type { Phrase } from '#platform/language.ts';
import { frenchSpaces } from '#platform/typography.ts';

const says = (fr: string, en: string): Phrase => ({ fr: frenchSpaces(fr), en });

/** Why a credential is not valid, for the person who received it. */
export const problems = {
  unreadable: says(
    'Ce fichier ne peut pas être lu, ou ne porte aucune attestation.',
    'This file cannot be read, or carries no credential.'
  ),
  damaged: says(
    'L’attestation que porte ce fichier est abîmée ou modifiée : demandez le fichier d’origine à son titulaire.',
    'The credential in this file is damaged or altered: ask its holder for the original file.'
  ),
  several: says(
    'Ce fichier porte plusieurs attestations : demandez le fichier d’origine à son titulaire.',
    'This file carries several credentials: ask its holder for the original file.'
  ),
  altered: says(
    'La signature ne correspond pas : ce que dit le fichier a été modifié après la délivrance.',
    'The signature does not match: what the file says was altered after it was issued.'
  ),
  'key-unknown': says(
    'La signature ne peut pas être vérifiée : elle n’est d’aucune clé connue du certificateur.',
    'The signature cannot be verified: it is by no known key of the certifying body.'
  ),
  'not-as-issued': says(
    'Ce PDF n’est pas, à l’octet près, celui qui a été délivré : ses pages ont pu être modifiées. Demandez le fichier d’origine à son titulaire.',
    'This PDF is not, to the byte, the one that was issued: its pages may have been altered. Ask its holder for the original file.'
  ),
  form: says(
    'Ce n’est pas une attestation Open Badges 3.0 bien formée.',
    'This is not a well-formed Open Badges 3.0 credential.'
  ),
  'issuer-unknown': says(
    'Cette attestation n’a pas été émise par ce certificateur, ou pas avec une de ses clés.',
    'This credential was not issued by this certifying body, or not with one of its keys.'
  ),
  revoked: says(
    'Ce certificat a été révoqué par le certificateur : il n’atteste plus rien.',
    'This certificate was revoked by the certifying body: it attests nothing any more.'
  ),
  suspended: says(
    'Ce certificat est suspendu par le certificateur : il n’atteste rien pour le moment.',
    'This certificate is suspended by the certifying body: it attests nothing for now.'
  ),
  'not-yet': says(
    'Cette attestation n’est pas encore en vigueur.',
    'This credential is not in force yet.'
  ),
  expired: says('Cette attestation n’est plus en vigueur.', 'This credential has expired.'),
  'status-unknown': says(
    'Impossible de savoir si le certificat est toujours en vigueur : la liste de statuts du certificateur manque.',
    'Whether the certificate is still in force cannot be known: the status list of the certifying body is missing.'
  ),
  'status-list': says(
    'La liste de statuts fournie n’est pas celle que nomme l’attestation, ou n’est pas signée par le certificateur.',
    'The status list given is not the one that the credential names, or is not signed by the certifying body.'
  ),
  'status-stale': says(
    'La liste de statuts fournie n’est plus à jour : demandez-en une récente au certificateur.',
    'The status list given is out of date: ask the certifying body for a recent one.'
  )
} satisfies Record<string, Phrase>;

export type ProblemCode = keyof typeof problems;
