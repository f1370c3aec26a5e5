import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { PRIORITIES, type Priority } from '../../../shared/sla/policy.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { whatIf, type Supposition } from '../../../shared/sla/what-if.ts';
import { entitlementIn } from '../../../shared/tier/entitlement.ts';
import { useApp } from '../../app-context.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { CustomerWhatIf } from './customer-what-if.tsx';
import { clockEventsOf } from './story-of.ts';

type Choice = { readonly value: string; readonly label: string };
type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
};

const Select = ({ label, value, choices, onChange }: SelectProps) => {
  const id = useId();
  return (
    <span className="suppose">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {choices.map((choice) => (
          <option value={choice.value} key={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
};

type Props = { readonly detail: TicketDetail; readonly nowMs: number; readonly words: StoryWords };

/** 'If it were a P1', 'if the tier became Gold now': what would be due then. Nothing is written. */
export const WhatIf = ({ detail, nowMs, words }: Props) => {
  const intl = useIntl();
  const { rules } = useApp();
  // What the customer's other tickets would come to is asked of the queue as it is now.
  const isPast = useIsPast();
  const { row, category, isBeta } = detail;
  const [priority, setPriority] = useState('');
  const [tier, setTier] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const same = { value: '', label: intl.formatMessage({ id: 'explain.whatIf.same' }) };
  const supposed: Supposition[] = [
    ...(tier === '' ? [] : [{ kind: 'tier', tier } as const]),
    ...(priority === '' ? [] : [{ kind: 'priority', priority: priority as Priority } as const]),
    ...(isWaiting ? [{ kind: 'wait' } as const] : []),
  ];
  const clocks = whatIf({ category, isBeta }, clockEventsOf(detail), rules, nowMs, supposed);
  const clock = clocks === null ? null : readClock(clocks.resolution, rules, nowMs);
  const { expertAccess, monthlyMinutes } = entitlementIn(rules.at(nowMs).policy, tier === '' ? row.tier : tier);
  return (
    <section className="what-if" aria-label={intl.formatMessage({ id: 'explain.whatIf' })}>
      <h4>{intl.formatMessage({ id: 'explain.whatIf' })}</h4>
      <div className="supposed">
        <Select
          label={intl.formatMessage({ id: 'filter.priorities' })}
          value={priority}
          choices={[
            same,
            ...PRIORITIES.filter((one) => one !== row.priority).map((one) => ({ value: one, label: one })),
          ]}
          onChange={setPriority}
        />
        <Select
          label={intl.formatMessage({ id: 'column.tier' })}
          value={tier}
          choices={[
            same,
            ...rules.policy.tiers
              .filter((one) => one !== row.tier)
              .map((one) => ({ value: one, label: one.toUpperCase() })),
          ]}
          onChange={setTier}
        />
        <label className="suppose">
          <input
            type="checkbox"
            checked={isWaiting}
            onChange={({ currentTarget }) => setIsWaiting(currentTarget.checked)}
          />
          {intl.formatMessage({ id: 'explain.whatIf.wait' })}
        </label>
      </div>
      {supposed.length === 0 || clock === null ? null : (
        <div className="supposed-outcome" role="status" data-testid="what-if">
          <p>
            {words.say(`explain.now.${clock.state}`, {
              left: words.duration(Math.abs(clock.remainingMs ?? 0)),
              elapsed: words.duration(clock.elapsedMs),
              due: clock.dueAtMs === null ? 'none' : words.instant(clock.dueAtMs),
            })}
          </p>
          {tier === '' ? null : (
            <p>
              {intl.formatMessage(
                { id: `explain.whatIf.experts.${expertAccess}` },
                { time: words.duration(monthlyMinutes * 60_000) },
              )}
            </p>
          )}
          {tier === '' || isPast ? null : <CustomerWhatIf customer={row.customer} tier={tier} words={words} />}
          <p className="clock-note">{intl.formatMessage({ id: 'explain.whatIf.nothingWritten' })}</p>
        </div>
      )}
    </section>
  );
};
