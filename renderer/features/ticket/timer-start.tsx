import { useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { parseMoment } from '../../../shared/time/parse-moment.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { getNowMs } from '../../state/now-store.ts';
import { useZone } from './forms/use-zone.ts';

type Props = { readonly onStart: (atMs: InstantMs) => void; readonly onCancel: () => void };

/** When the timer should have been started; what is typed is read as in every form. */
export const TimerStart = ({ onStart, onCancel }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const zone = useZone();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useEffect(() => field.current?.focus(), []);
  const moment = parseMoment(text, { nowMs: getNowMs(), zone, side: 'past' });
  const isWrong = text.trim() !== '' && moment.kind !== 'moment';
  return (
    <form
      className="timer-start"
      data-own-keys
      onSubmit={(event) => {
        event.preventDefault();
        if (moment.kind === 'moment') onStart(moment.atMs);
      }}
    >
      <label htmlFor={id}>{intl.formatMessage({ id: 'page.timer.startedAt' })}</label>
      <input
        id={id}
        ref={field}
        type="text"
        className="moment"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong || undefined}
        placeholder={intl.formatMessage({ id: 'form.moment.pastExample' })}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <span className={isWrong ? 'field-problem' : 'moment-read'}>
        {moment.kind === 'moment'
          ? `= ${instants.due(moment.atMs)}`
          : isWrong
            ? intl.formatMessage({
                id: moment.kind === 'wrongSide' ? 'form.moment.pastOnly' : 'form.moment.unreadable',
              })
            : null}
      </span>
      <button type="submit" className="timer-button" disabled={moment.kind !== 'moment'}>
        {intl.formatMessage({ id: 'page.timer.setStart' })}
      </button>
    </form>
  );
};
