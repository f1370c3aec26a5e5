import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { contract, type CallName } from '../../shared/ipc/contract.ts';
import { createRouter, type Handlers } from '../../electron/core/router.ts';
import { createWorld } from '../support/world.ts';

const caller = { actor: { name: 'tester', role: 'agent', level: 'L1' }, windowId: 1, selections: {} } as const;

const world = createWorld();
afterAll(world.close);

const coreCalls = Object.entries(contract).flatMap(([name, { place }]) => (place === 'core' ? [name] : []));

describe('the router', () => {
  it('knows every call of the contract that the core answers, and no other', async () => {
    expect(Object.keys(world.core.handlers).sort()).toEqual([...coreCalls].sort());
    for (const name of ['toString', '__proto__', 'constructor', 'queue:drop', '', 'app:get-state']) {
      expect(await world.route(name, {}, caller)).toMatchObject({
        ok: false,
        error: { code: 'call/unknown' },
      });
    }
  });

  it('refuses unknown keys and wrong types before a handler runs', async () => {
    const input = { id: 1, extra: true } as never;
    expect(await world.reply('ticket:get-detail', input)).toMatchObject({ error: { code: 'call/invalid-input' } });
    expect(await world.reply('ticket:get-detail', { id: '1' } as never)).toMatchObject({
      error: { code: 'call/invalid-input' },
    });
  });

  it('answers anything with a reply, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...coreCalls), fc.anything(), async (name, input) => {
        const reply = await world.route(name, input, caller);
        expect(typeof reply.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it("keeps a bug's text to the log", async () => {
    const logged: unknown[] = [];
    const broken = Object.fromEntries(
      coreCalls.map((name) => [
        name,
        () => {
          throw new Error('secret detail');
        },
      ]),
    ) as unknown as Handlers<'core'>;
    const route = createRouter('core', broken, (...line) => void logged.push(line));
    const reply = await route('import:cancel' satisfies CallName, {}, caller);
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(JSON.stringify(logged)).toContain('secret detail');
  });
});
