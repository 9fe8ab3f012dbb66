import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { characterMap } from './cmap.ts';

/**
 * The faces that documents are set in, all under the SIL Open Font Licence, read from the
 * installed packages (found from the sources as from the bundled server: both lie under the
 * project, beside node_modules).
 *
 * - EB Garamond (display) and Inter (text): Latin with Vietnamese and all of Europe's accents,
 *   Greek, Cyrillic. EB Garamond alone has true small capitals.
 * - Amiri: Arabic, Persian, Urdu. Unlike other faces it does not set dots apart from their letters,
 *   so that a name can be copied out of the PDF.
 * - ZCOOL XiaoWei: simplified Chinese (GB 2312, some 6 700 characters).
 */
const families: Record<string, { package: string; file: string; styles: string[] }> = {
  'EB Garamond': {
    package: '@expo-google-fonts/eb-garamond',
    file: 'EBGaramond',
    styles: ['400Regular', '400Regular_Italic', '500Medium']
  },
  Inter: {
    package: '@expo-google-fonts/inter',
    file: 'Inter',
    styles: ['400Regular', '500Medium', '600SemiBold']
  },
  Amiri: {
    package: '@expo-google-fonts/amiri',
    file: 'Amiri',
    styles: ['400Regular', '700Bold']
  },
  'ZCOOL XiaoWei': {
    package: '@expo-google-fonts/zcool-xiaowei',
    file: 'ZCOOLXiaoWei',
    styles: ['400Regular']
  }
};

/** The TTF files, and whether some family has a given code point in every one of its styles. */
export interface Faces {
  files: Buffer[];
  covers(codePoint: number): boolean;
}

let loaded: Faces | undefined;

/** Reads the faces at first use, once a process (about 5 MB). */
export function faces(): Faces {
  loaded ??= load();
  return loaded;
}

function load(): Faces {
  const { resolve } = createRequire(import.meta.url);
  const byFamily = Object.values(families).map(({ package: name, file, styles }) =>
    styles.map((style) =>
      readFileSync(join(dirname(resolve(`${name}/package.json`)), style, `${file}_${style}.ttf`))
    )
  );
  const maps = byFamily.map((files) => files.map(characterMap));
  return {
    files: byFamily.flat(),
    covers: (codePoint) => maps.some((styles) => styles.every((has) => has(codePoint)))
  };
}
