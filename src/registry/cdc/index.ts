/** The Caisse des Dépôts: what it is owed of each holder, and what it answers. */
export { flux, type Heading } from './flux.ts';
export { samplePassages, sampleSender } from './sample.ts';
export {
  batchFile,
  makeBatch,
  makeBatchByHand,
  notePortal,
  openBatchFile,
  readReceipt,
  sessionRegistry,
  type RegistryBoard,
  type RegistryLine
} from './actions.ts';
export type { Standing } from './standing.ts';
