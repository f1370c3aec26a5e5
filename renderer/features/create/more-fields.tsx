import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { momentText } from '../../../shared/time/parse-moment.ts';
import { PLATFORMS } from '../../../shared/ticket/ticket.ts';
import { useApp } from '../../app-context.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { CreateDraft, Problem } from './create-draft.ts';

const LANGUAGES = ['fr', 'en'] as const;

type Props = {
  readonly draft: CreateDraft;
  /** What 'told at' was read as. */
  readonly toldAtMs: InstantMs | null;
  readonly problem: (field: Problem) => string | null;
  /** Something in here is wrong or filled in already. */
  readonly isNeeded: boolean;
  readonly onChange: (change: Partial<CreateDraft>) => void;
};

/** What a ticket may have beside what it must have. Folded until Tab or a press comes to it. */
export const MoreFields = ({ draft, toldAtMs, problem, isNeeded, onChange }: Props) => {
  const intl = useIntl();
  const { instants, rules } = useApp();
  const [isOpen, setIsOpen] = useState(isNeeded);
  if (isNeeded && !isOpen) setIsOpen(true);
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <section className="create-more">
      <button
        type="button"
        className="fold"
        aria-expanded={isOpen}
        aria-controls="create-more"
        data-testid="create-more"
        onFocus={({ currentTarget }) => {
          // Tab goes on into what was folded; a press of the mouse folds and unfolds by itself.
          if (currentTarget.matches(':focus-visible')) setIsOpen(true);
        }}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {word('create.more')}
        <span className="quiet">{word('create.moreText')}</span>
      </button>
      <div id="create-more" className="create-grid" hidden={!isOpen}>
        <ChoiceRow
          label={word('create.language')}
          value={draft.language}
          choices={LANGUAGES.map((value) => ({ value, label: word(`create.language.${value}`) }))}
          onChange={(language) => onChange({ language })}
          testId="create-language"
        />
        <ChoiceRow
          label={word('create.platform')}
          value={draft.platform}
          choices={[
            { value: '', label: word('create.platformUnknown') },
            ...PLATFORMS.map((value) => ({ value, label: value })),
          ]}
          onChange={(platform) => onChange({ platform })}
          testId="create-platform"
        />
        <FormField label={word('create.requester')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              data-field="requester"
              maxLength={400}
              autoComplete="off"
              value={draft.requester}
              onChange={({ currentTarget: { value } }) => onChange({ requester: value })}
            />
          )}
        </FormField>
        <FormField label={word('create.contact')} problem={problem('contact')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="email"
              data-field="contact"
              maxLength={400}
              autoComplete="off"
              spellCheck={false}
              value={draft.contact}
              onChange={({ currentTarget: { value } }) => onChange({ contact: value })}
            />
          )}
        </FormField>
        <FormField label={word('create.description')} className="wide">
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              data-field="description"
              maxLength={20_000}
              value={draft.description}
              onChange={({ currentTarget: { value } }) => onChange({ description: value })}
            />
          )}
        </FormField>
        <FormField
          label={intl.formatMessage({ id: 'create.toldAt' }, { zone: instants.zone })}
          problem={problem('toldAt')}
          note={toldAtMs === null ? word('create.toldNote') : `${instants.due(toldAtMs)}. ${word('create.toldNote')}`}
          className="wide told-at"
        >
          {(ids) => (
            <input
              {...ids}
              className="input"
              data-field="toldAt"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              placeholder={word('form.moment.pastExample')}
              onBlur={() => {
                // Written out, so that it says the same an hour later.
                if (toldAtMs !== null) onChange({ toldAt: momentText(rules.zone, toldAtMs) });
              }}
              value={draft.toldAt}
              onChange={({ currentTarget: { value } }) => onChange({ toldAt: value })}
            />
          )}
        </FormField>
        <label className="check wide">
          <input
            type="checkbox"
            data-field="isBeta"
            checked={draft.isBeta}
            onChange={({ currentTarget: { checked } }) => onChange({ isBeta: checked })}
          />
          <span>
            {word('create.beta')} <span className="quiet">{word('ticket.betaNote')}</span>
          </span>
        </label>
      </div>
    </section>
  );
};
