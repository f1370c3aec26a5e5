import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { groupSkipped, skipReason } from '../../../renderer/features/desk/skip-reasons.ts';
import { MESSAGES } from '../../../renderer/i18n/messages.ts';

const skipped = (reference: string, code: string) => ({
  id: 1,
  reference,
  code,
  message: `said of ${code}`,
  values: {},
});

it('what is skipped is told by reason, the commonest first', () => {
  const groups = groupSkipped([
    skipped('VIG-1', 'ticket/unchanged'),
    skipped('VIG-2', 'ticket/finished'),
    skipped('VIG-3', 'ticket/finished'),
  ]);
  expect(groups.map(({ code, references }) => [code, references])).toEqual([
    ['ticket/finished', ['VIG-2', 'VIG-3']],
    ['ticket/unchanged', ['VIG-1']],
  ]);
});

it('a reason is in the language of the window; one without words is told as the core said it', () => {
  const intl = createIntl({ locale: 'fr-FR', messages: { ...MESSAGES.fr } });
  const [known, unknown] = groupSkipped([skipped('VIG-1', 'ticket/finished'), skipped('VIG-2', 'ticket/odd')]);
  expect(skipReason(intl, known!)).toBe('déjà terminé');
  expect(skipReason(intl, unknown!)).toBe('said of ticket/odd');
});
