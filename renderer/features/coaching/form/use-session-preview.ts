import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../../../shared/ipc/contract.ts';
import { call } from '../../../ipc/client.ts';

/** While somebody types, the schedule is not asked for every letter. */
const REST_MS = 120;

type Order<Name extends 'coaching:preview' | 'coaching:find-slots'> = CallInput<Name>;

export type Reading<Value> = {
  readonly value: Value | null;
  readonly error: unknown;
  /** What is shown answers an earlier question. */
  readonly isStale: boolean;
};

const useAsked = <Value>(name: string, order: unknown, ask: (question: string) => Promise<Value>): Reading<Value> => {
  const question = JSON.stringify(order);
  const [asked] = useDebouncedValue(question, REST_MS);
  const { data, error, isPlaceholderData } = useQuery({
    // Under 'coaching': asked again when sessions, experts or absences change.
    queryKey: ['coaching', name, asked],
    queryFn: () => ask(asked),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const isStale = isPlaceholderData || asked !== question;
  return { value: order === null ? null : (data ?? null), error: order === null ? null : error, isStale };
};

/** What stands against what is filled in; an answer that a newer question overtook is dropped. */
export const useSessionPreview = (order: Order<'coaching:preview'> | null): Reading<CallOutput<'coaching:preview'>> =>
  useAsked('preview', order, (question) => {
    const asked: Order<'coaching:preview'> = JSON.parse(question);
    return call('coaching:preview', asked);
  });

const isForSame = (a: Order<'coaching:find-slots'>, b: Order<'coaching:find-slots'>): boolean =>
  a.expert === b.expert && a.customerId === b.customerId && a.assignment === b.assignment;

/** The next slots that are free; those of another expert, customer or assignment are never shown for these. */
export const useFreeSlots = (
  order: Order<'coaching:find-slots'> | null,
): Reading<CallOutput<'coaching:find-slots'>> => {
  const { value, ...reading } = useAsked('slots', order, async (question) => {
    const asked: Order<'coaching:find-slots'> = JSON.parse(question);
    return { asked, found: await call('coaching:find-slots', asked) };
  });
  const isAnswer = value !== null && order !== null && isForSame(value.asked, order);
  return { ...reading, value: isAnswer ? value.found : null };
};
