import { browser } from '$app/env';
import { chooseLanguage } from '#platform/language.ts';
import type { KeptPage } from '#jury/ui/kept-page.ts';
import type { PageLoad } from './$types';

/**
 * The page that the tablet shows in the place of its day or of a sheet when the server does not
 * answer. From the server it comes empty, the same for everyone; the tablet fills it.
 */
export const load: PageLoad = async ({ url }) => {
  const blank = { immersive: true, offline: true, language: 'fr' as const, kept: undefined };
  if (!browser) return blank;
  const { keptPage } = await import('#jury/ui/kept-page.ts');
  const kept: KeptPage = await keptPage(url.pathname);
  const chosen = /(?:^|; )language=(\w+)/.exec(document.cookie)?.[1];
  const language =
    kept.kind === 'day' ? kept.day.language : chooseLanguage(chosen, navigator.language);
  document.documentElement.lang = language;
  return { ...blank, language, kept };
};
