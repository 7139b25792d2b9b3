import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';

/** Bytes in which Keras says what it is. */
const WINDOW = 64 * 1024;
/** What Keras writes beside its weights. */
const KERAS = ['keras_version', 'model_weights', 'layer_names', 'model_config'];
/** The groups that the weights of every layer stand in, since Keras 3. */
const LAYERS = ['layers\0', 'vars\0'];
/**
 * How every set of data is laid out, as a message in the older form of headers: its number, its size, flags, and behind three zeros the third version
 * of what follows. https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html#DataLayoutMessage
 */
const LAYOUT = Buffer.from([0x08, 0x00, 0x18, 0x00]);
const LAYOUT_BYTES = 10;

/**
 * Counts the sets of data in a file of HDF5, which is a model where Keras wrote it or where it is called as one.
 *
 * @param name the last segment of the path, in lower case
 */
export function createHdf5Reader(name: string): Reader<WeightsFacts | undefined> {
  let head = Buffer.alloc(0);
  let carry = Buffer.alloc(0);
  let tensors = 0;
  return {
    push(view) {
      if (head.length < WINDOW) head = Buffer.concat([head, view.subarray(0, WINDOW - head.length)]);
      const bytes = carry.length === 0 ? view : Buffer.concat([carry, view]);
      const last = bytes.length - LAYOUT_BYTES;
      for (let at = bytes.indexOf(LAYOUT); at !== -1 && at <= last; at = bytes.indexOf(LAYOUT, at + 1))
        if (isLayout(bytes, at)) tensors++;
      carry = Buffer.from(bytes.subarray(Math.max(0, last + 1)));
    },
    end() {
      const isKeras = /\.weights\.(?:h5|hdf5)$/.test(name) || isOfKeras(head);
      if (!isKeras && !/weight|model|checkpoint/.test(name)) return undefined;
      return {
        kind: 'weights',
        format: isKeras ? 'Keras (HDF5)' : 'HDF5',
        ...(tensors > 0 && { tensors }),
      };
    },
  };
}

function isOfKeras(head: Buffer): boolean {
  return KERAS.some((word) => head.includes(word)) || LAYERS.every((word) => head.includes(word));
}

function isLayout(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 4]! <= 5 && bytes.readUIntBE(at + 5, 3) === 0 && bytes[at + 8] === 3 && bytes[at + 9]! <= 2
  );
}
