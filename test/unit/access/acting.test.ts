import { describe, expect, it } from 'vitest';
import { actingAs } from '../../../shared/access/acting.ts';

const told = { name: 'ada', role: 'lead', level: 'L3' } as const;
const agent = { name: 'Grace', role: 'agent', level: 'L2' } as const;
const base = { isSample: false, told, person: null, isUnlocked: false };

describe('who acts, and as what', () => {
  it('a lead by preferences is an agent until a passphrase has opened the rights', () => {
    expect(actingAs(base)).toEqual({ actor: { ...told, role: 'agent' }, by: 'preferences', isLeadLocked: true });
    expect(actingAs({ ...base, isUnlocked: true })).toEqual({ actor: told, by: 'preferences', isLeadLocked: false });
  });

  it('the registry goes before the preferences, with an unlocked passphrase as without', () => {
    for (const isUnlocked of [false, true]) {
      expect(actingAs({ ...base, person: agent, isUnlocked })).toEqual({
        ...{ actor: agent, by: 'registry', isLeadLocked: false },
      });
    }
    const lead = { ...agent, role: 'lead' } as const;
    expect(actingAs({ ...base, told: agent, person: lead })).toMatchObject({ actor: agent, isLeadLocked: true });
  });

  it('in sample data everything is as it is told', () => {
    expect(actingAs({ ...base, isSample: true, person: agent })).toEqual({
      ...{ actor: told, by: 'sample', isLeadLocked: false },
    });
  });
});
