import { createFileReading } from './file-reading.ts';
import type { Profile } from './profile.ts';
import { createZammadStore, takeZammad, zammadKind, zammadRecords, type ZammadRecord } from './zammad-store.ts';
import { createZammadAssembler } from './zammad-ticket.ts';

const isKnown = ({ kind, raw }: ZammadRecord): boolean => kind !== null && zammadKind(raw) !== null;

/** Zammad: the answers of its API: tickets (expanded or with assets), their articles and histories, in any number of files. */
export const zammad: Profile = {
  id: 'zammad',
  source: 'zammad',
  recognise: (head) => {
    if (head.kind === 'table') return 0;
    const records = zammadRecords(head.value).slice(0, 50).filter(isKnown);
    if (records.length === 0) return 0;
    if (records.some(({ kind }) => kind === 'ticket')) return 0.95;
    return records.some(({ kind }) => kind === 'article' || kind === 'history') ? 0.85 : 0.5;
  },
  createReader: (options) => {
    const store = createZammadStore();
    return {
      open: (name, head) => {
        const records = head.kind === 'json' ? zammadRecords(head.value) : [];
        if (head.kind === 'table' || (records.length > 0 && !records.some(isKnown)))
          return { kind: 'refused', missing: ['number', 'title', 'state_id', 'created_at'] };
        const file = createFileReading(name, options);
        return {
          kind: 'records',
          records,
          take: (record, line) => {
            const told = records[line - 1];
            if (told !== undefined && record === told) takeZammad(store, told, file, line);
          },
        };
      },
      *finish() {
        const assemble = createZammadAssembler(store, options);
        for (const [key, placed] of store.tickets) yield assemble(key, placed);
        for (const told of [store.articles, store.history]) {
          for (const [key, [first]] of told) {
            if (!store.tickets.has(key) && first !== undefined)
              first.file.warn(first.line, `belongs to ticket ${key}, which no file tells; left out`);
            yield null;
          }
        }
      },
    };
  },
};
