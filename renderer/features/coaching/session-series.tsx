import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { seekSession } from '../../state/coaching-store.ts';
import { spanText } from './session-words.ts';
import { StateSign } from './state-sign.tsx';

/** The other sessions of a series; a press shows one. */
export const SessionSeries = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { series } = page;
  if (series.length === 0) return null;
  return (
    <section className="card" aria-label={intl.formatMessage({ id: 'session.series' })}>
      <h3>
        {intl.formatMessage({ id: 'session.series' })} <span className="count">{series.length}</span>
      </h3>
      <ul className="session-series" data-testid="session-series">
        {series.map(({ id, state, startMs, endMs }) => (
          <li key={id}>
            <StateSign state={state} isShort />
            <button type="button" className="link" onClick={() => seekSession(id)}>
              {startMs === null || endMs === null
                ? intl.formatMessage({ id: 'session.noTime' })
                : spanText(instants, { startMs, endMs })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
