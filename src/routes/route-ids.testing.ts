import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The ids of the routes that exist, read from their files. */
export function routeIds(folder = 'src/routes', id = ''): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const answers = entries.some(({ name }) => /^(\+page\.svelte|\+server\.ts)$/.test(name));
  return [
    ...(answers ? [id || '/'] : []),
    ...entries
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => routeIds(`${folder}/${name}`, `${id}/${name}`))
  ];
}

/** What programs read, and what answers by other means than a file: no link leads there. */
const linkless = new Set([
  '/[x+2e]well-known/did.json',
  '/api/auth/magic-link/verify',
  '/exam/[sitting]/assistant',
  '/exam/[sitting]/live',
  '/jury/[sitting]/observations',
  '/sessions/[session]/invigilation/live',
  '/sessions/[session]/progress/live',
  '/sessions/communes',
  '/status/[purpose]/[list]'
]);

/** The ids of the routes that answer a file to whoever follows a link. */
export const fileRouteIds = (): string[] =>
  routeIds().filter((id) => {
    const endpoint = `src/routes${id}/+server.ts`;
    return (
      !linkless.has(id) &&
      existsSync(endpoint) &&
      /\bexport (const|async function|function) GET\b/.test(readFileSync(endpoint, 'utf8'))
    );
  });
