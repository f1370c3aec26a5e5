import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { closeCoachingDialog, useCoachingStore, type CoachingDialog } from '../../state/coaching-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';

type OfSession = Extract<CoachingDialog, { readonly id: string }>;

/** The session that the open dialog is about; undefined while it is on its way. Where it cannot be read the dialog goes, and that is told. */
export const useDialogSession = (kind: OfSession['kind']): SessionPage | undefined => {
  const id = useCoachingStore(({ dialog }) => (dialog?.kind === kind && 'id' in dialog ? dialog.id : null));
  const { data, error } = useQuery({ ...sessionQuery(id ?? ''), enabled: id !== null });
  /** Kept as the dialog found it: what it tells does not change under somebody's hands. */
  const [first, setFirst] = useState(data);
  if (first === undefined && data !== undefined) setFirst(data);
  const isLost = first === undefined && error !== null;
  useEffect(() => {
    if (!isLost) return;
    closeCoachingDialog();
    reportFailure(error);
  }, [isLost, error]);
  return first;
};
