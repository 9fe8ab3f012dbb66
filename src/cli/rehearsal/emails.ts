/** What the cast writes for EC2, by subject: a fine e-mail, and one that leaves something to say. */

/** An e-mail, and the words of its body that were first typed otherwise: [typed, put right]. */
export interface Email {
  subject: string;
  salutation: string;
  body: string;
  closing: string;
  second?: readonly [string, string];
}

const château: readonly Email[] = [
  {
    subject: 'Le martin-pêcheur, et la mi-juin',
    salutation: 'Chère Madame,',
    body: `En nous quittant ce matin, vous avez dit que vous croyiez revenir dans un souvenir, et que c’était mieux, parce que c’était aujourd’hui. Votre phrase nous accompagne depuis. Merci d’avoir choisi Brimeures pour montrer à M. Lindqvist la Touraine de vos vingt ans.

Nous gardons de ces trois jours l’image d’une barque sur l’Indre, et d’un martin-pêcheur que vous avez nommé avant notre jardinier. M. Fulbert me prie de vous dire que les petits devraient quitter le nid vers la mi-juin, aux heures qu’il a notées sur votre carte.

S’il vous plaisait de les voir prendre leur vol, ou de connaître la rivière en une autre saison, La Volière vous serait ouverte. Un mot suffira : la barque sera prête, et la bibliothèque aussi, pour les heures de pluie.`,
    closing:
      'Recevez, chère Madame, pour vous-même et pour M. Lindqvist, l’expression de notre fidèle attention.',
    second: ['Nous nous souvenons d’', 'Nous gardons de ces trois jours l’image d’']
  },
  {
    subject: 'Merci pour votre séjour',
    salutation: 'Chère Madame Lindqvist,',
    body: `Toute l’équipe vous remercie pour votre séjour au Château de Brimeures. Nous espérons que ce séjour vous a plu et que votre chambre vous a donné satisfaction.

Nous avons été ravis de vous acceuillir avec votre mari. M. Fulbert nous a raconté la promenade en barque et le martin-pêcheur. Il dit que les petits sortiront du nid à la mi-juin.

Le marque-page retrouvé dans votre chambre a bien été posté. Nous vous proposons aussi notre offre « Escapade bien-être ». N’hésitez pas à nous laisser un feedback.`,
    closing: 'Cordialement,'
  }
];

const joaillerie: readonly Email[] = [
  {
    subject: 'La couleur du fleuve',
    salutation: 'Cher Monsieur,',
    body: `Vous nous aviez demandé la couleur du fleuve à Saint-Louis, juste avant le soir. Quatre mois ont passé avant que la pierre ne prenne place dans l’or, et vous l’avez emportée tout à l’heure dans un étui qui tient dans la main. Merci d’avoir confié ce dessin à notre Maison.

Mme Castaing me charge de deux messages. Le premier est un remerciement : on serre rarement la main d’une sertisseuse. Le second tient en peu de mots, et vous l’entendrez mieux que moi : la griffe de votre mère tient bon.

La suite vous appartient. Nous formons des vœux pour le jour que vous savez. Plus tard, quand il vous plaira, le salon vous sera ouvert à tous deux, ne serait-ce que pour ajuster l’anneau et regarder ensemble cette eau à la lumière du matin.`,
    closing: 'Veuillez agréer, cher Monsieur, l’expression de mes sentiments dévoués.',
    second: ['Mme Castaing vous remercie.', 'Mme Castaing me charge de deux messages.']
  },
  {
    subject: 'Votre création',
    salutation: 'Monsieur,',
    body: `Je tenais à vous écrire ce soir même pour vous dire combien la Maison a été heureuse de vous remettre votre bague. Votre bague a demandé quatre mois de travail et nous sommes heureux qu’elle vous plaise.

Le saphir que vous avez choisi rappelle le fleuve à Saint-Louis. Mme Castaing a été touchée que vous ayez voulu lui serrer la main. Elle vous remercie, et la griffe de votre mère tient bon.

La mise à taille est offerte pendant un an et le nettoyage chaque année. Nous serons heureux de vous revoir au salon.`,
    closing: 'Bien à vous,'
  }
];

const restaurant: readonly Email[] = [
  {
    subject: 'Le premier repas de votre maison',
    salutation: 'Chère Madame,',
    body: `Vous nous aviez prévenus : ce n’était pas un dîner d’affaires, mais le premier repas d’une nouvelle maison. Merci de nous l’avoir confié.

Nous avons aimé que la table soit ronde, que la soirée prenne son temps, puis le rattrape, et que la porte des Treilles demeure close lorsque vous l’avez souhaité. Le pain de maïs a été redemandé deux fois ; la carotte des sables, elle, a été applaudie. Mme Farandel me prie de vous dire qu’elle a aimé nourrir cette table-là.

La nouvelle saison des sables s’ouvre le 20 mars. Quand votre maison aura ouvert la sienne, en avril, la cheffe refera pour vous cette carotte dans sa croûte de sel : pour six, ou pour vous seule, un soir plus calme. Il suffira de nous donner un jour.`,
    closing: 'Je vous prie d’agréer, chère Madame, mes salutations les plus attentives.',
    second: ['la carotte a eu du succès', 'la carotte des sables, elle, a été applaudie']
  },
  {
    subject: 'Merci de votre visite',
    salutation: 'Madame,',
    body: `Nous vous remercions pour votre visite d’hier soir au Clos Farandel. C’était un plaisir de vous recevoir avec vos associés dans le salon des Treilles.

Nous avons fait attention à vos demandes, notament le service lent au début et la pause entre 21 h 30 et 22 h. Nous sommes contents que la carotte des sables ait eu du succès. La cheffe a apprécié de cuisiner pour votre table.

Nous serions ravis de lire votre avis en ligne. La cheffe refera la carotte en avril si vous revenez. Au plaisir de vous revoir.`,
    closing: 'Cordialement,'
  }
];

/** By the subject's id, as the bank names it. */
export const emails: Readonly<Record<string, readonly Email[]>> = {
  'ec2-hotel-chateau': château,
  'ec2-joaillerie-bague': joaillerie,
  'ec2-restaurant-table': restaurant
};
