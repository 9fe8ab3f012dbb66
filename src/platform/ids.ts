import { uuidv7 } from 'uuidv7';

/** A string that names one kind of thing, and cannot be passed where another kind is meant. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** A new time-ordered identifier (UUIDv7, RFC 9562). */
export const newId = <Kind extends string>(): Id<Kind> => uuidv7() as Id<Kind>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a string from outside has the form of our identifiers. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && uuidPattern.test(value);
