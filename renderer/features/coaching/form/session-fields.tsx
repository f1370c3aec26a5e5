import { useIntl } from 'react-intl';
import { LineField } from '../../../ui/line-field.tsx';
import { CustomerSearch } from '../../expertise/customer-search.tsx';
import { AttendeeField } from './attendee-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { RecurrenceFields } from './recurrence-fields.tsx';
import { SlotFields } from './slot-fields.tsx';
import { TicketField } from './ticket-field.tsx';
import { OF_NO_CUSTOMER } from './session-draft.ts';
import { KindField, LanguageField } from './what-fields.tsx';
import { useExpertChoices } from './use-expert-choices.ts';
import type { SessionForm } from './use-session-form.ts';
import type { Problem } from './session-order.ts';

type Props = { readonly form: SessionForm; readonly focusField: (name: string) => void };

/** What somebody says of a session: for whom, what, with whom, when and where. */
export const SessionFields = ({ form, focusField }: Props) => {
  const intl = useIntl();
  const { draft, slot, problems, change, retell } = form;
  const experts = useExpertChoices(draft.expert, intl.formatMessage({ id: 'session.chooseExpert' }));
  const word = (id: string): string => intl.formatMessage({ id });
  const problem = (field: Problem): string | null => (problems.includes(field) ? word(`session.wrong.${field}`) : null);
  return (
    <>
      <div className="session-who">
        <CustomerSearch
          text={draft.customerText}
          customer={draft.customer}
          isMissing={problems.includes('customer')}
          placeholder={word('session.customerHint')}
          onType={(customerText) => change({ ...OF_NO_CUSTOMER, customerText })}
          onChoose={(customer) => change({ customer, customerText: customer.name })}
          onNext={() => focusField('assignment')}
          stays={form.hasCustomer}
        />
        <KindField
          value={draft.assignment}
          onChange={(assignment) => retell({ assignment })}
          fixed={form.isOver ? word('session.kindStays') : null}
        />
        <LanguageField value={draft.language} onChange={(language) => retell({ language })} />
      </div>
      {form.isTimed ? (
        <>
          <SlotFields typed={draft} slot={slot} isChecked={form.isChecked} onChange={change} />
          <div className="session-recurs" data-recurs={(form.mayRecur && draft.everyWeeks > 0) || undefined}>
            <ChoiceField
              label={word('session.field.expert')}
              name="expert"
              value={draft.expert}
              choices={experts}
              onChange={(expert) => change({ expert })}
              problem={problem('expert')}
            />
            {form.mayRecur ? <RecurrenceFields draft={draft} problems={problems} onChange={change} /> : null}
          </div>
        </>
      ) : null}
      <AttendeeField
        customer={draft.customer}
        attendees={draft.attendees}
        text={draft.attendeeText}
        problem={problem('attendees')}
        onChange={change}
      />
      <div className="session-where">
        <LineField
          label={word('session.field.link')}
          name="link"
          value={draft.link}
          onChange={(link) => change({ link })}
          problem={problem('link')}
          placeholder={word('session.example.link')}
          maxLength={2_000}
          testId="session-link"
        />
        <LineField
          label={word('session.field.place')}
          name="place"
          value={draft.place}
          onChange={(place) => change({ place })}
          testId="session-place"
        />
        <TicketField
          customer={draft.customer}
          text={draft.ticketText}
          ticket={draft.ticket}
          problem={problem('ticket')}
          onChange={change}
        />
      </div>
      <div className="session-pair">
        <LineField
          label={word('session.field.objectives')}
          name="objectives"
          value={draft.objectives}
          onChange={(objectives) => change({ objectives })}
          problem={problem('objectives')}
          rows={3}
          testId="session-objectives"
        />
        <LineField
          label={word('session.field.checklist')}
          name="checklist"
          value={draft.checklist}
          onChange={(checklist) => change({ checklist })}
          problem={problem('checklist')}
          rows={3}
          testId="session-checklist-text"
        />
      </div>
      <LineField
        label={word('session.field.note')}
        name="note"
        value={draft.note}
        onChange={(note) => change({ note })}
        rows={2}
        testId="session-note"
      />
    </>
  );
};
