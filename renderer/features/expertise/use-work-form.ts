import { useRef, useState } from 'react';
import { parseWorkTime, type WorkTime } from '../../../shared/expertise/parse-work-time.ts';
import type { WorkInput } from '../../../shared/ipc/expertise-schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { CallFailure } from '../../ipc/client.ts';
import { forgetDraft, keepDraft } from '../../ipc/kept-draft.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import type { BegunWork } from './begin-work.ts';
import { useWorkPreview, type PreviewReading } from './use-work-preview.ts';
import { isUntouched, toWorkInput, workProblems, type WorkDraft, type WorkProblem } from './work-draft.ts';

export type WorkForm = {
  readonly draft: WorkDraft;
  readonly time: WorkTime;
  readonly input: WorkInput | null;
  readonly reading: PreviewReading;
  readonly problems: readonly WorkProblem[];
  /** It goes beyond what is covered: a reason is asked for. */
  readonly isOverage: boolean;
  readonly isRestored: boolean;
  readonly isSaving: boolean;
  readonly failure: unknown;
  readonly change: (part: Partial<WorkDraft>) => void;
  readonly startAfresh: () => void;
  /** What was typed has been sent otherwise: nothing of it is kept. */
  readonly forget: () => void;
  /** Logs it and then goes on, or gives the first field that keeps it from being logged. */
  readonly save: (onDone: () => void) => WorkProblem | null;
};

/** Logs work; resolves once it is on disk. */
export type PostWork = (input: WorkInput, workedMin: number) => Promise<unknown>;

const isOverageRefusal = (failure: unknown): boolean =>
  failure instanceof CallFailure && failure.code === 'work/overage-reason';

/** The state of the form that logs work: what is typed is kept, and asked what it would do. */
export const useWorkForm = ({ start, restored, draftKey }: BegunWork, post: PostWork): WorkForm => {
  const { rules, state } = useApp();
  const ledgerZone = useLedgerZone();
  const [draft, setDraft] = useState(restored ?? start);
  const [isRestored, setIsRestored] = useState(restored !== null);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  /** What was typed up to now: an answer of the core may come before it is rendered. */
  const current = useRef(draft);
  const isGone = useIsGone();
  const nowMs = useNow(wholeMinute);
  const time = parseWorkTime(draft.when, { nowMs, zone: rules.zone, ledgerZone });
  const input = toWorkInput(draft, time, state.me.role);
  const reading = useWorkPreview(input);
  const isOverage = isOverageRefusal(failure) || draft.overageReason !== '' || (reading.preview?.overageMin ?? 0) > 0;
  const mustSayWhy = isOverageRefusal(failure) || (!reading.isStale && (reading.preview?.overageMin ?? 0) > 0);

  const put = (next: WorkDraft): void => {
    current.current = next;
    setDraft(next);
    if (!isOverageRefusal(failure)) setFailure(null);
    if (isUntouched(next, start)) void forgetDraft(draftKey);
    else keepDraft(draftKey, JSON.stringify(next));
  };

  const save = (onDone: () => void): WorkProblem | null => {
    setIsChecked(true);
    const [first = null] = workProblems(draft, time, mustSayWhy);
    if (first !== null || input === null || isSaving) return first;
    setIsSaving(true);
    setFailure(null);
    const workedMin = (input.endMs - input.startMs) / MINUTE_MS;
    post(input, workedMin).then(
      () => {
        void forgetDraft(draftKey);
        if (!isGone.current) onDone();
      },
      (error: unknown) => {
        if (isGone.current) {
          reportFailure(error);
          return;
        }
        setIsSaving(false);
        setFailure(error);
      },
    );
    return null;
  };

  return {
    ...{ draft, time, input, reading, isOverage, isRestored, isSaving, failure, save },
    problems: isChecked ? workProblems(draft, time, mustSayWhy) : [],
    forget: () => void forgetDraft(draftKey),
    change: (part) => put({ ...current.current, ...part }),
    startAfresh: () => {
      setIsRestored(false);
      setIsChecked(false);
      setFailure(null);
      put(start);
    },
  };
};
