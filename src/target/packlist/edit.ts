import { entriesOf, type PackFolder } from './rules.ts';

/** A change of one line in what decides on packing. */
export type Edit =
  /** At the end of `files` in package.json. */
  | { readonly kind: 'add-entry'; readonly text: string }
  | { readonly kind: 'remove-entry'; readonly index: number }
  | { readonly kind: 'replace-entry'; readonly index: number; readonly text: string }
  /** At the end of an ignore file, which is made where it is not there. */
  | { readonly kind: 'add-line'; readonly file: string; readonly text: string }
  | { readonly kind: 'remove-line'; readonly file: string; readonly line: number };

/** The folder as it would be after the change. */
export function edited(folder: PackFolder, edit: Edit): PackFolder {
  const { manifest, files, ignoreFiles } = folder;
  const entries = [...(entriesOf(manifest) ?? [])];
  switch (edit.kind) {
    case 'add-entry':
      return { ...folder, manifest: { ...manifest, files: [...entries, edit.text] } };
    case 'remove-entry':
      return {
        ...folder,
        manifest: { ...manifest, files: entries.filter((_, index) => index !== edit.index) },
      };
    case 'replace-entry':
      entries[edit.index] = edit.text;
      return { ...folder, manifest: { ...manifest, files: entries } };
    case 'add-line': {
      const before = ignoreFiles.get(edit.file) ?? '';
      const text = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${edit.text}\n`;
      return {
        ...folder,
        files: new Set([...files, edit.file]),
        ignoreFiles: withText(ignoreFiles, edit.file, text),
      };
    }
    case 'remove-line': {
      const lines = (ignoreFiles.get(edit.file) ?? '').split('\n');
      lines.splice(edit.line - 1, 1);
      return { ...folder, ignoreFiles: withText(ignoreFiles, edit.file, lines.join('\n')) };
    }
  }
}

function withText(texts: PackFolder['ignoreFiles'], file: string, text: string): ReadonlyMap<string, string> {
  return new Map([...texts, [file, text]]);
}
