const NOTICES = {
  en: [
    'Sample data: customers, agents and references are invented.',
    'The course of each ticket is that of a real incident, moved to the present and compressed in time, from the incident log by Amaral, Fantinato and Peres (2018), "Incident management process enriched event log", UCI Machine Learning Repository 498, DOI 10.24432/C57S4H, licence CC BY 4.0.',
    'Titles are shortened and corrected from Abdellatif (2025), "Help Desk Tickets", Mendeley Data, DOI 10.17632/btm76zndnt.2, licence CC BY 4.0, and taken from demonstration incidents of IBM/processmining, licence Apache-2.0.',
    'The French titles are translations made for this sample.',
  ],
  fr: [
    'Données d’exemple : les clients, les agents et les références sont inventés.',
    'Le déroulement de chaque ticket est celui d’un incident réel, ramené au présent et comprimé dans le temps, tiré du journal de Amaral, Fantinato et Peres (2018), « Incident management process enriched event log », UCI Machine Learning Repository 498, DOI 10.24432/C57S4H, licence CC BY 4.0.',
    'Les titres sont abrégés et corrigés d’après Abdellatif (2025), « Help Desk Tickets », Mendeley Data, DOI 10.17632/btm76zndnt.2, licence CC BY 4.0, ou repris des incidents de démonstration de IBM/processmining, licence Apache-2.0.',
    'Les titres en français sont des traductions faites pour cet exemple.',
  ],
} as const;

/** Where the sample data comes from and under which licences it may be shown: the licences ask for it wherever the data is. */
export const sampleNotice = (language: 'en' | 'fr'): string => NOTICES[language].join(' ');
