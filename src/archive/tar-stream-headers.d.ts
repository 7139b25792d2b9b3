/** The header codec inside tar-stream: its parts are not in the package's own types. */
declare module 'tar-stream/headers' {
  export interface Header {
    readonly name: string;
    readonly size: number;
    readonly linkname: string | null;
  }
  export function decode(block: Buffer, encoding?: string, allowUnknownFormat?: boolean): Header | null;
  export function decodePax(body: Buffer): Record<string, string>;
  export function decodeLongPath(body: Buffer, encoding?: string): string;
}
