import { counted } from '../../figures.ts';
import type { FileRule } from '../rule.ts';
import { sightPlaces, WORSE } from './sightings.ts';

export const rule: FileRule = {
  id: 'cloud-reference/bucket',
  scope: 'file',
  grounds: ['places'],
  title: 'Address of a storage bucket',
  description:
    'Whoever knows a bucket can try whether it can be listed or read: S3, Google Cloud Storage, Azure, R2, Spaces and others. Most are meant to be known, so this is a note. An address that ends in an archive or a source map is an error: in the best-known case such a one led to a whole source tree. Releases that a program downloads, by their version or platform, are only noted, unless a source map names them.',
  help: 'Make sure that the bucket cannot be listed, and that what is not public in it cannot be read from outside.',
  cwe: [200],
  levels: { closed: 'note', open: 'note' },
  variants: WORSE,
  inspect: (file) =>
    sightPlaces(file, 'bucket', 'the storage bucket', (count) => counted(count, 'storage bucket')),
};
