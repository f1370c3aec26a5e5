/** The name of a language as the languages of the window name it; its code where they do not. */
export const languageName = (locale: string, language: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
};
