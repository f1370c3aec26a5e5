import { useIntl } from 'react-intl';
import { ASSIGNMENTS } from '../../../../shared/expertise/assignment.ts';
import { FormField } from '../../../ui/form-field.tsx';
import { LineField } from '../../../ui/line-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useWorkSearches } from '../../expertise/use-work-searches.tsx';
import { languageName } from '../../ticket/forms/language-name.ts';
import { AttendeeField } from './attendee-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CustomerStays } from './customer-stays.tsx';
import { RecurrenceFields } from './recurrence-fields.tsx';
import { SlotFields } from './slot-fields.tsx';
import { TicketField } from './ticket-field.tsx';
import { OF_NO_CUSTOMER } from './session-draft.ts';
import { useExpertChoices } from './use-expert-choices.ts';
import type { SessionForm } from './use-session-form.ts';
import type { Problem } from './session-order.ts';

type Props = { readonly form: SessionForm; readonly focusField: (name: string) => void };

const LANGUAGES = ['fr', 'en'] as const;

/** For whom: found as one types. Where the form was opened for one, or of what exists already, the customer stays. */
const CustomerField = ({ form, focusField }: Props) => {
  const intl = useIntl();
  const searches = useWorkSearches();
  const { draft, change } = form;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <FormField
      label={word('create.customer')}
      problem={form.problems.includes('customer') ? word('work.wrong.customer') : null}
    >
      {(ids) =>
        form.hasCustomer ? (
          <CustomerStays ids={ids} name={draft.customerText} />
        ) : (
          <SearchField
            ids={ids}
            name="customer"
            text={draft.customerText}
            isChosen={draft.customer !== null}
            search={searches.customers}
            onType={(customerText) => change({ ...OF_NO_CUSTOMER, customerText })}
            onChoose={(customer, isLate) => {
              change({ customer, customerText: customer.name });
              if (!isLate) focusField('assignment');
            }}
            onAwaited={() => focusField('assignment')}
            listLabel={word('create.customers')}
            placeholder={word('session.customerHint')}
            none={word('work.noCustomer')}
          />
        )
      }
    </FormField>
  );
};

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
        <CustomerField form={form} focusField={focusField} />
        <ChoiceField
          label={word('session.field.kind')}
          name="assignment"
          value={draft.assignment}
          choices={ASSIGNMENTS.map((value) => ({ value, label: word(`expertise.assignment.${value}`) }))}
          onChange={(assignment) => retell({ assignment })}
          fixed={form.isOver ? word('session.kindStays') : null}
        />
        <ChoiceField
          label={word('session.field.language')}
          name="language"
          value={draft.language}
          choices={LANGUAGES.map((value) => ({ value, label: languageName(intl.locale, value) }))}
          onChange={(language) => retell({ language })}
        />
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
