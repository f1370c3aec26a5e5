import { parseMonth, type Month } from '../../../shared/expertise/month.ts';
import { statementOf } from '../../../shared/expertise/statement.ts';
import { statementCsv } from '../../../shared/expertise/statement-csv.ts';
import { statementOrder } from '../../../shared/expertise/statement-order.ts';
import { statementWords } from '../../../shared/expertise/statement-words.ts';
import { tellStatement } from '../../../shared/expertise/tell-statement.ts';
import { readArguments, required, usageError, type Command } from './arguments.ts';
import { customerNamed } from './customer-named.ts';
import { messagesOf } from './messages.ts';
import { readCore } from './read-core.ts';
import { readLanguage } from './read-language.ts';

const readMonth = (text: string, option: string): Month => {
  const month = parseMonth(text);
  if (month === null) throw usageError(`--${option} '${text}' is not a month such as 2026-10.`);
  return month;
};

/** `statement`: what a customer was granted and used in a period, as the window saves it. */
export const statementCommand: Command = async (args, { out }) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      db: { type: 'string' },
      customer: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      language: { type: 'string' },
      notes: { type: 'boolean' },
    },
  });
  const path = required(values.db, 'db');
  const name = required(values.customer, 'customer');
  const fromMonth = readMonth(required(values.from, 'from'), 'from');
  const toMonth = values.to === undefined ? fromMonth : readMonth(values.to, 'to');
  if (toMonth < fromMonth) throw usageError(`--to '${values.to}' lies before --from '${values.from}'.`);
  const { language, order } = readCore(path, (core) => {
    const id = customerNamed(core, name, path);
    const customer = core.book.load(id);
    return {
      language: values.language === undefined ? (customer.language ?? 'en') : readLanguage(values.language),
      order: statementOrder(core.ledgers.of(id), customer, { fromMonth, toMonth }, core.rules, core.book.zone),
    };
  });
  const sheet = tellStatement(statementOf(order), statementWords(language, messagesOf(language)), {
    hasNotes: values.notes === true,
    isSample: false,
  });
  out(statementCsv(sheet));
  return 0;
};
