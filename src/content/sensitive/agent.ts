import type { Beginning } from './beginning.ts';
import type { AgentFacts } from './facts.ts';
import { SOME_AGENT } from './place.ts';

type AgentReader = (file: Beginning) => AgentFacts | undefined;

function instructions(what: string): AgentReader {
  return ({ text }) => (text.trim() === '' ? undefined : { kind: 'agent', what, form: 'instructions' });
}

/** Where pages are named after what they describe: a class `Agent`, a model called Gemini. */
const PAGES =
  /(?:^|\/)(?:docs?|documentation|api|apis|reference|guides?|website|site|content|pages|wiki|blog)\//i;

/** Instructions in a file whose name, in small letters, is that of a page of documentation as well. Agents look for the capital letters. */
function instructionsOrPage(what: string): AgentReader {
  const read = instructions(what);
  return (file) => {
    const written = file.path.slice(file.path.lastIndexOf('/') + 1);
    const isPage = PAGES.test(file.path) && written !== `${written.slice(0, -3).toUpperCase()}.md`;
    return isPage ? undefined : read(file);
  };
}

/** Which programs an agent may start, and with what in their environment. */
const servers: AgentReader = ({ text }) =>
  /"(?:mcpServers|servers|context_servers)"\s*:\s*\{\s*"/.test(text)
    ? { kind: 'agent', what: 'a configuration of MCP servers', form: 'servers' }
    : undefined;

/** The first of them, and how one is started or reached: a schema of such a file says neither. */
const SERVER = /^\s{0,9}\{\s{0,9}"mcpServers"\s{0,9}:\s{0,9}\{\s{0,40}"[^"\n]{1,80}"\s{0,9}:\s{0,9}\{/;
const REACHED = /"(?:command|url|httpUrl|serverUrl)"\s{0,9}:\s{0,9}"/;

/** The same in a file of another name. */
export function readServers(file: Beginning): AgentFacts | undefined {
  return SERVER.test(file.text) && REACHED.test(file.text) ? servers(file) : undefined;
}

/** Instructions under a name that is a word of other meanings, too: agents look for it in capital letters. */
function instructionsInCapitals(what: string): AgentReader {
  const read = instructions(what);
  return (file) => {
    const written = file.path.slice(file.path.lastIndexOf('/') + 1, -3);
    return written === written.toUpperCase() ? read(file) : undefined;
  };
}

/** What opencode is set to: its servers, agents, commands. https://opencode.ai/docs/config */
const opencode: AgentReader = ({ text }) =>
  /"\$schema"\s*:\s*"https:\/\/opencode\.ai|"(?:mcp|agent|instructions)"\s*:\s*[[{]/.test(text)
    ? { kind: 'agent', what: 'settings of opencode', form: 'servers' }
    : undefined;
/** What Crush is set to. */
const crush: AgentReader = ({ text }) =>
  /"\$schema"\s*:\s*"https:\/\/charm\.land\/crush|"(?:mcp|lsp|providers|permissions)"\s*:\s*\{/.test(text)
    ? { kind: 'agent', what: 'settings of Crush', form: 'servers' }
    : undefined;
/** What Claude Code notes of a user: projects, servers, what was typed. */
const claudeState: AgentReader = ({ text }) =>
  /"(?:mcpServers|projects|oauthAccount|userID)"\s*:/.test(text)
    ? { kind: 'agent', what: 'the state of Claude Code', form: 'servers' }
    : undefined;
const ignored = instructions('the list of files that an agent may not read');

/** By name, in lower case. `llms.txt` and skills are written for those who install a package, and are not meant. */
export const AGENT_NAMES: ReadonlyMap<string, AgentReader> = new Map([
  ['claude.md', instructionsOrPage('instructions for Claude Code')],
  ['claude.local.md', instructions('instructions for Claude Code')],
  ['agents.md', instructionsOrPage('instructions for coding agents')],
  ['agents.override.md', instructions('instructions for coding agents')],
  ['agent.md', instructionsOrPage('instructions for coding agents')],
  ['gemini.md', instructionsOrPage('instructions for Gemini CLI')],
  ['qwen.md', instructionsOrPage('instructions for Qwen Code')],
  ['copilot-instructions.md', instructions('instructions for GitHub Copilot')],
  ['.cursorrules', instructions('instructions for Cursor')],
  ['.windsurfrules', instructions('instructions for Windsurf')],
  ['.clinerules', instructions('instructions for Cline')],
  ['.roorules', instructions('instructions for Roo Code')],
  ['.roomodes', instructions('instructions for Roo Code')],
  ['.goosehints', instructions('instructions for goose')],
  ['.aider.conf.yml', instructions('settings of aider')],
  ['.mcp.json', servers],
  ['mcp.json', servers],
  ['mcp_config.json', servers],
  ['mcp_settings.json', servers],
  ['cline_mcp_settings.json', servers],
  ['claude_desktop_config.json', servers],
  ['.claude.json', claudeState],
  ['opencode.json', opencode],
  ['opencode.jsonc', opencode],
  ['firebender.json', instructions('instructions for Firebender')],
  ['warp.md', instructionsInCapitals('instructions for Warp')],
  ['crush.md', instructionsInCapitals('instructions for Crush')],
  ['codex.md', instructionsInCapitals('instructions for Codex')],
  ['agents.local.md', instructions('instructions for coding agents')],
  ['claude.override.md', instructions('instructions for Claude Code')],
  ['gemini.local.md', instructions('instructions for Gemini CLI')],
  ['opencode.md', instructionsOrPage('instructions for opencode')],
  ['grok.md', instructionsInCapitals('instructions for Grok')],
  ['iflow.md', instructionsInCapitals('instructions for iFlow')],
  ['kimi.md', instructionsInCapitals('instructions for Kimi')],
  ['kiro.md', instructionsInCapitals('instructions for Kiro')],
  ['.aider.conventions.md', instructions('instructions for aider')],
  ['.aider.model.settings.yml', instructions('settings of aider')],
  ['.aider.model.metadata.json', instructions('settings of aider')],
  ['copilot.md', instructionsInCapitals('instructions for GitHub Copilot')],
  ['devin.md', instructionsInCapitals('instructions for Devin')],
  ['jules.md', instructionsInCapitals('instructions for Jules')],
  ['replit.md', instructionsOrPage('instructions for Replit')],
  ['.builderrules', instructions('instructions for Builder')],
  ['.voidrules', instructions('instructions for Void')],
  ['.rules', instructions('instructions for coding agents')],
  ['.kilocodemodes', instructions('instructions for Kilo Code')],
  ['.augment-guidelines', instructions('instructions for Augment')],
  ['crush.json', crush],
  ['.crush.json', crush],
  ['.coderabbit.yaml', instructions('settings of CodeRabbit')],
  ['.coderabbit.yml', instructions('settings of CodeRabbit')],
  ['.sourcery.yaml', instructions('settings of Sourcery')],
  ['.replit', instructions('settings of Replit')],
  ['repomix.config.json', instructions('settings of Repomix')],
  ['.cursorignore', ignored],
  ['.aiexclude', ignored],
  ['.aiignore', ignored],
  ['.augmentignore', ignored],
  ['.clineignore', ignored],
  ['.continueignore', ignored],
  ['.rooignore', ignored],
  ['.traeignore', ignored],
  ['.cursorindexingignore', ignored],
  ['.claudeignore', ignored],
  ['.aiderignore', ignored],
  ['.codeiumignore', ignored],
  ['.geminiignore', ignored],
]);

/** https://agentskills.io/specification: a folder for each skill, with a `SKILL.md` and what that refers to. */
const SKILL = /^(?:.*\/)?\.[^/]+\/skills\/[^/]+(?=\/)/;

/** Linters and such have rules in folders of their own, too, and of these only what tells of them is written in words. */
const WORDS = /(?:^|\/)(?!(?:readme|changelog)\.)[^/]+\.(?:mdc?|mdx|markdown|txt)$/i;

/** A file in an agent's own folder; what is no text there is a picture or a cache. */
export function agentFileOf(tool: string, { path, text, bytes }: Beginning): AgentFacts | undefined {
  if (bytes.includes(0) || text.trim() === '') return undefined;
  const skill = SKILL.exec(path)?.[0];
  if (skill === undefined && tool === SOME_AGENT && !WORDS.test(path)) return undefined;
  if (skill !== undefined) return { kind: 'agent', what: `a skill for ${tool}`, form: 'instructions', skill };
  return { kind: 'agent', what: `instructions or settings for ${tool}`, form: 'instructions' };
}

/** `a.instructions.md`, as Visual Studio Code calls what it reads. https://code.visualstudio.com/docs/copilot/customization */
export function isInstructionsName(name: string): boolean {
  return /\.(?:instructions|chatmode|agent)\.md$/.test(name);
}

/** Front matter of rules: when they are to be read, or what the agent may do. */
const FRONT_MATTER =
  /^---\n(?:[^\n]{0,400}\n){0,12}?(?:alwaysApply|applyTo|trigger|inclusion|tools|mode|model|handoffs): *\S/;

/** A file for agents by its name that says in its front matter what it is for. Some are written for whoever installs the package. */
export function readInstructions({ text }: Beginning): AgentFacts | undefined {
  return FRONT_MATTER.test(text)
    ? { kind: 'agent', what: 'instructions for GitHub Copilot', form: 'prompt' }
    : undefined;
}

/** What an agent wrote for itself, or of what it was told, by its first lines. */
export function readTold({ text }: Beginning): AgentFacts | undefined {
  const chat = /^(?:# aider chat started at|_Exported on [^\n]{5,80} from Cursor)/m.test(text.slice(0, 600));
  return {
    kind: 'agent',
    what: chat
      ? 'a session of a coding agent: what was asked, read and run'
      : 'instructions for coding agents',
    form: chat ? 'instructions' : 'prompt',
  };
}

const PROMPT_TEXT = /^(?:md|mdc|mdx|txt|prompt|prompty|poml|jinja2?|j2|hbs|mustache|liquid|ya?ml|tmpl|tpl)$/;

/** `system-prompt.md`, `review.prompt.yml`, `prompts/review.txt`. */
export function isPromptName(path: string, name: string, extension: string): boolean {
  if (!PROMPT_TEXT.test(extension)) return false;
  return (
    /^(?:prompty?|poml)$/.test(extension) ||
    /(?:^|[-_.])(?:system|sys)?[-_.]?prompts?[-_.]/.test(name) ||
    /(?:^|\/)prompts?\/[^/]+$/i.test(path)
  );
}

/** Examples in documentation: blocks of code in a language that is named. */
const CODE_BLOCK =
  /^[ \t]*```[ \t]*(?:[jt]sx?|mjs|typescript|javascript|python|py|json[c5]?|ya?ml|bash|sh|shell|go|rust|java|kotlin|swift|ruby|php|csharp|cs|html|vue|svelte)\b[^\n]*\n[\s\S]*?(?:^[ \t]*```|$(?![\s\S]))/gm;

/** What is said to a model, by how such texts speak. */
export function readPrompt({ text }: Beginning): AgentFacts | undefined {
  const begins = text.slice(0, 4096).replace(CODE_BLOCK, '');
  const speaks =
    /(?:^|[\n"'>|#:]\s{0,8})(?:You are (?:an?|the|now|acting)\b|Act as (?:an?|the)\b|You['’]re an? |Your (?:task|job|role|goal) is\b|As an? (?:AI|expert|assistant)\b)/i;
  return speaks.test(begins)
    ? { kind: 'agent', what: 'a prompt for a language model', form: 'prompt' }
    : undefined;
}
