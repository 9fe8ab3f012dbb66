import { frenchSpaces } from '#platform/typography.ts';

const rules: { pattern: RegExp; sentence: string }[] = [
  { pattern: /['´`]/, sentence: 'apostrophe droite\u00a0: écrivez ’' },
  // “ ” are right for a quotation inside « ».
  { pattern: /"/, sentence: 'guillemets droits\u00a0: écrivez «\u00a0»' },
  { pattern: /\.\.\./, sentence: 'trois points séparés\u00a0: écrivez …' },
  { pattern: /[\p{L}\p{N})»…][;!?]/u, sentence: 'il manque une espace fine avant ; ! ou ?' },
  { pattern: /[\p{L})»…]:(?!\/\/)/u, sentence: 'il manque une espace insécable avant :' },
  { pattern: /\d (?:[€%]|h(?!\p{L}))/u, sentence: 'espace ordinaire entre un nombre et son unité' },
  { pattern: /\d \d{3}(?!\d)/, sentence: 'espace ordinaire dans un nombre' },
  { pattern: /\bh \d\d\b/, sentence: 'espace ordinaire dans une heure' },
  {
    pattern: /(?:^|[\s(«\u00a0])(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Me|n°) \p{Lu}/u,
    sentence: 'espace ordinaire après une civilité'
  },
  { pattern: /\S {2,}\S/, sentence: 'espaces doubles' }
];

/**
 * What French typography would correct in a text, one sentence each with the words around it.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export function typographyFaults(text: string): string[] {
  const faults = rules.flatMap(({ pattern, sentence }) => {
    const found = pattern.exec(text);
    return found ? [`${sentence} (${excerpt(text, found.index)})`] : [];
  });
  const spaced = frenchSpaces(text);
  if (spaced !== text) {
    const place = [...text].findIndex((letter, index) => letter !== [...spaced][index]);
    faults.push(
      `espace à rendre insécable avant : ; ! ? » ou après « (${excerpt(text, Math.max(place, 0))})`
    );
  }
  return faults;
}

const excerpt = (text: string, place: number) =>
  `…${text.slice(Math.max(0, place - 20), place + 20).replace(/\n/g, ' ')}…`;

/** Every text of a value, with the path that leads to it, e.g. `candidate.documents[0].title`. */
export function* textsOf(value: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, member] of value.entries()) yield* textsOf(member, `${path}[${index}]`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value))
      yield* textsOf(member, path ? `${path}.${key}` : key);
}
