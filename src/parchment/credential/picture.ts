import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#platform/root.ts';
import { bakePng } from './png.ts';
import { bakeSvg } from './svg.ts';

export type PictureKind = 'png' | 'svg';

const picture = (kind: PictureKind) => readFileSync(join(packageRoot, 'static', `badge.${kind}`));

/** The badge, the same for every holder, with one holder's credential baked into it. */
export const bakedPicture = (kind: PictureKind, credential: string): Uint8Array | string =>
  kind === 'png'
    ? bakePng(picture('png'), credential)
    : bakeSvg(picture('svg').toString('utf8'), credential);
