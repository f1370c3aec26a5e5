import { IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Policy } from '../../../shared/sla/policy.ts';
import { cellKey, offerTable, type OfferRow } from '../../../shared/tier/catalogue.ts';
import { useApp } from '../../app-context.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { OfferCellField } from './offer-cell-field.tsx';
import { removeRow } from './offer-draft.ts';
import { OfferSource } from './offer-source.tsx';
import { cellText, rowText } from './offer-text.ts';
import { readClosest } from './read-draft.ts';
import type { RulesProps } from './rules-form.tsx';

/** Columns are alike; more tiers than fit are scrolled to. */
const FIRST_COLUMN_PX = 210;
const TIER_PX = 165;

const GROUPS = ['service', 'experts', 'times', 'own'] as const;
type Group = (typeof GROUPS)[number];

const groupOf = ({ kind }: OfferRow): Group => {
  if (kind === 'worded') return 'service';
  if (kind === 'target') return 'times';
  return kind === 'own' ? 'own' : 'experts';
};

type Props = RulesProps & {
  /** What it is compared with; null where a version is read. */
  readonly base: Policy | null;
  /** From when on its values have held, by cell. */
  readonly since: ReadonlyMap<string, number>;
};

/** Tiers by what they include, each value with who says so (DOMAIN: Tiers). */
export const OfferTable = ({ draft, problems, base, since, onChange }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const { closest } = readClosest(draft);
  const rows = offerTable(closest);
  const before = new Map(
    (base === null ? [] : offerTable(base)).flatMap((row) =>
      row.cells.map(({ tier, value }) => [cellKey(row.id, tier), cellText(intl, value)] as const),
    ),
  );
  const noteOf = (row: OfferRow): string | null =>
    row.kind === 'target' ? word(`policy.calendar.${closest[row.of][row.priority].calendar}`) : null;
  return (
    // It scrolls sideways by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="policy-scroll" tabIndex={0} role="region" aria-label={word('offer.title')}>
      <table
        className="policy-table offer-table"
        style={{ minWidth: FIRST_COLUMN_PX + TIER_PX * draft.tiers.length }}
        data-testid="offer-table"
      >
        <caption className="sr-only">{word('offer.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('offer.what')}</th>
            {draft.tiers.map((tier) => (
              <th key={tier} scope="col">
                <TierBadge tier={tier} />
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map((group) => {
          const own = rows.filter((row) => groupOf(row) === group);
          if (own.length === 0) return null;
          return (
            <tbody key={group}>
              <tr className="offer-group">
                <th scope="rowgroup" colSpan={draft.tiers.length + 1}>
                  {word(`offer.group.${group}`)}
                </th>
              </tr>
              {own.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {rowText(intl, row)}
                    {row.kind === 'own' && onChange !== null ? (
                      <button
                        type="button"
                        className="icon-button"
                        aria-label={intl.formatMessage({ id: 'offer.removeRow' }, { row: rowText(intl, row) })}
                        onClick={() => onChange({ ...draft, offer: removeRow(draft.offer, row.id) })}
                      >
                        <IconX size={14} stroke={2} aria-hidden="true" />
                      </button>
                    ) : null}
                    {noteOf(row) === null ? null : <small className="quiet">{noteOf(row)}</small>}
                  </th>
                  {row.cells.map((cell) => {
                    const key = cellKey(row.id, cell.tier);
                    const was = before.get(key);
                    const isChanged = was !== undefined && was !== cellText(intl, cell.value);
                    const sinceMs = since.get(key);
                    const isOurs = cell.source === 'default' || cell.source === 'objective';
                    return (
                      <td key={cell.tier} data-changed={isChanged || undefined} data-source={cell.source}>
                        <OfferCellField {...{ row, cell, draft, problems, onChange }} />
                        {cell.value.kind === 'unsaid' ? null : (
                          <OfferSource
                            source={cell.source}
                            since={isOurs && sinceMs !== undefined ? instants.full(sinceMs) : null}
                          />
                        )}
                        {isChanged ? (
                          <span className="target-was">{intl.formatMessage({ id: 'policy.was' }, { value: was })}</span>
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
};
