import { useIntl } from 'react-intl';
import { ASSIGNMENTS } from '../../../../shared/expertise/assignment.ts';
import { useApp } from '../../../app-context.ts';
import { FormField } from '../../../ui/form-field.tsx';
import { LineField } from '../../../ui/line-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useWorkSearches } from '../../expertise/use-work-searches.tsx';
import { languageName } from '../../ticket/forms/language-name.ts';
import { lengthText } from '../session-words.ts';
import { AttendeeField } from './attendee-field.tsx';
import { readEdge, readLength, type AskDraft, type AskProblem } from './ask-draft.ts';
import { ChoiceField } from './choice-field.tsx';
import { CustomerStays } from './customer-stays.tsx';
import { OF_NO_CUSTOMER } from './session-draft.ts';
import type { Context } from './session-order.ts';
import { TicketField } from './ticket-field.tsx';
import { useExpertChoices } from './use-expert-choices.ts';

type Props = {
  readonly draft: AskDraft;
  readonly problems: readonly AskProblem[];
  readonly context: Context;
  /** It was opened for a customer, who stays. */
  readonly hasCustomer: boolean;
  readonly onChange: (change: Partial<AskDraft>) => void;
};

const LANGUAGES = ['fr', 'en'] as const;

/** What somebody wishes: for whom, what, how long and about when. */
export const AskFields = ({ draft, problems, context, hasCustomer, onChange }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const searches = useWorkSearches();
  const experts = useExpertChoices(draft.expert, intl.formatMessage({ id: 'session.anyExpert' }));
  const word = (id: string): string => intl.formatMessage({ id });
  const problem = (field: AskProblem): string | null =>
    problems.includes(field) ? word(`session.askWrong.${field}`) : null;
  const minutes = readLength(draft.duration);
  const edge = (name: 'from' | 'until') => {
    const atMs = readEdge(draft[name], name, context);
    return (
      <LineField
        label={word(`session.field.wish.${name}`)}
        name={name}
        value={draft[name]}
        onChange={(value) => onChange({ [name]: value })}
        problem={problem(name)}
        note={atMs == null ? undefined : `= ${instants.due(atMs)}`}
        placeholder={word(`session.example.wish.${name}`)}
        maxLength={40}
        testId={`ask-${name}`}
      />
    );
  };
  return (
    <>
      <FormField
        label={word('create.customer')}
        problem={problems.includes('customer') ? word('work.wrong.customer') : null}
      >
        {(ids) =>
          hasCustomer ? (
            <CustomerStays ids={ids} name={draft.customerText} />
          ) : (
            <SearchField
              ids={ids}
              name="customer"
              text={draft.customerText}
              isChosen={draft.customer !== null}
              search={searches.customers}
              onType={(customerText) => onChange({ ...OF_NO_CUSTOMER, customerText })}
              onChoose={(customer) => onChange({ customer, customerText: customer.name })}
              listLabel={word('create.customers')}
              placeholder={word('session.customerHint')}
              none={word('work.noCustomer')}
            />
          )
        }
      </FormField>
      <div className="session-pair">
        <ChoiceField
          label={word('session.field.kind')}
          name="assignment"
          value={draft.assignment}
          choices={ASSIGNMENTS.map((value) => ({ value, label: word(`expertise.assignment.${value}`) }))}
          onChange={(assignment) => onChange({ assignment })}
          isFirst={hasCustomer}
        />
        <LineField
          label={word('session.field.duration')}
          name="duration"
          value={draft.duration}
          onChange={(duration) => onChange({ duration })}
          problem={problem('duration')}
          note={minutes === null ? undefined : `= ${lengthText(intl, minutes)}`}
          placeholder={word('session.example.duration')}
          maxLength={20}
          testId="ask-duration"
        />
        {edge('from')}
        {edge('until')}
        <ChoiceField
          label={word('session.field.expert')}
          name="expert"
          value={draft.expert}
          choices={experts}
          onChange={(expert) => onChange({ expert })}
        />
        <ChoiceField
          label={word('session.field.language')}
          name="language"
          value={draft.language}
          choices={LANGUAGES.map((value) => ({ value, label: languageName(intl.locale, value) }))}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <AttendeeField
        customer={draft.customer}
        attendees={draft.attendees}
        text={draft.attendeeText}
        problem={null}
        onChange={onChange}
      />
      <TicketField
        customer={draft.customer}
        text={draft.ticketText}
        ticket={draft.ticket}
        problem={problems.includes('ticket') ? word('session.wrong.ticket') : null}
        onChange={onChange}
      />
      <LineField
        label={word('session.field.note')}
        name="note"
        value={draft.note}
        onChange={(note) => onChange({ note })}
        placeholder={word('session.askNoteHint')}
        rows={2}
        testId="ask-note"
      />
    </>
  );
};
