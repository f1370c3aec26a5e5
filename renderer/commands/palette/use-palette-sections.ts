import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PaletteHits } from '../../../shared/ipc/desk-schemas.ts';
import { useApp } from '../../app-context.ts';
import { MESSAGES } from '../../i18n/messages.ts';
import { call } from '../../ipc/client.ts';
import { macrosQuery } from '../../ipc/queries.ts';
import type { Command, CommandGroup } from '../command.ts';
import { canRun, COMMANDS } from '../registry.ts';
import { recentItems, type PaletteItem, type Section } from './palette-item.ts';
import { rank } from './rank.ts';

const NO_HITS: PaletteHits = { tickets: [], customers: [], people: [] };
/** Lines of commands beside what else was found. */
const MOST_COMMANDS = 8;

const paletteQuery = (text: string) => ({
  queryKey: ['palette', text],
  queryFn: () => call('palette:search', { text }),
  gcTime: 5_000,
  staleTime: 1_000,
  enabled: text !== '',
  placeholderData: keepPreviousData<PaletteHits>,
  // What a newer word superseded is not asked again: that would supersede the newer one.
  retry: false,
});

const itemsOf = ({ tickets, customers, people }: PaletteHits) => ({
  tickets: tickets.map((row): PaletteItem => ({ kind: 'ticket', key: `ticket ${row.id}`, names: [], row })),
  customers: customers.map((customer): PaletteItem => ({
    kind: 'customer',
    key: `customer ${customer.name}`,
    names: [],
    customer,
  })),
  people: people.map((person): PaletteItem => ({ kind: 'person', key: `person ${person.name}`, names: [], person })),
});

/** A reference is typed whole and meant as such: then tickets come before what else fits. */
const isReference = (typed: string, hits: PaletteHits): boolean =>
  hits.tickets.some(({ reference }) => reference.toLowerCase().startsWith(typed.toLowerCase())) && /\d/.test(typed);

const isListed = (command: Command): boolean =>
  command.isMove !== true && command.id !== 'palette' && canRun(command) && (command.isOffered?.() ?? true);

/** What is done with tickets stands before what is done with the list. */
const ORDER: Readonly<Record<CommandGroup, number>> = {
  ...{ ticket: 0, talk: 1, customers: 2, coaching: 3, handover: 4, reports: 5 },
  ...{ wall: 6, general: 7, check: 8, views: 9, move: 10 },
};
const inOrder = (commands: readonly Command[]): Command[] =>
  commands.toSorted((a, b) => ORDER[a.group] - ORDER[b.group]);

/** What the palette lists for what was typed: commands and macros at once, the rest as soon as the core answers. */
export const usePaletteSections = (typed: string): readonly Section[] => {
  const intl = useIntl();
  const { workspace } = useApp().state;
  const text = typed.trim();
  const { data } = useQuery(paletteQuery(text));
  const { data: macros } = useQuery(macrosQuery);
  const commands = useMemo(
    () =>
      inOrder(COMMANDS.filter(isListed)).map((command): PaletteItem => ({
        kind: 'command',
        key: `command ${command.id}`,
        names: [
          intl.formatMessage({ id: `command.${command.id}` }),
          MESSAGES.en[`command.${command.id}`] ?? command.id,
        ],
        command,
      })),
    [intl],
  );
  return useMemo(() => {
    const macroItems = (macros ?? []).map((macro): PaletteItem => ({
      kind: 'macro',
      key: `macro ${macro.id}`,
      names: [macro.name],
      macro,
    }));
    const hits = text === '' ? NO_HITS : (data ?? NO_HITS);
    const { tickets, customers, people } = itemsOf(hits);
    if (text === '') {
      const recent = recentItems(workspace).filter((item) => item.kind !== 'command' || isListed(item.command));
      const keys = new Set(recent.map(({ key }) => key));
      const rest = commands.filter(({ key }) => !keys.has(key));
      return [
        { name: 'recent', items: recent },
        { name: 'commands', items: rest },
        { name: 'macros', items: macroItems.filter(({ key }) => !keys.has(key)) },
      ] satisfies Section[];
    }
    const found: Section[] = [
      { name: 'commands', items: rank(commands, text).slice(0, MOST_COMMANDS) },
      { name: 'macros', items: rank(macroItems, text) },
      { name: 'tickets', items: tickets },
      { name: 'customers', items: customers },
      { name: 'people', items: people },
    ];
    return isReference(text, hits) ? [...found.slice(2), ...found.slice(0, 2)] : found;
  }, [commands, macros, data, text, workspace]);
};
