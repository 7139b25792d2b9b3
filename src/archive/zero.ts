/** Whether every byte is zero: padding, or an end mark. */
export function isZero(view: Buffer): boolean {
  for (let i = 0; i < view.length; i++) if (view[i] !== 0) return false;
  return true;
}
