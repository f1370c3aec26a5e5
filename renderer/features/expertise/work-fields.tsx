import { useIntl } from 'react-intl';
import { ASSIGNMENTS } from '../../../shared/expertise/assignment.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { useHoursWords } from './use-hours-words.ts';
import type { WorkForm } from './use-work-form.ts';
import type { WorkProblem } from './work-draft.ts';
import { useWorkSearches } from './use-work-searches.tsx';

type Props = {
  readonly form: WorkForm;
  readonly problems: readonly WorkProblem[];
  readonly focusField: (name: string) => void;
  /** For whom and by whom is known, and not asked. */
  readonly isSettled: boolean;
};

/** What somebody says of the work: for whom, when, what, and on which ticket. */
export const WorkFields = ({ form, problems, focusField, isSettled }: Props) => {
  const intl = useIntl();
  const { state, instants } = useApp();
  const words = useHoursWords();
  const searches = useWorkSearches();
  const word = (id: string): string => intl.formatMessage({ id });
  const { draft, time, change } = form;
  const problem = (field: WorkProblem): string | null =>
    problems.includes(field) ? word(`work.wrong.${field}`) : null;
  const typedWrong = draft.when.trim() !== '' && time.kind !== 'time' ? time.kind : null;
  // Half a word is no mistake yet; what can be read and is wrong is told at once.
  const isToldNow = typedWrong !== null && (typedWrong !== 'unreadable' || problems.includes('when'));
  const spanOf = (startMs: number, endMs: number): string => words.minutes((endMs - startMs) / MINUTE_MS);
  const reading =
    time.kind !== 'time'
      ? word('work.whenHint')
      : intl.formatMessage(
          { id: time.isTimed ? 'work.readTimed' : 'work.readUntimed' },
          {
            from: time.isTimed ? instants.due(time.startMs) : instants.day(time.startMs),
            to: instants.time(time.endMs),
            span: spanOf(time.startMs, time.endMs),
          },
        );
  return (
    <>
      {isSettled ? null : (
        <CustomerSearch
          text={draft.customerText}
          customer={draft.customer}
          isMissing={problems.includes('customer')}
          placeholder={word('work.customerHint')}
          onType={(customerText) => change({ customerText, customer: null })}
          onChoose={(customer) => change({ customer, customerText: customer.name })}
          onNext={() => focusField('when')}
        />
      )}
      <FormField
        label={word('work.when')}
        problem={isToldNow ? word(`work.time.${typedWrong}`) : problem('when')}
        note={reading}
        className="work-when"
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            data-field="when"
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            placeholder={word('work.whenExample')}
            value={draft.when}
            onChange={({ currentTarget: { value } }) => change({ when: value })}
          />
        )}
      </FormField>
      <div className="work-kinds">
        <ChoiceRow
          label={word('work.assignment')}
          value={draft.assignment}
          choices={ASSIGNMENTS.map((value) => ({ value, label: word(`expertise.assignment.${value}`) }))}
          onChange={(assignment) => change({ assignment })}
          testId="work-assignment"
        />
      </div>
      {draft.assignment === 'diagnosis' ? (
        <div className="work-fault" data-group="fault" data-wrong={problems.includes('fault') || undefined}>
          <ChoiceRow
            label={word('work.fault')}
            value={draft.fault}
            choices={(['customer', 'service'] as const).map((value) => ({ value, label: word(`work.fault.${value}`) }))}
            onChange={(fault) => change({ fault })}
            testId="work-fault"
          />
          {problems.includes('fault') ? (
            <p className="form-told" data-wrong>
              {word('work.wrong.fault')}
            </p>
          ) : null}
        </div>
      ) : null}
      {form.isOverage ? (
        <FormField label={word('work.overageReason')} problem={problem('overageReason')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              data-field="overageReason"
              maxLength={400}
              value={draft.overageReason}
              onChange={({ currentTarget: { value } }) => change({ overageReason: value })}
            />
          )}
        </FormField>
      ) : null}
      <div className="work-pair">
        <FormField label={word('work.ticket')} problem={problem('ticket')}>
          {(ids) => (
            <SearchField
              ids={ids}
              name="ticket"
              text={draft.ticketText}
              isChosen={draft.ticket !== null}
              search={searches.tickets}
              onType={(ticketText) => change({ ticketText, ticket: null })}
              onChoose={(ticket) => {
                change({ ticket, ticketText: ticket.reference });
                focusField('note');
              }}
              listLabel={word('work.tickets')}
              placeholder={word('work.ticketHint')}
              none={word('work.noTicket')}
            />
          )}
        </FormField>
        {state.me.role === 'lead' && !isSettled ? (
          <FormField label={word('work.expert')}>
            {(ids) => (
              <SearchField
                ids={ids}
                name="expert"
                text={draft.expert}
                // Any name may be typed: nobody needs to have tickets to be an expert.
                isChosen
                search={searches.people}
                onType={(expert) => change({ expert })}
                onChoose={(expert) => change({ expert })}
                listLabel={word('work.experts')}
                placeholder={state.me.name}
              />
            )}
          </FormField>
        ) : null}
      </div>
      <FormField label={word('work.note')}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            data-field="note"
            rows={2}
            maxLength={20_000}
            value={draft.note}
            onChange={({ currentTarget: { value } }) => change({ note: value })}
          />
        )}
      </FormField>
    </>
  );
};
