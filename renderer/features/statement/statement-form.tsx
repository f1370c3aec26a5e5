import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { monthName, type Month } from '../../../shared/expertise/month.ts';
import { statementCsv } from '../../../shared/expertise/statement-csv.ts';
import { movePeriod, type Period } from '../../../shared/expertise/statement-order.ts';
import type { StatementSheet } from '../../../shared/expertise/statement-sheet.ts';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import { saveCsv, savePages } from '../../ipc/save-file.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

export type Chosen = { readonly period: Period; readonly language: Language; readonly hasNotes: boolean };

type Outcome = { readonly file: string } | { readonly failure: unknown } | null;

type MonthFieldProps = {
  readonly edge: 'from' | 'to';
  readonly value: Month;
  readonly months: readonly Month[];
  readonly onChange: (month: Month) => void;
};

const MonthField = ({ edge, value, months, onChange }: MonthFieldProps) => {
  const intl = useIntl();
  const name = (month: Month): string =>
    intl.formatDate(Date.UTC(Math.floor(month / 12), month % 12, 1), {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    });
  return (
    <FormField label={intl.formatMessage({ id: `statement.${edge}` })}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          data-autofocus={edge === 'from' || undefined}
          onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
          data-testid={`statement-${edge}`}
        >
          {months.toReversed().map((month) => (
            <option value={month} key={month}>
              {name(month)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
};

type Props = {
  readonly chosen: Chosen;
  readonly months: readonly Month[];
  readonly sheet: StatementSheet;
  /** Null until the sheets are cut. */
  readonly pageCount: number | null;
  readonly onChange: (change: Partial<Chosen>) => void;
};

/** What the statement is of, in which language, and where it goes. */
export const StatementForm = ({ chosen, months, sheet, pageCount, onChange }: Props) => {
  const intl = useIntl();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const { period, language, hasNotes } = chosen;
  const name = [sheet.title, sheet.customer, monthName(period.fromMonth), monthName(period.toMonth)];
  const fileName = [...new Set(name)].join(' ').slice(0, 200);
  const save = async (write: () => Promise<string | null>): Promise<void> => {
    try {
      const file = await write();
      setOutcome(file === null ? null : { file });
    } catch (failure) {
      setOutcome({ failure });
    }
  };
  return (
    <div className="statement-form">
      <div className="statement-months">
        <MonthField
          edge="from"
          value={period.fromMonth}
          months={months}
          onChange={(fromMonth) => onChange({ period: movePeriod(period, { fromMonth }) })}
        />
        <MonthField
          edge="to"
          value={period.toMonth}
          months={months}
          onChange={(toMonth) => onChange({ period: movePeriod(period, { toMonth }) })}
        />
      </div>
      <ChoiceRow
        label={word('statement.language')}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: word(`statement.language.${value}`) }))}
        onChange={(next) => onChange({ language: next })}
        testId="statement-language"
      />
      <div>
        <label className="check">
          <input
            type="checkbox"
            checked={hasNotes}
            aria-describedby="statement-notes-told"
            onChange={({ currentTarget: { checked } }) => onChange({ hasNotes: checked })}
            data-testid="statement-notes"
          />
          <span>{word('statement.withNotes')}</span>
        </label>
        <p className="form-told" id="statement-notes-told">
          {word('statement.withNotesNote')}
        </p>
      </div>
      <div className="statement-save">
        <Button
          disabled={pageCount === null}
          onClick={() => void save(() => savePages(fileName))}
          data-testid="statement-pdf"
        >
          {word('statement.savePdf')}
        </Button>
        <Button
          variant="default"
          onClick={() => void save(() => saveCsv(fileName, statementCsv(sheet)))}
          data-testid="statement-csv"
        >
          {word('statement.saveCsv')}
        </Button>
        <span className="quiet">
          {pageCount === null ? null : intl.formatMessage({ id: 'statement.pages' }, { count: pageCount })}
        </span>
      </div>
      <div role="status" data-testid="statement-outcome">
        {outcome !== null && 'file' in outcome
          ? intl.formatMessage({ id: 'statement.saved' }, { file: outcome.file })
          : null}
      </div>
      {outcome !== null && 'failure' in outcome ? <FailureLine failure={outcome.failure} /> : null}
    </div>
  );
};
