import { IconPencil } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import type { ListedVersion } from './listed-versions.ts';

type Props = {
  readonly versions: readonly ListedVersion[];
  readonly hasDraft: boolean;
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
};

/** The versions of the rules, and above them the draft of the next one. */
export const VersionList = ({ versions, hasDraft, shown, onShow }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <nav className="policy-versions" aria-label={word('policy.versions')} data-testid="policy-versions">
      {hasDraft ? (
        <button
          type="button"
          className="policy-version"
          aria-current={shown === 'draft' ? 'true' : undefined}
          onClick={() => onShow('draft')}
          data-testid="policy-version-draft"
        >
          <span className="policy-standing" data-standing="draft">
            <IconPencil size={13} stroke={2} aria-hidden="true" /> {word('policy.standing.draft')}
          </span>
          <strong>{word('policy.draft')}</strong>
          <span className="quiet">{word('policy.draftNote')}</span>
        </button>
      ) : null}
      {versions.map(({ id, standing, saved }) => (
        <button
          key={id}
          type="button"
          className="policy-version"
          aria-current={shown === id ? 'true' : undefined}
          onClick={() => onShow(id)}
          data-testid={`policy-version-${id}`}
        >
          <span className="policy-standing" data-standing={standing}>
            {word(`policy.standing.${standing}`)}
          </span>
          <strong>
            {saved === null
              ? word('policy.shipped')
              : intl.formatMessage({ id: 'policy.from' }, { at: instants.full(saved.fromMs) })}
          </strong>
          {saved === null ? (
            <span className="quiet">{word('policy.shippedNote')}</span>
          ) : (
            <>
              {saved.note === null ? null : <bdi>{saved.note}</bdi>}
              <span className="quiet">
                {intl.formatMessage({ id: 'policy.by' }, { at: instants.full(saved.recordedAtMs) })}{' '}
                <bdi>{saved.actor}</bdi>
              </span>
            </>
          )}
        </button>
      ))}
    </nav>
  );
};
