import { NativeSelect, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { FileSelection, ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { PROFILES, zoneChoices, type ImportOptions } from './import-options.ts';

type MapProps = {
  readonly label: string;
  readonly purpose: 'tier-map' | 'level-map';
  readonly selection: FileSelection | null;
  readonly onChange: (selection: FileSelection | null) => void;
};

const MapFile = ({ label, purpose, selection, onChange }: MapProps) => {
  const intl = useIntl();
  const choose = (): void =>
    void call('import:choose-files', { purpose }).then((chosen) => {
      if (chosen !== null) onChange(chosen);
    }, reportFailure);
  const name = selection?.files[0]?.name;
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <span className="map-file">
        <button type="button" className="banner-button" onClick={choose} data-testid={`import-${purpose}`}>
          {name === undefined ? intl.formatMessage({ id: 'import.chooseMap' }) : <bdi>{name}</bdi>}
        </button>
        {name === undefined ? null : (
          <button
            type="button"
            className="icon-button"
            onClick={() => onChange(null)}
            title={intl.formatMessage({ id: 'import.removeMap' })}
          >
            <IconX size={13} stroke={2} aria-hidden="true" />
            <span className="sr-only">{intl.formatMessage({ id: 'import.removeMap' })}</span>
          </button>
        )}
      </span>
    </div>
  );
};

type Props = {
  readonly options: ImportOptions;
  readonly zone: string;
  readonly detected: ImportProfile | null;
  readonly onChange: (change: Partial<ImportOptions>) => void;
};

const isProfile = (value: string): value is ImportOptions['profile'] => PROFILES.some((profile) => profile === value);

/** How the files are to be read: profile, zone of times that name none, and the two maps. */
export const ImportForm = ({ options, zone, detected, onChange }: Props) => {
  const intl = useIntl();
  const zones = useMemo(() => zoneChoices(), []);
  const profileName = (profile: ImportOptions['profile']): string =>
    profile === 'auto' && detected !== null
      ? intl.formatMessage({ id: 'import.detected' }, { profile: intl.formatMessage({ id: `profile.${detected}` }) })
      : intl.formatMessage({ id: `profile.${profile}` });
  return (
    <div className="import-form">
      <NativeSelect
        label={intl.formatMessage({ id: 'import.profile' })}
        value={options.profile}
        onChange={({ currentTarget: { value } }) => {
          if (isProfile(value)) onChange({ profile: value });
        }}
        data={PROFILES.map((profile) => ({ value: profile, label: profileName(profile) }))}
        data-testid="import-profile"
      />
      <Select
        label={intl.formatMessage({ id: 'import.zone' })}
        value={zone}
        onChange={(value) => onChange({ zone: value })}
        data={zones}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={intl.formatMessage({ id: 'filter.noOption' })}
        data-testid="import-zone"
      />
      <MapFile
        label={intl.formatMessage({ id: 'import.tierMap' })}
        purpose="tier-map"
        selection={options.tierMap}
        onChange={(tierMap) => onChange({ tierMap })}
      />
      <MapFile
        label={intl.formatMessage({ id: 'import.levelMap' })}
        purpose="level-map"
        selection={options.levelMap}
        onChange={(levelMap) => onChange({ levelMap })}
      />
    </div>
  );
};
