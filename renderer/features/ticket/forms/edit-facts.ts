import type { TicketDetail } from '../../../../shared/ipc/schemas.ts';
import { CATEGORIES } from '../../../../shared/sla/policy.ts';
import type { CommandOf } from '../../../../shared/ticket/command.ts';
import { PLATFORMS } from '../../../../shared/ticket/ticket.ts';
import { textIn, type Values } from './form-model.ts';

export type EditedFacts = CommandOf<'edit'>['facts'];

/** What stands in a choice of several tickets that are left as they are. */
export const AS_IT_IS = '=';

const TEXT_FACTS = ['requester', 'contact', 'channel', 'owner'] as const;

/** The facts of one ticket as fields; of several, fields that change nothing. */
export const factFields = (detail: TicketDetail | null): Values =>
  detail === null
    ? { category: AS_IT_IS, isBeta: AS_IT_IS, language: AS_IT_IS, platform: AS_IT_IS }
    : {
        title: detail.row.title ?? '',
        customer: detail.row.customer,
        owner: detail.row.owner ?? '',
        category: detail.category ?? '',
        isBeta: detail.isBeta ? 'yes' : 'no',
        requester: detail.requester ?? '',
        contact: detail.contact ?? '',
        channel: detail.channel ?? '',
        language: detail.language ?? '',
        platform: detail.platform ?? '',
      };

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** The facts that the fields change. */
export const changedFacts = (before: Values, values: Values): EditedFacts => {
  const changed = (name: string): boolean => textIn(values, name) !== (before[name] ?? '').trim();
  const text = (name: string): string => textIn(values, name);
  return {
    ...(changed('title') && text('title') !== '' ? { title: text('title') } : {}),
    ...(changed('customer') && text('customer') !== '' ? { customer: text('customer') } : {}),
    ...(changed('category') ? { category: oneOf(CATEGORIES, text('category')) } : {}),
    ...(changed('isBeta') ? { isBeta: text('isBeta') === 'yes' } : {}),
    ...(changed('language') ? { language: oneOf(['en', 'fr'] as const, text('language')) } : {}),
    ...(changed('platform') ? { platform: oneOf(PLATFORMS, text('platform')) } : {}),
    ...Object.fromEntries(TEXT_FACTS.filter(changed).map((name) => [name, text(name) || null])),
  };
};
