/**
 * Opens the jury's pages when the server does not answer. It keeps the program alone: one empty
 * page, and the files that it needs. Candidates and marks are not here; they lie sealed in the
 * tablet's own store, which this file never reads.
 *
 * A new version is fetched beside this one, and takes over when no page of this one is open any more.
 */
import { immutable } from '$app/manifest';
import { self as worker } from '$app/service-worker';
import { version } from '$app/env';

const cacheName = `parchemin ${version}`;
const emptyPage = '/jury/tablet';
/** A page that has waited so long for the server is opened from the tablet. */
const patience = 4000;

const files = new Set(immutable.map(({ path }) => new URL(path, location.origin + '/').pathname));

worker.addEventListener('install', (event) => event.waitUntil(keepProgram()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (files.has(pathname)) event.respondWith(fileOf(request));
  else if (request.mode === 'navigate' && isOfTheJury(pathname)) event.respondWith(pageOf(request));
});

const isOfTheJury = (pathname: string): boolean => /^\/jury(\/|$)/.test(pathname);

/** Keeps the empty page and, from one to the next, every file of this build that they name. */
async function keepProgram(): Promise<void> {
  const cache = await caches.open(cacheName);
  // As nobody: the page that is kept is the same for all.
  const page = await fetch(emptyPage, { credentials: 'omit', cache: 'no-store' });
  if (!page.ok) throw new Error(`${emptyPage} answered ${page.status}`);
  await cache.put(emptyPage, page.clone());
  const kept = new Set<string>();
  let next = namedIn(await page.text(), page.url);
  while (next.length > 0) {
    next.forEach((path) => kept.add(path));
    const named = await Promise.all(next.map((path) => keepFile(cache, path)));
    next = [...new Set(named.flat())].filter((path) => !kept.has(path));
  }
}

/** @returns the paths of the files that this one names */
async function keepFile(cache: Cache, path: string): Promise<string[]> {
  const file = await fetch(path);
  if (!file.ok) throw new Error(`${path} answered ${file.status}`);
  await cache.put(path, file.clone());
  return /\.(js|css)$/.test(path)
    ? namedIn(await file.text(), new URL(path, location.origin).href)
    : [];
}

const namedIn = (text: string, base: string): string[] =>
  [...text.matchAll(/[\w./@-]+\.(?:js|css|woff2)/g)]
    .map(([name]) => new URL(name, base).pathname)
    .filter((path) => files.has(path));

async function dropOthers(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('parchemin ') && name !== cacheName) await caches.delete(name);
}

async function fileOf(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

/** The page from the server; the tablet's own if it is silent, slow or out of breath. */
async function pageOf(request: Request): Promise<Response> {
  const asked = fetch(request).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const answer = await Promise.race([asked, late]);
  if (answer && answer.status < 500) return answer;
  return (await caches.match(emptyPage)) ?? answer ?? (await asked) ?? Response.error();
}
