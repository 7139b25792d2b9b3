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
