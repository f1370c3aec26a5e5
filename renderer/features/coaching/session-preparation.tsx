import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { isPlanner } from './session-acts.ts';
import { tickChecklist } from './tick-checklist.ts';

const Checklist = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const { checklist } = page;
  const doneCount = checklist.filter(({ isDone }) => isDone).length;
  const isLocked = !isPlanner(role) || page.row.state === 'cancelled';
  return (
    <>
      <h3>
        {intl.formatMessage({ id: 'session.field.checklist' })}{' '}
        <span className="count">
          {intl.formatMessage({ id: 'session.doneOf' }, { done: doneCount, count: checklist.length })}
        </span>
      </h3>
      <ul className="session-checklist" data-testid="session-checklist">
        {checklist.map(({ text, isDone }, index) => (
          // Two items may say the same: the place is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${text}`}>
            <label className="check">
              <input type="checkbox" checked={isDone} disabled={isLocked} onChange={() => tickChecklist(page, index)} />
              <bdi>{text}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What a session is for, how it is prepared, and what somebody noted. */
export const SessionPreparation = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { objectives, checklist, note } = page;
  if (objectives.length === 0 && checklist.length === 0 && note === null) return null;
  return (
    <section className="card session-preparation" aria-label={intl.formatMessage({ id: 'session.preparation' })}>
      {objectives.length === 0 ? null : (
        <>
          <h3>{intl.formatMessage({ id: 'session.field.objectives' })}</h3>
          <ul className="session-objectives">
            {objectives.map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {checklist.length === 0 ? null : <Checklist page={page} />}
      {note === null ? null : (
        <>
          <h3>{intl.formatMessage({ id: 'session.field.note' })}</h3>
          <p className="session-note">
            <bdi>{note}</bdi>
          </p>
        </>
      )}
    </section>
  );
};
