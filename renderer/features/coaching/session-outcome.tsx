import { useQuery } from '@tanstack/react-query';
import { IconFileText } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { openCoachingDialog } from '../../state/coaching-store.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { languageName } from '../ticket/forms/language-name.ts';
import { isPlanner } from './session-acts.ts';
import { lengthText, noticeText } from './session-words.ts';

type Props = { readonly page: SessionPage };

const CalledOff = ({ page }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { cancelled } = page;
  if (cancelled === null) return null;
  const { by, reason, recordedBy, atMs, noticeMs } = cancelled;
  return (
    <div data-testid="session-cancelled">
      <p>
        <strong>{intl.formatMessage({ id: `session.calledOffBy.${by}` })}</strong> {noticeText(intl, noticeMs)}
      </p>
      <p className="session-note">
        <bdi>{reason}</bdi>
      </p>
      <p className="quiet">
        {intl.formatMessage({ id: 'session.recorded' }, { by: recordedBy, at: instants.full(atMs) })}
      </p>
    </div>
  );
};

const Work = ({ page, workId }: Props & { readonly workId: string }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const { id, customerId } = page.row;
  const { data: ledger } = useQuery(ledgerQuery(customerId));
  const entry = ledger?.work.find((work) => work.id === workId);
  const isTakenBack = entry !== undefined && entry.reversed !== null;
  return (
    <p data-testid="session-work">
      {entry === undefined
        ? intl.formatMessage({ id: 'session.workPosted' })
        : intl.formatMessage(
            { id: isTakenBack ? 'session.workTakenBack' : 'session.workOf' },
            { worked: lengthText(intl, entry.workedMin), charged: lengthText(intl, entry.chargedMin) },
          )}{' '}
      <button type="button" className="link" onClick={() => openCustomer(customerId, 'hours')}>
        {intl.formatMessage({ id: 'session.showWork' })}
      </button>
      {isTakenBack && isPlanner(role) ? (
        <button
          type="button"
          className="banner-button"
          onClick={() => openCoachingDialog({ kind: 'finish', id })}
          data-testid="session-finish-again"
        >
          {intl.formatMessage({ id: 'session.act.finish' })}
        </button>
      ) : null}
    </p>
  );
};

const Reports = ({ page }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { reports, row } = page;
  return (
    <ul className="session-reports">
      {reports.map(({ language, savedBy, savedAtMs }) => (
        <li key={language}>
          <button
            type="button"
            className="link"
            onClick={() => openCoachingDialog({ kind: 'report', id: row.id, language })}
          >
            <IconFileText size={14} stroke={1.9} aria-hidden="true" />{' '}
            {intl.formatMessage({ id: 'session.reportIn' }, { language: languageName(intl.locale, language) })}
          </button>
          <span className="quiet">
            <bdi>{savedBy}</bdi>, {instants.full(savedAtMs)}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What came of a session: why it was not held, or the work and the reports that it left. */
export const SessionOutcome = ({ page }: Props) => {
  const intl = useIntl();
  const { cancelled, noShowNote, workId, reports, row } = page;
  const isMissed = row.state === 'noShow';
  if (cancelled === null && !isMissed && workId === null && reports.length === 0) return null;
  return (
    <section className="card session-outcome" aria-label={intl.formatMessage({ id: 'session.outcome' })}>
      <h3>{intl.formatMessage({ id: 'session.outcome' })}</h3>
      <CalledOff page={page} />
      {isMissed ? (
        <p className="session-note" data-testid="session-no-show">
          {noShowNote === null ? intl.formatMessage({ id: 'session.noShowOnly' }) : <bdi>{noShowNote}</bdi>}
        </p>
      ) : null}
      {workId === null ? null : <Work page={page} workId={workId} />}
      {reports.length === 0 ? null : <Reports page={page} />}
    </section>
  );
};
