import { IconChecks, IconPrinter, IconSignature } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { useHandoverStore } from '../../state/handover-store.ts';
import { acceptChosen, beginSigning, nextSignature, printHandover } from './acts.ts';
import { whyNot } from './why-not.ts';

type Props = { readonly page: HandoverPage; readonly openCount: number };

/** What can be done with a handover now. */
export const DocumentActions = ({ page, openCount }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const checked = useHandoverStore((store) => store.checked.size);
  const word = (id: string): string => intl.formatMessage({ id });
  const next = nextSignature(page);
  const noSignature = next === null ? null : whyNot(page, next, me);
  const noAcceptance = openCount === 0 ? null : whyNot(page, 'accepted', me);
  const isAccepting = openCount > 0 && noAcceptance === null;
  return (
    <div className="ho-actions">
      {isAccepting ? (
        <button type="button" className="action" onClick={acceptChosen} data-testid="accept-chosen">
          <IconChecks size={14} stroke={2} aria-hidden="true" />
          {checked > 0
            ? intl.formatMessage({ id: 'handover.acceptChecked' }, { count: checked })
            : word('handover.acceptOne')}
          <span aria-hidden="true">
            <CommandKey id="handover.accept" />
          </span>
        </button>
      ) : null}
      {next === null ? null : (
        <button
          type="button"
          className="action ho-sign"
          disabled={noSignature !== null}
          onClick={beginSigning}
          data-testid="sign-button"
        >
          <IconSignature size={14} stroke={2} aria-hidden="true" />
          {word(next === 'offered' ? 'handover.signOutgoing' : 'handover.signIncoming')}
          <span aria-hidden="true">
            <CommandKey id="handover.sign" />
          </span>
        </button>
      )}
      <button type="button" className="action" onClick={printHandover} data-testid="print-handover">
        <IconPrinter size={14} stroke={2} aria-hidden="true" /> {word('handover.print')}
        <span aria-hidden="true">
          <CommandKey id="handover.print" />
        </span>
      </button>
    </div>
  );
};
