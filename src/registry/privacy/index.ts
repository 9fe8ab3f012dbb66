/** What people may ask of their data, and what is kept how long. */
export { erasePerson, type Erasure } from './erase.ts';
export { dataOf, ownData } from './person.ts';
export { kept, retentions } from './policy.ts';
export { runRetention, type RetentionReport } from './retention.ts';
