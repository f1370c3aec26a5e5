import { useIntl } from 'react-intl';
import { PRIORITIES, type Policy, type TargetRow } from '../../../shared/sla/policy.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import type { RulesProps } from './rules-form.tsx';
import { withRow, type TargetKind } from './policy-draft.ts';
import { TargetCell } from './target-cell.tsx';

export const CALENDARS = ['always', 'business'] as const satisfies readonly TargetRow['calendar'][];
const SOURCES = ['contractual', 'internal'] as const satisfies readonly TargetRow['source'][];

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly onChange: ((value: Value) => void) | null;
  readonly testId?: string;
};

/** A choice in a table; plain text where it may only be read. */
export const CellChoice = <Value extends string>({
  label,
  value,
  choices,
  wordOf,
  onChange,
  testId,
}: ChoiceProps<Value>) => {
  if (onChange === null) return <span className="policy-value">{wordOf(value)}</span>;
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = choices.find((choice) => choice === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
      data-testid={testId}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordOf(choice)}
        </option>
      ))}
    </select>
  );
};

type Props = RulesProps & { readonly kind: TargetKind; readonly base: Policy | null };

/** Priority by tier: within which time, counted when, promised by whom. */
export const TargetTable = ({ kind, draft, problems, base, onChange }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="policy-scroll">
      <table className="policy-table" data-testid={`policy-${kind}`}>
        <caption className="sr-only">{word(`policy.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{word('policy.priority')}</th>
            {draft.tiers.map((tier) => (
              <th key={tier} scope="col">
                <TierBadge tier={tier} />
              </th>
            ))}
            <th scope="col">{word('policy.counted')}</th>
            <th scope="col">{word('policy.source')}</th>
          </tr>
        </thead>
        <tbody>
          {PRIORITIES.map((priority) => {
            const row = draft[kind][priority];
            const change = onChange === null ? null : onChange;
            const named = (what: string): string => `${word(`policy.${kind}`)}, ${priority}, ${what}`;
            return (
              <tr key={priority}>
                <th scope="row">{priority}</th>
                {draft.tiers.map((tier) => (
                  <TargetCell
                    key={tier}
                    label={named(tier)}
                    value={row.targets[tier] ?? null}
                    before={
                      base?.tiers.includes(tier) !== true ? undefined : (base[kind][priority].targetMin[tier] ?? null)
                    }
                    problem={problems.get(`${kind}.${priority}.${tier}`)}
                    onChange={
                      change === null
                        ? null
                        : (value) =>
                            change(withRow(draft, kind, priority, { targets: { ...row.targets, [tier]: value } }))
                    }
                    testId={`${kind}-${priority}-${tier}`}
                  />
                ))}
                <td>
                  <CellChoice
                    label={named(word('policy.counted'))}
                    value={row.calendar}
                    choices={CALENDARS}
                    wordOf={(one) => word(`policy.calendar.${one}`)}
                    onChange={
                      change === null ? null : (calendar) => change(withRow(draft, kind, priority, { calendar }))
                    }
                  />
                </td>
                <td>
                  <CellChoice
                    label={named(word('policy.source'))}
                    value={row.source}
                    choices={SOURCES}
                    wordOf={(one) => word(`promise.${one}`)}
                    onChange={change === null ? null : (source) => change(withRow(draft, kind, priority, { source }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
