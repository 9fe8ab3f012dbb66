import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the operator decides, read once from the environment. docs/operations.md lists it. */
export interface Config {
  /** Folder of the embedded database, keys and files. PARCHEMIN_DATA, default ./data */
  dataDir: string;
  /** A PostgreSQL server; without it the embedded database is used. DATABASE_URL */
  databaseUrl: string | undefined;
  /** The public address, without a slash at its end. PARCHEMIN_URL, default http://127.0.0.1:3000 */
  publicUrl: string;
  /** SMTP server for mail, e.g. smtps://user:secret@host. SMTP_URL */
  smtpUrl: string | undefined;
  /** Sender of mail. MAIL_FROM */
  mailFrom: string;
  /** A demonstration: sign-in links in the terminal, second factor not demanded. PARCHEMIN_DEMO=1 */
  demo: boolean;
  /** The name printed on documents. PARCHEMIN_CERTIFIER */
  certifierName: string;
  /** When the work of each night begins, HH:MM in Paris; null when it is off. PARCHEMIN_NIGHT, default 03:30 */
  nightAt: string | null;
}

/** Reads the configuration from environment variables; `overrides` win. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  overrides: Partial<Config> = {}
): Config {
  return {
    dataDir: resolve(env['PARCHEMIN_DATA'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    publicUrl: (env['PARCHEMIN_URL'] ?? env['ORIGIN'] ?? 'http://127.0.0.1:3000').replace(
      /\/$/,
      ''
    ),
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['MAIL_FROM'] ?? 'Parchemin <ne-pas-repondre@parchemin.invalid>',
    demo: env['PARCHEMIN_DEMO'] === '1',
    certifierName: env['PARCHEMIN_CERTIFIER'] ?? 'Maison Parchemin',
    nightAt: readNight(env['PARCHEMIN_NIGHT'] || '03:30'),
    ...overrides
  };
}

function readNight(given: string): string | null {
  if (given === 'off') return null;
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) return given;
  throw new Error(
    `PARCHEMIN_NIGHT doit être une heure comme 03:30, ou off (il vaut « ${given} »).`
  );
}

/**
 * A secret of 32 bytes: from the environment (base64), else from a file of mode 600 in the data
 * folder, made at first use.
 * @param name also the variable: « field » reads PARCHEMIN_FIELD_KEY, or data/keys/field.key
 */
export function secretKey(
  config: Config,
  name: string,
  env: Record<string, string | undefined> = process.env
): Buffer {
  const given = env[`PARCHEMIN_${name.toUpperCase()}_KEY`];
  if (given) {
    const key = Buffer.from(given, 'base64');
    if (key.length !== 32)
      throw new Error(
        `PARCHEMIN_${name.toUpperCase()}_KEY doit contenir 32 octets en base64 (il en contient ${key.length}).`
      );
    return key;
  }
  const folder = join(config.dataDir, 'keys');
  const file = join(folder, `${name}.key`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32)
    throw new Error(
      `${file} doit contenir 32 octets en base64 (il en contient ${key.length})\u00a0: remettez-le depuis une sauvegarde. Sans lui, ce qui fut chiffré ou signé ne se relit pas.`
    );
  return key;
}
