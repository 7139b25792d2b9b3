import type { Reader } from '../reader.ts';
import type { OpaqueFacts } from './facts.ts';

/** What binary data that anybody can open begins with, in Latin: pictures, fonts, sound, film, documents, and data of well-known libraries. */
const KNOWN = [
  // Pictures, models of things, textures.
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'BM',
  'II*\0',
  'MM\0*',
  '\0\0\x01\0',
  '\0\0\x02\0',
  '8BPS',
  'icns',
  'qoif',
  '\xff\x0a',
  'DDS ',
  '\xabKTX',
  'glTF',
  'DRACO',
  'sB',
  'PVR\x03',
  '\0\0\0\x0cjP',
  '\0\0\0\x0cJXL',
  '#?RADIANCE',
  'v/1\x01',
  '\x13\xab\xa1\x5c',
  'II+\0',
  'MM\0+',
  '\x0a\x05\x01\x08',
  '\xd7\xcd\xc6\x9a',
  'farbfeld',
  'fig-kiwi',
  'gimp xcf',
  'CSFCHUNK',
  'PXR-USDC',
  'Ogawa\xff',
  'ply\n',
  'VOX ',
  'RIVE',
  'Kaydara FBX',
  'BLENDER',
  'wOFF',
  'wOF2',
  // Fonts.
  '\0\x01\0\0',
  'OTTO',
  'ttcf',
  'true',
  '\x80\x01',
  '%!PS',
  'typ1',
  // Sound and film.
  'RIFF',
  'RIFX',
  'OggS',
  'fLaC',
  'ID3',
  '\xff\xfb',
  '\xff\xf3',
  '\xff\xf2',
  '\xff\xfa',
  '\xff\xf1',
  '\xff\xf9',
  'MThd',
  'FORM',
  '#!AMR',
  '\x1aE\xdf\xa3',
  '\0\0\x01\xba',
  '\0\0\x01\xb3',
  'FLV',
  'FWS',
  'CWS',
  'ZWS',
  '.snd',
  'caff',
  '\x30\x26\xb2\x75\x8e\x66',
  'IMPM',
  'Extended M',
  // Documents, and data that libraries bring along.
  '%PDF',
  '\xd0\xcf\x11\xe0',
  'SQLite f',
  '\xde\x12\x04\x95',
  '\x95\x04\x12\xde',
  'TZif',
  'BDic',
  '\x93NUMPY',
  'PAR1',
  'FEA1',
  '\x89HDF\r\n',
  // Maps, and what was measured.
  'PMTiles',
  'fgb\x03fgb',
  '\0\0\x27\x0a\0\0\0\0',
  'LASF',
  // Engines for games, and programs for graphics cards and other machines.
  'GDPC',
  'UnityFS\0',
  'UnityWeb',
  'UnityRaw',
  '\xc1\x83\x2a\x9e',
  '\x03\x02\x23\x07',
  'MTLB',
  'DXBC',
  'NES\x1a',
  'FOR1',
  // Of Apple's libraries, and of Chromium.
  'bplist0',
  'BOMStore',
  'NIBArchive',
  '\x05\0\0\0\x01\0\0\0',
  'ARROW1',
  'Obj\x01',
  '\xca\xfe\xba\xbe',
  'dex\n',
  'CrAU',
  'LuaQ',
  '\x1bLua',
  '\x1bLJ',
  'BC\xc0\xde',
  '\x7fELF',
  'MZ',
  '\0asm',
  '!<arch>',
  'SIMPLE',
  'CDF\x01',
  'GRIB',
  'd8:announce',
  'hsqs',
  'sqsh',
  'xar!',
  'MSCF',
  'ISc(',
  '\x1f\x9d',
  '\x1f\xa0',
  'LZIP',
  '\x04\x22\x4d\x18',
  'MSWIM',
  '%FDF',
  'AT&TFORM',
  '{\\rtf',
] as const;

const BY_FIRST = new Map<number, string[]>();
for (const magic of KNOWN)
  BY_FIRST.set(magic.charCodeAt(0), [...(BY_FIRST.get(magic.charCodeAt(0)) ?? []), magic]);

/** By bytes further in: ISO media, ICU data, libraries of Windows Media, byte code of Python, pictures and colours. */
const INSIDE: readonly (readonly [at: number, magic: string])[] = [
  [4, 'ftyp'],
  [4, 'moov'],
  [4, 'mdat'],
  [2, '\xda\x27'],
  [34, 'LP'],
  [2, '\r\n\0\0\0\0'],
  [4, '\xe0\xa5'],
  [36, 'acsp'],
  [40, ' EMF'],
  [128, 'DICM'],
  [257, 'ustar'],
];

/** Whether binary data is of a kind that anybody can open: it says so in its first bytes. */
export function isKnownBinary(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 264);
  return (
    BY_FIRST.get(head[0]!)?.some((magic) => start.startsWith(magic)) === true ||
    INSIDE.some(([at, magic]) => start.startsWith(magic, at)) ||
    // Packets of films.
    (head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47)
  );
}

/** Of every `EVERY` bytes the first `SAMPLED` are counted. */
const EVERY = 65_536;
const SAMPLED = 2048;
/** Bytes that tell: of fewer, random ones look ordered. */
const ENOUGH = 16_384;

/** Measures how random data is, by samples all over it. */
export function createOpaqueReader(): Reader<OpaqueFacts> {
  const counts = new Uint32Array(256);
  let at = 0;
  let sampled = 0;
  return {
    push(view) {
      let here = 0;
      while (here < view.length) {
        const within = (at + here) % EVERY;
        if (within >= SAMPLED) {
          here += EVERY - within;
          continue;
        }
        const end = Math.min(here + SAMPLED - within, view.length);
        sampled += end - here;
        for (; here < end; here++) counts[view[here]!]!++;
      }
      at += view.length;
    },
    end() {
      if (sampled < ENOUGH) return {};
      let entropy = 0;
      for (const count of counts) if (count > 0) entropy -= (count / sampled) * Math.log2(count / sampled);
      return { entropy };
    },
  };
}
