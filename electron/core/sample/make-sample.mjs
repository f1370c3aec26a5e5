// Makes resources/sample/sample-tickets.json. By hand, when the mix or the titles change:
//   node electron/core/sample/make-sample.mjs FOLDER     (the folder with servicenow-incident-log/, helpdesk-utterances/ and formats/)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { format } from 'prettier';
import { runnerImport } from 'vite';
import { readCourses } from './incident-courses.mjs';
import { makeTicket } from './make-ticket.mjs';
import { BETA, CUSTOMERS, SLOTS } from './sample-mix.mjs';

const root = join(import.meta.dirname, '../../..');
const SEED = 20_411;
const LAST_NUMBER = 20_420;

const imported = async (path) =>
  (await runnerImport(join(root, path), { configFile: false, logLevel: 'error' })).module;

const rowsOf = (...path) => parse(readFileSync(join(...path)), { columns: true });

/** Throws where a title names a source that is not in the data: every title must be traceable. */
const checkSources = (titles, folder) => {
  const incidents = rowsOf(folder, 'formats/servicenow/incidents_REST.csv').map(({ number }) => `servicenow:${number}`);
  const conversations = rowsOf(folder, 'helpdesk-utterances/sample_utterances.csv').map(
    ({ issueid }) => `helpdesk:${Number.parseInt(issueid, 10)}`,
  );
  const known = new Set([...incidents, ...conversations]);
  const unknown = titles.filter(({ from }) => !known.has(from));
  if (unknown.length > 0) throw new Error(`titles without a source: ${unknown.map(({ from }) => from).join(', ')}`);
};

const shuffled = (random, items) => {
  const rest = [...items];
  return items.map(() => rest.splice(random.between(0, rest.length - 1), 1)[0]);
};

const make = async (folder) => {
  const titles = JSON.parse(readFileSync(join(import.meta.dirname, 'titles.json'), 'utf8'));
  checkSources(titles, folder);
  const { seededRandom } = await imported('electron/core/sample/random.ts');
  const { DEFAULT_POLICY: policy } = await imported('shared/sla/policy.ts');
  const random = seededRandom(SEED);
  const courses = shuffled(random, readCourses(join(folder, 'servicenow-incident-log/incident_event_log_dev.csv')));
  const turns = { gold: 0, silver: 0, bronze: 0, standard: 0 };
  const tickets = Object.entries(SLOTS).flatMap(([priority, slots]) => {
    const ofPriority = shuffled(
      random,
      titles.filter((title) => title.priority === priority),
    );
    if (ofPriority.length !== slots.length)
      throw new Error(`${priority}: ${ofPriority.length} titles, ${slots.length} slots`);
    return slots.map(({ scenario, tier }, i) => {
      const customer = CUSTOMERS[tier][turns[tier]++ % CUSTOMERS[tier].length];
      const isBeta = BETA.includes(ofPriority[i].from);
      return makeTicket({ random, courses, policy, title: ofPriority[i], scenario, tier, customer, isBeta });
    });
  });
  tickets.sort((a, b) => a.inMs - b.inMs);
  const numbered = tickets.map((ticket, i) => ({
    reference: `CAV-${LAST_NUMBER + 1 - tickets.length + i}`,
    ...ticket,
  }));
  const path = join(root, 'resources/sample/sample-tickets.json');
  writeFileSync(path, await format(JSON.stringify({ tickets: numbered }), { parser: 'json', printWidth: 120 }));
  process.stdout.write(`${numbered.length} tickets written to ${path}\n`);
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node electron/core/sample/make-sample.mjs FOLDER\n');
  process.exitCode = 2;
} else await make(folder);
