import '../../styles/steering.css';
import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LEVELS, type Level } from '../../../shared/ticket/ticket.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { reportFailure } from '../../ui/report-failure.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { tellBulk } from '../desk/tell-result.ts';
import { showTicketsOf } from '../queue/show-tickets-of.ts';
import { LoadTable } from './load-table.tsx';
import { MoveList } from './move-list.tsx';
import { toTargets, type Changes } from './rebalance-moves.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const NONE: Changes = new Map();
/** What is done with every target: each names its own taker. */
const ASSIGN = [{ kind: 'assign', assignee: null }] as const;

/** The load of each person of a level, a fair way to share it, and one press that does it, undone as one. */
export const RebalanceDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const { me } = useApp().state;
  const [level, setLevel] = useState<Level>(me.level);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  const [movesP1, setMovesP1] = useState(false);
  const [sharesUnassigned, setSharesUnassigned] = useState(false);
  const [changes, setChanges] = useState<Changes>(NONE);
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isGone = useIsGone();
  const input = { level, away: [...away].sort(), movesP1, sharesUnassigned };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['queue', 'moves', input],
    queryFn: async () => ({ ...(await call('steering:preview-moves', input)), leftOut: new Set(input.away) }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const moves = data?.moves ?? [];
  const targets = toTargets(moves, changes);
  const outlook = useQuery({
    queryKey: ['queue', 'moves-preview', targets],
    queryFn: () => call('ticket:preview-commands', { targets, commands: [...ASSIGN] }),
    enabled: targets.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const word = (id: string): string => intl.formatMessage({ id });
  const afresh = (change: () => void): void => {
    change();
    setChanges(NONE);
    setFailure(null);
  };
  const setOneAway = (name: string, isAway: boolean): void =>
    afresh(() => setAway(new Set(isAway ? [...away, name] : [...away].filter((one) => one !== name))));
  const change = (id: number, to: string | null): void => setChanges(new Map([...changes, [id, to]]));
  const run = async (): Promise<void> => {
    setIsRunning(true);
    setFailure(null);
    try {
      tellBulk(await runCommands(targets, ASSIGN), [{ kind: 'assign', assignee: '…' }]);
      // Who left meanwhile may have something else open.
      if (!isGone.current) closeOverlay();
    } catch (wrong) {
      if (isGone.current) {
        reportFailure(wrong);
        return;
      }
      setFailure(wrong);
      setIsRunning(false);
    }
  };
  const shown = failure ?? error ?? outlook.error;
  const changed = targets.length === 0 ? 0 : (outlook.data?.changed ?? 0);
  const skipped = targets.length === 0 ? 0 : (outlook.data?.skipped.length ?? 0);
  const isReady = !isPlaceholderData && (targets.length === 0 || (outlook.isSuccess && !outlook.isPlaceholderData));
  return (
    <Dialog onClose={closeOverlay} title={word('steering.rebalanceTitle')} size={1240} fromTop="5vh" isToRead>
      <div className="rebalance" data-testid="rebalance" data-ready={isReady || undefined}>
        <div className="rebalance-rules">
          <ChoiceRow
            label={word('steering.level')}
            value={level}
            choices={LEVELS.map((one) => ({ value: one, label: word(`level.${one}`) }))}
            onChange={(next) => afresh(() => setLevel(next))}
            testId="rebalance-level"
            isFirst
          />
          <label className="check">
            <input
              type="checkbox"
              checked={sharesUnassigned}
              onChange={({ currentTarget }) => afresh(() => setSharesUnassigned(currentTarget.checked))}
              data-testid="shares-unassigned"
            />
            {intl.formatMessage({ id: 'steering.sharesUnassigned' }, { count: data?.unassigned ?? 0 })}
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={movesP1}
              onChange={({ currentTarget }) => afresh(() => setMovesP1(currentTarget.checked))}
              data-testid="moves-p1"
            />
            {word('steering.movesP1')}
          </label>
        </div>
        <div className="rebalance-body">
          {data === undefined ? (
            error === null ? (
              <p className="quiet">{word('loading')}</p>
            ) : null
          ) : data.people.length === 0 ? (
            <StateScreen icon={<IconScale size={26} stroke={1.5} />} title={word('steering.nobody')} />
          ) : (
            <>
              <div>
                <LoadTable
                  people={data.people}
                  {...{ moves, changes, away }}
                  leftOut={data.leftOut}
                  onAway={setOneAway}
                  onShow={(name) => {
                    closeOverlay();
                    const open = data.people.find((one) => one.name === name)?.open ?? 0;
                    showTicketsOf({ assignees: [name], levels: [level] }, open);
                  }}
                />
              </div>
              <section aria-labelledby="moves-title">
                <h3 id="moves-title">
                  {word('steering.moves')} <span className="count">{moves.length}</span>
                </h3>
                <p className="quiet">{word(moves.length === 0 ? 'steering.isFair' : 'steering.movesNote')}</p>
                {data.moveCount > moves.length ? (
                  <p className="quiet">
                    {intl.formatMessage({ id: 'steering.moreMoves' }, { count: data.moveCount - moves.length })}
                  </p>
                ) : null}
                <MoveList moves={moves} people={data.people} changes={changes} onChange={change} />
              </section>
            </>
          )}
        </div>
        <footer className="dialog-footer">
          {shown === null ? null : <FailureLine failure={shown} testId="rebalance-failure" />}
          <span className="quiet" aria-live="polite" data-testid="rebalance-outlook">
            {skipped === 0
              ? null
              : intl.formatMessage({ id: 'bulk.someChange' }, { changed, total: targets.length, skipped })}
          </span>
          <span className="grow" />
          <Button variant="default" onClick={closeOverlay}>
            {word('cancel')}
          </Button>
          <Button
            disabled={changed === 0 || !isReady}
            loading={isRunning}
            onClick={() => void run()}
            data-testid="rebalance-run"
          >
            {intl.formatMessage({ id: 'steering.give' }, { count: changed })}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};
