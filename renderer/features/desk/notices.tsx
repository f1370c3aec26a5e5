import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState, type FocusEvent } from 'react';
import { useIntl } from 'react-intl';
import { CommandKey } from '../../commands/command-key.tsx';
import { dismiss, useNoticeStore, type Notice } from '../../state/notice-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { undoNotice } from './undo.ts';

const STAY_MS = 8_000;

type Props = { readonly notice: Notice; readonly isHeld: boolean; readonly isLast: boolean };

const NoticeLine = ({ notice, isHeld, isLast }: Props) => {
  const intl = useIntl();
  const { id, tone, text, commandId, takeBack } = notice;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismiss(id), STAY_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  const Icon = tone === 'done' ? IconCheck : IconAlertTriangle;
  const close = (): void => {
    dismiss(id);
    focusQueue();
  };
  return (
    <li className="notice" data-tone={tone} data-testid="notice">
      <Icon size={15} stroke={2.2} aria-hidden="true" />
      <span className="notice-text">{text}</span>
      {commandId === null && takeBack === undefined ? null : (
        <button
          type="button"
          className="notice-undo"
          onClick={() => {
            focusQueue();
            void undoNotice(notice);
          }}
        >
          {intl.formatMessage({ id: 'notice.undo' })}
          {isLast ? <CommandKey id="undo" /> : null}
        </button>
      )}
      <button type="button" className="icon-button" onClick={close} title={intl.formatMessage({ id: 'close' })}>
        <IconX size={14} stroke={2.2} aria-hidden="true" />
        <span className="sr-only">{intl.formatMessage({ id: 'close' })}</span>
      </button>
    </li>
  );
};

/** What was done or refused, for a moment; they stay while the pointer or the focus is on them. */
export const Notices = () => {
  const intl = useIntl();
  const notices = useNoticeStore((store) => store.notices);
  const [isOver, setIsOver] = useState(false);
  const [isIn, setIsIn] = useState(false);
  const isHeld = notices.length > 0 && (isOver || isIn);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => setIsIn(currentTarget.contains(relatedTarget));
  // A dismissed notice takes the pointer's leaving with it.
  if (notices.length === 0 && (isOver || isIn)) {
    setIsOver(false);
    setIsIn(false);
  }
  return (
    // It only watches: what is pressed are the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="notices"
      aria-label={intl.formatMessage({ id: 'notice.region' })}
      aria-live="polite"
      onMouseEnter={() => setIsOver(true)}
      onMouseLeave={() => setIsOver(false)}
      onFocus={() => setIsIn(true)}
      onBlur={onBlur}
    >
      <ul>
        {notices.map((notice, i) => (
          <NoticeLine notice={notice} isHeld={isHeld} isLast={i === notices.length - 1} key={notice.id} />
        ))}
      </ul>
    </section>
  );
};
