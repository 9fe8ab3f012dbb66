/** A subject ready to be read on a page: its Markdown as HTML, without any of its own HTML. */
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import type { SubjectDocument } from './documents.ts';
import type { CandidateView, MarkingNote, RoleSheet, Subject } from './model.ts';

/** Markdown as HTML. HTML in the source is shown as text, and links to scripts are dropped. */
export const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });

export type ReadDocument =
  | { id: string; title: string; kind: 'text'; html: string }
  | (Extract<SubjectDocument, { kind: 'catalogue' }> & { html: string })
  | {
      id: string;
      title: string;
      kind: 'reviews';
      network: string;
      reviews: { id: string; author: string; postedOn: string; rating: number; html: string }[];
    };

/** What the candidate's page shows of a subject. */
export interface ReadSubject {
  assessment: CandidateView['assessment'];
  title: string;
  house: string;
  instructions: string;
  parts: { title: string; html: string }[];
  documents: ReadDocument[];
  mail: { from: Address; to: Address } | null;
  /** The two reviews that are answered (EC3), by id. */
  replyTo: string[];
}

interface Address {
  name: string;
  address: string;
}

export function readable(view: CandidateView): ReadSubject {
  const { candidate } = view;
  return {
    assessment: view.assessment,
    title: view.title,
    house: view.house,
    instructions: html(view.writtenChannel ?? candidate.instructions),
    parts:
      'parts' in candidate
        ? candidate.parts.map(({ title, instructions }) => ({ title, html: html(instructions) }))
        : [],
    documents: candidate.documents.map(readDocument),
    mail: 'mail' in candidate ? candidate.mail : null,
    replyTo: 'replyTo' in candidate ? candidate.replyTo : []
  };
}

/** What the jury alone reads of a subject, ready for a page. */
export interface JuryPart {
  scenario: string;
  questions: readonly string[];
  roleSheet: RoleSheet | null;
  story: string;
  complaint: string;
  notes: readonly MarkingNote[];
  keywords: readonly string[];
}

/** @param written the candidate was granted the written channel of MS2: its scenario and notes are in force */
export function juryPart(subject: Subject, written = false): JuryPart {
  const { juror, panel } = subject;
  const channel = written ? writtenChannel(subject) : null;
  const roleSheet = 'roleSheet' in juror ? juror.roleSheet : null;
  return {
    scenario: channel?.juror ?? html(juror.scenario),
    questions: 'questions' in juror ? juror.questions : [],
    roleSheet,
    story: roleSheet ? html(roleSheet.identity.story) : '',
    complaint:
      'roleSheet' in juror && 'complaint' in juror.roleSheet ? html(juror.roleSheet.complaint) : '',
    notes: [...panel.notes, ...(channel?.notes ?? [])],
    keywords: 'keywords' in panel ? (panel.keywords ?? []) : []
  };
}

/** The written channel of MS2, ready for a page; null elsewhere. */
export const writtenChannel = (subject: Subject) =>
  subject.assessment === 'MS2'
    ? {
        candidate: html(subject.writtenChannel.candidate),
        juror: html(subject.writtenChannel.juror),
        notes: subject.writtenChannel.notes
      }
    : null;

export function readDocument(document: SubjectDocument): ReadDocument {
  const { id, title } = document;
  switch (document.kind) {
    case 'reviews':
      return {
        id,
        title,
        kind: 'reviews',
        network: document.network,
        reviews: document.reviews.map(({ id: review, author, postedOn, rating, text }) => ({
          id: review,
          author,
          postedOn,
          rating,
          html: html(text)
        }))
      };
    case 'catalogue':
      return { ...document, html: html(document.introduction ?? '') };
    default:
      return { id, title, kind: 'text', html: html(document.body) };
  }
}
