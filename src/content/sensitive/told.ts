import { readServers, readTold } from './agent.ts';
import type { Beginning } from './beginning.ts';
import { readDockerLogin } from './credentials.ts';
import { readCookies } from './database.ts';
import type { SensitiveFacts } from './facts.ts';
import { readKubeJson } from './kubernetes.ts';
import { readCrashReport, readLog } from './log.ts';
import { readBoosted } from './weights/trees.ts';

/** What JSON is that says so with its first key, under any name. */
export function readToldJson(file: Beginning): SensitiveFacts | undefined {
  const [, key] = /^\s*\{\s*"(\w+)"/.exec(file.text) ?? [];
  switch (key) {
    case 'auths':
      return readDockerLogin(file);
    case 'cookies':
      return readCookies(file);
    case 'mcpServers':
      return isShown(file) ? undefined : readServers(file);
    case 'header':
      return readCrashReport(file);
    case 'name':
      return readBoosted(file);
    default:
      return readKubeJson(file);
  }
}

/** What a text is that says so in its first lines: a log, or what agents read or wrote. */
export function readToldText(file: Beginning): SensitiveFacts | undefined {
  if (/\.mdc?$/.test(file.name)) return readTold(file);
  return beginsLikeLog(file.text.slice(0, 2000)) ? readLog(file) : undefined;
}

/** Two lines that begin with a time; in the first stands how grave it is that something happened. A list of changes has neither. */
const TIMED = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^\n]{0,800}\n\[?\d{4}-\d\d-\d\d[T ]\d\d:/;
const GRAVE = /[ [|:<]["']?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL)\b/i;

function beginsLikeLog(start: string): boolean {
  return TIMED.test(start) && GRAVE.test(start.slice(0, start.indexOf('\n')));
}

/** Whoever publishes a server shows how it is set up. */
function isShown({ path, place }: Beginning): boolean {
  return place.foreign || place.template || /example|sample|template|(?:^|\/)docs?\//i.test(path);
}
