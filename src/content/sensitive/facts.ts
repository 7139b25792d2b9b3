/** What a file is that nobody means to publish: told by its name and its content together, or by its first bytes alone. */
export type SensitiveFacts =
  | EnvironmentFacts
  | CredentialsFacts
  | KeyFacts
  | HistoryFacts
  | AgentFacts
  | LitterFacts
  | LogFacts
  | DumpFacts
  | OwnPackageFacts
  | CiFacts
  | TestFacts
  | WeightsFacts;

/** A dotenv file. */
export interface EnvironmentFacts {
  readonly kind: 'environment';
  readonly variables: number;
  /** Variables with a value. */
  readonly filled: number;
  /** Values that are secrets by their name and look, or by their look alone. */
  readonly secrets: number;
  /** Its name says that it is there to be copied and filled in. */
  readonly example: boolean;
  /** It is only written like a dotenv file, and called otherwise. */
  readonly unnamed?: true;
}

/** A file in which a tool keeps its logins. */
export interface CredentialsFacts {
  readonly kind: 'credentials';
  /** With its article: "an npm configuration". */
  readonly what: string;
  /** The name of what it holds: "a registry token"; absent where only settings stand in it. */
  readonly holds?: string;
}

/** A private key, or a store of them, that is no PEM text. */
export interface KeyFacts {
  readonly kind: 'key';
  /** With its article. */
  readonly what: string;
  /** Private or secret keys in it, where they can be counted. */
  readonly keys?: number;
  /** The key that every Android SDK makes for itself. */
  readonly debug?: true;
}

/** A part of a version-control system's own records. */
export interface HistoryFacts {
  readonly kind: 'history';
  readonly system: string;
  /** The folder that holds the records; the file itself where it stands alone. */
  readonly root: string;
  readonly part: HistoryPart;
}

/** `object`: one version of one file; `pack`: many; `record`: what makes a folder a repository; `pointer`: only says where it is. */
export type HistoryPart = 'object' | 'pack' | 'record' | 'other' | 'pointer';

/** Instructions to, or configuration of, a coding agent. */
export interface AgentFacts {
  readonly kind: 'agent';
  /** With its article where it has one. */
  readonly what: string;
  readonly form: 'instructions' | 'servers' | 'prompt';
  /** The folder of the skill that the file is a part of. */
  readonly skill?: string;
}

export interface LitterFacts {
  readonly kind: 'litter';
  readonly what: string;
  readonly from: 'system' | 'editor' | 'backup';
}

export interface LogFacts {
  readonly kind: 'log';
  readonly what: string;
  /** `shell`: commands as somebody typed them; `unsure`: called a log, without looking like one. */
  readonly form: 'log' | 'shell' | 'unsure';
}

export interface DumpFacts {
  readonly kind: 'dump';
  readonly what: string;
  /** More about it, to be put in brackets. */
  readonly more?: string;
  /** `dump`: what a server held; `traffic`: a record of what went over a network; `schema`: tables without their rows; `people`: rows about people, in SQL of whatever origin. */
  readonly form: 'database' | 'dump' | 'traffic' | 'schema' | 'people';
}

/** The package.json of a package inside an archive. */
export interface OwnPackageFacts {
  readonly kind: 'packed';
  readonly name: string;
  readonly version: string;
}

export interface CiFacts {
  readonly kind: 'ci';
  readonly what: string;
  /** `community`: issue forms, funding, owners. */
  readonly form: 'pipeline' | 'community';
}

export interface TestFacts {
  readonly kind: 'test';
  /** `folder`: lies in a folder for tests and is none itself. */
  readonly form: 'test' | 'fixture' | 'folder';
  /** The folder for tests it lies in, ending in a slash; empty where it lies in none. */
  readonly root: string;
}

export interface WeightsFacts {
  readonly kind: 'weights';
  /** Name of the format. */
  readonly format: string;
  readonly tensors?: number;
  readonly parameters?: number;
  /** What the file says of itself: architecture, producer. */
  readonly says?: string;
  /** How many tensors it holds can be read by nothing but the program that runs it. */
  readonly sealed?: true;
  /** What it is of a model, where the rest of that is not there: "its index". */
  readonly part?: string;
  /** What it lies in and is told of in place of it: the archive that PyTorch writes, the folder of a Core ML package. */
  readonly whole?: string;
  /** Paths of files that hold its numbers, as far as it names them. */
  readonly parts?: readonly string[];
}

/** A file that is sensitive, in the words the rules need. */
export interface SensitiveFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly facts: SensitiveFacts;
  /** It is a template that a generator copies into new projects. */
  readonly template: boolean;
}

/** A version-control folder, as far as it is in the package. */
export interface Repository {
  readonly root: string;
  readonly system: string;
  /** The file that tells most surely what the folder is. */
  readonly path: string;
  readonly files: number;
  /** In bytes. */
  readonly size: number;
  readonly objects: number;
  readonly packs: number;
  /** There is only the note that tells where the folder is. */
  readonly pointer: boolean;
  /** Something in it is what the system writes; without that the folder is only called so. */
  readonly known: boolean;
}

/** Binary data of no kind that packgate knows. */
export interface OpaqueFacts {
  /** Of sampled bytes, in bits a byte; only where the file is large enough to tell. */
  readonly entropy?: number;
}

/** A file that is large by itself. */
export interface LargeFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly kind: 'code' | 'text' | 'binary' | 'archive' | 'executable' | 'empty';
  /** Set for binary data of no known kind. */
  readonly opaque?: OpaqueFacts;
}

/** What is sensitive in a package. */
export interface SensitiveContent {
  readonly files: readonly SensitiveFile[];
  readonly repositories: readonly Repository[];
  /** Files over a megabyte of which no other rule tells, largest first. */
  readonly large: readonly LargeFile[];
  /** Bytes of binary data of no known kind, and the number of files, by the folder they lie in. */
  readonly opaqueFolders: ReadonlyMap<string, OpaqueFolder>;
  /** Bytes of archives that lie in archives, by path. */
  readonly innerArchives: ReadonlyMap<string, number>;
}

export interface OpaqueFolder {
  readonly first: string;
  readonly files: number;
  /** In bytes. */
  readonly size: number;
}
