import '../../styles/experts.css';
import { useQuery } from '@tanstack/react-query';
import { END_INSTANT_MS } from '../../../shared/time/instant.ts';
import type { AbsenceRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { absencesQuery } from '../../ipc/coaching-queries.ts';
import { closeCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { AbsenceForm } from './absence-form.tsx';
import { absenceDraftOf, type AbsenceDraft } from './absence-draft.ts';

const EVER = { fromMs: 0, toMs: END_INSTANT_MS } as const;

/** When an expert is away: one to write, or one to change. */
export const AbsenceDialog = () => {
  const dialog = useCoachingStore((state) => state.dialog);
  const { state, rules } = useApp();
  const wanted = dialog?.kind === 'absence' ? dialog : null;
  const id = wanted?.id ?? null;
  const { data, error } = useQuery({
    ...absencesQuery({ ...EVER, expert: wanted?.expert ?? null }),
    enabled: id !== null,
  });
  if (wanted === null) return null;
  const known: AbsenceRow | null = data?.find((absence) => absence.id === id) ?? null;
  if (id !== null && known === null && error === null && data === undefined) return null;
  const expert = wanted.expert ?? (state.me.role === 'expert' ? state.me.name : '');
  const blank: AbsenceDraft = { expert, isWholeDays: true, from: '', until: '', reason: '' };
  const draft = known === null ? blank : absenceDraftOf(known, rules.zone);
  return <AbsenceForm key={id} {...{ id, draft }} onClose={closeCoachingDialog} />;
};
