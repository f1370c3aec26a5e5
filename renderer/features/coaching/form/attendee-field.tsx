import { IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { FormField } from '../../../ui/form-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { ChosenCustomer } from '../../expertise/work-draft.ts';
import { isSameAttendee, type Attendee } from './read-attendee.ts';
import { useSearches } from './use-searches.tsx';

type Props = {
  readonly customer: ChosenCustomer | null;
  readonly attendees: readonly Attendee[];
  readonly text: string;
  readonly problem: string | null;
  readonly onChange: (change: { readonly attendees?: readonly Attendee[]; readonly attendeeText?: string }) => void;
};

/** Who takes part: contacts of the customer are suggested, anybody can be typed with an address. */
export const AttendeeField = ({ customer, attendees, text, problem, onChange }: Props) => {
  const intl = useIntl();
  const searches = useSearches(customer);
  const add = (attendee: Attendee): void => {
    const isThere = attendees.some((one) => isSameAttendee(one, attendee));
    onChange({ attendees: isThere ? attendees : [...attendees, attendee], attendeeText: '' });
  };
  const remove = (attendee: Attendee): void =>
    onChange({ attendees: attendees.filter((one) => !isSameAttendee(one, attendee)) });
  return (
    <FormField
      label={intl.formatMessage({ id: 'session.field.attendees' })}
      problem={problem}
      className="attendee-field"
    >
      {(ids) => (
        <>
          {attendees.length === 0 ? null : (
            <ul className="attendees" data-testid="attendees">
              {attendees.map((one) => {
                const label = intl.formatMessage({ id: 'session.removeAttendee' }, { name: one.name });
                return (
                  <li key={`${one.name} ${one.email ?? ''}`}>
                    <bdi title={one.email ?? undefined}>{one.name}</bdi>
                    <button type="button" className="icon-button" title={label} onClick={() => remove(one)}>
                      <IconX size={12} stroke={2.2} aria-hidden="true" />
                      <span className="sr-only">{label}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          <SearchField
            ids={ids}
            name="attendees"
            text={text}
            isChosen={false}
            search={(typed) => searches.attendees(typed, attendees)}
            onType={(attendeeText) => onChange({ attendeeText })}
            onChoose={add}
            listLabel={intl.formatMessage({ id: 'session.contacts' })}
            placeholder={intl.formatMessage({ id: 'session.attendeeHint' })}
          />
        </>
      )}
    </FormField>
  );
};
