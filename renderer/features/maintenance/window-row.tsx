import {
  IconArrowRight,
  IconCalendarOff,
  IconCalendarPlus,
  IconCalendarX,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { OfferSource } from '../settings/offer-source.tsx';
import type { ExceptionStart } from './exception-draft.ts';
import { SessionsWithin } from './sessions-within.tsx';
import { useWindowWords } from './use-window-words.ts';
import type { GoneLine, HeldLine, WindowLine } from './window-lines.ts';

type Props = {
  readonly line: WindowLine;
  /** Sessions that are to be held within it. */
  readonly sessions: readonly SessionRow[];
  /** Null for whoever may not change windows. */
  readonly onChange: ((start: ExceptionStart) => void) | null;
};

const SIGNS: Readonly<Record<'plain' | 'moved' | 'added' | 'gone' | 'none', Icon>> = {
  plain: IconTool,
  moved: IconArrowRight,
  added: IconCalendarPlus,
  gone: IconCalendarX,
  none: IconCalendarOff,
};

const signOf = (line: WindowLine): keyof typeof SIGNS => {
  if (line.kind !== 'held') return line.kind;
  return line.exception?.kind === 'moved' || line.exception?.kind === 'added' ? line.exception.kind : 'plain';
};

/** What happened to a window, why, and whose it is. */
const ExceptionWords = ({ line }: { readonly line: HeldLine | GoneLine }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { exception } = line;
  if (exception === null) return null;
  const { kind, reason, customer, ofStartMs, startMs } = exception;
  const other = line.kind === 'gone' ? startMs : ofStartMs;
  const did = intl.formatMessage(
    { id: `maintenance.did.${line.kind}.${kind}` },
    { at: other === null ? '' : instants.due(other) },
  );
  return (
    <span className="window-why">
      {did}
      {customer === null ? null : (
        <span className="mark">
          <bdi>{intl.formatMessage({ id: 'maintenance.forOne' }, { customer })}</bdi>
        </span>
      )}
      <bdi className="quiet">{reason}</bdi>
    </span>
  );
};

/** One window of the list: when, on which platforms, by which rule, what may be down, and what is otherwise. */
export const WindowRow = ({ line, sessions, onChange }: Props) => {
  const intl = useIntl();
  const words = useWindowWords();
  const sign = signOf(line);
  const Sign = SIGNS[sign];
  const day = words.day(line.startMs);
  const word = (id: string): string => intl.formatMessage({ id });
  if (line.kind === 'none') {
    return (
      <li className="window-row" data-kind="none" data-testid="window-row">
        <Sign size={16} stroke={1.8} aria-hidden="true" />
        <span className="window-when">{day}</span>
        <span className="window-words quiet">
          {word(line.isSecondOfFive ? 'maintenance.noneFive' : 'maintenance.none')}
        </span>
      </li>
    );
  }
  const isGone = line.kind === 'gone';
  const here = words.hoursHere(line);
  const { platforms, startMs, endMs } = line;
  const start = { platforms, startMs, endMs };
  return (
    <li className="window-row" data-kind={line.kind} data-sign={sign} data-testid="window-row">
      <Sign size={16} stroke={1.8} aria-hidden="true" />
      <span className="window-when">
        {isGone ? <s>{day}</s> : <strong>{day}</strong>}
        <span className="window-hours">{isGone ? <s>{words.hours(line)}</s> : words.hours(line)}</span>
        {here === null ? null : <span className="quiet window-here">{here}</span>}
      </span>
      <span className="window-platforms">
        {platforms.toSorted().map((platform) => (
          <span className="platform" key={platform}>
            {platform}
          </span>
        ))}
      </span>
      <span className="window-words">
        <ExceptionWords line={line} />
        {isGone ? null : (
          <>
            {line.rule === 'exception' ? null : <span className="window-rule">{words.rule(line.rule)}</span>}
            {line.isScopeConfirmed ? null : (
              <span className="window-scope">
                <span className="mark">{word('maintenance.scopeOpen')}</span>
                <OfferSource source="default" />
              </span>
            )}
            <span className="quiet window-impact">
              {words.components(line.components)} {line.impact === null ? null : <bdi>{line.impact}</bdi>}
            </span>
            <SessionsWithin sessions={sessions} />
          </>
        )}
      </span>
      {onChange === null || isGone || line.exceptionId !== null ? null : (
        <span className="window-acts">
          {(['moved', 'cancelled'] as const).map((kind) => (
            <button
              type="button"
              className="banner-button"
              key={kind}
              aria-label={`${word(`maintenance.act.${kind}`)}, ${words.whole(line)}`}
              onClick={() => onChange({ kind, ...start })}
              data-testid={`window-${kind}`}
            >
              {word(`maintenance.act.${kind}`)}
            </button>
          ))}
        </span>
      )}
    </li>
  );
};
