import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { OfferSource } from './offer-source.tsx';
import type { RulesProps } from './rules-form.tsx';
import { settleSpanOrNone } from './span-text.ts';
import { CellChoice } from './target-table.tsx';
import { TypedField } from './typed-field.tsx';

const CHARGED = ['notCharged', 'charged'] as const;

type SettingProps = { readonly of: string; readonly children: ReactNode };

const Setting = ({ of, children }: SettingProps) => {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `offer.ledger.${of}` });
  return (
    <section className="policy-section ledger-setting" aria-label={name}>
      <h3>{name}</h3>
      <div className="policy-line">
        {children}
        <OfferSource source="default" />
      </div>
      <p className="quiet">{intl.formatMessage({ id: `offer.ledger.${of}Note` })}</p>
    </section>
  );
};

/** The settings of the ledger of expertise hours: all our defaults (DOMAIN: Expertise hours). */
export const LedgerForm = ({ draft, problems, onChange }: RulesProps) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const typed = (key: 'step' | 'carryOver') => (
    <TypedField
      label={word(`offer.ledger.${key}`)}
      value={draft[key]}
      problem={problems.get(key)}
      settle={settleSpanOrNone}
      maxLength={12}
      onChange={onChange === null ? null : (value) => onChange({ ...draft, [key]: value })}
      testId={`ledger-${key}`}
    />
  );
  const days = (key: 'ticketDays' | 'workDays') => (
    <TypedField
      label={word(`offer.ledger.${key}`)}
      value={draft[key]}
      problem={problems.get(key)}
      maxLength={8}
      onChange={onChange === null ? null : (value) => onChange({ ...draft, [key]: value })}
      testId={`ledger-${key}`}
    />
  );
  const charged = (key: 'isRapidActionCharged' | 'isCustomerFaultCharged') => (
    <CellChoice
      label={word(`offer.ledger.${key}`)}
      value={draft[key] ? 'charged' : 'notCharged'}
      choices={CHARGED}
      wordOf={(one) => word(`offer.ledger.${one}`)}
      onChange={onChange === null ? null : (value) => onChange({ ...draft, [key]: value === 'charged' })}
      testId={`ledger-${key}`}
    />
  );
  return (
    <div className="policy-rules" data-reading={onChange === null || undefined} data-testid="ledger-form">
      <p className="quiet">{word('offer.ledger.note')}</p>
      <Setting of="step">{typed('step')}</Setting>
      <Setting of="isRapidActionCharged">{charged('isRapidActionCharged')}</Setting>
      <Setting of="isCustomerFaultCharged">{charged('isCustomerFaultCharged')}</Setting>
      <Setting of="carryOver">{typed('carryOver')}</Setting>
      <Setting of="ticketDays">{days('ticketDays')}</Setting>
      <Setting of="workDays">{days('workDays')}</Setting>
    </div>
  );
};
