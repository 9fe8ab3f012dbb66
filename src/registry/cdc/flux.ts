/**
 * The file that the Caisse des Dépôts takes (« flux », schema 1.1.2): written as it is read, in
 * pieces, so that a million holders ask for no more memory than ten.
 */
import type { Sender } from '#people';
import { parisTimestamp } from '#platform/clock.ts';
import type { Holder, Passage } from './passage.ts';
import { element, group, nillable, optional } from './xml.ts';

export interface Heading extends Sender {
  /** Names the file for good, fifty characters at most. */
  id: string;
  at: Date;
}

/** About this many characters a piece: V8 collects strings over 64 K apart, three times slower. */
const pieceLength = 16_384;

/** The whole file, in pieces. */
export async function* flux(
  heading: Heading,
  passages: Iterable<Passage> | AsyncIterable<Passage>
): AsyncGenerator<string> {
  let piece = opening(heading);
  for await (const passage of passages) {
    piece += passageElement(passage);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece + closing;
}

const opening = ({ id, at, clientId, contractId, certificationCode }: Heading): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<cpf:flux xmlns:cpf="urn:cdc:cpf:pc5:schema:1.0.0"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n',
    element('idFlux', id),
    element('horodatage', parisTimestamp(at)),
    '<cpf:emetteur>',
    element('idClient', clientId),
    '<cpf:certificateurs><cpf:certificateur>',
    element('idClient', clientId),
    element('idContrat', contractId),
    '<cpf:certifications><cpf:certification>',
    element('type', certificationCode.startsWith('RNCP') ? 'RNCP' : 'RS'),
    element('code', certificationCode),
    element('natureDeposant', 'CERTIFICATEUR'),
    '<cpf:passageCertifications>\n'
  ].join('');

const closing = [
  '</cpf:passageCertifications></cpf:certification></cpf:certifications>',
  '</cpf:certificateur></cpf:certificateurs></cpf:emetteur></cpf:flux>\n'
].join('');

/** The panel admits, without a score. */
const admitted =
  element('obtentionCertification', 'PAR_ADMISSION') + element('donneeCertifiee', true);
const inPerson = element('modalitePassageExamen', 'EN_PRESENTIEL');
/** The certification gives no European level, and no distinction. */
const ungraded =
  element('presenceNiveauLangueEuro', false) +
  element('presenceNiveauNumeriqueEuro', false) +
  nillable('scoring', null) +
  nillable('mentionValidee', null);
/** We do not ask by which way a candidate came to the certification. */
const unasked = nillable('modaliteAcces', null);

/** One passage, on one line. */
export const passageElement = (passage: Passage): string =>
  `${group(
    'passageCertification',
    element('idTechnique', passage.reference),
    optional('urlPreuve', passage.proofUrl),
    admitted,
    element('dateDebutExamen', passage.examinedFrom),
    element('dateFinExamen', passage.examinedUntil),
    inPerson,
    optional('codePostalCentreExamen', passage.centrePostalCode),
    element('dateDebutValidite', passage.validFrom),
    nillable('dateFinValidite', passage.validUntil),
    ungraded,
    group('modalitesInscription', unasked, optional('dateInscription', passage.enrolledOn)),
    group('identificationTitulaire', holderElement(passage.holder))
  )}\n`;

function holderElement(holder: Holder): string {
  const [year = '', month = '', day = ''] = holder.birthDate.split('-');
  const [first = '', second, third] = holder.firstNames;
  return group(
    'titulaire',
    element('nomNaissance', holder.birthName),
    nillable('nomUsage', holder.usageName),
    element('prenom1', first),
    optional('prenom2', second),
    optional('prenom3', third),
    element('anneeNaissance', Number(year)),
    element('moisNaissance', Number(month)),
    element('jourNaissance', Number(day)),
    element('sexe', holder.sex),
    group(
      'codeCommuneNaissance',
      holder.birthInseeCode === null
        ? group('codePostalNaissance', nillable('codePostal', null))
        : group('codeInseeNaissance', element('codeInsee', holder.birthInseeCode))
    ),
    optional('libelleCommuneNaissance', holder.birthPlace),
    element('codePaysNaissance', holder.birthCountryCode),
    optional('libellePaysNaissance', holder.birthCountryName)
  );
}
