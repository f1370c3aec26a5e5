import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { LineField } from '../../../ui/line-field.tsx';
import { CustomerSearch } from '../../expertise/customer-search.tsx';
import { lengthText } from '../session-words.ts';
import { AttendeeField } from './attendee-field.tsx';
import { readEdge, readLength, type AskDraft, type AskProblem } from './ask-draft.ts';
import { ChoiceField } from './choice-field.tsx';
import { OF_NO_CUSTOMER } from './session-draft.ts';
import type { Context } from './session-order.ts';
import { TicketField } from './ticket-field.tsx';
import { KindField, LanguageField } from './what-fields.tsx';
import { useExpertChoices } from './use-expert-choices.ts';

type Props = {
  readonly draft: AskDraft;
  readonly problems: readonly AskProblem[];
  readonly context: Context;
  /** It was opened for a customer, who stays. */
  readonly hasCustomer: boolean;
  readonly onChange: (change: Partial<AskDraft>) => void;
};

/** What somebody wishes: for whom, what, how long and about when. */
export const AskFields = ({ draft, problems, context, hasCustomer, onChange }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
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
      <CustomerSearch
        text={draft.customerText}
        customer={draft.customer}
        isMissing={problems.includes('customer')}
        placeholder={word('session.customerHint')}
        onType={(customerText) => onChange({ ...OF_NO_CUSTOMER, customerText })}
        onChoose={(customer) => onChange({ customer, customerText: customer.name })}
        stays={hasCustomer}
      />
      <div className="session-pair">
        <KindField value={draft.assignment} onChange={(assignment) => onChange({ assignment })} isFirst={hasCustomer} />
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
        <LanguageField value={draft.language} onChange={(language) => onChange({ language })} />
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
