import { useRef, useState } from 'react';
import type { ReportSections } from '../../../../shared/coaching/session-event.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import type { SessionPage } from '../../../../shared/ipc/coaching-schemas.ts';
import { call, CallFailure } from '../../../ipc/client.ts';
import { sessionQuery } from '../../../ipc/coaching-queries.ts';
import { forgetDraft, keepDraft } from '../../../ipc/kept-draft.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { reportFailure } from '../../../ui/report-failure.ts';
import { useIsGone } from '../../../ui/use-is-gone.ts';
import { isSame, reportDraftKey, savedReport, startOf, type ReportDraft, type SavedReport } from './report-draft.ts';

export type ReportForm = {
  readonly sections: ReportSections;
  readonly saved: SavedReport | null;
  /** Something was written that no saved version holds; it is kept as a draft. */
  readonly isWritten: boolean;
  /** Another version was saved since what is written here was begun. */
  readonly isOvertaken: boolean;
  readonly isSaving: boolean;
  readonly failure: unknown;
  /** What was set aside for the saved version. */
  readonly aside: ReportDraft | null;
  readonly change: (part: Partial<ReportSections>) => void;
  /** Keeps a version; whether what is written is saved then. */
  readonly save: () => Promise<boolean>;
  /** Goes on from the other version, whose place what is written here will take. */
  readonly keepOwn: () => void;
  readonly takeSaved: () => void;
  readonly bringBack: () => void;
};

type Begun = {
  readonly page: SessionPage;
  readonly language: Language;
  readonly restored: ReportDraft | null;
};

/** The state of a report that is written: what is typed is kept as a draft, and saved as a version. */
export const useReport = ({ page, language, restored }: Begun): ReportForm => {
  const { id, version } = page.row;
  const draftKey = reportDraftKey(id, language);
  const start = startOf(page, language);
  const saved = savedReport(page, language);
  /** Null while it is as it began. */
  const [own, setOwn] = useState<ReportDraft | null>(restored);
  const [aside, setAside] = useState<ReportDraft | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isGone = useIsGone();
  const written = own ?? start;
  /** What was typed up to now: an answer of the core may come before it is rendered. */
  const latest = useRef(restored);
  const isOvertaken = own !== null && own.basedOnMs !== start.basedOnMs;

  const put = (next: ReportDraft | null): void => {
    latest.current = next;
    setOwn(next);
    if (next === null) void forgetDraft(draftKey);
    else keepDraft(draftKey, JSON.stringify(next));
  };

  const change = (part: Partial<ReportSections>): void => {
    setFailure(null);
    const before = latest.current ?? start;
    const next = { ...before, sections: { ...before.sections, ...part } };
    put(next.basedOnMs === start.basedOnMs && isSame(next.sections, start.sections) ? null : next);
  };

  const post = async (sent: ReportDraft, expectedVersion: number): Promise<SessionPage> => {
    const order = { id, language, sections: sent.sections };
    try {
      return await call('coaching:save-report', { ...order, expectedVersion });
    } catch (error) {
      if (!(error instanceof CallFailure) || error.code !== 'coaching/changed') throw error;
      const fresh = await queryClient.fetchQuery({ ...sessionQuery(id), staleTime: 0 });
      // Something else of the session changed: nobody wrote over this report.
      if (startOf(fresh, language).basedOnMs !== sent.basedOnMs) throw error;
      return call('coaching:save-report', { ...order, expectedVersion: fresh.row.version });
    }
  };

  const save = async (): Promise<boolean> => {
    const sent = latest.current;
    if (sent === null) return true;
    if (isSaving || isOvertaken) return false;
    setIsSaving(true);
    setFailure(null);
    try {
      const after = await post(sent, version);
      const { sections } = latest.current ?? sent;
      const isMore = !isSame(sections, sent.sections);
      queryClient.setQueryData(sessionQuery(id).queryKey, after);
      put(isMore ? { sections, basedOnMs: startOf(after, language).basedOnMs } : null);
      setAside(null);
      return !isMore;
    } catch (error) {
      if (isGone.current) reportFailure(error);
      else setFailure(error);
      return false;
    } finally {
      setIsSaving(false);
    }
  };

  return {
    ...{ sections: written.sections, saved, isWritten: own !== null, isOvertaken, isSaving, failure, aside },
    ...{ change, save },
    keepOwn: () => {
      setFailure(null);
      put({ ...written, basedOnMs: start.basedOnMs });
    },
    takeSaved: () => {
      setFailure(null);
      setAside(own);
      put(null);
    },
    bringBack: () => {
      if (aside !== null) put({ ...aside, basedOnMs: start.basedOnMs });
      setAside(null);
    },
  };
};
