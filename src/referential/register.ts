/** France compétences’ two registers, and what a certification’s number in one of them tells. */

const registers = {
  RS: { name: 'Répertoire spécifique', path: 'rs' },
  RNCP: { name: 'Répertoire national des certifications professionnelles', path: 'rncp' }
} as const;

export interface Registration {
  /** « RS6000 », « RNCP6000 » */
  code: string;
  kind: keyof typeof registers;
  /** The name of the register. */
  register: string;
  /** The public sheet of the certification at France compétences. */
  sheet: string;
}

/** The registration that a code names; null for a code that is no number of a register. */
export function registrationOf(code: string): Registration | null {
  const [, kind, number] = /^(RS|RNCP)(\d{1,6})$/.exec(code) ?? [];
  if (kind === undefined || number === undefined) return null;
  const { name, path } = registers[kind as keyof typeof registers];
  return {
    code,
    kind: kind as keyof typeof registers,
    register: name,
    sheet: `https://www.francecompetences.fr/recherche/${path}/${number}/`
  };
}

/** Words set side by side, where a code that is no number of a register is left out. */
export const besideCode = (code: string, ...words: string[]): string =>
  [...(registrationOf(code) ? [code] : []), ...words].join(' · ');
