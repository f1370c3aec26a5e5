import '../styles/keys.css';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../app-context.ts';
import { showHelp, useUiStore } from '../state/ui-store.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { COMMAND_GROUPS } from './command.ts';
import { KeyChoice, saveKeys } from './key-choice.tsx';
import { bestFit } from './palette/rank.ts';
import { COMMANDS } from './registry.ts';

/** The keys of every command, read from the registry; each can be changed here. */
export const HelpOverlay = () => {
  const intl = useIntl();
  useFocusBack();
  const isOpen = useUiStore((ui) => ui.isHelpOpen);
  const { keys: chosen } = useApp().state.preferences;
  const [typed, setTyped] = useState('');
  const found = COMMANDS.filter(
    ({ id }) => typed.trim() === '' || bestFit([intl.formatMessage({ id: `command.${id}` })], typed) !== null,
  );
  const groups = COMMAND_GROUPS.filter((name) => found.some(({ group }) => group === name));
  return (
    <Modal
      opened={isOpen}
      onClose={() => showHelp(false)}
      title={intl.formatMessage({ id: 'help.title' })}
      size={860}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <div className="key-head">
        <input
          type="text"
          className="option-search"
          value={typed}
          spellCheck={false}
          placeholder={intl.formatMessage({ id: 'keys.find' })}
          aria-label={intl.formatMessage({ id: 'keys.find' })}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
          data-testid="key-find"
        />
        <p className="quiet" id="keys-intro">
          {intl.formatMessage({ id: 'keys.intro' })}
        </p>
        {Object.keys(chosen).length > 0 ? (
          <button type="button" className="link" onClick={() => saveKeys({})} data-testid="keys-reset-all">
            {intl.formatMessage({ id: 'keys.resetAll' })}
          </button>
        ) : null}
      </div>
      <div className="help" data-testid="key-sheet">
        {groups.map((name) => (
          <section key={name}>
            <h3>{intl.formatMessage({ id: `help.${name}` })}</h3>
            {found
              .filter(({ group }) => group === name)
              .map((command) => (
                <KeyChoice command={command} key={command.id} />
              ))}
          </section>
        ))}
        {groups.length === 0 ? <p className="quiet">{intl.formatMessage({ id: 'keys.nothing' })}</p> : null}
      </div>
    </Modal>
  );
};
