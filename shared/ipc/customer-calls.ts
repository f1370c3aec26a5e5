import { z } from 'zod';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import {
  contact,
  customerImportReport,
  customerInput,
  customerPage,
  customerRow,
  mergePreview,
  tierOrder,
  tierPreview,
} from './customer-schemas.ts';
import { ticketId } from './desk-schemas.ts';
import { fileSelection } from './import-schemas.ts';

const text = z.string().trim().min(1).max(20_000);

/** Customers, their tiers and their contacts. */
export const customerCalls = {
  /** Customers whose name contains what was typed, those with open tickets first; `total` where there are more than are sent. */
  'customer:list': call(
    'core',
    z.strictObject({ text: z.string().max(400), tier: z.string().max(64).nullable() }),
    z.strictObject({ rows: z.array(customerRow), total: z.int() }),
  ),
  'customer:get': call('core', z.strictObject({ id: ticketId }), customerPage),
  'customer:save': call('core', customerInput, customerPage),
  'customer:save-contact': call(
    'core',
    z.strictObject({ id: ticketId, contact: contact.extend({ contactId: z.string().max(60).nullable() }) }),
    customerPage,
  ),
  'customer:remove-contact': call(
    'core',
    z.strictObject({ id: ticketId, contactId: z.string().max(60) }),
    customerPage,
  ),
  /** What another tier would mean; writes nothing. */
  'customer:preview-tier': call('core', tierOrder.pick({ id: true, tier: true, effectiveAtMs: true }), tierPreview),
  'customer:change-tier': call('core', tierOrder, customerPage, ['agent', 'lead']),
  /** Calls a change off that has not taken effect. */
  'customer:call-off-tier': call(
    'core',
    z.strictObject({ id: ticketId, changeId: z.uuid(), reason: text }),
    customerPage,
    ['agent', 'lead'],
  ),
  /** Says since when a customer has had its first known tier. */
  'customer:date-tier': call(
    'core',
    z.strictObject({ id: ticketId, sinceMs: chosenInstantMs, note: text.nullable() }),
    customerPage,
    ['lead'],
  ),
  'customer:preview-merge': call('core', z.strictObject({ id: ticketId, intoId: ticketId }), mergePreview),
  /** Of two customers that are one, the first becomes part of the second. */
  'customer:merge': call('core', z.strictObject({ id: ticketId, intoId: ticketId }), customerPage, ['lead']),
  /** Asks for lists of customers; null where nobody chose one. */
  'customer:choose-file': call('shell', nothing, fileSelection.nullable()),
  /** What a list of customers would add and change; writes nothing. */
  'customer:preview-import': call('core', z.strictObject({ selectionId: z.uuid() }), customerImportReport, [
    'agent',
    'lead',
  ]),
  'customer:import': call('core', z.strictObject({ selectionId: z.uuid() }), customerImportReport, ['agent', 'lead']),
} as const;
