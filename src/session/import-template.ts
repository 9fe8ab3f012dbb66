import writeExcelFile from 'write-excel-file/node';
import { writeCsv, columnHeads } from './import-columns.ts';

/** The list to fill in, as CSV: its column heads. */
export const templateCsv = (): string => writeCsv([]);

const advice: readonly string[] = [
  'Une ligne par candidat, dans la feuille « Candidats ».',
  'Nom et prénoms : comme sur la pièce d’identité, en alphabet latin.',
  'Sexe : F ou M.',
  'Date de naissance : 31/12/1990.',
  'Lieu de naissance : le nom de la commune suffit en France (Paris 11e, Ajaccio).',
  'Code INSEE : seulement si plusieurs communes portent ce nom (93066 pour Saint-Denis en Seine-Saint-Denis).',
  'Pays : seulement pour une naissance à l’étranger, en français (Vietnam) ou par son code INSEE (99243).',
  'Adresse électronique : une par candidat ; elle ouvre son dossier.'
];

/** The list to fill in, as a workbook: a sheet of heads, and a sheet that says how. */
export async function templateXlsx(): Promise<Uint8Array> {
  const text = { type: String, format: '@' } as const;
  const heads = columnHeads.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  // Cells are text, so that 01004 keeps its zero.
  const blank = columnHeads.map(() => ({ ...text, value: '' }));
  const workbook = writeExcelFile([
    {
      sheet: 'Candidats',
      data: [heads, ...Array.from({ length: 40 }, () => blank)],
      columns: columnHeads.map((head) => ({ width: Math.max(18, head.length + 2) }))
    },
    {
      sheet: 'Mode d’emploi',
      data: advice.map((value) => [{ value, type: String }]),
      columns: [{ width: 110 }]
    }
  ]);
  return new Uint8Array(await workbook.toBuffer());
}
