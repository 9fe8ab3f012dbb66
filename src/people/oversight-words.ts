import type { Dictionary } from '#platform/language.ts';
import type { VisitConclusion } from './model.ts';

interface OversightWords {
  visits: string;
  noVisit: string;
  record: string;
  day: string;
  visitor: string;
  conclusion: string;
  conclusions: Record<VisitConclusion, string>;
  findings: string;
  recorded: string;
  suspension: string;
  lead: string;
  suspended: (date: string) => string;
  lasted: (from: string, until: string) => string;
  startsOn: string;
  reason: string;
  suspend: string;
  lift: string;
  isSuspended: string;
  isLifted: string;
}

export const oversightWords: Dictionary<OversightWords> = {
  fr: {
    visits: 'Visites de contrôle',
    noVisit: 'Aucune visite n’a encore eu lieu.',
    record: 'Inscrire une visite',
    day: 'Jour de la visite',
    visitor: 'Qui a visité',
    conclusion: 'Conclusion',
    conclusions: {
      conform: 'Conforme',
      reserves: 'Conforme, avec réserves',
      breach: 'Manquement'
    },
    findings: 'Constats',
    recorded: 'La visite est inscrite.',
    suspension: 'Suspension',
    lead: 'Un centre suspendu n’ouvre aucune session et n’inscrit personne. Les sessions déjà ouvertes vont à leur terme.',
    suspended: (date) => `Suspendu depuis le ${date}`,
    lasted: (from, until) => `Suspendu du ${from} au ${until}`,
    startsOn: 'À partir du',
    reason: 'Motif',
    suspend: 'Suspendre l’habilitation',
    lift: 'Lever la suspension',
    isSuspended: 'L’habilitation est suspendue.',
    isLifted: 'La suspension est levée.'
  },
  en: {
    visits: 'Control visits',
    noVisit: 'No visit has taken place yet.',
    record: 'Record a visit',
    day: 'Day of the visit',
    visitor: 'Who visited',
    conclusion: 'Conclusion',
    conclusions: {
      conform: 'In order',
      reserves: 'In order, with reserves',
      breach: 'A duty is failed'
    },
    findings: 'Findings',
    recorded: 'The visit is recorded.',
    suspension: 'Suspension',
    lead: 'A suspended centre opens no session and enrols nobody. Sessions already open run to their end.',
    suspended: (date) => `Suspended since ${date}`,
    lasted: (from, until) => `Suspended from ${from} to ${until}`,
    startsOn: 'From',
    reason: 'Reason',
    suspend: 'Suspend the habilitation',
    lift: 'Lift the suspension',
    isSuspended: 'The habilitation is suspended.',
    isLifted: 'The suspension is lifted.'
  }
};
