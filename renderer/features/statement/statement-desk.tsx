import { useMemo, useState } from 'react';
import { createIntl, useIntl } from 'react-intl';
import { statementOf } from '../../../shared/expertise/statement.ts';
import { monthsOf, statementOrder, usualPeriod } from '../../../shared/expertise/statement-order.ts';
import type { StatementSheet } from '../../../shared/expertise/statement-sheet.ts';
import { statementWords } from '../../../shared/expertise/statement-words.ts';
import { tellStatement } from '../../../shared/expertise/tell-statement.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import type { LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import { LOCALES, MESSAGES } from '../../i18n/messages.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { StatementForm, type Chosen } from './statement-form.tsx';
import { StatementPages } from './statement-pages.tsx';
import { PaperPreview } from '../../ui/pages/paper-preview.tsx';

/** The words of a statement, whatever language the window has. */
const wordsIn = (language: Language) => {
  const intl = createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
  return statementWords(language, (id, values) => intl.formatMessage({ id }, values));
};

type Props = { readonly ledger: LedgerView; readonly customer: CustomerPage };

/** What a statement is drawn up of, and the sheets that come of it. */
export const StatementDesk = ({ ledger, customer }: Props) => {
  const intl = useIntl();
  const { rules, state } = useApp();
  const isSample = useIsSample();
  const zone = useLedgerZone();
  const months = useMemo(() => monthsOf(ledger, zone), [ledger, zone]);
  const [chosen, setChosen] = useState<Chosen>(() => ({
    period: usualPeriod(months),
    language: customer.row.language ?? state.language,
    hasNotes: false,
  }));
  const [cut, setCut] = useState<{ readonly of: StatementSheet; readonly count: number } | null>(null);
  const { period, language, hasNotes } = chosen;
  const words = useMemo(() => wordsIn(language), [language]);
  const sheet = useMemo(() => {
    const statement = statementOf(statementOrder(ledger, customer, period, rules, zone));
    return tellStatement(statement, words, { hasNotes, isSample });
  }, [ledger, customer, period, rules, zone, words, hasNotes, isSample]);
  // Pages of the sheet before are not this one's.
  const pageCount = cut?.of === sheet ? cut.count : null;
  return (
    <div className="statement">
      <StatementForm
        chosen={chosen}
        months={months}
        sheet={sheet}
        pageCount={pageCount}
        onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
      />
      <PaperPreview
        label={intl.formatMessage({ id: 'statement.preview' })}
        pageCount={pageCount}
        testId="statement-preview"
      >
        <StatementPages sheet={sheet} words={words} isSample={isSample} onCut={setCut} />
      </PaperPreview>
    </div>
  );
};
