import type { JsonVisitor, Want } from '../map/json.ts';
import type { KeyNames } from '../scanner/key-names.ts';
import type { Measured } from '../scanner/measure.ts';

export type ValueKind = Parameters<JsonVisitor['value']>[0];

/** What a frame wants of a value: to pass over it, its text, the size of its text, or to look into it. */
export type Ask =
  | undefined
  | { readonly capture: (text: string) => void }
  | { readonly measure: (text: Measured) => void }
  | Frame;

/** One container that is looked into. */
export interface Frame {
  value(kind: ValueKind, key: string): Ask;
  leave?(): void;
  /** As in `JsonVisitor`. */
  heeded?(): KeyNames | undefined;
}

/** Walks JSON by frames: each says what it wants of its own values and knows nothing of what lies round it. */
export interface FrameVisitor extends JsonVisitor {
  /** The bytes are over: leaves what is still open, from the inside out. */
  end(): void;
}

/** @param root gets the root value, under an empty key */
export function createFrameVisitor(root: Frame): FrameVisitor {
  const frames: Frame[] = [root];
  let onText: ((text: string) => void) | undefined;
  let onMeasure: ((text: Measured) => void) | undefined;

  return {
    value(kind, key = ''): Want {
      const ask = frames[frames.length - 1]!.value(kind, key);
      if (ask === undefined) return 'skip';
      if ('capture' in ask) {
        onText = ask.capture;
        return kind === 'object' || kind === 'array' ? 'skip' : 'capture';
      }
      if ('measure' in ask) {
        onMeasure = ask.measure;
        return kind === 'string' ? 'measure' : 'skip';
      }
      if (kind !== 'object' && kind !== 'array') return 'skip';
      frames.push(ask);
      return 'enter';
    },
    heeded() {
      return frames[frames.length - 1]!.heeded?.();
    },
    captured: (text) => onText?.(text),
    measured: (text) => onMeasure?.(text),
    leave: () => frames.pop()?.leave?.(),
    end() {
      while (frames.length > 1) frames.pop()!.leave?.();
    },
  };
}

/** Looks into each object of a list. */
export function eachObject(open: () => Frame): Frame {
  return { value: (kind) => (kind === 'object' ? open() : undefined) };
}

/** Takes each text of a list. */
export function eachText(take: (text: string) => void): Frame {
  return { value: (kind) => (kind === 'string' ? { capture: take } : undefined) };
}

/** Takes the texts under these keys of an object. */
export function texts(take: Readonly<Record<string, (text: string) => void>>): Frame {
  return {
    value(kind, key) {
      if (kind !== 'string' || !Object.hasOwn(take, key)) return undefined;
      return { capture: take[key]! };
    },
  };
}
