import { useId } from 'react';
import type { Platform } from '../../../shared/ticket/ticket.ts';

type Props = {
  readonly label: string;
  readonly all: readonly Platform[];
  readonly chosen: readonly Platform[];
  readonly onChange: (chosen: readonly Platform[]) => void;
  readonly problem?: string | null;
  readonly testId: string;
};

/** Which of the platforms. */
export const PlatformChoice = ({ label, all, chosen, onChange, problem = null, testId }: Props) => {
  const id = useId();
  return (
    <fieldset className="platform-choice" aria-describedby={problem === null ? undefined : id} data-testid={testId}>
      <legend className="form-label">{label}</legend>
      {all.toSorted().map((platform) => (
        <label className="check" key={platform}>
          <input
            type="checkbox"
            checked={chosen.includes(platform)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...chosen, platform] : chosen.filter((one) => one !== platform))
            }
            data-testid={`${testId}-${platform}`}
          />
          <span>{platform}</span>
        </label>
      ))}
      {problem === null ? null : (
        <p className="form-told" id={id} data-wrong>
          {problem}
        </p>
      )}
    </fieldset>
  );
};
