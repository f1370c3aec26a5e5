import { useState } from 'react';
import { useIntl } from 'react-intl';
import { dayEndMs, parseDay } from '../../../shared/expertise/parse-day.ts';
import { parseHours } from '../../../shared/expertise/parse-hours.ts';
import { call } from '../../ipc/client.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { tell } from '../../state/notice-store.ts';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { ActionFrame } from './action-frame.tsx';
import { showLedger } from './log-work.ts';
import { useHoursWords } from './use-hours-words.ts';

type Props = { readonly kind: 'addPack' | 'goodwill'; readonly customerId: number; readonly onClose: () => void };

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Hours that a customer bought, or that a lead gives: how many, from when, until when, and where they come from. */
export const LotForm = ({ kind, customerId, onClose }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const zone = useLedgerZone();
  const form = `${kind}/${customerId}`;
  const [typed, setTyped] = useLeft(form, 'typed', { hours: '', from: '', until: '', order: '', note: '' });
  const [isChecked, setIsChecked] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const change = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });

  const nowMs = getRealNowMs();
  const minutes = parseHours(typed.hours, 'hours');
  const size = minutes !== null && minutes > 0 ? minutes : null;
  const fromMs = parseDay(typed.from.trim() === '' ? 'today' : typed.from, { nowMs, zone, side: 'past' });
  const lastDayMs = typed.until.trim() === '' ? null : parseDay(typed.until, { nowMs, zone, side: 'ahead' });
  const untilMs = lastDayMs === null ? null : dayEndMs(zone, lastDayMs);
  const isUntilWrong = typed.until.trim() !== '' && lastDayMs === null;
  const needsReason = kind === 'goodwill' && typed.note.trim() === '';

  const submit = (): Promise<void> | null => {
    setIsChecked(true);
    if (size === null || fromMs === null || isUntilWrong || needsReason) return null;
    const lot = { customerId, minutes: size, fromMs, untilMs };
    const note = textOrNull(typed.note);
    const done =
      kind === 'addPack'
        ? call('expertise:add-pack', { ...lot, order: textOrNull(typed.order), note })
        : call('expertise:grant-goodwill', { ...lot, reason: note ?? '' });
    return done.then((ledger) => {
      showLedger(ledger);
      const values = { hours: words.minutes(size), customer: ledger.customer };
      tell('done', intl.formatMessage({ id: `expertise.${kind}.done` }, values));
    });
  };
  return (
    <ActionFrame
      form={form}
      title={word(`expertise.${kind}.title`)}
      action={word(`expertise.${kind}`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <LineField
        label={word('expertise.hours')}
        name="hours"
        value={typed.hours}
        onChange={(hours) => change({ hours })}
        placeholder={word('expertise.hoursExample')}
        problem={isChecked && size === null ? word('expertise.wrong.hours') : null}
        note={size === null ? undefined : `= ${words.minutes(size)}`}
        isFirst
      />
      <div className="work-pair">
        <LineField
          label={word('expertise.from')}
          name="from"
          value={typed.from}
          onChange={(from) => change({ from })}
          placeholder={word('expertise.today')}
          problem={fromMs === null ? word('expertise.wrong.day') : null}
          note={fromMs === null ? undefined : `= ${words.date(fromMs)}`}
        />
        <LineField
          label={word('expertise.lastDay')}
          name="until"
          value={typed.until}
          onChange={(until) => change({ until })}
          placeholder={word('expertise.noEnd')}
          problem={isUntilWrong && isChecked ? word('expertise.wrong.day') : null}
          note={lastDayMs === null ? word('expertise.lastDayNote') : `= ${words.date(lastDayMs)}`}
        />
      </div>
      {kind === 'addPack' ? (
        <LineField
          label={word('expertise.order')}
          name="order"
          value={typed.order}
          onChange={(order) => change({ order })}
        />
      ) : null}
      <LineField
        label={word(kind === 'addPack' ? 'work.note' : 'expertise.reason')}
        name="note"
        value={typed.note}
        onChange={(note) => change({ note })}
        problem={isChecked && needsReason ? word('expertise.wrong.reason') : null}
      />
    </ActionFrame>
  );
};
