import { describe, expect, it } from 'vitest';
import { chooseProfile, profileById } from '../../../shared/import/profiles.ts';
import { IMPORT_PROFILES } from '../../../shared/ipc/import-schemas.ts';

const table = (names: string) => ({ kind: 'table', names: names.split(',') }) as const;

it('has a profile for every id', () => {
  expect(IMPORT_PROFILES.map((id) => profileById(id).id)).toEqual([...IMPORT_PROFILES]);
});

describe('chooseProfile', () => {
  it.each([
    ['servicenow-log', 'number,incident_state,sys_mod_count,opened_at,sys_updated_at,priority'],
    ['servicenow-log', 'Numéro,État,Mis à jour,Ouvert,Mises à jour,Priorité'],
    ['servicenow', 'number,short_description,state,opened_at,sys_updated_on,hold_reason'],
    ['freshdesk', 'Ticket ID,Subject,Status,Priority,Created time,Last update time,Initial response time'],
    ['zendesk', 'id,_fivetran_synced,created_at,requester_id,status,subject,updated_at'],
    ['zendesk', 'field_name,ticket_id,updated,_fivetran_synced,user_id,value'],
    ['generic', 'Ticket,Opened,Status'],
    ['generic', 'Numéro;Titre'.replace(';', ',') + ",Date d'ouverture,Statut"],
    [null, 'city,inhabitants'],
    [null, 'Ticket,Status'],
  ])('%s for %s', (expected, names) => {
    expect(chooseProfile([table(names)])?.id ?? null).toBe(expected);
  });

  it('looks at all files together', () => {
    const heads = [
      table('id,name,role,email'),
      table('id,created_at,submitter_id,requester_id,status,subject,updated_at'),
    ];
    expect(chooseProfile(heads)?.id).toBe('zendesk');
  });

  it.each([
    ['freshdesk', [{ id: 1, subject: 's', status: 2, priority: 1 }]],
    ['zendesk', { tickets: [{ id: 1, subject: 's', status: 'open', created_at: 'x', requester_id: 1 }] }],
    ['servicenow', { result: [{ number: 'INC1', opened_at: 'x', incident_state: '1', sys_id: 'a' }] }],
    ['generic', [{ key: 'A-1', created: 'x', status: 'Open' }]],
    [null, []],
    [null, {}],
    [null, 'text'],
  ])('%s for JSON', (expected, value) => {
    expect(chooseProfile([{ kind: 'json', value }])?.id ?? null).toBe(expected);
  });
});
