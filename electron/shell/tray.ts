import { Menu, Tray } from 'electron';
import type { Language } from '../../shared/i18n/language.ts';
import { countWords } from './alarm-words.ts';
import { menuTexts } from './texts.ts';
import { trayIcon } from './tray-icon.ts';

export type TrayCounts = { readonly breached: number; readonly atRisk: number };

export type TrayEntry = 'show' | 'breached' | 'atRisk' | 'alarms' | 'next' | 'quit';

/** The sign in the system's tray: how many tickets are breached and at risk, and the way back to the window. */
export const createTray = (choose: (entry: TrayEntry) => void) => {
  const tray = new Tray(trayIcon('calm'));
  tray.on('click', () => choose('show'));
  return {
    show: (counts: TrayCounts, language: Language): void => {
      const text = menuTexts(language);
      const words = countWords(counts, language);
      tray.setImage(trayIcon(counts.breached > 0 ? 'breached' : counts.atRisk > 0 ? 'atRisk' : 'calm'));
      tray.setToolTip(words === '' ? text['watch.tray.calm'] : text['watch.tray.counts'].replace('{counts}', words));
      const entry = (id: TrayEntry, label: string) => ({ label, click: () => choose(id) });
      tray.setContextMenu(
        Menu.buildFromTemplate([
          entry('show', text['watch.tray.show']),
          entry('next', text['watch.tray.next']),
          { type: 'separator' },
          ...(['breached', 'atRisk'] as const)
            .filter((kind) => counts[kind] > 0)
            .map((kind) => entry(kind, countWords({ [kind]: counts[kind] }, language))),
          entry('alarms', text['watch.tray.alarms']),
          { type: 'separator' },
          entry('quit', text['watch.tray.quit']),
        ]),
      );
    },
    destroy: (): void => tray.destroy(),
  };
};
