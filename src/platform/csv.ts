/**
 * A table as spreadsheets of France open it: UTF-8 with its mark, semicolons, every cell quoted
 * (RFC 4180 but for the separator).
 */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  '\ufeff' +
  rows
    .map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';'))
    .join('\r\n') +
  '\r\n';
