import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { fileRouteIds } from './route-ids.testing.ts';

type Node = { type: string; [field: string]: unknown };

/** Every element and component of a Svelte file, however deep. */
function elements(node: unknown, found: AST.ElementLike[] = []): AST.ElementLike[] {
  if (Array.isArray(node)) for (const each of node) elements(each, found);
  else if (node !== null && typeof node === 'object') {
    const { type, ...fields } = node as Node;
    if (type === 'RegularElement' || type === 'Component') found.push(node as AST.ElementLike);
    for (const each of Object.values(fields)) elements(each, found);
  }
  return found;
}

const attributeOf = ({ attributes }: AST.ElementLike, name: string): AST.Attribute | undefined =>
  attributes.find((each): each is AST.Attribute => each.type === 'Attribute' && each.name === name);

/** An href as it is written, each expression as « {} »; undefined when it is one expression. */
function hrefOf(element: AST.ElementLike): string | undefined {
  const value = attributeOf(element, 'href')?.value;
  if (!Array.isArray(value)) return undefined;
  const href = value.map((part) => (part.type === 'Text' ? part.data : '{}')).join('');
  return href === '{}' ? undefined : href;
}

/** Whether an href leads to a route: its expressions stand for parameters, a leading one for a path. */
function leadsTo(href: string, routeId: string): boolean {
  const path = href.replace(/(\?|(?<=\.\w+)\{\}).*$/, '');
  const [first, ...rest] = path.split('/');
  const asked = routeId.split('/').slice(1);
  if (first !== '' && rest.length === 0) return path === asked.at(-1);
  const places = first === '' ? asked : asked.slice(-rest.length);
  return (
    places.length === rest.length &&
    rest.some((each, place) => each === places[place]) &&
    rest.every((each, place) =>
      places[place]!.startsWith('[') ? each.includes('{}') : each === places[place]
    )
  );
}

const links = globSync('src/**/*.svelte').flatMap((file) =>
  elements(parse(readFileSync(file, 'utf8'), { modern: true }).fragment).flatMap((element) => {
    const href = hrefOf(element);
    const routeId = href && fileRouteIds().find((id) => leadsTo(href, id));
    return href && (routeId || /\.\w{2,5}(\{\}|\?.*)?$/.test(href))
      ? [{ file, href, routeId, element }]
      : [];
  })
);

/**
 * The page’s own router asks for a page: told of a file it answers « this page does not exist », or
 * saves the refusal in the file’s place. A link to a file lets the browser ask for it.
 */
describe('links to files', () => {
  test('are found, in pages and in components', () => {
    expect(links.length).toBeGreaterThan(15);
  });

  test.each(links.map(({ file, href, element }) => [file, href, element] as const))(
    '%s: %s leaves the file to the browser',
    (_file, _href, element) => {
      expect(attributeOf(element, 'data-sveltekit-reload')).toBeDefined();
      expect(attributeOf(element, 'download')).toBeUndefined();
    }
  );
});
