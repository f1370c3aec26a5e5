import { describe, expect, it } from 'vitest';
import { isUnwritten, paragraphsOf } from '../../../shared/coaching/report-text.ts';
import { reportTemplate } from '../../../shared/coaching/report-template.ts';
import { objectivesIn, objectivesOf } from '../../../shared/coaching/templates.ts';

const point = (text: string, level: number, isApart = false) => ({ text, level, isApart });

describe('the text of a section', () => {
  it('has a paragraph a line, points by their depth, and a gap where a line was left empty', () => {
    expect(paragraphsOf('\nBefore:\r\n- one\n  - two \n\t\t\t\t- deep\n\n\n• three\nAfter - all')).toEqual([
      point('Before:', 0),
      point('one', 1),
      point('two', 2),
      point('deep', 3),
      point('three', 1, true),
      point('After - all', 0),
    ]);
  });

  it('leaves out points that nobody filled in', () => expect(paragraphsOf('- \n-\n  * \n')).toEqual([]));

  it('is unwritten while it is what it began with', () => {
    const { done } = reportTemplate('diagnosis', 'fr', []);
    expect(isUnwritten(done, done)).toBe(true);
    expect(isUnwritten(`${done}\n\n- `, done)).toBe(true);
    expect(isUnwritten('  \n', done)).toBe(true);
    expect(isUnwritten(`${done}la cause`, done)).toBe(false);
  });
});

it('objectives of the template are told in the other language, those that somebody wrote stay', () => {
  const own = [...objectivesOf('diagnosis', 'fr'), 'Vérifier la sauvegarde'];
  expect(objectivesIn('diagnosis', own, 'en')).toEqual([...objectivesOf('diagnosis', 'en'), 'Vérifier la sauvegarde']);
  expect(reportTemplate('diagnosis', 'en', own).objectives).toContain('- Find the cause of the incident\n');
});
