import ReckonWorker from './worker/reckon?worker&inline';
import './styles/desk.css';
import { planArrival } from './main';

/** The page on the harbour master's desk. */
export function openDesk(root: HTMLElement): void {
  const worker = new ReckonWorker();
  worker.onmessage = (event: MessageEvent<{ deepestHour: number }>) => {
    const arrival = planArrival(
      { callSign: 'old-quay-brothers', lengthInMetres: 180, draughtInMetres: 7, containerCount: 310, carriesFuel: false },
      event.data.deepestHour,
    );
    root.textContent = `${arrival.berthName}: ${arrival.waitingMinutes} minutes`;
  };
  worker.postMessage({ fromHour: 4, untilHour: 16 });
}

openDesk(document.body);
