import { Command, Option } from 'commander';
import {
  type Agreement,
  agreementOf,
  type Coefficient,
  firstDuplicate,
  fitRasch,
  groupBy,
  raschNotes,
  type RaschFit,
  type RaschOptions,
  type Ratings,
  reasonPhrases,
  refusalPhrases
} from '#insight';
import { type Language, languages, type Phrase } from '#platform/language.ts';
import { type MarksTable, readMarks } from './marks-csv.ts';
import { CommandFault } from './program.ts';

/** The document of `parchemin analyse agreement --json`: a contract with other programs. */
export interface AgreementDocument {
  raters: number;
  units: number;
  marks: number;
  percentAgreement: number | null;
  krippendorff: Record<string, number | null>;
  fleissKappa: number | null;
  /** Null unless there are exactly two raters. */
  cohenKappa: Record<string, number | null> | null;
  icc: Record<string, number | null>;
  /** 95 % intervals of the icc. */
  iccIntervals: Record<string, { low: number; high: number } | null>;
  /** For every figure that is null, by its path, why. */
  reasons: Record<string, string>;
}

/** The document of `parchemin analyse rasch --json`. */
export interface RaschDocument {
  model: string;
  method: string;
  /** By facet, in the order of the file. */
  facets: Record<string, RaschFit['facets'][number]['elements']>;
  /** Rating scale: the list common to all; partial credit: one list a criterion. */
  thresholds: number[] | Record<string, number[]>;
  /** Marks that the levels stand for, in the same shape. */
  levels: number[] | Record<string, number[]>;
  iterations: number;
  converged: boolean;
  /** Number of disconnected subsets: 1 when all measures compare; null when not checked. */
  subsets: number | null;
  /** Members of each subset, by facet, when there are several. */
  subsetMembers: Record<string, Record<string, string[]>>;
  summary: Record<string, RaschFit['facets'][number]['summary']>;
  biasFactor: number;
  population: RaschFit['population'];
  marks: number;
  marksUsed: number;
  notes: string[];
}

/** Exit status when the data do not permit the analysis, and when the command is misused. */
const DATA = 1;
const USAGE = 2;

/**
 * `parchemin analyse agreement|rasch FILE.csv`: the statistics of a session, from a file of marks.
 * Exit status: 0 done, 1 the data do not permit it, 2 unreadable file or wrong usage.
 */
export function analyseCommand(): Command {
  const command = new Command('analyse').description(
    'mesure la mesure\u00a0: accord des jurés, sévérité, difficulté / measure the measure'
  );
  command.addCommand(agreementCommand());
  command.addCommand(raschCommand());
  return command;
}

const languageOption = () =>
  new Option('--lang <fr|en>', 'langue des phrases / language of sentences')
    .choices(languages)
    .default('fr');

const jsonOption = () => new Option('--json', 'en JSON sur la sortie / JSON on standard output');

function agreementCommand(): Command {
  const command = new Command('agreement')
    .argument('<file.csv>', 'colonnes rater,unit,value / columns rater,unit,value')
    .description('accord entre jurés / agreement between raters')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText('after', agreementHelp);
  command.action(async (path: string, options: { json?: true; lang: Language }) => {
    const table = await tableOf(path, ['rater', 'unit'], 'value', options.lang);
    const ratings = ratingsOf(table, options.lang);
    const duplicate = firstDuplicate(
      ratings,
      groupBy(ratings.unit.index, ratings.unit.labels.length)
    );
    if (duplicate) return refuse(marksTwice(duplicate), options.lang, DATA);
    if (ratings.rater.labels.length < 2) {
      return refuse(reasonPhrases['one-rater'], options.lang, DATA);
    }
    const document = agreementDocument(agreementOf(ratings), options.lang);
    print(command, options.json ? JSON.stringify(document, null, 2) : agreementText(document));
  });
  return command;
}

function raschCommand(): Command {
  const command = new Command('rasch')
    .argument('<file.csv>', 'les facettes et score / the facets and score')
    .description('modèle de Rasch à facettes / many-facet Rasch model')
    .requiredOption(
      '--facets <names>',
      'colonnes des facettes, candidate d’abord / facet columns, candidate first'
    )
    .addOption(
      new Option('--model <rsm|pcm>', 'échelle commune ou par critère / common or own scales')
        .choices(['rsm', 'pcm'])
        .default('rsm')
    )
    .addOption(
      new Option('--method <method>', 'estimation')
        .choices(['jmle', 'jmle-corrected', 'mml'])
        .default('jmle')
    )
    .option('--step-facet <name>', 'facette qui porte les seuils (pcm) / facet owning thresholds')
    .addOption(jsonOption())
    .addOption(languageOption())
    .addHelpText('after', raschHelp);
  type Options = { facets: string; stepFacet?: string; json?: true; lang: Language } & Pick<
    RaschOptions,
    'model' | 'method'
  >;
  command.action(async (path: string, options: Options) => {
    const names = facetNames(options.facets);
    if (names.length < 2 || new Set(names).size < names.length || names.includes('score')) {
      return refuse(facetsPhrase, options.lang, USAGE);
    }
    if (options.stepFacet && names.indexOf(options.stepFacet) < 1) {
      return refuse(stepFacetPhrase, options.lang, USAGE);
    }
    const table = await tableOf(path, names, 'score', options.lang);
    if (table.firstText) return refuse(notANumber(table.firstText), options.lang, DATA);
    const fit = fitRasch(
      {
        facets: names.map((name, f) => ({ name, ...table.columns[f]! })),
        score: Float64Array.from(table.value.index, (label) => table.numbers[label]!)
      },
      {
        model: options.model,
        method: options.method ?? 'jmle',
        ...(options.stepFacet ? { stepFacet: options.stepFacet } : {})
      }
    );
    if ('refusal' in fit) return refuse(refusalPhrases[fit.refusal], options.lang, DATA);
    const document = raschDocument(fit, options.lang);
    print(command, options.json ? JSON.stringify(document, null, 2) : raschText(document));
  });
  return command;
}

/** Candidates come first, whatever the order given; the order of the others is kept. */
function facetNames(list: string): string[] {
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const rest = names.filter((name) => name !== 'candidate');
  return (names.includes('candidate') ? ['candidate', ...rest] : rest).filter(
    (name) => name !== ''
  );
}

async function tableOf(
  path: string,
  names: readonly string[],
  value: string,
  language: Language
): Promise<MarksTable> {
  const table = await readMarks(path, names, value);
  if (table.ok) return table.value;
  return refuse(table.error.message, language, table.error.kind === 'unreadable' ? USAGE : DATA);
}

/** Numbers when every value is one, categories when none is; a mixture is a slip of the pen. */
function ratingsOf(table: MarksTable, language: Language): Ratings {
  const numeric = table.firstText === null;
  if (!numeric && table.numbers.some((number) => number !== null)) {
    return refuse(notANumber(table.firstText!), language, DATA);
  }
  const [rater, unit] = table.columns;
  return {
    rater: rater!,
    unit: unit!,
    value: Float64Array.from(table.value.index, (label) =>
      numeric ? table.numbers[label]! : label
    ),
    numeric
  };
}

function agreementDocument(agreement: Agreement, language: Language): AgreementDocument {
  const reasons: Record<string, string> = {};
  const figure = (path: string, coefficient: Coefficient): number | null => {
    if (coefficient.value === null) reasons[path] = reasonPhrases[coefficient.reason][language];
    return coefficient.value;
  };
  const figures = (path: string, coefficients: Record<string, Coefficient>) =>
    Object.fromEntries(
      Object.entries(coefficients).map(([key, c]) => [key, figure(`${path}.${key}`, c)])
    );
  return {
    raters: agreement.raters,
    units: agreement.units,
    marks: agreement.marks,
    percentAgreement: figure('percentAgreement', agreement.percent),
    krippendorff: figures('krippendorff', agreement.krippendorff),
    fleissKappa: figure('fleissKappa', agreement.fleiss),
    cohenKappa: agreement.cohen && figures('cohenKappa', agreement.cohen),
    icc: figures('icc', agreement.icc),
    iccIntervals: Object.fromEntries(
      Object.entries(agreement.icc).map(([form, icc]) => [form, icc.interval ?? null])
    ),
    reasons
  };
}

function raschDocument(fit: RaschFit, language: Language): RaschDocument {
  const common = fit.model === 'rsm';
  const byOwner = (pick: (scale: RaschFit['scales'][number]) => number[]) =>
    common
      ? pick(fit.scales[0]!)
      : Object.fromEntries(fit.scales.map((scale) => [scale.owner!, pick(scale)]));
  return {
    model: fit.model,
    method: fit.method,
    facets: Object.fromEntries(fit.facets.map(({ name, elements }) => [name, elements])),
    thresholds: byOwner((scale) => scale.thresholds),
    levels: byOwner((scale) => scale.scores),
    iterations: fit.ascent.iterations,
    converged: fit.ascent.converged,
    subsets: fit.subsets,
    subsetMembers: subsetMembers(fit),
    summary: Object.fromEntries(fit.facets.map(({ name, summary }) => [name, summary])),
    biasFactor: fit.biasFactor,
    population: fit.population,
    marks: fit.marks,
    marksUsed: fit.marksUsed,
    notes: notesOf(fit, language)
  };
}

function subsetMembers(fit: RaschFit): RaschDocument['subsetMembers'] {
  if (fit.subsets === null || fit.subsets < 2) return {};
  const members: RaschDocument['subsetMembers'] = {};
  for (const { name, elements } of fit.facets) {
    const groups = Object.groupBy(elements, (element) => String(element.subset));
    if (Object.keys(groups).filter((group) => group !== 'null').length < 2) continue;
    for (const [group, list] of Object.entries(groups)) {
      if (group !== 'null') (members[group] ??= {})[name] = list!.map((element) => element.id);
    }
  }
  return members;
}

function notesOf(fit: RaschFit, language: Language): string[] {
  const say = raschNotes[language];
  const extremes = fit.facets.flatMap((facet) => facet.elements.filter((e) => e.extreme !== null));
  const gap = fit.scales.some(({ scores }) =>
    scores.some((s, i) => i > 0 && s - scores[i - 1]! > 1)
  );
  return [
    ...(fit.subsets !== null && fit.subsets > 1 ? [say.subsets(fit.subsets)] : []),
    ...(fit.subsets === null ? [say.subsetsUnknown] : []),
    ...(fit.ascent.separated ? [say.separated] : []),
    ...(fit.ascent.converged || fit.ascent.separated ? [] : [say.notConverged]),
    ...(extremes.length > 0 ? [say.extremes(extremes.length)] : []),
    ...(gap ? [say.renumbered] : []),
    ...(fit.biasFactor < 1 ? [say.corrected] : [])
  ];
}

function agreementText(document: AgreementDocument): string {
  const lines = [
    ['raters', document.raters],
    ['units', document.units],
    ['marks', document.marks],
    ['percentAgreement', document.percentAgreement],
    ...Object.entries(document.krippendorff).map(([k, v]) => [`krippendorff.${k}`, v]),
    ['fleissKappa', document.fleissKappa],
    ...Object.entries(document.cohenKappa ?? {}).map(([k, v]) => [`cohenKappa.${k}`, v]),
    ...Object.entries(document.icc).map(([k, v]) => [`icc.${k}`, v])
  ] as [string, number | null][];
  return lines
    .map(
      ([name, value]) =>
        `${name.padEnd(24)}${value === null ? `– ${document.reasons[name]}` : digits(value)}`
    )
    .join('\n');
}

function raschText(document: RaschDocument): string {
  const tables = Object.entries(document.facets).map(([name, elements]) => {
    const rows = elements.map((e) =>
      [
        e.id.padEnd(16),
        ...[e.measure, e.se, e.infit, e.outfit, e.count].map((x) => digits(x).padStart(9))
      ].join('')
    );
    const head = [
      name.padEnd(16),
      ...['measure', 'se', 'infit', 'outfit', 'count'].map((w) => w.padStart(9))
    ].join('');
    return [head, ...rows].join('\n');
  });
  return [...tables, `subsets ${document.subsets ?? '–'}`, ...document.notes].join('\n\n');
}

const digits = (x: number | null) =>
  x === null ? '–' : Number.isInteger(x) ? String(x) : x.toFixed(3);

const print = (command: Command, text: string) => command.configureOutput().writeOut?.(`${text}\n`);

function refuse(phrase: Phrase, language: Language, exitCode: 1 | 2): never {
  throw new CommandFault(exitCode, phrase[language]);
}

const marksTwice = ({ rater, unit }: { rater: string; unit: string }): Phrase => ({
  fr: `Le juré «\u00a0${rater}\u00a0» a noté deux fois l’unité «\u00a0${unit}\u00a0»\u00a0: gardez une seule note.`,
  en: `Rater “${rater}” marked unit “${unit}” twice: keep one mark.`
});

const notANumber = ({ line, text }: { line: number; text: string }): Phrase => ({
  fr: `Ligne ${line}\u00a0: «\u00a0${text.slice(0, 80)}\u00a0» n’est pas un nombre.`,
  en: `Line ${line}: “${text.slice(0, 80)}” is not a number.`
});

const facetsPhrase: Phrase = {
  fr: '--facets demande au moins deux colonnes différentes, sans score\u00a0: candidate,juror,criterion.',
  en: '--facets needs at least two different columns, without score: candidate,juror,criterion.'
};

const stepFacetPhrase: Phrase = {
  fr: '--step-facet doit être l’une des facettes, autre que celle des candidats.',
  en: '--step-facet must be one of the facets, other than the candidates’.'
};

const agreementHelp = `
JSON: raters, units, marks, percentAgreement (pairs of marks that are equal),
krippendorff {nominal, ordinal, interval, ratio} (Krippendorff 2011; missing marks allowed),
fleissKappa (null unless every unit has as many marks), cohenKappa (two raters only;
unweighted, linear, quadratic), icc {1,1 2,1 3,1 1,k 2,k 3,k} (Shrout & Fleiss 1979),
iccIntervals (95 %), reasons (why a figure is null).
A missing mark is a missing row, or an empty or NA value. Exit: 0 done, 1 data, 2 usage.`;

const raschHelp = `
JSON: facets {name: [{id, measure, se, seJoint, infit, outfit, count, average, fairAverage,
extreme, subset}]}, thresholds (list, or one list a criterion with pcm), levels, iterations, converged,
subsets (1: all measures compare), subsetMembers, summary, biasFactor, population, notes.
Logits, as Facets: candidate up = able, juror up = severe, criterion up = difficult; facets
other than candidates centred at 0; model standard errors; extreme scores 0.3 level inside.
--method jmle (as Facets), jmle-corrected ((n-1)/n against its bias), mml (normal candidates).
Exit: 0 done, 1 the data do not permit it, 2 usage.`;
