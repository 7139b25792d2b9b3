import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';

/** Bytes of a header that are read: of some thirty thousand tensors. */
const MAX_HEADER = 4 * 1024 * 1024;

/** Whether a file could be one: the length of a header of JSON, then that. https://github.com/huggingface/safetensors#format */
export function beginsLikeSafetensors(head: Buffer): boolean {
  if (head.length < 16 || head[8] !== 0x7b) return false;
  const length = head.readBigUInt64LE(0);
  return length >= 2n && length <= 100_000_000n && /^\{\s*["}]/.test(head.toString('latin1', 8, 24));
}

/** Counts the tensors that the header names, and the numbers in them. The first view has at least the bytes by which a file is known for one. */
export function createSafetensorsReader(): Reader<WeightsFacts | undefined> {
  const parts: Buffer[] = [];
  let kept = 0;
  let wanted = 8 + MAX_HEADER;
  return {
    push(view) {
      if (kept === 0) wanted = Math.min(wanted, 8 + Number(view.readBigUInt64LE(0)));
      if (kept >= wanted) return;
      const part = Buffer.from(view.subarray(0, wanted - kept));
      parts.push(part);
      kept += part.length;
    },
    end() {
      const bytes = Buffer.concat(parts);
      const length = Number(bytes.readBigUInt64LE(0));
      const counted = countTensors(bytes.toString('utf8', 8, 8 + length));
      if (counted !== undefined) return { kind: 'weights', format: 'safetensors', ...counted };
      // Too long a header, or a file that was cut: what is left of it still names tensors.
      const named = bytes.includes('"data_offsets"') && bytes.includes('"dtype"');
      return named ? { kind: 'weights', format: 'safetensors' } : undefined;
    },
  };
}

function countTensors(header: string): Pick<WeightsFacts, 'tensors' | 'parameters'> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(header);
  } catch {
    return undefined;
  }
  let tensors = 0;
  let parameters = 0;
  for (const tensor of Object.values(json as Record<string, unknown>)) {
    const { dtype, shape, data_offsets: offsets } = (tensor ?? {}) as Record<string, unknown>;
    if (typeof dtype !== 'string' || !Array.isArray(shape) || !Array.isArray(offsets)) continue;
    tensors++;
    parameters += shape.reduce((numbers: number, size) => numbers * (typeof size === 'number' ? size : 1), 1);
  }
  return tensors === 0 ? undefined : { tensors, parameters };
}
