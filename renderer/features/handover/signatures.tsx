import { IconHourglass, IconInfoCircle, IconLock, IconPencil, IconSignature } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Signature } from '../../../shared/handover/handover.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { nextSignature } from './acts.ts';
import { useItemWords } from './use-item-words.ts';
import { whyNot } from './why-not.ts';

type SideProps = {
  readonly side: 'outgoing' | 'incoming';
  readonly signature: Signature | null;
  /** What stands there while nobody has signed. */
  readonly waits: string;
  readonly isNext: boolean;
};

const Side = ({ side, signature, waits, isNext }: SideProps) => {
  const intl = useIntl();
  const { zoned } = useItemWords();
  const Sign = signature !== null ? IconSignature : isNext ? IconPencil : IconHourglass;
  return (
    <div className="ho-side" data-signed={signature !== null || undefined} data-testid={`signature-${side}`}>
      <dt>{intl.formatMessage({ id: `handover.${side}` })}</dt>
      <dd>
        <Sign size={17} stroke={1.8} aria-hidden="true" />
        <span>
          <strong>
            <bdi>{signature?.by ?? waits}</bdi>
          </strong>
          <span className="quiet">
            {signature === null
              ? intl.formatMessage({ id: 'handover.notSigned' })
              : intl.formatMessage({ id: 'handover.signedAt' }, { at: zoned(signature.atMs) })}
          </span>
        </span>
      </dd>
    </div>
  );
};

type Props = { readonly page: HandoverPage; readonly openCount: number };

/** Who signed which side, and when; and why whoever works here cannot do the next step, where they cannot. */
export const Signatures = ({ page, openCount }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { begun, offered, signed } = page;
  const next = nextSignature(page);
  const reason =
    (next === null ? null : whyNot(page, next, me)) ?? (openCount === 0 ? null : whyNot(page, 'accepted', me));
  const mayTake = offered !== null && whyNot(page, 'signed', me) === null;
  return (
    <div className="ho-signatures">
      <dl>
        <Side side="outgoing" signature={offered} waits={begun.by} isNext={offered === null} />
        <Side
          side="incoming"
          signature={signed}
          waits={mayTake ? me.name : intl.formatMessage({ id: 'handover.somebodyElse' })}
          isNext={offered !== null && signed === null}
        />
      </dl>
      {reason === null ? null : (
        <p className="quiet ho-reason" data-testid="handover-reason">
          <IconInfoCircle size={14} stroke={1.8} aria-hidden="true" />
          {intl.formatMessage({ id: reason })}
        </p>
      )}
      {signed === null ? null : (
        <p className="ho-frozen quiet" data-testid="frozen">
          <IconLock size={14} stroke={1.8} aria-hidden="true" />
          {intl.formatMessage({ id: 'handover.frozen' })}
        </p>
      )}
    </div>
  );
};
