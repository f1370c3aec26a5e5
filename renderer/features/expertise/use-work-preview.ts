import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WorkInput, WorkPreview } from '../../../shared/ipc/expertise-schemas.ts';
import { call } from '../../ipc/client.ts';

/** While somebody types, the ledger is not asked for every letter. */
const REST_MS = 120;

export type PreviewReading = {
  readonly preview: WorkPreview | null;
  readonly error: unknown;
  /** What is shown answers an earlier question. */
  readonly isStale: boolean;
};

/** What logging would do, as it is filled in; an answer that a newer question overtook is dropped. */
export const useWorkPreview = (input: WorkInput | null): PreviewReading => {
  const question = JSON.stringify(input);
  const [asked] = useDebouncedValue(question, REST_MS);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['customer', 'preview-work', asked],
    queryFn: () => {
      const order: WorkInput = JSON.parse(asked);
      return call('expertise:preview-work', order);
    },
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const isStale = isPlaceholderData || asked !== question;
  return { preview: input === null ? null : (data ?? null), error, isStale };
};
