export const USAGE = `vigie: the console's command line

  sla --cases FILE                       answer SLA cases, one JSON a line (- is standard input)
  hours --cases FILE                     answer cases of expertise hours, in the same way
  import --db FILE --profile P INPUT...  import ticket exports
      --profile   auto, servicenow-log, servicenow, freshdesk, zendesk, jira, glpi, zammad, osticket or generic;
                         auto says on standard error what it recognised, and how surely
      --guess            only that, as JSON; needs neither --profile nor --db
      --tier-map FILE    CSV customer,tier     --level-map FILE   CSV group,level
      --zone ZONE        zone of times that name none (default UTC)
      --dry-run          decide everything, write nothing
      --json             the report as JSON
  import-customers --db FILE INPUT...    import lists of customers: CSV with name, tier, since, language, platform, site,
                                         contact name, contact mail, contact phone, contact role, note
      --dry-run          decide everything, write nothing     --json   the report as JSON
  queue --db FILE                        the queue in its default order
      --as-of INSTANT    as it stood then, ISO 8601 with Z or an offset (default now)
      --limit N          at most N tickets     --json   as JSON
  explain --db FILE TICKET               why a ticket is due when it is due, in sentences
      --as-of INSTANT    as it stood then      --language en|fr   (default en)     --json
  lead-passphrase --db FILE              whether a lead's passphrase is set
      --reset            forgotten: take it back, the next lead sets another     --json
  maintenance --from D --to D            the maintenance windows of these days, both included; D is 2026-03-29 or an instant
      --db FILE          by its policy and exceptions (default: the shipped rules)     --json
  report PART --db FILE --from D --to D  the figures of these days, both included; D is 2026-03-29 in Europe/Paris or an instant
      PART               sla, flow, backlog, times, turns, waits, hours, coaching, or all
      --as-of INSTANT    as it was known then: what happened or was recorded later is not there
      --step day|week|month   how figures over time are cut (default day)
      --filter TEXT      only these tickets, as typed in the queue: tier:gold level:L2
      --language en|fr   (default en)     --definitions   what each figure means     --json
  statement --db FILE --customer NAME --from MONTH [--to MONTH]
                                         a customer's expertise hours, as CSV; months as 2026-10
      --language en|fr   (default that of the customer, else en)     --notes   with notes and reasons
  check --db FILE                        whether a database is whole, and every row what its events come to; writes nothing
      --json
  backup --db FILE --to COPY             a copy, also while Vigie works with it, opened and compared; never over a file
      --json
  restore --db FILE --from COPY          what restoring a backup or an export would change
      --yes              do it: the database is kept beside it under another name; not while Vigie has it open     --json
  export --db FILE --to FILE.jsonl       everything, as JSON lines (docs/data-formats.md)
      --salvage          what can be read of a damaged database     --json
  import-export --from FILE.jsonl --db FILE
                                         a new database of an export     --json
  privacy export --db FILE --to FILE.jsonl (--customer NAME | --person TEXT)
                                         all that is recorded of a customer or a person, as JSON lines (docs/data-formats.md)
  privacy erase --db FILE --reason TEXT (--customer NAME | --person TEXT)
                                         what erasing would redact; nothing brings it back (docs/privacy.md)
      --yes              do it; not while Vigie has it open     --json
  privacy copies --db FILE               backups and other copies that are older than the last erasure
      --replace          make a fresh backup, then delete them     --json
  seed --tickets N                       make a large database of made-up tickets
      --db FILE          default vigie-seed-N.db
      --seed N           default 1             --now INSTANT   what the countdowns run towards (default now)
      --open N           so many of them open (default a twentieth)     --events-per-ticket N   on average (default 5 to 6)
      --customers N      of so many customers, with packs, work of experts and sessions (default 400, without)
  help, --version

Answers go to standard output, everything else to standard error.
Exit status: 0 done, 1 some input lines could not be answered (sla, hours),
a database is not sound (check) or not all of it could be read (export --salvage, import-export), 2 the command could not be done.
`;
