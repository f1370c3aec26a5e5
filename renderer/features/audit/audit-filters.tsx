import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import { auditKindsQuery } from './audit-queries.ts';
import { kindName } from './audit-words.ts';
import { MomentField } from './moment-field.tsx';

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

const UNDONE = ['', 'true', 'false'] as const;

type Props = { readonly filter: AuditFilter; readonly onChange: (change: Partial<AuditFilter>) => void };

/** What of the log is listed: by whom, of which ticket, of which kind, recorded on which days, undone or not. */
export const AuditFilters = ({ filter, onChange }: Props) => {
  const intl = useIntl();
  const { data: kinds = [] } = useQuery(auditKindsQuery);
  const word = (id: string): string => intl.formatMessage({ id });
  const { actor, ticket, kind, isVoided } = filter;
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
        {(id) => <MomentField id={id} edge="from" onChange={(atMs) => onChange({ fromMs: atMs })} />}
      </Field>
      <Field name={word('audit.to')}>
        {(id) => <MomentField id={id} edge="to" onChange={(atMs) => onChange({ toMs: atMs })} />}
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
