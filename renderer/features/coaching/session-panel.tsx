import '../../styles/session.css';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { showSession, useCoachingStore } from '../../state/coaching-store.ts';
import { closeSession, PANEL_ID } from './focus.ts';
import { SessionSheet } from './session-sheet.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';

const onKeyDown = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
  event.preventDefault();
  closeSession();
};

const Frame = ({ children }: { readonly children: ReactNode }) => {
  const intl = useIntl();
  return (
    // Escape leaves it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="session-panel"
      id={PANEL_ID}
      // It scrolls, so keys must be able to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'session.panel' })}
      onKeyDown={onKeyDown}
      data-testid="session-panel"
    >
      {children}
    </section>
  );
};

const Shown = ({ id }: { readonly id: string }) => {
  const intl = useIntl();
  const { data: page, error, refetch } = useQuery(sessionQuery(id));
  if (page !== undefined) return <SessionSheet page={page} />;
  if (error === null) return <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p>;
  return (
    <FailureScreen title={intl.formatMessage({ id: 'session.failed' })} error={error} retry={refetch}>
      <button type="button" className="banner-button" onClick={() => showSession(null)}>
        {intl.formatMessage({ id: 'close' })}
      </button>
    </FailureScreen>
  );
};

/** The page of the session that is shown beside the calendar. */
export const SessionPanel = () => {
  const id = useCoachingStore(({ sessionId }) => sessionId);
  return id === null ? null : (
    <Frame>
      <Shown id={id} key={id} />
    </Frame>
  );
};
