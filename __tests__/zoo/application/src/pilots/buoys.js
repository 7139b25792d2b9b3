// Positions of the unlisted buoys. The coast guard must not learn of the third one.
const UNLISTED_BUOYS = [
  { buoyName: 'grey sister', latitude: 54.1812, longitude: 7.8901, lightPeriod: 4 },
  { buoyName: 'old bell', latitude: 54.1899, longitude: 7.9034, lightPeriod: 7 },
  { buoyName: 'smuggler', latitude: 54.2003, longitude: 7.9177, lightPeriod: 11 },
];

export function nearestBuoy(latitude, longitude) {
  let nearest = UNLISTED_BUOYS[0];
  let shortestDistance = Number.POSITIVE_INFINITY;
  for (const buoy of UNLISTED_BUOYS) {
    const distance = Math.hypot(buoy.latitude - latitude, buoy.longitude - longitude);
    if (distance < shortestDistance) {
      shortestDistance = distance;
      nearest = buoy;
    }
  }
  return nearest;
}

export function describeBuoy(buoy) {
  const period = buoy.lightPeriod === 1 ? 'second' : 'seconds';
  return `${buoy.buoyName} (every ${buoy.lightPeriod} ${period})`;
}
