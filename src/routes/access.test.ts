import { describe, expect, test } from 'vitest';
import { permissions, roles, type Role, type SignedIn, type UserId } from '#people/model.ts';
import { access, canRead, isOurs, judge, owedPage, takesOther } from './access.ts';
import { routeIds } from './route-ids.testing.ts';

const person = (role: Role, owes: SignedIn['owes'] = null): SignedIn => ({
  actor: {
    userId: 'u' as UserId,
    name: 'Awa Diop',
    email: 'awa@exemple.fr',
    grants: [{ role, centreId: null }]
  },
  sessionId: 's',
  owes
});

describe('the access table', () => {
  test('names every route that exists', () => {
    expect(routeIds().filter((id) => !(id in access))).toEqual([]);
  });

  test('is in order, so that two people can add a line without meeting', () => {
    expect(Object.keys(access)).toEqual(Object.keys(access).sort());
  });

  test('says public of nothing but the door and what the public is owed', () => {
    const open = Object.keys(access).filter((id) => access[id] === 'public');
    const owed =
      /^\/(\[x\+2e\]well-known\/did\.json|account\/language|api\/auth\/magic-link\/verify|jury\/tablet|referential.*|sign-(in.*|out)|survey\/\[token\]|status\/.*|verify.*)?$/;
    expect(open.filter((id) => !owed.test(id))).toEqual([]);
  });
});

describe('a browser where nobody signed in', () => {
  test.each(Object.keys(access))('%s', (id) => {
    expect(judge(id, null)).toBe(access[id] === 'public' ? 'open' : 'sign-in');
  });
});

describe.each(roles)('%s', (role) => {
  test.each(Object.keys(access))('%s', (id) => {
    const asked = access[id]!;
    const rights = typeof asked === 'string' ? [asked] : asked;
    const open = rights.some(
      (right) =>
        right === 'public' ||
        right === 'signed-in' ||
        (permissions[right] as readonly Role[]).includes(role)
    );
    expect(judge(id, person(role))).toBe(open ? 'open' : 'forbidden');
  });
});

describe.each(['second-factor', 'set-up'] as const)('someone who owes a %s', (owes) => {
  test('reaches the page where it is given, the way out, and nothing else', () => {
    const open = Object.keys(access).filter((id) => judge(id, person('manager', owes)) === 'open');
    expect(open).toEqual(
      [
        '/account/language',
        '/api/auth/magic-link/verify',
        '/sign-in/link',
        '/sign-out',
        owedPage[owes]
      ].sort()
    );
  });
});

test('a route that is not in the table answers nobody', () => {
  expect(() => judge('/secret', person('manager'))).toThrow('/secret');
});

describe('a request that changes something', () => {
  const url = 'https://parchemin.example';
  test.each([
    ['GET', {}, true],
    ['POST', {}, false],
    ['POST', { origin: url }, true],
    ['POST', { origin: 'https://evil.example' }, false],
    ['POST', { origin: 'null' }, false],
    ['POST', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, true],
    ['POST', { 'sec-fetch-site': 'same-site', origin: url }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: url }, false],
    ['DELETE', { origin: 'https://parchemin.example:8443' }, false]
  ])('%s with %j: %s', (method, headers, ours) =>
    expect(isOurs(method, new Headers(headers as Record<string, string>), url)).toBe(ours)
  );
});

describe('a body', () => {
  const can = (id: string, type?: string, method = 'POST') =>
    canRead(id, method, new Headers(type === undefined ? {} : { 'content-type': type }));

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'Multipart/Form-Data;boundary=x'
  ])('of a form is read by every page: %s', (type) => {
    expect(routeIds().filter((id) => !can(id, type))).toEqual([]);
  });

  test.each(['application/json', 'text/plain', 'application/x-www-form-urlencodedx', 'image/png'])(
    'of another kind is read where programs send it alone: %s',
    (type) => {
      expect(routeIds().filter((id) => can(id, type))).toEqual([...takesOther]);
    }
  );

  test('that is absent is no fault, and reading needs none', () => {
    expect(can('/sign-out')).toBe(true);
    expect(can('/people', 'text/plain', 'GET')).toBe(true);
  });
});
