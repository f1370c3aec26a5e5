import { call } from '../../../ipc/client.ts';
import type { Suggestion } from './suggest-field.tsx';

/** Other tickets by reference, title or customer. */
export const findTickets =
  (own: ReadonlySet<number>) =>
  async (text: string): Promise<readonly Suggestion[]> => {
    if (text.trim() === '') return [];
    const { tickets } = await call('palette:search', { text });
    return tickets
      .filter(({ id }) => !own.has(id))
      .map(({ id, reference, title, customer }) => ({
        key: String(id),
        text: reference,
        shown: (
          <>
            <bdi className="suggest-reference">{reference}</bdi>
            <bdi className="suggest-title">{title ?? ''}</bdi>
            <bdi className="suggest-more">{customer}</bdi>
          </>
        ),
      }));
  };
