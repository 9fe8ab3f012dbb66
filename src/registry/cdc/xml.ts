/** Elements of the « cpf » vocabulary, as text. */

/** What must be escaped, and what may not be there at all: most texts hold neither. */

const suspect = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
/** What no XML 1.0 document may hold, even escaped (W3C XML 1.0, production 2). */

const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
/** A carriage return would be read back as a line feed. */
const special = /[&<>\r]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** @throws on a character that XML cannot hold: what people type is refused long before */
export function escapeText(text: string): string {
  if (!suspect.test(text)) return text;
  if (illegal.test(text)) throw new Error('A character that XML cannot hold');
  return text.replace(special, (character) => entities[character] ?? '');
}

export const element = (name: string, text: string | number | boolean): string =>
  `<cpf:${name}>${escapeText(String(text))}</cpf:${name}>`;

/** An element that must be there, and may be declared empty. */
export const nillable = (name: string, text: string | number | null): string =>
  text === null ? `<cpf:${name} xsi:nil="true"/>` : element(name, text);

/** An element that is left out when there is nothing to say. */
export const optional = (name: string, text: string | null | undefined): string =>
  text === null || text === undefined || text === '' ? '' : element(name, text);

/** An element made of others. */
export const group = (name: string, ...children: readonly string[]): string =>
  `<cpf:${name}>${children.join('')}</cpf:${name}>`;
