import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { momentText, parseMoment } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { askAsOf, useReportStore } from '../../state/report-store.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { AS_OF_ID } from './focus.ts';
import { focusPlace } from './use-places.ts';

/** The past instant of which the report is to be: typed as every moment is, asked for by Enter. Empty is now. */
export const AsOfField = () => {
  const intl = useIntl();
  const { instants } = useApp();
  const zone = useZone();
  const hintId = useId();
  const asOfMs = useReportStore((reports) => reports.asOfMs);
  const known = asOfMs === null ? '' : momentText(zone, asOfMs);
  const [text, setText] = useState(known);
  const [sent, setSent] = useState(asOfMs);
  if (sent !== asOfMs) {
    setSent(asOfMs);
    setText(known);
  }
  const typed = text.trim();
  const isTyped = typed !== '' && text !== known;
  const moment = isTyped ? parseMoment(typed, { nowMs: getRealNowMs(), zone, side: 'past' }) : null;
  const isWrong = moment !== null && moment.kind !== 'moment';
  const word = (id: string): string => intl.formatMessage({ id });
  const submit = (): void => {
    if (typed === '') askAsOf(null);
    else if (moment?.kind === 'moment') askAsOf(moment.atMs);
    else if (isWrong) return;
    focusPlace();
  };
  return (
    <form
      className="rep-as-of"
      data-own-keys
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className="quiet" htmlFor={AS_OF_ID}>
        {word('reports.asKnownAt')}
      </label>
      <input
        id={AS_OF_ID}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={hintId}
        placeholder={word('reports.asKnownExample')}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (text !== known) setText(known);
          else focusPlace();
        }}
        data-testid="report-as-of"
      />
      <span className="rep-hint" id={hintId} hidden={!isTyped} data-wrong={isWrong || undefined} role="status">
        {moment === null
          ? null
          : moment.kind === 'moment'
            ? intl.formatMessage({ id: 'reports.enter' }, { at: instants.full(moment.atMs) })
            : word(moment.kind === 'wrongSide' ? 'form.moment.pastOnly' : 'form.moment.unreadable')}
      </span>
    </form>
  );
};
