export const TextsScreen = () => <main />;
