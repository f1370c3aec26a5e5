import { uuidv7obj } from 'uuidv7';
import type { NoticeName, NoticePayload } from '../../shared/ipc/contract.ts';
import { openAccess } from './access/open-access.ts';
import { createBackupService, type BackupOptions } from './backup/backup-service.ts';
import { auditHandlers } from './audit/audit-handlers.ts';
import { createAuditService } from './audit/audit-service.ts';
import { openCoaching } from './coaching/open-coaching.ts';
import { createCustomerBook } from './customer/customer-book.ts';
import { createCustomerCalendar } from './customer/customer-calendar.ts';
import { customerHandlers } from './customer/customer-handlers.ts';
import { createCustomerImportService } from './customer/customer-import-service.ts';
import { createCustomerRepo } from './customer/customer-repo.ts';
import { createCustomerService } from './customer/customer-service.ts';
import { createDirectoryService } from './customer/directory-service.ts';
import { createTierService } from './customer/tier-service.ts';
import { createWhatIfService } from './customer/what-if-service.ts';
import { createDeskRepo } from './desk/desk-repo.ts';
import { createDeskService } from './desk/desk-service.ts';
import { createTimerService } from './desk/timer-service.ts';
import { openDatabase } from './db/database.ts';
import type { PresentClock } from './clock.ts';
import { createConsumptionService } from './expertise/consumption-service.ts';
import { expertiseHandlers } from './expertise/expertise-handlers.ts';
import { createLedgerView } from './expertise/ledger-view.ts';
import { createLotService } from './expertise/lot-service.ts';
import { createWorkService } from './expertise/work-service.ts';
import { importHandlers } from './import/import-handlers.ts';
import { createImportService } from './import/import-service.ts';
import { openHandovers } from './handover/open-handovers.ts';
import type { Log } from './log.ts';
import { createMaintenanceBook } from './maintenance/maintenance-book.ts';
import { maintenanceHandlers } from './maintenance/maintenance-handlers.ts';
import { clockRulesOf, createPolicyBook } from './policy/policy-book.ts';
import { createPolicyService } from './policy/policy-service.ts';
import { openPrivacy } from './privacy/open-privacy.ts';
import { queueHandlers } from './queue/queue-handlers.ts';
import { createQueueRepo } from './queue/queue-repo.ts';
import { openReports } from './report/open-reports.ts';
import { createEscalationList } from './steering/escalation-list.ts';
import { openSteering } from './steering/open-steering.ts';
import { createForecastService } from './queue/forecast-service.ts';
import { createReplayService } from './queue/replay-service.ts';
import { createQueueService } from './queue/queue-service.ts';
import { pathOf } from './chosen-files.ts';
import type { Caller, Handlers } from './router.ts';
import { createCommandService } from './ticket/command-service.ts';
import { createCreationService } from './ticket/creation-service.ts';
import { createEventRepo, toUuid, type Recording } from './ticket/event-repo.ts';
import { createTicketRepo } from './ticket/ticket-repo.ts';
import { createTicketService } from './ticket/ticket-service.ts';
import { wallHandlers } from './wall/wall-handlers.ts';
import { machineScheduler, type Scheduler } from './watch/scheduler.ts';
import { createClockTrustService } from './watch/clock-trust-service.ts';
import { createWatchService } from './watch/watch-service.ts';

export type Notify = <Name extends NoticeName>(name: Name, payload: NoticePayload<Name>) => void;

export type CoreOptions = {
  /** A file, or `:memory:`. */
  readonly path: string;
  readonly clock: PresentClock;
  readonly log: Log;
  readonly notify: Notify;
  /** Who works here, for the event log. */
  readonly recordedBy: { readonly actor: string; readonly workstation: string };
  /** 16 bytes of an id for each event; UUIDv7 unless a test or a seed wants its own. */
  readonly makeId?: () => Uint8Array;
  readonly mustExist?: boolean;
  /** The machine's timers, or those of a test. */
  readonly scheduler?: Scheduler;
  readonly backups?: BackupOptions;
};

/** Opens a database and all that works on it: the composition of everything that is not a window. */
export const openCore = (options: CoreOptions) => {
  const { clock, log, notify, recordedBy, makeId = () => uuidv7obj().bytes } = options;
  const { scheduler = machineScheduler } = options;
  let watch: ReturnType<typeof createWatchService> | null = null;
  let noteChanged = (_ticketIds: readonly number[]): void => {};
  const database = openDatabase({
    path: options.path,
    log,
    mustExist: options.mustExist ?? false,
    onCommit: (ticketIds) => {
      noteChanged(ticketIds);
      notify('data:changed', { ticketIds: ticketIds.length <= 200 ? [...ticketIds] : null });
      watch?.changed(ticketIds);
    },
  });
  const { connection } = database;
  const book = createPolicyBook(database, clock);
  const { rules } = book;
  const { workstation } = recordedBy;
  const events = createEventRepo(connection, makeId);
  const customers = createCustomerRepo(connection);
  const tickets = createTicketRepo(connection);
  const customerBook = createCustomerBook({ database, events, customers, rules, clock });
  const byCaller = ({ actor }: Caller): Recording => ({ actor: actor.name, workstation, recordedAtMs: clock.nowMs() });
  const onCustomers = (ids: readonly number[] | null): void =>
    notify('customer:changed', { customerIds: ids && [...ids] });
  const supposing = createWhatIfService({ database, events, rules, clock });
  const appending = createTicketService({
    ...{ database, tickets, events, customers, book: customerBook, rules, clock, log },
  });
  const ofCustomers = { database, book: customerBook, customers, events, tickets: appending, rules, clock, makeId };
  const tiers = createTierService({ ...ofCustomers, supposing, by: byCaller });
  const directory = createDirectoryService({ ...ofCustomers, by: byCaller });
  const calendar = createCustomerCalendar({ book: customerBook, customers, tiers, clock, onChanged: onCustomers });
  const customerImports = createCustomerImportService(ofCustomers);
  /** What time brings: tiers first, since tickets follow them. */
  const writing = {
    ...appending,
    catchUp: (): void => {
      calendar.catchUp();
      appending.catchUp();
    },
  };
  const access = openAccess({
    ...{ database, account: recordedBy.actor, makeId, by: byCaller },
    onChanged: () => {
      notify('people:changed', {});
      // Experts among them are the cell's.
      notify('coaching:changed', { experts: null });
    },
  });
  const views = createLedgerView(connection, customerBook);
  const maintenance = createMaintenanceBook(database, book);
  const ofLedger = { database, book: customerBook, customers, views, rules, clock, by: byCaller };
  const work = createWorkService(ofLedger);
  const rows = createQueueRepo(database);
  ({ noteChanged } = rows);
  const replays = createReplayService({
    ...{ database, events, rules, scheduler },
    onProgress: (progress) => notify('replay:progressed', progress),
  });
  const queue = createQueueService({
    ...{ database, queue: rows, customers, book: customerBook, maintenance, events, tickets: writing },
    ...{ replays, rules, clock },
  });
  const forecasts = createForecastService({ database, queue: rows, rules, clock });
  const commands = createCommandService({
    ...{ database, events, customers, book: customerBook, queue: rows, tickets: writing, rules, clock },
    ...{ workstation, makeId },
  });
  const creation = createCreationService({
    ...{ database, customers, rows: tickets, tickets: writing, queue: rows, rules, clock, workstation, makeId },
  });
  const finding = createCustomerService(database, customers, customerBook, access.people);
  const onChanged = (what: NoticePayload<'desk:changed'>['what']): void => notify('desk:changed', { what });
  const deskRows = createDeskRepo(connection);
  const desk = createDeskService({ database, desk: deskRows, clock, onChanged });
  const timers = createTimerService({ database, commands, rules, clock, onChanged });
  const policies = createPolicyService({
    ...{ database, book, customers, customerBook, events, tickets: writing, clock, workstation, log },
    onChanged: () => {
      notify('policy:changed', {});
      watch?.changed([]);
    },
    onProgress: (progress) => notify('policy:progressed', progress),
  });
  const imports = createImportService({
    ...{ database, tickets, writing, customers, book: customerBook, events, rules, clock, recordedBy },
  });

  const escalations = createEscalationList(connection, rows, rules);
  watch = createWatchService({
    ...{ database, book, tickets: writing, escalations, nextBeside: calendar.nextAtMs, clock, log, notify, scheduler },
  });

  const clockTrust = createClockTrustService({ database, clock, scheduler, notify, log });

  const importing = importHandlers({
    ...{ imports, customerImports, by: byCaller, onCustomers },
    onProgress: (progress) => notify('import:progressed', progress),
  });
  const auditing = auditHandlers(createAuditService(database, customerBook, access.repo), (done) =>
    notify('audit:progressed', { done }),
  );

  const reporting = openReports({
    ...{ database, events, customers, book: customerBook, policies: book, tickets: writing, queue: rows },
    ...{ clock, scheduler },
    onProgress: (done, total) => notify('report:progressed', { done, total }),
  });

  const backups = createBackupService({
    ...{ path: database.path, lastSeq: events.lastSeq, clock, scheduler, log, notify, pathOf },
    zone: () => customerBook.zone,
    options: options.backups ?? null,
  });

  const privacy = openPrivacy({
    ...{ database, events, customers, book: customerBook, tickets: appending, clock, scheduler, by: byCaller },
    makeBackup: async (caller) => backups.handlers['backup:make']({}, caller),
    onErased: () => {
      notify('data:changed', { ticketIds: null });
      onCustomers(null);
      notify('handover:changed', {});
      notify('steering:changed', {});
      notify('coaching:changed', { experts: null });
      notify('backup:changed', {});
      for (const what of ['view', 'reply', 'macro'] as const) onChanged(what);
    },
  });

  const handlers: Handlers<'core'> = {
    'clock:get-rules': () => clockRulesOf(book),
    ...policies,
    ...queueHandlers({
      ...{ queue, forecasts, commands, creation, finding, catchUp: writing.catchUp },
      onTimersGone: () => onChanged('timer'),
    }),
    ...customerHandlers(directory, tiers, onCustomers),
    ...expertiseHandlers({
      ...{ book: customerBook, views, work, lots: createLotService(ofLedger) },
      ...{ consumption: createConsumptionService(ofLedger), onChanged: onCustomers },
    }),
    ...openCoaching({
      ...{ database, book: customerBook, customers, maintenance, work, clock, makeId, by: byCaller, pathOf },
      registered: access.people.experts,
      onCustomers,
      onExperts: (experts) => notify('coaching:changed', { experts: experts === null ? null : [...experts] }),
    }),
    ...maintenanceHandlers({
      ...{ database, book: maintenance, customers: customerBook, by: byCaller },
      onChanged: () => notify('maintenance:changed', {}),
    }),
    'customer:what-if': supposing.ofCustomer,
    ...desk,
    ...timers,
    ...auditing.handlers,
    ...watch.handlers,
    ...clockTrust.handlers,
    ...reporting.handlers,
    ...openHandovers({
      ...{ database, events, maintenance, clock, makeId, by: byCaller, catchUp: writing.catchUp },
      onChanged: () => notify('handover:changed', {}),
    }),
    ...wallHandlers({
      ...{ database, queue: rows, book: customerBook, maintenance, escalations, rules, clock },
      catchUp: writing.catchUp,
    }),
    ...openSteering({
      ...{ database, book: customerBook, views, work, commands, queue: rows, escalations, rules, clock, by: byCaller },
      registered: access.people.all,
      ...{ catchUp: writing.catchUp, makeId: () => toUuid(makeId()), onCustomers },
      onChanged: () => notify('steering:changed', {}),
    }),
    ...access.handlers,
    ...importing.handlers,
    ...backups.handlers,
    ...privacy.handlers,
  };

  return {
    handlers,
    access,
    database,
    events,
    customers,
    book: customerBook,
    ledgers: views,
    imports,
    customerImports,
    maintenance,
    rules,
    watch,
    privacy,
    /** Fills an empty database with sample data; leaves one that holds tickets alone. */
    fillWithSamples: async (): Promise<void> => {
      const held = connection.prepare('SELECT count(*) FROM ticket').pluck().get();
      if (held !== 0) return;
      const { fillSamples } = await import('./sample/samples.ts');
      await fillSamples({ database, people: access.people, imports, deskRows, book: customerBook, customers, clock });
    },
    close: (): void => {
      importing.stop();
      auditing.stop();
      reporting.stop();
      backups.stop();
      privacy.stop();
      watch.stop();
      clockTrust.stop();
      writing.stop();
      void replays.close();
      database.close();
    },
  };
};

export type Core = ReturnType<typeof openCore>;
