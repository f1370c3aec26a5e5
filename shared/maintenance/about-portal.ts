import { foldText } from '../search/find-words.ts';

/** Words for the portal and the API of vCloud Director, as whole words, in both languages. */
const PORTAL = /(?:^|[^a-z0-9])(?:portals?|portails?|apis?|vcloud director|vcd)(?:$|[^a-z0-9])/;

/** Whether a ticket is about what a maintenance window may take down, by its title, tags and category. */
export const isAboutPortal = (texts: readonly (string | null)[]): boolean =>
  texts.some((text) => text !== null && PORTAL.test(foldText(text)));
