import '../../styles/coaching-report.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES, type Language } from '../../../shared/i18n/language.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { invitationQuery, sessionQuery } from '../../ipc/coaching-queries.ts';
import { closeCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { focusLeft } from './focus.ts';
import { InvitationActions } from './invitation-actions.tsx';
import { SessionAbout } from './session-about.tsx';
import { SessionLoading } from './session-loading.tsx';

const Text = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const [language, setLanguage] = useState<Language>(page.language);
  const { id, version } = page.row;
  const { data: mail, error } = useQuery(invitationQuery(id, language, version));
  const word = (name: string): string => intl.formatMessage({ id: `held.invitation.${name}` });
  const unreachable = page.attendees.filter(({ email }) => email === null);
  return (
    <>
      <div className="invitation-of">
        <SessionAbout page={page} />
        <ChoiceRow
          label={word('language')}
          value={language}
          choices={LANGUAGES.map((value) => ({
            value,
            label: intl.formatMessage({ id: `statement.language.${value}` }),
          }))}
          onChange={setLanguage}
          testId="invitation-language"
          isFirst
        />
      </div>
      {error === null ? null : (
        <p className="held-told form-failure" role="alert">
          {errorText(intl, error)}
        </p>
      )}
      {mail === undefined ? null : (
        <>
          <dl className="invitation" lang={language} data-testid="invitation">
            <dt>{word('to')}</dt>
            <dd data-testid="invitation-to">
              {mail.to.length === 0 ? <span className="quiet">{word('nobody')}</span> : mail.to.join(', ')}
              {unreachable.length === 0 ? null : (
                <span className="quiet invitation-missing">
                  {intl.formatMessage(
                    { id: 'held.invitation.missing' },
                    { names: intl.formatList(unreachable.map(({ name }) => name)) },
                  )}
                </span>
              )}
            </dd>
            <dt>{word('subject')}</dt>
            <dd data-testid="invitation-subject">{mail.subject}</dd>
            <dt>{word('body')}</dt>
            <dd className="invitation-body" data-testid="invitation-body">
              {mail.body}
            </dd>
          </dl>
          <InvitationActions page={page} mail={mail} onClose={closeCoachingDialog} />
        </>
      )}
    </>
  );
};

const Invitation = ({ id }: { readonly id: string }) => {
  const intl = useIntl();
  useReturnedFocus(focusLeft);
  const session = useQuery(sessionQuery(id));
  return (
    <Dialog onClose={closeCoachingDialog} title={intl.formatMessage({ id: 'held.invitation.heading' })} size={720}>
      <div data-testid="invitation-dialog">
        <SessionLoading session={session}>
          {(page) =>
            page.row.startMs === null ? (
              <p className="held-told">{intl.formatMessage({ id: 'error.coaching/not-planned' })}</p>
            ) : (
              <Text page={page} />
            )
          }
        </SessionLoading>
      </div>
    </Dialog>
  );
};

/** The invitation to a session in either language: copied, or opened in the mail program, which sends it. */
export const InvitationDialog = () => {
  const dialog = useCoachingStore((store) => store.dialog);
  return dialog?.kind === 'invitation' ? <Invitation key={dialog.id} id={dialog.id} /> : null;
};
