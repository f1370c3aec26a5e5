import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { parseMoment } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { leaveBeginning, showHandover } from '../../state/handover-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { focusHandovers } from './focus.ts';
import { inSections, titleParts } from './handed-items.ts';
import { keepPage, previewQuery } from './handover-queries.ts';
import { ItemWords } from './item-words.tsx';
import { SectionSign } from './section-sign.tsx';
import { shiftEnds } from './shift-ends.ts';
import { useItemWords } from './use-item-words.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const OTHER = 'other';

/** What a handover would hold, for the shift that is chosen; nothing is written until it is begun. */
export const BeginPreview = () => {
  const intl = useIntl();
  const { rules, instants } = useApp();
  const words = useItemWords();
  const [askedMs] = useState(getRealNowMs);
  const [ends] = useState(() => shiftEnds(askedMs, rules.zone));
  const [choice, setChoice] = useState(String(ends[0]));
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isGone = useIsGone();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  const moment = parseMoment(typed, { nowMs: askedMs, zone: rules.zone, side: 'ahead' });
  const isOther = choice === OTHER;
  const untilMs = !isOther ? Number(choice) : moment.kind === 'moment' ? moment.atMs : null;
  const preview = useQuery({
    ...previewQuery(untilMs ?? 0),
    enabled: untilMs !== null,
    placeholderData: keepPreviousData,
  });
  const leave = (): void => {
    leaveBeginning();
    requestAnimationFrame(focusHandovers);
  };
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (untilMs === null || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      const page = await call('handover:begin', { untilMs });
      keepPage(page);
      if (isGone.current) return;
      showHandover(page.id);
    } catch (error) {
      setFailure(error);
      setIsBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  const problem =
    typed.trim() === '' || moment.kind === 'moment'
      ? null
      : intl.formatMessage({
          id: moment.kind === 'wrongSide' ? 'form.moment.aheadOnly' : 'handover.update.unreadable',
        });
  const items = preview.data ?? [];
  return (
    // Escape leaves it from wherever one is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="ho-document"
      noValidate
      onSubmit={(event) => void begin(event)}
      onKeyDown={onKeyDown}
      aria-label={word('begin')}
      data-testid="handover-preview"
    >
      <header className="ho-head">
        <div className="ho-about">
          <h2>{word('begin')}</h2>
          <p className="quiet">{word('beginText')}</p>
        </div>
        <div className="ho-actions">
          {failure === null ? null : <FailureLine failure={failure} />}
          <Button variant="default" size="xs" onClick={leave}>
            {intl.formatMessage({ id: 'cancel' })}
          </Button>
          <Button type="submit" size="xs" disabled={untilMs === null} loading={isBusy} data-testid="begin-handover">
            {word('begin')}
            <kbd aria-hidden="true">↵</kbd>
          </Button>
        </div>
        <div className="ho-until">
          <ChoiceRow
            label={word('untilChoice')}
            value={choice}
            choices={[
              ...ends.map((atMs) => ({ value: String(atMs), label: instants.near(atMs, askedMs) })),
              { value: OTHER, label: word('untilOther') },
            ]}
            onChange={setChoice}
            testId="handover-until"
          />
          {isOther ? (
            <FormField
              label={word('untilTyped')}
              problem={problem}
              note={moment.kind === 'moment' ? `= ${words.zoned(moment.atMs)}` : word('untilNote')}
            >
              {(ids) => (
                <input
                  {...ids}
                  className="input"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={40}
                  value={typed}
                  onChange={({ currentTarget: { value } }) => setTyped(value)}
                  data-testid="handover-until-typed"
                />
              )}
            </FormField>
          ) : null}
        </div>
      </header>
      {preview.error === null ? (
        // It scrolls, so keys must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="ho-sections" tabIndex={0} role="region" aria-label={word('preview')}>
          {preview.data === undefined ? <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p> : null}
          {preview.data !== undefined && items.length === 0 ? <p className="quiet">{word('noItems')}</p> : null}
          {inSections(items).map(({ section, items: own }) => (
            <section className="ho-section" key={section} data-testid={`preview-${section}`}>
              <header>
                <SectionSign section={section} />
                <h3>{word(`section.${section}`)}</h3>
                <span className="quiet">{intl.formatNumber(own.length)}</span>
              </header>
              <ul>
                {own.map((item) => {
                  const { reference, rest } = titleParts(item);
                  const when = words.when(item, askedMs);
                  return (
                    <li className="ho-item" key={item.id}>
                      <div className="ho-item-line">
                        <span className="ho-item-head">
                          {reference === null ? null : <bdi className="ho-reference">{reference} </bdi>}
                          <bdi>{rest}</bdi>
                        </span>
                        {when === null ? null : <span className="ho-when">{when}</span>}
                      </div>
                      <ItemWords item={item} id={`preview-${item.id}`} isTyped={false} />
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
        </div>
      ) : (
        <FailureScreen title={word('previewFailed')} error={preview.error} retry={preview.refetch} />
      )}
    </form>
  );
};
