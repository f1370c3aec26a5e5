import type { ImportGuess } from '../../../shared/ipc/import-guess-schemas.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const DELIMITER_NAMES: Readonly<Record<string, string>> = { '\t': 'tab', ',': "','", ';': "';'", '|': "'|'" };

const ORDERS: Readonly<Record<ImportGuess['dateOrder']['value'], string>> = {
  dayFirst: 'day before month',
  monthFirst: 'month before day',
  mixed: 'day before month and month before day, mixed',
  ambiguous: 'ambiguous: every value can be read either way, the day is taken as first',
  certain: 'no doubt',
  none: 'none',
};

const unmapped = (guess: ImportGuess): string[] =>
  (['states', 'priorities'] as const).flatMap((kind) => {
    const unknown = guess.values[kind].filter(({ means, by }) => means === null || by === 'proposal');
    if (unknown.length === 0) return [];
    const listed = unknown
      .slice(0, 8)
      .map(({ text, count, means }) => `'${text}' (${count}${means === null ? '' : `, perhaps ${means}`})`);
    return [`${kind} that nothing is known of: ${listed.join(', ')}${unknown.length > 8 ? ', ...' : ''}`];
  });

/** A guess in a few lines, for people; `zone` is the one that times without one are read in. */
export const guessText = (guess: ImportGuess, zone: string): string => {
  const { profile, files, dateOrder, zone: zones, saved, others } = guess;
  const [second] = others;
  const rival = second === undefined ? '' : ` (else ${second.profile}, ${percent(second.confidence)})`;
  const likely = zones.candidates[0]?.zone;
  return [
    profile.value === null
      ? `No export that is recognised${rival}.`
      : `Recognised: ${profile.value}, ${percent(profile.confidence)}${rival}${saved === null ? '' : `, as saved in '${saved.name}'`}.`,
    ...files.map(({ name, encoding, delimiter, language, rows }) =>
      [
        `  ${name}: ${encoding.value} (${percent(encoding.confidence)})`,
        ...(delimiter === null
          ? []
          : [`delimiter ${DELIMITER_NAMES[delimiter.value]} (${percent(delimiter.confidence)})`]),
        ...(language?.value == null ? [] : [`header in ${language.value} (${percent(language.confidence)})`]),
        `${rows} rows`,
      ].join(', '),
    ),
    `  dates: ${ORDERS[dateOrder.value]} (${percent(dateOrder.confidence)})`,
    zones.untold === 0
      ? '  zone: every time tells its own'
      : `  zone: ${zones.untold} times tell none; read in ${zone}${likely === undefined || likely === zone ? '' : `, ${likely} is likelier (--zone)`}`,
    ...unmapped(guess).map((line) => `  ${line}`),
    '',
  ].join('\n');
};
