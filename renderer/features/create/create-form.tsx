import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CATEGORIES, PRIORITIES } from '../../../shared/sla/policy.ts';
import { matrixPriority, nearestCell } from '../../../shared/ticket/priority-matrix.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { parseMoment } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { forgetDraft, keepDraft } from '../../ipc/kept-draft.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { tell } from '../../state/notice-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import {
  emptyDraft,
  isBlank,
  priorityOf,
  problemsOf,
  tierOf,
  toNewTicket,
  type CreateDraft,
  type Problem,
} from './create-draft.ts';
import { CREATE_DRAFT, createTicket } from './create-ticket.ts';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerField } from './customer-field.tsx';
import type { CustomerOption } from './customer-options.ts';
import { MoreFields } from './more-fields.tsx';
import { digitPriority, PriorityField } from './priority-field.tsx';
import { PromiseNote } from './promise-note.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

const CHANNELS = ['phone', 'mail', 'portal'] as const;

type Props = {
  readonly restored: CreateDraft | null;
  /** A customer's name that was typed before the form was there. */
  readonly typed: string;
  readonly onCancel: () => void;
};

const startOf = (draft: CreateDraft, typed: string): CreateDraft =>
  typed === '' ? draft : { ...draft, customerText: typed, customer: null, newTier: null };

/** What a new ticket needs, first; what it may have, below. Ctrl or Cmd with Enter creates from anywhere in it. */
export const CreateForm = ({ restored, typed, onCancel }: Props) => {
  const intl = useIntl();
  const { rules, state } = useApp();
  const [draft, setDraft] = useState(() => startOf(restored ?? emptyDraft(state.language), typed));
  const [isRestored, setIsRestored] = useState(restored !== null);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  /** What was typed up to now: an answer of the core may come before it is rendered. */
  const current = useRef(draft);
  const word = (id: string): string => intl.formatMessage({ id });

  // Instants are told to the minute, and one of this minute is past.
  const nowMs = useNow(wholeMinute);
  const told = parseMoment(draft.toldAt, { nowMs: nowMs + MINUTE_MS, zone: rules.zone, side: 'past' });
  const toldAtMs = told.kind === 'moment' ? told.atMs : null;
  const problems = isChecked ? problemsOf(draft, toldAtMs) : [];
  const problem = (field: Problem): string | null => (problems.includes(field) ? word(`create.wrong.${field}`) : null);
  const matrix = matrixPriority(draft.impact, draft.urgency);
  const priority = priorityOf(draft);
  const tier = tierOf(draft);
  const isForbidden = state.me.role === 'expert';

  const wanted = useRef<string | null>(null);
  const fieldOf = (name: string) => form.current?.querySelector<HTMLElement>(`[data-field="${name}"]`) ?? null;
  useLayoutEffect(() => {
    if (wanted.current !== null) fieldOf(wanted.current)?.focus();
    wanted.current = null;
  });
  const focusField = (name: string): void => {
    // Now, so that the next key goes there; what this change brings with it is there once it is rendered.
    const field = fieldOf(name);
    if (field === null) wanted.current = name;
    else field.focus();
  };
  const put = (next: CreateDraft): void => {
    current.current = next;
    setDraft(next);
    setFailure(null);
    if (isBlank(next)) void forgetDraft(CREATE_DRAFT);
    else keepDraft(CREATE_DRAFT, JSON.stringify(next));
  };
  const change = (part: Partial<CreateDraft>): void => put({ ...current.current, ...part });
  const onChosen = ({ kind }: CustomerOption, isLate: boolean): void => {
    // Who went on meanwhile is not taken away from what is being typed.
    const hasGoneOn = isLate && (current.current.title !== '' || document.activeElement !== fieldOf('title'));
    if (!hasGoneOn) focusField(kind === 'known' ? 'title' : 'newTier');
  };

  const create = (): void => {
    if (isSaving || isForbidden) return;
    setIsChecked(true);
    const [first] = problemsOf(draft, toldAtMs);
    if (first !== undefined) {
      focusField(first);
      return;
    }
    setIsSaving(true);
    createTicket(toNewTicket(draft, toldAtMs, state.me.name)).then(
      ({ row, commandId }) =>
        tell('done', intl.formatMessage({ id: 'create.done' }, { reference: row.reference }), commandId),
      (error: unknown) => {
        setIsSaving(false);
        setFailure(error);
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      create();
    }
    const digit = event.altKey && !event.ctrlKey ? digitPriority(event) : null;
    if (digit === null) return;
    event.preventDefault();
    change({ ...nearestCell(draft, digit), otherPriority: null });
  };
  const startAfresh = (): void => {
    setIsRestored(false);
    setIsChecked(false);
    put(emptyDraft(state.language));
    focusField('customer');
  };

  return (
    // Ctrl with Enter creates from any field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="create-form"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
      data-testid="create-form"
    >
      <div className="create-body">
        {isForbidden ? (
          <p className="form-failure" role="alert">
            {word('create.notYours')}
          </p>
        ) : null}
        {isRestored ? (
          <p className="create-restored" data-testid="create-restored">
            {word('create.restored')}
            <button type="button" className="link" onClick={startAfresh}>
              {word('create.startAfresh')}
            </button>
          </p>
        ) : null}
        <div className="create-who">
          <CustomerField
            draft={draft}
            problem={problem('customer')}
            onChange={change}
            onChosen={onChosen}
            onAwaited={() => focusField('title')}
          />
          {draft.customer === null ? null : <CustomerFacts hit={draft.customer} />}
          {draft.newTier === null ? null : (
            <label className="new-tier">
              <span>{word('create.newTier')}</span>
              <select
                className="input"
                data-field="newTier"
                value={draft.newTier}
                onChange={({ currentTarget: { value } }) => change({ newTier: value })}
              >
                {rules.policy.tiers.map((one) => (
                  <option key={one} value={one}>
                    {one.toUpperCase()}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <FormField label={word('create.title')} problem={problem('title')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              data-field="title"
              maxLength={400}
              autoComplete="off"
              value={draft.title}
              onChange={({ currentTarget: { value } }) => change({ title: value })}
            />
          )}
        </FormField>
        <div className="create-priority">
          <PriorityField cell={draft} onChange={(cell) => change({ ...cell, otherPriority: null })} />
          <PromiseNote tier={tier} priority={priority} category={draft.category} isBeta={draft.isBeta} />
        </div>
        <div className="create-grid">
          <ChoiceRow
            label={word('create.priority')}
            value={priority}
            choices={PRIORITIES.map((value) => ({ value, label: value }))}
            onChange={(chosen) => change({ otherPriority: chosen === matrix ? null : chosen })}
            testId="create-priority"
          />
          <ChoiceRow
            label={word('create.channel')}
            value={draft.channel}
            choices={CHANNELS.map((value) => ({ value, label: word(`create.channel.${value}`) }))}
            onChange={(channel) => change({ channel })}
            testId="create-channel"
          />
          {priority === matrix ? null : (
            <FormField
              label={intl.formatMessage({ id: 'create.reason' }, { priority, matrix })}
              problem={problem('reason')}
              className="wide"
            >
              {(ids) => (
                <input
                  {...ids}
                  className="input"
                  data-field="reason"
                  maxLength={400}
                  value={draft.reason}
                  onChange={({ currentTarget: { value } }) => change({ reason: value })}
                />
              )}
            </FormField>
          )}
          <ChoiceRow
            label={word('create.kind')}
            value={draft.category}
            choices={CATEGORIES.map((value) => ({ value, label: word(`create.kind.${value}`) }))}
            onChange={(category) => change({ category })}
            testId="create-kind"
          />
          <label className="check">
            <input
              type="checkbox"
              data-field="isMine"
              checked={draft.isMine}
              onChange={({ currentTarget: { checked } }) => change({ isMine: checked })}
            />
            <span>
              {word('create.isMine')} <bdi className="quiet">{state.me.name}</bdi>
            </span>
          </label>
        </div>
        <MoreFields
          draft={draft}
          toldAtMs={toldAtMs}
          problem={problem}
          isNeeded={
            problems.includes('contact') || problems.includes('toldAt') || (isRestored && draft.description !== '')
          }
          onChange={change}
        />
      </div>
      <footer className="dialog-footer">
        {failure === null ? null : <FailureLine failure={failure} testId="create-failure" />}
        <span className="grow" />
        <Button variant="default" onClick={onCancel}>
          {word('cancel')}
        </Button>
        <Button type="submit" disabled={isForbidden} data-testid="create-run">
          {word('create.run')}
          <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵</kbd>
        </Button>
      </footer>
    </form>
  );
};
