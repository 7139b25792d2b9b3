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
const codeBuild = pipeline('AWS CodeBuild', /^phases\s*:/m);
const woodpecker = pipeline('Woodpecker', KEY);
const gitlab = pipeline('GitLab', KEY);
const jenkins = pipeline('Jenkins', /\b(?:pipeline|node|stage)\b/);
const cloudBuild = pipeline('Google Cloud Build', /^steps\s*:/m);
const zuul = pipeline('Zuul', /^- ?\s{0,8}(?:job|project|pipeline)\s*:/m);
const goCd = pipeline('GoCD', /^(?:pipelines|environments)\s*:/m);

/** Jobs with plans of what is fetched, done and put: nothing else has all three. */
const concourse: PipelineReader = ({ text }) =>
  /^resources\s*:/m.test(text) && /^jobs\s*:/m.test(text) && /^\s{0,8}(?:- )?plan\s*:/m.test(text)
    ? { kind: 'ci', what: 'a pipeline of Concourse', form: 'pipeline' }
    : undefined;

/** By name, in lower case, with what is in such a file. */
export const PIPELINE_NAMES: ReadonlyMap<string, PipelineReader> = new Map([
  ['.gitlab-ci.yml', gitlab],
  ['.travis.yml', travis],
  ['appveyor.yml', appveyor],
  ['.appveyor.yml', appveyor],
  ['azure-pipelines.yml', azure],
  ['azure-pipelines.yaml', azure],
  ['bitbucket-pipelines.yml', pipeline('Bitbucket', KEY)],
  ['jenkinsfile', jenkins],
  ['.drone.yml', pipeline('Drone', KEY)],
  ['.drone.star', pipeline('Drone', /\bdef main\b/)],
  ['.drone.jsonnet', pipeline('Drone', /\bkind\b/)],
  ['.woodpecker.yml', woodpecker],
  ['.woodpecker.yaml', woodpecker],
  ['.cirrus.yml', pipeline('Cirrus CI', KEY)],
  ['.cirrus.star', pipeline('Cirrus CI', /\bdef main\b/)],
  ['cloudbuild.yaml', cloudBuild],
  ['cloudbuild.yml', cloudBuild],
  ['cloudbuild.json', pipeline('Google Cloud Build', /"steps"\s*:/)],
  ['buildspec.yml', codeBuild],
  ['buildspec.yaml', codeBuild],
  ['appspec.yml', pipeline('AWS CodeDeploy', /^(?:os|Resources|hooks)\s*:/im)],
  ['wercker.yml', pipeline('Wercker', KEY)],
  ['circle.yml', pipeline('CircleCI', KEY)],
  ['.teamcity.yml', pipeline('TeamCity', KEY)],
  ['buildkite.yml', pipeline('Buildkite', /^steps\s*:/m)],
  ['codefresh.yml', pipeline('Codefresh', /^(?:steps|stages)\s*:/m)],
  ['bitrise.yml', pipeline('Bitrise', /^format_version\s*:/m)],
  ['codemagic.yaml', pipeline('Codemagic', /^workflows\s*:/m)],
  ['.build.yml', pipeline('SourceHut', /^(?:image|tasks)\s*:/m)],
  ['.zuul.yaml', zuul],
  ['zuul.yaml', zuul],
  ['.prow.yaml', pipeline('Prow', /^(?:presubmits|postsubmits|periodics)\s*:/m)],
  ['.gocd.yaml', goCd],
  ['screwdriver.yaml', pipeline('Screwdriver', /^jobs\s*:/m)],
  ['.scrutinizer.yml', pipeline('Scrutinizer', KEY)],
  ['codeship-services.yml', pipeline('CodeShip', KEY)],
  ['codeship-steps.yml', pipeline('CodeShip', /^- /m)],
  ['shippable.yml', pipeline('Shippable', KEY)],
  ['.vela.yml', pipeline('Vela', /^(?:steps|stages)\s*:/m)],
  ['.space.kts', pipeline('JetBrains Space', /\bjob\s*\(/)],
]);

/** By the beginning or the end of the name, where a project may have more than one. */
const MORE: readonly (readonly [RegExp, PipelineReader])[] = [
  [/^azure-pipelines?[-_.][\w.-]{1,80}\.ya?ml$/, azure],
  [/^\.gitlab-ci[-_.][\w.-]{1,80}\.ya?ml$/, gitlab],
  [/^buildspec[-_.][\w.-]{1,80}\.ya?ml$/, codeBuild],
  [/^cloudbuild[-_.][\w.-]{1,80}\.ya?ml$/, cloudBuild],
  [/^jenkinsfile[-_.][\w.-]{1,80}$/, jenkins],
  [/^(?:[\w.-]{0,80}[-_.])?(?:pipelines?|concourse)\.ya?ml$/, concourse],
  [/^[\w.-]{1,80}\.gocd\.ya?ml$/, goCd],
];

/** Who reads a file of such a name; undefined where that is no pipeline's. */
export function pipelineReader(name: string): PipelineReader | undefined {
  if (!name.endsWith('ml') && !name.startsWith('jenkinsfile')) return undefined;
  return MORE.find(([pattern]) => pattern.test(name))?.[1];
}

/** A file in the folder of a forge or of a pipeline's tool. */
export function pipelineFileOf(
  tool: string,
  form: CiFacts['form'],
  { size }: Beginning,
): CiFacts | undefined {
  if (size === 0) return undefined;
  return { kind: 'ci', what: form === 'pipeline' ? `a pipeline of ${tool}` : `a file for ${tool}`, form };
}
