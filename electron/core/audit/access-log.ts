import { foldPeople, personChanges } from '../../../shared/access/person.ts';
import type { AuditChange, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { toPersonEvent, type AccessRecord, type AccessRepo } from '../access/access-repo.ts';
import type { AuditLog } from './audit-log.ts';

/** A value as the audit tells it: working hours are told as their days. */
const toFact = (value: unknown): AuditChange['before'] => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value);
};

/** An event of access as a row of the audit; `people` are all events of people. */
const accessRow = (record: AccessRecord, people: readonly AccessRecord[]): AuditRow => {
  const { seq, personId, kind, payload, actor, workstation, atMs } = record;
  const row = {
    ...{
      seq,
      atMs,
      recordedAtMs: atMs,
      actor,
      workstation,
      kind,
      ticket: null,
      customer: '',
      voidedBy: null,
      handover: null,
      request: null,
    },
    payload: JSON.parse(payload) as AuditRow['payload'],
  };
  if (personId === null) return { ...row, person: '', changes: [] };
  const before = foldPeople(people.filter((one) => one.seq < seq).map(toPersonEvent)).get(personId);
  const event = toPersonEvent(record);
  const name = before?.name ?? (event.kind === 'personAdded' ? event.facts.name : '');
  return {
    ...{ ...row, person: name },
    changes: personChanges(before, event).map((change) => ({
      ...{ fact: `person.${change.fact}`, before: toFact(change.before), after: toFact(change.after) },
    })),
  };
};

/** The log of people and of the lead's passphrase as the audit shows it. It is of no ticket, and nothing undoes it. */
export const createAccessLog = (access: AccessRepo): AuditLog => ({
  page: (filter, before, limit) => {
    if (filter.ticket !== '' || filter.isVoided === true) return [];
    const found = access.page(filter, before, limit);
    const people = found.length === 0 ? [] : access.ofPeople();
    return found.map((record) => ({
      // After the event that was the last one then.
      ...{ seq: record.seq, recordedAtMs: record.atMs, rank: record.afterSeq + 0.5 },
      toRow: () => accessRow(record, people),
    }));
  },
  kinds: access.kinds,
});
