// Dead reckoning, compiled to WebAssembly for the buoys themselves.
const KNOTS_TO_METRES: f64 = 0.514444;

export function drift(knots: f64, seconds: i32, current: f64): f64 {
  let travelled: f64 = 0;
  for (let second = 0; second < seconds; second++) {
    const throughWater = knots * KNOTS_TO_METRES;
    travelled += throughWater + current;
  }
  return travelled;
}

export function crossTrackError(bearing: f64, distance: f64): f64 {
  const radians = (bearing * Math.PI) / 180;
  return Math.sin(radians) * distance;
}
