/** Keys of which every source map has one, and every record of a build that is a JSON object; or what may write one in escapes. */
const KEYS =
  /"(?:mappings|sources(?:Content)?|sections|modules|inputs|nodeMetas|fileNames|fileInfos|root|statementMap|statements|scriptId|file|buildMeta|results|resources|groups|moduleGraphModules|parsedSource|sourceGraph|importPath|mutants|sourceCode|nbformat|sourcePath|testResults|projectNames)"|\\u/;
/** Records whose keys are paths, known by their names. */
const NAMED = /(?:^|\/)ssr-manifest\.json$|\.nft\.json$/;

/**
 * Whether a JSON object may be a source map or a record of a build: of most files one look tells that none of their readers would find anything.
 *
 * @param bytes the whole file, or all that is left of it
 */
export function mayBeRecord(path: string, bytes: Buffer): boolean {
  return NAMED.test(path) || KEYS.test(bytes.toString('latin1'));
}

/** Whether bytes begin as the records do whose root is a list. */
export function beginsLikeRecord(head: Buffer): boolean {
  return /^\s*\[\s*\{\s*"(?:label|filename|filePath|comment|paths)"\s*:/.test(
    head.toString('latin1', 0, 256),
  );
}
