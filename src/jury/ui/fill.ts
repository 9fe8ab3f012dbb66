/** Fills the blanks of a text: `fill('{marked} sur {of}', { marked: 12, of: 20 })`. */
export const fill = (text: string, blanks: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank));
