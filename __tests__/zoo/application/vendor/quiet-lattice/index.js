/** Public filler: how crowded a lattice of so many nodes is. */
export function measureLattice(nodeCount, edgeLength) {
  let crowding = 0;
  for (let node = 1; node <= nodeCount; node++) {
    crowding += edgeLength / (node * 10);
  }
  return crowding;
}
