/** How a written answer came to be: its history, and what can be read from it. Pure. */
export * from './edits.ts';
export {
  documentTexts,
  noMaterial,
  type GivenAnswer,
  type GivenDocument,
  type Material
} from './material.ts';
export { provenance } from './provenance.ts';
export { sharesOf, spanOrigins, type Shares, type Span, type SpanOrigin } from './spans.ts';
export { timeline, type Frame, type Happening } from './timeline.ts';
export { evidenceOf } from './evidence/evidence.ts';
export { evidenceKinds, type EvidenceKind, type Finding } from './evidence/finding.ts';
export type { Speller } from './evidence/spelling.ts';
