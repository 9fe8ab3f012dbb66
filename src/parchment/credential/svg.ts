import type { Found } from './carried.ts';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';

/** The credentials baked into an SVG: the standard's element, a JWT in `verify` or JSON inside. */
export function svgCredentials(svg: string): Found {
  const elements = svg.matchAll(
    /<openbadges:credential\b([^>]*?)(?:\/>|>([\s\S]*?)<\/openbadges:credential>)/g
  );
  const texts: string[] = [];
  for (const [, attributes = '', content = ''] of elements) {
    const jwt = /\bverify\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(content)?.[1];
    texts.push((jwt ?? cdata ?? plain(content)).trim());
  }
  const whole = texts.every((text) => text !== '');
  return { texts: texts.filter((text) => text !== ''), damaged: !whole };
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
