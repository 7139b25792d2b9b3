import { fileName } from '../file-name.ts';

/** What the folders of a path say of the files in them. */
export interface Place {
  /** In a dependency that is packed along: public already, or inspected where it is published. */
  readonly bundled: boolean;
  /** In a copy of somebody else's project, or in an example for readers: neither tells how this one is tested and released. */
  readonly foreign: boolean;
  /** In a folder that a generator copies into new projects. */
  readonly template: boolean;
  readonly within?: Within;
}

export type Within =
  | { readonly kind: 'history'; readonly system: string; readonly root: string }
  | { readonly kind: 'agent'; readonly tool: string }
  | { readonly kind: 'ci'; readonly tool: string; readonly form: 'pipeline' | 'community' }
  | { readonly kind: 'litter'; readonly what: string; readonly from: 'system' | 'editor' }
  /** `sure`: a name that nothing but tests has. */
  | { readonly kind: 'test'; readonly root: string; readonly sure: boolean };

const NOWHERE: Place = { bundled: false, foreign: false, template: false };

const HISTORY: ReadonlyMap<string, string> = new Map([
  ['.git', 'Git'],
  ['.svn', 'Subversion'],
  ['.hg', 'Mercurial'],
  ['.bzr', 'Bazaar'],
  ['.jj', 'Jujutsu'],
  ['.sl', 'Sapling'],
  ['_darcs', 'Darcs'],
  ['cvs', 'CVS'],
]);

const agent = (tool: string): Within => ({ kind: 'agent', tool });
const pipeline = (tool: string): Within => ({ kind: 'ci', tool, form: 'pipeline' });
const community = (tool: string): Within => ({ kind: 'ci', tool, form: 'community' });
const editor = (what: string): Within => ({ kind: 'litter', what, from: 'editor' });
const system = (what: string): Within => ({ kind: 'litter', what, from: 'system' });

/** Folders that are called as their tool is, in small letters behind a dot. */
function dotted(tools: string, of: (tool: string) => Within): [string, Within][] {
  return tools.split(' ').map((tool) => [`.${tool.toLowerCase()}`, of(tool)]);
}

/** Folders by name, in lower case. */
const FOLDERS: ReadonlyMap<string, Within> = new Map([
  ...dotted(
    'AI Amp Antigravity Augment Beads BMAD-Core Bolt Claude-Flow Cline CodeBuddy Codeium Codex Cody Conductor Continue Crush Cursor Devin Factory Firebender goose Grok Hive-Mind iFlow Jules Junie Kimi Kiro Letta Lingma Lovable Mentat Mux opencode OpenHands PearAI Phind Pi Plandex Qodo Qoder Repomix Rovodev Ruler Serena SpecStory Superdesign Swarm Tabby Tabnine Trae Void Warp Windsurf Zencoder',
    agent,
  ),
  ['.claude', agent('Claude Code')],
  ['.gemini', agent('Gemini CLI')],
  ['.clinerules', agent('Cline')],
  ['.roo', agent('Roo Code')],
  ['.amazonq', agent('Amazon Q')],
  ['.agents', agent('coding agents')],
  ['.qwen', agent('Qwen Code')],
  ['.agent', agent('coding agents')],
  ['.aiassistant', agent('JetBrains AI Assistant')],
  ['.copilot', agent('GitHub Copilot')],
  ['.idx', agent('Firebase Studio')],
  ['.kilocode', agent('Kilo Code')],
  ['.llm', agent('language models')],
  ['.specify', agent('Spec Kit')],
  ['.taskmaster', agent('Task Master')],
  ['.rules', agent('coding agents')],
  ['memory-bank', agent('the memory of coding agents')],
  ...dotted(
    'CircleCI Buildkite Semaphore Woodpecker TeamCity Codefresh Depot Harness Tekton Agola',
    pipeline,
  ),
  ['.azure-pipelines', pipeline('Azure Pipelines')],
  ['.builds', pipeline('SourceHut')],
  ['bamboo-specs', pipeline('Bamboo')],
  ['zuul.d', pipeline('Zuul')],
  ['.gitlab', community('GitLab')],
  ['.github', community('GitHub')],
  ['.forgejo', community('Forgejo')],
  ['.gitea', community('Gitea')],
  ['.idea', editor('JetBrains project settings')],
  ['.vscode', editor('Visual Studio Code settings')],
  ['.vs', editor('Visual Studio settings')],
  ['.fleet', editor('Fleet settings')],
  ['.zed', editor('Zed settings')],
  ['xcuserdata', editor('what Xcode keeps of a user')],
  ['.history', editor('earlier versions that an editor kept')],
  ['.settings', editor('Eclipse project settings')],
  ['.metals', editor('what Metals keeps of a project')],
  ['.bloop', editor('what Bloop keeps of a project')],
  ['nbproject', editor('NetBeans project settings')],
  ['.ropeproject', editor('what Rope keeps of a project')],
  ['.spyproject', editor('what Spyder keeps of a project')],
  ...dotted(
    'Vercel Netlify Firebase Serverless SST Amplify AWS-SAM Terraform Pulumi direnv kube AWS Azure SSH GnuPG Wrangler',
    (tool) => editor(`what ${tool} keeps for itself`),
  ),
  ['cdk.out', editor('what the CDK of AWS makes for a deployment')],
  ['__macosx', system('what the Finder of macOS keeps for itself')],
  ['.appledouble', system('what macOS knows of other files')],
  ['$recycle.bin', system('the trash of Windows')],
  ['.trashes', system('the trash of macOS')],
  ['.spotlight-v100', system('the search index of macOS')],
  ['.fseventsd', system('a log of the file system of macOS')],
]);

/** Under a forge's own folder: what runs there, and what agents read. */
const OF_FORGE: ReadonlyMap<string, Within['kind']> = new Map([
  ['workflows', 'ci'],
  ['actions', 'ci'],
  ['ci', 'ci'],
  ['instructions', 'agent'],
  ['prompts', 'agent'],
  ['chatmodes', 'agent'],
  ['agents', 'agent'],
]);

/** Right in a folder behind a dot, whatever agent that is called after: there are new ones each month, and they all read these. */
const OF_AGENTS: ReadonlySet<string> = new Set([
  'rules',
  'steering',
  'skills',
  'agents',
  'subagents',
  'microagents',
  'prompts',
  'instructions',
  'memories',
  'chatmodes',
]);
/** Whom they are told to belong to. */
export const SOME_AGENT = 'coding agents';
const OF_SOME_AGENT = agent(SOME_AGENT);

/** Names of folders for tests: true where nothing else is called so. */
const TESTS: ReadonlyMap<string, boolean> = new Map([
  ['__tests__', true],
  ['__test__', true],
  ['__mocks__', true],
  ['__snapshots__', true],
  ['__fixtures__', true],
  ['__specs__', true],
  ['test', false],
  ['tests', false],
  ['spec', false],
  ['specs', false],
  ['e2e', false],
  ['cypress', false],
  ['playwright-report', true],
  ['test-results', true],
  ['allure-results', true],
  ['allure-report', true],
]);

const TEMPLATE =
  /(?:^|[-_.])(?:templates?|boilerplates?|scaffold(?:s|ing)?|skeletons?|starters?|blueprints?)(?=[-_.]|$)/;

const FOREIGN =
  /^(?:vendor(?:ed)?|third[-_]?party|externals?|deps|(?:examples?|samples?)(?:[-_](?:apps?|projects?))?)$/;

/** As many folders as are remembered. */
const KEPT = 4096;
const known = new Map<string, Place>();
let lastFolder = '';
let lastPlace = NOWHERE;

/**
 * Looks at the folders of a path. Files of one folder mostly come one after another, so that this is a comparison for most.
 *
 * @param path in the package; `outer.zip!/inner.js` inside an archive
 */
export function placeOfFile(path: string): Place {
  const { at } = fileName(path);
  if (at === lastFolder.length && path.startsWith(lastFolder)) return lastPlace;
  const folder = path.slice(0, at);
  let place = known.get(folder);
  if (place === undefined) {
    place = read(folder);
    if (known.size >= KEPT) known.clear();
    known.set(folder, place);
  }
  lastFolder = folder;
  lastPlace = place;
  return place;
}

function read(folder: string): Place {
  let bundled = false;
  let foreign = false;
  let template = false;
  let within: Within | undefined;
  let before = '';
  let start = 0;
  for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', start)) {
    const isCvs = folder.startsWith('CVS', start);
    const name = folder.slice(start, end).toLowerCase();
    start = end + 1;
    if (name === 'node_modules') bundled ||= within?.kind !== 'test';
    foreign ||= within === undefined && FOREIGN.test(name);
    const history = HISTORY.get(name);
    if (history !== undefined && (name !== 'cvs' || isCvs)) {
      within = { kind: 'history', system: history, root: folder.slice(0, end) };
      break;
    }
    within = narrower(within, before, name, folder.slice(0, end + 1));
    template ||=
      within === undefined &&
      (TEMPLATE.test(name) || (name === 'files' && /^(?:schematics|generators)$/.test(before)));
    // Of `schematics/component/files` the name in the middle is free.
    if (before !== 'schematics' && before !== 'generators') before = name;
    else if (name === 'files') before = name;
  }
  if (!bundled && !foreign && !template && within === undefined) return NOWHERE;
  return { bundled, foreign, template, ...(within !== undefined && { within }) };
}

/** A folder inside one for tests may say more; any other says all already. */
function narrower(
  within: Within | undefined,
  before: string,
  name: string,
  root: string,
): Within | undefined {
  if (within !== undefined && within.kind !== 'test') {
    if (within.kind !== 'ci' || within.form !== 'community' || FOLDERS.get(before) !== within) return within;
    const inside = OF_FORGE.get(name);
    if (inside === 'ci') return pipeline(within.tool);
    return inside === 'agent' ? agent(`agents on ${within.tool}`) : within;
  }
  const found =
    FOLDERS.get(name) ?? (before.charCodeAt(0) === 0x2e && OF_AGENTS.has(name) ? OF_SOME_AGENT : undefined);
  if (found !== undefined) return found;
  const sure = TESTS.get(name);
  if (sure === undefined || within?.sure || (within !== undefined && !sure)) return within;
  return { kind: 'test', root, sure };
}
