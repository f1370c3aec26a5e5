import { Modal } from '@mantine/core';
import { useIntl } from 'react-intl';
import { showHelp, useUiStore } from '../state/ui-store.ts';
import { KeyCap } from '../ui/kbd.tsx';
import { COMMANDS, type CommandGroup } from './registry.ts';

const GROUPS: readonly CommandGroup[] = ['move', 'ticket', 'general', 'views'];

/** The keys of the place, read from the registry. */
export const HelpOverlay = () => {
  const intl = useIntl();
  const isOpen = useUiStore((ui) => ui.isHelpOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={() => showHelp(false)}
      title={intl.formatMessage({ id: 'help.title' })}
      size={720}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <div className="help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{intl.formatMessage({ id: `help.${group}` })}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map(({ id, keys }) => (
                <div key={id}>
                  <dt>{intl.formatMessage({ id: `command.${id}` })}</dt>
                  <dd>
                    {keys.map((key) => (
                      <KeyCap name={key} key={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
};
