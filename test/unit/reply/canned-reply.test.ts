import { describe, expect, it } from 'vitest';
import {
  checkReply,
  fillReply,
  REPLY_VARIABLES,
  unknownVariables,
  type ReplyValues,
} from '../../../shared/reply/canned-reply.ts';

const VALUES: ReplyValues = {
  customer: 'Nordlys',
  requester: 'Mme $& Roy',
  reference: 'VIG-1',
  title: '{customer}',
  agent: 'Ada',
  due: '10:00',
  tier: 'Gold',
};
const NOTHING = { subjectEn: null, bodyEn: null, subjectFr: null, bodyFr: null };

describe('fillReply', () => {
  it('replaces each variable, wherever and however often it stands', () => {
    for (const name of REPLY_VARIABLES) expect(fillReply(`a {${name}} { ${name} }`, VALUES)).not.toContain(` ${name}`);
    expect(fillReply('{reference}: {customer}, {customer}', VALUES)).toBe('VIG-1: Nordlys, Nordlys');
  });

  it('takes a value as it is: no pattern, and no variable of its own', () => {
    expect(fillReply('Dear {requester},', VALUES)).toBe('Dear Mme $& Roy,');
    expect(fillReply('{title}', VALUES)).toBe('{customer}');
  });

  it('leaves what is no variable', () => {
    const text = 'a {b} {} {constructor} {Customer} { customer\n} }{ {';
    expect(fillReply(text, VALUES)).toBe(text);
  });
});

describe('unknownVariables', () => {
  it('names each once', () => {
    expect(unknownVariables('{nme} {nme} {customer} { other }')).toEqual(['nme', 'other']);
    expect(unknownVariables('{toString}')).toEqual(['toString']);
    expect(unknownVariables('no braces')).toEqual([]);
  });
});

describe('checkReply', () => {
  it('takes one language or both', () => {
    expect(checkReply({ ...NOTHING, bodyEn: 'Hello {requester}' })).toBeNull();
    expect(checkReply({ ...NOTHING, bodyFr: 'Bonjour', subjectFr: '{reference}' })).toBeNull();
  });

  it('refuses a reply without a text', () => {
    expect(checkReply(NOTHING)?.code).toBe('reply/empty');
    expect(checkReply({ ...NOTHING, subjectEn: 'About', bodyEn: ' \n', bodyFr: '' })?.code).toBe('reply/empty');
  });

  it('refuses an unknown variable in any of its texts, and says which are known', () => {
    for (const field of ['subjectEn', 'bodyEn', 'subjectFr', 'bodyFr'] as const) {
      const refused = checkReply({ ...NOTHING, bodyEn: 'x', bodyFr: 'y', [field]: 'a {nme}' });
      expect(refused).toMatchObject({ code: 'reply/unknown-variable', values: { variable: 'nme' } });
      expect(refused?.values?.['known']).toContain('{requester}');
    }
  });
});
