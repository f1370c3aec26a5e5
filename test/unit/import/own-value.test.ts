import { expect, it } from 'vitest';
import { readFreshdeskChannel, readFreshdeskState } from '../../../shared/import/freshdesk-codes.ts';
import { ownValue } from '../../../shared/import/own-value.ts';
import { readState } from '../../../shared/import/read-state.ts';
import { readZendeskState } from '../../../shared/import/zendesk-words.ts';

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('%s is no word of any table', (name) => {
  expect(ownValue({}, name)).toBeUndefined();
  expect([readFreshdeskState(name, null), readZendeskState(name), readState(name)]).toEqual([null, null, null]);
  expect(readFreshdeskChannel(name)).toBe(name);
});
