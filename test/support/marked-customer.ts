import { ledgerOf } from './ledger-calls.ts';
import { coachingOf } from './coaching-calls.ts';
import { deskOf } from './desk-calls.ts';
import { instant, type World } from './world.ts';

/** Stands in every text about the customer and its people; nowhere else. */
export const MARK = 'Zqmark';
export const CUSTOMER = `${MARK} Chandlery`;
export const PERSON = `Maud ${MARK}son`;
export const ADDRESS = 'maud.zqmarkson@chandlery.example';
const text = (what: string): string => `${what} ${MARK}`;

/** A customer with something personal in every field that people fill in, and another that has to stay as it is. */
export const workOnMarked = async (world: World) => {
  const [desk, ledger, coaching] = [deskOf(world), ledgerOf(world), coachingOf(world)];
  world.become({ role: 'lead', name: 'Lea' });
  const other = await ledger.customer('Nordlys', 'gold');
  const id = await ledger.customer(`Old ${MARK}`, 'silver');
  await world.call('customer:save', { id, name: CUSTOMER, site: text('site'), note: text('note') });
  const contact = {
    name: PERSON,
    role: 'technical',
    email: ADDRESS,
    phone: '+33 6 12 34 56 78',
    language: 'fr',
  } as const;
  await world.call('customer:save-contact', { id, contact: { contactId: null, ...contact } });
  await ledger.changeTier(id, 'gold', { askedBy: PERSON, note: text('tier') });
  await world.call('expertise:add-pack', {
    ...{ customerId: id, minutes: 600, fromMs: instant('2026-10-01T00:00:00Z'), untilMs: null },
    ...{ order: 'PO-1', note: text('pack') },
  });
  const ticket = await desk.open({
    ...{ customer: CUSTOMER, newCustomerTier: null, title: text('title'), description: text('description') },
    ...{ requester: PERSON, contact: ADDRESS, priority: 'P1', impact: 'high', urgency: 'high' },
  });
  await desk.run(
    ticket.id,
    { kind: 'respond', by: 'mail', subject: text('subject'), text: text('mail') },
    { kind: 'note', text: text('internal') },
    { kind: 'tag', add: [text('tag')], remove: [] },
    {
      kind: 'escalate',
      to: 'L2',
      why: text('why'),
      tried: text('tried'),
      evidence: text('proof'),
      nextStep: text('next'),
    },
    { kind: 'edit', facts: { title: text('second title') } },
  );
  await world.call('handover:begin', { untilMs: instant('2026-11-23T17:00:00Z') });
  world.setNow('2026-11-23T10:00:00Z');
  await desk.run(ticket.id, {
    ...{ kind: 'waitForCustomer', reason: text('wait'), wakeAtMs: instant('2026-11-24T09:00:00Z'), remindAtMs: null },
  });
  world.setNow('2026-11-23T11:00:00Z');
  await desk.run(
    ticket.id,
    { kind: 'customerAnswered', text: text('answer') },
    { kind: 'resolve', text: text('done') },
  );
  const undone = await desk.open({ customer: CUSTOMER, newCustomerTier: null, title: text('by mistake') });
  await desk.undo();
  await world.call('draft:save', { key: `note:${ticket.id}`, body: JSON.stringify({ text: text('draft') }) });
  await ledger.log(id, '2026-11-20T09:00:00Z', '2026-11-20T10:10:00Z', { note: text('work'), ticketId: ticket.id });
  const session = await coaching.plan(id, '2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z', {
    ...{
      expert: 'Lea',
      attendees: [{ name: PERSON, email: ADDRESS }],
      place: text('place'),
      link: 'https://zqmark.example/meet',
    },
    ...{ objectives: [text('objective')], checklist: [{ text: text('item'), isDone: true }], note: text('session') },
  });
  const elsewhere = await desk.open({ customer: 'Nordlys', newCustomerTier: null, title: `As ${PERSON} said` });
  await desk.run(elsewhere.id, { kind: 'note', text: `Write to ${ADDRESS}, or call +33 6 12 34 56 78.` });
  return { id, other, ticket: ticket.id, undone: undone.id, elsewhere: elsewhere.id, session: session.row.id };
};
