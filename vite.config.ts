import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // The marking pages register it, for themselves alone (src/jury/ui/opening.ts).
      serviceWorker: { register: false },
      // The page that the tablet keeps answers at several depths: its files are named from the root.
      paths: { relative: false },
      // A page ships its own route only: a juror's tablet does not carry the map of the whole house.
      router: { resolution: 'server' },
      // Kit compares origins with one that it guesses as https; hooks.server.ts checks them instead.
      csrf: { trustedOrigins: ['*'] },
      // Pages are small and private: no inline script but the one that Kit hashes itself.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'object-src': ['none']
        }
      }
    })
  ]
});
