import { useIntl } from 'react-intl';
import type { MomentSide } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { LineField } from '../../ui/line-field.tsx';
import { useZone } from '../ticket/forms/use-zone.ts';
import { readWhen, type When } from './read-when.ts';

type Props = {
  readonly label: string;
  readonly text: string;
  readonly side: MomentSide | 'either';
  readonly onChange: (text: string) => void;
  /** What nothing typed means. */
  readonly empty?: string;
  /** Nothing typed is wrong here, as saving was tried. */
  readonly problem?: string | null;
  readonly testId: string;
  readonly isFirst?: boolean;
};

/** What a text says at this moment. */
export const useReadWhen = (): ((text: string, side: MomentSide | 'either') => When) => {
  const zone = useZone();
  return (text, side) => readWhen(text, { side, nowMs: getRealNowMs(), zone });
};

/** An instant in the ways that people write it; what it comes to stands below while they type. */
export const WhenField = ({ label, text, side, onChange, empty, problem = null, testId, isFirst }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const when = useReadWhen()(text, side);
  const word = (id: string): string => intl.formatMessage({ id });
  const wrong =
    when.kind === 'unreadable'
      ? word('customers.when.unreadable')
      : when.kind === 'wrongSide'
        ? word(`form.moment.${side === 'past' ? 'pastOnly' : 'aheadOnly'}`)
        : problem;
  const note = when.kind === 'moment' ? `= ${instants.full(when.atMs)}` : empty;
  return (
    <LineField
      {...{ label, onChange, note, testId, isFirst, value: text, problem: wrong, maxLength: 40 }}
      placeholder={word(`customers.when.${side}`)}
    />
  );
};
