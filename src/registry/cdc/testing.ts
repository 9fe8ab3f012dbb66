import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const schema = readFileSync(new URL('cdc.xsd', import.meta.url), 'utf8');

/** What libxml2 finds wrong with a file, by our schema; nothing when it is valid. */
export async function faultsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'flux.xml', contents: xml }],
    schema: [{ fileName: 'cdc.xsd', contents: schema }],
    initialMemoryPages: 2048,
    maxMemoryPages: 32_768
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** All the pieces of a file together. */
export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
