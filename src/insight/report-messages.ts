import type { Dictionary, Phrase } from '#platform/language.ts';

/** Traffic lights in words. */
export type Light = 'good' | 'watch' | 'discuss' | 'unknown';

export const lightWords: Record<Light, Phrase> = {
  good: { fr: 'Bon', en: 'Good' },
  watch: { fr: 'À surveiller', en: 'To watch' },
  discuss: { fr: 'À discuter', en: 'To discuss' },
  unknown: { fr: 'Pas encore mesurable', en: 'Not measurable yet' }
};

export type Topic = 'agreement' | 'dependability' | 'severity' | 'steadiness' | 'criteria';

interface ReportWords {
  title: string;
  notice: string;
  summary: Record<Light, string>;
  topics: Record<Topic, string>;
  smallSample: (candidates: number) => string;
  agreement: (same: string, near: string) => string;
  agreementNext: Record<Exclude<Light, 'unknown'>, (where: string) => string>;
  dependability: (share: string) => string;
  dependabilityNext: Record<Exclude<Light, 'unknown'>, (jurors: number | null) => string>;
  severity: (gap: string) => string;
  severityNext: Record<Exclude<Light, 'unknown'>, (jurors: string) => string>;
  steadiness: (jurors: string) => string;
  steadinessNext: Record<Exclude<Light, 'unknown'>, string>;
  criteria: (count: number) => string;
  criteriaNext: Record<Exclude<Light, 'unknown'>, (list: string) => string>;
  unknown: Record<Topic, string>;
  subsets: (n: number) => string;
  charts: {
    competences: [title: string, description: string];
    agreement: [title: string, description: string];
    severity: [title: string, description: string];
    map: [title: string, description: string];
    ends: [lenient: string, severe: string];
    facets: Record<string, string>;
    expected: string;
    head: {
      competence: string;
      part: string;
      agreement: string;
      reading: string;
      juror: string;
      severity: string;
      from: string;
      to: string;
      facet: string;
      element: string;
      measure: string;
    };
  };
}

export const reportWords: Dictionary<ReportWords> = {
  fr: {
    title: 'La mesure de cette session',
    notice:
      'Ces figures ne changent aucun résultat. Elles disent ce que le jury peut utilement discuter.',
    summary: {
      good: 'La session a tenu sa promesse d’une mesure objective et impartiale.',
      watch: 'La session a tenu l’essentiel de sa promesse\u00a0; un point mérite votre attention.',
      discuss: 'Un point demande une discussion du jury avant de signer.',
      unknown: 'Trop peu de notes pour juger de la mesure.'
    },
    topics: {
      agreement: 'Les jurés voient-ils la même chose\u202f?',
      dependability: 'Peut-on se fier aux résultats\u202f?',
      severity: 'Les jurés sont-ils aussi exigeants les uns que les autres\u202f?',
      steadiness: 'L’exigence est-elle restée la même toute la journée\u202f?',
      criteria: 'Les critères font-ils leur travail\u202f?'
    },
    smallSample: (n) =>
      `Avec ${n} candidat${n > 1 ? 's' : ''}, ces indications sont fragiles\u00a0: prenez-les comme des questions, non comme des réponses.`,
    agreement: (same, near) =>
      `Deux jurés donnent le même niveau dans ${same} des cas, à un niveau près dans ${near}.`,
    agreementNext: {
      good: () => 'Rien à faire.',
      watch: (where) => `Relisez ensemble les critères où l’on s’écarte le plus\u00a0: ${where}.`,
      discuss: (where) =>
        `Avant de délibérer, mettez-vous d’accord sur ce que demandent ces critères\u00a0: ${where}.`
    },
    dependability: (share) =>
      `Si d’autres jurés avaient noté, ${share} des décisions seraient les mêmes.`,
    dependabilityNext: {
      good: () => 'Rien à faire.',
      watch: (n) =>
        n === null
          ? 'Ajouter des jurés ne suffirait pas\u00a0: précisez plutôt les critères.'
          : `Pour la prochaine session, ${n} jurés par candidat donneraient des résultats sûrs.`,
      discuss: (n) =>
        n === null
          ? 'Regardez un à un les candidats proches de la barre. Ajouter des jurés ne suffirait pas\u00a0: précisez les critères.'
          : `Regardez un à un les candidats proches de la barre. Il faudrait ${n} jurés par candidat.`
    },
    severity: (gap) =>
      `Entre le juré le plus exigeant et le plus indulgent, l’écart est de ${gap} niveau par critère.`,
    severityNext: {
      good: () => 'Rien à faire.',
      watch: (jurors) => `Faites relire quelques dossiers en commun à ${jurors}.`,
      discuss: (jurors) =>
        `Pour les candidats vus par ${jurors}, comparez la moyenne équitable à la moyenne donnée avant de conclure.`
    },
    steadiness: (jurors) =>
      jurors === ''
        ? 'Aucun juré n’est devenu nettement plus exigeant ou plus indulgent au fil des heures.'
        : `L’exigence a changé au fil des heures pour ${jurors}.`,
    steadinessNext: {
      good: 'Rien à faire.',
      watch:
        'Prévoyez des pauses, et faites revoir un premier et un dernier candidat de la journée.',
      discuss: 'Faites revoir les premiers et les derniers candidats de ces jurés.'
    },
    criteria: (n) =>
      n === 0
        ? 'Tous les critères distinguent les candidats et emploient l’échelle.'
        : `${n} critère${n > 1 ? 's' : ''} ne distingue${n > 1 ? 'nt' : ''} guère les candidats ou n’emploie${n > 1 ? 'nt' : ''} pas toute l’échelle.`,
    criteriaNext: {
      good: () => 'Rien à faire.',
      watch: (list) => `À la prochaine réunion de jury, relisez\u00a0: ${list}.`,
      discuss: (list) =>
        `Ces critères vont à rebours des autres\u00a0: vérifiez-les avant de signer. ${list}.`
    },
    unknown: {
      agreement: 'Aucune copie n’a été notée par deux jurés.',
      dependability: 'Il faut plusieurs candidats, jurés et critères pour le dire.',
      severity: 'Les notes ne permettent pas de comparer les jurés.',
      steadiness: 'L’heure des notes n’est pas connue, ou un seul moment.',
      criteria: 'Il faut au moins trois candidats.'
    },
    subsets: (n) =>
      `Les jurys forment ${n} groupes qui n’ont aucun juré en commun\u00a0: leur exigence ne se compare pas. Faites tourner un juré la prochaine fois.`,
    charts: {
      competences: [
        'Accord des jurés, compétence par compétence',
        'Barres de 0 à 1\u00a0; au-delà de 0,8 l’accord est bon, sous 0,667 il demande une discussion.'
      ],
      agreement: [
        'Accord des jurés, critère par critère',
        'Barres de 0 à 1\u00a0; au-delà de 0,8 l’accord est bon, sous 0,667 il demande une discussion.'
      ],
      severity: [
        'Exigence de chaque juré',
        'Un point par juré, du plus indulgent à gauche au plus exigeant à droite, avec la marge d’erreur.'
      ],
      map: [
        'Candidats, jurés et critères sur une même règle',
        'En haut les candidats les plus sûrs, les jurés les plus exigeants et les critères les plus difficiles.'
      ],
      ends: ['plus indulgent', 'plus exigeant'],
      facets: {
        candidate: 'Candidats',
        juror: 'Jurés',
        criterion: 'Critères',
        assessment: 'Épreuves'
      },
      expected: 'Niveau attendu',
      head: {
        competence: 'Compétence',
        part: 'Critère',
        agreement: 'Accord (alpha)',
        reading: 'Lecture',
        juror: 'Juré',
        severity: 'Exigence (logits)',
        from: 'de',
        to: 'à',
        facet: 'Règle',
        element: 'Nom',
        measure: 'Mesure (logits)'
      }
    }
  },
  en: {
    title: 'How this session measured',
    notice: 'These figures change no result. They say what the panel may usefully discuss.',
    summary: {
      good: 'The session kept its promise of an objective and impartial measure.',
      watch: 'The session kept most of its promise; one point deserves your attention.',
      discuss: 'One point calls for a discussion of the panel before signing.',
      unknown: 'Too few marks to judge the measure.'
    },
    topics: {
      agreement: 'Do jurors see the same thing?',
      dependability: 'Can the results be relied on?',
      severity: 'Are jurors as demanding as each other?',
      steadiness: 'Did jurors stay as demanding all day?',
      criteria: 'Do the criteria do their work?'
    },
    smallSample: (n) =>
      `With ${n} candidate${n === 1 ? '' : 's'}, these signs are fragile: take them as questions, not as answers.`,
    agreement: (same, near) =>
      `Two jurors give the same level in ${same} of cases, within one level in ${near}.`,
    agreementNext: {
      good: () => 'Nothing to do.',
      watch: (where) => `Read together the criteria that differ most: ${where}.`,
      discuss: (where) => `Before deliberating, agree on what these criteria ask: ${where}.`
    },
    dependability: (share) => `Had other jurors marked, ${share} of decisions would be the same.`,
    dependabilityNext: {
      good: () => 'Nothing to do.',
      watch: (n) =>
        n === null
          ? 'More jurors would not be enough: make the criteria more precise.'
          : `Next session, ${n} jurors a candidate would give dependable results.`,
      discuss: (n) =>
        n === null
          ? 'Look one by one at candidates near the line. More jurors would not be enough: make the criteria more precise.'
          : `Look one by one at candidates near the line. It would take ${n} jurors a candidate.`
    },
    severity: (gap) =>
      `Between the most demanding and the most lenient juror, the gap is ${gap} of a level a criterion.`,
    severityNext: {
      good: () => 'Nothing to do.',
      watch: (jurors) => `Have ${jurors} mark a few files together.`,
      discuss: (jurors) =>
        `For candidates seen by ${jurors}, compare the fair average with the average given before concluding.`
    },
    steadiness: (jurors) =>
      jurors === ''
        ? 'No juror became clearly more demanding or more lenient over the hours.'
        : `The standard moved over the hours for ${jurors}.`,
    steadinessNext: {
      good: 'Nothing to do.',
      watch: 'Plan breaks, and have one early and one late candidate of the day looked at again.',
      discuss: 'Have the first and last candidates of these jurors looked at again.'
    },
    criteria: (n) =>
      n === 0
        ? 'All criteria tell candidates apart and use the scale.'
        : `${n} criteri${n === 1 ? 'on hardly tells' : 'a hardly tell'} candidates apart or ${n === 1 ? 'does' : 'do'} not use the whole scale.`,
    criteriaNext: {
      good: () => 'Nothing to do.',
      watch: (list) => `At the next panel meeting, read again: ${list}.`,
      discuss: (list) =>
        `These criteria run against the others: check them before signing. ${list}.`
    },
    unknown: {
      agreement: 'No work was marked by two jurors.',
      dependability: 'It takes several candidates, jurors and criteria to tell.',
      severity: 'The marks do not allow jurors to be compared.',
      steadiness: 'The time of the marks is not known, or there is only one.',
      criteria: 'At least three candidates are needed.'
    },
    subsets: (n) =>
      `Panels form ${n} groups with no juror in common: their standards cannot be compared. Let one juror rotate next time.`,
    charts: {
      competences: [
        'Agreement of the jurors, competence by competence',
        'Bars from 0 to 1; above 0.8 agreement is good, under 0.667 it calls for a discussion.'
      ],
      agreement: [
        'Agreement of jurors, criterion by criterion',
        'Bars from 0 to 1; above 0.8 agreement is good, under 0.667 it calls for a discussion.'
      ],
      severity: [
        'How demanding each juror is',
        'One dot a juror, from the most lenient on the left to the most demanding on the right, with the margin of error.'
      ],
      map: [
        'Candidates, jurors and criteria on one ruler',
        'At the top the surest candidates, the most demanding jurors and the most difficult criteria.'
      ],
      ends: ['more lenient', 'more demanding'],
      facets: {
        candidate: 'Candidates',
        juror: 'Jurors',
        criterion: 'Criteria',
        assessment: 'Assessments'
      },
      expected: 'Expected level',
      head: {
        competence: 'Competence',
        part: 'Criterion',
        agreement: 'Agreement (alpha)',
        reading: 'Reading',
        juror: 'Juror',
        severity: 'Severity (logits)',
        from: 'from',
        to: 'to',
        facet: 'Ruler',
        element: 'Name',
        measure: 'Measure (logits)'
      }
    }
  }
};
