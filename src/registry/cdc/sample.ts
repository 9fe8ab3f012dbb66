/** Fictitious holders, for trying the whole path of a file with no data and no one’s name. */
import type { Sender } from '#people';
import type { Holder, Passage } from './passage.ts';

/** A certifying body that does not exist: the form of real identifiers, the value of none. */
export const sampleSender: Sender = {
  clientId: '00SPEC00',
  contractId: 'SPECIMEN000000000001',
  certificationCode: 'RS0000'
};

const sixty = 'Wolfeschlegelsteinhausenbergerdorff-Montmorency-Rochechouart';

/** Short, long, accented, with signs that XML escapes; names of other scripts in Latin letters. */
const birthNames = [
  'Belkacem',
  'Lefèvre',
  "N'Diaye",
  "d'Arcy",
  'Martin-Roche',
  'Nguyễn',
  'Þórsdóttir',
  'Đorđević',
  'Şahin',
  'Łukasiewicz',
  'Le Goff',
  "O'Brien",
  'Çelik',
  'Ñáñez',
  'Ÿ',
  'Oe',
  'Cœurderoy',
  'Straße',
  'Shevchenko',
  'Wang',
  'al-Ḥusaynī',
  sixty,
  'Smith & Fils',
  'Dupont <dit Dumont>',
  "D'Hérouël-L'Épée",
  'de La Tour d’Auvergne'.replace('’', "'")
];
const usageNames = [null, null, null, 'Martin & Associés', 'Moreau-Lefèvre', sixty];
const givenNames = [
  ['Inès'],
  ['Anne-Sophie', 'Élodie'],
  ['Thị', 'Ánh', 'Tuyết'],
  ['Seán'],
  ['Aïssatou'],
  ['Zoë'],
  ['Maëlys', "M'Bala"],
  ['Jean-Baptiste', 'Éluard', 'Noël'],
  ['Oleksandr'],
  ['Xiuying'],
  ['Yūko'],
  ['Ægir'],
  ['Gaëtan'],
  ['Anaïs', 'Cœlia'],
  ['Noëlle-Marie-Bernadette-Apolline-Élisabeth-Joséphine-Véronique'.slice(0, 60)]
];
const places: readonly Pick<
  Holder,
  'birthPlace' | 'birthInseeCode' | 'birthCountryCode' | 'birthCountryName'
>[] = [
  ['Lyon', '69123'],
  ['Ajaccio', '2A004'],
  ['Saint-Denis', '97411'],
  ["L'Haÿ-les-Roses", '94038'],
  ['Paris 1er Arrondissement', '75101'],
  ['Y', '80829'],
  ['Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson', '51513'],
  ['Hanoï', null, '243', 'Viet Nam'],
  ['Kyoto', null, '217', 'Japon'],
  ['Dakar', null, '341', 'Sénégal'],
  ['Port-of-Spain & Tobago', null, '433', 'Trinité-et-Tobago'],
  ['Reykjavík', null, '102', 'Islande']
].map(([birthPlace, insee, country, name]) => ({
  birthPlace: birthPlace ?? '',
  birthInseeCode: insee ?? null,
  birthCountryCode: country ?? '100',
  birthCountryName: name ?? 'France'
}));

const at = <T>(list: readonly T[], place: number): T => list[place % list.length]!;
const two = (value: number): string => String(value).padStart(2, '0');

/** The holder of a place: always the same, and unlike its neighbours. */
export const sampleHolder = (place: number): Holder => ({
  birthName: at(birthNames, place),
  usageName: at(usageNames, place + Math.floor(place / birthNames.length)),
  firstNames: at(givenNames, place * 7),
  sex: place % 2 === 0 ? 'F' : 'M',
  birthDate: `${1940 + (place % 68)}-${two(1 + (place % 12))}-${two(1 + (place % 28))}`,
  ...at(places, place * 5)
});

/** As many fictitious awards as asked, one after the other: none is kept. */
export function* samplePassages(count: number): Generator<Passage> {
  for (let place = 0; place < count; place += 1)
    yield {
      reference: `SPECIMEN-${String(place + 1).padStart(9, '0')}`,
      proofUrl: null,
      examinedFrom: '2026-03-12',
      examinedUntil: '2026-03-12',
      centrePostalCode: '69002',
      validFrom: '2026-03-12',
      validUntil: null,
      enrolledOn: '2026-02-02',
      holder: sampleHolder(place)
    };
}
