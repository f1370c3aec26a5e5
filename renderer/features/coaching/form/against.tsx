import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../../../i18n/error-text.ts';
import { FreeSlots } from './free-slots.tsx';
import { HoursSums } from './hours-sums.tsx';
import { Occurrences } from './occurrences.tsx';
import type { SessionForm } from './use-session-form.ts';

type Props = { readonly form: SessionForm; readonly skip: ReactNode };

/** What stands against a session, what it takes of the hours, and when else it could be. */
export const Against = ({ form, skip }: Props) => {
  const intl = useIntl();
  const { reading, isTimed } = form;
  const { value, error, isStale } = reading;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <section
      className="session-against"
      id="session-against"
      tabIndex={-1}
      aria-busy={isStale}
      aria-label={word('session.against')}
      data-stale={isStale || undefined}
      data-testid="session-against"
    >
      <div aria-live="polite">
        <h3>{word('session.against')}</h3>
        {error !== null ? (
          <p className="work-told" data-tone="over">
            <IconBan size={15} stroke={2} aria-hidden="true" />
            <span>{errorText(intl, error)}</span>
          </p>
        ) : value === null ? (
          <p className="quiet">{word(isTimed ? 'session.againstEmpty' : 'session.againstUntimed')}</p>
        ) : (
          <>
            <Occurrences occurrences={value.occurrences} />
            {skip}
            <HoursSums hours={value.hours} />
          </>
        )}
      </div>
      {isTimed ? <FreeSlots form={form} /> : null}
    </section>
  );
};
