import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/i18n/language.ts';
import type { NoticePayload } from '../../shared/ipc/contract.ts';
import { menuTexts } from './texts.ts';

type Command = NoticePayload<'menu:command-chosen'>['command'];

/** The native menu in the user's language. Its commands are those of the window; it only names them. */
export const setMenu = (language: Language, choose: (command: Command) => void): void => {
  const text = menuTexts(language);
  const command = (id: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => choose(id),
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      {
        label: text['menu.file'],
        submenu: [
          command('import', text['menu.import'], 'CmdOrCtrl+O'),
          command('profile', text['menu.profile']),
          command('backups', text['menu.backups']),
          { type: 'separator' },
          process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', label: text['menu.quit'] },
        ],
      },
      {
        label: text['menu.edit'],
        submenu: [
          { role: 'undo', label: text['menu.undo'] },
          { role: 'redo', label: text['menu.redo'] },
          { type: 'separator' },
          { role: 'cut', label: text['menu.cut'] },
          { role: 'copy', label: text['menu.copy'] },
          { role: 'paste', label: text['menu.paste'] },
          { role: 'selectAll', label: text['menu.select-all'] },
          { type: 'separator' },
          command('search', text['menu.search'], 'CmdOrCtrl+F'),
        ],
      },
      {
        // Their keys are the user's to choose, so the menu names none; Edit > Undo stays that of the text being typed.
        label: text['menu.ticket'],
        submenu: [
          command('create', text['menu.ticket-create']),
          command('takeNext', text['menu.ticket-next']),
          { type: 'separator' },
          command('palette', text['menu.ticket-palette']),
          command('undo', text['menu.ticket-undo']),
        ],
      },
      {
        label: text['menu.view'],
        submenu: [
          { role: 'resetZoom', label: text['menu.zoom-reset'] },
          { role: 'zoomIn', label: text['menu.zoom-in'] },
          { role: 'zoomOut', label: text['menu.zoom-out'] },
          { type: 'separator' },
          { role: 'togglefullscreen', label: text['menu.full-screen'] },
        ],
      },
      {
        label: text['menu.help'],
        submenu: [command('showKeys', text['menu.keys']), { type: 'separator' }, command('about', text['menu.about'])],
      },
    ]),
  );
};
