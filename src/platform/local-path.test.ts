import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('only a path of this site may be led back to', () => {
  for (const path of ['/', '/sessions', '/sessions/0192-ab/candidates?page=2&q=a%20b'])
    expect(localPath(path)).toBe(path);
  for (const path of [
    undefined,
    '',
    'sessions',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nSet-Cookie: b',
    '/%2f/evil.example'
  ])
    expect(localPath(path)).toBeUndefined();
});
