/** People: accounts, roles, centres, signing in, and the one permission table. */
export * from './model.ts';
export * from './actions.ts';
export { accountTopic } from './account-topic.ts';
export * from './centre-actions.ts';
export {
  liftSuspension,
  openOversight,
  recordVisit,
  suspendCentre,
  suspensionRefusal,
  type Oversight
} from './oversight.ts';
export { namesByEmail, readCentres, readPeople, type Centre, type Person } from './store.ts';
export {
  actorOf,
  authOf,
  createSignInLink,
  holderOfLink,
  requestSignInLink,
  sendSignInLink,
  signOut,
  verifyFields
} from './sign-in.ts';
export * from './second-factor.ts';
export {
  changeContact,
  inOneLine,
  openContact,
  readContact,
  unknownContact,
  type Contact
} from './body/contact.ts';
export {
  changeSender,
  openSender,
  readRegistration,
  readSender,
  unknownSender,
  type Sender,
  type SenderSettings
} from './body/sender.ts';
