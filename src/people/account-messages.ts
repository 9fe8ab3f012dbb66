import type { Dictionary } from '#platform/language.ts';

/** The words of signing in and of one's own account. */
interface AccountWords {
  signIn: {
    title: string;
    lead: string;
    email: string;
    send: string;
    sentTitle: string;
    sentLead: (email: string) => string;
    sentHints: string[];
    again: string;
    spent: string;
    demo: string;
  };
  link: { title: string; lead: string; enter: string; whose: string };
  secondFactor: {
    title: string;
    lead: string;
    code: string;
    codeHint: string;
    open: string;
    lost: string;
  };
  account: {
    title: string;
    name: string;
    nameHint: string;
    email: string;
    emailHint: string;
    roles: string;
    noRole: string;
    save: string;
    saved: string;
    particulars: string;
    language: string;
    languageLead: string;
    security: string;
    securityLead: string;
    openSecurity: string;
    signOut: string;
  };
  security: {
    title: string;
    lead: string;
    due: string;
    absent: string;
    begin: string;
    active: string;
    scan: string;
    scanLead: string;
    qr: string;
    secret: string;
    keep: string;
    keepLead: string;
    confirm: string;
    confirmLead: string;
    code: string;
    confirmAction: string;
    beginAgain: string;
    codes: string;
    codesLead: string;
    renew: string;
    renewAsk: string;
    renewed: string;
    change: string;
    changeLead: string;
    remove: string;
    removed: string;
    done: string;
  };
}

export const accountWords: Dictionary<AccountWords> = {
  fr: {
    signIn: {
      title: 'Entrer',
      lead: 'Indiquez votre adresse électronique\u00a0: vous recevrez un lien qui ouvre la porte, sans mot de passe.',
      email: 'Adresse électronique',
      send: 'Recevoir un lien',
      sentTitle: 'Regardez votre courrier',
      sentLead: (email) => `Si l’adresse ${email} est connue, un lien vient de partir.`,
      sentHints: [
        'Il sert une seule fois et reste valable quinze minutes.',
        'Rien après quelques minutes\u202f? Regardez dans les indésirables, puis demandez au responsable de la certification sous quelle adresse il vous connaît.'
      ],
      again: 'Utiliser une autre adresse',
      spent: 'Ce lien a déjà servi, ou n’est plus valable\u00a0: demandez-en un autre ci-dessous.',
      demo: 'Démonstration\u00a0: le lien s’affiche dans le terminal qui a lancé Parchemin.'
    },
    link: {
      title: 'Vous y êtes presque',
      lead: 'Votre lien sert une seule fois\u00a0: il s’ouvre quand vous le décidez.',
      enter: 'Entrer dans Parchemin',
      whose: 'Compte\u00a0:'
    },
    secondFactor: {
      title: 'Un dernier code',
      lead: 'Ouvrez l’application d’authentification de votre appareil et recopiez le code affiché pour Parchemin.',
      code: 'Code',
      codeHint: 'Six chiffres\u00a0; ou l’un de vos codes de secours.',
      open: 'Ouvrir',
      lost: 'Appareil et codes de secours perdus\u202f? Un autre responsable peut remettre votre second facteur à zéro.'
    },
    account: {
      title: 'Votre compte',
      name: 'Nom',
      nameHint: 'Tel qu’il doit figurer sur les procès-verbaux et les convocations.',
      email: 'Adresse électronique',
      emailHint: 'Un responsable peut la changer en créant un autre compte.',
      roles: 'Rôles',
      noRole: 'Aucun rôle pour le moment',
      save: 'Enregistrer',
      saved: 'Votre nom est enregistré.',
      particulars: 'Identité',
      language: 'Langue',
      languageLead:
        'Celle des écrans et des documents que vous y ouvrez. Les courriers envoyés aux candidats sont en français.',
      security: 'Sécurité',
      securityLead: 'Un second facteur protège votre compte même si quelqu’un lit votre courrier.',
      openSecurity: 'Gérer le second facteur',
      signOut: 'Se déconnecter'
    },
    security: {
      title: 'Second facteur',
      lead: 'À chaque connexion, un code de votre téléphone confirme que c’est bien vous.',
      due: 'Votre rôle de responsable demande un second facteur. Associez un appareil pour continuer\u00a0: deux minutes suffisent.',
      absent: 'Aucun appareil n’est associé à ce compte.',
      begin: 'Associer un appareil',
      active: 'Un appareil est associé à ce compte.',
      scan: 'Scannez',
      scanLead:
        'Avec une application d’authentification (Aegis, FreeOTP, 2FAS…), scannez ce code ou recopiez la clé.',
      qr: 'Code QR à scanner avec une application d’authentification\u00a0; la même clé est écrite dessous.',
      secret: 'Clé',
      keep: 'Conservez',
      keepLead:
        'Ces dix codes de secours remplacent votre appareil s’il est perdu. Chacun sert une fois. Imprimez-les ou recopiez-les\u00a0: ils ne seront plus jamais affichés.',
      confirm: 'Confirmez',
      confirmLead: 'Recopiez le code à six chiffres que l’application affiche maintenant.',
      code: 'Code à six chiffres',
      confirmAction: 'Confirmer l’appareil',
      beginAgain: 'Recommencer avec une autre clé',
      codes: 'Codes de secours',
      codesLead:
        'S’ils sont perdus ou épuisés, faites-en dix autres\u00a0: les anciens n’ouvriront plus rien.',
      renew: 'Faire dix nouveaux codes',
      renewAsk: 'Les codes de secours que vous avez conservés n’ouvriront plus rien.',
      renewed: 'Voici vos nouveaux codes. Ils ne seront plus jamais affichés.',
      change: 'Changer d’appareil',
      changeLead:
        'Donnez un dernier code de l’appareil actuel, ou un code de secours\u00a0; vous pourrez ensuite en associer un autre.',
      remove: 'Dissocier cet appareil',
      removed: 'L’appareil est dissocié.',
      done: 'L’appareil est associé\u00a0: votre compte est protégé.'
    }
  },
  en: {
    signIn: {
      title: 'Enter',
      lead: 'Give your e-mail address: you will receive a link that opens the door, without a password.',
      email: 'E-mail address',
      send: 'Receive a link',
      sentTitle: 'Look at your mail',
      sentLead: (email) => `If the address ${email} is known, a link has just left.`,
      sentHints: [
        'It works once and remains valid for fifteen minutes.',
        'Nothing after a few minutes? Look among unwanted mail, then ask the certification manager under which address they know you.'
      ],
      again: 'Use another address',
      spent: 'This link has been used already, or is no longer valid: ask for another one below.',
      demo: 'Demonstration: the link appears in the terminal that started Parchemin.'
    },
    link: {
      title: 'Almost there',
      lead: 'Your link works once: it opens when you decide.',
      enter: 'Enter Parchemin',
      whose: 'Account:'
    },
    secondFactor: {
      title: 'One last code',
      lead: 'Open the authenticator application of your device and copy the code that it shows for Parchemin.',
      code: 'Code',
      codeHint: 'Six digits; or one of your backup codes.',
      open: 'Open',
      lost: 'Lost both device and backup codes? Another manager can reset your second factor.'
    },
    account: {
      title: 'Your account',
      name: 'Name',
      nameHint: 'As it must appear on minutes and convocations.',
      email: 'E-mail address',
      emailHint: 'A manager can change it by creating another account.',
      roles: 'Roles',
      noRole: 'No role for now',
      save: 'Save',
      saved: 'Your name is saved.',
      particulars: 'Identity',
      language: 'Language',
      languageLead:
        'That of screens and of the documents you open there. Letters sent to candidates are in French.',
      security: 'Security',
      securityLead: 'A second factor protects your account even if someone reads your mail.',
      openSecurity: 'Manage the second factor',
      signOut: 'Sign out'
    },
    security: {
      title: 'Second factor',
      lead: 'At each sign-in, a code from your phone confirms that it is you.',
      due: 'Your role of manager asks for a second factor. Link a device to continue: two minutes are enough.',
      absent: 'No device is linked to this account.',
      begin: 'Link a device',
      active: 'A device is linked to this account.',
      scan: 'Scan',
      scanLead:
        'With an authenticator application (Aegis, FreeOTP, 2FAS…), scan this code or copy the key.',
      qr: 'QR code to scan with an authenticator application; the same key is written below.',
      secret: 'Key',
      keep: 'Keep',
      keepLead:
        'These ten backup codes replace your device if it is lost. Each works once. Print or copy them: they will never be shown again.',
      confirm: 'Confirm',
      confirmLead: 'Copy the six-digit code that the application shows now.',
      code: 'Six-digit code',
      confirmAction: 'Confirm the device',
      beginAgain: 'Begin again with another key',
      codes: 'Backup codes',
      codesLead: 'If they are lost or used up, make ten others: the former ones will open nothing.',
      renew: 'Make ten new codes',
      renewAsk: 'The backup codes that you kept will open nothing any more.',
      renewed: 'Here are your new codes. They will never be shown again.',
      change: 'Change device',
      changeLead:
        'Give one last code of the present device, or a backup code; you can then link another.',
      remove: 'Unlink this device',
      removed: 'The device is unlinked.',
      done: 'The device is linked: your account is protected.'
    }
  }
};
