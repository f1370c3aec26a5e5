import type { Place } from '../state/desk-store.ts';
import type { KeyName } from './key.ts';

/** Where help lists a command. */
export const COMMAND_GROUPS = [
  'move',
  'check',
  'ticket',
  'talk',
  'views',
  'customers',
  'coaching',
  'handover',
  'reports',
  'wall',
  'general',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Where a command has its keys: in one place (`queue` is the list and the ticket beside it), or in all of them. */
export type CommandPlace = Place | 'everywhere';

/** Something that the user can do: one entry, read by keys, palette, help and the native menu. Its name is the message `command.<id>`. */
export type Command = {
  readonly id: string;
  readonly group: CommandGroup;
  readonly place: CommandPlace;
  /** The keys it is shipped with. */
  readonly keys: readonly KeyName[];
  readonly run: () => void;
  readonly isEnabled?: () => boolean;
  /** Whether a list of things to do has it now; a key that asks for it all the same is answered. */
  readonly isOffered?: () => boolean;
  /** Its keys also work where text is typed: they type nothing, and text has no use for them. */
  readonly worksInText?: boolean;
  /** It changes tickets or prepares that: nothing for the past. */
  readonly isChange?: boolean;
  /** It is only about moving by keys: a list of things to do leaves it out. */
  readonly isMove?: boolean;
};

/** What keys are about. */
export type Keyed = Pick<Command, 'id' | 'place' | 'keys'>;
