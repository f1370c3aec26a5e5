import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { useDeskStore } from '../../state/desk-store.ts';
import { runVerbOn } from '../desk/run-verb.ts';
import { primaryVerbs } from './primary-verbs.ts';
import { VERBS, type Verb, type VerbId } from './verbs.ts';

const VerbKey = ({ id }: { readonly id: VerbId }) => (
  <span aria-hidden="true">
    <CommandKey id={id} />
  </span>
);

/** What can be done with the ticket as it stands: what one does most in its state, and the rest in a menu. */
export const ActionBar = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const openedForm = useDeskStore((desk) => desk.form);
  const { row } = detail;
  const allowed = VERBS.filter((verb) => verb.isAllowed(row, detail, me));
  const primary = primaryVerbs(row, me, allowed);
  const rest = allowed.filter((verb) => !primary.includes(verb));
  const word = ({ id }: Verb): string => intl.formatMessage({ id: `page.verb.${id}` });
  const run = ({ id }: Verb): void => runVerbOn(id, row);
  return (
    <div className="actions" role="toolbar" aria-label={intl.formatMessage({ id: 'page.actions' })}>
      {primary.map((verb) => (
        <button
          type="button"
          key={verb.id}
          className="action"
          data-verb={verb.id}
          aria-pressed={verb.form === undefined ? undefined : verb.form === openedForm}
          onClick={() => run(verb)}
        >
          {word(verb)} <VerbKey id={verb.id} />
        </button>
      ))}
      {rest.length === 0 ? null : (
        <Menu position="bottom-end" withinPortal shadow="md" returnFocus={false}>
          <Menu.Target>
            <button type="button" className="action" data-testid="more-verbs">
              <IconDots size={15} stroke={2} aria-hidden="true" />
              <span className="sr-only">{intl.formatMessage({ id: 'page.more' })}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((verb) => (
              <Menu.Item
                key={verb.id}
                data-verb={verb.id}
                rightSection={<VerbKey id={verb.id} />}
                onClick={() => run(verb)}
              >
                {word(verb)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
};
