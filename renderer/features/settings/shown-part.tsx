import type { Policy } from '../../../shared/sla/policy.ts';
import { LedgerForm } from './ledger-form.tsx';
import { MaintenanceForm } from './maintenance-form.tsx';
import { OfferForm } from './offer-form.tsx';
import { partTabId } from './part-tabs.tsx';
import { usePolicyStore } from './policy-store.ts';
import { RulesForm, type RulesProps } from './rules-form.tsx';

type Props = RulesProps & {
  readonly base: Policy | null;
  readonly since: ReadonlyMap<string, number>;
  /** From when on the rules hold; null where that is now, or was before. */
  readonly fromMs: number | null;
};

/** The part of a version, or of the draft, that is looked at. */
export const ShownPart = ({ since, fromMs, ...rules }: Props) => {
  const part = usePolicyStore((desk) => desk.part);
  const { base: _base, ...ledger } = rules;
  return (
    // It scrolls by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="policy-body" key={part} tabIndex={0} role="region" aria-labelledby={partTabId(part)}>
      {part === 'clock' ? <RulesForm {...rules} /> : null}
      {part === 'offer' ? <OfferForm {...rules} since={since} /> : null}
      {part === 'maintenance' ? <MaintenanceForm {...ledger} fromMs={fromMs} /> : null}
      {part === 'ledger' ? <LedgerForm {...ledger} /> : null}
    </div>
  );
};
