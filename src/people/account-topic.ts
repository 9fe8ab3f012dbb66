/** Speaks of an account whose sessions or roles changed: what is open for it asks again whether it may. */
export const accountTopic = (userId: string): string => `account ${userId}`;
