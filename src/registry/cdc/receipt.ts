/**
 * The « accusé de traitement »: what the Caisse des Dépôts made of a file. Its form is known from
 * receipts alone (namespace urn:cdc:cpf:pc5:rapport:schema): prefixes and capitals are not relied on.
 */
import sax from 'sax';
import { ok, refuse, type Result } from '#platform/result.ts';

export interface Receipt {
  /** The « idFlux » of the file that it answers. */
  batchId: string;
  processing: string | null;
  answers: { reference: string; accepted: boolean; words: string | null }[];
}

/** A passage that the Caisse already has is one that it has: nothing is left to do. */
const alreadyKnown = /existe d[ée]j[àa]/i;

/** Reads a receipt; refuses what is not one, and says nothing twice of a reference. */
export function parseReceipt(xml: string): Result<Receipt> {
  const parser = sax.parser(true, { trim: true });
  const path: string[] = [];
  const head = new Map<string, string>();
  const answers: Receipt['answers'] = [];
  let passage: { reference: string; words: string[] } = { reference: '', words: [] };
  let text = '';
  let broken = false;

  const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();
  const inside = (name: string) => path.includes(name);
  const answer = (accepted: boolean) => {
    const words = passage.words.join(' ') || null;
    const known = accepted || alreadyKnown.test(words ?? '');
    answers.push({ reference: passage.reference, accepted: known, words: known ? null : words });
    passage = { reference: '', words: [] };
  };

  parser.onerror = () => {
    broken = true;
    parser.resume();
  };
  parser.ondoctype = () => {
    broken = true;
  };
  parser.onopentag = ({ name }) => {
    path.push(localName(name));
    text = '';
  };
  parser.ontext = parser.oncdata = (piece) => {
    text += piece;
  };
  parser.onclosetag = () => {
    const name = path.pop() ?? '';
    if (path.length === 1) head.set(name, text);
    if (name === 'idtechnique') {
      passage.reference = text;
      if (inside('passagesok')) answer(true);
    } else if (name === 'messageerreur') passage.words.push(text);
    else if (name === 'passage' && inside('passagesko')) answer(false);
    text = '';
  };
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close();
  } catch {
    broken = true;
  }
  const batchId = head.get('idflux');
  const references = new Set(answers.map(({ reference }) => reference));
  if (broken || !batchId || answers.length === 0) return notAReceipt();
  if (references.has('') || references.size < answers.length) return notAReceipt();
  return ok({ batchId, processing: head.get('idtraitement') ?? null, answers });
}

const notAReceipt = () =>
  refuse(
    'registry.not-a-receipt',
    'Ce fichier n’est pas un accusé de traitement : téléchargez-le de nouveau depuis l’espace des certificateurs, au format XML.',
    'This file is not a processing receipt: download it again from the certifiers’ space, as XML.'
  );
