import type { Dictionary } from '#platform/language.ts';
import { retentions } from '../privacy/policy.ts';
import type { RetentionReport } from '../privacy/retention.ts';
import type { SurveySending } from '../surveys/actions.ts';
import type { Outcome } from './model.ts';

interface NightWords {
  title: string;
  lead: (at: string) => string;
  off: string;
  none: string;
  last: string;
  running: string;
  retention: string;
  surveys: string;
  papers: string;
  told: (figure: number) => string;
  took: (report: RetentionReport) => string;
  sent: (sending: SurveySending) => string;
  stopped: (code: string) => string;
}

const taken = (report: RetentionReport, language: 'fr' | 'en'): string[] =>
  retentions.flatMap(({ id, what }) =>
    report[id] > 0 ? [`${what[language]} (${report[id]})`] : []
  );

export const nightWords: Dictionary<NightWords> = {
  fr: {
    title: 'Chaque nuit',
    lead: (at) =>
      `À ${at}, heure de Paris, l’empreinte des copies closes sans remise est inscrite au journal, ce qui a dépassé sa durée de conservation est effacé, et les enquêtes dues sont envoyées.`,
    off: 'L’exploitant a suspendu ce travail (PARCHEMIN_NIGHT)\u00a0: rien n’est effacé ni envoyé sans une commande.',
    none: 'Aucune nuit n’a encore passé.',
    last: 'Dernière nuit',
    running: 'en cours',
    retention: 'Effacé',
    surveys: 'Enquêtes',
    papers: 'Copies closes sans remise',
    told: (figure) =>
      figure === 0 ? 'aucune à inscrire' : figure === 1 ? 'une inscrite' : `${figure} inscrites`,
    took: (report) => taken(report, 'fr').join(', ') || 'rien n’était à son terme',
    sent: ({ sent, failed }) =>
      `${sent === 0 ? 'aucune envoyée' : sent === 1 ? 'une envoyée' : `${sent} envoyées`}${failed > 0 ? `, ${failed} à renvoyer la nuit prochaine` : ''}`,
    stopped: (code) =>
      code === 'mail.unset'
        ? 'le courrier électronique n’est pas configuré\u00a0: demandez à l’exploitant de renseigner SMTP_URL'
        : `interrompu (${code})\u00a0: prévenez l’exploitant, la nuit prochaine reprendra`
  },
  en: {
    title: 'Each night',
    lead: (at) =>
      `At ${at}, Paris time, the hash of papers that closed without a hand-in enters the ledger, what is past its time is erased, and the surveys that are due are sent.`,
    off: 'The operator has switched this off (PARCHEMIN_NIGHT): nothing is erased or sent without a command.',
    none: 'No night has passed yet.',
    last: 'Last night',
    running: 'under way',
    retention: 'Erased',
    surveys: 'Surveys',
    papers: 'Papers closed without a hand-in',
    told: (figure) => (figure === 0 ? 'none to enter' : `${figure} entered`),
    took: (report) => taken(report, 'en').join(', ') || 'nothing was past its time',
    sent: ({ sent, failed }) =>
      `${sent === 0 ? 'none sent' : `${sent} sent`}${failed > 0 ? `, ${failed} to be sent again next night` : ''}`,
    stopped: (code) =>
      code === 'mail.unset'
        ? 'e-mail is not set up: ask the operator to set SMTP_URL'
        : `stopped (${code}): tell the operator, the next night will go on`
  }
};

/** What a part of the night came to, in words. */
export const inWords = <Done>(
  outcome: Outcome<Done> | null,
  did: (done: Done) => string,
  { running, stopped }: NightWords
): string =>
  outcome === null ? running : 'did' in outcome ? did(outcome.did) : stopped(outcome.stopped);
