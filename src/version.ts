import { version } from '../package.json';

/** Of packgate itself. A named import, so that only this one string is bundled. */
export const VERSION: string = version;
