import { expect, it } from 'vitest';
import { isRefusedInPast } from '../../../renderer/ipc/client.ts';
import { contract, type CallName } from '../../../shared/ipc/contract.ts';

it('the past refuses every call that changes tickets, their time, texts or rules', () => {
  const refused = (Object.keys(contract) as CallName[]).filter(isRefusedInPast);
  expect(refused.sort()).toEqual([
    'command:undo',
    'import:run',
    'macro:delete',
    'macro:save',
    'mail:compose',
    'policy:save',
    'reply:delete',
    'reply:save',
    'ticket:create',
    'ticket:run-commands',
    'ticket:take-next',
    'timer:discard',
    'timer:keep',
    'timer:pause',
    'timer:start',
  ]);
});
