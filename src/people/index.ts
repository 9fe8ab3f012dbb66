/** People: accounts, roles, centres, and the one permission table. */
export * from './model.ts';
