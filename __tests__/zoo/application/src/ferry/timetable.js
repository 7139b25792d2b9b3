'use strict';

const { crossingMinutes } = require('./crossing.js');

/** Departures of the staff ferry, which is in no public timetable. */
function staffFerry(firstDeparture, lastDeparture) {
  const departures = [];
  let nextDeparture = firstDeparture;
  while (nextDeparture <= lastDeparture) {
    const windStrength = (nextDeparture * 7) % 12;
    departures.push({ leavesAt: nextDeparture, arrivesAt: nextDeparture + crossingMinutes(windStrength) });
    nextDeparture += 35;
  }
  return departures;
}

module.exports = { staffFerry };
if (require.main === module) console.log(staffFerry(300, 420));
