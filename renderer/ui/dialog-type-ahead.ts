import { useLayoutEffect } from 'react';
import { createTypeAhead } from './type-ahead.ts';

const ahead = createTypeAhead({});

/** Keeps what is typed from now on, until the dialog that it is meant for takes it. */
export const listenAhead = ahead.listen;

/** What was typed since; nobody listens for more. */
export const takeTypedAhead = (): string => {
  ahead.stop();
  return ahead.take();
};

/** Listens while the dialog is being fetched. */
export const TypeAhead = () => {
  useLayoutEffect(listenAhead, []);
  return null;
};
