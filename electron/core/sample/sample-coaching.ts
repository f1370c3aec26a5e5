import { localToInstant, offsetAt } from '../../../shared/calendar/zone.ts';
import type { ReportSections, SessionEvent, SessionFacts } from '../../../shared/coaching/session-event.ts';
import { checklistOf, objectivesOf } from '../../../shared/coaching/templates.ts';
import type { Assignment } from '../../../shared/expertise/assignment.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';

type Planned = readonly [
  customer: string,
  expert: string,
  /** Working days from today. */
  workdays: number,
  hour: number,
  minutes: number,
  assignment: Assignment,
  state: 'planned' | 'confirmed' | 'cancelled',
];

/** What two experts have before them; no two of one expert at once. */
const PLANNED: readonly Planned[] = [
  ['Nordlys Énergie', 'expert 01', 1, 10, 60, 'advice', 'confirmed'],
  ['Port de Sète', 'expert 01', 1, 14, 90, 'discovery', 'planned'],
  ['Transports Mistralou', 'expert 02', 1, 10, 120, 'architecture', 'confirmed'],
  ['Studio Brumaire', 'expert 02', 2, 9, 60, 'advice', 'planned'],
  ['Institut Belledonne', 'expert 01', 2, 11, 60, 'diagnosis', 'cancelled'],
  ['Clinique du Lac', 'expert 01', 3, 15, 45, 'report', 'confirmed'],
  ['Coopérative Les Tilleuls', 'expert 02', 4, 14, 60, 'discovery', 'planned'],
  ['Nordlys Énergie', 'expert 01', 6, 10, 60, 'advice', 'planned'],
  ['Groupe Vallier', 'expert 02', 7, 11, 90, 'architecture', 'planned'],
  ['Librairie Perdrix', 'expert 01', 8, 16, 30, 'advice', 'planned'],
];

const ASKED: readonly (readonly [customer: string, assignment: Assignment, minutes: number, note: string])[] = [
  ['Atelier Kerguelen', 'discovery', 60, 'For two people who have just joined'],
  ['Mutuelle Artois', 'report', 45, 'Before the budget of next year'],
];

/** What is known of a sample session beside its time. */
export const sampleFacts = (assignment: Assignment, note: string | null): SessionFacts => ({
  ...{ assignment, language: 'fr', attendees: [], place: null, ticketId: null, note },
  link: 'https://meet.example/vigie',
  objectives: objectivesOf(assignment, 'fr'),
  checklist: checklistOf(assignment, 'fr'),
});

/** The report of a sample session that was held. */
export const SAMPLE_REPORT: ReportSections = {
  objectives: '- Dimensionner les machines virtuelles de la ferme de rendu\n- Préparer le budget de l’année',
  done:
    'Nous avons relevé l’usage de trente jours avec l’équipe, machine par machine, puis comparé avec ce qui est réservé.\n' +
    '- Deux machines sur trois n’utilisent jamais plus de la moitié de leur mémoire.\n' +
    '- Le réseau de rendu sature chaque soir entre 18 h et 20 h.',
  recommendations: 'Rendre ce qui ne sert pas avant d’ajouter quoi que ce soit :',
  sizing: [
    {
      ...{ what: 'vm', name: 'rendu-01 à rendu-06', present: '8 vCPU, 64 Go', recommended: '8 vCPU, 32 Go' },
      why: 'La mémoire n’a jamais dépassé 27 Go en trente jours.',
    },
    {
      ...{ what: 'network', name: 'rendu', present: '1 Gbit/s', recommended: '2 Gbit/s' },
      why: 'Saturé chaque soir de 18 h à 20 h.',
    },
  ],
  nextSteps: '- Appliquer les nouvelles tailles pendant la semaine creuse\n- Mesurer à nouveau dans un mois',
};

type Parts = {
  readonly writer: Writer;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly nowMs: InstantMs;
};

/** Coaching sessions of the sample workspace: invented, and relative to the present. */
export const fillSampleCoaching = ({ writer, book, customers, nowMs }: Parts): void => {
  const { zone } = book;
  const today = Math.floor((nowMs + offsetAt(zone, nowMs)) / DAY_MS) * DAY_MS;

  /** The local midnight, as if UTC, of a working day to come. */
  const workday = (count: number): number => {
    let day = today;
    for (let left = count; left > 0;) {
      day += DAY_MS;
      const weekday = new Date(day).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left--;
    }
    return day;
  };

  const record = (name: string, event: SessionEvent, actor: string): string | null => {
    const id = customers.byName(name)?.customerId;
    const by: Recording = { actor, workstation: 'sample', recordedAtMs: nowMs };
    return id === undefined ? null : book.record(writer, id, event, by);
  };
  for (const [customer, expert, workdays, hour, minutes, assignment, state] of PLANNED) {
    const startMs = localToInstant(zone, workday(workdays) + hour * HOUR_MS);
    const slot = { expert, startMs, endMs: startMs + minutes * MINUTE_MS };
    const planned = { ...sampleFacts(assignment, null), ...slot, sessionId: null, seriesId: null, warnings: [] };
    const sessionId = record(customer, { kind: 'sessionPlanned', ...planned }, expert);
    if (sessionId === null) continue;
    if (state === 'confirmed') record(customer, { kind: 'sessionConfirmed', sessionId, note: null }, expert);
    if (state === 'cancelled') {
      const reason = 'The incident was resolved before';
      record(customer, { kind: 'sessionCancelled', sessionId, by: 'customer', reason }, expert);
    }
  }
  for (const [customer, assignment, durationMin, note] of ASKED) {
    const wish = { expert: null, durationMin, fromMs: null, untilMs: null };
    record(customer, { kind: 'sessionAsked', ...sampleFacts(assignment, note), ...wish }, 'agent 01');
  }
};
