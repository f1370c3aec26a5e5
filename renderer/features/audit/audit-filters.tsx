import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { auditKindsQuery } from './audit-queries.ts';
import { kindName } from './audit-words.ts';

type FieldProps = { readonly name: string; readonly children: (id: string) => ReactNode };

const Field = ({ name, children }: FieldProps) => {
  const id = useId();
  return (
    <span className="audit-field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </span>
  );
};

/** The local day of an instant as a date field has it; empty for none. */
const toDay = (zone: Zone, ms: InstantMs | null): string =>
  ms === null ? '' : new Date(ms + offsetAt(zone, ms)).toISOString().slice(0, 10);

/** The midnight that a day begins with, `days` later; null where no day is named. */
const toMidnight = (zone: Zone, day: string, days: number): InstantMs | null => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? null : localToInstant(zone, ms + days * DAY_MS);
};

const UNDONE = ['', 'true', 'false'] as const;

type Props = { readonly filter: AuditFilter; readonly onChange: (change: Partial<AuditFilter>) => void };

/** What of the log is listed: by whom, of which ticket, of which kind, recorded on which days, undone or not. */
export const AuditFilters = ({ filter, onChange }: Props) => {
  const intl = useIntl();
  const zone = useZone();
  const { data: kinds = [] } = useQuery(auditKindsQuery);
  const word = (id: string): string => intl.formatMessage({ id });
  const { actor, ticket, kind, fromMs, toMs, isVoided } = filter;
  return (
    <search className="audit-filters">
      <Field name={word('audit.actor')}>
        {(id) => (
          <input
            id={id}
            value={actor}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => onChange({ actor: value })}
            data-testid="audit-actor"
          />
        )}
      </Field>
      <Field name={word('audit.ticket')}>
        {(id) => (
          <input
            id={id}
            value={ticket}
            maxLength={200}
            onChange={({ currentTarget: { value } }) => onChange({ ticket: value })}
            data-testid="audit-ticket"
          />
        )}
      </Field>
      <Field name={word('audit.kind')}>
        {(id) => (
          <select
            id={id}
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ kind: value === '' ? null : value })}
            data-testid="audit-kind"
          >
            <option value="">{word('audit.all')}</option>
            {kinds
              .map((one) => ({ one, name: kindName(intl, one) }))
              .sort((a, b) => a.name.localeCompare(b.name))
              .map(({ one, name }) => (
                <option value={one} key={one}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field name={word('audit.from')}>
        {(id) => (
          <input
            id={id}
            type="date"
            value={toDay(zone, fromMs)}
            onChange={({ currentTarget: { value } }) => onChange({ fromMs: toMidnight(zone, value, 0) })}
          />
        )}
      </Field>
      <Field name={word('audit.to')}>
        {(id) => (
          <input
            id={id}
            type="date"
            value={toDay(zone, toMs === null ? null : toMs - 1)}
            onChange={({ currentTarget: { value } }) => onChange({ toMs: toMidnight(zone, value, 1) })}
          />
        )}
      </Field>
      <Field name={word('audit.undone')}>
        {(id) => (
          <select
            id={id}
            value={String(isVoided ?? '')}
            onChange={({ currentTarget: { value } }) => onChange({ isVoided: value === '' ? null : value === 'true' })}
            data-testid="audit-undone"
          >
            {UNDONE.map((value) => (
              <option value={value} key={value}>
                {word(`audit.undone.${value === '' ? 'all' : value === 'true' ? 'only' : 'none'}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
};
