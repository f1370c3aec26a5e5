import { useIntl } from 'react-intl';
import { EXPERT_ACCESS } from '../../../shared/tier/entitlement.ts';
import type { OfferCell, OfferRow } from '../../../shared/tier/catalogue.ts';
import { withAccess, withCell, type EntitlementDraft } from './offer-draft.ts';
import { cellText, rowText } from './offer-text.ts';
import { OfferWordsCell } from './offer-words-cell.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import type { Problem } from './read-draft.ts';
import { settleSpanOrNone } from './span-text.ts';
import { CellChoice } from './target-table.tsx';
import { TypedField } from './typed-field.tsx';

type Props = {
  readonly row: OfferRow;
  readonly cell: OfferCell;
  readonly draft: PolicyDraft;
  readonly problems: ReadonlyMap<string, Problem>;
  /** Null where the table is read. */
  readonly onChange: ((draft: PolicyDraft) => void) | null;
};

/** One value of the offer's table, to read or to change. Times are changed with the rules of the clock. */
export const OfferCellField = ({ row, cell, draft, problems, onChange }: Props) => {
  const intl = useIntl();
  const { tier, value } = cell;
  const label = `${rowText(intl, row)}, ${tier}`;
  const testId = `offer-${row.id}-${tier}`;
  const entitlement = draft.entitlements[tier];
  if (onChange === null || row.kind === 'target' || entitlement === undefined) {
    return (
      <span className="offer-value" data-unsaid={value.kind === 'unsaid' || undefined}>
        {cellText(intl, value)}
      </span>
    );
  }
  const include = (next: EntitlementDraft): void =>
    onChange({ ...draft, entitlements: { ...draft.entitlements, [tier]: next } });
  if (row.kind === 'access') {
    return (
      <CellChoice
        label={label}
        value={entitlement.access}
        choices={EXPERT_ACCESS}
        wordOf={(access) => intl.formatMessage({ id: `offer.access.${access}` })}
        onChange={(access) => include(withAccess(entitlement, access))}
        testId={testId}
      />
    );
  }
  if (row.kind === 'hours') {
    if (entitlement.access === 'none') return <span className="offer-value">{cellText(intl, value)}</span>;
    return (
      <TypedField
        label={label}
        value={entitlement.hours}
        problem={problems.get(`hours.${tier}`)}
        settle={settleSpanOrNone}
        maxLength={12}
        onChange={(hours) => include({ ...entitlement, hours })}
        testId={testId}
      />
    );
  }
  return (
    <OfferWordsCell
      label={label}
      shown={cellText(intl, value)}
      isUnsaid={value.kind === 'unsaid'}
      text={value.kind === 'text' ? (draft.offer.cells[row.id]?.[tier] ?? null) : null}
      problem={problems.get(`cell.${row.id}.${tier}`)}
      onChange={(text) => onChange({ ...draft, offer: withCell(draft.offer, row.id, tier, text) })}
      testId={testId}
    />
  );
};
