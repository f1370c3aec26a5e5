import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TIER_CHANNELS, type TierChannel } from '../../../shared/customer/tier-channel.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { AskerField } from './asker-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { ledgerDay } from './ledger-day.ts';
import { whenMs } from './read-when.ts';
import { inAskingOrder, presetChannel } from './tier-order.ts';
import { TierPreviewPane, useTierPreview } from './tier-preview.tsx';
import { useAction } from './use-action.ts';
import { useReadWhen, WhenField } from './when-field.tsx';

/** Orders another tier: who asked, when and how, and, before it is confirmed, all that it moves. */
export const TierDialog = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const { rules, state } = useApp();
  const read = useReadWhen();
  const word = (id: string): string => intl.formatMessage({ id });
  const { id, name, tier: from } = page.row;
  const form = `tier/${id}`;
  const { run, ...action } = useAction(form);
  const others = rules.policy.tiers.filter((tier) => tier !== from);
  const [to, setTo] = useLeft(
    form,
    'to',
    others.find((tier) => rules.tierRank(tier) > rules.tierRank(from)) ?? others.at(-1) ?? from,
  );
  const [contactId, setContactId] = useLeft(form, 'contactId', inAskingOrder(page.contacts)[0]?.contactId ?? null);
  const [other, setOther] = useLeft(form, 'other', '');
  const [askedAt, setAskedAt] = useLeft(form, 'askedAt', '');
  /** Null until another than the preset one is chosen. */
  const [chosenChannel, setChannel] = useLeft<TierChannel | null>(form, 'channel', null);
  const [hasInstant, setHasInstant] = useLeft(form, 'hasInstant', false);
  const [effective, setEffective] = useLeft(form, 'effective', '');
  const [note, setNote] = useLeft(form, 'note', '');
  const [isChecked, setIsChecked] = useState(false);

  const isUpgrade = rules.tierRank(to) > rules.tierRank(from);
  const channel = chosenChannel ?? presetChannel(rules, from, to);
  const askedAtRead = read(askedAt, 'past');
  const effectiveRead = read(effective, 'either');
  const effectiveAtMs = hasInstant ? whenMs(effectiveRead) : null;
  const isChosen = !hasInstant || effectiveAtMs !== null;
  const preview = useTierPreview(isChosen ? { id, tier: to, effectiveAtMs } : null);
  const isCurrent = isChosen && preview.data != null && !preview.isPlaceholderData && preview.error === null;

  const submit = (): void => {
    setIsChecked(true);
    const contact = page.contacts.find((one) => one.contactId === contactId);
    const askedBy = contact?.name ?? other.trim();
    const askedAtMs = askedAtRead.kind === 'empty' ? getRealNowMs() : whenMs(askedAtRead);
    const isWrongWay = !isUpgrade && channel !== 'support';
    if (askedBy === '' || askedAtMs === null || isWrongWay || !isCurrent) return;
    const asked = { askedBy, askedAtMs, channel, note: note.trim() || null };
    void run(
      () => call('customer:change-tier', { id, tier: to, effectiveAtMs, ...asked }),
      ({ row }) =>
        row.nextTier === null
          ? intl.formatMessage({ id: 'customers.tierChanged' }, { name, tier: to.toUpperCase() })
          : intl.formatMessage(
              { id: 'customers.tierOrdered' },
              { name, tier: to.toUpperCase(), day: ledgerDay(intl, row.nextTier.atMs, getRealNowMs()) },
            ),
    );
  };

  const defaultWhen = word(isUpgrade ? 'customers.atOnce' : 'customers.monthEnd');
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'customers.changeTierOf' }, { name })}
      submit={intl.formatMessage({ id: 'customers.changeTo' }, { tier: to.toUpperCase() })}
      onSubmit={submit}
      action={action}
      size={960}
      isDisabled={!isCurrent}
      testId="tier-form"
    >
      <div className="tier-form">
        <div className="tier-asks">
          <ChoiceRow
            label={intl.formatMessage({ id: 'customers.newTier' }, { tier: from.toUpperCase() })}
            value={to}
            choices={others.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(value) => {
              setTo(value);
              setChannel(null);
            }}
            testId="tier-choice"
            isFirst
          />
          {state.me.role === 'lead' ? (
            <>
              <ChoiceRow
                label={word('customers.effective')}
                value={hasInstant ? 'instant' : 'default'}
                choices={[
                  { value: 'default', label: defaultWhen },
                  { value: 'instant', label: word('customers.otherInstant') },
                ]}
                onChange={(value) => setHasInstant(value === 'instant')}
                testId="tier-when"
              />
              {hasInstant ? (
                <WhenField
                  label={word('customers.otherInstant')}
                  text={effective}
                  side="either"
                  onChange={setEffective}
                  problem={isChecked && effective.trim() === '' ? word('customers.instantMissing') : null}
                  testId="tier-effective"
                />
              ) : null}
            </>
          ) : (
            <p className="quiet">{intl.formatMessage({ id: 'customers.effectiveThen' }, { when: defaultWhen })}</p>
          )}
          <AskerField
            contacts={page.contacts}
            contactId={contactId}
            other={other}
            isChecked={isChecked}
            onChange={(change) => {
              if (change.contactId !== undefined) setContactId(change.contactId);
              if (change.other !== undefined) setOther(change.other);
            }}
          />
          <WhenField
            label={word('customers.head.askedAt')}
            text={askedAt}
            side="past"
            onChange={setAskedAt}
            empty={word('form.moment.past')}
            testId="asked-at"
          />
          <div>
            <ChoiceRow
              label={word('customers.channel')}
              value={channel}
              choices={TIER_CHANNELS.map((value) => ({ value, label: word(`customers.channel.${value}`) }))}
              onChange={setChannel}
              testId="tier-channel"
              describedBy="tier-channel-told"
            />
            <p
              id="tier-channel-told"
              className="form-told"
              data-wrong={(!isUpgrade && channel !== 'support') || undefined}
            >
              {isUpgrade || channel === 'support' ? null : (
                <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
              )}
              {isUpgrade ? null : word('customers.downgradeNote')}
            </p>
          </div>
          <LineField
            label={word('customers.noteOptional')}
            value={note}
            onChange={setNote}
            rows={2}
            testId="tier-note"
          />
        </div>
        <TierPreviewPane
          preview={preview.data ?? null}
          isChosen={isChosen}
          failure={preview.error}
          isCurrent={isCurrent}
          isAtOnce={isUpgrade && !hasInstant}
        />
      </div>
    </DialogFrame>
  );
};
