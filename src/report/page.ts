import * as util from 'node:util';

const STYLES = {
  bad: ['bold', 'red'],
  good: ['bold', 'green'],
  doubtful: ['bold', 'yellow'],
  strong: ['bold'],
  faint: ['dim'],
} as const;

export type Style = keyof typeof STYLES;

/** Lines of text, wrapped and coloured for one terminal. What comes in is escaped already. */
export interface Page {
  paint(style: Style, text: string): string;
  /** One line as it is. */
  line(text: string): void;
  /** Text broken at spaces; `first` stands before its first line, in `style`, and as many spaces before the others. */
  paragraph(first: string, text: string, style?: Style): void;
  /** An empty line; never two in a row, none at the top. */
  blank(): void;
  /** Whether a line of so many characters stays on one line. */
  fits(length: number): boolean;
  text(): string;
}

/** An empty page; `columns` is kept between 40 and 120. */
export function createPage(options: { readonly color: boolean; readonly columns: number }): Page {
  const columns = Math.min(120, Math.max(40, options.columns));
  const lines: string[] = [];
  return {
    paint: (style, text) => (options.color ? STYLES[style].reduce(colored, text) : text),
    line: (text) => void lines.push(text.trimEnd()),
    paragraph(first, text, style) {
      let line = '';
      let start = style === undefined ? first : this.paint(style, first);
      for (const word of text.split(' ')) {
        if (line !== '' && first.length + line.length + word.length > columns) {
          this.line(start + line);
          line = '';
          start = ' '.repeat(first.length);
        }
        line += `${word} `;
      }
      this.line(start + line);
    },
    blank() {
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    },
    fits: (length) => length <= columns,
    text: () => `${lines.join('\n')}\n`,
  };
}

/** Node before 20.12 has no styleText; newer ones would look at this process's own streams, which the caller has done. */
function colored(text: string, format: (typeof STYLES)[Style][number]): string {
  return util.styleText?.(format, text, { validateStream: false }) ?? text;
}
