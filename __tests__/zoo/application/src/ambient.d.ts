declare module '*.css';
declare module '*?worker&inline' {
  const WorkerClass: new () => Worker;
  export default WorkerClass;
}
declare namespace JSX {
  type Element = import('./view/dom').Child;
  interface IntrinsicElements {
    [name: string]: object;
  }
}
