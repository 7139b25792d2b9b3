export declare function measureLattice(nodeCount: number, edgeLength: number): number;
