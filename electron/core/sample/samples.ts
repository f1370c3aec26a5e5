// All that sample data is made of; loaded where a workspace is to be filled, and not at every start.
export { fillSampleCoaching } from './sample-coaching.ts';
export { fillSampleCustomers } from './sample-customers.ts';
export { fillSampleDesk } from './sample-desk.ts';
export { fillSamplePeople } from './sample-people.ts';
export { sampleTickets } from './sample-tickets.ts';
