'use strict';

const CALM_CROSSING = 22;

/** Minutes for the crossing; over force nine the ferry waits and only the skipper knows. */
function crossingMinutes(windStrength) {
  if (windStrength > 9) {
    const waitingForSkipper = 40 + windStrength;
    return CALM_CROSSING + waitingForSkipper;
  }
  const swell = Math.sqrt(windStrength) * 2.5;
  return Math.round(CALM_CROSSING + swell);
}

module.exports = { crossingMinutes };
