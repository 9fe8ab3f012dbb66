import QRCode from 'qrcode';

/** A QR code as one SVG path, one unit a module, with no quiet zone. */
export interface QrDrawing {
  /** Modules on a side. */
  size: number;
  path: string;
}

/** Draws a text as a QR code (ISO/IEC 18004) at error correction level M, runs of modules joined. */
export function qrDrawing(text: string): QrDrawing {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size;) {
      let end = x;
      while (end < modules.size && modules.get(y, end)) end++;
      if (end > x) runs.push(`M${x} ${y}h${end - x}v1h${x - end}z`);
      x = Math.max(end, x + 1);
    }
  }
  return { size: modules.size, path: runs.join('') };
}
