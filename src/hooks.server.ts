import { building } from '$app/env';
import { error, json, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { stringify } from 'devalue';
import { readProvider } from '#exam';
import { actorOf } from '#people';
import { readConfig } from '#platform/config.ts';
import { openGround, type Ground } from '#platform/ground.ts';
import { newId } from '#platform/ids.ts';
import { nodeRefusal } from '#platform/node-version.ts';
import { chooseLanguage, type Phrase } from '#platform/language.ts';
import type { Refusal } from '#platform/result.ts';
import { startNights } from '#registry/nightly/index.ts';
import { canRead, isOurs, judge, owedPage } from './routes/access.ts';

/** One ground per process, kept beside the modules: in development they are loaded again. */
const process_ = globalThis as { parcheminGround?: Promise<Ground> };

const ground = (): Promise<Ground> => (process_.parcheminGround ??= openGround(readConfig()));

/** Opens the database before the first request, so that a server that answers is a server that works. */
export const init: ServerInit = async () => {
  if (building || process_.parcheminGround) return;
  const tooOld = nodeRefusal();
  if (tooOld) {
    process.stderr.write(`${tooOld}\n`);
    process.exit(1);
  }
  // A setting of the assistant that cannot be read is told now, and not on the day.
  readProvider();
  const opened = await ground();
  const stopNights = startNights(opened);
  // Said by the server once SIGTERM or SIGINT came and the last answer has left.
  process.on('sveltekit:shutdown', async () => {
    await stopNights();
    await opened.close();
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  const { request, locals, route } = event;
  locals.ground = await ground();
  locals.language = chooseLanguage(
    event.cookies.get('language'),
    request.headers.get('accept-language')
  );
  locals.person = null;
  locals.actor = null;
  const { config } = locals.ground;
  if (!isOurs(request.method, request.headers, config.publicUrl))
    return refused(event, 403, crossSite(config.publicUrl));

  locals.person = await actorOf(locals.ground, request.headers);
  locals.actor = locals.person?.owes ? null : (locals.person?.actor ?? null);
  if (route.id !== null) {
    const verdict = judge(route.id, locals.person);
    if (verdict === 'forbidden') return refused(event, 403, forbidden);
    if (verdict === 'sign-in') return sendTo(event, '/sign-in', 401, signedOut);
    if (verdict === 'owed') return sendTo(event, owedPage[locals.person!.owes!], 403, owes);
    if (!canRead(route.id, request.method, request.headers)) return refused(event, 415, notAForm);
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', locals.language)
  });
  harden(response.headers, config.publicUrl.startsWith('https:'), locals.person !== null);
  return response;
};

/**
 * A page sends the browser where it can be let in, and back afterwards. A program is told why, and
 * so is a form that was being filled in: what it holds is not lost.
 */
function sendTo(event: RequestEvent, page: string, status: 401 | 403, why: Phrase): Response {
  if (isProgram(event)) return refused(event, status, why);
  if (isForm(event)) {
    const refusal: Refusal = { code: 'people.signed-out', message: sessionEnded };
    return json({ type: 'failure', status, data: stringify({ refusal, typed: {} }) });
  }
  const { pathname, search } = event.url;
  const next = event.request.method === 'GET' ? pathname + search : pathname;
  redirect(303, next === '/' ? page : `${page}?next=${encodeURIComponent(next)}`);
}

function refused(event: RequestEvent, status: 401 | 403 | 415, why: Phrase): Response {
  const message = why[event.locals.language];
  if (isProgram(event)) return json({ message }, { status });
  if (isForm(event)) return json({ type: 'error', status, error: { status, message } });
  error(status, message);
}

/** A page's form that Kit sends by itself (`use:enhance`) and whose answer it reads. */
const isForm = ({ request }: RequestEvent): boolean => request.headers.has('x-sveltekit-action');

/** Asks for JSON, and is not a page's own navigation or form. */
const isProgram = (event: RequestEvent): boolean =>
  !event.isDataRequest &&
  !isForm(event) &&
  /^application\/json/.test(event.request.headers.get('accept') ?? '');

/** What the browser must not do with our pages. The content policy itself is Kit's. */
function harden(headers: Headers, secure: boolean, personal: boolean): void {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  // On a shared tablet, « back » after signing out must show nothing.
  if (personal && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
}

/**
 * An error that nobody foresaw: the person gets a reference to quote, the operator finds it on
 * stderr with the frames. Messages and parameters are left out, for they may hold personal data.
 */
export const handleError: HandleServerError = ({ kind, error: caught, event }) => {
  if (kind !== 'unknown') return;
  const reference = newId().slice(-8);
  const name = caught instanceof Error ? caught.name : typeof caught;
  const frames = (caught instanceof Error ? (caught.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const heading = `${new Date().toISOString()} ${reference} ${event.request.method} ${event.route.id ?? '?'}`;
  process.stderr.write(`${heading} ${name} ${codes(caught)}\n${frames.join('\n')}\n`);
  return {
    message: broken(reference)[event.locals.language ?? 'fr'],
    reference
  };
};

/** The codes of an error and of its causes (a PostgreSQL SQLSTATE, ENOSPC). */
function codes(caught: unknown): string {
  const found: string[] = [];
  for (let each = caught; each instanceof Error; each = each.cause)
    if ('code' in each) found.push(String(each.code));
  return found.join(' ');
}

const signedOut: Phrase = {
  fr: 'Connectez-vous pour continuer.',
  en: 'Sign in to continue.'
};

const sessionEnded: Phrase = {
  fr: 'Votre connexion a pris fin\u00a0: reconnectez-vous dans un autre onglet, puis renvoyez ce formulaire. Rien n’en est perdu.',
  en: 'You are no longer signed in: sign in from another tab, then send this form again. Nothing in it is lost.'
};

const owes: Phrase = {
  fr: 'Terminez d’abord votre connexion.',
  en: 'Finish signing in first.'
};

const forbidden: Phrase = {
  fr: 'Votre rôle n’ouvre pas cette page. Adressez-vous au responsable de la certification.',
  en: 'Your role does not open this page. Ask the certification manager.'
};

const notAForm: Phrase = {
  fr: 'Cette page attend un formulaire\u00a0: ce qui a été envoyé n’en est pas un.',
  en: 'This page expects a form: what was sent is not one.'
};

const crossSite = (publicUrl: string): Phrase => ({
  fr: `Cette demande ne vient pas de nos pages\u00a0: ouvrez Parchemin à l’adresse ${publicUrl} et recommencez.`,
  en: `This request does not come from our pages: open Parchemin at ${publicUrl} and try again.`
});

const broken = (reference: string): Phrase => ({
  fr: `Quelque chose s’est interrompu. Ce que vous aviez enregistré est conservé. Référence à citer\u00a0: ${reference}.`,
  en: `Something was interrupted. What you had saved is kept. Reference to quote: ${reference}.`
});
