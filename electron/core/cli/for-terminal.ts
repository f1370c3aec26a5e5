/** What a terminal obeys instead of showing it; the end of a line and the tab are what they are. */
// oxlint-disable-next-line no-control-regex
const ORDERS = /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
/** What turns the order of letters around to the end of the line. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that names what people wrote, for the eyes of somebody: it cannot move the cursor, clear the screen, or say something else backwards. */
export const forTerminal = (text: string): string => text.replace(ORDERS, '\uFFFD').replace(TURNS, '');
