import { IconAlertTriangle, IconSparkles } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ImportGuess } from '../../../shared/ipc/import-guess-schemas.ts';

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };
const MOST_NAMES = 6;

const unknownIn = ({ values }: ImportGuess): string[] =>
  [...values.states, ...values.priorities]
    .filter(({ means, by }) => means === null || by === 'proposal')
    .map(({ text }) => text);

type Props = { readonly guess: ImportGuess; readonly zone: string };

/** What the files were found to be, in a few words; what is in doubt is marked. */
export const ImportGuessView = ({ guess, zone }: Props) => {
  const intl = useIntl();
  const { profile, files, dateOrder, saved } = guess;
  const [file] = files;
  const unknown = unknownIn(guess);
  const isDoubtful = dateOrder.value === 'ambiguous' || dateOrder.value === 'mixed';
  const language = file?.language?.value ?? null;
  const told = [
    ...(profile.value === null
      ? []
      : [
          intl.formatMessage(
            { id: 'import.guess.sure' },
            { profile: intl.formatMessage({ id: `profile.${profile.value}` }), share: profile.confidence },
          ),
        ]),
    ...(saved === null ? [] : [intl.formatMessage({ id: 'import.guess.saved' }, { name: saved.name })]),
    ...(file === undefined
      ? []
      : [
          intl.formatMessage(
            { id: 'import.guess.file' },
            {
              encoding: file.encoding.value.toUpperCase(),
              delimiter: DELIMITERS[file.delimiter?.value ?? ''] ?? 'json',
            },
          ),
        ]),
    ...(language === null ? [] : [intl.formatMessage({ id: `import.guess.language.${language}` })]),
    ...(isDoubtful ? [] : [intl.formatMessage({ id: `import.guess.order.${dateOrder.value}` })]),
    guess.zone.untold === 0
      ? intl.formatMessage({ id: 'import.guess.zone.told' })
      : intl.formatMessage({ id: 'import.guess.zone.asked' }, { count: guess.zone.untold, zone }),
  ];
  const doubts = [
    ...(isDoubtful ? [intl.formatMessage({ id: `import.guess.order.${dateOrder.value}` })] : []),
    ...(unknown.length === 0
      ? []
      : [
          intl.formatMessage(
            { id: 'import.guess.unknown' },
            {
              count: unknown.length,
              names: unknown.slice(0, MOST_NAMES).join(', ') + (unknown.length > MOST_NAMES ? '…' : ''),
            },
          ),
        ]),
  ];
  return (
    <section
      className="import-guess"
      aria-label={intl.formatMessage({ id: 'import.guess.title' })}
      data-testid="import-guess"
    >
      <p>
        <IconSparkles size={14} stroke={1.7} aria-hidden="true" />
        <span>{told.join(' · ')}</span>
      </p>
      {doubts.map((doubt) => (
        <p key={doubt} className="import-guess-doubt">
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" />
          <bdi>{doubt}</bdi>
        </p>
      ))}
    </section>
  );
};
