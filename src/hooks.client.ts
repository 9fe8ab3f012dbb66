import type { HandleClientError } from '@sveltejs/kit/hooks';
import { shellMessages } from '#platform/ui/messages.ts';

/**
 * What the browser says of an error that nobody foresaw, in the language of the page. A form whose
 * server cannot be reached says so itself, and keeps what was typed (Form.svelte).
 */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return;
  const words = shellMessages[document.documentElement.lang === 'en' ? 'en' : 'fr'];
  if (isUnreachable(error)) return { message: words.unreachable, unreachable: true };
  reportError(error);
  return { message: words.interrupted };
};

/** As `fetch` fails without a network or a server in Chromium, Firefox and Safari. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError && /^Failed to fetch|^NetworkError|^Load failed/.test(error.message);
