/** After an install: the `parchemin` command within reach of npx, and the server built. */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { ensureBuilt } from './build.ts';

const link = 'node_modules/.bin/parchemin';
mkdirSync('node_modules/.bin', { recursive: true });
rmSync(link, { force: true });
symlinkSync('../../bin/parchemin.js', link);

// A production install leaves the build tools out, and brings its build with it.
if (existsSync('node_modules/vite')) ensureBuilt();
