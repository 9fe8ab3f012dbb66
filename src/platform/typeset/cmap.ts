/**
 * Reads which characters a TrueType font has, from its `cmap` table, formats 4 and 12 (those of
 * every font of today). Source: OpenType 1.9, « cmap — Character to Glyph Index Mapping ».
 * @returns whether the font maps a code point to a glyph
 * @throws if the file has no Unicode character map in one of these formats
 */
export function characterMap(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, 'cmap');
  const offsets = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
  );
  const full = offsets.find((offset) => font.readUInt16BE(offset) === 12);
  if (full !== undefined) return withRanges(readGroups(font, full));
  const basic = offsets.find((offset) => font.readUInt16BE(offset) === 4);
  if (basic !== undefined) return withRanges(readSegments(font, basic));
  throw new Error('This font has no Unicode character map of format 4 or 12.');
}

/** First and last code point, both included. */
type Range = readonly [first: number, last: number];

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`This font has no table « ${tag} ».`);
}

/** Format 12: groups of consecutive characters. */
function readGroups(font: Buffer, offset: number): Range[] {
  return Array.from({ length: font.readUInt32BE(offset + 12) }, (_, index) => {
    const group = offset + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Format 4: segments of the basic plane, where single characters may still map to no glyph. */
function readSegments(font: Buffer, offset: number): Range[] {
  const doubled = font.readUInt16BE(offset + 6);
  const ends = offset + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const rangeOffsets = deltas + doubled;
  const ranges: Range[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const first = font.readUInt16BE(starts + at);
    const last = font.readUInt16BE(ends + at);
    const rangeOffset = font.readUInt16BE(rangeOffsets + at);
    if (first === 0xffff) continue;
    if (rangeOffset === 0) {
      ranges.push([first, last]);
      continue;
    }
    for (let code = first; code <= last; code++) {
      const glyph = font.readUInt16BE(rangeOffsets + at + rangeOffset + 2 * (code - first));
      if (glyph !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

function withRanges(ranges: Range[]): (codePoint: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  return (codePoint) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = sorted[middle]!;
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}
