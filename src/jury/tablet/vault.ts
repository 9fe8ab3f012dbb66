/** The tablet's own name, the key of the one juror whose day it keeps, and that day, sealed. */
import { answerOf, database, write } from '#platform/indexed-db.ts';
import { type TabletDay } from './day.ts';
import { seal, unseal, type Sealed } from './seal.ts';

export interface Holder {
  jurorId: string;
  key: CryptoKey;
}

const tablet = database('parchemin-tablet', ['name', 'holder', 'day']);

async function read<T>(store: string): Promise<T | undefined> {
  const tx = (await tablet()).transaction(store);
  return answerOf<T | undefined>(tx.objectStore(store).get(''));
}

/** A random name, which stays: the same juror finds the same key again on the same tablet. */
export async function tabletName(): Promise<string> {
  const known = await read<string>('name');
  if (known) return known;
  const made = crypto.randomUUID();
  await write(await tablet(), 'name', (store) => store('name').put(made, ''));
  return made;
}

export const readHolder = (): Promise<Holder | undefined> => read<Holder>('holder');

/** Makes this juror the one whose day the tablet keeps: another's key and day go. */
export async function putHolder(holder: Holder): Promise<void> {
  const before = await readHolder();
  await write(await tablet(), ['holder', 'day'], (store) => {
    if (before?.jurorId !== holder.jurorId) store('day').clear();
    store('holder').put(holder, '');
  });
}

const place = ({ jurorId }: Holder) => `day ${jurorId}`;

export async function putDay(holder: Holder, day: TabletDay): Promise<void> {
  const sealed = await seal(holder.key, place(holder), day);
  await write(await tablet(), 'day', (store) => store('day').put(sealed, ''));
}

export async function readDay(holder: Holder): Promise<TabletDay | undefined> {
  const sealed = await read<Sealed>('day');
  return sealed && unseal<TabletDay>(holder.key, place(holder), sealed);
}

/** Destroys the key and the day. What was sealed for the server stays, and stays closed. */
export async function destroy(): Promise<void> {
  await write(await tablet(), ['holder', 'day'], (store) => {
    store('holder').clear();
    store('day').clear();
  });
}
