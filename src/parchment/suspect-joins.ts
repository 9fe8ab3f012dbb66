/**
 * Dossiers that an enrolment may have joined to somebody else's. Until enrolling asked who a person is,
 * the same names, birth date and sex were taken for the same person, and the dossier that was known took
 * the birth place and the address of the newcomer. The ledger has every such change.
 */
import { sql } from 'drizzle-orm';
import { rows, type Database } from '#platform/database.ts';

/** One change of a dossier that may have been another person. */
export interface SuspectJoin {
  /** When it was changed. */
  at: Date;
  candidateId: string;
  /** Who the dossier says it is now; null once it was erased. */
  name: string | null;
  /** The session whose enrolment, or whose page, changed it. */
  sessionTitle: string | null;
  /** What changed: address, birth place. */
  fields: string[];
  /** Whether an enrolment made the change, and not somebody on the dossier's page. */
  byEnrolment: boolean;
  /** Whether a certificate had been issued to the dossier before. */
  held: boolean;
  /** Who did it: a user id. */
  actor: string;
}

/** Changes of an address or a birth place, worst first: by an enrolment, of a dossier that held a certificate. */
export async function suspectJoins(db: Database): Promise<SuspectJoin[]> {
  const found = await rows<Omit<SuspectJoin, 'at'> & { at: string | Date }>(
    db,
    sql`
      select changed.at, changed.subject as "candidateId", changed.actor,
        case when c.erased_at is null then c.first_names || ' ' || coalesce(c.usage_name, c.birth_name) end as name,
        s.title as "sessionTitle",
        array(select jsonb_array_elements_text(changed.payload->'fields')) as fields,
        exists (
          select 1 from ledger_entry e
          where e.action in ('enrolment.enrol', 'enrolment.return')
            and e.payload->>'candidate' = changed.subject
            and e.payload->>'session' = changed.payload->>'session'
            and e.at = changed.at
        ) as "byEnrolment",
        exists (
          select 1 from enrolment n join certificate p on p.enrolment_id = n.id
          where n.candidate_id = changed.subject and p.issued_at < changed.at
        ) as held
      from ledger_entry changed
      left join candidate c on c.id = changed.subject
      left join certification_session s on s.id = changed.payload->>'session'
      where changed.action = 'candidate.correct'
        and jsonb_exists_any(
          changed.payload->'fields',
          array['email', 'birthPlace', 'birthInseeCode', 'birthCountry', 'birthCountryCode']
        )
      order by 7 desc, 8 desc, changed.at
    `
  );
  return found.map((each) => ({ ...each, at: new Date(each.at) }));
}
