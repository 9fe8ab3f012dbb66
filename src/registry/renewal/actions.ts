/** The renewal of the registration at the Répertoire spécifique: to read, to write, to take away. */
import { z } from 'zod';
import { authorise, readRegistration, type Actor } from '#people';
import { titleOf } from '#referential';
import { digest } from '#platform/canonical.ts';
import { civilDay } from '#platform/civil-day.ts';
import { isTaken, type Database } from '#platform/database.ts';
import { field, parseForm } from '#platform/form.ts';
import type { Ground } from '#platform/ground.ts';
import { appendToLedger } from '#platform/ledger.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { cleanText } from '#platform/text.ts';
import { indicatorsOf } from '../indicators/model.ts';
import { readClosedSessions, readCounted } from '../indicators/store.ts';
import { renewalFigures, type RenewalFigures } from './file.ts';
import { narratives, noNarratives, type Narratives, type Period } from './model.ts';
import { readJuries, readPartners, readReferentials, readVersions } from './store.ts';
import { renewalVersion } from './tables.ts';

/** All that a renewal file says. */
export interface Renewal {
  certifierName: string;
  certificationTitle: string;
  /** « RS1234 »: what the certifying body gave, else the code of the référentiel; null where neither is a number of a register. */
  certificationCode: string | null;
  /** Years for which there is a closed session. */
  years: number[];
  texts: Narratives;
  /** Of the texts: 0 while nothing was saved. */
  version: number;
  savedAt: Date | null;
  savedByName: string | null;
  versions: { version: number; savedAt: Date; savedByName: string }[];
  /** When the figures were counted. */
  countedAt: Date;
  figures: RenewalFigures;
}

/** The file as it stands, or as an earlier version of its texts had it; figures are today’s. */
export async function openRenewal(
  ground: Ground,
  actor: Actor | null,
  asked?: number
): Promise<Result<Renewal>> {
  const allowed = authorise(actor, 'registry.read');
  if (!allowed.ok) return allowed;
  const { db, config, clock } = ground;
  const versions = await readVersions(db);
  const saved =
    asked === undefined ? versions[0] : versions.find(({ version }) => version === asked);
  if (asked !== undefined && !saved) return unknownVersion();
  const sessions = await readClosedSessions(db);
  const now = clock.now();
  const years = [...new Set(sessions.map(({ day }) => Number(day.slice(0, 4))))];
  const period: Period = saved
    ? { from: saved.fromYear, until: saved.untilYear }
    : { from: years[0] ?? thisYear(now), until: years.at(-1) ?? thisYear(now) };
  const ids = sessions.map(({ id }) => id);
  const referentials = await readReferentials(db, ids);
  const latest = referentials.at(-1)?.referential;
  const registration = await readRegistration(db, latest?.code ?? '');
  if (!registration.ok) return registration;
  return ok({
    certifierName: config.certifierName,
    certificationTitle: latest ? titleOf(latest) : '',
    certificationCode: registration.value?.code ?? null,
    years,
    texts: { ...noNarratives, ...saved?.texts },
    version: saved?.version ?? 0,
    savedAt: saved?.savedAt ?? null,
    savedByName: saved?.savedByName ?? null,
    versions: versions.map(({ version, savedAt, savedByName }) => ({
      version,
      savedAt,
      savedByName
    })),
    countedAt: now,
    figures: renewalFigures(
      {
        sessions,
        indicators: indicatorsOf(await readCounted(db, sessions)),
        partners: await readPartners(db),
        referentials,
        juries: await readJuries(db, ids)
      },
      period
    )
  });
}

const thisYear = (now: Date): number => Number(civilDay(now).slice(0, 4));

const unknownVersion = () =>
  refuse(
    'renewal.unknown-version',
    'Cette version n’existe pas : revenez au dossier de renouvellement.',
    'This version does not exist: go back to the renewal file.'
  );

const longestText = 12_000;

const year = (typed: string): Result<number> =>
  /^20\d{2}$/.test(typed.trim())
    ? ok(Number(typed))
    : refuse(
        'renewal.year',
        'Écrivez une année en quatre chiffres, par exemple 2026.',
        'Write a year in four digits, for example 2026.'
      );

const renewalForm = z
  .object({
    /** The version that the page was drawn from. */
    version: z.coerce.number().int().min(0),
    from: field(year),
    until: field(year),
    ...(Object.fromEntries(
      narratives.map((each) => [each, field((typed) => cleanText(typed, longestText))])
    ) as Record<(typeof narratives)[number], ReturnType<typeof field<string>>>)
  })
  .superRefine(({ from, until }, context) => {
    if (until < from)
      context.addIssue({ code: 'custom', path: ['until'], params: { phrase: backwards } });
  });

const backwards = {
  fr: 'La période finit avant de commencer\u00a0: choisissez une année plus tardive.',
  en: 'The period ends before it starts: choose a later year.'
};

/** Keeps the period and the texts as a new version. The same words twice make one version. */
export async function saveRenewal(
  ground: Ground,
  actor: Actor | null,
  form: unknown
): Promise<Result<'saved' | 'unchanged'>> {
  const allowed = authorise(actor, 'renewal.write');
  if (!allowed.ok) return allowed;
  const parsed = parseForm(renewalForm, form);
  if (!parsed.ok) return parsed;
  const { version: seen, from, until, ...texts } = parsed.value;
  const content = { fromYear: from, untilYear: until, texts };
  try {
    return await ground.db.transaction(async (tx) => {
      const [latest] = await readVersions(tx);
      if (latest && digest(contentOf(latest)) === digest(content)) return ok('unchanged');
      if ((latest?.version ?? 0) !== seen) return stale();
      await keep(tx, seen + 1, content, allowed.value, ground.clock.now());
      return ok('saved');
    });
  } catch (error) {
    if (isTaken(error)) return stale();
    throw error;
  }
}

type Content = Pick<typeof renewalVersion.$inferInsert, 'fromYear' | 'untilYear' | 'texts'>;

const contentOf = ({ fromYear, untilYear, texts }: Content): Content => ({
  fromYear,
  untilYear,
  texts
});

async function keep(tx: Database, version: number, content: Content, by: Actor, now: Date) {
  await tx.insert(renewalVersion).values({ version, ...content, savedBy: by.userId, savedAt: now });
  await appendToLedger(tx, now, [
    {
      actor: by.userId,
      action: 'registry.write-renewal',
      subject: 'renewal',
      payload: { version, content: digest(content) }
    }
  ]);
}

const stale = () =>
  refuse(
    'renewal.stale',
    'Le dossier a changé entre-temps : gardez vos mots à part, rechargez la page, puis reprenez-les.',
    'The file has changed meanwhile: keep your words aside, reload the page, then put them back.'
  );
