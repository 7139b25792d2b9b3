/** Programs as people write them, one for each way to make a module. */
export const PROGRAMS = {
  commonjs: `'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');

/** As many tariffs as one invoice may mention. */
const LIMIT = 40;

// The file is small, so it is read at once.
function readTariffs(folder, currency) {
  const file = path.join(folder, currency + '.json');
  const entries = JSON.parse(readFileSync(file, 'utf8'));
  const tariffs = new Map();
  for (const entry of entries) {
    if (tariffs.size >= LIMIT) {
      throw new RangeError('more than ' + LIMIT + ' tariffs in ' + file);
    }
    tariffs.set(entry.name, { price: Number(entry.price), since: new Date(entry.since) });
  }
  return tariffs;
}

function priceOf(tariffs, name, amount) {
  const tariff = tariffs.get(name);
  if (!tariff) {
    return undefined;
  }
  const discount = amount > 100 ? 0.9 : 1;
  let total = tariff.price * amount * discount;
  total = Math.round(total * 100) / 100;
  return { name, total, since: tariff.since.toISOString() };
}

module.exports = { readTariffs, priceOf };
`,
  esm: `import { EventEmitter } from 'node:events';

const HOUR = 60 * 60 * 1000;

// One queue for each customer: requests must not overtake each other.
export class RequestQueue extends EventEmitter {
  #waiting = [];
  #running = 0;

  constructor({ atOnce = 4, timeout = HOUR } = {}) {
    super();
    this.atOnce = atOnce;
    this.timeout = timeout;
  }

  add(task, priority = 0) {
    return new Promise((resolve, reject) => {
      const position = this.#waiting.findIndex((other) => other.priority < priority);
      const entry = { task, priority, resolve, reject };
      if (position === -1) this.#waiting.push(entry);
      else this.#waiting.splice(position, 0, entry);
      this.#next();
    });
  }

  async #next() {
    if (this.#running >= this.atOnce) return;
    const entry = this.#waiting.shift();
    if (entry === undefined) {
      this.emit('idle');
      return;
    }
    this.#running += 1;
    try {
      const result = await entry.task();
      entry.resolve(result);
    } catch (error) {
      entry.reject(error);
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }
}

/** Asks again after a failure, each time after twice as long. */
export async function askAgain(question, attempts = 3) {
  let pause = 100;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await question(attempt);
      return answer;
    } catch (error) {
      if (attempt === attempts) throw error;
      const wait = pause;
      await new Promise((resolve) => setTimeout(resolve, wait));
      pause *= 2;
    }
  }
}
`,
  umd: `(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['jquery'], factory);
  } else if (typeof module === 'object' && module.exports) {
    module.exports = factory(require('jquery'));
  } else {
    root.Carousel = factory(root.jQuery);
  }
})(typeof self !== 'undefined' ? self : this, function ($) {
  'use strict';

  var defaults = { speed: 300, dots: true, template: '<button type="button" class="carousel-dot"></button>' };

  function Carousel(element, options) {
    var self = this;
    self.element = $(element);
    self.settings = $.extend({}, defaults, options);
    self.slides = self.element.children('.carousel-slide');
    self.current = 0;
    // Dots first: slides are measured with them in place.
    if (self.settings.dots) {
      self.buildDots();
    }
    self.element.on('click', '[data-slide]', function (event) {
      var index = parseInt($(this).attr('data-slide'), 10);
      event.preventDefault();
      self.show(index);
    });
  }

  Carousel.prototype.buildDots = function () {
    var list = $('<div class="carousel-dots"></div>');
    for (var index = 0; index < this.slides.length; index++) {
      var button = $(this.settings.template);
      button.attr('data-slide', index);
      list.append(button);
    }
    this.element.append(list);
  };

  Carousel.prototype.show = function (index) {
    var count = this.slides.length;
    var next = (index + count) % count;
    var width = this.slides.eq(next).outerWidth();
    if (next === this.current) {
      return;
    }
    this.element.animate({ scrollLeft: width * next }, this.settings.speed);
    this.current = next;
    this.element.trigger('carousel:shown', [next]);
  };

  return Carousel;
});
`,
} as const;

/** A style sheet as people write it. */
export const SHEET = `@charset "utf-8";

:root {
  --ink: #1b1b1f;
  --gap: 8px;
}

/* Cards stand in a grid on wide screens. */
.card,
.card--wide > .card__body {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  padding: calc(var(--gap) * 2) var(--gap);
  color: var(--ink);
  background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E") no-repeat;
}

.card:hover .card__title::after {
  content: " \\2192";
  transition: transform 0.2s ease-in-out, opacity 0.2s;
}

@media (min-width: 40em) and (max-width: 80em) {
  .card {
    margin: 0 auto;
    max-width: 60ch;
  }

  .card__title {
    font: 600 1.25rem/1.4 "Inter", sans-serif;
    letter-spacing: 0.01em;
  }
}

@supports (display: grid) {
  .list > * + * {
    margin-block-start: var(--gap);
  }
}
`;
