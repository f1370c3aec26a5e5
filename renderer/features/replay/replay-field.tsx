import { useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { momentText, parseMoment } from '../../../shared/time/parse-moment.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { takeTypedAhead } from '../../ui/dialog-type-ahead.ts';
import { focusQueue } from '../queue/focus.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { leavePast, lookAt, REPLAY_FIELD_ID } from './look-at.ts';

/** The instant to look at, typed as in every form; what was understood stands below it. */
export const ReplayField = ({ asOfMs }: { readonly asOfMs: InstantMs | null }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const zone = useZone();
  const hintId = useId();
  const field = useRef<HTMLInputElement>(null);
  const known = asOfMs === null ? '' : momentText(zone, asOfMs);
  const [text, setText] = useState(known);
  const isFirst = asOfMs === null;
  useEffect(() => {
    if (!isFirst) return;
    field.current?.focus();
    // What was typed before the field was there is known only now.
    // oxlint-disable-next-line react/set-state-in-effect
    setText(takeTypedAhead());
  }, [isFirst]);
  const moment = parseMoment(text, { nowMs: getRealNowMs(), zone, side: 'past' });
  const isTyped = text.trim() !== '' && text !== known;
  const isWrong = isTyped && moment.kind !== 'moment';
  const problem = moment.kind === 'wrongSide' ? 'form.moment.pastOnly' : 'form.moment.unreadable';
  return (
    <form
      className="replay-form"
      data-own-keys
      onSubmit={(event) => {
        event.preventDefault();
        if (moment.kind !== 'moment') return;
        void lookAt(moment.atMs);
        focusQueue();
      }}
    >
      <label className="sr-only" htmlFor={REPLAY_FIELD_ID}>
        {intl.formatMessage({ id: 'replay.field' })}
      </label>
      <input
        id={REPLAY_FIELD_ID}
        ref={field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={hintId}
        placeholder={intl.formatMessage({ id: 'replay.example' })}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          leavePast();
        }}
        data-testid="replay-field"
      />
      <span className={isWrong ? 'replay-hint field-problem' : 'replay-hint'} id={hintId} hidden={!isTyped}>
        {isWrong
          ? intl.formatMessage({ id: problem })
          : moment.kind === 'moment'
            ? `= ${instants.due(moment.atMs)}`
            : null}
      </span>
      <button type="submit" className="replay-step" disabled={moment.kind !== 'moment'}>
        {intl.formatMessage({ id: 'replay.look' })}
      </button>
    </form>
  );
};
