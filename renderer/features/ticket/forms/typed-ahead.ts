import { useLayoutEffect } from 'react';
import { closeForm } from '../../../state/desk-store.ts';
import { createTypeAhead } from '../../../ui/type-ahead.ts';

const ahead = createTypeAhead({ onEscape: closeForm, freshMs: 3_000 });

/** What was typed since a form was asked for; it is told once. */
export const takeTypedAhead = ahead.take;

/** Stands where a form will be: keeps what is typed until its field is there. */
export const TypedAhead = () => {
  useLayoutEffect(() => {
    ahead.listen();
    return ahead.stop;
  }, []);
  return null;
};
