import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

type ReplyInput = CallInput<'reply:save'>;
const REPLY: ReplyInput = {
  id: null,
  name: 'Acknowledge',
  subjectEn: '{reference}: we are on it',
  bodyEn: 'Hello {requester}',
  subjectFr: null,
  bodyFr: 'Bonjour {requester}',
};

const codeOf = async (reply: ReturnType<World['reply']>): Promise<string | null> => {
  const answer = await reply;
  return answer.ok ? null : answer.error.code;
};
const refusal = (change: Partial<ReplyInput>): Promise<string | null> =>
  codeOf(world.reply('reply:save', { ...REPLY, ...change }));

describe('canned replies', () => {
  it('are kept, listed by name, changed and deleted', async () => {
    const saved = await world.call('reply:save', REPLY);
    await world.call('reply:save', { ...REPLY, name: 'about' });
    expect((await world.call('reply:list', {})).map(({ name }) => name)).toEqual(['about', 'Acknowledge']);
    const changed = await world.call('reply:save', { ...REPLY, id: saved.id, bodyEn: 'Hi {requester}' });
    expect(changed.id).toBe(saved.id);
    expect(await world.call('reply:list', {})).toContainEqual({ ...REPLY, id: saved.id, bodyEn: 'Hi {requester}' });
    await world.call('reply:delete', { id: saved.id });
    expect((await world.call('reply:list', {})).map(({ name }) => name)).toEqual(['about']);
    expect(world.heard.filter(({ name }) => name === 'desk:changed')).toHaveLength(4);
  });

  it('with a blank language lack that language, which is shown and not refused', async () => {
    expect(await world.call('reply:save', { ...REPLY, bodyFr: ' \n' })).toMatchObject({ bodyFr: null });
  });

  it('are refused with an unknown variable, in whichever text, and named', async () => {
    for (const field of ['subjectEn', 'bodyEn', 'subjectFr', 'bodyFr'] as const) {
      const answer = await world.reply('reply:save', { ...REPLY, [field]: 'Dear {customr}' });
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'reply/unknown-variable', values: { variable: 'customr' } },
      });
    }
    expect(await world.call('reply:list', {})).toEqual([]);
  });

  it('are refused without a text, without a name, under a name that is taken, and once they are gone', async () => {
    expect(await refusal({ bodyEn: '', bodyFr: null })).toBe('reply/empty');
    expect(await refusal({ name: '  ' })).toBe('call/invalid-input');
    expect(await refusal({ name: 'x'.repeat(81) })).toBe('call/invalid-input');
    expect(await refusal({ bodyEn: 'x'.repeat(20_001) })).toBe('call/invalid-input');
    expect(await refusal({})).toBeNull();
    expect(await refusal({})).toBe('desk/name-taken');
    expect(await refusal({ id: 999, name: 'Another' })).toBe('desk/gone');
  });

  it('are for every role', async () => {
    world.become({ role: 'expert' });
    expect(await refusal({})).toBeNull();
  });
});

const MACRO: CallInput<'macro:save'> = {
  id: null,
  name: 'Wait for a trace',
  commands: [{ kind: 'take' }, { kind: 'waitForCustomer', reason: 'HAR trace', wakeAtMs: null, remindAtMs: null }],
};

const saveAnything = (macro: unknown) => world.reply('macro:save', macro as CallInput<'macro:save'>);

describe('macros', () => {
  it('are kept with their commands in their order', async () => {
    const saved = await world.call('macro:save', MACRO);
    expect(await world.call('macro:list', {})).toEqual([{ ...MACRO, id: saved.id }]);
    const turned = { ...MACRO, id: saved.id, commands: [...MACRO.commands].reverse() };
    await world.call('macro:save', turned);
    expect(await world.call('macro:list', {})).toEqual([turned]);
    await world.call('macro:delete', { id: saved.id });
    expect(await world.call('macro:list', {})).toEqual([]);
  });

  it('refuse what is no list of commands', async () => {
    const garbage: readonly unknown[] = [
      [],
      [{ kind: 'explode' }],
      [{ kind: 'note' }],
      [{ kind: 'note', text: '  ' }],
      [{ kind: 'take', to: 'me' }],
      'take',
      null,
      Array.from({ length: 21 }, () => ({ kind: 'take' })),
    ];
    for (const commands of garbage) {
      expect(await codeOf(saveAnything({ ...MACRO, commands })), JSON.stringify(commands)).toBe('call/invalid-input');
    }
    expect(await world.call('macro:list', {})).toEqual([]);
  });

  it('are changed by agents and leads, read by all', async () => {
    const { id } = await world.call('macro:save', MACRO);
    world.become({ role: 'expert' });
    expect(await codeOf(world.reply('macro:save', { ...MACRO, name: 'Mine' }))).toBe('access/role');
    expect(await codeOf(world.reply('macro:delete', { id }))).toBe('access/role');
    expect(await world.call('macro:list', {})).toHaveLength(1);
    world.become({ role: 'lead' });
    await world.call('macro:delete', { id });
  });
});

it('the sample workspace has replies and macros, each saveable as it is; filling again adds none', async () => {
  await world.core.fillWithSamples();
  await world.core.fillWithSamples();
  const replies = await world.call('reply:list', {});
  const macros = await world.call('macro:list', {});
  expect(replies.length).toBeGreaterThanOrEqual(5);
  expect(replies.filter(({ bodyFr }) => bodyFr === null)).toHaveLength(1);
  for (const reply of replies) await world.call('reply:save', reply);
  expect(macros).toHaveLength(2);
  for (const macro of macros) await world.call('macro:save', macro);
});

it('drafts are of one person, and are forgotten by a null', async () => {
  await world.call('draft:save', { key: 'create', body: '{"title":"x"}' });
  world.become({ name: 'somebody else' });
  expect(await world.call('draft:get', { key: 'create' })).toBeNull();
  world.become({ name: 'tester' });
  expect(await world.call('draft:get', { key: 'create' })).toMatchObject({ body: '{"title":"x"}' });
  await world.call('draft:save', { key: 'create', body: null });
  expect(await world.call('draft:get', { key: 'create' })).toBeNull();
});
