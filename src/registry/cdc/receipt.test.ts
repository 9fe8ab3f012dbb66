import { describe, expect, test } from 'vitest';
import { adviceOn } from './advice.ts';
import { parseReceipt } from './receipt.ts';

const report = (body: string, head = '<idFlux>flux-1</idFlux><idTraitement>51354</idTraitement>') =>
  `<?xml version="1.0" encoding="UTF-8"?>
  <ns2:rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">
    <nomFichier>cdc-flux-1.xml</nomFichier>${head}${body}
  </ns2:rapport>`;
const refused = (reference: string, ...messages: string[]) =>
  `<passage><idTechnique>${reference}</idTechnique>${messages
    .map((message) => `<messageErreur>${message}</messageErreur>`)
    .join('')}</passage>`;

describe('a receipt', () => {
  test('tells the file it answers, and each passage that was taken or refused', () => {
    const xml = report(
      `<PassagesKO>${refused('b', 'Aucun titulaire ne correspond aux critères obligatoires')}</PassagesKO>
       <PassagesOK><idTechnique>a</idTechnique><idTechnique>c</idTechnique></PassagesOK>`
    );
    expect(parseReceipt(xml)).toEqual({
      ok: true,
      value: {
        batchId: 'flux-1',
        processing: '51354',
        answers: [
          {
            reference: 'b',
            accepted: false,
            words: 'Aucun titulaire ne correspond aux critères obligatoires'
          },
          { reference: 'a', accepted: true, words: null },
          { reference: 'c', accepted: true, words: null }
        ]
      }
    });
  });

  test('says every reason of a refusal, and escapes are read', () => {
    const xml = report(
      `<passagesKO>${refused('a', 'Nom &amp; prénom', '<![CDATA[Date <1900>]]>')}</passagesKO>`
    );
    expect(parseReceipt(xml)).toMatchObject({
      value: { answers: [{ words: 'Nom & prénom Date <1900>' }] }
    });
  });

  test('a passage that the Caisse already has was taken', () => {
    const xml = report(
      `<PassagesKO>${refused('a', 'Ce passage existe déjà en base')}</PassagesKO>`
    );
    expect(parseReceipt(xml)).toMatchObject({
      value: { answers: [{ reference: 'a', accepted: true, words: null }] }
    });
  });

  test('with a prefix on every element, or a mark of byte order, is read alike', () => {
    const xml =
      '\ufeff<r:rapport xmlns:r="urn:x"><r:idFlux>f</r:idFlux><r:passagesOK><r:passage><r:idTechnique>a</r:idTechnique></r:passage></r:passagesOK></r:rapport>';
    expect(parseReceipt(xml)).toMatchObject({
      value: { batchId: 'f', answers: [{ reference: 'a' }] }
    });
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'Bonjour'],
    ['a file cut short', report('<PassagesOK><idTechnique>a').slice(0, -20)],
    ['a receipt of no file', report('<PassagesOK><idTechnique>a</idTechnique></PassagesOK>', '')],
    ['a receipt of nobody', report('<PassagesOK/>')],
    [
      'two answers about one',
      report('<PassagesOK><idTechnique>a</idTechnique><idTechnique>a</idTechnique></PassagesOK>')
    ],
    [
      'a document type, which could call files of the machine',
      '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r><idFlux>f</idFlux><passagesOK><idTechnique>a</idTechnique></passagesOK></r>'
    ]
  ])('%s is refused', (_what, xml) => {
    expect(parseReceipt(xml)).toMatchObject({
      ok: false,
      error: { code: 'registry.not-a-receipt' }
    });
  });
});

test('each refusal comes with what to do', () => {
  expect(adviceOn('Aucun titulaire ne correspond aux critères obligatoires').fr).toContain(
    'pièce d’identité'
  );
  expect(adviceOn('Plusieurs titulaires correspondent').fr).toContain('le jour et le mois');
  expect(adviceOn('Contrat inconnu').fr).toContain('Registre');
  expect(adviceOn('Erreur 42').fr).toContain('support.certificateurs@caissedesdepots.fr');
});
