import { IconClock, IconUser } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { LOCALES } from '../../i18n/messages.ts';
import { machineZone } from '../import/import-options.ts';
import { lengthText, minutesOf, timesText, wishText, type Span } from './session-words.ts';

/** The same span on the clock of this machine, where that is another. */
const useMachineTimes = (): ((span: Span) => string | null) => {
  const intl = useIntl();
  const { isForeignZone, state } = useApp();
  const own = instantFormat(LOCALES[state.language], machineZone());
  return (span) =>
    isForeignZone
      ? intl.formatMessage(
          { id: 'session.machineTimes' },
          { times: timesText(own, span), zone: own.zoneName(span.startMs) },
        )
      : null;
};

/** When a session is held and by whom, or when it was wished for. */
export const SessionWhen = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const machineTimes = useMachineTimes();
  const { row, wish } = page;
  const { startMs, endMs, expert } = row;
  const span = startMs === null || endMs === null ? null : { startMs, endMs };
  const zone = isForeignZone && startMs !== null ? ` ${instants.zoneName(startMs)}` : '';
  return (
    <div className="session-when" data-testid="session-when">
      <p>
        <IconClock size={15} stroke={1.9} aria-hidden="true" />
        {span === null ? (
          <span>
            {intl.formatMessage({ id: 'session.noTime' })}
            {wish === null ? null : (
              <span className="fact-more">
                {lengthText(intl, wish.durationMin)}, {wishText(intl, instants, wish)}
              </span>
            )}
          </span>
        ) : (
          <span>
            <strong>{instants.day(span.startMs)}</strong>
            <span className="session-times">
              {timesText(instants, span)}
              {zone} <span className="quiet">· {lengthText(intl, minutesOf(span))}</span>
            </span>
            {isForeignZone ? <span className="fact-more">{machineTimes(span)}</span> : null}
          </span>
        )}
      </p>
      <p>
        <IconUser size={15} stroke={1.9} aria-hidden="true" />
        {expert === null ? <span>{intl.formatMessage({ id: 'session.anyExpert' })}</span> : <bdi>{expert}</bdi>}
      </p>
    </div>
  );
};
