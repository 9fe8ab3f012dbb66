import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';

/** A tablet: a browser whose store outlives it, as on a shelf for the night. */
export class Tablet {
  readonly folder = mkdtempSync(join(tmpdir(), 'parchemin-tablet-'));
  context!: BrowserContext;
  page!: Page;

  readonly #url: string;
  readonly #sheet: (assessment: string) => string;

  private constructor(url: string, sheet: (assessment: string) => string) {
    this.#url = url;
    this.#sheet = sheet;
  }

  /** Signs a juror in, opens their day, and waits until the pages are on the tablet. */
  static async open(
    url: string,
    link: string,
    sheet: (assessment: string) => string
  ): Promise<Tablet> {
    const tablet = new Tablet(url, sheet);
    await tablet.start();
    await tablet.page.goto(link);
    await tablet.day();
    await expect(tablet.page.getByText(/Journée ouverte sur cette tablette/)).toBeVisible();
    await tablet.page.evaluate(async () => {
      while (!(await navigator.serviceWorker.getRegistration('/jury'))?.active)
        await new Promise((resolve) => setTimeout(resolve, 50));
    });
    return tablet;
  }

  async start(): Promise<void> {
    const { executablePath, args } = test.info().project.use.launchOptions ?? {};
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...(executablePath ? { executablePath } : {}),
      ...(args ? { args } : {}),
      viewport: { width: 1180, height: 820 },
      hasTouch: true,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce'
    });
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** Closes the browser and opens it again: nothing of it stays in memory. */
  async restart(): Promise<void> {
    await this.context.close();
    await this.start();
  }

  day = () => this.page.goto(`${this.#url}/jury`);
  sheet = async (assessment: string) => {
    await this.page.goto(`${this.#url}/jury/${this.#sheet(assessment)}`);
    await expect(this.page.getByRole('button', { name: 'Remettre la grille' })).toBeVisible();
  };
  level = (id: string, label: string) =>
    this.page.locator(`[data-criterion="${id}"]`).getByRole('radio', { name: label, exact: true });
  tap = (id: string, label = 'Acquis') => this.level(id, label).tap();
  where = (id: string) => this.page.locator(`[data-criterion="${id}"] .where`);
  saved = () => expect(this.page.locator('header').getByText('Tout est enregistré')).toBeVisible();
  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Remettre la grille' }).tap();
    await this.page.getByRole('button', { name: 'Je remets la grille' }).tap();
  }

  /** Everything that this tablet has written on its disk, as text. */
  written = () =>
    this.page.evaluate(async () => {
      const said: string[] = [JSON.stringify({ ...localStorage })];
      const tell = (value: unknown): string =>
        value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? new TextDecoder('latin1').decode(value as ArrayBuffer)
          : value instanceof CryptoKey
            ? `key, extractable ${value.extractable}`
            : value && typeof value === 'object'
              ? Object.entries(value)
                  .map(([name, each]) => `${name} ${tell(each)}`)
                  .join('\n')
              : String(value);
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open(name!);
          request.onsuccess = () => resolve(request.result);
        });
        for (const store of database.objectStoreNames) {
          const all = await new Promise<unknown[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          });
          said.push(...all.map((each) => `${store}: ${tell(each)}`));
        }
        database.close();
      }
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          said.push(`${request.url}\n${await (await cache.match(request))!.text()}`);
      }
      return said;
    });

  async end(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
