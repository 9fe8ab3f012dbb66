export * from './model.ts';
export * from './documents.ts';
export * from './lifecycle.ts';
export { drawSubject, type Draw, type Exposure } from './draw.ts';
export { loadSubject, parseSubject } from './parse.ts';
export { bank } from './bank.ts';
export { textsOf, typographyFaults } from './typography.ts';
