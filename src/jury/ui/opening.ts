/** A juror's day on a tablet: opening it, going on without a network, closing it. */
import { dev } from '$app/env';
import type { Answer } from '#platform/asking.ts';
import { countWaiting, forget, sealedShelf, type Shelf } from '../shelf.ts';
import { isOver, revive, type TabletDay } from '../tablet/day.ts';
import type { OpenedDay } from '../tablet/open-day.ts';
import { tabletKey } from '../tablet/seal.ts';
import {
  destroy,
  putDay,
  putHolder,
  readDay,
  readHolder,
  tabletName,
  type Holder
} from '../tablet/vault.ts';
import { ask, type SheetOfJuror } from './ask.ts';
import { serverTime } from './device-clock.ts';

const freshFor = 5 * 60_000;

/** What became of opening the day. */
export type Opening =
  | { kind: 'opened'; at: string; sheets: number }
  /** Nothing is being marked, or all of it was received: the tablet keeps nothing. */
  | { kind: 'nothing' }
  | Exclude<Answer<never>, { kind: 'answered' }>
  /** This browser keeps nothing: no secure connection, private browsing, or a full disk. */
  | { kind: 'unkept' };

/** Says on this device that a day may be kept here: any page that finds nobody signed in closes it. */
export const mark = 'parchemin-tablet';

/**
 * Takes the whole day into the tablet, and the key that seals it. A refusal to someone who is no
 * longer let in closes the tablet; a day that is over empties it.
 */
export async function openDay(): Promise<Opening> {
  try {
    const answer = await fetchDay();
    if (answer.kind === 'signed-out') await lock();
    if (answer.kind !== 'answered') return answer;
    const { holder, day } = answer.value;
    const waiting = await countWaiting(holder.jurorId);
    if (isOver(day) && waiting.size === 0) {
      await destroy();
      await forget(holder.jurorId);
      return { kind: 'nothing' };
    }
    await putDay(holder, day);
    // Asks the browser not to make room at the expense of marks; it may say no.
    void navigator.storage.persist().catch(() => false);
    void registerWorker().catch(() => undefined);
    return { kind: 'opened', at: day.openedAt, sheets: day.sheets.length };
  } catch {
    return { kind: 'unkept' };
  }
}

async function fetchDay(): Promise<Answer<{ holder: Holder; day: TabletDay }>> {
  const tablet = await tabletName();
  const answer = await ask<OpenedDay>('/jury/day', { tablet });
  if (answer.kind !== 'answered') return answer;
  const { secret, day } = answer.value;
  const holder = { jurorId: day.juror.id, key: await tabletKey(secret, tablet, day.juror.id) };
  localStorage.setItem(mark, 'open');
  await putHolder(holder);
  return { kind: 'answered', value: { holder, day } };
}

const registerWorker = () =>
  navigator.serviceWorker.register('/service-worker.js', {
    scope: '/jury',
    updateViaCache: 'none',
    type: dev ? 'module' : 'classic'
  });

/** @throws when this browser keeps nothing, or has no key and no way to the server */
export async function openShelf(sheet: SheetOfJuror): Promise<Shelf> {
  const key = await keyOf(sheet.jurorId);
  return sealedShelf(key, `${sheet.jurorId} ${sheet.sittingId}`);
}

async function keyOf(jurorId: string): Promise<CryptoKey> {
  const holder = await readHolder();
  if (holder?.jurorId === jurorId) return holder.key;
  const answer = await fetchDay();
  if (answer.kind !== 'answered' || answer.value.holder.jurorId !== jurorId)
    throw new Error('No key for this juror');
  return answer.value.holder.key;
}

/** Whether the day was taken in so lately that a sheet need not ask for it again. */
export async function isFresh(): Promise<boolean> {
  const kept = await keptDay();
  return kept !== undefined && serverTime().getTime() - Date.parse(kept.day.openedAt) < freshFor;
}

/** Destroys the key and the day, and lets go of what the server holds; what waits stays sealed. */
export async function lock(): Promise<void> {
  localStorage.removeItem(mark);
  await destroy();
  await forget();
}

/** The day that this tablet keeps, without asking anyone. */
export async function keptDay(): Promise<{ holder: Holder; day: TabletDay } | undefined> {
  const holder = await readHolder().catch(() => undefined);
  const day = holder && (await readDay(holder));
  return holder && day && { holder, day: revive(day) };
}
