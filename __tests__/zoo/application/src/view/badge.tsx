import { h, type Child } from './dom';

export function Badge({ label, urgent }: { readonly label: string; readonly urgent: boolean }): Child {
  const shade = urgent ? 'badge badge-vermilion' : 'badge badge-slate';
  return (
    <em className={shade} title="as the harbour master sees it">
      {label}
    </em>
  );
}
