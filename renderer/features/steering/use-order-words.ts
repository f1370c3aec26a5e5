import { useIntl } from 'react-intl';
import type { RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { didText } from '../desk/did-text.ts';
import { useEntryWords } from '../expertise/use-entry-words.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';

type OrderWords = {
  /** What would be recorded, in a few words. */
  readonly what: string;
  /** As of when. */
  readonly when: string | null;
  /** What was written with it. */
  readonly texts: readonly string[];
};

const TEXTS = ['text', 'reason', 'note', 'why'] as const;

/** How a request tells what it asks to record. */
export const useOrderWords = (): ((order: RequestOrder) => OrderWords) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  const { when } = useEntryWords();
  return (order) => {
    switch (order.kind) {
      case 'logWork': {
        const { work } = order;
        const values = {
          kind: intl.formatMessage({ id: `expertise.assignment.${work.assignment}` }),
          worked: words.minutes(Math.round((work.endMs - work.startMs) / MINUTE_MS)),
        };
        const texts = [work.note, work.overageReason].filter((text) => text !== null);
        return { what: intl.formatMessage({ id: 'steering.order.logWork' }, values), when: when(work), texts };
      }
      case 'reverseWork':
        return { what: intl.formatMessage({ id: 'steering.order.reverseWork' }), when: null, texts: [order.reason] };
      case 'ticketCommands': {
        const { commands } = order;
        const instant = commands
          .flatMap((command) =>
            'atMs' in command ? [command.atMs] : 'startedAtMs' in command ? [command.startedAtMs] : [],
          )
          .find((ms) => ms !== undefined);
        const texts = commands.flatMap((command) =>
          TEXTS.flatMap((field) => {
            const text: unknown = Reflect.get(command, field);
            return typeof text === 'string' ? [text] : [];
          }),
        );
        return { what: didText(intl, commands), when: instant === undefined ? null : instants.full(instant), texts };
      }
    }
  };
};
