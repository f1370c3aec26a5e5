import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { answerSlaCase } from '../../../shared/sla/sla-case.ts';
import { casesCommand } from './cases-command.ts';

/** `sla --cases FILE` (sla/SPEC: On the command line). */
export const slaCommand = casesCommand(() => {
  const rules = compilePolicy(DEFAULT_POLICY);
  return (line) => answerSlaCase(line, rules);
});
