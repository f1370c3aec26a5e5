import { useIntl } from 'react-intl';
import type { Macro } from '../../../shared/ipc/desk-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { EMPTY_MACRO, isSameMacro, macroProblem, restoreMacro, toMacroEdit, type MacroEdit } from './macro-edit.ts';
import { MacroEditor } from './macro-editor.tsx';
import { toCommand } from './macro-steps.ts';
import { TextPlace, type TextKind } from './text-place.tsx';

const Count = ({ edit }: { readonly edit: MacroEdit }) => {
  const intl = useIntl();
  return <span className="quiet">{intl.formatMessage({ id: 'macro.count' }, { count: edit.steps.length })}</span>;
};

const MACROS: TextKind<Macro, MacroEdit> = {
  kind: 'macro',
  empty: EMPTY_MACRO,
  toEdit: toMacroEdit,
  restore: restoreMacro,
  isSame: isSameMacro,
  isComplete: (edit) => macroProblem(edit) === null,
  save: (id, { name, steps }) => call('macro:save', { id, name: name.trim(), commands: steps.map(toCommand) }),
  remove: (id) => call('macro:delete', { id }),
  wordsOf: ({ steps }) => steps.flatMap(({ values }) => Object.values(values)).join(' '),
  Mark: Count,
  Editor: MacroEditor,
};

/** The macros of the desk: agents and leads change them. */
export const MacroPlace = ({ macros }: { readonly macros: readonly Macro[] }) => {
  const intl = useIntl();
  const { state } = useApp();
  return (
    <>
      {state.me.role === 'expert' ? <p className="texts-role">{intl.formatMessage({ id: 'macro.notYours' })}</p> : null}
      <TextPlace of={MACROS} items={macros} />
    </>
  );
};
