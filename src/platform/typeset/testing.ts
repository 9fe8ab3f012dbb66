import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';

/** Any sequence of code points, lone surrogates and unassigned ones included. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

/** What a reader finds in a PDF; for tests. */
export interface ReadPdf {
  pages: number;
  /** The text that assistive technology reads: ornaments and page furniture left out. */
  text: string;
  title: string | undefined;
  language: string | undefined;
  tagged: boolean;
  /** Entries of the XMP packet that name a standard: `pdfaid:part`, `pdfuaid:part`… */
  standards: Record<string, string>;
  fonts: { name: string; embedded: boolean }[];
  /** Roles in the structure tree, each once. */
  roles: Set<string>;
  /** Alternative texts of figures. */
  alternatives: string[];
  attachments: { name: string; bytes: Uint8Array }[];
}

interface Font {
  name: string;
  missingFile: boolean;
}

interface StructureNode {
  role?: string;
  alt?: string;
  children?: StructureNode[];
}

/** Reads a PDF with a library that had no part in making it (pdf.js). */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { info, metadata } = await document.getMetadata();
  const about = info as { Title?: string; Language?: string };
  const attachments: ReadPdf['attachments'] = [];
  for (const [key, { filename }] of ((await document.getAttachments()) ?? []) as Iterable<
    [string, { filename: string }]
  >)
    attachments.push({
      name: filename,
      bytes: (await document.getAttachmentContent(key)) as Uint8Array
    });
  const fonts = new Map<string, Font>();
  const nodes: StructureNode[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    text += heard((await page.getTextContent({ includeMarkedContent: true })).items);
    await page.getOperatorList();
    for (const [, value] of page.commonObjs as Iterable<[string, Font | null]>)
      if (value?.name !== undefined && 'missingFile' in value) fonts.set(value.name, value);
    nodes.push(...flatten((await page.getStructTree()) as StructureNode | null));
  }
  return {
    pages: document.numPages,
    text,
    title: about.Title,
    language: about.Language,
    tagged: (await document.getMarkInfo())?.Marked === true,
    standards: Object.fromEntries(
      [...(metadata as Iterable<[string, string]>)].filter(([key]) => /^pdf(a|ua)id:/.test(key))
    ),
    fonts: [...fonts.values()].map(({ name, missingFile }) => ({ name, embedded: !missingFile })),
    roles: new Set(nodes.flatMap(({ role }) => role ?? [])),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    attachments
  };
}

interface TextItem {
  type?: string;
  tag?: string;
  str?: string;
  hasEOL?: boolean;
}

/** Joins text runs outside artifacts. */
function heard(items: readonly TextItem[]): string {
  const open: boolean[] = [];
  let text = '';
  for (const item of items) {
    if (item.type?.startsWith('begin')) open.push(item.tag === 'Artifact');
    else if (item.type?.startsWith('end')) open.pop();
    else if (!open.includes(true)) text += (item.str ?? '') + (item.hasEOL ? '\n' : '');
  }
  return `${text}\n`;
}

function flatten(node: StructureNode | null): StructureNode[] {
  return node ? [node, ...(node.children ?? []).flatMap(flatten)] : [];
}
