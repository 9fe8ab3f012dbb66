import { largestCredential, type Found } from './carried.ts';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';

const opening = '<openbadges:credential';
const closing = '</openbadges:credential>';

/**
 * The credentials baked into an SVG: the standard's element, a JWT in `verify` or JSON inside. Every
 * search goes on from where the last one ended, so that time grows with the size of the file.
 */
export function svgCredentials(svg: string): Found {
  const texts: string[] = [];
  for (let at = svg.indexOf(opening); at >= 0; at = svg.indexOf(opening, at)) {
    const start = at + opening.length;
    const end = svg.indexOf('>', start);
    if (end < 0) return { texts, damaged: true };
    at = end + 1;
    // A longer name is another element.
    if (!/[\s/>]/.test(svg[start]!)) continue;
    const isEmpty = svg[end - 1] === '/';
    const close = isEmpty ? end : svg.indexOf(closing, at);
    if (close < 0) return { texts, damaged: true };
    const content = isEmpty ? '' : svg.slice(at, close);
    const attributes = svg.slice(start, end);
    if (attributes.length + content.length > largestBaked) return { texts, damaged: true };
    texts.push((verifyOf(attributes) ?? cdataOf(content) ?? plain(content)).trim());
    if (texts.length > mostBaked) return { texts, damaged: true };
    at = Math.max(at, close);
  }
  const whole = texts.every((text) => text !== '');
  return { texts: texts.filter((text) => text !== ''), damaged: !whole };
}

/** What is inside one element at most: a credential, each of its signs written as an entity. */
const largestBaked = 6 * largestCredential;

/** A picture carries one; a second is told from it, a hundred are not read. */
const mostBaked = 20;

/** The JWT of a `verify` attribute, if there is one. */
function verifyOf(attributes: string): string | undefined {
  const place = attributes.search(/\sverify\s{0,9}=/);
  if (place < 0) return undefined;
  const value = attributes.slice(attributes.indexOf('=', place) + 1).trimStart();
  const [quote] = value;
  const end = quote === '"' || quote === "'" ? value.indexOf(quote, 1) : -1;
  return end < 0 ? undefined : value.slice(1, end);
}

/** The content of one CDATA section; undefined when there is none. */
function cdataOf(content: string): string | undefined {
  const trimmed = content.trim();
  return trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>')
    ? trimmed.slice('<![CDATA['.length, -']]>'.length)
    : undefined;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const plain = (content: string): string =>
  content.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');

/** The picture with a credential baked into it, directly after its opening tag. */
export function bakeSvg(picture: string, credential: string): string {
  // In JSON this escape is the same sign, and CDATA does not end before its time.
  const content = credential.replaceAll(']]>', ']]\\u003e');
  const element = `<openbadges:credential><![CDATA[${content}]]></openbadges:credential>`;
  return picture.replace(
    /<svg\b([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} xmlns:openbadges="${namespace}">${element}`
  );
}
