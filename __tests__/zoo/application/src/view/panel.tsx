import { h, type Child } from './dom';
import { Badge } from './badge';

interface PanelProperties {
  readonly heading: string;
  readonly arrivals: readonly { readonly callSign: string; readonly waitingMinutes: number }[];
}

/** The board on the wall of the pilot station. */
export function ArrivalPanel({ heading, arrivals }: PanelProperties): Child {
  const longestWait = arrivals.reduce((longest, arrival) => Math.max(longest, arrival.waitingMinutes), 0);
  return (
    <section className="arrival-panel" data-longest={longestWait}>
      <h2>{heading}</h2>
      <ul>
        {arrivals.map((arrival) => (
          <li>
            <span className="call-sign">{arrival.callSign}</span>
            <Badge label={`${arrival.waitingMinutes} min`} urgent={arrival.waitingMinutes > 240} />
          </li>
        ))}
      </ul>
    </section>
  );
}
