import type { Dictionary } from '#platform/language.ts';
import type { SubjectStatus } from './lifecycle.ts';

/** What a manager reads of the bank of subjects. */
interface BankWords {
  title: string;
  lead: string;
  columns: Record<'title' | 'house' | 'version' | 'status', string>;
  status: Record<SubjectStatus, string>;
  file: string;
  add: string;
  addLead: string;
  author: string;
  reviewer: string;
  usedOn: string;
  review: { label: string; title: string; confirm: string; lead: string };
  sendBack: string;
  retire: { label: string; title: string; confirm: string; reason: string };
  done: string;
}

export const bankWords: Dictionary<BankWords> = {
  fr: {
    title: 'Sujets',
    lead: 'Un sujet se tire au sort une fois relu par une autre personne que son auteur. Une fois donné, il ne change plus.',
    columns: { title: 'Sujet', house: 'Maison', version: 'Version', status: 'État' },
    status: {
      draft: 'Brouillon, à relire',
      reviewed: 'Relu',
      'in-use': 'En service',
      retired: 'Retiré'
    },
    file: 'Fichier du sujet (JSON)',
    add: 'Ajouter un sujet',
    addLead: 'Le guide « Écrire un sujet » en dit la forme. Il entre comme brouillon, à votre nom.',
    author: 'Auteur',
    reviewer: 'Relecteur',
    usedOn: 'En service depuis',
    review: {
      label: 'J’ai relu ce sujet',
      title: 'Signer la relecture\u202f?',
      confirm: 'Je signe',
      lead: 'Votre nom restera attaché à cette relecture. Le sujet pourra être tiré au sort.'
    },
    sendBack: 'Rendre à l’auteur',
    retire: {
      label: 'Retirer',
      title: 'Retirer ce sujet\u202f?',
      confirm: 'Je retire',
      reason: 'Pourquoi'
    },
    done: 'C’est fait.'
  },
  en: {
    title: 'Subjects',
    lead: 'A subject may be drawn once someone other than its author has reviewed it. Once given, it never changes.',
    columns: { title: 'Subject', house: 'House', version: 'Version', status: 'State' },
    status: {
      draft: 'Draft, to be reviewed',
      reviewed: 'Reviewed',
      'in-use': 'In use',
      retired: 'Retired'
    },
    file: 'Subject file (JSON)',
    add: 'Add a subject',
    addLead: 'The guide on writing a subject tells its form. It enters as a draft of yours.',
    author: 'Author',
    reviewer: 'Reviewer',
    usedOn: 'In use since',
    review: {
      label: 'I have reviewed this subject',
      title: 'Sign the review?',
      confirm: 'Sign',
      lead: 'Your name will stay with this review. The subject may then be drawn.'
    },
    sendBack: 'Send back to its author',
    retire: { label: 'Retire', title: 'Retire this subject?', confirm: 'Retire', reason: 'Why' },
    done: 'Done.'
  }
};
