import type { Beginning } from './beginning.ts';
import type { LitterFacts } from './facts.ts';

type LitterReader = (file: Beginning) => LitterFacts | undefined;

function system(what: string): LitterFacts {
  return { kind: 'litter', what, from: 'system' };
}

function editor(what: string): LitterFacts {
  return { kind: 'litter', what, from: 'editor' };
}

/** A folder's list of files for the Finder (`\0\0\0\1Bud1`): names of files that may not even be in the package. */
const dsStore: LitterReader = ({ bytes }) =>
  bytes.toString('latin1', 0, 8) === '\0\0\0\x01Bud1'
    ? system('a folder index of the Finder of macOS')
    : undefined;
/** A compound file of Microsoft's. */
const thumbs: LitterReader = ({ bytes }) =>
  bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1'
    ? system('small images that Windows kept of a folder')
    : undefined;
const desktop: LitterReader = ({ text }) =>
  /^[ \t]*\[(?:\.ShellClassInfo|ViewState|LocalizedFileNames)\]/im.test(text)
    ? system('folder settings of Windows')
    : undefined;
const directory: LitterReader = ({ text }) =>
  /^\[(?:Desktop Entry|Dolphin|Settings)\]/m.test(text) ? system('folder settings of KDE') : undefined;
const eclipse: LitterReader = ({ text }) =>
  /<(?:projectDescription|classpath)\b/.test(text) ? editor('Eclipse project settings') : undefined;
const jetbrains: LitterReader = ({ text }) =>
  /<module\b/.test(text) ? editor('JetBrains project settings') : undefined;
const sublime: LitterReader = ({ text }) =>
  /^\s*\{/.test(text) ? editor('Sublime Text project settings') : undefined;

export const LITTER_NAMES: ReadonlyMap<string, LitterReader> = new Map([
  ['.ds_store', dsStore],
  ['thumbs.db', thumbs],
  ['ehthumbs.db', thumbs],
  ['desktop.ini', desktop],
  ['.directory', directory],
  ['.project', eclipse],
  ['.classpath', eclipse],
  ['.netrwhist', (file) => vimText(file)],
  ['session.vim', (file) => vimText(file)],
]);
const vimText: LitterReader = ({ text }) =>
  /^let (?:g:netrw_|SessionLoad)/.test(text) ? editor('what Vim keeps of a session') : undefined;

/** Swap files of Vim, and what it keeps for undoing: the text of the file that was edited. */
const vim: LitterReader = ({ bytes }) => {
  const start = bytes.toString('latin1', 0, 9);
  if (/^b0[VL]IM/.test(start)) return editor('a swap file of Vim, with the text that was edited');
  return start === 'Vim\x9fUnDo\xe5'
    ? editor('what Vim kept for undoing, with the text that was edited')
    : undefined;
};
const backup: LitterReader = ({ size }) =>
  size === 0 ? undefined : { kind: 'litter', what: 'a backup copy', from: 'backup' };
/** What `patch` could not apply. */
const rejected: LitterReader = ({ text }) =>
  /^(?:@@|\*\*\*|---|diff )/m.test(text)
    ? { kind: 'litter', what: 'a change that could not be applied', from: 'backup' }
    : undefined;
const conflict: LitterReader = (file) =>
  /\.(?:local|remote|base|backup)(?:[_.]\d+)?\.[^.]+(?:\.orig)?$/.test(file.name) ? backup(file) : undefined;

export const LITTER_EXTENSIONS: ReadonlyMap<string, LitterReader> = new Map([
  ['swp', vim],
  ['swo', vim],
  ['swn', vim],
  ['un~', vim],
  ['orig', (file) => conflict(file) ?? backup(file)],
  ['bak', backup],
  ['rej', rejected],
  ['iml', jetbrains],
  ['sublime-workspace', sublime],
  ['sublime-project', sublime],
  ['kate-swp', (file) => backup(file)],
]);

/** Names that begin or end as litter does: `#a.js#` of Emacs, `a.js~`, `._a.js` of macOS, `a.js.old`. */
export function litterReader(name: string): LitterReader | undefined {
  if (name.endsWith('~') && name.length > 1) return backup;
  if (name.startsWith('._')) return appleDouble;
  if (name.startsWith('#') && name.endsWith('#') && name.length > 2) return autosave;
  if (name.startsWith('~$') || name.startsWith('.~lock.')) return office;
  if (name.startsWith('.nfs') || name.startsWith('.fuse_hidden')) return deleted;
  return /\.\w{1,5}\.(?:old|save|backup)$|\.(?:bak|orig)\.\w{1,5}$/.test(name) || isCopyName(name)
    ? backup
    : undefined;
}

/** How file managers call a copy: `a copy.js`, `a - Copy (2).js`, `Copy of a.js`. A number alone makes none: `item (1).js`. */
export function isCopyName(name: string): boolean {
  if (!name.includes(' ')) return false;
  return (
    /(?: - copy(?: \(\d{1,3}\))?| copy(?: \d{1,3})?)\.\w{1,8}$/.test(name) || name.startsWith('copy of ')
  );
}

const appleDouble: LitterReader = ({ bytes }) =>
  bytes.toString('hex', 0, 4) === '00051607' ? system('what macOS knows of another file') : undefined;
const office: LitterReader = ({ size }) =>
  size === 0 ? undefined : editor('the lock of an office document, with the name of who had it open');
const deleted: LitterReader = ({ name, size }) =>
  size > 0 && /^\.(?:nfs|fuse_hidden)[0-9a-f]{8,}$/.test(name)
    ? system('a deleted file that a program still had open')
    : undefined;
const autosave: LitterReader = ({ size }) =>
  size === 0 ? undefined : editor('what Emacs saved by itself, with the text that was edited');

/** By the folder alone, whatever is in the file. */
export function litterOf(what: string, from: 'system' | 'editor'): LitterFacts {
  return { kind: 'litter', what, from };
}
