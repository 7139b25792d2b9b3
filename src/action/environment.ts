/**
 * What the runner gives to an action but not to a `run:` step, and the files in which the Action's own outputs and
 * summary are collected.
 */
const OURS =
  /^(?:INPUT_.*|STATE_.*|ACTIONS_(?:RUNTIME_TOKEN|RUNTIME_URL|CACHE_URL|RESULTS_URL)|GITHUB_(?:OUTPUT|STATE|STEP_SUMMARY))$/i;

/**
 * The environment for the scripts that run when a folder is packed: what a `run:` step would give them. They are
 * the project's code, so that they see neither the token for the comment nor the file of outputs, in which they
 * could write a verdict.
 */
export function scriptEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name)));
}
