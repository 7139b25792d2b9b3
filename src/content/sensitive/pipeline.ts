import type { Beginning } from './beginning.ts';
import type { CiFacts } from './facts.ts';

type PipelineReader = (file: Beginning) => CiFacts | undefined;

function pipeline(tool: string, is: RegExp): PipelineReader {
  return ({ text }) =>
    is.test(text) ? { kind: 'ci', what: `a pipeline of ${tool}`, form: 'pipeline' } : undefined;
}

const KEY = /^["'\w.&-]+\s*:/m;
const travis = pipeline('Travis CI', KEY);
const appveyor = pipeline('AppVeyor', KEY);
const azure = pipeline('Azure Pipelines', KEY);

/** By name, in lower case, with what is in such a file. */
export const PIPELINE_NAMES: ReadonlyMap<string, PipelineReader> = new Map([
  ['.gitlab-ci.yml', pipeline('GitLab', KEY)],
  ['.travis.yml', travis],
  ['appveyor.yml', appveyor],
  ['.appveyor.yml', appveyor],
  ['azure-pipelines.yml', azure],
  ['azure-pipelines.yaml', azure],
  ['bitbucket-pipelines.yml', pipeline('Bitbucket', KEY)],
  ['jenkinsfile', pipeline('Jenkins', /\b(?:pipeline|node|stage)\b/)],
  ['.drone.yml', pipeline('Drone', KEY)],
  ['.woodpecker.yml', pipeline('Woodpecker', KEY)],
  ['.cirrus.yml', pipeline('Cirrus CI', KEY)],
  ['.cirrus.star', pipeline('Cirrus CI', /\bdef main\b/)],
  ['cloudbuild.yaml', pipeline('Google Cloud Build', /^steps\s*:/m)],
  ['cloudbuild.yml', pipeline('Google Cloud Build', /^steps\s*:/m)],
  ['buildspec.yml', pipeline('AWS CodeBuild', /^phases\s*:/m)],
  ['buildspec.yaml', pipeline('AWS CodeBuild', /^phases\s*:/m)],
  ['wercker.yml', pipeline('Wercker', KEY)],
  ['circle.yml', pipeline('CircleCI', KEY)],
  ['.teamcity.yml', pipeline('TeamCity', KEY)],
]);

/** A file in the folder of a forge or of a pipeline's tool. */
export function pipelineFileOf(
  tool: string,
  form: CiFacts['form'],
  { size }: Beginning,
): CiFacts | undefined {
  if (size === 0) return undefined;
  return { kind: 'ci', what: form === 'pipeline' ? `a pipeline of ${tool}` : `a file for ${tool}`, form };
}
