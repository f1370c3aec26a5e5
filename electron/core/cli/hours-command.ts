import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { answerHoursCase } from '../../../shared/expertise/hours-case.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { casesCommand } from './cases-command.ts';

/** `hours --cases FILE` (hours/SPEC: On the command line). */
export const hoursCommand = casesCommand(() => {
  const zone = compileZone(LEDGER_ZONE);
  return (line) => answerHoursCase(line, zone);
});
