import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usual = [
  // Chromium without its windows: the same engine, a quarter faster.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** The Chromium chosen by PARCHEMIN_CHROMIUM, else one of the system; undefined without any. */
export const presentChromium = (): string | undefined =>
  [process.env['PARCHEMIN_CHROMIUM'], ...usual].find(
    (path) => path !== undefined && existsSync(path)
  );

/**
 * A Chromium for the tests, in this order: PARCHEMIN_CHROMIUM, the system's own, Debian's package
 * (as root), Playwright's download.
 * @returns its path, or undefined when Playwright knows where its own is
 */
export function findChromium(): string | undefined {
  const there = presentChromium();
  if (there) return there;
  if (installFromDebian('chromium-headless-shell') || installFromDebian('chromium'))
    return presentChromium();
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  return undefined;
}

/** Installs a Debian package when this is Debian and we are root. @returns whether it is there now */
export function installFromDebian(name: string): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    });
    return true;
  } catch {
    return false;
  }
}
