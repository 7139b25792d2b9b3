import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { LIMITS } from './limits.ts';

/** What is kept of one package until its report is written. */
export interface BoundedList<Item> {
  readonly items: readonly Item[];
  /** @param texts what of the item a package can make long @throws PackgateError `limit` */
  add(item: Item, ...texts: string[]): void;
}

/**
 * @param what the items are, in the plural
 * @param most items; the texts of all together have a limit of their own
 * @param help the next step for whoever has more of them
 */
export function createBoundedList<Item>(
  what: string,
  most: number,
  help: (last: Item) => string,
): BoundedList<Item> {
  const items: Item[] = [];
  let characters = 0;
  return {
    items,
    add(item, ...texts) {
      for (const text of texts) characters += text.length;
      if (items.length >= most || characters > LIMITS.text) {
        const over = characters > LIMITS.text ? `${count(LIMITS.text)} characters of` : count(most);
        throw new PackgateError('limit', `the package has more than ${over} ${what}`, { help: help(item) });
      }
      items.push(item);
    },
  };
}
