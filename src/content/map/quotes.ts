/** A quote as it stands in a script, in strings inside strings, in an attribute of a page. */
export const MARK = String.raw`(?:(\\{0,15})(["'\`]|u0022|x22)|&(?:amp;)?(?:quot|#34|#x22);)`;
export const BLANK = String.raw`(?:\s|\\{1,15}[nrt])`;
/** The same as `MARK`, without its groups. */
export const QUOTE = String.raw`(?:\\{0,15}(?:["'\`]|u0022|x22)|&(?:amp;)?(?:quot|#34|#x22);)`;
