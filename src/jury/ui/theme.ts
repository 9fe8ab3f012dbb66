import { getContext, setContext } from 'svelte';

export type Theme = 'paper' | 'ballroom';

/** The light of the juror's screens: one for all, remembered on the device for a year. */
export interface Light {
  theme: Theme;
}

const key = Symbol('light');

export const provideTheme = (light: Light): Light => setContext(key, light);

export const currentLight = (): Light => getContext<Light>(key);

/** Lowers the lights, or raises them. The server reads the cookie, so the next page opens as it should. */
export function toggleLight(light: Light): void {
  light.theme = light.theme === 'ballroom' ? 'paper' : 'ballroom';
  document.cookie = `theme=${light.theme}; path=/; max-age=31536000; samesite=lax`;
}

/** What the device remembers, for a page that the server did not draw for it. */
export const isDim = (): boolean => /(?:^|; )theme=ballroom(?:;|$)/.test(document.cookie);
