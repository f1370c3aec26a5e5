import { expect, it } from 'vitest';
import { isRefusedInPast } from '../../../renderer/ipc/client.ts';
import { contract, type CallName } from '../../../shared/ipc/contract.ts';

it('the past refuses every call that changes tickets, their time, texts or rules', () => {
  const refused = (Object.keys(contract) as CallName[]).filter(isRefusedInPast);
  expect(refused.sort()).toEqual([
    'command:undo',
    'customer:call-off-tier',
    'customer:change-tier',
    'customer:date-tier',
    'customer:import',
    'customer:merge',
    'customer:remove-contact',
    'customer:save',
    'customer:save-contact',
    'expertise:add-pack',
    'expertise:adjust-lot',
    'expertise:close-month',
    'expertise:decide-overage',
    'expertise:grant-goodwill',
    'expertise:log-work',
    'expertise:reopen-month',
    'expertise:reverse-work',
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
