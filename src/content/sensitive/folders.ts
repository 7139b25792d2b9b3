import { agentFileOf } from './agent.ts';
import type { Look } from './beginning.ts';
import type { HistoryFacts } from './facts.ts';
import { gitPart } from './git.ts';
import { litterOf } from './litter.ts';
import { pipelineFileOf } from './pipeline.ts';
import type { Place } from './place.ts';
import { readTest } from './tests.ts';

/** A test, or data beside one. */
export function testLook(place: Place): Look {
  const within = place.within?.kind === 'test' ? place.within : undefined;
  return (file) => readTest(file, within?.root ?? '', within?.sure ?? false);
}

/** What the folder that a file lies in says of it. */
export function folderLook(place: Place): Look | undefined {
  const { within } = place;
  if (within === undefined) return undefined;
  if (within.kind === 'history') return ({ path }) => historyOf(within.system, within.root, path);
  if (place.bundled) return undefined;
  switch (within.kind) {
    case 'agent':
      return (file) => agentFileOf(within.tool, file);
    case 'ci':
      return (file) => pipelineFileOf(within.tool, within.form, file);
    case 'litter':
      return ({ size }) => (size === 0 ? undefined : litterOf(within.what, within.from));
    case 'test':
      return testLook(place);
  }
}

/** Files that CVS keeps in each folder; others there are somebody's own. */
const OF_CVS = /\/(?:Entries(?:\.Log)?|Root|Repository|Template|Tag)$/;

function historyOf(system: string, root: string, path: string): HistoryFacts | undefined {
  const inside = path.slice(root.length + 1);
  if (system === 'CVS' && !OF_CVS.test(path)) return undefined;
  return { kind: 'history', system, root, part: system === 'Git' ? gitPart(inside) : 'record' };
}
