import { IconPlayerPlay, IconServer } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import { useApp } from '../../app-context.ts';
import { goToPlace } from '../shell/go-to-place.ts';
import { OfferSource } from '../settings/offer-source.tsx';
import { showPart } from '../settings/policy-store.ts';
import { wallText } from '../settings/span-text.ts';
import { useWindowWords } from './use-window-words.ts';

/** The rules in force, with who says so, and what a window never does. */
export const RulesNote = () => {
  const intl = useIntl();
  const words = useWindowWords();
  const { rules } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const all = rules.policy.maintenance ?? DEFAULT_MAINTENANCE;
  const isShipped = rules.policy.maintenance === undefined;
  return (
    <section className="maint-part" aria-labelledby="rules-title" data-testid="maintenance-rules">
      <h2 id="rules-title">{word('maintenance.rules')}</h2>
      <ul className="rule-list">
        {all.map(({ rule, platforms, zone, startMin, endMin, isScopeConfirmed }) => (
          <li key={`${rule} ${platforms.join()}`}>
            <strong>{words.rule(rule)}</strong>
            <span>
              {wallText(startMin)}–{wallText(endMin)} <OfferSource source={isShipped ? 'offer' : 'default'} />
            </span>
            <span>
              {zone} <OfferSource source="default" />
            </span>
            <span>
              {words.platforms(platforms)}{' '}
              {isScopeConfirmed ? null : <span className="mark">{word('maintenance.scopeOpen')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {all.length === 0 ? <p className="quiet">{word('maintenance.noRules')}</p> : null}
      <button
        type="button"
        className="link"
        onClick={() => {
          showPart('maintenance');
          goToPlace('settings');
        }}
        data-testid="to-rules"
      >
        {word('maintenance.toRules')}
      </button>
      <p className="maint-fact">
        <IconPlayerPlay size={15} stroke={1.8} aria-hidden="true" />
        <span>
          {word('maintenance.neverPauses')} <OfferSource source="default" />
        </span>
      </p>
      <p className="maint-fact">
        <IconServer size={15} stroke={1.8} aria-hidden="true" />
        <span>
          {word('maintenance.vmsRun')} <OfferSource source="offer" />
        </span>
      </p>
    </section>
  );
};
