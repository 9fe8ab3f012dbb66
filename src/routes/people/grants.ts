import type { Centre, Grant } from '#people';

/** Roles with the name of the centre each is bound to. */
export const grantsWithCentres = (grants: readonly Grant[], centres: readonly Centre[]) =>
  grants.map(({ role, centreId }) => ({
    role,
    centreId,
    centre: centres.find(({ id }) => id === centreId)?.name ?? null
  }));
