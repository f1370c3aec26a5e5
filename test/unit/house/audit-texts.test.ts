import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { customerEvent } from '../../../shared/customer/customer-event.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const kinds = customerEvent.options.map(({ shape }) => shape.kind.value);

it.each(['en', 'fr'])('what happens with customers is told in the audit: %s', (language) => {
  const texts = JSON.parse(readFileSync(join(root, `resources/locales/${language}.json`), 'utf8')) as object;
  expect(kinds).toContain('sessionPlanned');
  const wanted = kinds.flatMap((kind) => [`audit.customer.${kind}`, `audit.kind.name.${kind}`]);
  expect(wanted.filter((key) => !(key in texts))).toEqual([]);
});
