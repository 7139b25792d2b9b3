import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { Match } from './match.ts';

/** The part of a rule of secretlint that is used. */
interface Rule {
  readonly meta: { readonly id: string };
  create(context: Context, options: object): { file?(source: Source): unknown };
}

interface Context {
  createTranslator(): (id: string, data?: Readonly<Record<string, unknown>>) => Message;
  report(finding: { readonly message: Message; readonly range: readonly [number, number] }): void;
  ignore(): void;
}

interface Message {
  readonly messageId: string;
  /** What the message quotes: the secret among it. */
  readonly quoted: readonly unknown[];
}

interface Source {
  readonly content: string;
  readonly contentType: 'text';
}

/**
 * Rules that are left out.
 *
 * `gcp` reads files of the machine by the name of the one that is checked, and parses the whole content; the key in such a file is
 * a private key like any other. `filter-comments` would let a package silence the gate. `privatekey` finds less than `pem.ts`.
 */
const LEFT_OUT = new Set(
  ['gcp', 'filter-comments', 'privatekey'].map((name) => `@secretlint/secretlint-rule-${name}`),
);

const X_OAUTH = 'PackageJSON_xOauthToken';

/** Account numbers and key ids are worth telling, too. */
const OPTIONS: Readonly<Record<string, object>> = {
  '@secretlint/secretlint-rule-aws': { enableIDScanRule: true },
};

/**
 * The rules of secretlint's recommended preset, as one function from a text to what they find in it.
 *
 * They are called here and not by secretlint's own core: that one builds messages with the secret in them, and prints them where DEBUG is set.
 * This module takes 20 ms to load.
 */
export function createSecretlint(): (text: string) => Match[] {
  let found: Match[] = [];
  let content = '';
  const context: Context = {
    createTranslator:
      () =>
      (messageId, data = {}) => ({ messageId, quoted: Object.values(data) }),
    report({ message: { messageId, quoted }, range: [from, to] }) {
      // Some ranges begin at the name before a secret and are as long as the secret: what is quoted says where it is.
      const secret = quoted.find((one) => typeof one === 'string' && one.length === to - from);
      const start = typeof secret === 'string' ? Math.max(from, content.indexOf(secret, from)) : from;
      const end = start + to - from;
      // What begins at an address before that of the token ends with the token all the same.
      const before = messageId === X_OAUTH ? content.lastIndexOf('/', end - 1) + 1 : 0;
      found.push({ id: messageId, start: Math.max(start, before), end });
    },
    ignore() {},
  };
  const files = (rules as unknown as readonly Rule[])
    .filter(({ meta }) => !LEFT_OUT.has(meta.id))
    .map((rule) => rule.create(context, OPTIONS[rule.meta.id] ?? {}));
  return (text) => {
    found = [];
    content = text;
    // Without a name a text is of every kind.
    for (const each of files) each.file?.({ content: text, contentType: 'text' });
    return found;
  };
}
