import type { IpcMainInvokeEvent } from 'electron';
import { APP_ORIGIN } from './app-scheme.ts';

/** Whether a call comes from the main frame of our own page. */
export const isOurFrame = ({ senderFrame, sender }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${APP_ORIGIN}/`);
