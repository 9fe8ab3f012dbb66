/** The renewal of the registration at the Répertoire spécifique. */
export { openRenewal, saveRenewal, type Renewal } from './actions.ts';
export { renewalPdf } from './document.ts';
export { renewalXlsx } from './workbook.ts';
export { renewalTables, type RenewalTable } from './tabulate.ts';
