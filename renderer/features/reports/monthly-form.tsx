import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { monthAt, type Month } from '../../../shared/expertise/month.ts';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { SaveOutcome, type Outcome } from './save-outcome.tsx';

export type Chosen = {
  readonly month: Month;
  readonly customerIds: readonly number[];
  /** The one whose pages are shown. */
  readonly shownId: number | null;
  /** Null: the customer's own. */
  readonly language: Language | null;
};

type Customer = { readonly id: number; readonly name: string };

type Props = {
  readonly chosen: Chosen;
  readonly rows: readonly Customer[];
  /** Why there is no list of customers; null where there is one. */
  readonly unread: ReactNode;
  readonly language: Language;
  readonly pageCount: number | null;
  readonly outcome: Outcome;
  readonly isRunning: boolean;
  readonly onChange: (change: Partial<Chosen>) => void;
  readonly onSave: (ids: readonly number[]) => void;
};

const MONTHS = 36;

/** Up and down go from customer to customer. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('.rep-customers')?.querySelectorAll('input') ?? [])];
  const at = fields.findIndex((field) => field === event.currentTarget);
  fields[Math.max(0, Math.min(fields.length - 1, at + step))]?.focus();
};

const CustomerList = ({ chosen, rows, unread, onChange }: Pick<Props, 'chosen' | 'rows' | 'unread' | 'onChange'>) => {
  const intl = useIntl();
  const [text, setText] = useState('');
  const wanted = foldText(text.trim());
  const shown = rows.filter(({ name }) => foldText(name).includes(wanted));
  const { customerIds } = chosen;
  const toggle = (id: number): void => {
    const isOn = !customerIds.includes(id);
    const next = isOn ? [...customerIds, id] : customerIds.filter((other) => other !== id);
    onChange({ customerIds: next, shownId: isOn ? id : (next.at(-1) ?? null), language: null });
  };
  const find = intl.formatMessage({ id: 'reports.monthly.find' });
  return (
    <fieldset className="rep-customers">
      <legend className="form-label">
        {intl.formatMessage({ id: 'reports.monthly.customers' }, { count: customerIds.length })}
      </legend>
      <input
        className="input"
        type="text"
        value={text}
        placeholder={find}
        aria-label={find}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={moveFocus}
        data-autofocus
        data-testid="monthly-find"
      />
      <div className="rep-customer-list">
        {shown.map(({ id, name }) => (
          <label className="option" key={id} data-shown={id === chosen.shownId || undefined}>
            <input
              type="checkbox"
              checked={customerIds.includes(id)}
              onChange={() => toggle(id)}
              onKeyDown={moveFocus}
            />
            <bdi>{name}</bdi>
          </label>
        ))}
        {unread}
        {unread === null && shown.length === 0 ? (
          <p className="no-option">
            {intl.formatMessage({ id: rows.length === 0 ? 'expertise.noCustomers' : 'filter.noOption' })}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
};

/** Whose report, of which month, in which language, and where it goes. */
export const MonthlyForm = (props: Props) => {
  const { chosen, rows, unread, language, pageCount, outcome, isRunning, onChange, onSave } = props;
  const intl = useIntl();
  const zone = useLedgerZone();
  const now = monthAt(zone, getRealNowMs());
  const months = Array.from({ length: MONTHS }, (_, i) => now - i);
  const { customerIds, shownId } = chosen;
  const pressed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What is disabled loses the focus.
    if (!isRunning && document.activeElement === document.body) pressed.current?.focus();
  }, [isRunning]);
  const name = (month: Month): string =>
    intl.formatDate(Date.UTC(Math.floor(month / 12), month % 12, 1), {
      ...{ timeZone: 'UTC', month: 'long', year: 'numeric' },
    });
  return (
    <div className="rep-print-form">
      {/* While files are saved one after the other, whose they are stays as it was. */}
      <fieldset className="rep-fields" disabled={isRunning}>
        <FormField label={intl.formatMessage({ id: 'reports.monthly.month' })}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={chosen.month}
              onChange={({ currentTarget }) => onChange({ month: Number(currentTarget.value) })}
              data-testid="monthly-month"
            >
              {months.map((month) => (
                <option value={month} key={month}>
                  {name(month)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <CustomerList {...{ chosen, rows, unread, onChange }} />
        {customerIds.length > 1 ? (
          <FormField label={intl.formatMessage({ id: 'reports.monthly.shown' })}>
            {(ids) => (
              <select
                {...ids}
                className="input"
                value={shownId ?? ''}
                onChange={({ currentTarget }) => onChange({ shownId: Number(currentTarget.value), language: null })}
                data-testid="monthly-shown"
              >
                {rows
                  .filter(({ id }) => customerIds.includes(id))
                  .map(({ id, name: customer }) => (
                    <option value={id} key={id}>
                      {customer}
                    </option>
                  ))}
              </select>
            )}
          </FormField>
        ) : null}
        <ChoiceRow
          label={intl.formatMessage({ id: 'reports.monthly.language' })}
          value={language}
          choices={LANGUAGES.map((value) => ({
            ...{ value, label: intl.formatMessage({ id: `statement.language.${value}` }) },
          }))}
          onChange={(next) => onChange({ language: next })}
          testId="monthly-language"
        />
      </fieldset>
      <div className="rep-print-save">
        <Button
          disabled={pageCount === null || shownId === null || isRunning}
          onClick={({ currentTarget }) => {
            pressed.current = currentTarget;
            if (shownId !== null) onSave([shownId]);
          }}
          data-testid="monthly-pdf"
        >
          {intl.formatMessage({ id: 'statement.savePdf' })}
        </Button>
        {customerIds.length > 1 ? (
          <Button
            variant="default"
            disabled={isRunning}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget;
              onSave(rows.filter(({ id }) => customerIds.includes(id)).map(({ id }) => id));
            }}
            data-testid="monthly-all"
          >
            {intl.formatMessage({ id: 'reports.monthly.all' }, { count: customerIds.length })}
          </Button>
        ) : null}
        <span className="quiet">
          {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
        </span>
      </div>
      <SaveOutcome outcome={outcome} />
    </div>
  );
};
