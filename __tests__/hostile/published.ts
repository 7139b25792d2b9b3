import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, fetched, once } from '../tools/install.ts';

/** Packages of all ages and packers, 2010 to 2026, with the sha512 of the archive that the registry gives for each. */
export const PUBLISHED: readonly (readonly [spec: string, sha512: string])[] = [
  [
    '@angular/core@2.0.0',
    'Q9v9+ZLjbwZg42AjPKV81nFJxk0Podj6j1Dm81ZuU5XnQoL+wCc124M4g5SdVrbGsSD4dYVYWbEUu+2UmS1dkg==',
  ],
  [
    '@babel/core@7.0.0',
    'nrvxS5u6QUN5gLl1GEakIcmOeoUHT1/gQtdMRq18WFURJ5osn4ppJLVSseMQo4zVWKJfBTF4muIYijXUnKlRLQ==',
  ],
  [
    '@types/node@20.19.43',
    '6oYBAi5ikg4Pl+kGsoYtawUMBT2zZMCvPNF7pVLnHZfd1zf38DRiWn/gT01RYCdUqkv7Fhr+C9ot4/tb+2sVvA==',
  ],
  [
    '@types/react@15.0.0',
    'z+u77B9h40wuP9PHVbGNjYDfgQ5An4dqpjqBpD4ykwj02flw4zKeUhP9OvZX3ihBmwFoJh1kBQekfi/OnUyVSQ==',
  ],
  [
    'abbrev@1.0.4',
    'xoV1ALZYWdMEsoOSazVe4J2/0Tim1ZPKvz2xvmpxjpErBkF5o7VQWivVr8VxlAhOdesjvKHKm62l0gNEeL4+2A==',
  ],
  ['async@0.1.0', '9PGyP+84rspwZmkJxk/atgNCOO5LkZ+q1MQTg0SbI5tgkVjHM4iT3M/nzn40wkwAAXfqYMqEKyFnTGdLloG3CA=='],
  [
    'backbone@0.3.3',
    'AHU5Yi/5WbCZQOaiXFEf+NVzZ3tbuyMsQbUHBefVHTUgHphew1WINwmklHpnIKYWDGFWflbj1cbgqom/ZyAVYw==',
  ],
  [
    'bluebird@2.9.0',
    'uk7y3hACK4BJ9DJNSOBQZlLdbSBfSAE1AEfXzjX+CQv6pjRCQ3F8nZ8RsWICE+yxy3GqOv21mGJwB1MSByVmXg==',
  ],
  [
    'bootstrap@3.3.7',
    'qcFaisBrcBhTFkz1IUnGDYnX6ZWfFzH8zOixUDtHW9Ip+r+7MfMFav2rzy7cIHc7rgIg7xjhWBoo1mS/U26j4g==',
  ],
  [
    'bootstrap@5.3.0',
    'UnBV3E3v4STVNQdms6jSGO2CvOkjUMdDAVR2V5N4uCMdaIkaQjbcEAMqRimDHIs4uqBYzDAKCQwCB+97tJgHQw==',
  ],
  ['chalk@1.0.0', '1TE3hpADga5iWinlcCpyhC7fTl9uQumLD8i2jJoJeVg7UbveY5jj7F6uCq8w0hQpSeLhaPn5QFe8e56toMVP1A=='],
  [
    'coffee-script@1.0.0',
    'r5zMlXjjFwcWP6nxVXu199T3dVXyq76HDMNwcWsIMegP7C3fujgATm8vkkMR1Wafia6DI6tpBj511y1MJiLYjQ==',
  ],
  [
    'colors@0.5.1',
    'XjsuUwpDeY98+yz959OlUK6m7mLBM+1MEG5oaenfuQnNnrQk1WvtcvFgN3FNDP3f2NmZ211t0mNEfSEN1h0eIg==',
  ],
  [
    'connect@1.0.0',
    'VLWJMlsTU7vqhDMpZCQ3rdUBc/hWo0zNKgU5vzzPhoonxJ8SyLOFOWNmn7MbkqeE9NhnCBfOoFFm2NVKEla+tg==',
  ],
  [
    'core-js@2.0.0',
    'RGkCOUzpAuILxdtKc6VWxbJuRRYhP/XkHPiKkVLMX0wgf7BtUrCGkq9dgf3607LxAqCxFHeKMYNgTBs7iCuPew==',
  ],
  ['d3@3.5.17', 'yFk/2idb8OHPKkbAL8QaOaqENNoMhIaSHZerk3oQsECwkObkCpJyjYwCe+OHiq6UEdhe1m8ZGARRRO3ljFjlKg=='],
  [
    'elysia@1.0.0',
    'l1f0Zx9vypy9i29e3cEpEurW8Ii7YUNnwzr325QzCHH0lyBozGYa40Lzz1+2oKt2RPcAjs1tzkjChrhT5B9R/w==',
  ],
  [
    'ember-source@3.0.0',
    'CmsZpSmLlQoqA8seHrqxIs43U9xwyMkh4CHvzblkB6wkNm551x8yn5NDO5zKDeGTy9S7kng+XZmfnfF/BsxeOg==',
  ],
  [
    'esbuild@0.28.2',
    'HKVLS8dvII+xoKW9kmqxbRKrnWEXfJJr/FZhhJmiqIB0e053QNYFqOBouTMO/k5sID4MvCiUCvv8b9M4h32wIA==',
  ],
  [
    'eslint@1.0.0',
    'DH8lk8H4D+XCWtPm7C27IzzD4lkBHv49YTqOHeS/1mYCp4rn1j3NNNA1gl2q+CNYaAPSZDaS5DwRL/ErDP6O4Q==',
  ],
  [
    'express@2.5.11',
    'gc3jJ0P3Bh1Zjkxe0ICSNmjhDvYWKiXfQIdDWuRPr8S4IZAZexzJHjrzNz56LsRKHTL0OiXQq602GfwZjZ8xPQ==',
  ],
  [
    'fstream@0.1.0',
    'DKgF90pHn56wbmYPf1CcF9keLqEaZWCanOLjV9q0+eVzR9mmUO6mP2Ed/KTCpDOaNUk6SN40Wg45tmDbSpCQzQ==',
  ],
  ['glob@3.1.21', 'ANhy2V2+tFpRajE3wN4DhkNQ08KDr0Ir1qL12/cUe5+a7STEK8jkW4onUYuY8/06qAFuT5je7mjAqzx0eKI2tQ=='],
  [
    'grunt@0.3.17',
    'Kg+cBbyEx8tIl8U1qiJqoiQMdIwfmkXbL3Bfe26g+N7hO/71WlLVudbXx+k/ypccrs8xqDuiZYhmmtRb+zsxIg==',
  ],
  ['gulp@3.9.1', '6FHNdR+VG1LcPz6gZGGqgvimWWGtl4x3FvshAdK/UnAjU7aFOyzft3Fjp35r0Y3ZF4u8vND0S4nGsIB/sxTqzQ=='],
  ['hono@4.0.0', '8dKhuBBpRZEodUttQhrSFJ6PQqHRjXHyeeegfxOf132pvgbf0tOb9qqb7q7eYwAWpOcYrsUOsWdJ0sQIIovhZg=='],
  [
    'inherits@1.0.0',
    '5KfXESjCAfFQel2TLqhr18NEz++UiWVIA0jwHzs2Kbvb3e+r+G/eVhRfoZbaPCL0PnERvK5YeMgh02O4eenufw==',
  ],
  ['jade@0.10.0', 'sWreHgp/1AXR2Yy6p/7P74NGkhzpHFBJhX+POq5X0Kz1NBYeC2UuqPGfqFLYVSZOJz8+0DC2uKqF6UqonXZYAw=='],
  ['jest@20.0.0', 'tNHzv35wZ7Tz9xxrSAJwAtPQW346wnSr9TRgB3nsytSjUtMj6BRuX9zIQaBu3lzxoRoFNza7RQN4c8pKVeelog=='],
  [
    'jquery@1.8.3',
    'gKfYOAquiKEiq445LgpmIyEwd20IpmqPq/45433e0STM59yVphR/XPuXz+QbpcxjF7aVc9ow9x8ul+yimL3Ivg==',
  ],
  [
    'left-pad@1.0.0',
    'Xvly4CWfzT+7TGZRB2Qd7ub2dmJDomZCNf3BuT3XXfrNerQHtta82NNhbvToU4Qiz7IHrg21YB3UpL/6npCtmg==',
  ],
  ['lerna@2.0.0', '5Rng1kkrM+Fbu2ixB5xSTScwE+GW0TsCCdSmFaiT7XO9uzpNOcdN4IgEjZrBwe0LRpW+siU4DSo0lgI5iDSzfw=='],
  [
    'lodash@0.1.0',
    'ufIfwX7g5obXKaJhzbnAJBNf5Idxqty+AHaNadWFxtNKjGmF/ZO8ptSEjQRQRymBPZtLa0NV9sbrsH87Ae2R1A==',
  ],
  [
    'minimatch@0.2.14',
    'zZ+Jy8lVWlvqqeM8iZB7w7KmQkoJn8djM585z88rywrEbzoqawVa9FR5p2hwD+y74nfuKOjmNvi9gtWJNLqHvA==',
  ],
  [
    'mkdirp@0.3.5',
    '8OCq0De/h9ZxseqzCH8Kw/Filf5pF/vMI6+BH7Lu0jXz2pqYCjTAQRolSxRIi+Ax+oCCjlxoJMP0YQ4XlrQNHg==',
  ],
  [
    'mocha@1.21.5',
    'ng2r0YrLCHtmp8W7HyLzSmbdidt3g1I63HhCmOqZH4vzFhmtHcYwcoAmpsJKL142He9NA2HJpmsz9amYDxoZ1Q==',
  ],
  ['nopt@1.0.10', 'NWmpvLSqUrgrAC9HCuxEvb+PSloHpqVu+FqcO4eeF2h5qYRhA7ev6KvelyQAKtegUbC6RypJnlEOhd8vloNKYg=='],
  [
    'optimist@0.2.0',
    '93xHWODbG8gEhK4GzLIqshMlklUykuBOabkWLBgzK7oMCaKtcv0g4D2Al18njyIzfqg5ovzJKsm3UvN+wQRstw==',
  ],
  ['pnpm@8.0.0', 'Crsvd8LKb+SoEB/bQxRZrtSt5Ri8g9jmPg6MKyexMTI1pdLd44gPwVV6cZLq2jYYPv5q+gADPkYTbYr8SeFCeA=='],
  [
    'prettier@1.0.0',
    'UJMVn9c2C3T0bYvkuuPa9/opZx4BvEQbthi4pDg0iSfxzoe1AXLBCGT0yDt1hGnJyVtucWf/rUtYlzQI4+i/QA==',
  ],
  [
    'react@0.13.0',
    'F0BaMwNyp8vOILiFVyrKx92RBkCNOM1mxTHHAer/61iyeGpTMf2CmAx3jYsKPbsWornFgPmy2ZhDISpt+mpbBA==',
  ],
  [
    'react@18.2.0',
    '/3IjMdb2L9QbBdWiW5e3P2/npwMBaU9mHCSCUzNln0ZCYbcfTsGbTJrU/kGemdH2IWmB2ioZ+zkxtmq6g09fGQ==',
  ],
  [
    'request@2.9.202',
    '3tc+z/Mcu5Ux4WCZ2dh3F/h7EghvlTQNr0OeplFt09gOCbSZ8MZpHwWIjX/s6I8CsineNvUBGG4/QUNLSC9nKg==',
  ],
  [
    'rimraf@2.2.8',
    'R5KMKHnPAQaZMqLOsyuyUmcIjSeDm+73eoqQpaXA7AZ22BL+6C+1mcUscgOsNd8WVlJuvlgAPsegcx7pjlV0Dg==',
  ],
  ['rxjs@5.0.0', '/Vp3SUzk/rJr+qxKqXGn9RVBIEUr03pxyEXzj0o6nOlWuNoEZb9zFyW86lrkHEP2RJubG2GOogbpZtYIar+fIg=='],
  [
    'semver@1.0.0',
    '3l/lKKm8i8qr6QUjadwmuzJa56Jzo4qfKxBcDi38YZdrHdDl0dmcJnHM9tozk45jTGN3wLWvTE570ywWiKTyTw==',
  ],
  [
    'socket.io@0.9.17',
    'jRHmXZUIycXQv1BStfM1ogvcVZdkI4Z7v/ZgxQzhHYw9SYT++UbOyzantuR7CHUfBhLJQrH92pZuQ9TqGvXw3A==',
  ],
  [
    'stylus@0.10.0',
    'KOiH0lpXqRkddJ1fIx/3+movjtugXwkTQW/7jCTl6zGejs1Ki8toXPuvnF9g7Ql8dfQblgbBdpoeS//DGPj1Cg==',
  ],
  [
    'svelte@3.0.0',
    '4QQ7eBuVw/t0kMSSjLCiAjQYTj7ZF0OtH24YOWtTrTJHTLd58gEAPZeKSGOYDXtwpcrMi4Cxo3MgEbdI1m4erg==',
  ],
  ['tar@0.1.20', 'RW79YhJI8vSyOcVv0OzOr7DVGkhtFhyz6cufNETPF7dmCJ/kQH+ubpCZkV8Wb7RvQlPuGplQPy0o2ihElzkEZA=='],
  [
    'typescript@1.8.0',
    'HwH1YDy07AF1+TNJN3+tZ9BxEahSWUBqlydC9Q0rEkNMTx11TDuYqAuXdNCxXOg8jlGW5LWKslD4xkOgAS2TFg==',
  ],
  [
    'underscore@1.0.3',
    'sP+1W9aGLnuYIunEZlGRPuJP1xy1ivxbeVQXcMIyJr94kOIhInmyprk1fCycznxsNB3ORWLnKb7qVE97MxmzUQ==',
  ],
  ['uuid@1.4.0', 'IzR48RgxTHa2bbD4KtzkfO11HrwBBpN536a3D1NRBBNKMCMbHjGHQRzhCuS1cMMptTagWTLIMVYCG5SP0UyEfg=='],
  ['vue@2.0.0', 'R3ofC6v51hVoSJ7t/lVg6RURSLZAcrf8pabotpFZVqaVEB6s7D+GFFobm/6HXQJU9P7/pNq43ZVFEQdt7PK6YQ=='],
  ['vue@3.4.0', 'iTE9Ve/7DO/H39+gXHrNkRdnh1jDwPe/fap4brbPKkp1APMkS03OiZ+UY0dwpqtRX0iPWQTkh8Fu3hKgLtaxfA=='],
  [
    'webpack@1.0.0',
    'BCqfvS41pmQ8fLhkJOo7rBUfytDja0nVWZARc7+WfWENoX5VJJTpo/qklMpsySjGCjjdGTCnZPYP/0f1q+epAg==',
  ],
  ['ws@0.4.32', 'htqsS0U9Z9lb3ITjidQkRvkLdVhQePrMeu475yEfOWkAYvJ6dSjQp1tOH6ugaddzX5b7sQjMPNtY71eTzrV/kA=='],
  [
    'yarn@1.22.22',
    'prL3kGtyG7o9Z9Sv8IPfBNrWTDmXB4Qbes8A9rEzt6wkJV8mUvoirjU0Mp3GGAU06Y0XQyA3/2/RQFVuK7MTfg==',
  ],
  ['zod@3.20.0', 'ZWxs7oM5ixoo1BMoxTNeDMYSih/F/FUnExsnRtHT04rG6q0Bd74TKS45RGXw07TOalOZyyzdKaYH38k8yTEv9A=='],
];

/** The archive of each, downloaded once: file name to bytes. */
export function published(): ReadonlyMap<string, Buffer> {
  const folder = once(join(CACHE, 'published-packages'), (empty) => {
    fetched(['pack', '--ignore-scripts', ...PUBLISHED.map(([spec]) => spec)], empty);
  });
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
}
