import { useIntl } from 'react-intl';
import { lazy, Suspense, type ReactNode } from 'react';
import type { CalendarName, Policy } from '../../../shared/sla/policy.ts';
import { HoursEditor } from './hours-editor.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import type { Problem } from './read-draft.ts';
import { settleSpan } from './target-cell.tsx';
import { CALENDARS, CellChoice, TargetTable } from './target-table.tsx';
import { TiersEditor } from './tiers-editor.tsx';
import { TypedField } from './typed-field.tsx';

/** The data of a hundred years of holidays come behind the form. */
const ClosedDays = lazy(async () => ({ default: (await import('./closed-days.tsx')).ClosedDays }));

export type RulesProps = {
  readonly draft: PolicyDraft;
  readonly problems: ReadonlyMap<string, Problem>;
  /** Null where the rules may only be read. */
  readonly onChange: ((draft: PolicyDraft) => void) | null;
};

type SectionProps = { readonly title: string; readonly note?: string; readonly children: ReactNode };

const Section = ({ title, note, children }: SectionProps) => (
  <section className="policy-section" aria-label={title}>
    <h3>{title}</h3>
    {note === undefined ? null : <p className="quiet">{note}</p>}
    {children}
  </section>
);

/** All rules of the clock; `base` is what they are compared with. */
export const RulesForm = ({ base, ...rules }: RulesProps & { readonly base: Policy | null }) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { draft, problems, onChange } = rules;
  const change = (part: Partial<PolicyDraft>): void => onChange?.({ ...draft, ...part });
  const on = <Value,>(make: (value: Value) => Partial<PolicyDraft>): ((value: Value) => void) | null =>
    onChange === null ? null : (value) => change(make(value));
  return (
    <div className="policy-rules" data-reading={onChange === null || undefined}>
      <Section title={word('policy.resolution')} note={word('policy.resolutionNote')}>
        <TargetTable kind="resolution" base={base} {...rules} />
      </Section>
      <Section title={word('policy.firstResponse')}>
        <TargetTable kind="firstResponse" base={base} {...rules} />
        <div className="policy-line">
          <span className="policy-inline">{word('policy.request')}</span>
          <TypedField
            label={word('policy.request')}
            value={draft.request.target}
            problem={problems.get('request')}
            settle={settleSpan}
            maxLength={12}
            onChange={on((target: string) => ({ request: { ...draft.request, target } }))}
            testId="request-target"
          />
          <CellChoice
            label={`${word('policy.request')}, ${word('policy.counted')}`}
            value={draft.request.calendar}
            choices={CALENDARS}
            wordOf={(one) => word(`policy.calendar.${one}`)}
            onChange={on((calendar: CalendarName) => ({ request: { ...draft.request, calendar } }))}
          />
        </div>
      </Section>
      <Section title={word('policy.tiers')}>
        <TiersEditor {...rules} />
      </Section>
      <Section title={word('policy.hours')}>
        <HoursEditor {...rules} />
        <div className="policy-line">
          <span className="policy-inline">{word('policy.zone')}</span>
          <TypedField
            label={word('policy.zone')}
            value={draft.zone}
            problem={problems.get('zone')}
            list="policy-zones"
            maxLength={64}
            onChange={on((zone: string) => ({ zone }))}
            testId="policy-zone"
          />
          {onChange === null ? null : (
            <datalist id="policy-zones">
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </datalist>
          )}
        </div>
      </Section>
      <Section title={word('policy.closedDays')} note={word('policy.closedDaysNote')}>
        <Suspense fallback={null}>
          <ClosedDays {...rules} />
        </Suspense>
      </Section>
      <Section title={word('policy.atRisk')}>
        <div className="policy-line">
          <span className="policy-inline">{word('policy.fromPercent')}</span>
          <TypedField
            label={word('policy.fromPercent')}
            value={draft.fromPercent}
            problem={problems.get('fromPercent')}
            maxLength={4}
            onChange={on((fromPercent: string) => ({ fromPercent }))}
            testId="policy-percent"
          />
        </div>
        <div className="policy-line">
          <span className="policy-inline">{word('policy.p1Left')}</span>
          <TypedField
            label={word('policy.p1Left')}
            value={draft.p1Left}
            problem={problems.get('p1Left')}
            settle={settleSpan}
            maxLength={12}
            onChange={on((p1Left: string) => ({ p1Left }))}
            testId="policy-p1-left"
          />
        </div>
      </Section>
    </div>
  );
};
