import { useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../app-context.ts';
import { keepPreferences } from '../ipc/keep-preferences.ts';
import { KeyCap } from '../ui/kbd.tsx';
import type { Command } from './command.ts';
import { keyNameOf, type KeyName } from './key.ts';
import { conflictOf, keysOf, withKey, withShippedKeys, type ChosenKeys } from './keymap.ts';
import { COMMANDS } from './registry.ts';

export const saveKeys = (keys: ChosenKeys): void =>
  keepPreferences({ keys: Object.fromEntries(Object.entries(keys).map(([id, names]) => [id, [...names]])) });

/** Keys that dialogs and the focus live by: no command takes them, and none of theirs is changed. */
const FIXED = /^(?:Shift\+)?(?:Escape|Tab|Enter|Space|Unidentified)$/;

const Keys = ({ keys }: { readonly keys: readonly KeyName[] }) => {
  const intl = useIntl();
  if (keys.length === 0) return <span className="quiet">{intl.formatMessage({ id: 'keys.none' })}</span>;
  return keys.map((key) => <KeyCap name={key} key={key} />);
};

type Listening = { readonly key: KeyName; readonly other: Command | null } | 'unusable' | 'waiting' | null;

/** A command with its keys. Pressed, it waits for a new one, and says whose that is where it is taken. */
export const KeyChoice = ({ command }: { readonly command: Command }) => {
  const intl = useIntl();
  const { keys: chosen } = useApp().state.preferences;
  const [listening, setListening] = useState<Listening>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = intl.formatMessage({ id: `command.${command.id}` });
  const isFixed = command.keys.some((key) => FIXED.test(key));
  const isChosen = chosen[command.id] !== undefined;

  const end = (): void => {
    // The choice goes away with the focus.
    button.current?.focus();
    setListening(null);
  };
  const take = (key: KeyName): void => {
    end();
    saveKeys(withKey(COMMANDS, chosen, command.id, key));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (listening !== 'waiting' && listening !== 'unusable') return;
    if (event.key === 'Tab') {
      setListening(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setListening(null);
      return;
    }
    const key = keyNameOf(event.nativeEvent);
    if (key === null) return;
    if (FIXED.test(key)) {
      setListening('unusable');
      return;
    }
    const other = conflictOf(COMMANDS, chosen, command.id, key);
    if (other === null) take(key);
    else setListening({ key, other });
  };

  const keys = <Keys keys={keysOf(command, chosen)} />;
  if (isFixed) {
    return (
      <div className="key-line">
        <span>{name}</span>
        <span className="key-caps">{keys}</span>
      </div>
    );
  }
  const isWaiting = listening === 'waiting' || listening === 'unusable';
  const ofChoice = {
    type: 'button',
    className: 'link',
    'data-mantine-stop-propagation': true,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key === 'Escape') end();
    },
  } as const;
  return (
    <div className="key-line" data-command={command.id}>
      <button
        type="button"
        className="key-change"
        aria-describedby="keys-intro"
        onClick={() => setListening('waiting')}
        ref={button}
        onKeyDown={onKeyDown}
        // Escape ends the waiting, and not the dialog around it.
        data-mantine-stop-propagation={isWaiting || undefined}
        onBlur={() => {
          if (isWaiting) setListening(null);
        }}
        data-testid={`key-${command.id}`}
      >
        <span>{name}</span>
        <span className="key-caps">
          {isWaiting ? (
            <span className="key-wait" role="status">
              {intl.formatMessage({ id: listening === 'unusable' ? 'keys.notUsable' : 'keys.press' })}
            </span>
          ) : (
            keys
          )}
        </span>
      </button>
      {isChosen && listening === null ? (
        <button
          type="button"
          className="link"
          onClick={() => saveKeys(withShippedKeys(COMMANDS, chosen, command.id))}
          aria-label={intl.formatMessage({ id: 'keys.resetOne' }, { command: name })}
        >
          ↺
        </button>
      ) : null}
      {listening !== null && typeof listening === 'object' ? (
        <div className="key-taken" role="alert">
          <span>
            {intl.formatMessage(
              { id: 'keys.taken' },
              {
                key: <KeyCap name={listening.key} key="key" />,
                command: intl.formatMessage({ id: `command.${listening.other?.id ?? ''}` }),
              },
            )}
          </span>
          <button
            {...ofChoice}
            onClick={() => take(listening.key)}
            // The choice follows the key at once.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          >
            {intl.formatMessage({ id: 'keys.takeOver' })}
          </button>
          <button {...ofChoice} onClick={end}>
            {intl.formatMessage({ id: 'keys.keep' })}
          </button>
        </div>
      ) : null}
    </div>
  );
};
