import ec1CoutureSalons from './data/ec1-couture-salons.json' with { type: 'json' };
import ec1CroisiereYacht from './data/ec1-croisiere-yacht.json' with { type: 'json' };
import ec1HotelPalace from './data/ec1-hotel-palace.json' with { type: 'json' };
import ec2HotelChateau from './data/ec2-hotel-chateau.json' with { type: 'json' };
import ec2JoaillerieBague from './data/ec2-joaillerie-bague.json' with { type: 'json' };
import ec2RestaurantTable from './data/ec2-restaurant-table.json' with { type: 'json' };
import ec3HotelMontagne from './data/ec3-hotel-montagne.json' with { type: 'json' };
import ec3MaroquinerieAtelier from './data/ec3-maroquinerie-atelier.json' with { type: 'json' };
import ec3SpaThermal from './data/ec3-spa-thermal.json' with { type: 'json' };
import ms1HorlogerieSalon from './data/ms1-horlogerie-salon.json' with { type: 'json' };
import ms1HotelRetour from './data/ms1-hotel-retour.json' with { type: 'json' };
import ms1RestaurantJardin from './data/ms1-restaurant-jardin.json' with { type: 'json' };
import ms2ConciergerieAnniversaire from './data/ms2-conciergerie-anniversaire.json' with { type: 'json' };
import ms2OfficeCollectionneurs from './data/ms2-office-collectionneurs.json' with { type: 'json' };
import ms2RestaurantNoces from './data/ms2-restaurant-noces.json' with { type: 'json' };
import ms3CroisiereBresil from './data/ms3-croisiere-bresil.json' with { type: 'json' };
import ms3HotelEmirats from './data/ms3-hotel-emirats.json' with { type: 'json' };
import ms3JoaillerieInde from './data/ms3-joaillerie-inde.json' with { type: 'json' };
import ms3OfficeChine from './data/ms3-office-chine.json' with { type: 'json' };
import ms3ParfumerieJapon from './data/ms3-parfumerie-japon.json' with { type: 'json' };
import ms3RestaurantEtatsUnis from './data/ms3-restaurant-etats-unis.json' with { type: 'json' };
import ms3SpaNigeria from './data/ms3-spa-nigeria.json' with { type: 'json' };
import ms4CroisiereFluviale from './data/ms4-croisiere-fluviale.json' with { type: 'json' };
import ms4HotelSoiree from './data/ms4-hotel-soiree.json' with { type: 'json' };
import ms4MaroquinerieVoyage from './data/ms4-maroquinerie-voyage.json' with { type: 'json' };
import ms5CoutureOurlet from './data/ms5-couture-ourlet.json' with { type: 'json' };
import ms5HotelChambres from './data/ms5-hotel-chambres.json' with { type: 'json' };
import ms5RestaurantSauce from './data/ms5-restaurant-sauce.json' with { type: 'json' };
import type { Subject } from './model.ts';
import { parseSubject } from './parse.ts';

const files: readonly unknown[] = [
  ec1CoutureSalons,
  ec1CroisiereYacht,
  ec1HotelPalace,
  ec2HotelChateau,
  ec2JoaillerieBague,
  ec2RestaurantTable,
  ec3HotelMontagne,
  ec3MaroquinerieAtelier,
  ec3SpaThermal,
  ms1HorlogerieSalon,
  ms1HotelRetour,
  ms1RestaurantJardin,
  ms2ConciergerieAnniversaire,
  ms2OfficeCollectionneurs,
  ms2RestaurantNoces,
  ms3CroisiereBresil,
  ms3HotelEmirats,
  ms3JoaillerieInde,
  ms3OfficeChine,
  ms3ParfumerieJapon,
  ms3RestaurantEtatsUnis,
  ms3SpaNigeria,
  ms4CroisiereFluviale,
  ms4HotelSoiree,
  ms4MaroquinerieVoyage,
  ms5CoutureOurlet,
  ms5HotelChambres,
  ms5RestaurantSauce
];

function shipped(file: unknown): Subject {
  const parsed = parseSubject(file);
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message.fr).join('\n'));
  return parsed.value;
}

/**
 * The subjects that Parchemin ships, all drafts: a certifying body has each reviewed by a person
 * of its own before it can be drawn.
 */
export const bank: readonly Subject[] = files.map(shipped);
