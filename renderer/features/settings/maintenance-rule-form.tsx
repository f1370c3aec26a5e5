import { IconX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { MAINTAINED_COMPONENTS, WEDNESDAY_RULES } from '../../../shared/maintenance/maintenance-rule.ts';
import { PLATFORMS } from '../../../shared/ticket/ticket.ts';
import { settleWall } from './week-editor.tsx';
import type { RuleDraft } from './maintenance-draft.ts';
import type { Problem } from './read-draft.ts';
import { CellChoice } from './target-table.tsx';
import { TypedField } from './typed-field.tsx';

type Props = {
  readonly rule: RuleDraft;
  readonly index: number;
  readonly problems: ReadonlyMap<string, Problem>;
  /** Null where it may only be read. */
  readonly onChange: ((rule: RuleDraft) => void) | null;
  readonly onRemove: (() => void) | null;
};

type ChecksProps<Value extends string> = {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly onChange: ((chosen: readonly Value[]) => void) | null;
  readonly problem?: Problem | undefined;
  readonly testId: string;
};

/** Some of a few values. */
const Checks = <Value extends string>(props: ChecksProps<Value>) => {
  const { label, all, chosen, wordOf, onChange, problem, testId } = props;
  const intl = useIntl();
  const id = useId();
  if (onChange === null) {
    return (
      <span className="policy-value">{intl.formatList(all.filter((one) => chosen.includes(one)).map(wordOf))}</span>
    );
  }
  return (
    <fieldset className="platform-choice" aria-label={label} aria-describedby={problem === undefined ? undefined : id}>
      {all.map((value) => (
        <label className="check" key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
            data-testid={`${testId}-${value}`}
          />
          <span>{wordOf(value)}</span>
        </label>
      ))}
      {problem === undefined ? null : (
        <p className="form-told" id={id} role="alert" data-wrong>
          {intl.formatMessage({ id: `policy.wrong.${problem}` })}
        </p>
      )}
    </fieldset>
  );
};

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="maint-line">
    <span className="form-label">{name}</span>
    <span className="maint-fields">{children}</span>
  </div>
);

/** One rule: its Wednesdays, platforms, hours and zone, and what becomes unavailable. */
export const MaintenanceRuleForm = ({ rule, index, problems, onChange, onRemove }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const at = (field: string): Problem | undefined => problems.get(`maintenance.${index}.${field}`);
  const on = <Key extends keyof RuleDraft>(key: Key): ((value: RuleDraft[Key]) => void) | null =>
    onChange === null ? null : (value) => onChange({ ...rule, [key]: value });
  const testId = `rule-${index}`;
  const title = intl.formatMessage({ id: 'maintenance.form.rule' }, { number: index + 1 });
  const zones = useId();
  return (
    <section className="policy-section maint-rule" aria-label={title} data-testid={testId}>
      <h3>
        {title}
        {onRemove === null ? null : (
          <button
            type="button"
            className="icon-button"
            aria-label={intl.formatMessage({ id: 'maintenance.form.remove' }, { number: index + 1 })}
            onClick={onRemove}
            data-testid={`${testId}-remove`}
          >
            <IconX size={14} stroke={2} aria-hidden="true" />
          </button>
        )}
      </h3>
      <Line name={word('maintenance.form.which')}>
        <CellChoice
          label={word('maintenance.form.which')}
          value={rule.rule}
          choices={WEDNESDAY_RULES}
          wordOf={(one) => word(`maintenance.rule.${one}`)}
          onChange={on('rule')}
          testId={`${testId}-rule`}
        />
      </Line>
      <Line name={word('maintenance.platforms')}>
        <Checks
          label={word('maintenance.platforms')}
          all={PLATFORMS}
          chosen={rule.platforms}
          wordOf={(one) => one}
          onChange={on('platforms')}
          problem={at('platforms')}
          testId={`${testId}-platform`}
        />
        <CellChoice
          label={word('maintenance.form.scope')}
          value={rule.isScopeConfirmed ? 'confirmed' : 'open'}
          choices={['confirmed', 'open'] as const}
          wordOf={(one) => word(one === 'open' ? 'maintenance.scopeOpen' : 'maintenance.scopeConfirmed')}
          onChange={onChange === null ? null : (one) => onChange({ ...rule, isScopeConfirmed: one === 'confirmed' })}
          testId={`${testId}-scope`}
        />
      </Line>
      <Line name={word('maintenance.form.hours')}>
        <span className="policy-window">
          {(['start', 'end'] as const).map((edge) => (
            <TypedField
              key={edge}
              label={word(edge === 'start' ? 'maintenance.begins' : 'maintenance.ends')}
              value={rule[edge]}
              maxLength={5}
              problem={at(edge)}
              settle={settleWall}
              onChange={on(edge)}
              testId={`${testId}-${edge}`}
            />
          ))}
        </span>
        <TypedField
          label={word('policy.zone')}
          value={rule.zone}
          list={zones}
          maxLength={64}
          problem={at('zone')}
          onChange={on('zone')}
          testId={`${testId}-zone`}
        />
        {onChange === null ? null : (
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </datalist>
        )}
      </Line>
      <Line name={word('maintenance.form.components')}>
        <Checks
          label={word('maintenance.form.components')}
          all={MAINTAINED_COMPONENTS}
          chosen={rule.components}
          wordOf={(one) => word(`maintenance.component.${one}`)}
          onChange={on('components')}
          testId={`${testId}-component`}
        />
      </Line>
      <Line name={word('maintenance.form.impact')}>
        {onChange === null ? (
          <span className="policy-value">
            {rule.impact === '' ? (
              <span className="quiet">{word('maintenance.form.noImpact')}</span>
            ) : (
              <bdi>{rule.impact}</bdi>
            )}
          </span>
        ) : (
          <input
            className="input maint-impact"
            aria-label={word('maintenance.form.impact')}
            maxLength={2_000}
            value={rule.impact}
            onChange={({ currentTarget: { value } }) => onChange({ ...rule, impact: value })}
            data-testid={`${testId}-impact`}
          />
        )}
      </Line>
    </section>
  );
};
