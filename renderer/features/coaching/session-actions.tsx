import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { isPlanner, mayAct, nextAct, SESSION_ACTS } from './session-acts.ts';
import { runSessionAct } from './run-session-act.ts';

/** What can be done with a session as it stands, with its keys; what it waits for stands out. */
export const SessionActions = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const nowMs = useNow(wholeMinute);
  const next = nextAct(page, role, nowMs);
  const allowed = SESSION_ACTS.filter((act) => mayAct(act, page, role, nowMs));
  const acts = next === null ? allowed : [next, ...allowed.filter((act) => act !== next)];
  return (
    <>
      {acts.length === 0 ? null : (
        <div className="session-actions" role="toolbar" aria-label={intl.formatMessage({ id: 'session.actions' })}>
          {acts.map((act) => (
            <button
              type="button"
              className="action"
              key={act}
              data-next={act === next || undefined}
              data-testid={`session-${act}`}
              onClick={() => runSessionAct(act, page)}
            >
              {intl.formatMessage({ id: `session.act.${act}` })}
              <span aria-hidden="true">
                <CommandKey id={`session.${act}`} />
              </span>
            </button>
          ))}
        </div>
      )}
      {isPlanner(role) ? null : <p className="quiet session-role">{intl.formatMessage({ id: 'session.notYours' })}</p>}
    </>
  );
};
