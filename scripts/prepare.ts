/**
 * After an install: the `parchemin` command within reach of npx, the server built, and an empty
 * database ready to be laid, so that the first start takes no longer than the others.
 */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { emptyDatabase } from '#platform/embedded-template.ts';
import { ensureBuilt } from './build.ts';

const link = 'node_modules/.bin/parchemin';
mkdirSync('node_modules/.bin', { recursive: true });
rmSync(link, { force: true });
symlinkSync('../../bin/parchemin.js', link);

// A production install leaves the build tools out, and brings its build with it.
if (existsSync('node_modules/vite')) ensureBuilt();
await emptyDatabase();
