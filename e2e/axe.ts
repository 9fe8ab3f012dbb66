import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * The page as it stands breaks no rule of WCAG 2.2 A and AA nor axe’s best practices, and nothing
 * in it is wider than the window (WCAG 1.4.10).
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // No page holds a frame of another origin: one run in the page says it all, twice as fast.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`
  );
  expect(said, page.url()).toEqual([]);
  await expectWithinWindow(page);
}

/** Nothing is wider than the window (WCAG 1.4.10). */
export async function expectWithinWindow(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
