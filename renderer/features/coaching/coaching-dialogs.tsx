import { useCoachingStore } from '../../state/coaching-store.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { CallOffDialog } from './call-off-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { ImportBusyDialog } from './import-busy-dialog.tsx';
import { InvitationDialog } from './invitation-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NoShowDialog } from './no-show-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';

/** What is filled in about coaching. */
export const CoachingDialogs = () => {
  const dialog = useCoachingStore((state) => state.dialog);
  switch (dialog?.kind) {
    case 'plan':
      return <PlanDialog />;
    case 'ask':
      return <AskDialog />;
    case 'edit':
      return <EditDialog />;
    case 'move':
      return <MoveDialog />;
    case 'callOff':
      return <CallOffDialog />;
    case 'noShow':
      return <NoShowDialog />;
    case 'finish':
      return <FinishDialog />;
    case 'invitation':
      return <InvitationDialog />;
    case 'report':
      return <ReportDialog />;
    case 'absence':
      return <AbsenceDialog />;
    case 'importBusy':
      return <ImportBusyDialog />;
    case undefined:
      return null;
  }
};
