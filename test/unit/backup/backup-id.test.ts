import { describe, expect, it } from 'vitest';
import { backupSource } from '../../../shared/ipc/backup-calls.ts';

const isTaken = (id: string): boolean => backupSource.safeParse({ kind: 'kept', id }).success;

describe('what names a kept backup', () => {
  it.each([
    'vigie-manual-20261123T090000Z.db',
    'Support (2)-manual-20261123T090000Z.db',
    'Équipe – nuit-automatic-20261123T090000Z-2.db',
    '支援.db.replaced-20261123T090000Z',
    '...',
    'x'.repeat(255),
  ])('may be %s', (id) => expect(isTaken(id)).toBe(true));

  it.each(['', '.', '..', '../vigie.db', 'a/b', 'a\\b', 'a\0b', 'x'.repeat(256)])('is not %j', (id) =>
    expect(isTaken(id)).toBe(false),
  );
});
