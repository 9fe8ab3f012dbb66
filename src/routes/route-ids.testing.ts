import { readdirSync } from 'node:fs';

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
