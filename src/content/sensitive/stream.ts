import type { FileName } from '../file-name.ts';
import type { Reader } from '../reader.ts';
import { begins } from './beginning.ts';
import { createColumnsReader, createTableReader } from './database.ts';
import type { SensitiveFacts } from './facts.ts';
import { createCoreMlReader } from './weights/core-ml.ts';
import { beginsLikeFlatbuffer, createFlatbufferReader } from './weights/flatbuffer.ts';
import { beginsLikeFlax, createFlaxReader } from './weights/flax.ts';
import { createHdf5Reader } from './weights/hdf5.ts';
import { beginsLikeOnnx, createOnnxReader } from './weights/onnx.ts';
import { beginsLikeOldPickle, beginsLikePickle, createPickleReader } from './weights/pickle.ts';
import { beginsLikeSafetensors, createSafetensorsReader } from './weights/safetensors.ts';

/** Reads on to where no beginning reaches. */
export type Stream = () => Reader<SensitiveFacts | undefined>;

/** By extension, in lower case. */
const TABLES: ReadonlyMap<string, Stream> = new Map([
  ...['parquet', 'avro', 'orc', 'feather', 'arrow'].map((format): [string, Stream] => [
    format,
    createColumnsReader,
  ]),
  ['ldb', createTableReader],
  ['sst', createTableReader],
]);

/** `(`, `c`, `}` and `]`. */
const OLD_PICKLE: ReadonlySet<number> = new Set([0x28, 0x63, 0x7d, 0x5d]);

/** What maps of MessagePack begin with; PNG is none. */
const MAPS: ReadonlySet<number> = new Set([
  ...Array.from({ length: 15 }, (_, entries) => 0x81 + entries).filter((byte) => byte !== 0x89),
  0xde,
  0xdf,
]);
/** Letters that the marks of models in flatbuffers begin with. */
const FLATBUFFERS: ReadonlySet<number> = new Set(Buffer.from('TFORE', 'latin1'));

/** What has to be read to its end to be told: models of most formats, and tables that say at their end what they are. */
export function streamOf(path: string, { name, extension }: FileName, head: Buffer): Stream | undefined {
  return modelStream(path, name, head) ?? TABLES.get(extension);
}

function modelStream(path: string, name: string, head: Buffer): Stream | undefined {
  if (head[0] === 0x89 && begins(head, '\x89HDF\r\n\x1a\n')) return () => createHdf5Reader(name);
  // The first fields of both are alike.
  if (head[0] === 0x08 && beginsLikeOnnx(head))
    return () => either(createOnnxReader(path), createCoreMlReader());
  if (head[0] === 0x80 && beginsLikePickle(head)) return () => createPickleReader(name);
  if (MAPS.has(head[0]!) && beginsLikeFlax(head)) return createFlaxReader;
  if (OLD_PICKLE.has(head[0]!) && beginsLikeOldPickle(head)) return () => createPickleReader();
  if (FLATBUFFERS.has(head[4]!) && FLATBUFFERS.has(head[5]!) && beginsLikeFlatbuffer(head))
    return createFlatbufferReader;
  if (head[8] === 0x7b && beginsLikeSafetensors(head)) return createSafetensorsReader;
  return undefined;
}

/** What the first of two readers tells, or else the other. */
function either<Facts>(
  one: Reader<Facts | undefined>,
  other: Reader<Facts | undefined>,
): Reader<Facts | undefined> {
  return {
    push(view) {
      one.push(view);
      other.push(view);
    },
    end: () => one.end() ?? other.end(),
  };
}
