import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { readEdge } from './audit-edge.ts';

type Props = {
  readonly id: string;
  readonly edge: 'from' | 'to';
  readonly onChange: (atMs: InstantMs | null) => void;
};

/** An end of the span that is listed, typed as every moment is. What cannot be read changes nothing. */
export const MomentField = ({ id, edge, onChange }: Props) => {
  const intl = useIntl();
  const zone = useZone();
  const [text, setText] = useState('');
  const isWrong = readEdge(text, edge, zone, getRealNowMs()).kind === 'unreadable';
  const type = (value: string): void => {
    setText(value);
    const read = readEdge(value, edge, zone, getRealNowMs());
    if (read.kind === 'edge') onChange(read.atMs);
  };
  return (
    <input
      id={id}
      value={text}
      autoComplete="off"
      spellCheck={false}
      aria-invalid={isWrong || undefined}
      placeholder={intl.formatMessage({ id: `audit.${edge}.example` })}
      title={isWrong ? intl.formatMessage({ id: 'form.moment.unreadable' }) : undefined}
      onChange={({ currentTarget: { value } }) => type(value)}
      data-testid={`audit-${edge}`}
    />
  );
};
