import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { sightPlaces, WORSE } from './sightings.ts';

export const rule: FileRule = {
  id: 'cloud-reference/internal-host',
  scope: 'file',
  grounds: ['places'],
  title: 'Address of a host on an internal network',
  description:
    'Names such as `wiki.corp` and private addresses such as `10.20.3.4` in shipped code draw a map of a network that only its own people should know, and break the program for everybody else. Documentation, and what every machine or home router has, do not count.',
  help: 'Read the address from the configuration where the program runs, or leave the code out of the release build.',
  cwe: [200],
  levels: { closed: 'note', open: 'note' },
  variants: WORSE,
  inspect: (file) =>
    sightPlaces(file, 'internal-host', 'the internal host', (count) => counted(count, 'internal host')),
};
