import type { IpcMainInvokeEvent } from 'electron';
import { isOurPage } from './app-files.ts';

/** Whether a call comes from the main frame of our own page. */
export const isOurFrame = ({ senderFrame, sender }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isOurPage(senderFrame.url);
