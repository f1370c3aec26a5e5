import { goToPlace } from '../shell/go-to-place.ts';

/** Goes to the backups in the settings: they are loaded when somebody goes there. */
export const openBackups = (): void => {
  void import('../settings/policy-store.ts').then(({ showPart }) => {
    showPart('backups');
    goToPlace('settings');
  });
};
