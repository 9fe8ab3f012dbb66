import { getContext, setContext } from 'svelte';

const key = Symbol('frame');

/**
 * Says that a layout already shows the way here and the name of the whole: a Page inside draws no
 * trail, and sets its own title one size smaller. Call it in the layout.
 */
export const provideFrame = (): true => setContext(key, true);

export const isFramed = (): boolean => getContext<true | undefined>(key) ?? false;
