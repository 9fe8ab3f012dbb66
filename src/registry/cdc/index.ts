/** The Caisse des Dépôts: what it is owed of each holder, and what it answers. */
export { flux, type Heading, type Sender } from './flux.ts';
export { samplePassages, sampleSender } from './sample.ts';
