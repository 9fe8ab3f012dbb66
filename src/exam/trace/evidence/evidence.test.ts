import { beforeAll, describe, expect, it } from 'vitest';
import { bank } from '../../subjects/bank.ts';
import { documentTexts, type GivenDocument } from '../material.ts';
import { frenchSpeller } from '../speller.ts';
import { evidenceOf } from './evidence.ts';
import type { EvidenceKind } from './finding.ts';
import type { Speller } from './spelling.ts';

let speller: Speller;
beforeAll(async () => {
  speller = await frenchSpeller();
});

/** What evidence of one kind quotes in a text. */
function found(kind: EvidenceKind, text: string, documents: readonly GivenDocument[] = []) {
  return evidenceOf({ 'reply-1': text }, documents, speller)
    .filter((finding) => finding.kind === kind)
    .map(({ from, to }) => text.slice(from, to));
}
const said = (kind: EvidenceKind, text: string) =>
  evidenceOf({ 'reply-1': text }, [], speller).find((finding) => finding.kind === kind)?.sentence
    .fr;

describe('spelling', () => {
  it('finds what the dictionary does not hold, with its place', () => {
    expect(found('spelling', 'Votre acceuil fut un plaisir, malgrés la pluie.')).toEqual([
      'acceuil',
      'malgrés'
    ]);
  });

  it('reads French as it is written: elisions, inversions, compounds, both apostrophes', () => {
    const text = "Aujourd’hui, l’hôtel et l'équipe… Dites-moi : a-t-il aimé le petit-déjeuner ?";
    expect(found('spelling', text)).toEqual([]);
  });

  it('knows the names of the dossier, and leaves addresses alone', () => {
    const documents = [{ id: 'd', title: 'Fiche', text: 'Mme Lindqvist, Göteborg' }];
    expect(found('spelling', 'Mme Lindqvist, anna@lindqvst.example', documents)).toEqual([]);
  });
});

describe('grammar', () => {
  it.each([
    ['Nous avons préparer votre suite.', 'avons préparer'],
    ['Afin de préparé votre retour', 'Afin de préparé'],
    ['Merci de de votre visite', 'de de'],
    ['La beauté de automne', 'de automne'],
    ['Si il vous plaît', 'Si il'],
    ['Nous vous accueilleront demain', 'Nous vous accueilleront']
  ])('finds in « %s » only what hardly leaves a doubt', (text, fault) => {
    expect(found('grammar', text)).toEqual([fault]);
  });

  it('says nothing of what is right', () => {
    const text = `Vous vous souvenez de onze heures, de une à deux. Nous nous réjouissons. Vous avez
      hier dîné avant de partir ; si elle revient, le onzième jour, le oui sera franc.`;
    expect(found('grammar', text)).toEqual([]);
  });

  it('says nothing of the dossiers of the bank, which were read again by people', () => {
    const texts = bank.flatMap(({ candidate }) => documentTexts(candidate.documents));
    expect(texts.flatMap(({ text }) => found('grammar', text))).toEqual([]);
  });
});

describe('the shape of a letter', () => {
  const letter = 'Chère Madame,\n\nMerci de votre visite.\n\nVeuillez agréer nos salutations.';

  it('finds how it greets and takes leave', () => {
    expect(found('salutation', letter)).toEqual(['Chère Madame,']);
    expect(found('closing', letter)).toEqual(['Veuillez agréer nos salutations.']);
  });

  it('says so when it finds neither', () => {
    expect(said('salutation', 'Votre avis nous est précieux.')).toContain('Aucune formule d’appel');
    expect(said('closing', 'Votre avis nous est précieux.')).toContain(
      'Aucune formule de politesse'
    );
  });

  it('counts the words of each paragraph', () => {
    expect(said('paragraphs', letter)).toBe('3 paragraphes, de 2, 4 et 4 mots.');
  });

  it('looks in each text of a mail for its own part', () => {
    const kinds = evidenceOf(
      { subject: 'Séjour', salutation: 'Chère Madame,', body: 'Merci.', closing: 'Bien à vous,' },
      [],
      speller
    ).map(({ kind, field }) => [kind, field]);
    expect(kinds).toEqual([
      ['salutation', 'salutation'],
      ['closing', 'closing'],
      ['paragraphs', 'body']
    ]);
  });
});

describe('words and signs', () => {
  it('a word said three times is told, whatever its capital, its elision or its number', () => {
    const text = 'L’équipe vous attend. Nos équipes et mon équipe ; votre séjour, votre retour.';
    expect(found('repetition', text)).toEqual(['L’équipe']);
    expect(said('repetition', text)).toBe('«\u00a0équipe\u00a0» revient 3 fois.');
  });

  it('typography is told where a keyboard could have done better', () => {
    expect(found('typography', 'Merci! Une suite,un "salon" pour Mr Roux .')).toEqual(
      expect.arrayContaining(['i!', 'e,', '"', 'Mr '])
    );
    expect(found('typography', "Merci ! L'équipe : « bienvenue »...")).toEqual([]);
  });
});

describe('the dossier', () => {
  const subject = bank.find(({ id }) => id === 'ec2-hotel-chateau')!;
  const documents = documentTexts(subject.candidate.documents);

  it('names and facts that are taken up are told, with the document', () => {
    const text =
      'Mme Lindqvist, M. Fulbert vous salue : la Volière rouvre en avril 2028, à 9 h 40.';
    expect(found('dossier', text, documents)).toEqual(
      expect.arrayContaining(['Lindqvist', 'Fulbert', 'Volière', '2028', '9 h 40'])
    );
    expect(found('dossier', 'Merci de votre séjour.', documents)).toEqual([]);
  });

  it('a name written otherwise than in the dossier is told', () => {
    expect(found('name', 'Chère Madame Lindquist,', documents)).toEqual(['Lindquist']);
    expect(found('name', 'Chère Madame Lindqvist,', documents)).toEqual([]);
  });
});

describe('the map of a journey', () => {
  const map = {
    stages: '3,1',
    'stage-1.name': 'Le salon',
    'stage-1.excellence': 'Sourire.',
    'stage-1.vigilance': 'Un seuil trop haut.',
    'stage-3.name': 'L’acceuil',
    'stage-3.excellence': 'Se lever.',
    'stage-3.value': 'Mme Lindquist est attendue.',
    notes: 'Dire bonjour, penser à l’acceuil de Mme Lindquist'
  };
  const documents = [{ id: 'd', title: 'Fiche', text: 'Reçue par Mme Lindqvist' }];

  it('is told as it stands, by the places of its stages', () => {
    const told = evidenceOf(map, documents, speller).filter(({ kind }) => kind === 'journey');
    expect(told.map(({ sentence }) => sentence.fr)).toEqual([
      'La carte a 2 étapes.',
      '«\u00a0Parcours alternatifs\u00a0»\u00a0: écrit à aucune étape.',
      '«\u00a0Comportements d’excellence\u00a0»\u00a0: écrit à chaque étape.',
      '«\u00a0Valeur ajoutée\u00a0»\u00a0: écrit à l’étape 1.',
      '«\u00a0Points de vigilance\u00a0»\u00a0: écrit à l’étape 2.',
      '«\u00a0Situations de handicap, facilitateurs\u00a0»\u00a0: écrit à aucune étape.'
    ]);
  });

  it('is read like a text that others see, without the parts of a letter', () => {
    const kinds = evidenceOf(map, documents, speller)
      .filter(({ field }) => field.startsWith('stage-'))
      .map(({ kind, field }) => [kind, field]);
    expect(kinds).toEqual([
      ['spelling', 'stage-3.name'],
      ['spelling', 'stage-3.value'],
      ['name', 'stage-3.value']
    ]);
  });

  it('goes with notes that nobody else reads: only names and facts are compared there', () => {
    const kinds = evidenceOf(map, documents, speller)
      .filter(({ field }) => field === 'notes')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['name']);
  });

  it('says nothing of an empty map', () => {
    expect(evidenceOf({ stages: '' }, documents, speller)).toEqual([]);
  });
});

it('evidence is never a score: each finding is a place and a sentence, nothing else', () => {
  const findings = evidenceOf({ body: 'Votre acceuil, votre acceuil.' }, [], speller);
  for (const finding of findings)
    expect(Object.keys(finding).sort()).toEqual(['field', 'from', 'kind', 'sentence', 'to']);
  expect(evidenceOf({ body: ' \n' }, [], speller)).toEqual([]);
});
