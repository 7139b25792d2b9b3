import './styles/desk.css';
import { planArrival } from './main';

/** The page that the gate keeper has open. */
const arrival = planArrival(
  { callSign: 'northern-alliance', lengthInMetres: 110, draughtInMetres: 5, containerCount: 90, carriesFuel: false },
  9,
);
document.body.textContent = `${arrival.berthName} is ready in ${arrival.waitingMinutes} minutes`;
