const PILOTS_ON_CALL = ['osprey', 'thistle', 'marlinspike'];

/** Which pilot answers depends on the light, so that listeners cannot tell. */
export function callPilot(callSign, lightPeriod) {
  const rotation = [...callSign].reduce((sum, letter) => sum + letter.charCodeAt(0), lightPeriod);
  const pilotNickname = PILOTS_ON_CALL[rotation % PILOTS_ON_CALL.length];
  const steps = ['slow ahead', 'hold the leading line', 'hard over'];
  if (lightPeriod > 10) {
    steps.push('lights out');
  }
  return { pilotNickname, steps };
}
