import { z } from 'zod';
import { ROLES, type Role } from '../access/actor.ts';

/** Where a call is answered: by the core in its worker, or by the shell that owns windows, dialogs and files. */
export type Place = 'core' | 'shell';

/** A call: where it is answered, what it takes and gives, and who may make it. */
export const call = <At extends Place, Input extends z.ZodType, Output extends z.ZodType>(
  place: At,
  input: Input,
  output: Output,
  /** Who may make the call; the router refuses others. */
  roles: readonly Role[] = ROLES,
) => ({
  place,
  input,
  output,
  roles,
});

export const nothing = z.strictObject({});
