import { inflateRawSync } from 'node:zlib';

/** By version of the byte code: the file, and where it says its map is. */
export const MADE: readonly (readonly [
  version: number,
  base64: readonly string[],
  references: readonly string[],
])[] = [
  [
    84,
    [
      'fZI/aNRwFMc/v5f02kuFw8OhlUp/HEVah7NoxaHU1lHRwdLhHIS73uVMyjUpSY4KbbmbRYUiDtVFBP8siuBSxEUHCw5CwaE6uImL',
      'gtBJXCS5tB4OfSF8359vvu+R994PvzHeGoPDc8Dr/NCdK79+XtqK7N2RnQvWq4usBAaJZQAB4vBQJ8UPDjYT2JSDOeOC5BAeCnkg',
      'Py3IaeCZ0IdShwPBHGgrXgomivxNQbLtRDdWlruCZNiP1YYgZlv269nOzO1vE5t/1gezu7+/q73WPRbMDkHmBWTeQWYbZu4prG2F',
      '3OrkrY+gaoFbj+pNrxq5vqcjt2afj0adSjDvN4MxvWJprXUhdPxlHfrNoGoXJpNUYEfNwNMpsejY7nUn0if0eHEiJqxdb/jzlcac',
      '44aOW6vZ3o06TTyqRLj4eGhqBLjUiRhlDM0KFjp9CoQ4+CyjCfFpElDFpsBkFyvAJkpqsV5HZYpzyfdTO4++/mOvJbH8t2czxZ69',
      'fVFWKJa4rBQlxqXIGYWy6MWgbIgw03GM2FFlkR5mEDmrUP0sUcJBnVKobIP7G7F9nh4gkaIctyuxSB+lhNplvSke7bqt0XTOEeB4',
      'Fy9+++NjSvFYiosV1ysuhCkUFytLYVA9mYaxG6+2uBDu9YwvxUr/h0p7G/tFlR2SllJiSitHLgvZeKrVlqg+IyM5aLWY3fpy9cEn',
      '88m1p6sfrOfrR27vPG78BQ==',
    ],
    ['main.js.map'],
  ],
  [
    96,
    [
      'bZLBSxRxFMc/vzfrrDsKW3sIBcNhCdGITUyCMNPIS9HFqNse0p1ZZ8RmYmZWA5PdP0AEDxEFXaJThxC6hHipQwVC4CGwgm7RpSCS',
      'DtFhY2YnW8rv8Pv9vu/9vvN+j/fey/4t7bnW238d2Cz0rU1/+3r5VWTvHdu9aDy9xPK6RgIdECA2u1suvvA/1AG+DPBaOBCjguQR',
      'HgkFoHBBkFPAhtCJUocXhUxPQ7ElZFAU1gTJNZJ4cUS5K4jOvq0eCJJpyP59rpVz49Pos1/rvbm9n5/3M+ww4Eof6E9AfwH6Dkze',
      'URg7Cllt+Y03oKzArUbVmleJXN8zI9eyz0eDzkww69eCIXPZME3TLIaOv2SGfi2o2MWxxBXYUS3wzFRYcmx3zonM4+ZwaTQWrMwt',
      '+LMzC1cdN3Rcy7K9W1VqeFSIcPHxMLEIcKkSMcgQJssYmOlXJMTBZwmTEJ8aARVsioy1qQJsouQujteKMs655P/x3Ycf/6pXEns4',
      '7fOfXutp/7JxwdLCjWApFItMK0WZERnmjEIZZNGwNBGmWkSLibJEOphCZEyhulikzALqtELlbnL/Xox3Ez0kobDi58qEdFJOpP8g',
      '18YH2nic69H0PAtMAJPpIs0/Xl3xkKXnjRnXK82HYVA52Ubj/pbmw/ZHu9sGeyAtTmvaVa5PUHWlJCN1VJ48WjJy8SYZbkNdVKem',
      'C81ms5nPQ4vU68CJa4e2/Y0P1R/f195uZhuPt9+vHvkN',
    ],
    [],
  ],
  [
    99,
    [
      'jZIxaBRBFIa/N3s57/YCwhViSCTjISSxOBXShdMTLTTaKNpEEC93e9k94i7s7l2UI8QiIIJKJFjE0lawsQmSxhTaCeliYyc2CkKw',
      'EBuZ3Q05sMlbhvnfP++9+Yd/P45vWR+skfEm8L489vzGr5/XP8XO3qndq/a7WfrXLJIYAhRg0uGU4geHjxywqf7n3QNOrw3g2wpV',
      'rFNQoO4qVK4uBQE1r1B5QECKqZ5H36Y3/74YKe79+S77/UM23ByD/FvIb0N+B+ovBXtHUE9T3v4M0gq9dtzu+s3YC3wdey3nYjzp',
      'NsL5oBtO6b6ttdaVyA2WdBR0w6ZTmUmo0Im7oa+zwqrreAturE/rs9VpU7C8sBjMNxZvuV7keq2W4z9o08WnSYxHgI+mRYhHm5hJ',
      'ptD0sdHZVyHCJWAJTURAl5AmDhVmBqpCHOLkzMxLp9Q4n/TXdl9/PaheTnLJPDQrn3m5780RoCZXlGBTFIt1Vi2EObEMUAbIqoVl',
      'gJpVQokeT0Qui1B8xqsNE18unETomWYhR0/W6bFGgR7DKvEsiXPZnaQ+JliEsslrKtVn4nimcb9PpbhcyvgT2X4sOy9ly7ylnOEo',
      'bJ653/D8aifKNsMYn6udiIHhuYGfssSBCKNMFZmQ0opIAWtEHRVW7rzZ7ntzE6Od34+3Rtd69zYuBQ//AQ==',
    ],
    [],
  ],
];

export const unpacked = (base64: readonly string[]) => inflateRawSync(Buffer.from(base64.join(''), 'base64'));
