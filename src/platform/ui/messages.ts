import { page } from '$app/state';
import type { Dictionary } from '#platform/language.ts';

/** The few words that components and the shell say by themselves. */
interface ShellWords {
  tagline: string;
  skip: string;
  menu: string;
  mainNavigation: string;
  breadcrumb: string;
  home: string;
  language: string;
  signIn: string;
  signOut: string;
  signedInAs: (name: string) => string;
  demo: string;
  optional: string;
  required: string;
  close: string;
  cancel: string;
  busy: string;
  errors: (count: number) => string;
  noFile: string;
  chooseFile: string;
  dropFile: string;
  steps: { done: string; current: string; todo: string };
  notFound: { title: string; lead: string };
  forbidden: { title: string };
  broken: { title: string };
  unreachable: string;
  interrupted: string;
  backHome: string;
  footer: string;
}

export const shellMessages: Dictionary<ShellWords> = {
  fr: {
    tagline: 'Certification de l’excellence relationnelle',
    skip: 'Aller au contenu',
    menu: 'Menu',
    mainNavigation: 'Navigation principale',
    breadcrumb: 'Fil d’Ariane',
    home: 'Accueil',
    language: 'Langue',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    signedInAs: (name) => `Connecté en tant que ${name}`,
    demo: 'Démonstration\u00a0: personnes fictives',
    optional: 'facultatif',
    required: 'obligatoire',
    close: 'Fermer',
    cancel: 'Annuler',
    busy: 'Un instant…',
    errors: (count) =>
      count === 1 ? 'Une réponse est à corriger' : `${count} réponses sont à corriger`,
    noFile: 'Aucun fichier choisi',
    chooseFile: 'Choisir un fichier',
    dropFile: 'ou déposez-le ici',
    steps: { done: 'terminé', current: 'en cours', todo: 'à venir' },
    notFound: {
      title: 'Cette page n’existe pas',
      lead: 'L’adresse est peut-être incomplète, ou la page a été déplacée.'
    },
    forbidden: { title: 'Cette page ne vous est pas ouverte' },
    broken: { title: 'Quelque chose s’est interrompu' },
    unreachable:
      'Le serveur ne répond pas. Ce que vous avez écrit est toujours là\u00a0: envoyez de nouveau quand le réseau revient.',
    interrupted:
      'Cette page s’est arrêtée. Rechargez-la\u00a0: ce qui a été enregistré l’est toujours.',
    backHome: 'Revenir à l’accueil',
    footer: 'Du référentiel au parchemin.'
  },
  en: {
    tagline: 'Certification of client relations at their finest',
    skip: 'Skip to content',
    menu: 'Menu',
    mainNavigation: 'Main navigation',
    breadcrumb: 'Breadcrumb',
    home: 'Home',
    language: 'Language',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: (name) => `Signed in as ${name}`,
    demo: 'Demonstration: fictitious people',
    optional: 'optional',
    required: 'required',
    close: 'Close',
    cancel: 'Cancel',
    busy: 'One moment…',
    errors: (count) =>
      count === 1 ? 'One answer needs correcting' : `${count} answers need correcting`,
    noFile: 'No file chosen',
    chooseFile: 'Choose a file',
    dropFile: 'or drop it here',
    steps: { done: 'done', current: 'in progress', todo: 'to come' },
    notFound: {
      title: 'There is no such page',
      lead: 'The address may be incomplete, or the page has moved.'
    },
    forbidden: { title: 'This page is not open to you' },
    broken: { title: 'Something was interrupted' },
    unreachable:
      'The server does not answer. What you wrote is still here: send it again when the network is back.',
    interrupted: 'This page stopped. Reload it: what was saved still is.',
    backHome: 'Back to the home page',
    footer: 'From the référentiel to the parchment.'
  }
};

/** The shell’s words in the language of the page; call it inside a component. */
export const shellWords = (): ShellWords => shellMessages[page.data.language ?? 'fr'];
