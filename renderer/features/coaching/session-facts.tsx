import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { tell } from '../../state/notice-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { languageName } from '../ticket/forms/language-name.ts';
import { wishText } from './session-words.ts';

type LineProps = { readonly name: string; readonly children: ReactNode; readonly testId?: string };

const Line = ({ name, children, testId }: LineProps) => {
  const intl = useIntl();
  return (
    <div data-testid={testId}>
      <dt>{intl.formatMessage({ id: name })}</dt>
      <dd>{children}</dd>
    </div>
  );
};

/** The window opens no address but those of the offer: this one is for the clipboard. */
const Address = ({ link }: { readonly link: string }) => {
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'session.copyLink' });
  const copy = (): void =>
    void navigator.clipboard
      .writeText(link)
      .then(() => tell('done', intl.formatMessage({ id: 'session.linkCopied' })), reportFailure);
  return (
    <span className="session-link">
      <bdi>{link}</bdi>
      <button type="button" className="icon-button" onClick={copy} title={label} data-testid="session-copy-link">
        <IconCopy size={14} stroke={1.9} aria-hidden="true" />
        <span className="sr-only">{label}</span>
      </button>
    </span>
  );
};

/** Where a session is held, with whom, in which language and about which ticket; who asked for it and who wrote it down. */
export const SessionFacts = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { row, place, link, attendees, language, ticket, wish, warnings, recordedBy, recordedAtMs } = page;
  const nothing = <span className="quiet">{intl.formatMessage({ id: 'session.notSaid' })}</span>;
  return (
    <section className="card" aria-label={intl.formatMessage({ id: 'session.facts' })} data-testid="session-facts">
      <dl className="session-facts">
        <Line name="session.field.where">
          {place === null ? null : <bdi className="session-place">{place}</bdi>}
          {link === null ? null : <Address link={link} />}
          {place === null && link === null ? nothing : null}
        </Line>
        <Line name="session.field.attendees">
          {attendees.length === 0 ? (
            nothing
          ) : (
            <ul className="session-people">
              {attendees.map(({ name, email }) => (
                <li key={`${name} ${email ?? ''}`}>
                  <bdi>{name}</bdi> {email === null ? null : <bdi className="quiet">{email}</bdi>}
                </li>
              ))}
            </ul>
          )}
        </Line>
        <Line name="session.field.language">{languageName(intl.locale, language)}</Line>
        <Line name="session.field.ticket">
          {ticket === null ? (
            nothing
          ) : (
            <button type="button" className="link session-ticket" onClick={() => openTicket(ticket.id)}>
              <bdi>{ticket.reference}</bdi>
            </button>
          )}
        </Line>
        {wish === null || row.startMs === null ? null : (
          <Line name="session.field.wish" testId="session-wish">
            {wishText(intl, instants, wish)}
          </Line>
        )}
        {warnings.length === 0 ? null : (
          <Line name="session.field.warned" testId="session-warned">
            {intl.formatList(warnings.map((kind) => intl.formatMessage({ id: `session.kind.${kind}` })))}
          </Line>
        )}
        <Line name={wish === null ? 'session.field.plannedBy' : 'session.field.askedBy'}>
          <bdi>{wish?.by ?? recordedBy}</bdi> <span className="quiet">{instants.full(wish?.atMs ?? recordedAtMs)}</span>
        </Line>
      </dl>
    </section>
  );
};
