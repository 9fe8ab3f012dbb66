import { defineConfig } from '@playwright/test';
import { presentChromium } from './scripts/chromium.ts';

/** Chromium of the system, where there is one; otherwise the one that Playwright installed. */
const chromium = presentChromium();

export default defineConfig({
  testDir: 'e2e',
  // Each file has a server and data of its own; within one, the journeys follow each other.
  workers: 2,
  reporter: 'list',
  timeout: 240_000,
  // A busy machine may miss a beat: a journey that fails twice is a fault.
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  }
});
