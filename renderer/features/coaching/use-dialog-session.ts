import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { useCoachingStore, type CoachingDialog } from '../../state/coaching-store.ts';

type OfSession = Extract<CoachingDialog, { readonly id: string }>;

/** The session that the open dialog is about; undefined while it is on its way, or where it cannot be read. */
export const useDialogSession = (kind: OfSession['kind']): SessionPage | undefined => {
  const id = useCoachingStore(({ dialog }) => (dialog?.kind === kind && 'id' in dialog ? dialog.id : null));
  const { data } = useQuery({ ...sessionQuery(id ?? ''), enabled: id !== null });
  /** Kept as the dialog found it: what it tells does not change under somebody's hands. */
  const [first, setFirst] = useState(data);
  if (first === undefined && data !== undefined) setFirst(data);
  return first;
};
