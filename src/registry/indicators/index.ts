/** The certification in figures, where no small group can be seen. */
export {
  openIndicators,
  type IndicatorBoard,
  type NamedColumn,
  type NamedTable
} from './actions.ts';
export { publishable, type Cell } from './protect.ts';
export { indicatorsCsv, indicatorsXlsx } from './sheets.ts';
