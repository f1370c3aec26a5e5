import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage, CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { call } from '../../ipc/client.ts';
import { customersQuery } from '../../ipc/customer-queries.ts';
import { FormField } from '../../ui/form-field.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { openCustomer } from './customer-dialog-store.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { hoursText } from './hours-text.ts';
import { useAction } from './use-action.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const LIST_ID = 'merge-customers';
const MOST_LISTED = 6;
const optionId = (id: number): string => `${LIST_ID}-${id}`;

const mergePreviewQuery = (id: number, intoId: number) =>
  queryOptions({
    queryKey: ['customer', 'preview-merge', id, intoId],
    queryFn: () => call('customer:preview-merge', { id, intoId }),
    gcTime: 0,
    retry: false,
  });

/** What a merger would move. */
const MergePreview = ({
  id,
  into,
  name,
}: {
  readonly id: number;
  readonly into: CustomerRow;
  readonly name: string;
}) => {
  const intl = useIntl();
  const { data, error } = useQuery(mergePreviewQuery(id, into.id));
  if (error !== null) {
    return <FailureLine failure={error} />;
  }
  if (data === undefined) return <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p>;
  const { tickets, workMin, lots, intoName } = data;
  return (
    <div className="merge-preview" role="status" data-testid="merge-preview">
      <p>{intl.formatMessage({ id: 'customers.mergeText' }, { name, into: intoName })}</p>
      <ul>
        <li>{intl.formatMessage({ id: 'customers.mergeTickets' }, { count: tickets })}</li>
        <li>{intl.formatMessage({ id: 'customers.mergeWork' }, { hours: hoursText(intl, workMin) })}</li>
        <li>{intl.formatMessage({ id: 'customers.mergeLots' }, { count: lots })}</li>
        <li>{intl.formatMessage({ id: 'customers.mergeTier' }, { tier: into.tier.toUpperCase(), into: intoName })}</li>
      </ul>
    </div>
  );
};

/** Makes this customer part of another one, which it is a duplicate of. */
export const MergeDialog = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const { run, ...action } = useAction();
  const { id, name } = page.row;
  const [text, setText] = useState('');
  const [into, setInto] = useState<CustomerRow | null>(null);
  const [at, setAt] = useState(0);
  /** Enter came before the answer: its marked one is taken as soon as it is there. */
  const [isAwaited, setIsAwaited] = useState(false);
  const query = { ...customersQuery(text.trim(), null), placeholderData: keepPreviousData };
  const { data, isPlaceholderData } = useQuery(query);
  const { data: preview } = useQuery({ ...mergePreviewQuery(id, into?.id ?? 0), enabled: into !== null });
  const found = (data?.rows ?? []).filter((row) => row.id !== id).slice(0, MOST_LISTED);
  const isOpen = into === null && found.length > 0;
  const active = found[Math.min(at, found.length - 1)];
  const pick = (row: CustomerRow): void => {
    setIsAwaited(false);
    setInto(row);
    setText(row.name);
  };
  useEffect(() => {
    // The answer is what was waited for: there is no event of the user's to hang it on.
    // oxlint-disable-next-line react/set-state-in-effect
    if (isAwaited && !isPlaceholderData && active !== undefined) pick(active);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((at + step + found.length) % found.length);
    // The rows of an older search are nobody's choice.
    else if (event.key === 'Enter' && active !== undefined) {
      if (isPlaceholderData) setIsAwaited(true);
      else pick(active);
    } else return;
    event.preventDefault();
  };
  const submit = (): void => {
    if (into === null || preview === undefined) return;
    void run(
      async () => {
        const whole = await call('customer:merge', { id, intoId: into.id });
        openCustomer(whole.row.id, 'overview');
        return whole;
      },
      ({ row }) => intl.formatMessage({ id: 'customers.merged' }, { name, into: row.name }),
    );
  };
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'customers.mergeOf' }, { name })}
      submit={intl.formatMessage({ id: 'customers.mergeRun' })}
      onSubmit={submit}
      action={action}
      isDisabled={into === null || preview === undefined}
      testId="merge-form"
    >
      <FormField
        label={intl.formatMessage({ id: 'customers.mergeInto' })}
        note={intl.formatMessage({ id: 'customers.mergeNote' })}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={LIST_ID}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active !== undefined ? optionId(active.id) : undefined}
            value={text}
            maxLength={400}
            autoComplete="off"
            spellCheck={false}
            placeholder={intl.formatMessage({ id: 'create.customerHint' })}
            onChange={({ currentTarget: { value } }) => {
              setText(value);
              setInto(null);
              setAt(0);
              setIsAwaited(false);
            }}
            onKeyDown={onKeyDown}
            data-autofocus
            data-testid="merge-search"
          />
        )}
      </FormField>
      <div
        id={LIST_ID}
        className="merge-list"
        role="listbox"
        hidden={!isOpen}
        aria-label={intl.formatMessage({ id: 'customers.title' })}
      >
        {found.map((row) => (
          // The keys are those of the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={row.id}
            id={optionId(row.id)}
            role="option"
            tabIndex={-1}
            aria-selected={row.id === active?.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(row)}
            data-testid="merge-option"
          >
            <bdi>{row.name}</bdi>
            <span className="quiet">{intl.formatMessage({ id: 'palette.open' }, { count: row.openTickets })}</span>
            <TierBadge tier={row.tier} />
          </div>
        ))}
      </div>
      {into === null ? null : <MergePreview id={id} into={into} name={name} />}
    </DialogFrame>
  );
};
