import type { Levels } from '../rule.ts';

/** Of files that a generator copies into the projects of its users: they are the product. */
export const TEMPLATE: Levels = { closed: 'note', open: 'note' };

export const TEMPLATE_HELP =
  'It lies in a folder for templates, which the package may be there to give away. Make sure that it is written for those who get it.';
