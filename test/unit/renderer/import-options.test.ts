import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import {
  defaultZone,
  FIRST_OPTIONS,
  machineZone,
  toRequest,
  zoneChoices,
} from '../../../renderer/features/import/import-options.ts';
import { reportText } from '../../../renderer/features/import/report-text.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';

const selection = { selectionId: 'ff9a4e5a-8d7e-4c1c-9d0c-0c2b6a6a0a01', files: [{ name: 'a.csv', sizeBytes: 1 }] };

describe('the zone of times that name none', () => {
  it('is UTC for ServiceNow and the machine’s for others', () => {
    expect(defaultZone('servicenow-log')).toBe('UTC');
    expect(defaultZone('servicenow')).toBe('UTC');
    expect(defaultZone('zendesk')).toBe(machineZone());
  });

  it('follows the profile until it is chosen', () => {
    expect(toRequest(selection, FIRST_OPTIONS, 'servicenow-log').zone).toBe('UTC');
    expect(toRequest(selection, { ...FIRST_OPTIONS, profile: 'generic' }, null).zone).toBe(machineZone());
    expect(toRequest(selection, { ...FIRST_OPTIONS, zone: 'Asia/Tokyo' }, 'servicenow-log').zone).toBe('Asia/Tokyo');
  });

  it('can be any, UTC first', () => {
    expect(zoneChoices()[0]).toBe('UTC');
    expect(zoneChoices()).toContain('Europe/Paris');
    expect(new Set(zoneChoices()).size).toBe(zoneChoices().length);
  });
});

it('a report as text names files, counts and every issue', () => {
  const intl = createIntl({ locale: LOCALES.en, messages: { ...MESSAGES.en } });
  const text = reportText(intl, ['a.csv', 'b.csv'], {
    rows: 4658,
    tickets: { new: 691, changed: 0, unchanged: 2 },
    events: 4401,
    errors: [{ file: 'a.csv', line: 12, reason: 'no date' }],
    warnings: [],
    errorCount: 1,
    warningCount: 0,
    isCancelled: false,
  });
  expect(text).toBe(
    [
      'a.csv, b.csv',
      '4,658 rows, 691 new tickets, 0 changed, 2 unchanged, 4,401 events',
      '',
      '1 line could not be read',
      '- a.csv, line 12: no date',
    ].join('\n'),
  );
});
