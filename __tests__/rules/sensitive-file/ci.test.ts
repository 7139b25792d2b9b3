import { rule } from '../../../src/rules/sensitive-file/ci.ts';
import { testCases } from './sensitive.ts';

const yaml = 'on: push\njobs: {}\n';

testCases(rule, {
  pipelines: [
    {
      '.github/workflows/release.yml': yaml,
      '.github/actions/a/action.yml': yaml,
      '.gitlab-ci.yml': yaml,
      '.circleci/config.yml': yaml,
      Jenkinsfile: 'pipeline { agent any }\n',
      'azure-pipelines.yml': yaml,
      '.travis.yml': 'language: node_js\n',
      'buildspec.yml': 'version: 0.2\nphases:\n',
    },
    [
      '.github/workflows/release.yml',
      '.github/actions/a/action.yml',
      '.gitlab-ci.yml',
      '.circleci/config.yml',
      'Jenkinsfile',
      'azure-pipelines.yml',
      '.travis.yml',
      'buildspec.yml',
    ],
  ],
  'pipelines of others, by names of many kinds': [
    {
      'a/azure-pipelines-release.yml': 'trigger:\n- main\n',
      'b/Jenkinsfile.release': 'pipeline { agent any }\n',
      'c/.drone.star': 'def main(ctx):\n',
      'd/cloudbuild.json': '{"steps":[{"name":"gcr.io/a"}]}',
      'e/buildspec-prod.yml': 'version: 0.2\nphases:\n',
      'f/bitrise.yml': 'format_version: 11\nworkflows:\n',
      'g/ci/pipeline.yml': 'resources:\n- name: a\njobs:\n- name: b\n  plan:\n  - get: a\n',
      'h/.builds/a.yml': 'image: alpine\ntasks:\n',
      'i/.tekton/a.yaml': 'apiVersion: tekton.dev/v1\nkind: PipelineRun\n',
      'j/all.gocd.yaml': 'format_version: 3\npipelines:\n',
    },
    [
      'a/azure-pipelines-release.yml',
      'b/Jenkinsfile.release',
      'c/.drone.star',
      'd/cloudbuild.json',
      'e/buildspec-prod.yml',
      'f/bitrise.yml',
      'g/ci/pipeline.yml',
      'h/.builds/a.yml',
      'i/.tekton/a.yaml',
      'j/all.gocd.yaml',
    ],
  ],
  'files of the product that are called like one': [
    {
      'lib/pipeline.yml': 'steps:\n- tokenize\n',
      'lib/data.pipeline.yaml': 'jobs: 3\nresources: 4\n',
      'lib/codefresh.yml': 'name: a\n',
      'lib/buildspec-a.yml': 'a: b\n',
      'lib/.build.yml': 'a: b\n',
    },
    [],
  ],
  'what else forges read': [
    { '.github/FUNDING.yml': 'github: a\n', '.github/ISSUE_TEMPLATE/bug.md': 'a' },
    ['.github/FUNDING.yml community', '.github/ISSUE_TEMPLATE/bug.md community'],
  ],
  "somebody else's, in a copy of their project": [
    { 'vendor/re/.github/workflows/a.yml': yaml, 'third_party/b/.travis.yml': yaml },
    ['vendor/re/.github/workflows/a.yml community', 'third_party/b/.travis.yml community'],
  ],
  'what a generator copies': [
    { 'templates/app/.github/workflows/ci.yml': yaml },
    ['templates/app/.github/workflows/ci.yml template'],
  ],

  'files that are only called so': [
    { '.travis.yml': '', Jenkinsfile: 'a note\n', 'buildspec.yml': 'a: b\n', 'cloudbuild.yaml': 'a: b\n' },
    [],
  ],
  'code about pipelines': [
    { 'lib/travis.js': yaml, 'github/workflows/a.yml': yaml, 'circleci.md': yaml },
    [],
  ],
  'a dependency that is packed along': [
    { 'node_modules/a/.travis.yml': yaml, 'node_modules/a/.github/workflows/a.yml': yaml },
    [],
  ],
});
