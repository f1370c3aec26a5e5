import '../../styles/forecast.css';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { ForecastTicket } from '../../../shared/ipc/forecast-schemas.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { forecastQuery } from '../../ipc/queries.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { openTicket } from '../queue/open-ticket.ts';

const Line = ({ ticket }: { readonly ticket: ForecastTicket }) => {
  const intl = useIntl();
  const { instants, clockWords } = useApp();
  const { row, dueAtMs, expectedAtMs, medianMs, basisCount } = ticket;
  const open = (): void => {
    closeOverlay();
    openTicket(row.id);
  };
  return (
    <li>
      <button type="button" className="forecast-ticket" onClick={open} data-testid="forecast-ticket">
        <span className="forecast-head">
          <bdi>{row.reference}</bdi>
          <span data-priority={row.priority ?? undefined}>{row.priority}</span>
          <TierBadge tier={row.tier} />
          <bdi className="forecast-title">{row.title}</bdi>
        </span>
        <span className="forecast-times">
          {intl.formatMessage({ id: 'forecast.times' }, { due: instants.due(dueAtMs), at: instants.due(expectedAtMs) })}
        </span>
        <span className="forecast-basis">
          {intl.formatMessage(
            { id: 'forecast.basis' },
            {
              priority: row.priority,
              level: row.level,
              median: durationText(Math.round(medianMs / SECOND_MS), clockWords.number),
              count: basisCount,
            },
          )}
        </span>
      </button>
    </li>
  );
};

/** Tickets that will probably be late within the next shift. An estimate, and it says so. */
export const ForecastDialog = () => {
  const intl = useIntl();
  const { data, error } = useQuery(forecastQuery);
  return (
    <Modal
      opened
      onClose={closeOverlay}
      title={intl.formatMessage({ id: 'forecast.title' })}
      size={680}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <div className="forecast" data-testid="forecast">
        {error === null ? null : <p role="alert">{errorText(intl, error)}</p>}
        {data === undefined ? null : (
          <>
            <p className="forecast-note">
              <span className="mark">{intl.formatMessage({ id: 'forecast.estimate' })}</span>{' '}
              {intl.formatMessage(
                { id: 'forecast.note' },
                {
                  hours: data.horizonMs / HOUR_MS,
                  days: data.paceMs / DAY_MS,
                  checked: data.checked,
                  without: data.withoutBasis,
                },
              )}
            </p>
            {data.tickets.length === 0 ? (
              <p className="forecast-none">{intl.formatMessage({ id: 'forecast.none' })}</p>
            ) : (
              <ul>
                {data.tickets.map((ticket) => (
                  <Line ticket={ticket} key={ticket.row.id} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Modal>
  );
};
