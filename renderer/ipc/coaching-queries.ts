import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language } from '../../shared/i18n/language.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { call } from './client.ts';

/** Everything under 'coaching' is asked again when sessions, experts or absences change. */
export const sessionsQuery = (input: CallInput<'coaching:list'>) =>
  queryOptions({
    queryKey: ['coaching', 'list', input],
    queryFn: () => call('coaching:list', input),
    gcTime: 60_000,
  });

/** The waiting list. */
export const askedQuery = queryOptions({
  queryKey: ['coaching', 'asked'],
  queryFn: () => call('coaching:list-asked', {}),
});

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['coaching', 'page', id], queryFn: () => call('coaching:get', { id }), gcTime: 15_000 });

/** `version` is that of the session: another one reads otherwise. */
export const invitationQuery = (id: string, language: Language, version: number) =>
  queryOptions({
    queryKey: ['coaching', 'invitation', id, language, version],
    queryFn: () => call('coaching:get-invitation', { id, language }),
    placeholderData: keepPreviousData,
    gcTime: 15_000,
  });

export const coachingPathQuery = (customerId: number) =>
  queryOptions({
    queryKey: ['coaching', 'path', customerId],
    queryFn: () => call('coaching:get-path', { customerId }),
    gcTime: 15_000,
  });

export const expertsQuery = queryOptions({
  queryKey: ['coaching', 'experts'],
  queryFn: () => call('expert:list', {}),
});

export const absencesQuery = (input: CallInput<'absence:list'>) =>
  queryOptions({
    queryKey: ['coaching', 'absences', input],
    queryFn: () => call('absence:list', input),
    gcTime: 60_000,
  });

/** Everything under 'maintenance' is asked again when exceptions or the policy change. */
export const windowsQuery = (input: CallInput<'maintenance:list-windows'>) =>
  queryOptions({
    queryKey: ['maintenance', 'windows', input],
    queryFn: () => call('maintenance:list-windows', input),
    gcTime: 60_000,
  });

export const exceptionsQuery = queryOptions({
  queryKey: ['maintenance', 'exceptions'],
  queryFn: () => call('maintenance:list-exceptions', {}),
});
