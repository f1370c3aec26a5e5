import '../../styles/experts.css';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { END_INSTANT_MS, FIRST_INSTANT_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { absencesQuery } from '../../ipc/coaching-queries.ts';
import { closeCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { absenceDraftOf } from './absence-draft.ts';
import { AbsenceForm } from './absence-form.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';

const EVER = { fromMs: FIRST_INSTANT_MS, toMs: END_INSTANT_MS - 1 } as const;

type ChangeProps = { readonly id: number; readonly expert: string | null };

/** One that was saved, as it stands. */
const ChangeAbsence = ({ id, expert }: ChangeProps) => {
  const intl = useIntl();
  const { zone } = useApp().rules;
  const { data, error } = useQuery(absencesQuery({ ...EVER, expert }));
  if (data === undefined && error === null) return null;
  const known = data?.find((absence) => absence.id === id);
  if (known !== undefined) {
    return <AbsenceForm id={id} draft={absenceDraftOf(known, zone)} onClose={closeCoachingDialog} />;
  }
  return (
    <OutcomeDialog
      title={intl.formatMessage({ id: 'expert.absenceEdit' })}
      onClose={closeCoachingDialog}
      testId="absence-gone"
    >
      <p className="form-failure">
        {error === null ? intl.formatMessage({ id: 'error.absence/unknown' }) : errorText(intl, error)}
      </p>
    </OutcomeDialog>
  );
};

/** When an expert is away: one to write, or one to change. */
export const AbsenceDialog = () => {
  const dialog = useCoachingStore((state) => state.dialog);
  const { me } = useApp().state;
  if (dialog?.kind !== 'absence') return null;
  const { id } = dialog;
  if (id !== null) return <ChangeAbsence key={id} id={id} expert={dialog.expert} />;
  const expert = dialog.expert ?? (me.role === 'expert' ? me.name : '');
  return (
    <AbsenceForm
      id={null}
      draft={{ expert, isWholeDays: true, from: '', until: '', reason: '' }}
      onClose={closeCoachingDialog}
    />
  );
};
