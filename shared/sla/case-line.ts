import { z } from 'zod';
import { parseInstant } from '../time/instant.ts';

/** An instant as case files write it. */
export const caseInstant = z.string().transform((text, context) => {
  const ms = parseInstant(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: `'${text}' is not an ISO 8601 instant with Z or an offset, 1970 to 2099`,
  });
  return z.NEVER;
});

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? 'not a case' : `${issue.path.join('.') || 'case'}: ${issue.message}`;
};

/** Reads one line of a cases file; throws an Error whose message says what is wrong with the line. */
export const readCase = <Schema extends z.ZodType>(schema: Schema, line: string): z.output<Schema> => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Error('not a JSON object');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Error(firstIssue(parsed.error));
  return parsed.data;
};
