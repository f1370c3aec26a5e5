import { useIntl } from 'react-intl';
import { REPORT_TEXTS, type ReportText } from '../../../../shared/coaching/report-sheet.ts';
import type { ReportSections } from '../../../../shared/coaching/session-event.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import { FormField } from '../../../ui/form-field.tsx';
import { SizingRows } from './sizing-rows.tsx';

/** As long as a section may be (`reportSections`). */
const LONGEST: Readonly<Record<ReportText, number>> = {
  objectives: 20_000,
  done: 50_000,
  recommendations: 50_000,
  nextSteps: 20_000,
};

type Props = {
  readonly sections: ReportSections;
  readonly language: Language;
  readonly hasSizing: boolean;
  /** Sections that are not printed as they are. */
  readonly unwritten: readonly ReportText[];
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<ReportSections>) => void;
};

/** The sections of a report, in their order on paper. */
export const ReportFields = ({ sections, language, hasSizing, unwritten, isReadOnly, onChange }: Props) => {
  const intl = useIntl();
  const first = unwritten[0] ?? 'done';
  const text = (id: ReportText) => (
    <FormField
      key={id}
      label={intl.formatMessage({ id: `held.paper.${id}` })}
      className="report-section"
      {...(unwritten.includes(id) && !isReadOnly ? { note: intl.formatMessage({ id: 'held.report.unwritten' }) } : {})}
    >
      {(ids) => (
        <textarea
          {...ids}
          className="input"
          lang={language}
          spellCheck
          data-field={id}
          data-first-text={id === first || undefined}
          maxLength={LONGEST[id]}
          readOnly={isReadOnly}
          rows={Math.min(16, Math.max(id === 'objectives' ? 3 : 5, sections[id].split('\n').length + 1))}
          value={sections[id]}
          onChange={({ currentTarget: { value } }) => onChange({ [id]: value })}
        />
      )}
    </FormField>
  );
  const [objectives, done, recommendations, nextSteps] = REPORT_TEXTS;
  return (
    <>
      {[objectives, done, recommendations].map(text)}
      {hasSizing ? (
        <SizingRows rows={sections.sizing} isReadOnly={isReadOnly} onChange={(sizing) => onChange({ sizing })} />
      ) : null}
      {text(nextSteps)}
    </>
  );
};
