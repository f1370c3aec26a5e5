import { IconHourglass, IconLock, IconPencil, IconSignature } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Signature } from '../../../shared/handover/handover.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useItemWords } from './use-item-words.ts';

type SideProps = {
  readonly side: 'outgoing' | 'incoming';
  readonly signature: Signature | null;
  /** What stands there while nobody has signed. */
  readonly waits: string;
  readonly isNext: boolean;
};

const Side = ({ side, signature, waits, isNext }: SideProps) => {
  const intl = useIntl();
  const { at } = useItemWords();
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
              : intl.formatMessage({ id: 'handover.signedAt' }, { at: at(signature.atMs) })}
          </span>
        </span>
      </dd>
    </div>
  );
};

/** Who signed which side, and when. */
export const Signatures = ({ page }: { readonly page: HandoverPage }) => {
  const intl = useIntl();
  const { begun, offered, signed } = page;
  return (
    <div className="ho-signatures">
      <dl>
        <Side side="outgoing" signature={offered} waits={begun.by} isNext={offered === null} />
        <Side
          side="incoming"
          signature={signed}
          waits={intl.formatMessage({ id: 'handover.somebodyElse' })}
          isNext={offered !== null && signed === null}
        />
      </dl>
      {signed === null ? null : (
        <p className="ho-frozen quiet" data-testid="frozen">
          <IconLock size={14} stroke={1.8} aria-hidden="true" />
          {intl.formatMessage({ id: 'handover.frozen' })}
        </p>
      )}
    </div>
  );
};
