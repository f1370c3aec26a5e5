import '../../styles/palette.css';
import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Workspace } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { takeTypedAhead } from '../../ui/dialog-type-ahead.ts';
import { presentTargets } from '../../features/desk/targets.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { KeyCap } from '../../ui/kbd.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { PaletteLine } from './palette-line.tsx';
import { choose, chooseOther, remember, type PaletteItem } from './palette-item.ts';
import { usePaletteSections } from './use-palette-sections.ts';

const LIST_ID = 'palette-list';
const optionId = (key: string): string => `palette-${key.replaceAll(/[^\w-]/g, '_')}`;

/** Chosen lines run once the palette is gone: what they open takes the focus then. */
const run = (item: PaletteItem, workspace: Workspace, isOther: boolean): void => {
  remember(item, workspace);
  closeOverlay();
  setTimeout(() => (isOther ? chooseOther(item) : choose(item)));
};

const TargetNote = () => {
  const intl = useIntl();
  const [targets] = useState(presentTargets);
  if (targets.kind === 'none') return null;
  return (
    <span className="palette-target">
      {targets.kind === 'one'
        ? intl.formatMessage({ id: 'palette.target.one' }, { reference: targets.row.reference })
        : intl.formatMessage({ id: 'palette.target.many' }, { count: targets.ids.length })}
    </span>
  );
};

const HINTS = [
  ['palette.keyMove', 'ArrowDown'],
  ['palette.keyRun', 'Enter'],
  ['palette.keyClose', 'Escape'],
] as const;
const CUSTOMER_HINTS = [
  ['palette.keyMove', 'ArrowDown'],
  ['customers.keyTickets', 'Enter'],
  ['customers.keyPage', 'Shift+Enter'],
  ['palette.keyClose', 'Escape'],
] as const;

const PaletteBody = () => {
  const intl = useIntl();
  const { workspace } = useApp().state;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const sections = usePaletteSections(typed).filter(({ items }) => items.length > 0);
  const items = sections.flatMap((section) => section.items);
  const active = items[Math.min(at, items.length - 1)];
  const activeKey = active?.key;

  useLayoutEffect(() => {
    field.current?.focus();
    // What was typed while this was on its way was meant for it.
    // oxlint-disable-next-line react/set-state-in-effect
    setTyped(takeTypedAhead());
  }, []);
  useEffect(() => {
    if (activeKey !== undefined) document.getElementById(optionId(activeKey))?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);

  const move = (to: number): void => setAt(items.length === 0 ? 0 : (to + items.length) % items.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = 8;
    const now = Math.min(at, items.length - 1);
    if (event.key === 'ArrowDown') move(now + 1);
    else if (event.key === 'ArrowUp') move(now - 1);
    else if (event.key === 'PageDown') setAt(Math.min(items.length - 1, now + page));
    else if (event.key === 'PageUp') setAt(Math.max(0, now - page));
    else if (event.key === 'Enter' && active !== undefined && !event.nativeEvent.isComposing) {
      run(active, workspace, event.shiftKey);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="palette" data-testid="palette">
      <div className="palette-head">
        <IconSearch size={16} stroke={2} aria-hidden="true" />
        <input
          type="text"
          ref={field}
          role="combobox"
          aria-expanded="true"
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={activeKey === undefined ? undefined : optionId(activeKey)}
          aria-label={intl.formatMessage({ id: 'palette.find' })}
          placeholder={intl.formatMessage({ id: 'palette.find' })}
          value={typed}
          maxLength={400}
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          data-autofocus
          data-testid="palette-input"
        />
        <TargetNote />
      </div>
      <div
        className="palette-list"
        id={LIST_ID}
        role="listbox"
        aria-label={intl.formatMessage({ id: 'palette.title' })}
        // It scrolls; the field keeps the focus.
        tabIndex={-1}
      >
        {sections.map(({ name, items: lines }) => (
          <div role="group" aria-labelledby={`palette-head-${name}`} key={name}>
            <div className="palette-section" id={`palette-head-${name}`} role="presentation">
              {intl.formatMessage({ id: `palette.${name}` })}
            </div>
            {lines.map((item) => (
              // Keys are the field's.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                role="option"
                className="palette-line"
                id={optionId(item.key)}
                aria-selected={item.key === activeKey}
                onClick={({ shiftKey }) => run(item, workspace, shiftKey)}
                onMouseMove={() => setAt(items.indexOf(item))}
                data-kind={item.kind}
                data-testid="palette-option"
                key={item.key}
              >
                <PaletteLine item={item} />
              </div>
            ))}
          </div>
        ))}
        {items.length === 0 ? <p className="palette-nothing">{intl.formatMessage({ id: 'palette.nothing' })}</p> : null}
      </div>
      <footer className="palette-foot">
        <span role="status">{intl.formatMessage({ id: 'palette.results' }, { count: items.length })}</span>
        <span className="hints" aria-hidden="true">
          {(active?.kind === 'customer' ? CUSTOMER_HINTS : HINTS).map(([id, key]) => (
            <span className="hint" key={id}>
              <KeyCap name={key} /> {intl.formatMessage({ id })}
            </span>
          ))}
        </span>
      </footer>
    </div>
  );
};

/** Everything by its name: commands, tickets, customers, people, macros. */
export const Palette = () => {
  const intl = useIntl();
  useFocusBack();
  return (
    <Modal.Root opened onClose={closeOverlay} yOffset="12vh" size={640} padding={0} transitionProps={{ duration: 90 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={intl.formatMessage({ id: 'palette.title' })}>
        <Modal.Body>
          <PaletteBody />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
