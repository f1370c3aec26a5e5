import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { FORMS, openForm, useDeskStore } from '../../state/desk-store.ts';
import { getNowMs } from '../../state/now-store.ts';
import { draftsQuery } from './forms/drafts.ts';

/** What somebody began to write on a ticket and did not send: a press goes on with it. */
export const OpenDrafts = ({ ticketId }: { readonly ticketId: number }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { data: drafts = [] } = useQuery(draftsQuery);
  const openedForm = useDeskStore((desk) => desk.form);
  const begun = FORMS.flatMap((form) => {
    const draft = drafts.find(({ key }) => key === `${form}:${ticketId}`);
    return draft === undefined || form === openedForm ? [] : { form, savedAtMs: draft.savedAtMs };
  });
  if (begun.length === 0) return null;
  return (
    <ul className="drafts">
      {begun.map(({ form, savedAtMs }) => (
        <li key={form}>
          <button type="button" className="link" onClick={() => openForm(form)} data-testid="open-draft">
            {intl.formatMessage(
              { id: 'page.draft' },
              { form: intl.formatMessage({ id: `form.${form}.title` }), at: instants.near(savedAtMs, getNowMs()) },
            )}
          </button>
        </li>
      ))}
    </ul>
  );
};
