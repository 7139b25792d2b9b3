import type { Beginning } from './beginning.ts';
import { type CredentialsReader, file } from './credentials-reader.ts';
import type { CredentialsFacts } from './facts.ts';
import { isPlaceholder } from './random.ts';

const kube = file(
  'a kubeconfig',
  'the login of a cluster',
  /^[ \t-]*(?:token|client-key-data|password|id-token|refresh-token)[ \t]*:[ \t]*["']?([^"'\s]+)/gm,
  /^(?:clusters|current-context):/m,
);
/** A file that is called a kubeconfig. */
export function readKubeconfig(beginning: Beginning): CredentialsFacts | undefined {
  return kube(beginning);
}

/** Under any name that YAML may have: what says that it is one, with a login. */
const kubeLogin: CredentialsReader = (beginning) => {
  const isOne = /^kind:[ \t]*Config[ \t]*$/m.test(beginning.text) && /^users:/m.test(beginning.text);
  const facts = isOne ? kube(beginning) : undefined;
  return facts?.holds === undefined ? undefined : facts;
};
/** A value under `data:` or `stringData:` of a manifest. */
const MANIFEST_VALUE = /^[ \t]+[\w.-]{1,253}:[ \t]*["']?([^\s"'#|>{][^\r\n"']{3,4000})/gm;
/** A secret of Kubernetes that is written down: with values, and not one that is sealed or filled in by a template. */
const kubeSecret: CredentialsReader = ({ text }) => {
  for (const document of text.split(/^---.*$/m)) {
    if (!/^kind:[ \t]*["']?Secret["']?[ \t]*$/m.test(document)) continue;
    for (const section of document.split(/^(?=\S)/m)) {
      if (!/^(?:data|stringData):/.test(section)) continue;
      const isPlain = section.startsWith('stringData');
      for (const [, value = ''] of section.matchAll(MANIFEST_VALUE)) {
        const real = isPlain ? value.trim() : Buffer.from(value, 'base64').toString('latin1').trim();
        if (real.length >= 6 && !/\{\{|\$\{|<[\w -]+>/.test(value) && !isPlaceholder(real))
          return { kind: 'credentials', what: 'a secret of Kubernetes', holds: 'its values' };
      }
    }
  }
  return undefined;
};
/** The same two as JSON. */
export function readKubeJson({ text }: Beginning): CredentialsFacts | undefined {
  const kind = /"kind"\s{0,9}:\s{0,9}"(Config|Secret)"/.exec(text)?.[1];
  if (kind === 'Config') {
    const login = /"(?:token|client-key-data|password|id-token|refresh-token)"\s{0,9}:\s{0,9}"([^"]{6,})"/g;
    for (const [, value = ''] of text.matchAll(login))
      if (!isPlaceholder(value))
        return { kind: 'credentials', what: 'a kubeconfig', holds: 'the login of a cluster' };
  }
  if (kind !== 'Secret') return undefined;
  for (const [, name, values = ''] of text.matchAll(
    /"(data|stringData)"\s{0,9}:\s{0,9}\{([^{}]{0,60000})\}/g,
  ))
    for (const [, value = ''] of values.matchAll(/:\s{0,9}"([^"]{4,})"/g)) {
      const real = name === 'data' ? Buffer.from(value, 'base64').toString('latin1').trim() : value;
      if (real.length >= 6 && !isPlaceholder(real))
        return { kind: 'credentials', what: 'a secret of Kubernetes', holds: 'its values' };
    }
  return undefined;
}
/** A kubeconfig with a login, or a secret written down. */
export function readKubeFile(beginning: Beginning): CredentialsFacts | undefined {
  return kubeLogin(beginning) ?? kubeSecret(beginning);
}
