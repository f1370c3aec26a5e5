/** To be written. */
export const InvitationDialog = () => null;
