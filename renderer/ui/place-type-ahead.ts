import { useLayoutEffect } from 'react';
import { createTypeAhead } from './type-ahead.ts';

const ahead = createTypeAhead({});

/** What was typed on the way to the place that has just come. */
export const takeTypedOnTheWay = ahead.take;

/** Keeps what is typed while a place that begins with a field of text is being fetched: it runs no command. */
export const PlaceTypeAhead = () => {
  useLayoutEffect(() => {
    ahead.take();
    ahead.listen();
    return ahead.stop;
  }, []);
  return null;
};
