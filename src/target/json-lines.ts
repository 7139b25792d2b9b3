/** Deeper values stand on the line of what holds them; there is no end to how deep JSON can be. */
const MAX_DEPTH = 4;
/** Places that are kept; the values after them stand on the line of what holds them. */
const MAX_PLACES = 20_000;

/**
 * Tells the lines of values in a JSON text, counted from 1: `["files", 0]`, `["bin", "tool"]`. For one that is not
 * there, the line of the nearest value around it. The text is expected to be JSON; of any other it tells something,
 * and never throws.
 */
export function jsonLines(json: string): (path: readonly (string | number)[]) => number {
  const lines = new Map<string, number>([['', 1]]);
  const stack: { readonly key: string; isList: boolean; index: number; name: string | undefined }[] = [];
  let line = 1;
  const place = (): string => {
    const at = stack.at(-1);
    return at === undefined ? '' : `${at.key}/${JSON.stringify(at.isList ? at.index : (at.name ?? ''))}`;
  };
  const note = (key: string) => {
    if (!lines.has(key) && stack.length <= MAX_DEPTH && lines.size < MAX_PLACES) lines.set(key, line);
  };
  for (const [token, word, colon] of json.matchAll(
    /"((?:[^"\\\n]|\\.)*)"(\s*:)?|[{}[\],\n]|[^\s"{}[\],:]+/g,
  )) {
    const at = stack.at(-1);
    if (word !== undefined && colon !== undefined && at !== undefined && !at.isList) {
      at.name = unquoted(word);
      note(place());
    } else if (token === '{' || token === '[') {
      note(place());
      stack.push({ key: place(), isList: token === '[', index: 0, name: undefined });
    } else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') {
      if (at?.isList) at.index++;
    } else if (token !== '\n') note(place());
    for (let i = token.indexOf('\n'); i >= 0; i = token.indexOf('\n', i + 1)) line++;
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = lines.get(
        path
          .slice(0, length)
          .map((step) => `/${JSON.stringify(step)}`)
          .join(''),
      );
      if (found !== undefined) return found;
    }
    return 1;
  };
}

function unquoted(word: string): string {
  try {
    return JSON.parse(`"${word}"`) as string;
  } catch {
    return word;
  }
}
