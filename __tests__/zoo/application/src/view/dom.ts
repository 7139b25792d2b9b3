export type Child = string | { readonly tag: string; readonly attributes: object; readonly children: readonly unknown[] };

type Component = (properties: never) => Child;

/** Our own tiny element factory; the board has no memory for a framework. */
export function h(tag: string | Component, attributes: object | null, ...children: readonly unknown[]): Child {
  if (typeof tag === 'function') return (tag as (properties: object) => Child)({ ...attributes, children });
  return { tag, attributes: attributes ?? {}, children: children.flat() };
}

export function paint(child: Child): string {
  if (typeof child === 'string') return child;
  const inner = child.children.map((each) => paint(each as Child)).join('');
  return `<${child.tag}>${inner}</${child.tag}>`;
}
