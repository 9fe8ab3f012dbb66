import { getContext, setContext } from 'svelte';
import type { Origin } from '../../trace/edits.ts';

/** What stands beside the text may do with it: read it, and put words where the caret last was. */
export interface DeskAccess {
  /** The field that was written in last, or null before the first. */
  field(): string | null;
  text(field: string): string;
  /** Puts words in the place of the last selection. False when the paper takes no more words. */
  insert(words: string, origin: Origin): boolean;
}

const key = Symbol('exam desk');

export const provideDesk = (access: DeskAccess): DeskAccess => setContext(key, access);
export const useDesk = (): DeskAccess => getContext<DeskAccess>(key);
