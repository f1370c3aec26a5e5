import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { roundUp } from '../../../shared/expertise/allocate.ts';
import type { Assignment } from '../../../shared/expertise/assignment.ts';
import { monthAt, monthStartMs } from '../../../shared/expertise/month.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Writer } from '../db/database.ts';
import { SAMPLE_REPORT, sampleFacts } from './sample-coaching.ts';

type Work = readonly [
  customer: string,
  daysAgo: number,
  hour: number,
  minutes: number,
  assignment: Assignment,
  note: string,
  /** It was held as a coaching session. */
  isSession?: boolean,
];

/** Work of two experts over the last months; the customers are those of the sample tickets. */
const WORK: readonly Work[] = [
  ['Transports Mistralou', 16, 9, 25, 'advice', 'Sizing of the new cluster'],
  ['Groupe Vallier', 65, 14, 40, 'diagnosis', 'Slow storage after the migration'],
  ['Institut Belledonne', 38, 10, 90, 'architecture', 'Target architecture, first workshop', true],
  ['Institut Belledonne', 66, 10, 120, 'architecture', 'Target architecture, second workshop', true],
  ['Clinique du Lac', 2, 15, 75, 'discovery', 'Tour of the portal with the new team', true],
  ['Studio Brumaire', 40, 9, 105, 'report', 'Report on the sizing of virtual machines', true],
  ['Atelier Kerguelen', 61, 9, 60, 'advice', 'Network of the workshop'],
  ['Institut Belledonne', 5, 11, 95, 'advice', 'Backup of the measuring stations'],
  ['Institut Belledonne', 8, 16, 85, 'diagnosis', 'Certificates that expired'],
  ['Groupe Vallier', 35, 13, 60, 'discovery', 'Handing the portal over'],
  ['Transports Mistralou', 6, 9, 45, 'advice', 'Firewall rules for the depots'],
  ['Transports Mistralou', 40, 9, 130, 'architecture', 'Moving the planning system'],
  ['Clinique du Lac', 70, 15, 55, 'report', 'Sizing before the winter'],
  ['Atelier Kerguelen', 4, 10, 25, 'advice', 'Snapshots and their price'],
  ['Studio Brumaire', 9, 14, 115, 'architecture', 'Render farm, first step'],
  ['Coopérative Les Tilleuls', 7, 9, 60, 'discovery', 'First steps in the portal', true],
  ['Mairie d’Aubagne', 12, 10, 45, 'diagnosis', 'Public web site unreachable'],
  ['Librairie Perdrix', 20, 16, 30, 'advice', 'Moving the shop'],
];

type Known = {
  readonly referent: readonly [name: string, mail: string];
  readonly language: 'en' | 'fr';
  readonly platforms: readonly ('NUP' | 'NGP')[];
  readonly site: string | null;
};

const KNOWN: Readonly<Record<string, Known>> = {
  'Institut Belledonne': {
    ...{ referent: ['Claire Vernet', 'claire.vernet@belledonne.example'], language: 'fr' },
    ...{ platforms: ['NUP', 'NGP'], site: 'Grenoble' },
  },
  'Groupe Vallier': {
    ...{ referent: ['Marc Vallier', 'marc@vallier.example'], language: 'fr', platforms: ['NGP'], site: null },
  },
  'Studio Brumaire': {
    ...{ referent: ['Léa Brument', 'lea@brumaire.example'], language: 'fr', platforms: ['NUP'], site: 'Render farm' },
  },
};

/** Months before the present one in which tiers began; customers that are not here have a beginning that nobody told. */
const SINCE: Readonly<Record<string, number>> = {
  ...{ 'Institut Belledonne': 9, 'Groupe Vallier': 30 },
  ...{ 'Transports Mistralou': 7, 'Clinique du Lac': 26, 'Atelier Kerguelen': 3, 'Studio Brumaire': 11 },
  // Bronze: its experts end with the present month; and long over.
  ...{ 'Coopérative Les Tilleuls': 2, 'Verrerie du Marais': 8 },
};

/** The day itself, or the Friday before where it is of a weekend: as if UTC. */
const workdayBefore = (day: InstantMs): InstantMs => {
  const weekday = new Date(day).getUTCDay();
  return day - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) * DAY_MS;
};

type Parts = {
  readonly writer: Writer;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly nowMs: InstantMs;
};

/** Customers, packs and expert work of the sample workspace: invented, and relative to the present. */
export const fillSampleCustomers = ({ writer, book, customers, nowMs }: Parts): void => {
  const { zone } = book;
  const month = monthAt(zone, nowMs);
  const record = (name: string, event: CustomerEvent, actor = 'lead 01'): string | null => {
    const id = customers.byName(name)?.customerId;
    if (id === undefined) return null;
    return book.record(writer, id, event, { actor, workstation: 'sample', recordedAtMs: nowMs });
  };

  for (const [name, monthsAgo] of Object.entries(SINCE)) {
    record(name, { kind: 'tierDated', sinceMs: monthStartMs(zone, month - monthsAgo) + 9 * DAY_MS, note: null });
  }
  for (const [name, { referent, language, platforms, site }] of Object.entries(KNOWN)) {
    const [contact, email] = referent;
    const told = { contactId: `referent ${name}`, name: contact, role: 'referent', email, phone: null } as const;
    record(name, { kind: 'contactSaved', contact: { ...told, language } });
    record(name, { kind: 'customerEdited', facts: { language, platforms: [...platforms], site } });
  }
  const pack = (name: string, minutes: number, monthsAgo: number, lastsMonths: number | null, order: string): void => {
    const fromMs = monthStartMs(zone, month - monthsAgo);
    const untilMs = lastsMonths === null ? null : monthStartMs(zone, month - monthsAgo + lastsMonths);
    record(name, { kind: 'packBought', minutes, fromMs, untilMs, order, note: null });
  };
  pack('Groupe Vallier', 600, 4, 12, 'SAMPLE-1041');
  pack('Transports Mistralou', 300, 2, null, 'SAMPLE-1077');
  pack('Librairie Perdrix', 120, 3, 6, 'SAMPLE-1090');
  const until = { fromMs: monthStartMs(zone, month), untilMs: monthStartMs(zone, month + 1) };
  record('Clinique du Lac', {
    kind: 'goodwillGranted',
    minutes: 60,
    ...until,
    reason: 'A session that we had to move',
  });

  WORK.forEach(([name, daysAgo, hour, minutes, assignment, note, isSession = false], i) => {
    const day = Math.floor((nowMs - daysAgo * DAY_MS) / DAY_MS) * DAY_MS;
    const startMs = (isSession ? workdayBefore(day) : day) + hour * HOUR_MS;
    const expert = i % 3 === 2 ? 'expert 02' : 'expert 01';
    const isOver = name === 'Mairie d’Aubagne' || (name === 'Institut Belledonne' && daysAgo === 5);
    const work = { expert, assignment, startMs, endMs: startMs + minutes * MINUTE_MS, isTimed: true, note };
    const { endMs } = work;
    const sessionId = isSession
      ? record(
          name,
          {
            ...{ kind: 'sessionPlanned', ...sampleFacts(assignment, note), expert, startMs, endMs },
            ...{ sessionId: null, seriesId: null, warnings: [] },
          },
          expert,
        )
      : null;
    const chargedMin = roundUp(minutes, book.expertiseRules().stepMin);
    const id = record(
      name,
      {
        ...{ kind: 'workLogged', ...work, chargedMin, ticketId: null, sessionId },
        isCustomerFault: assignment === 'diagnosis' ? true : null,
        overageReason: isOver ? 'The customer could not wait' : null,
      },
      expert,
    );
    if (id !== null && sessionId !== null) {
      record(name, { kind: 'sessionDone', sessionId, workId: id }, expert);
      const report = { kind: 'reportSaved', sessionId, language: 'fr', sections: SAMPLE_REPORT } as const;
      if (assignment === 'report') record(name, report, expert);
    }
    if (id !== null && name === 'Mairie d’Aubagne') {
      const decided = { workId: id, isApproved: true, minutes: chargedMin, reason: 'Agreed with the town hall' };
      record(name, { kind: 'overageDecided', ...decided });
    }
  });
};
