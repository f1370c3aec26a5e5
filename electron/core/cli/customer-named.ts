import { VigieError } from '../../../shared/ipc/reply.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import type { Core } from '../core.ts';

/** The id of a customer that is named on the command line. */
export const customerNamed = ({ customers }: Core, name: string, path: string): number => {
  const found = customers.all().find((customer) => foldText(customer.name) === foldText(name.trim()));
  if (found === undefined) throw new VigieError('cli/unknown-customer', `'${name}' is no customer in ${path}.`);
  return found.id;
};
