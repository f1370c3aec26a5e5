import { describe, expect, it } from 'vitest';
import { toldId, toldNonZero, toldText } from '../../../shared/import/cell.ts';
import { foldName, locateColumns } from '../../../shared/import/columns.ts';
import { GENERIC_COLUMNS } from '../../../shared/import/generic-columns.ts';
import { readCategory } from '../../../shared/import/read-category.ts';
import { readPriority } from '../../../shared/import/read-priority.ts';
import { readState } from '../../../shared/import/read-state.ts';

describe('readPriority', () => {
  it.each([
    ['1', 'P1'],
    ['4.0', 'P4'],
    ['3 - Moderate', 'P3'],
    ['1-Critical', 'P1'],
    ['P2', 'P2'],
    ['Priority 3', 'P3'],
    ['Priorité 2', 'P2'],
    ['urgent', 'P1'],
    ['Critique', 'P1'],
    ['Élevée', 'P2'],
    ['HAUTE', 'P2'],
    ['Moyenne', 'P3'],
    ['medium', 'P3'],
    ['normal', 'P3'],
    ['Basse', 'P4'],
    ['baja', 'P4'],
    ['High (impact)', 'P2'],
    ['5 - Planning', 'planning'],
    ['5', 'planning'],
  ])('%s is %s', (text, expected) => {
    expect(readPriority(text)).toBe(expected);
  });

  it.each(['solved', '0', '6', '12', 'Major', 'Value 1', '?', '-1', ''])('%j is unknown', (text) => {
    expect(readPriority(text)).toBeNull();
  });

  it('counts upwards where the product does', () => {
    expect(['1', '2', '3', '4', '5'].map((text) => readPriority(text, 'rising'))).toEqual([
      'P4',
      'P3',
      'P2',
      'P1',
      null,
    ]);
    expect(readPriority('Urgent', 'rising')).toBe('P1');
  });
});

describe('readState', () => {
  it.each([
    ['New', 'new'],
    ['Open', 'new'],
    ['Nouveau', 'new'],
    ['In Progress', 'active'],
    ['En cours (Attribué)', 'active'],
    ['Awaiting User Info', 'waitingCustomer'],
    ['Pending', 'waitingCustomer'],
    ['En attente du client', 'waitingCustomer'],
    ['Waiting for customer', 'waitingCustomer'],
    ['On-hold', 'waitingVendor'],
    ['Awaiting Problem', 'waitingProblem'],
    ['Awaiting Evidence', 'waitingEvidence'],
    ['Résolu', 'resolved'],
    ['SOLVED', 'resolved'],
    ['Clôturé', 'closed'],
    ['Cerrado', 'closed'],
    ['deleted', 'deleted'],
  ])('%s is %s', (text, expected) => {
    expect(readState(text)).toBe(expected);
  });

  it.each(['-100', '', 'Frobnicated', 'toString', 'Assign seriousness'])('%j is unknown', (text) => {
    expect(readState(text)).toBeNull();
  });
});

describe('cells', () => {
  it.each(['', ' ', '?', 'NA', 'NS', 'N/A', 'null', 'NULL', '-', '#N/A', '\u00a0'])('%j tells nothing', (text) => {
    expect(toldText(text)).toBeNull();
  });

  it('tells the rest as given, trimmed', () => {
    expect([' a b ', 'Na', '0', '?!', 'NASA'].map(toldText)).toEqual(['a b', 'Na', '0', '?!', 'NASA']);
    expect([toldNonZero('0'), toldNonZero('00'), toldText(undefined)]).toEqual([null, '00', null]);
  });

  it('takes ids that became numbers back', () => {
    expect(['1595.0', '1595.00', '1595.5', 'INC0001', '0', '0.0', '1.2.0'].map(toldId)).toEqual([
      ...['1595', '1595', '1595.5', 'INC0001', null, null, '1.2.0'],
    ]);
  });
});

describe('columns', () => {
  it('are found without case, accents and punctuation', () => {
    expect(foldName("  Date d'Ouverture_(UTC) ")).toBe('datedouvertureutc');
    const columns = locateColumns(['DATE D’OUVERTURE', 'x'], { opened: ["date d'ouverture"], closed: ['closed'] });
    expect([columns.has('opened'), columns.has('closed'), columns.cell(['1', '2'], 'opened')]).toEqual([
      true,
      false,
      '1',
    ]);
  });

  it('that occur twice tell what the first of them tells', () => {
    const columns = locateColumns(['Status', 'Other', 'Status'], { state: ['status'] });
    expect(columns.cell(['?', 'x', 'Open'], 'state')).toBe('Open');
    expect(columns.cell(['New', 'x', 'Open'], 'state')).toBe('New');
  });

  it('of a generic table stand for one field each', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const [field, names] of Object.entries<readonly string[]>(GENERIC_COLUMNS)) {
      for (const name of names) {
        const owner = owners.get(foldName(name));
        if (owner !== undefined && owner !== field) twice.push(`${name}: ${owner}, ${field}`);
        owners.set(foldName(name), field);
      }
    }
    expect(twice).toEqual([]);
    expect(owners.size).toBeGreaterThan(300);
  });
});

it('reads the kind of a ticket, and only ours', () => {
  expect(
    ['Incident', 'Demande de changement', 'Facturation', 'Account', 'Question', 'problem'].map(readCategory),
  ).toEqual([...['incident', 'change', 'billing', 'account', null, null]]);
});
