import { crc32 } from 'node:zlib';
import { utf8, type Found } from './carried.ts';

/** Keyword of the chunk (Open Badges 3.0, section 5.3.1). */
const keyword = 'openbadgecredential';

/** Length of the signature of a PNG, and of a chunk besides its data. */
const [signature, frame] = [8, 12];

/** The credentials baked into a PNG: uncompressed iTXt chunks of the standard's keyword. */
export function pngCredentials(bytes: Uint8Array): Found {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  let damaged = false;
  for (let at = signature; at + frame <= png.length;) {
    const length = png.readUInt32BE(at);
    const end = at + frame + length;
    if (end > png.length) break;
    const typed = png.subarray(at + 4, end - 4);
    if (typed.toString('latin1', 0, 4 + keyword.length + 1) === `iTXt${keyword}\0`) {
      const text = crc32(typed) === png.readUInt32BE(end - 4) ? textOf(typed.subarray(4)) : null;
      if (text === null) damaged = true;
      else texts.push(text.trim());
    }
    at = end;
  }
  return { texts, damaged };
}

/** keyword, NUL, compression flag, method, language, NUL, translated keyword, NUL, text (PNG, 11.3.3.4). */
function textOf(data: Buffer): string | null {
  const compressed = data[keyword.length + 1] !== 0;
  const language = data.indexOf(0, keyword.length + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return compressed || translated < 0 ? null : utf8(data.subarray(translated + 1));
}

/** The picture with a credential baked into it, just before its end. */
export function bakePng(picture: Uint8Array, credential: string): Buffer {
  const png = Buffer.from(picture);
  const typed = Buffer.concat([
    Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1'),
    Buffer.from(credential)
  ]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(typed.length - 4);
  sum.writeUInt32BE(crc32(typed));
  const end = png.length - frame;
  return Buffer.concat([png.subarray(0, end), length, typed, sum, png.subarray(end)]);
}
