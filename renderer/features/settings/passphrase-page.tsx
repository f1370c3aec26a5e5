import { Button } from '@mantine/core';
import { IconKey, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { keepPreferences } from '../../ipc/keep-preferences.ts';
import { openAccessDialog } from '../../state/access-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { lockLead } from '../access/lock-lead.ts';

const LOCK_AFTER = [15, 60, 240, 480] as const satisfies readonly Preferences['lockAfterMin'][];

/** The passphrase that opens a lead's rights: whether it is set and open, and when it locks again. */
export const PassphrasePage = () => {
  const intl = useIntl();
  const { me, access, preferences } = useApp().state;
  const { isLeadLocked, isPassphraseSet, by } = access;
  const word = (id: string): string => intl.formatMessage({ id });
  const isOpen = by !== 'sample' && me.role === 'lead';
  const state = isLeadLocked ? 'locked' : isOpen ? 'open' : 'notLead';
  const Sign = isLeadLocked ? IconLock : isOpen ? IconLockOpen : IconKey;
  const keep = (lockAfterMin: Preferences['lockAfterMin']): void => keepPreferences({ lockAfterMin });
  return (
    <div className="policy-pane" data-testid="passphrase-page">
      <div
        className="policy-body expert-body"
        // It scrolls by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={word('people.passphrasePart')}
      >
        <h3 className="expert-name">{word('people.passphrasePart')}</h3>
        <p className="quiet">{word(by === 'sample' ? 'people.profile.sample' : 'people.passphraseAbout')}</p>
        {by === 'sample' ? null : (
          <>
            <section className="policy-section" aria-label={word('people.state')}>
              <p className="passphrase-state" data-state={state} data-testid="passphrase-state">
                <Sign size={16} stroke={2} aria-hidden="true" />
                <span>
                  {word(isPassphraseSet === true ? 'people.isSet' : 'people.isUnset')} {word(`people.state.${state}`)}
                </span>
              </p>
              <div className="policy-line">
                {isLeadLocked ? (
                  <Button onClick={() => openAccessDialog('unlock')} data-testid="passphrase-unlock">
                    {word(isPassphraseSet === true ? 'people.unlock' : 'people.setFirst')}
                  </Button>
                ) : null}
                {isOpen ? (
                  <Button onClick={lockLead} data-testid="passphrase-lock">
                    {word('people.lock')}
                  </Button>
                ) : null}
                {isOpen ? (
                  <Button variant="default" onClick={() => openAccessDialog('change')} data-testid="passphrase-change">
                    {word('people.change')}
                  </Button>
                ) : null}
              </div>
            </section>
            <section className="policy-section passphrase-after" aria-label={word('people.lockAfter')}>
              <ChoiceRow
                label={word('people.lockAfter')}
                value={String(preferences.lockAfterMin)}
                choices={LOCK_AFTER.map((minutes) => ({
                  value: String(minutes),
                  label: intl.formatMessage({ id: 'people.minutes' }, { minutes, hours: minutes / 60 }),
                }))}
                onChange={(chosen) => keep(LOCK_AFTER.find((minutes) => String(minutes) === chosen) ?? 480)}
                testId="lock-after"
              />
              <p className="form-told">{word('people.lockAfterNote')}</p>
            </section>
            <section className="policy-section" aria-label={word('people.forgotten')}>
              <h3>{word('people.forgotten')}</h3>
              <p className="quiet">{word('people.forgottenText')}</p>
              <code className="passphrase-command">vigie lead-passphrase --db … --reset</code>
            </section>
          </>
        )}
      </div>
    </div>
  );
};
