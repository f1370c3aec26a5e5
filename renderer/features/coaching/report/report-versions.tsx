import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import type { ReportForm } from './use-report.ts';

type Props = {
  readonly form: ReportForm;
  readonly isReadOnly: boolean;
  readonly isRestored: boolean;
  readonly isShowingSaved: boolean;
  readonly onShowSaved: (isShown: boolean) => void;
  /** One of the texts was chosen, and what chose it goes away. */
  readonly onChosen: () => void;
};

/** Which text this is: a draft that came back, one that somebody else's version overtook, or one that was set aside. */
export const ReportVersions = ({ form, isReadOnly, isRestored, isShowingSaved, onShowSaved, onChosen }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const { saved, isWritten, isOvertaken, aside } = form;
  const choosing = (choose: () => void) => (): void => {
    onShowSaved(false);
    choose();
    onChosen();
  };
  if (isReadOnly) {
    return (
      <p className="report-told" role="status" data-testid="report-read-only">
        <IconLock size={15} stroke={2} aria-hidden="true" />
        <span>{word('held.report.readOnly')}</span>
      </p>
    );
  }
  if (isOvertaken && saved !== null) {
    return (
      <div className="report-told" data-tone="warn" role="alert" data-testid="report-overtaken">
        <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
        <div>
          <p>
            {intl.formatMessage(
              { id: 'held.report.overtaken' },
              { by: saved.savedBy, at: instants.full(saved.savedAtMs) },
            )}
          </p>
          <p className="report-told-do">
            <button
              type="button"
              className="banner-button"
              aria-pressed={isShowingSaved}
              onClick={() => onShowSaved(!isShowingSaved)}
              data-testid="report-show-saved"
            >
              {word(isShowingSaved ? 'held.report.showOwn' : 'held.report.showSaved')}
            </button>
            <button
              type="button"
              className="banner-button"
              onClick={choosing(form.keepOwn)}
              data-testid="report-keep-own"
            >
              {word('held.report.keepOwn')}
            </button>
            <button
              type="button"
              className="banner-button"
              onClick={choosing(form.takeSaved)}
              data-testid="report-take-saved"
            >
              {word('held.report.takeSaved')}
            </button>
          </p>
        </div>
      </div>
    );
  }
  if (aside !== null) {
    return (
      <p className="report-told" role="status">
        <span>{word('held.report.aside')}</span>
        <button type="button" className="link" onClick={choosing(form.bringBack)} data-testid="report-bring-back">
          {word('held.report.bringBack')}
        </button>
      </p>
    );
  }
  if (!isRestored || !isWritten) return null;
  return (
    <p className="report-told" role="status" data-testid="report-restored">
      <span>{word('create.restored')}</span>
      <button type="button" className="link" onClick={choosing(form.takeSaved)}>
        {word(saved === null ? 'create.startAfresh' : 'held.report.backToSaved')}
      </button>
    </p>
  );
};
