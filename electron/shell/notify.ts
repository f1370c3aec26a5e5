import { Notification } from 'electron';
import type { Language } from '../../shared/i18n/language.ts';
import type { Alarmed } from '../../shared/ipc/watch-schemas.ts';
import type { Log } from '../core/log.ts';
import { alarmWords } from './alarm-words.ts';
import { menuTexts } from './texts.ts';

type Parts = {
  readonly language: () => Language;
  /** Somebody pressed it, or its 'open'. */
  readonly onChosen: (alarmed: Alarmed) => void;
  readonly onSnooze: (alarmed: Alarmed) => void;
  readonly log: Log;
};

/** Those on the screen: one that nobody holds would no longer hear that it was pressed. */
const MOST_HELD = 20;

/** Tells through the system's notifications: one for all that fell due together. */
export const createNotifier = ({ language, onChosen, onSnooze, log }: Parts) => {
  const held = new Set<Notification>();

  const show = (notification: Notification): void => {
    held.add(notification);
    for (const oldest of held) {
      if (held.size <= MOST_HELD) break;
      held.delete(oldest);
    }
    notification.on('close', () => held.delete(notification));
    notification.on('failed', (_event, error) => log('warn', 'watch/notification-failed', { error }));
    notification.show();
  };

  return {
    alarm: (alarmed: Alarmed): void => {
      if (!Notification.isSupported()) return;
      const text = menuTexts(language());
      const notification = new Notification({
        ...alarmWords(alarmed, language()),
        urgency: (alarmed.counts.breached ?? 0) > 0 ? 'critical' : 'normal',
        // Shown where the platform has buttons.
        actions: [
          { type: 'button', text: text['watch.action.open'] },
          { type: 'button', text: text['watch.action.snooze'] },
        ],
      });
      notification.on('click', () => onChosen(alarmed));
      notification.on('action', (_event, index) => (index === 1 ? onSnooze(alarmed) : onChosen(alarmed)));
      show(notification);
    },
    /** Says that the window is closed and Vigie is not. */
    stillRunning: (onPressed: () => void): void => {
      if (!Notification.isSupported()) return;
      const text = menuTexts(language());
      const notification = new Notification({ title: text['watch.kept.title'], body: text['watch.kept.body'] });
      notification.on('click', onPressed);
      show(notification);
    },
  };
};
