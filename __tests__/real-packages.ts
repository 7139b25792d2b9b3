import { basename } from 'node:path';
import { downloaded } from './tools/install.ts';

/** A published package, pinned to its bytes. */
export interface RealPackage {
  readonly spec: string;
  /** Of the tarball, as npm writes integrities. */
  readonly integrity: string;
  /** Why it is here. */
  readonly about: string;
}

export const REAL_PACKAGES: readonly RealPackage[] = [
  {
    spec: 'tsx@4.23.15',
    integrity:
      'sha512-Yiex1Ovn8z2xPpOWckIiysV1SSyRMY9BkLF++q0yKiDxCqRhosKfMg3janKkiLBwZ5c/YryloKwGZcrEmtwxKw==',
    about:
      'a clean minified command-line tool whose code builds inline maps, so it holds the comment as a string',
  },
  {
    spec: '@sindresorhus/is@7.1.0',
    integrity:
      'sha512-7F/yz2IphV39hiS2zB4QYVkivrptHHh0K8qJJd9HhuWSdvf8AN7NpebW3CcDZDBQsUPMoDKWsY2WWgW7bqOcfA==',
    about: 'a scoped package of a few readable files',
  },
  {
    spec: 'husky@9.1.7',
    integrity:
      'sha512-5gs5ytaNjBrh5Ow3zrvdUUY+0VxIuWVL4i9irt6friV+BqdCfmV11CQTWMiBYWHbXhco+J1kHfTOUkePhCDvMA==',
    about: 'a tiny hand-written tool',
  },
  {
    spec: 'bootstrap@5.3.8',
    integrity:
      'sha512-HP1SZDqaLDPwsNiqRqi5NcP0SSXciX2s9E+RyqJIIqGo+vJeN5AJVM98CXmW/Wux0nQ5L7jeWUdplCEf0Ee+tg==',
    about: 'CSS and JavaScript, readable and minified, with maps and Sass sources beside them',
  },
  {
    spec: 'normalize.css@8.0.1',
    integrity:
      'sha512-qizSNPO93t1YUuUhP22btGOo3chcvDFqFaj2TRybP0DMxkHOCTYwp3n34fel4a31ORXy4m1Xq0Gyqpb5m33qIg==',
    about: 'one readable style sheet',
  },
  {
    spec: 'animate.css@4.1.1',
    integrity:
      'sha512-+mRmCTv6SbCmtYJCN4faJMNFVNN5EuCTTprDTAo7YzIGji2KADmakjVA3+8mVDkZ2Bf09vayB35lSQIex2+QaQ==',
    about: 'a hundred style sheets, one of them minified',
  },
  {
    spec: 'zod@4.6.7',
    integrity:
      'sha512-g8W2D2kU6a8untc053fX1uVBKzM7yqAxW/3zwk83+6RyF2+SKOuV+c0wBDhUwzV1PaGapmZH+rmcUzPf+3CGwg==',
    about: 'TypeScript sources shipped on purpose',
  },
  {
    spec: 'rxjs@7.8.2',
    integrity:
      'sha512-dhKf903U/PQZY6boNNtAGdWbG85WAbjT/1xYoZIC7FAY0yWapOBQVsVrDl58W86//e1VpMNBtRV4MaXfdMySFA==',
    about: '2,277 files: sources, declaration maps, maps with and without content',
  },
  {
    spec: 'magic-string@0.30.21',
    integrity:
      'sha512-vd2F4YUyEXKGcLHoq+TEyCjxueSeHnFxyyjNp80yg0XV4vUhnDer/lvvlqM/arB5bXQN5K2/3oinyCRyx8T2CQ==',
    about: 'maps with content beside readable bundles',
  },
  {
    spec: 'preact@10.27.2',
    integrity:
      'sha512-5SYSgFKSyhCbk6SrXyMpqjb5+MQBgfvEKE/OC+PujcY34sOpqtr+0AZQtPYx5IA6VxynQ7rUPCtKzyovpj9Bpg==',
    about: 'mangled bundles with maps, and sources',
  },
  {
    spec: 'cosmiconfig@9.0.0',
    integrity:
      'sha512-itvL5h8RETACmOTFc4UfIyB2RfEHi71Ax6E/PivVxq9NseKbOWpeyHEOIbmAw1rs8Ak0VursQNww7lf7YtUwzg==',
    about: 'declaration maps',
  },
  {
    spec: 'svelte@5.41.0',
    integrity:
      'sha512-mP3vFFv5OUM5JN189+nJVW74kQ1dGqUrXTEzvCEVZqessY0GxZDls1nWVvt4Sxyv2USfQvAZO68VRaeIZvpzKg==',
    about: 'one declaration map, laid out over lines, among JavaScript sources',
  },
  {
    spec: 'postcss@6.0.23',
    integrity:
      'sha512-soOk1h6J3VMTZtVeVpv15/Hpdl2cBLX3CAw4TAbkpTJiNPk9YP/zWcD1ND+xEtvyuuvKzbxliTOIyvkSeSJ6ag==',
    about: 'an inline map left in every module',
  },
  {
    spec: '@mui/icons-material@7.3.4',
    integrity:
      'sha512-9n6Xcq7molXWYb680N2Qx+FRW8oT6j/LXF5PZFH3ph9X/Rct0B/BlLAsFI7iL9ySI6LVLuQIVtrLiPT82R7OZw==',
    about: '43,103 small files',
  },
  {
    spec: '@types/node@24.0.0',
    integrity:
      'sha512-yZQa2zm87aRVcqDyH5+4Hv9KYgSdgwX1rFnGvpbzMaC7YAljmhBET93TPiTd3ObwTL+gSpIzPKg5BqVxdCvxKg==',
    about: 'the root folder is node/, with folder entries',
  },
  {
    spec: 'fsevents@2.3.3',
    integrity:
      'sha512-5xoDfX+fL7faATnagmWPpbFtwh/R77WmMMqqHGS65C3vvB0YHrgF+B1YmZ3441tMj5n63k0212XNoJwzlhffQw==',
    about: 'a native addon',
  },
  {
    spec: 'vscode-oniguruma@2.0.1',
    integrity:
      'sha512-poJU8iHIWnC3vgphJnrLZyI3YdqRlR27xzqDmpPXYzA93R4Gk8z7T6oqDzDoHjoikA2aS82crdXFkjELCdJsjQ==',
    about: 'WebAssembly',
  },
  {
    spec: 'sql.js@1.16.0',
    integrity:
      'sha512-q/JOZuJfmVh8Zf8Eo+cMJvtxAWeWBqTfJ6AQYGXZmcaLGHMwhA2niH3fQYHrBtPeOss1ttzHec07K5+rHaMRMw==',
    about: 'zip archives inside, WebAssembly, bundles with data inline',
  },
  {
    spec: 'typescript@5.9.3',
    integrity:
      'sha512-jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw==',
    about: 'nine megabytes of readable JavaScript in one file',
  },
  {
    spec: 'react-dom@19.2.0',
    integrity:
      'sha512-UlbRu4cAiGaIewkPyiRGJk0imDN2T3JjieT6spoL2UeSf5od4n5LB/mQ4ejmxhCFT1tYe8IvaFulzynWovsEFQ==',
    about: 'readable bundles, no maps',
  },
  {
    spec: 'dayjs@1.11.18',
    integrity:
      'sha512-zFBQ7WFRvVRhKcWoUh+ZA1g2HVgUbsZm9sbddh8EC5iv93sui8DVVz1Npvz+r6meo9VKfa8NyLWBsQK1VvIKPA==',
    about:
      '180 minified plugins and locales of one short line each, with a readable twin of each beside them',
  },
  {
    spec: '@highlightjs/cdn-assets@11.11.1',
    integrity:
      'sha512-VEPdHzwelZ12hEX18BHduqxMZGolcUsrbeokHYxOUIm8X2+M7nx5QPtPeQgRxR9XjhdLv4/7DD5BWOlSrJ3k7Q==',
    about:
      '387 minified scripts and 256 minified style sheets broken into short lines, with readable twins of the style sheets',
  },
];

/** Downloads a package unless its very bytes are there already, and gives back the tarball's file name in PACKAGES. */
export function download({ spec, integrity }: RealPackage): string {
  return basename(downloaded(spec, integrity));
}
