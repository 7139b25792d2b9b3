#!/usr/bin/env node
import { createRequire as packgateRequire } from 'node:module'; const require = packgateRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name3 in all)
    __defProp(target, name3, { get: all[name3], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/errors.ts
var PackgateError;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    PackgateError = class extends Error {
      name = "PackgateError";
      code;
      help;
      constructor(code, message, options = {}) {
        super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
        this.code = code;
        this.help = options.help;
      }
    };
  }
});

// node_modules/b4a/index.js
var require_b4a = __commonJS({
  "node_modules/b4a/index.js"(exports, module) {
    function isBuffer(value) {
      return Buffer.isBuffer(value) || value instanceof Uint8Array;
    }
    function isEncoding(encoding) {
      return Buffer.isEncoding(encoding);
    }
    function alloc(size, fill3, encoding) {
      return Buffer.alloc(size, fill3, encoding);
    }
    function allocUnsafe(size) {
      return Buffer.allocUnsafe(size);
    }
    function allocUnsafeSlow(size) {
      return Buffer.allocUnsafeSlow(size);
    }
    function byteLength(string3, encoding) {
      return Buffer.byteLength(string3, encoding);
    }
    function compare2(a, b) {
      return Buffer.compare(a, b);
    }
    function concat(buffers, totalLength) {
      return Buffer.concat(buffers, totalLength);
    }
    function copy2(source, target, targetStart, start2, end) {
      return toBuffer(source).copy(target, targetStart, start2, end);
    }
    function equals(a, b) {
      return toBuffer(a).equals(b);
    }
    function fill2(buffer, value, offset, end, encoding) {
      return toBuffer(buffer).fill(value, offset, end, encoding);
    }
    function from(value, encodingOrOffset, length) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    function includes(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).includes(value, byteOffset, encoding);
    }
    function indexOf(buffer, value, byfeOffset, encoding) {
      return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
    }
    function lastIndexOf(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
    }
    function swap16(buffer) {
      return toBuffer(buffer).swap16();
    }
    function swap32(buffer) {
      return toBuffer(buffer).swap32();
    }
    function swap64(buffer) {
      return toBuffer(buffer).swap64();
    }
    function toBuffer(buffer) {
      if (Buffer.isBuffer(buffer)) return buffer;
      return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    function toString(buffer, encoding, start2, end) {
      return toBuffer(buffer).toString(encoding, start2, end);
    }
    function toHex(buffer, start2, end) {
      return toBuffer(buffer).toString("hex", start2, end);
    }
    function write2(buffer, string3, offset, length, encoding) {
      return toBuffer(buffer).write(string3, offset, length, encoding);
    }
    function readDoubleBE(buffer, offset) {
      return toBuffer(buffer).readDoubleBE(offset);
    }
    function readDoubleLE(buffer, offset) {
      return toBuffer(buffer).readDoubleLE(offset);
    }
    function readFloatBE(buffer, offset) {
      return toBuffer(buffer).readFloatBE(offset);
    }
    function readFloatLE(buffer, offset) {
      return toBuffer(buffer).readFloatLE(offset);
    }
    function readInt32BE(buffer, offset) {
      return toBuffer(buffer).readInt32BE(offset);
    }
    function readInt32LE(buffer, offset) {
      return toBuffer(buffer).readInt32LE(offset);
    }
    function readUInt32BE(buffer, offset) {
      return toBuffer(buffer).readUInt32BE(offset);
    }
    function readUInt32LE(buffer, offset) {
      return toBuffer(buffer).readUInt32LE(offset);
    }
    function writeDoubleBE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleBE(value, offset);
    }
    function writeDoubleLE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleLE(value, offset);
    }
    function writeFloatBE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatBE(value, offset);
    }
    function writeFloatLE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatLE(value, offset);
    }
    function writeInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32BE(value, offset);
    }
    function writeInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32LE(value, offset);
    }
    function writeUInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32BE(value, offset);
    }
    function writeUInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32LE(value, offset);
    }
    module.exports = {
      isBuffer,
      isEncoding,
      alloc,
      allocUnsafe,
      allocUnsafeSlow,
      byteLength,
      compare: compare2,
      concat,
      copy: copy2,
      equals,
      fill: fill2,
      from,
      includes,
      indexOf,
      lastIndexOf,
      swap16,
      swap32,
      swap64,
      toBuffer,
      toString,
      toHex,
      write: write2,
      readDoubleBE,
      readDoubleLE,
      readFloatBE,
      readFloatLE,
      readInt32BE,
      readInt32LE,
      readUInt32BE,
      readUInt32LE,
      writeDoubleBE,
      writeDoubleLE,
      writeFloatBE,
      writeFloatLE,
      writeInt32BE,
      writeInt32LE,
      writeUInt32BE,
      writeUInt32LE
    };
  }
});

// node_modules/tar-stream/headers.js
var require_headers = __commonJS({
  "node_modules/tar-stream/headers.js"(exports) {
    var b4a = require_b4a();
    var ZEROS = "0000000000000000000";
    var SEVENS = "7777777777777777777";
    var ZERO_OFFSET = "0".charCodeAt(0);
    var USTAR_MAGIC = b4a.from([117, 115, 116, 97, 114, 0]);
    var USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
    var GNU_MAGIC = b4a.from([117, 115, 116, 97, 114, 32]);
    var GNU_VER = b4a.from([32, 0]);
    var MASK = 4095;
    var MAGIC_OFFSET = 257;
    var VERSION_OFFSET = 263;
    exports.decodeLongPath = function decodeLongPath2(buf, encoding) {
      return decodeStr(buf, 0, buf.length, encoding);
    };
    exports.encodePax = function encodePax(opts) {
      let result = "";
      if (opts.name) result += addLength(" path=" + opts.name + "\n");
      if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
      const pax = opts.pax;
      if (pax) {
        for (const key in pax) {
          result += addLength(" " + key + "=" + pax[key] + "\n");
        }
      }
      return b4a.from(result);
    };
    exports.decodePax = function decodePax2(buf) {
      const result = {};
      while (buf.length) {
        let i = 0;
        while (i < buf.length && buf[i] !== 32) i++;
        const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
        if (!len) return result;
        const b = b4a.toString(buf.subarray(i + 1, len - 1));
        const keyIndex = b.indexOf("=");
        if (keyIndex === -1) return result;
        result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
        buf = buf.subarray(len);
      }
      return result;
    };
    exports.encode = function encode2(opts) {
      const buf = b4a.alloc(512);
      let name3 = opts.name;
      let prefix2 = "";
      if (opts.typeflag === 5 && name3[name3.length - 1] !== "/") name3 += "/";
      if (b4a.byteLength(name3) !== name3.length) return null;
      while (b4a.byteLength(name3) > 100) {
        const i = name3.indexOf("/");
        if (i === -1) return null;
        prefix2 += prefix2 ? "/" + name3.slice(0, i) : name3.slice(0, i);
        name3 = name3.slice(i + 1);
      }
      if (b4a.byteLength(name3) > 100 || b4a.byteLength(prefix2) > 155) return null;
      if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
      b4a.write(buf, name3);
      b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
      b4a.write(buf, encodeOct(opts.uid, 6), 108);
      b4a.write(buf, encodeOct(opts.gid, 6), 116);
      encodeSize(opts.size, buf, 124);
      b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
      buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
      if (opts.linkname) b4a.write(buf, opts.linkname, 157);
      b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
      b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
      if (opts.uname) b4a.write(buf, opts.uname, 265);
      if (opts.gname) b4a.write(buf, opts.gname, 297);
      b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
      b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
      if (prefix2) b4a.write(buf, prefix2, 345);
      b4a.write(buf, encodeOct(cksum(buf), 6), 148);
      return buf;
    };
    exports.decode = function decode3(buf, filenameEncoding, allowUnknownFormat) {
      let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
      let name3 = decodeStr(buf, 0, 100, filenameEncoding);
      const mode = decodeOct(buf, 100, 8);
      const uid = decodeOct(buf, 108, 8);
      const gid = decodeOct(buf, 116, 8);
      const size = decodeOct(buf, 124, 12);
      const mtime = decodeOct(buf, 136, 12);
      const type = toType(typeflag);
      const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
      const uname = decodeStr(buf, 265, 32);
      const gname = decodeStr(buf, 297, 32);
      const devmajor = decodeOct(buf, 329, 8);
      const devminor = decodeOct(buf, 337, 8);
      const c = cksum(buf);
      if (c === 8 * 32) return null;
      if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
      if (isUSTAR(buf)) {
        if (buf[345]) name3 = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name3;
      } else if (isGNU(buf)) {
      } else {
        if (!allowUnknownFormat) {
          throw new Error("Invalid tar header: unknown format.");
        }
      }
      if (typeflag === 0 && name3 && name3[name3.length - 1] === "/") typeflag = 5;
      return {
        name: name3,
        mode,
        uid,
        gid,
        size,
        byteOffset: 0,
        mtime: new Date(1e3 * mtime),
        type,
        linkname,
        uname,
        gname,
        devmajor,
        devminor,
        pax: null
      };
    };
    function isUSTAR(buf) {
      return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6));
    }
    function isGNU(buf) {
      return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2));
    }
    function clamp(index, len, defaultValue) {
      if (typeof index !== "number") return defaultValue;
      index = ~~index;
      if (index >= len) return len;
      if (index >= 0) return index;
      index += len;
      if (index >= 0) return index;
      return 0;
    }
    function toType(flag) {
      switch (flag) {
        case 0:
          return "file";
        case 1:
          return "link";
        case 2:
          return "symlink";
        case 3:
          return "character-device";
        case 4:
          return "block-device";
        case 5:
          return "directory";
        case 6:
          return "fifo";
        case 7:
          return "contiguous-file";
        case 72:
          return "pax-header";
        case 55:
          return "pax-global-header";
        case 27:
          return "gnu-long-link-path";
        case 28:
        case 30:
          return "gnu-long-path";
      }
      return null;
    }
    function toTypeflag(flag) {
      switch (flag) {
        case "file":
          return 0;
        case "link":
          return 1;
        case "symlink":
          return 2;
        case "character-device":
          return 3;
        case "block-device":
          return 4;
        case "directory":
          return 5;
        case "fifo":
          return 6;
        case "contiguous-file":
          return 7;
        case "pax-header":
          return 72;
      }
      return 0;
    }
    function indexOf(block, num, offset, end) {
      for (; offset < end; offset++) {
        if (block[offset] === num) return offset;
      }
      return end;
    }
    function cksum(block) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block[i];
      for (let j = 156; j < 512; j++) sum += block[j];
      return sum;
    }
    function encodeOct(val, n) {
      val = val.toString(8);
      if (val.length > n) return SEVENS.slice(0, n) + " ";
      return ZEROS.slice(0, n - val.length) + val + " ";
    }
    function encodeSizeBin(num, buf, off) {
      buf[off] = 128;
      for (let i = 11; i > 0; i--) {
        buf[off + i] = num & 255;
        num = Math.floor(num / 256);
      }
    }
    function encodeSize(num, buf, off) {
      if (num.toString(8).length > 11) {
        encodeSizeBin(num, buf, off);
      } else {
        b4a.write(buf, encodeOct(num, 11), off);
      }
    }
    function parse256(buf) {
      let positive;
      if (buf[0] === 128) positive = true;
      else if (buf[0] === 255) positive = false;
      else return null;
      const tuple = [];
      let i;
      for (i = buf.length - 1; i > 0; i--) {
        const byte = buf[i];
        if (positive) tuple.push(byte);
        else tuple.push(255 - byte);
      }
      let sum = 0;
      const l = tuple.length;
      for (i = 0; i < l; i++) {
        sum += tuple[i] * Math.pow(256, i);
      }
      return positive ? sum : -1 * sum;
    }
    function decodeOct(val, offset, length) {
      val = val.subarray(offset, offset + length);
      offset = 0;
      if (val[offset] & 128) {
        return parse256(val);
      } else {
        while (offset < val.length && val[offset] === 32) offset++;
        const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
        while (offset < end && val[offset] === 0) offset++;
        if (end === offset) return 0;
        return parseInt(b4a.toString(val.subarray(offset, end)), 8);
      }
    }
    function decodeStr(val, offset, length, encoding) {
      return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
    }
    function addLength(str) {
      const len = b4a.byteLength(str);
      let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
      if (len + digits >= Math.pow(10, digits)) digits++;
      return len + digits + str;
    }
  }
});

// node_modules/balanced-match/dist/esm/index.js
var range;
var init_esm = __esm({
  "node_modules/balanced-match/dist/esm/index.js"() {
    range = (a, b, str) => {
      let begs, beg, left, right = void 0, result;
      let ai = str.indexOf(a);
      let bi = str.indexOf(b, ai + 1);
      let i = ai;
      if (ai >= 0 && bi > 0) {
        if (a === b) {
          return [ai, bi];
        }
        begs = [];
        left = str.length;
        while (i >= 0 && !result) {
          if (i === ai) {
            begs.push(i);
            ai = str.indexOf(a, i + 1);
          } else if (begs.length === 1) {
            const r = begs.pop();
            if (r !== void 0)
              result = [r, bi];
          } else {
            beg = begs.pop();
            if (beg !== void 0 && beg < left) {
              left = beg;
              right = bi;
            }
            bi = str.indexOf(b, i + 1);
          }
          i = ai < bi && ai >= 0 ? ai : bi;
        }
        if (begs.length && right !== void 0) {
          result = [left, right];
        }
      }
      return result;
    };
  }
});

// node_modules/brace-expansion/dist/esm/index.js
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
  for (let i = 0; i < items.length; i++) {
    target.push(items[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open6 = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open6.push(i);
    } else if (c === 125 && open6.length) {
      open6.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open6.length; i++) {
    const at2 = open6[i];
    out += masked.slice(last, at2) + "\0";
    last = at2 + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail2 = str.split(",");
      tail2[0] = carry + tail2[0];
      pushAll(parts, tail2);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal2 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal2();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal2();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal2();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal2();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal2();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal2();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal2();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}
var escSlash, escOpen, escClose, escComma, escPeriod, escSlashPattern, escOpenPattern, escClosePattern, escCommaPattern, escPeriodPattern, slashPattern, openPattern, closePattern, commaPattern, periodPattern, EXPANSION_MAX, EXPANSION_MAX_LENGTH, EXPANSION_MAX_DEPTH, EXPANSION_MAX_REWRITES, EXPANSION_MAX_STEPS, CALL_STEPS;
var init_esm2 = __esm({
  "node_modules/brace-expansion/dist/esm/index.js"() {
    init_esm();
    escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
    escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
    escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
    escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
    escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
    escSlashPattern = new RegExp(escSlash, "g");
    escOpenPattern = new RegExp(escOpen, "g");
    escClosePattern = new RegExp(escClose, "g");
    escCommaPattern = new RegExp(escComma, "g");
    escPeriodPattern = new RegExp(escPeriod, "g");
    slashPattern = /\\\\/g;
    openPattern = /\\{/g;
    closePattern = /\\}/g;
    commaPattern = /\\,/g;
    periodPattern = /\\\./g;
    EXPANSION_MAX = 1e5;
    EXPANSION_MAX_LENGTH = 4e6;
    EXPANSION_MAX_DEPTH = 1e3;
    EXPANSION_MAX_REWRITES = 1e3;
    EXPANSION_MAX_STEPS = 2e7;
    CALL_STEPS = 16;
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit, prefix, fixed, nonneg, numericRange;
var init_numeric_range = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js"() {
    digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
    prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
    fixed = (a, b) => {
      if (!a)
        return [[]];
      let lo = +a[0];
      let hi = +b[0];
      const ra = a.slice(1);
      const rb = b.slice(1);
      if (lo === hi)
        return prefix(lo, fixed(ra, rb));
      const zeros = "0".repeat(ra.length);
      const nines = "9".repeat(ra.length);
      const out = [];
      if (ra !== zeros)
        out.push(...prefix(lo++, fixed(ra, nines)));
      const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
      if (lo <= hi) {
        out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
      }
      out.push(...last);
      return out;
    };
    nonneg = (a, b, width) => {
      if (width) {
        return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
      }
      const out = [];
      for (let len = String(a).length; len <= String(b).length; len++) {
        const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
        const hi = Math.min(b, 10 ** len - 1);
        out.push(...fixed(String(lo), String(hi)));
      }
      return out;
    };
    numericRange = (loStr, hiStr) => {
      let lo = Number(loStr);
      let hi = Number(hiStr);
      if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
        return;
      if (lo > hi)
        [lo, hi] = [hi, lo];
      const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
      const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
      const out = [];
      if (lo < 0) {
        const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
        out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
      }
      if (hi >= 0)
        out.push(...nonneg(Math.max(lo, 0), hi, width));
      return out;
    };
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses, braceEscape, noMatch, parseClass;
var init_parse_class = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js"() {
    posixClasses = {
      "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
      "[:alpha:]": ["\\p{L}\\p{Nl}"],
      "[:ascii:]": ["\\x00-\\x7f"],
      "[:blank:]": ["\\p{Zs}\\t"],
      "[:cntrl:]": ["\\p{Cc}"],
      "[:digit:]": ["\\p{Nd}"],
      "[:graph:]": ["\\p{Z}\\p{C}", true],
      "[:lower:]": ["\\p{Ll}"],
      "[:print:]": ["\\p{C}", true],
      "[:punct:]": ["\\p{P}\\p{S}"],
      "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
      "[:upper:]": ["\\p{Lu}"],
      "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
      "[:xdigit:]": ["A-Fa-f0-9"]
    };
    braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
    noMatch = /$./;
    parseClass = (glob2, position, nocase = false, form) => {
      const norm = (c) => {
        const n = form ? c.normalize(form) : c;
        return [...n].length === 1 ? n : c;
      };
      const pos = position;
      if (glob2.charAt(pos) !== "[") {
        throw new Error("not in a brace expression");
      }
      const ranges = [];
      const negs = [];
      let i = pos + 1;
      let sawStart = false;
      let escaping = false;
      let negate = false;
      let endPos = pos;
      let rangeStart = "";
      WHILE: while (i < glob2.length) {
        const c = String.fromCodePoint(glob2.codePointAt(i));
        if ((c === "!" || c === "^") && i === pos + 1) {
          negate = true;
          i++;
          continue;
        }
        if (c === "]" && sawStart && !escaping) {
          endPos = i + 1;
          break;
        }
        sawStart = true;
        if (c === "\\") {
          if (!escaping) {
            escaping = true;
            i++;
            continue;
          }
        }
        if (c === "[" && !escaping) {
          for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
            if (glob2.startsWith(cls, i)) {
              if (rangeStart) {
                return [noMatch, glob2.length - pos];
              }
              i += cls.length;
              if (neg)
                negs.push(unip);
              else
                ranges.push(unip);
              continue WHILE;
            }
          }
        }
        escaping = false;
        const n = norm(c);
        if (rangeStart) {
          if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
            ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
          } else if (n === rangeStart) {
            ranges.push(braceEscape(n));
          }
          rangeStart = "";
          i += c.length;
          continue;
        }
        if (glob2.startsWith("-]", i + c.length)) {
          ranges.push(braceEscape(n + "-"));
          i += c.length + 1;
          continue;
        }
        if (glob2.startsWith("-", i + c.length)) {
          rangeStart = n;
          i += c.length + 1;
          continue;
        }
        ranges.push(braceEscape(n));
        i += c.length;
      }
      if (endPos < i) {
        return [noMatch, 0];
      }
      if (!ranges.length && !negs.length) {
        return [noMatch, glob2.length - pos];
      }
      const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
      const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
      const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
      return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
    };
  }
});

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH, extTypes, lit, reEscape, newFoldRe, foldCache, foldRe, litMatch, tokenize, pair, build, normalize, compile, show, State, sameState, marks, Sim, stateKey, DFA_BUDGET, Dfa, linear, testLinear, lengths, itemLengths, hasAffix, slashOrSurrogate, surrogate, codePoints, noSlash, Matcher;
var init_esm3 = __esm({
  "node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js"() {
    init_numeric_range();
    init_parse_class();
    MATCH = { t: "match", id: 0 };
    extTypes = "!?+*@";
    lit = (ch) => ({ t: "lit", ch });
    reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
    foldCache = /* @__PURE__ */ new Map();
    foldRe = (ch) => {
      let re = foldCache.get(ch);
      if (!re) {
        re = newFoldRe(ch);
        if (foldCache.size >= 1e3)
          foldCache.clear();
        foldCache.set(ch, re);
      }
      return re;
    };
    litMatch = (l, c) => {
      if (c === l.ch)
        return true;
      if (!l.re)
        return false;
      const code = c.charCodeAt(0);
      if (code >= 128)
        return l.re.test(c);
      const ascii = l.ascii ??= new Uint8Array(128);
      ascii[code] ||= l.re.test(c) ? 1 : 2;
      return ascii[code] === 1;
    };
    tokenize = (p, nocase, noext, form, mark) => {
      const toks = [];
      for (let i = 0; i < p.length; ) {
        const c = String.fromCodePoint(p.codePointAt(i));
        if (mark) {
          const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
          if (m || c === mark) {
            const start2 = i + m + mark.length;
            const end = p.indexOf(mark, start2);
            const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start2, end));
            const alts = end !== -1 && r && numericRange(r[1], r[2]);
            if (alts) {
              toks.push({ t: "ext", type: "@", alts });
              i = end + mark.length;
              continue;
            }
          }
        }
        if (c === "\\") {
          const e = p.codePointAt(i + 1);
          const ch = e === void 0 ? c : String.fromCodePoint(e);
          toks.push(lit(ch));
          i += 1 + ch.length;
          continue;
        }
        if (c === "[") {
          const [re, consumed] = parseClass(p, i, nocase, form);
          if (consumed) {
            toks.push({ t: "class", re });
            i += consumed;
            continue;
          }
        }
        if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
          toks.push({ t: "open", type: c });
          i += 2;
          continue;
        }
        toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
        i += c.length;
      }
      return toks;
    };
    pair = (toks) => {
      const pairs = /* @__PURE__ */ new Map();
      const stack = [];
      toks.forEach((tok, i) => {
        if (tok.t === "open")
          stack.push(i);
        else if (tok.t === "close" && stack.length)
          pairs.set(stack.pop(), i);
      });
      return pairs;
    };
    build = (toks, pairs, start2, end, top) => {
      let seq = [];
      const alts = [seq];
      for (let i = start2; i < end; i++) {
        const tok = toks[i];
        const close = pairs.get(i);
        if (tok.t === "open" && close !== void 0) {
          const sub = build(toks, pairs, i + 1, close, false);
          seq.push({ t: "ext", type: tok.type, alts: sub });
          i = close;
        } else if (tok.t === "bar" && !top) {
          alts.push(seq = []);
        } else if (tok.t === "open") {
          seq.push(lit(tok.type), lit("("));
        } else if (tok.t === "bar") {
          seq.push(lit("|"));
        } else if (tok.t === "close") {
          seq.push(lit(")"));
        } else {
          seq.push(tok);
        }
      }
      return alts;
    };
    normalize = (items, form) => {
      const out = [];
      let run3 = "";
      const flush = () => {
        for (const ch of run3.normalize(form))
          out.push(lit(ch));
        run3 = "";
      };
      for (const it of items) {
        if (it.t === "lit") {
          run3 += it.ch;
          continue;
        }
        flush();
        out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form)) } : it);
      }
      flush();
      return out;
    };
    compile = (items, nocase) => {
      let id = 1;
      const split = (out) => ({ t: "split", id: id++, out });
      const seq = (items2, next) => items2.reduceRight((next2, it) => item(it, next2), next);
      const item = (it, next) => {
        switch (it.t) {
          case "lit":
            const re = nocase ? foldRe(it.ch) : void 0;
            return { t: "lit", id: id++, ch: it.ch, re, next };
          case "any":
          case "star":
            return { t: it.t, id: id++, next };
          case "class":
            return { t: "class", id: id++, re: it.re, next };
        }
        const alts = (next2) => it.alts.map((a) => seq(a, next2));
        switch (it.type) {
          case "@":
            return split(alts(next));
          case "?":
            return split([next, ...alts(next)]);
          case "!":
            return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
        }
        const after = split([]);
        const entry = split(alts(after));
        after.out.push(next, entry);
        return it.type === "*" ? after : entry;
      };
      const start2 = seq(items, MATCH);
      return [start2, id];
    };
    show = (start2) => {
      const lines3 = [];
      const seen = /* @__PURE__ */ new Set();
      const ref = (n) => n.t === "match" ? "match" : String(n.id);
      const walk = (n, indent) => {
        if (n.t === "match" || seen.has(n))
          return;
        seen.add(n);
        const line = (desc) => lines3.push(`${indent}${n.id}: ${desc}`);
        switch (n.t) {
          case "split":
            line(`split -> ${n.out.map(ref).join(", ")}`);
            for (const o of n.out)
              walk(o, indent);
            return;
          case "neg":
            line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
            walk(n.sub, indent + "  ");
            return walk(n.next, indent);
          case "lit":
            line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
            break;
          case "class":
            line(`${n.re} -> ${ref(n.next)}`);
            break;
          default:
            line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
        }
        walk(n.next, indent);
      };
      walk(start2, "");
      return [`start -> ${ref(start2)}`, ...lines3].join("\n");
    };
    State = class {
      // set by the Sim, to mark the nodes that this state has
      gen;
      threads = [];
      match = false;
      runs = [];
      // the sorted ids of the threads, with 0 for a match, once the
      // state is done
      ids = [];
      constructor(gen) {
        this.gen = gen;
      }
      // no threads, so nothing more can match
      get dead() {
        return !this.threads.length && !this.match && !this.runs.length;
      }
    };
    sameState = (a, b) => {
      if (a.ids.length !== b.ids.length)
        return false;
      if (a.runs.length !== b.runs.length)
        return false;
      if (a.ids.some((id, i) => id !== b.ids[i]))
        return false;
      return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
    };
    marks = (size) => ({
      has: new Float64Array(size),
      seen: new Float64Array(size),
      gen: 0
    });
    Sim = class {
      // `.` and `..` only match literal dots, even with `dot:true`
      dots;
      // the string starts with `.`, and `dot:true` is not set
      dotStart;
      #marks;
      constructor(dots, dotStart, marks2) {
        this.dots = dots;
        this.dotStart = dotStart;
        this.#marks = marks2;
      }
      state() {
        return new State(++this.#marks.gen);
      }
      // sort the ids of a state, once it has all of its threads
      done(state) {
        state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
        if (state.match)
          state.ids.unshift(MATCH.id);
        return state;
      }
      // true the first time that the state walks through the node, so
      // that loops in the graph stop
      #visit(state, node2) {
        const { seen } = this.#marks;
        if (seen[node2.id] === state.gen)
          return false;
        seen[node2.id] = state.gen;
        return true;
      }
      #addThread(state, node2) {
        const { has } = this.#marks;
        if (has[node2.id] === state.gen)
          return false;
        has[node2.id] = state.gen;
        state.threads.push(node2);
        return true;
      }
      // wildcards only match a leading dot if `dot:true`. In a negated
      // sub-pattern, this does not apply, because the negation itself
      // can not match a leading dot.
      restricted(i, top) {
        return top && (this.dots || this.dotStart && i === 0);
      }
      add(state, node2, i, top) {
        switch (node2.t) {
          case "split":
            if (!this.#visit(state, node2))
              return;
            for (const o of node2.out)
              this.add(state, o, i, top);
            return;
          case "neg":
            if (!this.#visit(state, node2))
              return;
            const sub = this.state();
            this.add(sub, node2.sub, i, false);
            this.done(sub);
            return this.addRun(state, { t: "run", neg: node2, state: sub }, i, top);
          case "star":
            if (this.restricted(i, top))
              return;
            if (this.#addThread(state, node2))
              this.add(state, node2.next, i, top);
            return;
          case "match":
            state.match = true;
            return;
          default:
            this.#addThread(state, node2);
        }
      }
      addRun(state, run3, i, top) {
        for (const r of state.runs) {
          if (r.neg === run3.neg && sameState(r.state, run3.state))
            return;
        }
        state.runs.push(run3);
        if (!run3.state.match) {
          this.add(state, run3.neg.next, i, top);
        }
      }
      // the threads after char `c`, at index `i`
      step(state, c, i, top) {
        const next = this.state();
        for (const th of state.threads) {
          switch (th.t) {
            case "lit":
              if (litMatch(th, c)) {
                this.add(next, th.next, i + 1, top);
              }
              break;
            case "any":
              if (!this.restricted(i, top))
                this.add(next, th.next, i + 1, top);
              break;
            case "class":
              if (!this.restricted(i, top) && th.re.test(c)) {
                this.add(next, th.next, i + 1, top);
              }
              break;
            case "star":
              if (!this.restricted(i, top))
                this.add(next, th, i + 1, top);
          }
        }
        if (!this.restricted(i, top)) {
          for (const run3 of state.runs) {
            if (run3.state.dead) {
              this.addRun(next, run3, i + 1, top);
              continue;
            }
            const sub = this.step(run3.state, c, i, false);
            this.addRun(next, { t: "run", neg: run3.neg, state: sub }, i + 1, top);
          }
        }
        return this.done(next);
      }
    };
    stateKey = (state) => {
      const ids = state.ids.join();
      if (!state.runs.length)
        return ids;
      const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
      return `${ids}|${runs.sort().join("|")}`;
    };
    DFA_BUDGET = 1 << 18;
    Dfa = class {
      #start;
      #states = /* @__PURE__ */ new Map();
      #size = 0;
      #plain;
      #dotStart;
      #sim;
      #dotSim;
      constructor(start2, marks2) {
        this.#start = start2;
        this.#sim = new Sim(false, false, marks2);
        this.#dotSim = new Sim(false, true, marks2);
      }
      #make(state) {
        return {
          state,
          match: state.match,
          dead: state.dead,
          next: /* @__PURE__ */ new Map()
        };
      }
      #intern(state) {
        const key = stateKey(state);
        const found = this.#states.get(key);
        if (found)
          return found;
        if (this.#size > DFA_BUDGET)
          this.#clear();
        const d = this.#make(state);
        this.#states.set(key, d);
        this.#size += key.length + 1;
        return d;
      }
      #clear() {
        this.#states.clear();
        this.#size = 0;
        this.#plain = void 0;
        this.#dotStart = void 0;
      }
      start(dotStart) {
        if (dotStart) {
          if (this.#dotStart)
            return this.#dotStart;
          const state2 = this.#dotSim.state();
          this.#dotSim.add(state2, this.#start, 0, true);
          return this.#dotStart = this.#make(this.#dotSim.done(state2));
        }
        if (this.#plain)
          return this.#plain;
        const state = this.#sim.state();
        this.#sim.add(state, this.#start, 0, true);
        return this.#plain = this.#intern(this.#sim.done(state));
      }
      // the next state, after a miss in `d.ascii`
      next(d, c) {
        const code = c.charCodeAt(0);
        const found = code < 128 ? void 0 : d.next.get(c);
        if (found)
          return found;
        const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
        if (code < 128) {
          if (!d.ascii) {
            d.ascii = new Array(128);
            this.#size += 128;
          }
          d.ascii[code] = n;
        } else {
          d.next.set(c, n);
        }
        this.#size++;
        return n;
      }
    };
    linear = (start2) => {
      const nodes = [];
      for (let n = start2; n.t !== "match"; n = n.next) {
        if (n.t === "split" || n.t === "neg")
          return void 0;
        nodes.push(n);
      }
      return nodes;
    };
    testLinear = (nodes, chars, start2, end) => {
      let ni = 0;
      let ci = start2;
      let starNi = -1;
      let starCi = 0;
      while (ci < end) {
        const n = nodes[ni];
        if (n?.t === "star") {
          starNi = ni++;
          starCi = ci;
          continue;
        }
        const c = chars[ci];
        if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
          ni++;
          ci++;
          continue;
        }
        if (starNi === -1)
          return false;
        ni = starNi + 1;
        ci = ++starCi;
      }
      while (nodes[ni]?.t === "star")
        ni++;
      return ni === nodes.length;
    };
    lengths = (items) => {
      let min = 0;
      let max = 0;
      for (const it of items) {
        const [lo, hi] = itemLengths(it);
        min += lo;
        max += hi;
      }
      return [min, max];
    };
    itemLengths = (it) => {
      if (it.t === "star")
        return [0, Infinity];
      if (it.t !== "ext")
        return [1, 1];
      if (it.type === "!")
        return [0, Infinity];
      const alts = it.alts.map(lengths);
      const min = Math.min(...alts.map((a) => a[0]));
      const max = Math.max(...alts.map((a) => a[1]));
      const loop = max === 0 ? 0 : Infinity;
      return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
    };
    hasAffix = (lits, chars, start2) => {
      for (let j = 0; j < lits.length; j++) {
        if (!litMatch(lits[j], chars[start2 + j]))
          return false;
      }
      return true;
    };
    slashOrSurrogate = /[/\ud800-\udfff]/;
    surrogate = /[\ud800-\udfff]/;
    codePoints = (s) => surrogate.test(s) ? [...s] : s;
    noSlash = (s) => {
      if (s.includes("/")) {
        throw new Error("can only match a single path portion, got: " + s);
      }
    };
    Matcher = class {
      pattern;
      options;
      #start;
      // the number of node ids
      #size;
      #marks;
      // the Sim for strings that are only `.` or `..`
      #dotsSim;
      // the string to compare, if the pattern has no magic. With
      // `nocase:true`, the RegExp that folds case is made when it is
      // first used.
      #literal;
      #literalFold = false;
      #literalRe;
      // the nodes between the prefix and suffix, if the graph is a
      // single chain
      #linear;
      // the linear nodes are only `*` and `?`, so the length bounds and
      // the prefix and suffix decide the match
      #wild = false;
      // the least and most chars that a match can have
      #min = 0;
      #max = Infinity;
      // the literals that a match must start and end with. Each one
      // matches exactly one char, and they are distinct items in the
      // pattern, so a string that does not have them can not match.
      #prefix = [];
      #suffix = [];
      // the prefix and suffix as strings, if they do not fold case
      #prefixStr;
      #suffixStr;
      // there is a prefix or suffix to check
      #affix = false;
      #dfa;
      #form;
      constructor(pattern, options = {}) {
        if (pattern.includes("/")) {
          throw new Error("can only match a single path portion, got pattern: " + pattern);
        }
        this.pattern = pattern;
        this.options = options;
        const { nocase = false, noext = false, normalize: n } = options;
        this.#form = n === true ? "NFC" : n || void 0;
        const literal2 = /^[?*+@]\(\)$/.test(pattern);
        const toks = tokenize(pattern, nocase, noext || literal2, this.#form, options.rangeMark);
        let [items] = build(toks, pair(toks), 0, toks.length, true);
        if (this.#form)
          items = normalize(items, this.#form);
        const [start2, size] = compile(items, nocase);
        this.#start = start2;
        this.#size = size;
        if (items.every((it) => it.t === "lit")) {
          this.#literal = items.map((it) => it.ch).join("");
          this.#literalFold = nocase;
        } else {
          const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
          for (const it of items) {
            const l = lit2(it);
            if (!l)
              break;
            this.#prefix.push(l);
          }
          for (let j = items.length - 1; j >= 0; j--) {
            const l = lit2(items[j]);
            if (!l)
              break;
            this.#suffix.unshift(l);
          }
          this.#affix = !!(this.#prefix.length || this.#suffix.length);
          if (!nocase) {
            this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
            this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
          }
          this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
          this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
          const [min, max] = lengths(items);
          this.#min = min;
          this.#max = max;
        }
      }
      test(s) {
        if (this.#form) {
          noSlash(s);
          return this.#test(s.normalize(this.#form));
        }
        if (slashOrSurrogate.test(s)) {
          noSlash(s);
          return this.#test(s, [...s]);
        }
        return this.#test(s, s);
      }
      /**
       * The same as {@link Matcher#test}, but the string is not checked
       * for `/` chars, so the result for a string that has one is not
       * defined. Only use it for a string that is known to be one path
       * portion, such as a part of a path that was split on `/`. It can
       * be faster, because some patterns do not need to look at each char
       * of the string.
       */
      testUnchecked(s) {
        return this.#test(this.#form ? s.normalize(this.#form) : s);
      }
      // Test a string that has no `/`. `chars` indexes it by code point.
      // If it is not given, it is only found if a step needs it.
      #test(s, chars) {
        if (this.#literal !== void 0) {
          return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
        }
        const min = this.#min;
        const max = this.#max;
        if (chars === void 0) {
          const most = s.length;
          const least = most + 1 >> 1;
          if (most < min || least > max)
            return false;
          if (least < min || most > max)
            chars = codePoints(s);
        }
        if (chars !== void 0 && (chars.length < min || chars.length > max)) {
          return false;
        }
        const prefix2 = this.#prefix.length;
        if (this.#affix) {
          if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
            if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
              return false;
            }
          } else {
            chars ??= codePoints(s);
            const end = chars.length - this.#suffix.length;
            if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
              return false;
            }
          }
        }
        const dotStart = !this.options.dot && s.startsWith(".");
        if (this.#linear) {
          if (s === "." || s === "..")
            return false;
          if (dotStart && !prefix2)
            return false;
          if (this.#wild)
            return true;
          chars ??= codePoints(s);
          const end = chars.length - this.#suffix.length;
          return testLinear(this.#linear, chars, prefix2, end);
        }
        chars ??= codePoints(s);
        if (s === "." || s === "..") {
          this.#marks ??= marks(this.#size);
          const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
          const start2 = sim.state();
          sim.add(start2, this.#start, 0, true);
          let state = sim.done(start2);
          for (let i = 0; i < chars.length; i++) {
            state = sim.step(state, chars[i], i, true);
          }
          return state.match;
        }
        this.#marks ??= marks(this.#size);
        const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
        let d = dfa.start(dotStart);
        const str = chars === s;
        for (let i = 0; i < chars.length; i++) {
          if (d.dead)
            return false;
          const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
          d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
        }
        return d.match;
      }
      /** a readable listing of the state machine */
      toString() {
        return show(this.#start);
      }
    };
  }
});

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH, assertValidPattern;
var init_assert_valid_pattern = __esm({
  "node_modules/minimatch/dist/esm/assert-valid-pattern.js"() {
    MAX_PATTERN_LENGTH = 1024 * 64;
    assertValidPattern = (pattern) => {
      if (typeof pattern !== "string") {
        throw new TypeError("invalid pattern");
      }
      if (pattern.length > MAX_PATTERN_LENGTH) {
        throw new TypeError("pattern is too long");
      }
    };
  }
});

// node_modules/minimatch/dist/esm/escape.js
var escape;
var init_escape = __esm({
  "node_modules/minimatch/dist/esm/escape.js"() {
    escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
      const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
      const c = e.charAt(0);
      if (c === "#") {
        return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
      }
      if (c === "!") {
        return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
      }
      return e;
    };
  }
});

// node_modules/minimatch/dist/esm/unescape.js
var unescape;
var init_unescape = __esm({
  "node_modules/minimatch/dist/esm/unescape.js"() {
    unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
      if (windowsPathsNoEscape && s.startsWith("@(!)")) {
        return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
      }
      if (magicalBraces) {
        return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
      }
      return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
    };
  }
});

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX, DEFAULT_GLOB_STAR_RECURSION_MAX, AWE_KEY, minimatch, cache, oldCache, cacheSize, cacheTotalWeight, cacheMax, cacheMaxWeight, cacheMaxEntryWeight, cacheWeight, tri, booleanWeights, optionsKey, copyOptions, cachedMinimatch, defaultPlatform, path, sep, GLOBSTAR, filter, ext, defaults, braceExpand, RANGE_MIN, rangeRe, inRepeatOrNegExt, match, globMagic, classEnd, literal, MAX_EXTGLOBS, extglobCount, assertValidExtglobs, extSafe, lastSplit, lastChecked, portionMatch, endIndex, isDots, isDrive, isLongUNC, uncHost, walkable, dotPortion, isSep, nextSep, lastSep, PENDING, Minimatch;
var init_esm4 = __esm({
  "node_modules/minimatch/dist/esm/index.js"() {
    init_esm2();
    init_esm3();
    init_assert_valid_pattern();
    init_escape();
    init_unescape();
    init_escape();
    init_unescape();
    DEFAULT_BRACE_EXPAND_MAX = 1e5;
    DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
    AWE_KEY = "allowWindowsEscape";
    minimatch = (p, pattern, options) => {
      assertValidPattern(pattern);
      if (!options?.nocomment && pattern.charAt(0) === "#") {
        return false;
      }
      return cachedMinimatch(pattern, options).match(p);
    };
    cache = /* @__PURE__ */ new Map();
    oldCache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
    cacheMax = 256;
    cacheMaxWeight = 1 << 15;
    cacheMaxEntryWeight = 1 << 12;
    cacheWeight = (mm) => {
      let w = mm.pattern.length;
      for (const s of mm.globSet) {
        w += s.length + 1;
        if (w > cacheMaxEntryWeight)
          break;
      }
      return w;
    };
    tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
    booleanWeights = new Map(Object.keys({
      nobrace: 0,
      nocomment: 0,
      nonegate: 0,
      noglobstar: 0,
      noext: 0,
      nonull: 0,
      partial: 0,
      dot: 0,
      nocase: 0,
      nocaseMagicOnly: 0,
      magicalBraces: 0,
      matchBase: 0,
      flipNegate: 0,
      preserveMultipleSlashes: 0,
      windowsNoMagicRoot: 0
    }).map((k, i) => [k, 24 * 3 ** i]));
    optionsKey = (o) => {
      let n = 0;
      let wpe = false;
      for (const k in o) {
        const v = o[k];
        switch (k) {
          // the same test as the Minimatch constructor
          case "windowsPathsNoEscape":
            if (v)
              wpe = true;
            break;
          case AWE_KEY:
            if (v === false)
              wpe = true;
            break;
          case "platform": {
            const p = v || defaultPlatform;
            if (p === defaultPlatform)
              break;
            if (p === "darwin")
              n += 3;
            else if (p === "win32")
              n += 6;
            else if (p === "linux")
              n += 9;
            else
              return JSON.stringify(o);
            break;
          }
          case "optimizationLevel":
            if (v === void 0)
              break;
            n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
            break;
          case "braceExpandMax":
            if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
              return JSON.stringify(o);
            }
            break;
          case "maxGlobstarRecursion":
            if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
              return JSON.stringify(o);
            }
            break;
          case "normalize":
            if (v !== void 0)
              return JSON.stringify(o);
            break;
          default:
            n += (booleanWeights.get(k) ?? 0) * tri(v);
        }
      }
      return wpe ? n + 12 : n;
    };
    copyOptions = (o) => {
      const copy2 = {};
      for (const k in o)
        copy2[k] = o[k];
      return copy2;
    };
    cachedMinimatch = (pattern, options) => {
      const key = options ? optionsKey(options) : 0;
      let mm = cache.get(key)?.get(pattern);
      if (mm)
        return mm;
      mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
      const weight = cacheWeight(mm);
      if (weight > cacheMaxEntryWeight)
        return mm;
      if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
        oldCache = cache;
        cache = /* @__PURE__ */ new Map();
        cacheSize = 0;
        cacheTotalWeight = 0;
      }
      let byPattern = cache.get(key);
      if (!byPattern)
        cache.set(key, byPattern = /* @__PURE__ */ new Map());
      byPattern.set(pattern, mm);
      cacheSize++;
      cacheTotalWeight += weight;
      return mm;
    };
    defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
    path = {
      win32: { sep: "\\" },
      posix: { sep: "/" }
    };
    sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
    minimatch.sep = sep;
    GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
    minimatch.GLOBSTAR = GLOBSTAR;
    filter = (pattern, options) => {
      let mm;
      return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
    };
    minimatch.filter = filter;
    ext = (a, b = {}) => Object.assign({}, a, b);
    defaults = (def) => {
      if (!def || typeof def !== "object" || !Object.keys(def).length) {
        return minimatch;
      }
      const orig = minimatch;
      const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
      return Object.assign(m, {
        Minimatch: class Minimatch extends orig.Minimatch {
          constructor(pattern, options = {}) {
            super(pattern, ext(def, options));
          }
          static defaults(options) {
            return orig.defaults(ext(def, options)).Minimatch;
          }
        },
        unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
        escape: (s, options = {}) => orig.escape(s, ext(def, options)),
        filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
        defaults: (options) => orig.defaults(ext(def, options)),
        braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
        match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
        sep: orig.sep,
        GLOBSTAR
      });
    };
    minimatch.defaults = defaults;
    braceExpand = (pattern, options = {}) => {
      assertValidPattern(pattern);
      if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
        return [pattern];
      }
      let p = pattern.replace(/\\\\/g, "\\\\\\\\");
      if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
        p = p.replace(/\[([{}])\]/g, "[\\$1]");
      }
      return expand(p, { max: options.braceExpandMax });
    };
    minimatch.braceExpand = braceExpand;
    RANGE_MIN = 100;
    rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
    inRepeatOrNegExt = (portion, mark) => {
      const stack = [];
      for (let i = 0; i < portion.length; i++) {
        const c = portion.charAt(i);
        if (c === "\\") {
          i++;
        } else if (c === mark) {
          if (stack.some((t) => t !== "@" && t !== "?"))
            return true;
        } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
          stack.push(c);
          i++;
        } else if (c === ")") {
          stack.pop();
        }
      }
      return false;
    };
    match = (list, pattern, options = {}) => {
      const mm = new Minimatch(pattern, options);
      list = list.filter((f) => mm.match(f));
      if (mm.options.nonull && !list.length) {
        list.push(pattern);
      }
      return list;
    };
    minimatch.match = match;
    globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
    classEnd = (pattern, start2) => {
      let i = start2 + 1;
      if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^")
        i++;
      let sawStart = false;
      for (; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === "]" && sawStart)
          return i;
        sawStart = true;
        if (c === "\\")
          i++;
      }
      return -1;
    };
    literal = (pattern, noext) => {
      if (!noext && (pattern === "+()" || pattern === "@()"))
        return pattern;
      let lit2 = "";
      for (let i = 0; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === "\\") {
          lit2 += pattern.charAt(++i) || c;
        } else if (c === "*" || c === "?") {
          return void 0;
        } else if (c === "[") {
          const close = classEnd(pattern, i);
          if (close === -1) {
            lit2 += c;
            continue;
          }
          let body = pattern.slice(i + 1, close);
          if (body.startsWith("\\"))
            body = body.slice(1);
          if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
            return void 0;
          }
          lit2 += body;
          i = close;
        } else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) {
          return void 0;
        } else {
          lit2 += c;
        }
      }
      return lit2;
    };
    MAX_EXTGLOBS = 256;
    extglobCount = (pattern) => {
      let n = 0;
      for (let i = 0; i < pattern.length - 1; i++) {
        const c = pattern.charAt(i);
        if (c === "\\") {
          i++;
        } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
          n++;
          i++;
        }
      }
      return n;
    };
    assertValidExtglobs = (pattern) => {
      if (extglobCount(pattern) > MAX_EXTGLOBS) {
        throw new TypeError("pattern has too many extglobs");
      }
    };
    extSafe = (pattern) => {
      if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:"))
        return false;
      let depth = 0;
      for (let i = 0; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === "\\") {
          if (++i === pattern.length)
            return false;
        } else if (c === "[") {
          const close = classEnd(pattern, i);
          if (close !== -1)
            i = close;
        } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
          depth++;
          i++;
        } else if (c === ")") {
          if (!depth--)
            return false;
        } else if (c === "|" && !depth) {
          return false;
        }
      }
      return !depth;
    };
    portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
    endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
    isDots = (p) => p === "." || p === "..";
    isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
    isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
    uncHost = (p) => {
      if (p[0] !== "" || p[1] !== "")
        return -1;
      const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
      const host = p[h];
      const share = p[h + 1];
      return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
    };
    walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
    dotPortion = (f, start2, end, dot, sep3) => {
      for (let k = start2; k < end; ) {
        if (f.charCodeAt(k) === 46) {
          if (!dot)
            return true;
          const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
          if (n >= end || isSep(f.charCodeAt(n), sep3))
            return true;
        }
        const s = nextSep(f, k, sep3);
        if (s === -1)
          return false;
        k = s + 1;
        while (k < end && isSep(f.charCodeAt(k), sep3))
          k++;
      }
      return false;
    };
    isSep = (c, sep3) => sep3 === "/" ? c === 47 : sep3 === "\\" ? c === 92 : c === 47 || c === 92;
    nextSep = (f, from, sep3) => {
      if (sep3 !== "both")
        return f.indexOf(sep3, from);
      const s = f.indexOf("/", from);
      const b = f.indexOf("\\", from);
      return s === -1 ? b : b === -1 ? s : Math.min(s, b);
    };
    lastSep = (f, from, sep3) => sep3 !== "both" ? f.lastIndexOf(sep3, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
    PENDING = {};
    Minimatch = class {
      options;
      set;
      pattern;
      windowsPathsNoEscape;
      nonegate;
      negate;
      comment;
      empty;
      preserveMultipleSlashes;
      partial;
      globSet;
      globParts;
      nocase;
      isWindows;
      platform;
      windowsNoMagicRoot;
      maxGlobstarRecursion;
      // the path can be checked against the last portion, and the string
      // portions, of each row before it is split. See #canMatch.
      #endCheck;
      #literalCheck;
      // level 2 resolves `.` and `..` portions in the path
      #level2;
      // the unicode normalization form, if any
      #form;
      // the string portions of each row in the set
      #literals = [];
      // the rows that #canMatch can match without splitting the path
      #shapes = [];
      // the rows whose last portion can be checked against the path's
      #endRows = [];
      // brace expansion can make the same portion in many rows, so they
      // share one Matcher, and the states that it caches
      #matchers = /* @__PURE__ */ new Map();
      // parse() returns PENDING in place of a Matcher
      #pending = false;
      // the char that marks numeric ranges in globSet, if any
      #rangeMark;
      // the GlobstarParts of each pattern row, by start index and partial
      #globstarParts = /* @__PURE__ */ new WeakMap();
      constructor(pattern, options = {}) {
        assertValidPattern(pattern);
        options = options || {};
        this.options = options;
        this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
        this.pattern = pattern;
        this.platform = options.platform || defaultPlatform;
        this.isWindows = this.platform === "win32";
        this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
        if (this.windowsPathsNoEscape) {
          this.pattern = this.pattern.replace(/\\/g, "/");
        }
        this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
        this.negate = false;
        this.nonegate = !!options.nonegate;
        this.comment = false;
        this.empty = false;
        this.partial = !!options.partial;
        this.nocase = !!this.options.nocase;
        this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
        this.globSet = [];
        this.globParts = [];
        this.set = [];
        this.#endCheck = !this.preserveMultipleSlashes;
        this.#level2 = (options.optimizationLevel ?? 1) >= 2;
        const n = options.normalize;
        this.#form = n === true ? "NFC" : n || void 0;
        this.make();
        const drives = this.set.map((row) => this.#rootIndex(row));
        this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
        this.#literals = this.set.map((row, r) => {
          const end = this.#endRows[r] ? row.length - 1 : row.length;
          const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
          return [...new Set(lits)];
        });
        this.#literalCheck = this.#literals.some((l) => l.length);
        this.#shapes = this.set.map((row, r) => {
          const [p0, p1, p2] = row;
          if (this.#endRows[r] && row.length === 2) {
            if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
              return "tail";
          }
          if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
            return "base";
          }
          if (!this.#endCheck || drives[r] !== -1)
            return void 0;
          if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
          this.maxGlobstarRecursion > 0) {
            return "mid";
          }
          if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
            return "head";
          }
          return void 0;
        });
      }
      // a string portion of a pattern, normalized if the option is set
      #norm(p) {
        return this.#form ? p.normalize(this.#form) : p;
      }
      // On Windows, the index of the last root portion of a row, as
      // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
      // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
      // -1.
      #rootIndex(row) {
        if (!this.isWindows)
          return -1;
        if (isDrive(row[0]))
          return 0;
        const uncDrive = row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3]);
        if (uncDrive)
          return 3;
        const h = uncHost(row);
        return h === -1 ? -1 : h + 1;
      }
      hasMagic() {
        if (this.options.magicalBraces && this.set.length > 1) {
          return true;
        }
        for (const pattern of this.set) {
          for (const part of pattern) {
            if (typeof part !== "string")
              return true;
          }
        }
        return false;
      }
      make() {
        const pattern = this.pattern;
        const options = this.options;
        if (!options.nocomment && pattern.charAt(0) === "#") {
          this.comment = true;
          return;
        }
        if (!pattern) {
          this.empty = true;
          return;
        }
        this.parseNegate();
        this.globSet = [...new Set(this.#expandBraces())];
        const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
        this.globParts = this.preprocess(rawGlobParts);
        this.#pending = true;
        let set = this.globParts.map((s, _, __) => {
          if (this.isWindows && this.windowsNoMagicRoot) {
            const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
            const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
            const isDrive2 = /^[a-z]:/i.test(s[0]);
            if (isUNC) {
              return [
                ...s.slice(0, n).map((p) => this.#norm(p)),
                ...s.slice(n).map((ss) => this.parse(ss))
              ];
            } else if (isDrive2) {
              return [
                this.#norm(s[0]),
                ...s.slice(1).map((ss) => this.parse(ss))
              ];
            }
          }
          return s.map((ss) => this.parse(ss));
        });
        this.set = set.filter((s) => s.indexOf(false) === -1);
        if (this.isWindows) {
          for (let i = 0; i < this.set.length; i++) {
            const p = this.set[i];
            if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
              if (isLongUNC(this.globParts[i][3]))
                p[3] = "UNC";
              p[2] = "?";
            }
          }
        }
        if (!options.noext)
          this.mergeRows();
        this.#pending = false;
        this.set.forEach((row, i) => {
          for (let k = 0; k < row.length; k++) {
            if (row[k] === PENDING) {
              row[k] = this.parse(this.globParts[i][k]);
            }
          }
        });
      }
      // Merge rows that only differ in one portion, where each of them
      // is a Matcher, into one row that matches any of them with
      // `@(a|b|...)`. Then a path is only walked once for all of them,
      // for example with `**/*.{js,ts}`.
      mergeRows() {
        let merged = true;
        while (merged) {
          merged = false;
          if (this.set.length < 2)
            return;
          let keys = this.#mergeKeys();
          const len = Math.max(0, ...this.set.map((r) => r.length));
          for (let k = 0; k < len; k++) {
            const groups = /* @__PURE__ */ new Map();
            const R = this.set.length + 1;
            this.set.forEach((row, i) => {
              if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) {
                return;
              }
              const { pre, suf } = keys[i];
              const key = pre[k] * R + suf[k + 1];
              const g = groups.get(key);
              if (g)
                g.push(i);
              else
                groups.set(key, [i]);
            });
            const drop = /* @__PURE__ */ new Set();
            for (const g of groups.values()) {
              if (g.length < 2)
                continue;
              const [first2, ...rest] = g;
              const alts = g.map((i) => this.globParts[i][k]);
              const glob2 = `@(${alts.join("|")})`;
              if (extglobCount(glob2) > MAX_EXTGLOBS)
                continue;
              this.globParts[first2][k] = glob2;
              this.set[first2][k] = this.parse(glob2);
              for (const i of rest)
                drop.add(i);
            }
            if (drop.size) {
              merged = true;
              this.set = this.set.filter((_, i) => !drop.has(i));
              this.globParts = this.globParts.filter((_, i) => !drop.has(i));
              if (this.set.length < 2)
                return;
              keys = this.#mergeKeys();
            }
          }
        }
      }
      // For each row, number ids for its prefixes and suffixes, such that
      // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
      // Two rows are the same other than at portion k exactly when they
      // have the same pre[k] and suf[k + 1]. This is linear in the size of
      // the rows, where joining the whole row for every k was quadratic.
      #mergeKeys() {
        const partIds = /* @__PURE__ */ new Map();
        const ids = this.globParts.map((parts) => parts.map((s) => {
          let id = partIds.get(s);
          if (id === void 0)
            partIds.set(s, id = partIds.size);
          return id;
        }));
        const P = partIds.size;
        const len = Math.max(0, ...ids.map((r) => r.length));
        const keys = ids.map((r) => ({
          pre: [0],
          suf: new Array(r.length + 1).fill(0)
        }));
        for (let k = 0; k < len; k++) {
          const m = /* @__PURE__ */ new Map();
          ids.forEach((r, i) => {
            if (k >= r.length)
              return;
            const { pre } = keys[i];
            const key = pre[k] * P + r[k];
            let id = m.get(key);
            if (id === void 0)
              m.set(key, id = m.size + 1);
            pre.push(id);
          });
        }
        for (let k = len - 1; k >= 0; k--) {
          const m = /* @__PURE__ */ new Map();
          ids.forEach((r, i) => {
            if (k >= r.length)
              return;
            const { suf } = keys[i];
            const key = suf[k + 1] * P + r[k];
            let id = m.get(key);
            if (id === void 0)
              m.set(key, id = m.size + 1);
            suf[k] = id;
          });
        }
        return keys;
      }
      // various transforms to equivalent pattern sets that are
      // faster to process in a filesystem walk.  The goal is to
      // eliminate what we can, and push all ** patterns as far
      // to the right as possible, even if it increases the number
      // of patterns that we have to process.
      preprocess(globParts) {
        if (this.options.noglobstar) {
          for (const partset of globParts) {
            for (let j = 0; j < partset.length; j++) {
              if (partset[j] === "**") {
                partset[j] = "*";
              }
            }
          }
        }
        const { optimizationLevel = 1 } = this.options;
        if (optimizationLevel >= 2) {
          globParts = this.firstPhasePreProcess(globParts);
          globParts = this.secondPhasePreProcess(globParts);
        } else if (optimizationLevel >= 1) {
          globParts = this.levelOneOptimize(globParts);
        } else {
          globParts = this.adjascentGlobstarOptimize(globParts);
        }
        return globParts;
      }
      // just get rid of adjascent ** portions
      adjascentGlobstarOptimize(globParts) {
        return globParts.map((parts) => {
          let gs = -1;
          while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
            let i = gs;
            while (parts[i + 1] === "**") {
              i++;
            }
            if (i !== gs) {
              parts.splice(gs, i - gs);
            }
          }
          return parts;
        });
      }
      // get rid of adjascent ** and resolve .. portions
      levelOneOptimize(globParts) {
        return globParts.map((parts) => {
          const root = this.#rootIndex(parts) + 1;
          parts = parts.reduce((set, part) => {
            const prev = set[set.length - 1];
            if (part === "**" && prev === "**") {
              return set;
            }
            if (part === "..") {
              if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
                set.pop();
                return set;
              }
            }
            set.push(part);
            return set;
          }, []);
          return parts.length === 0 ? [""] : parts;
        });
      }
      // Check the path against each row before it is split. 'no' if no
      // row can match, so it does not need to be split. 'yes' if a row of
      // `**` and one more portion matches. 'maybe' if it must be split to
      // know. None of this applies with partial, where the path can end
      // before the row does.
      //
      // On Windows, `\` is a separator in the path too, and the portions of
      // a row up to its drive letter or UNC share are not checked (see
      // #rootIndex).
      //
      // Each string portion of a row must be a portion of the path, so the
      // path must contain it. Level 2 can only take portions out of the
      // path, so this is still true then.
      //
      // The last portion of a row must match the last portion of the path,
      // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
      // This does not apply to rows that end in **, rows that end in a
      // root, or preserveMultipleSlashes (which can leave more
      // than one '' at the end). At level 2, it does not apply if that
      // portion is `.` or `..`, which can be
      // resolved away. Level 2 only takes other portions out of the
      // middle of the path.
      //
      // A row of `**/x` then matches if the ** can walk the portions
      // before the one that x matches, the same as #matchGlobstar. At
      // level 2, this is only known if none of them are `.` or `..`, so
      // that the path does not change when it is resolved.
      #canMatch(f) {
        const sep3 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
        let ends = this.#endCheck ? 0 : -1;
        let last = "";
        let lastStart = 0;
        let prev;
        let prevStart = 0;
        const dot = !!this.options.dot;
        ROWS: for (let r = 0; r < this.set.length; r++) {
          const row = this.set[r];
          const p = row[row.length - 1];
          let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
          if (end && ends === 0) {
            const i = lastSep(f, f.length, sep3);
            lastStart = i + 1;
            last = f.slice(lastStart);
            if (last === "" && i >= 0) {
              let j = i;
              while (j > 0 && isSep(f.charCodeAt(j - 1), sep3))
                j--;
              prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep3) + 1;
              prev = f.slice(prevStart, j);
            }
            const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
            ends = resolves ? -1 : 1;
            end = !resolves;
          }
          let tailStart = -1;
          if (end && typeof p === "string") {
            tailStart = endIndex(p, last, lastStart, prev, prevStart);
            if (tailStart === -1)
              continue;
          }
          if (this.#literalCheck) {
            for (const l of this.#literals[r]) {
              if (!f.includes(l))
                continue ROWS;
            }
          }
          if (end && typeof p === "object") {
            tailStart = endIndex(p, last, lastStart, prev, prevStart);
            if (tailStart === -1)
              continue;
          }
          const shape = this.#shapes[r];
          if (shape === "base" && end)
            return "yes";
          if (shape === "tail" && end) {
            if (this.#level2 && dotPortion(f, 0, tailStart, true, sep3)) {
              return "maybe";
            }
            if (!dotPortion(f, 0, tailStart, dot, sep3))
              return "yes";
            continue;
          }
          if (shape === "mid" || shape === "head") {
            const m = this.#walk(f, row, shape === "head", dot, sep3);
            if (m !== "no")
              return m;
            continue;
          }
          return "maybe";
        }
        return "no";
      }
      // Match a row of a known shape against the split path, the same as
      // #matchGlobstar and #matchGlobStarBodySections do. None of these
      // rows have a drive letter, so they start at the first portion.
      #matchShape(file, row, shape) {
        const dot = !!this.options.dot;
        const n = file.length;
        if (shape === "head") {
          if (n < 2 || !portionMatch(row[0], file[0])) {
            return false;
          }
          for (let i = 1; i < n; i++)
            if (!walkable(file[i], dot))
              return false;
          return true;
        }
        const x = row[1];
        if (shape === "tail") {
          let t = n - 1;
          if (!portionMatch(x, file[t])) {
            if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) {
              return false;
            }
          }
          for (let i = 0; i < t; i++)
            if (!walkable(file[i], dot))
              return false;
          return true;
        }
        for (let k = 0; k < n; k++) {
          if (portionMatch(x, file[k]) && k + 1 < n) {
            let i = k + 1;
            while (i < n && walkable(file[i], dot))
              i++;
            if (i === n)
              return true;
          }
          if (!walkable(file[k], dot))
            return false;
        }
        return false;
      }
      // Match a row of `**/x/**` or `x/**` against the path, the same as
      // #matchGlobstar and #matchGlobStarBodySections do once it is split.
      // x must match a portion (the first one, for `x/**`), the ** before
      // it must be able to walk the portions before that one, and there
      // must be a portion after it, which the ** after it can walk. At
      // level 2, this is only known if no portion is `.` or `..`.
      #walk(f, row, head, dot, sep3) {
        if (this.#level2 && dotPortion(f, 0, f.length, true, sep3))
          return "maybe";
        const x = row[head ? 0 : 1];
        let s = 0;
        for (let e = nextSep(f, s, sep3); e !== -1; e = nextSep(f, s, sep3)) {
          let next = e + 1;
          while (next < f.length && isSep(f.charCodeAt(next), sep3))
            next++;
          const hit = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
          if (hit && !dotPortion(f, next, f.length, dot, sep3))
            return "yes";
          if (head || dotPortion(f, s, next, dot, sep3))
            return "no";
          s = next;
        }
        return "no";
      }
      // the last split, if it was the same path with the same split
      // settings
      #cachedSplit(f) {
        const last = lastSplit;
        return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
      }
      // split a path for match(), and keep the parts for the next call
      #split(f) {
        const { isWindows, preserveMultipleSlashes } = this;
        let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
        const normalize2 = this.#form;
        if (normalize2)
          parts = parts.map((p) => p.normalize(normalize2));
        lastSplit = {
          f,
          isWindows,
          preserveMultipleSlashes,
          normalize: normalize2,
          parts
        };
        return lastSplit;
      }
      // resolve `.` and `..` portions of a path, for level 2
      #levelTwoFileOptimize(file) {
        const parts = [...file];
        let didSomething = false;
        do {
          didSomething = false;
          if (!this.preserveMultipleSlashes) {
            for (let i = 1; i < parts.length - 1; i++) {
              const p = parts[i];
              if (i === 1 && p === "" && parts[0] === "")
                continue;
              if (p === "." || p === "") {
                didSomething = true;
                parts.splice(i, 1);
                i--;
              }
            }
            if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
              didSomething = true;
              parts.pop();
            }
          }
          const root = this.#rootIndex(parts) + 1;
          let dd = root;
          while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
            const p = parts[dd - 1];
            if (p && p !== "." && p !== ".." && p !== "**") {
              didSomething = true;
              parts.splice(dd - 1, 2);
              dd = Math.max(dd - 2, root);
            }
          }
        } while (didSomething);
        return parts.length === 0 ? [""] : parts;
      }
      // First phase: single-pattern processing
      // <pre> is 1 or more portions
      // <rest> is 1 or more portions
      // <p> is any portion other than ., .., '', or **
      // <e> is . or ''
      //
      // **/.. is *brutal* for filesystem walking performance, because
      // it effectively resets the recursive walk each time it occurs,
      // and ** cannot be reduced out by a .. pattern part like a regexp
      // or most strings (other than .., ., and '') can be.
      //
      // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
      // <pre>/<e>/<rest> -> <pre>/<rest>
      // <pre>/<p>/../<rest> -> <pre>/<rest>
      // **/**/<rest> -> **/<rest>
      //
      // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
      // this WOULD be allowed if ** did follow symlinks, or * didn't
      firstPhasePreProcess(globParts) {
        const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
        let splitCells = 0;
        const maxSplitCells = 1e6;
        let didSomething = false;
        do {
          didSomething = false;
          for (let parts of globParts) {
            let gs = -1;
            while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
              let gss = gs;
              while (parts[gss + 1] === "**") {
                gss++;
              }
              if (gss > gs) {
                parts.splice(gs + 1, gss - gs);
              }
              let next = parts[gs + 1];
              const p = parts[gs + 2];
              const p2 = parts[gs + 3];
              if (next !== "..")
                continue;
              if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
                continue;
              }
              const addedCells = parts.length - 1;
              if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
                throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
              }
              didSomething = true;
              parts.splice(gs, 1);
              const other = parts.slice(0);
              other[gs] = "**";
              splitCells += addedCells;
              globParts.push(other);
              gs--;
            }
            if (!this.preserveMultipleSlashes) {
              for (let i = 1; i < parts.length - 1; i++) {
                const p = parts[i];
                if (i === 1 && p === "" && parts[0] === "")
                  continue;
                if (p === "." || p === "") {
                  didSomething = true;
                  parts.splice(i, 1);
                  i--;
                }
              }
              if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
                didSomething = true;
                parts.pop();
              }
            }
            const root = this.#rootIndex(parts) + 1;
            let dd = root;
            while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
              const p = parts[dd - 1];
              if (p && p !== "." && p !== ".." && p !== "**") {
                didSomething = true;
                const needDot = dd === 1 && parts[dd + 1] === "**";
                const splin = needDot ? ["."] : [];
                parts.splice(dd - 1, 2, ...splin);
                if (parts.length === 0)
                  parts.push("");
                dd = Math.max(dd - 2, root);
              }
            }
          }
        } while (didSomething);
        return globParts;
      }
      // second phase: multi-pattern dedupes
      // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
      // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
      secondPhasePreProcess(globParts) {
        const keys = /* @__PURE__ */ new Set();
        const rows = globParts.filter((parts) => {
          const key = parts.join("/");
          if (keys.has(key))
            return false;
          keys.add(key);
          return true;
        });
        const stars = /* @__PURE__ */ new Map();
        for (const parts of rows) {
          const s = [];
          for (let i = 0; i < parts.length; i++) {
            if (parts[i] === "*")
              s.push(i);
          }
          if (s.length)
            stars.set(s.join(","), s);
        }
        if (!stars.size || rows.length * stars.size > 1e5)
          return rows;
        const { dot } = this.options;
        return rows.filter((parts) => {
          for (const s of stars.values()) {
            if (s[s.length - 1] >= parts.length)
              continue;
            const c = [...parts];
            let ok = true;
            let changed2 = false;
            for (const i of s) {
              const p = parts[i];
              if (p === "*")
                continue;
              if (!p || p === "**" || !dot && p.startsWith(".")) {
                ok = false;
                break;
              }
              c[i] = "*";
              changed2 = true;
            }
            if (ok && changed2 && keys.has(c.join("/")))
              return false;
          }
          return true;
        });
      }
      parseNegate() {
        if (this.nonegate)
          return;
        const pattern = this.pattern;
        let negate = false;
        let negateOffset = 0;
        for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
          negate = !negate;
          negateOffset++;
        }
        if (negateOffset)
          this.pattern = pattern.slice(negateOffset);
        this.negate = negate;
      }
      // Match the parts of a path against one row of the set. `resolved`
      // is the parts after level 2 resolves `.` and `..` in them, or the
      // same parts below level 2. Set partial to true to test if, for
      // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
      // you run out of file before you run out of pattern, then that's
      // fine, as long as all the parts match.
      #matchRow(file, resolved, pattern, partial2) {
        let fileStartIndex = 0;
        let patternStartIndex = 0;
        const fh = this.isWindows ? uncHost(resolved) : -1;
        const ph = fh === -1 ? -1 : uncHost(pattern);
        if (ph !== -1) {
          const host = pattern[ph];
          const share = pattern[ph + 1];
          if (typeof host !== "string" || typeof share !== "string") {
            fileStartIndex = fh;
            patternStartIndex = ph;
          } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
            fileStartIndex = fh + 2;
            patternStartIndex = ph + 2;
          }
        } else if (this.isWindows) {
          const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
          const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
          const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
          const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
          const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
          const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
          if (typeof fdi === "number" && typeof pdi === "number") {
            const [fd, pd] = [
              file[fdi],
              pattern[pdi]
            ];
            if (fd.toLowerCase() === pd.toLowerCase()) {
              patternStartIndex = pdi + 1;
              fileStartIndex = fdi + 1;
            }
          }
        }
        file = resolved;
        if (pattern.includes(GLOBSTAR)) {
          return this.#matchGlobstar(file, pattern, partial2, fileStartIndex, patternStartIndex);
        }
        return this.#matchOne(file, pattern, partial2, fileStartIndex, patternStartIndex);
      }
      #matchGlobstar(file, pattern, partial2, fileIndex, patternIndex) {
        const { head, body, tail: tail2, segments } = this.#getGlobstarParts(pattern, partial2, patternIndex);
        if (head.length) {
          const headEnd = fileIndex + head.length;
          if (!this.#matchOne(file, head, partial2, fileIndex, 0, headEnd)) {
            return false;
          }
          fileIndex += head.length;
          patternIndex += head.length;
        }
        let fileTailMatch = 0;
        if (tail2.length) {
          if (tail2.length + fileIndex > file.length)
            return false;
          let tailStart = file.length - tail2.length;
          if (this.#matchOne(file, tail2, partial2, tailStart, 0)) {
            fileTailMatch = tail2.length;
          } else {
            if (file[file.length - 1] !== "" || fileIndex + tail2.length === file.length) {
              return false;
            }
            tailStart--;
            if (!this.#matchOne(file, tail2, partial2, tailStart, 0)) {
              return false;
            }
            fileTailMatch = tail2.length + 1;
          }
        }
        if (!body.length) {
          let sawSome = !!fileTailMatch;
          for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
            const f = String(file[i]);
            sawSome = true;
            if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
              return false;
            }
          }
          return partial2 || sawSome;
        }
        return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial2, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
      }
      // Split the pattern into head, tail, and middle of ** delimited
      // parts. The tail has to be at the end, and the others just have to
      // be found in order from the head. These only depend on the pattern
      // row, so they are kept for the next path.
      #getGlobstarParts(pattern, partial2, patternIndex) {
        let byStart = this.#globstarParts.get(pattern);
        if (!byStart) {
          byStart = [];
          this.#globstarParts.set(pattern, byStart);
        }
        const key = patternIndex * 2 + (partial2 ? 1 : 0);
        const found = byStart[key];
        if (found)
          return found;
        const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
        const lastgs = pattern.lastIndexOf(GLOBSTAR);
        const head = pattern.slice(patternIndex, firstgs);
        const body = pattern.slice(firstgs + 1, partial2 ? void 0 : lastgs);
        const tail2 = partial2 ? [] : pattern.slice(lastgs + 1);
        const segments = [[[], 0]];
        let current = segments[0];
        let nonGsParts = 0;
        const nonGsPartsSums = [0];
        for (const b of body) {
          if (b === GLOBSTAR) {
            nonGsPartsSums.push(nonGsParts);
            current = [[], 0];
            segments.push(current);
          } else {
            current[0].push(b);
            nonGsParts++;
          }
        }
        segments.forEach((b, i) => {
          b[1] = nonGsParts - nonGsPartsSums[i];
        });
        const parts = { head, body, tail: tail2, segments };
        byStart[key] = parts;
        return parts;
      }
      // return false for "nope, not matching"
      // return null for "not matching, cannot keep trying"
      #matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial2, globStarDepth, sawTail, tried) {
        const bs = bodySegments[bodyIndex];
        if (!bs) {
          if (partial2) {
            return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
          }
          for (let i = fileIndex; i < fileLength; i++) {
            sawTail = true;
            const f = file[i];
            if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
              return false;
            }
          }
          return sawTail;
        }
        const [body, need] = bs;
        const after = partial2 ? fileLength : fileLength - need;
        while (fileIndex <= after) {
          const key = bodyIndex * (file.length + 1) + fileIndex;
          if (tried.has(key))
            return false;
          tried.add(key);
          const m = this.#matchOne(file, body, partial2, fileIndex, 0, fileIndex + body.length);
          if (m && globStarDepth < this.maxGlobstarRecursion) {
            const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial2, globStarDepth + 1, sawTail, tried);
            if (sub !== false) {
              return sub;
            }
          }
          if (fileIndex === after)
            break;
          const f = file[fileIndex];
          if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
            return false;
          }
          fileIndex++;
        }
        return partial2 || null;
      }
      #matchOne(file, pattern, partial2, fileIndex, patternIndex, fileEnd = file.length) {
        let fi;
        let pi;
        let pl;
        let fl;
        for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
          let p = pattern[pi];
          let f = file[fi];
          if (p === false || p === GLOBSTAR) {
            return false;
          }
          if (!portionMatch(p, f))
            return false;
        }
        if (fi === fl && pi === pl) {
          return true;
        } else if (fi === fl) {
          return partial2;
        } else if (pi === pl) {
          return fi === fl - 1 && file[fi] === "";
        } else {
          throw new Error("wtf?");
        }
      }
      braceExpand() {
        return braceExpand(this.pattern, this.options);
      }
      // Expand braces, except numeric ranges such as {0..999} with at
      // least RANGE_MIN values. Each of those stays in its pattern as
      // `<mark>0..999<mark>`, for the Matcher to test. If a range might
      // be inside a [...] class, expand all of them instead.
      #expandBraces() {
        const { pattern } = this;
        if (this.options.nobrace)
          return this.braceExpand();
        let code = 57344;
        while (pattern.includes(String.fromCharCode(code))) {
          if (++code > 63743)
            return this.braceExpand();
        }
        const mark = String.fromCharCode(code);
        let found = false;
        const marked = pattern.replace(rangeRe, (m, lo, hi) => {
          const a = Number(lo);
          const b = Number(hi);
          if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
            return m;
          }
          found = true;
          return `${mark}${lo}..${hi}${mark}`;
        });
        if (!found)
          return this.braceExpand();
        const set = braceExpand(marked, this.options);
        for (const p of set) {
          for (const portion of p.split("/")) {
            const c = portion.indexOf("[");
            if (c !== -1 && c < portion.lastIndexOf(mark)) {
              return this.braceExpand();
            }
            if (!this.options.noext && inRepeatOrNegExt(portion, mark)) {
              return this.braceExpand();
            }
          }
        }
        this.#rangeMark = mark;
        return set;
      }
      parse(pattern) {
        assertValidPattern(pattern);
        const options = this.options;
        if (pattern === "**")
          return GLOBSTAR;
        if (pattern === "")
          return "";
        const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
        const rangeMark = this.#rangeMark;
        const lit2 = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
        if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) {
          return this.#norm(lit2);
        }
        if (this.#pending)
          return PENDING;
        let m = this.#matchers.get(pattern);
        if (!m) {
          if (!noext)
            assertValidExtglobs(pattern);
          m = new Matcher(pattern, {
            nocase,
            noext,
            dot,
            normalize: normalize2,
            ...rangeMark && { rangeMark }
          });
          this.#matchers.set(pattern, m);
        }
        return m;
      }
      #slashSplit(p) {
        if (this.preserveMultipleSlashes) {
          return p.split("/");
        } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
          return ["", ...p.split(/\/+/)];
        } else {
          return p.split(/\/+/);
        }
      }
      match(f, partial2 = this.partial) {
        if (this.comment) {
          return false;
        }
        if (this.empty) {
          return f === "";
        }
        if (f === "/" && partial2) {
          return true;
        }
        const options = this.options;
        let split = this.#cachedSplit(f);
        if (!split) {
          if (!partial2 && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
            lastChecked = f;
            const can = this.#canMatch(f);
            if (can === "no")
              return options.flipNegate ? false : this.negate;
            if (can === "yes")
              return options.flipNegate ? true : !this.negate;
          }
          split = this.#split(f);
        }
        const ff = split.parts;
        const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
        const set = this.set;
        let filename = ff[ff.length - 1];
        if (!filename) {
          for (let i = ff.length - 2; !filename && i >= 0; i--) {
            filename = ff[i];
          }
        }
        for (let r = 0; r < set.length; r++) {
          const pattern = set[r];
          const shape = partial2 ? void 0 : this.#shapes[r];
          const hit = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial2) : this.#matchRow(ff, resolved, pattern, partial2);
          if (hit) {
            if (options.flipNegate) {
              return true;
            }
            return !this.negate;
          }
        }
        if (options.flipNegate) {
          return false;
        }
        return this.negate;
      }
      static defaults(def) {
        return minimatch.defaults(def).Minimatch;
      }
    };
    minimatch.Minimatch = Minimatch;
    minimatch.escape = escape;
    minimatch.unescape = unescape;
  }
});

// src/paths.ts
function createMatcher(patterns, { ignoreCase = false } = {}) {
  const literals = /* @__PURE__ */ new Map();
  const globs = [];
  for (const [index, pattern] of patterns.entries()) {
    for (const text2 of alternatives(denies(pattern) ? pattern.slice(1) : pattern)) {
      if (ignoreCase || MAGIC.test(text2)) globs.push(compile2(text2, index, ignoreCase));
      else literals.set(text2, [...literals.get(text2) ?? [], index]);
    }
  }
  globs.reverse();
  const deciding = (path3) => {
    const literal2 = literals.get(path3)?.at(-1) ?? -1;
    for (const glob2 of globs) {
      if (glob2.index <= literal2) break;
      if (matchesGlob(glob2, path3)) return glob2.index;
    }
    return literal2;
  };
  return {
    deciding,
    matches: (path3) => {
      const index = deciding(path3);
      return index >= 0 && !denies(patterns[index]);
    },
    all: (path3) => {
      const matching = new Set(literals.get(path3));
      for (const glob2 of globs) if (matchesGlob(glob2, path3)) matching.add(glob2.index);
      return [...matching].sort((a, b) => a - b);
    },
    unused: (paths) => {
      const unused = new Set(patterns.keys());
      const waiting = new Set(globs);
      for (const path3 of paths) {
        for (const index of literals.get(path3) ?? []) unused.delete(index);
        for (const glob2 of waiting) {
          if (unused.has(glob2.index) && matchesGlob(glob2, path3)) unused.delete(glob2.index);
          if (!unused.has(glob2.index)) waiting.delete(glob2);
        }
      }
      return [...unused];
    }
  };
}
function denies(pattern) {
  return pattern.startsWith("!") && pattern[1] !== "(";
}
function alternatives(pattern) {
  return minimatch.braceExpand(pattern, { braceExpandMax: MAX_ALTERNATIVES + 1 });
}
function compile2(text2, index, ignoreCase) {
  return {
    index,
    prefix: ignoreCase ? "" : text2.slice(0, text2.search(MAGIC)),
    suffix: ignoreCase ? "" : text2.slice(text2.search(AFTER_MAGIC)),
    minimatch: new Minimatch(text2, ignoreCase ? { ...OPTIONS, nocase: true } : OPTIONS)
  };
}
function matchesGlob(glob2, path3) {
  return path3.startsWith(glob2.prefix) && path3.endsWith(glob2.suffix) && glob2.minimatch.match(path3);
}
var MAX_PATTERN, MAX_ALTERNATIVES, OPTIONS, MAGIC, AFTER_MAGIC;
var init_paths = __esm({
  "src/paths.ts"() {
    "use strict";
    init_esm4();
    MAX_PATTERN = 1024;
    MAX_ALTERNATIVES = 256;
    OPTIONS = {
      dot: true,
      nocomment: true,
      nonegate: true,
      nobrace: true,
      platform: "linux"
    };
    MAGIC = /[*?[\]{}()!+@|\\]/;
    AFTER_MAGIC = /[^*?[\]{}()!+@|\\]*$/;
  }
});

// src/suggestion.ts
function suggestion(word, known) {
  const near = nearestWord(word, known);
  return near === void 0 ? "" : `; did you mean \`${near}\`?`;
}
function nearestWord(word, known) {
  let best;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function editDistance(a, b) {
  if (a.length > MAX_WORD || b.length > MAX_WORD) return a === b ? 0 : Number.POSITIVE_INFINITY;
  let previous = [];
  let current = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(next[j - 1] + 1, current[j] + 1, current[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, previous[j - 2] + 1);
      next.push(cost);
    }
    previous = current;
    current = next;
  }
  return current[b.length];
}
var MAX_WORD;
var init_suggestion = __esm({
  "src/suggestion.ts"() {
    "use strict";
    MAX_WORD = 100;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === ALIAS;
    var isDocument = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === DOC;
    var isMap3 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === MAP;
    var isPair2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === PAIR;
    var isScalar2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SCALAR;
    var isSeq2 = (node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SEQ;
    function isCollection(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode2(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node2) => (isScalar2(node2) || isCollection(node2)) && !!node2.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap3;
    exports.isNode = isNode2;
    exports.isPair = isPair2;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = visit_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        visit_(null, node2, visitor_, Object.freeze([]));
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node2, visitor, path3) {
      const ctrl = callVisitor(key, node2, visitor, path3);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path3, ctrl);
        return visit_(key, ctrl, visitor, path3);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path3 = Object.freeze(path3.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = visit_(i, node2.items[i], visitor, path3);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path3 = Object.freeze(path3.concat(node2));
          const ck = visit_("key", node2.key, visitor, path3);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = visit_("value", node2.value, visitor, path3);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        await visitAsync_(null, node2, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node2, visitor, path3) {
      const ctrl = await callVisitor(key, node2, visitor, path3);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path3, ctrl);
        return visitAsync_(key, ctrl, visitor, path3);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path3 = Object.freeze(path3.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = await visitAsync_(i, node2.items[i], visitor, path3);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path3 = Object.freeze(path3.concat(node2));
          const ck = await visitAsync_("key", node2.key, visitor, path3);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = await visitAsync_("value", node2.value, visitor, path3);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node2, visitor, path3) {
      if (typeof visitor === "function")
        return visitor(key, node2, path3);
      if (identity.isMap(node2))
        return visitor.Map?.(key, node2, path3);
      if (identity.isSeq(node2))
        return visitor.Seq?.(key, node2, path3);
      if (identity.isPair(node2))
        return visitor.Pair?.(key, node2, path3);
      if (identity.isScalar(node2))
        return visitor.Scalar?.(key, node2, path3);
      if (identity.isAlias(node2))
        return visitor.Alias?.(key, node2, path3);
      return void 0;
    }
    function replaceNode(key, path3, node2) {
      const parent = path3[path3.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node2;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node2;
        else
          parent.value = node2;
      } else if (identity.isDocument(parent)) {
        parent.contents = node2;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy2 = new _Directives(this.yaml, this.tags);
        copy2.docStart = this.docStart;
        return copy2;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name3 = parts.shift();
        switch (name3) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version3] = parts;
            if (version3 === "1.1" || version3 === "1.2") {
              this.yaml.version = version3;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version3);
              onError(6, `Unsupported YAML version ${version3}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name3}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error2) {
            onError(String(error2));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines3 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit2.visit(doc.contents, (_key, node2) => {
            if (identity.isNode(node2) && node2.tag)
              tags[node2.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines3.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines3.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor2) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor2)) {
        const sa = JSON.stringify(anchor2);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root, {
        Value(_key, node2) {
          if (node2.anchor)
            anchors.add(node2.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name3 = `${prefix2}${i}`;
        if (!exclude.has(name3))
          return name3;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor2 = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor2);
          return anchor2;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source;
              throw error2;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy2 = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy2.range = this.range.slice();
        return copy2;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count4, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count4);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: (_key, node2) => {
              if (identity.isAlias(node2) || identity.hasAnchor(node2))
                nodes.push(node2);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node2 of nodes) {
          if (node2 === this)
            break;
          if (node2.anchor === this.source)
            found = node2;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node2, anchors2) {
      if (identity.isAlias(node2)) {
        const source = node2.resolve(doc);
        const anchor2 = anchors2 && source && anchors2.get(source);
        return anchor2 ? anchor2.count * anchor2.aliasCount : 0;
      } else if (identity.isCollection(node2)) {
        let count4 = 0;
        for (const item of node2.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count4)
            count4 = c;
        }
        return count4;
      } else if (identity.isPair(node2)) {
        const kc = getAliasCount(doc, node2.key, anchors2);
        const vc = getAliasCount(doc, node2.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match2 = tags.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node3 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node3;
          return node3;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node2 = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node2.tag = tagName;
      else if (!tagObj.default)
        node2.tag = tagObj.tag;
      if (ref)
        ref.node = node2;
      return node2;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path3, value) {
      let v = value;
      for (let i = path3.length - 1; i >= 0; --i) {
        const k = path3[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path3) => path3 == null || typeof path3 === "object" && !!path3[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy2 = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy2.schema = schema;
        copy2.items = copy2.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy2.range = this.range.slice();
        return copy2;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path3, value) {
        if (isEmptyPath(path3))
          this.add(value);
        else {
          const [key, ...rest] = path3;
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.addIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path3) {
        const [key, ...rest] = path3;
        if (rest.length === 0)
          return this.delete(key);
        const node2 = this.get(key, true);
        if (identity.isCollection(node2))
          return node2.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path3, keepScalar) {
        const [key, ...rest] = path3;
        const node2 = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node2) ? node2.value : node2;
        else
          return identity.isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node2) => {
          if (!identity.isPair(node2))
            return false;
          const n = node2.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path3) {
        const [key, ...rest] = path3;
        if (rest.length === 0)
          return this.has(key);
        const node2 = this.get(key, true);
        return identity.isCollection(node2) ? node2.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path3, value) {
        const [key, ...rest] = path3;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.setIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start2 = i + 1;
      let ch = text2[start2];
      while (ch === " " || ch === "	") {
        if (i < start2 + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start2 = i + 1;
          ch = text2[start2];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start2 = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start2 > limit)
            return true;
          start2 = i + 1;
          if (strLen - start2 <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start2 = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start2, i) + "\\ ";
          i += 1;
          start2 = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start2, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start2 = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start2, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start2 = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start2 ? str + json.slice(start2) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start2 = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start2) {
        value = value.substring(start2.length);
        start2 = start2.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start2}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start2}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match2 = tags.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match2 = tags.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name3 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name3} value`);
      }
      return tagObj;
    }
    function stringifyProps(node2, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor2 = (identity.isScalar(node2) || identity.isCollection(node2)) && node2.anchor;
      if (anchor2 && anchors.anchorIsValid(anchor2)) {
        anchors$1.add(anchor2);
        props.push(`&${anchor2}`);
      }
      const tag = node2.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node2 = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node2));
      const props = stringifyProps(node2, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node2, ctx, onComment, onChompKeep) : identity.isScalar(node2) ? stringifyString.stringifyString(node2, ctx, onComment, onChompKeep) : node2.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node2) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node2 of ctx.anchors.keys())
          strCtx.anchors.add(node2.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair2 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair2, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines3 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines3.push("");
          addCommentBefore(ctx, lines3, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines3.push("");
            addCommentBefore(ctx, lines3, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines3.push(blockItemPrefix + str2);
      }
      let str;
      if (lines3.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines3[0];
        for (let i = 1; i < lines3.length; ++i) {
          const line = lines3[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines3 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines3.push("");
          addCommentBefore(ctx, lines3, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines3.push("");
            addCommentBefore(ctx, lines3, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines3.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines3.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines3.push(str);
        linesAtValue = lines3.length;
      }
      const { start: start2, end } = flowChars;
      if (lines3.length === 0) {
        return start2 + end;
      } else {
        if (!reqNewline) {
          const len = lines3.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start2;
          for (const line of lines3)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start2}${fcPadding}${lines3.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines3, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines3.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair2, overwrite) {
        let _pair;
        if (identity.isPair(pair2))
          _pair = pair2;
        else if (!pair2 || typeof pair2 !== "object" || !("key" in pair2)) {
          _pair = new Pair.Pair(pair2, pair2?.value);
        } else
          _pair = new Pair.Pair(pair2.key, pair2.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node2 = it?.value;
        return (!keepScalar && identity.isScalar(node2) ? node2.value : node2) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string3 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string3;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node2.minFractionDigits = str.length - dot - 1;
        return node2;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node2);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines3 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines3[i] = str.substr(o, lineWidth);
          }
          str = lines3.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair2 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair2.key.commentBefore = pair2.key.commentBefore ? `${item.commentBefore}
${pair2.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair2.value ?? pair2.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair2;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair2 of this.items) {
          let key, value;
          if (identity.isPair(pair2)) {
            key = toJS.toJS(pair2.key, "", ctx);
            value = toJS.toJS(pair2.value, key, ctx);
          } else {
            key = toJS.toJS(pair2, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node2.minFractionDigits = f.length;
        }
        return node2;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node2, radix, prefix2) {
      const { value } = node2;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node2);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node2) => intStringify(node2, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node2) => intStringify(node2, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node2) => intStringify(node2, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair2;
        if (identity.isPair(key))
          pair2 = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair2 = new Pair.Pair(key.key, null);
        else
          pair2 = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair2.key);
        if (!prev)
          this.items.push(pair2);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair2 = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair2) ? identity.isScalar(pair2.key) ? pair2.key.value : pair2.key : pair2;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node2) {
      let { value } = node2;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node2);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date3 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date3 -= 6e4 * d;
        }
        return new Date(date3);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null3.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null3 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string3.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null3.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string3 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string3.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy2 = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy2.tags = this.tags.slice();
        return copy2;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines3 = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines3.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines3.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines3.length !== 1)
          lines3.unshift("");
        const cs = commentString(doc.commentBefore);
        lines3.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines3.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines3.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines3[lines3.length - 1] === "---") {
          lines3[lines3.length - 1] = `--- ${body}`;
        } else
          lines3.push(body);
      } else {
        lines3.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines3.push("...");
            lines3.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines3.push(`... ${cs}`);
          }
        } else {
          lines3.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines3[lines3.length - 1] !== "")
            lines3.push("");
          lines3.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines3.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version3 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version3 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version3 });
        this.setSchema(version3, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy2 = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy2.commentBefore = this.commentBefore;
        copy2.comment = this.comment;
        copy2.errors = this.errors.slice();
        copy2.warnings = this.warnings.slice();
        copy2.options = Object.assign({}, this.options);
        if (this.directives)
          copy2.directives = this.directives.clone();
        copy2.schema = this.schema.clone();
        copy2.contents = identity.isNode(this.contents) ? this.contents.clone(copy2.schema) : this.contents;
        if (this.range)
          copy2.range = this.range.slice();
        return copy2;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path3, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path3, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node2, name3) {
        if (!node2.anchor) {
          const prev = anchors.anchorNames(this);
          node2.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name3 || prev.has(name3) ? anchors.findNewAnchor(name3 || "a", prev) : name3;
        }
        return new Alias.Alias(node2.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node2 = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node2))
          node2.flow = true;
        setAnchors();
        return node2;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path3) {
        if (Collection.isEmptyPath(path3)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path3) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path3, keepScalar) {
        if (Collection.isEmptyPath(path3))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path3, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path3) {
        if (Collection.isEmptyPath(path3))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path3) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path3, value) {
        if (Collection.isEmptyPath(path3)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path3), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path3, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version3, options = {}) {
        if (typeof version3 === "number")
          version3 = String(version3);
        let opt;
        switch (version3) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version3;
            else
              this.directives = new directives.Directives({ version: version3 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version3);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count4, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count4);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name3, pos, code, message) {
        super();
        this.name = name3;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error2.linePos[0];
      error2.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count4 = 1;
        const end = error2.linePos[1];
        if (end?.line === line && end.col > col) {
          count4 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count4);
        error2.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor2 = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start2 = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor2 || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor2)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor2 = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor2 || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor: anchor2,
        tag,
        newlineAfterProp,
        end,
        start: start2 ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair2) => isEqual(pair2.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start: start2, key, sep: sep3, value } = collItem;
        const keyProps = resolveProps.resolveProps(start2, {
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep3) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start2[start2.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start2, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep3 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep3, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start: start2, value } of bs.items) {
        const props = resolveProps.resolveProps(start2, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node2 = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start2, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node2.range[2];
        seq.items.push(node2);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep3 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep3 + cb;
              sep3 = "";
              break;
            }
            case "newline":
              if (comment)
                sep3 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap3 = fc.start.source === "{";
      const fcName = isMap3 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap3 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start: start2, key, sep: sep3, value } = collItem;
        const props = resolveProps.resolveProps(start2, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep3?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep3 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap3 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start2) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap3 && !sep3 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep3, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start2, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep3 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap3 && !props.found && ctx.options.strict) {
              if (sep3)
                for (const st of sep3) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          if (isMap3) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair2);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair2);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap3 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name3 = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name3} must end with a ${expectedEnd}` : `${name3} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor: anchor2, newlineAfterProp: nl } = props;
        const lastProp = anchor2 && tagToken ? anchor2.offset > tagToken.offset ? anchor2 : tagToken : anchor2 ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node2 = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node2.range = coll.range;
      node2.tag = tagName;
      if (tag?.format)
        node2.format = tag.format;
      return node2;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start2 = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start2, start2, start2] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines3 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines3.length;
      for (let i = lines3.length - 1; i >= 0; --i) {
        const content = lines3[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines3.length > 0 ? "\n".repeat(Math.max(1, lines3.length - 1)) : "";
        let end2 = start2 + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start2, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines3[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines3.length - 1; i >= chompStart; --i) {
        if (lines3[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep3 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines3[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines3[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep3 === " ")
            sep3 = "\n";
          else if (!prevMoreIndented && sep3 === "\n")
            sep3 = "\n\n";
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep3 === "\n")
            value += "\n";
          else
            sep3 = "\n";
        } else {
          value += sep3 + content;
          sep3 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines3.length; ++i)
            value += "\n" + lines3[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start2 + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start2, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error2 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first2 = split[0];
      const m = first2.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first2.slice(m[1].length)] : ["", first2];
      const lines3 = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines3.push([split[i], split[i + 1]]);
      return lines3;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match2 = line.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep3 = " ";
      let pos = line.lastIndex;
      while (match2 = line.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep3 === "\n")
            res += sep3;
          else
            sep3 = "\n";
        } else {
          res += sep3 + lm;
          sep3 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match2 = last.exec(source);
      return res + sep3 + (match2?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range2 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range2;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor: anchor2, tag } = props;
      let node2;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node2 = composeAlias(ctx, token, onError);
          if (anchor2 || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node2 = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor2)
            node2.anchor = anchor2.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node2 = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor2)
              node2.anchor = anchor2.source.substring(1);
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor2 && node2.anchor === "")
        onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node2) || typeof node2.value !== "string" || node2.tag && node2.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node2.comment = comment;
        else
          node2.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node2.srcToken = token;
      return node2;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor: anchor2, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node2 = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor2) {
        node2.anchor = anchor2.source.substring(1);
        if (node2.anchor === "")
          onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        node2.comment = comment;
        node2.range[2] = end;
      }
      return node2;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start: start2, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start2, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start2, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error2 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start: start2, key, sep: sep3, value }) {
      let res = "";
      for (const st of start2)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep3)
        for (const st of sep3)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path3) => {
      let item = cst;
      for (const [field, index] of path3) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path3) => {
      const parent = visit2.itemAtPath(cst, path3.slice(0, -1));
      const field = path3[path3.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path3, item, visitor) {
      let ctrl = visitor(item, path3);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path3.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path3);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path3) : ctrl;
    }
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM2 = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM2:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM2:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM2;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start2 = this.lineStarts[low - 1];
          return { line: low, col: offset - start2 + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start2 = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar.end) {
            sep3 = scalar.end;
            sep3.push(this.sourceToken);
            delete scalar.end;
          } else
            sep3 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start: start2, key: scalar, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start2 = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start2 = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2 });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start3 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start3, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start3 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start3, key, sep: sep3 }]
                  });
                } else if (start2.length > 0) {
                  it.sep = it.sep.concat(start2, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start: start2, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs2 = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start: start2, key: fs2, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs2);
              } else {
                Object.assign(it, { key: fs2, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start: start2 });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs2 = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs2, sep: [] });
              else if (it.sep)
                this.stack.push(fs2);
              else
                Object.assign(it, { key: fs2, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start: start2, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            start2.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start2, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start2.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse2(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse2;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// src/config/problem.ts
function listPlaces(problems) {
  const places = problems.slice(0, 3).map(({ line, column }) => `${line}:${column}`);
  return `at ${places.join(", ")}${problems.length > places.length ? ", ..." : ""}`;
}
var BREAKS, ConfigError;
var init_problem = __esm({
  "src/config/problem.ts"() {
    "use strict";
    init_errors();
    BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
    ConfigError = class extends PackgateError {
      /** As messages call it: `packgate.yml`. */
      file;
      problems;
      /** Expects at least one problem. */
      constructor(file, problems) {
        const sorted = problems.map((problem) => ({ ...problem, message: problem.message.replace(BREAKS, " ") })).sort((a, b) => a.line - b.line || a.column - b.column);
        const [first2, ...others] = sorted;
        const more = others.length === 0 ? "" : ` (and ${others.length} more, ${listPlaces(others)})`;
        super("config", `${file}:${first2.line}:${first2.column}: ${first2.message}${more}`, {
          help: `Correct ${file}; nothing was inspected.`
        });
        this.file = file;
        this.problems = sorted;
      }
    };
  }
});

// src/config/document.ts
function parseConfigDocument(text2, file, root) {
  const lines3 = new import_yaml.LineCounter();
  const fail = (offset, message) => new ConfigError(file, [at(lines3, offset, message)]);
  const deep = tooDeep(text2);
  if (deep >= 0) {
    lines3.lineStarts = lineStarts(text2);
    throw fail(deep, `nested more than ${MAX_DEPTH} deep`);
  }
  const document = (0, import_yaml.parseDocument)(text2, { lineCounter: lines3, prettyErrors: false, uniqueKeys: false });
  const faults = [...document.errors, ...document.warnings].map(
    (fault) => at(lines3, fault.pos[0], explain(fault.code, fault.message, text2, fault.pos[0]))
  );
  const mistakes = [...faults, ...findMistakes(document, text2, lines3)];
  if (mistakes.length > 0) {
    const byPlace = new Map(
      mistakes.reverse().map((mistake) => [`${mistake.line}:${mistake.column}`, mistake])
    );
    throw new ConfigError(file, [...byPlace.values()]);
  }
  const prefix2 = root === void 0 ? [] : [root];
  let value;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    throw fail(0, `more than ${MAX_ALIASES} aliases`);
  }
  return {
    value: root === void 0 ? value : value?.[root],
    place: (path3, part = "value") => {
      const { line, col } = lines3.linePos(offsetOf(document, [...prefix2, ...path3], part));
      return { line, column: col };
    },
    textAt: (path3) => wordAt(text2, offsetOf(document, [...prefix2, ...path3], "value"))
  };
}
function at(lines3, offset, message) {
  const { line, col } = lines3.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), message };
}
function tooDeep(text2) {
  let depth = 0;
  for (let i = 0; i < text2.length; i++) {
    const char = text2.charCodeAt(i);
    if (char === 91 || char === 123) {
      depth++;
      if (depth > MAX_DEPTH) return i;
    } else if ((char === 93 || char === 125) && depth > 0) depth--;
  }
  return -1;
}
function lineStarts(text2) {
  const starts = [0];
  for (let i = text2.indexOf("\n"); i >= 0; i = text2.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}
function wordAt(text2, offset) {
  return /[^\s,\]}]*/y.exec(text2.slice(offset, offset + 80))?.[0] ?? "";
}
function explain(code, message, text2, offset) {
  const word = wordAt(text2, offset);
  if (code === "TAG_RESOLVE_FAILED") return `YAML reads \`${word}\` as a tag; put it in quotes: "${word}"`;
  if (code === "BAD_SCALAR_START")
    return `YAML values cannot begin with \`${word[0]}\`; put it in quotes: "${word}"`;
  if (code === "BAD_DQ_ESCAPE") return `${lowerFirst(message)}; put the value in single quotes`;
  if (code === "UNEXPECTED_TOKEN" && /[\]}]$/.test(text2.slice(0, offset))) {
    return "a value that begins with `{` or `[` goes in quotes";
  }
  if (code === "TAB_AS_INDENT") return "indented with a tab; YAML wants spaces";
  if (code === "MULTIPLE_DOCS") return "a second YAML document begins; a config is one";
  if (/call stack/i.test(message)) return "nested too deeply";
  return lowerFirst(message.split("\n", 1)[0]);
}
function lowerFirst(sentence3) {
  return sentence3.charAt(0).toLowerCase() + sentence3.slice(1);
}
function findMistakes(document, text2, lines3) {
  const problems = [];
  const anchors = /* @__PURE__ */ new Set();
  (0, import_yaml.visit)(document, {
    Node: (_, node2) => {
      if (!(0, import_yaml.isAlias)(node2)) {
        if ("anchor" in node2 && node2.anchor) anchors.add(node2.anchor);
      } else if (!anchors.has(node2.source)) {
        const offset = node2.range?.[0] ?? 0;
        const word = wordAt(text2, offset);
        problems.push(at(lines3, offset, `YAML reads \`${word}\` as an alias; put it in quotes: "${word}"`));
      }
      if (!(0, import_yaml.isMap)(node2)) return;
      const seen = /* @__PURE__ */ new Map();
      for (const { key } of node2.items) {
        const offset = (0, import_yaml.isNode)(key) ? key.range?.[0] ?? 0 : 0;
        const name3 = keyName(key);
        if (name3 === void 0) {
          problems.push(at(lines3, offset, "a key must be text"));
          continue;
        }
        const first2 = seen.get(name3);
        if (first2 === void 0) seen.set(name3, offset);
        else
          problems.push(
            at(lines3, offset, `\`${name3}\` is here twice, first in line ${lines3.linePos(first2).line}`)
          );
      }
    }
  });
  return problems;
}
function keyName(key) {
  if (!(0, import_yaml.isScalar)(key) || typeof key.value === "object" && key.value !== null) return void 0;
  return String(key.value);
}
function offsetOf(document, path3, part) {
  let node2 = document.contents;
  let offset = 0;
  for (const [depth, step] of [void 0, ...path3].entries()) {
    if (depth > 0) {
      const pair2 = (0, import_yaml.isMap)(node2) ? node2.items.find(({ key: key2 }) => keyName(key2) === step) : void 0;
      const next = pair2 ? pair2.value : (0, import_yaml.isSeq)(node2) ? node2.items[Number(step)] : void 0;
      const key = (0, import_yaml.isPair)(pair2) && (0, import_yaml.isNode)(pair2.key) ? pair2.key.range?.[0] : void 0;
      if (key !== void 0 && (part === "key" || next === null)) offset = key;
      if (pair2 === void 0 && next === void 0) return offset;
      node2 = next;
      if (part === "key" && pair2 && depth === path3.length) return offset;
    }
    if ((0, import_yaml.isNode)(node2) && node2.range) offset = node2.range[0];
    if ((0, import_yaml.isAlias)(node2)) node2 = node2.resolve(document);
  }
  return offset;
}
var import_yaml, MAX_DEPTH, MAX_ALIASES;
var init_document = __esm({
  "src/config/document.ts"() {
    "use strict";
    import_yaml = __toESM(require_dist(), 1);
    init_problem();
    MAX_DEPTH = 100;
    MAX_ALIASES = 100;
  }
});

// src/config/explain.ts
function explainIssues(issues, document, value) {
  return issues.flatMap((issue2) => explainIssue(issue2, issue2.path, document, value));
}
function explainIssue(issue2, path3, document, root) {
  const problem = (message, at2 = path3, part = "value") => [
    { ...document.place(at2, part), message }
  ];
  const value = valueAt(root, path3);
  const name3 = String(path3.at(-1) ?? "");
  switch (issue2.code) {
    case "unrecognized_keys":
      return issue2.keys.flatMap(
        (key) => problem(`unknown key \`${key}\`${suggestKey(key, path3)}`, [...path3, key], "key")
      );
    case "invalid_key":
      return [];
    // Told by whoever knows the names of rules.
    case "invalid_value":
      return problem(wrongWord(name3, value, issue2.values.map(String)));
    case "invalid_union": {
      const branch = issue2.errors.find(
        (errors) => errors.every((error2) => error2.path.length > 0 || error2.code === "unrecognized_keys")
      );
      if (branch) {
        return branch.flatMap((inner) => explainIssue(inner, [...path3, ...inner.path], document, root));
      }
      const words = issue2.errors.flat().flatMap((error2) => error2.code === "invalid_value" ? error2.values.map(String) : []);
      if (words.length > 0) return problem(wrongWord("level", value, words));
      return problem(wrongSize(name3, value));
    }
    case "invalid_type":
      if (value === void 0) return problem(`\`${name3}\` is missing`, path3.slice(0, -1));
      return problem(wrongType(path3, value, issue2.expected, document));
    case "invalid_format":
      return problem(issue2.message.startsWith("`") ? issue2.message : wrongSize(name3, value));
    case "too_small":
    case "too_big":
      return problem(wrongSize(name3, value));
    default:
      return problem(issue2.message);
  }
}
function suggestKey(key, path3) {
  const known = knownKeys(path3);
  const near = suggestion(key, known);
  if (near) return near;
  const inPackage = path3[0] === "packages";
  if (path3.length === (inPackage ? 2 : 0) && (key === "level" || key === "ignore"))
    return "; it belongs to a rule under `rules`";
  if (TOP.includes(key)) return "; it belongs to the top level";
  return `; known here: ${known.join(", ")}`;
}
function knownKeys(path3) {
  const [section, ...rest] = path3[0] === "packages" ? path3.slice(2) : path3;
  if (section === void 0) return path3[0] === "packages" ? SETTINGS : TOP;
  if (section === "limits") return ["unpackedSize", "growth"];
  if (section === "waivers") return ["rule", "path", "sha256", "reason", "owner", "expires"];
  return rest.length > 0 ? ["level", "ignore"] : [];
}
function wrongWord(name3, value, words) {
  const known = words.join(", ");
  if (typeof value !== "string") return `\`${name3}\` must be one of ${known}, not ${describe(value)}`;
  return `unknown ${name3} \`${shorten(value)}\`${suggestion(value, words) || `; known are ${known}`}`;
}
function wrongSize(name3, value) {
  const form = name3 === "growth" ? "a percentage such as 50%" : "a size such as 200MB";
  return `\`${name3}\` must be ${form}, not ${typeof value === "string" ? `\`${shorten(value)}\`` : describe(value)}`;
}
function wrongType(path3, value, expected, document) {
  const last = path3.at(-1);
  const what = typeof last === "number" ? `item ${last + 1} of \`${String(path3.at(-2))}\`` : last === void 0 ? "the config" : `\`${String(last)}\``;
  if (last === "growth") return wrongSize("growth", value);
  const hint = hintFor(value, expected, document.textAt(path3));
  return `${what} must be ${EXPECTED[expected] ?? expected}, not ${describe(value)}${hint}`;
}
function hintFor(value, expected, text2) {
  if (expected === "array" && typeof value === "string")
    return `; write \`[${JSON.stringify(shorten(value))}]\``;
  if (expected !== "string") return "";
  if (typeof value === "number" || typeof value === "boolean")
    return `; put it in quotes: "${shorten(text2)}"`;
  if (value !== null && typeof value === "object" && /^[[{]/.test(text2)) {
    return "; a value that begins with `{` or `[` goes in quotes";
  }
  return "";
}
function describe(value) {
  if (value === null || value === void 0) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `the text \`${shorten(value)}\``;
  return `the ${typeof value} ${String(value)}`;
}
function shorten(text2) {
  return text2.length > 80 ? `${text2.slice(0, 80)}...` : text2;
}
function valueAt(root, path3) {
  let value = root;
  for (const step of path3) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return void 0;
    value = value[step];
  }
  return value;
}
var SETTINGS, TOP, EXPECTED;
var init_explain = __esm({
  "src/config/explain.ts"() {
    "use strict";
    init_suggestion();
    SETTINGS = ["preset", "allow", "rules", "waivers", "limits"];
    TOP = [...SETTINGS, "packages", "$schema"];
    EXPECTED = {
      array: "a list",
      object: "a map",
      record: "a map",
      string: "text",
      int: "a whole number"
    };
  }
});

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries2) {
  const numericValues = Object.values(entries2).filter((v) => typeof v === "number");
  const values = Object.entries(entries2).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start2 = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start2, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
function defineLazy(object, key, getter) {
  let value = void 0;
  Object.defineProperty(object, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path3) {
  if (!path3)
    return obj;
  return path3.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name3 = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name3}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path3, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path3);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start2, inst) {
  var _a3;
  for (let i = start2; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count4 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count4--;
      i++;
    }
  }
  return count4;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
function members(proto, table2) {
  for (const key in table2) {
    const desc = Object.getOwnPropertyDescriptor(table2, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table2) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table2, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table2;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}
var Cached, EVALUATING, captureStackTrace, allowsEval, getParsedType, propertyKeyTypes, primitiveTypes, NUMBER_FORMAT_RANGES, BIGINT_FORMAT_RANGES, highSurrogate, Class, installing, broke, breaker, CONSTANT_CATCH;
var init_util = __esm({
  "node_modules/zod/v4/core/util.js"() {
    init_core();
    Cached = class {
      constructor(getter) {
        this._getter = getter;
        this._value = void 0;
      }
      get value() {
        const getter = this._getter;
        if (getter !== void 0) {
          this._value = getter();
          this._getter = void 0;
        }
        return this._value;
      }
    };
    EVALUATING = /* @__PURE__ */ Symbol("evaluating");
    captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
    };
    allowsEval = /* @__PURE__ */ cached(() => {
      if (globalConfig.jitless) {
        return false;
      }
      if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
      }
      try {
        const F = Function;
        new F("");
        return true;
      } catch (_) {
        return false;
      }
    });
    getParsedType = (data) => {
      const t = typeof data;
      switch (t) {
        case "undefined":
          return "undefined";
        case "string":
          return "string";
        case "number":
          return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
          return "boolean";
        case "function":
          return "function";
        case "bigint":
          return "bigint";
        case "symbol":
          return "symbol";
        case "object":
          if (Array.isArray(data)) {
            return "array";
          }
          if (data === null) {
            return "null";
          }
          if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
            return "promise";
          }
          if (typeof Map !== "undefined" && data instanceof Map) {
            return "map";
          }
          if (typeof Set !== "undefined" && data instanceof Set) {
            return "set";
          }
          if (typeof Date !== "undefined" && data instanceof Date) {
            return "date";
          }
          if (typeof File !== "undefined" && data instanceof File) {
            return "file";
          }
          return "object";
        default:
          throw new Error(`Unknown data type: ${t}`);
      }
    };
    propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
    primitiveTypes = /* @__PURE__ */ new Set([
      "string",
      "number",
      "bigint",
      "boolean",
      "symbol",
      "undefined"
    ]);
    NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
      safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      int32: [-2147483648, 2147483647],
      uint32: [0, 4294967295],
      float32: [-34028234663852886e22, 34028234663852886e22],
      float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
    }))();
    BIGINT_FORMAT_RANGES = {
      int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
      uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
    };
    highSurrogate = /[\uD800-\uDBFF]/;
    Class = class {
      constructor(..._args) {
      }
    };
    broke = false;
    breaker = {
      configurable: true,
      get() {
        broke = true;
        return void 0;
      }
    };
    CONSTANT_CATCH = "~constantCatch";
  }
});

// node_modules/zod/v4/core/core.js
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name3, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name3)) {
      return;
    }
    inst._zod.traits.add(name3);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name3 });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name3);
    }
  });
  Object.defineProperty(_, "name", { value: name3 });
  return _;
}
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}
var _a, _zodDesc, _E, $ZodAsyncError, $ZodEncodeError, globalConfig;
var init_core = __esm({
  "node_modules/zod/v4/core/core.js"() {
    init_util();
    _zodDesc = { value: void 0, enumerable: false };
    _E = "captureStackTrace" in Error ? Error : null;
    $ZodAsyncError = class extends Error {
      constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
      }
    };
    $ZodEncodeError = class extends Error {
      constructor(name3) {
        super(`Encountered unidirectional transform during encode: ${name3}`);
        this.name = "ZodEncodeError";
      }
    };
    (_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
    globalConfig = globalThis.__zod_globalConfig;
  }
});

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error3, path3 = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path3, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path3, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path3, ...issue2.path]);
      } else {
        const fullpath = [...path3, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error2);
  return fieldErrors;
}
var _messageDesc, _issuesDesc, _installedToString, initializer, $ZodError, $ZodRealError;
var init_errors2 = __esm({
  "node_modules/zod/v4/core/errors.js"() {
    init_core();
    init_util();
    _messageDesc = {
      get: _getMessage,
      set: _setMessage,
      enumerable: true,
      configurable: true
    };
    _issuesDesc = { value: void 0, enumerable: false };
    _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer = (inst, def) => {
      inst.name = "$ZodError";
      _issuesDesc.value = def;
      Object.defineProperty(inst, "issues", _issuesDesc);
      _issuesDesc.value = void 0;
      Object.defineProperty(inst, "message", _messageDesc);
      const proto = Object.getPrototypeOf(inst);
      if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
          configurable: true,
          enumerable: false,
          get() {
            const value = () => this.message;
            Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            return value;
          },
          set(value) {
            Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
          }
        });
      }
    };
    $ZodError = $constructor("$ZodError", initializer);
    $ZodRealError = $constructor("$ZodError", initializer, void 0, {
      Parent: Error
    });
  }
});

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
var _parse, _parseAsync, _safeParse, _safeParseAsync, COMPILE_INVALID, COMPILE_FALLBACK, validate, validateAsync, _encode, _decode, _encodeAsync, _decodeAsync, _safeEncode, _safeDecode, _safeEncodeAsync, _safeDecodeAsync;
var init_parse = __esm({
  "node_modules/zod/v4/core/parse.js"() {
    init_core();
    init_util();
    _parse = (_Err) => {
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
          throw new $ZodAsyncError();
        }
        if (result.issues.length) {
          const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e, _params?.callee ?? fn);
          throw e;
        }
        return result.value;
      };
      return fn;
    };
    _parseAsync = (_Err) => {
      const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
          result = await result;
        if (result.issues.length) {
          const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
          captureStackTrace(e, params?.callee ?? fn);
          throw e;
        }
        return result.value;
      };
      return fn;
    };
    _safeParse = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
      const result = schema._zod.run({ value, issues: [] }, ctx);
      if (result instanceof Promise) {
        throw new $ZodAsyncError();
      }
      return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
    };
    _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
      let result = schema._zod.run({ value, issues: [] }, ctx);
      if (result instanceof Promise)
        result = await result;
      return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
    };
    COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
    COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
    validate = ((schema, value, _ctx) => {
      const validator = schema._zod.bag.validator;
      if (validator !== void 0) {
        if (validator(value) !== COMPILE_INVALID)
          return true;
        if (validator.definite === true && _ctx === void 0)
          return false;
      }
      return validateFallback(schema, value, _ctx);
    });
    validateAsync = async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
      let result = schema._zod.run({ value, issues: [] }, ctx);
      if (result instanceof Promise)
        result = await result;
      return result.issues.length === 0;
    };
    _encode = (_Err) => {
      const parse2 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse2(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decode = (_Err) => {
      const parse2 = _parse(_Err);
      const fn = (schema, value, _ctx, _params) => {
        return parse2(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _encodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _decodeAsync = (_Err) => {
      const parseAsync2 = _parseAsync(_Err);
      const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
      };
      return fn;
    };
    _safeEncode = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
      return _safeParse(_Err)(schema, value, ctx);
    };
    _safeDecode = (_Err) => (schema, value, _ctx) => {
      return _safeParse(_Err)(schema, value, _ctx);
    };
    _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
      return _safeParseAsync(_Err)(schema, value, ctx);
    };
    _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
      return _safeParseAsync(_Err)(schema, value, _ctx);
    };
  }
});

// node_modules/zod/v4/core/regexes.js
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
function emoji() {
  return new RegExp(_emoji, "u");
}
function anchor(source) {
  return new RegExp(`^${source}$`);
}
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var cuid, cuid2, ulid, xid, ksuid, nanoid, duration, guid, uuid, email, _emoji, ipv4, ipv6, cidrv4, cidrv6, base64, base64url, httpProtocol, e164, dateSource, date, anyString, integer, number, lowercase, uppercase;
var init_regexes = __esm({
  "node_modules/zod/v4/core/regexes.js"() {
    cuid = /^[cC][0-9a-z]{6,}$/;
    cuid2 = /^[0-9a-z]+$/;
    ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
    xid = /^[0-9a-vA-V]{20}$/;
    ksuid = /^[A-Za-z0-9]{27}$/;
    nanoid = /^[a-zA-Z0-9_-]{21}$/;
    duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
    guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
    uuid = (version3) => {
      if (!version3)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
      return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version3}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
    };
    email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
    _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
    ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
    ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
    cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
    cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
    base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
    base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
    httpProtocol = /^https?$/;
    e164 = /^\+[1-9]\d{6,14}$/;
    dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
    date = /* @__PURE__ */ anchor(dateSource);
    anyString = /^[\s\S]{0,}$/;
    integer = /^-?\d+$/;
    number = /^-?\d+(?:\.\d+)?$/;
    lowercase = /^[^A-Z]*$/;
    uppercase = /^[^a-z]*$/;
  }
});

// node_modules/zod/v4/core/checks.js
var $ZodCheck, _whenHasLength, numericOriginMap, $ZodCheckLessThan, $ZodCheckGreaterThan, $ZodCheckMultipleOf, $ZodCheckNumberFormat, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckLengthEquals, $ZodCheckStringFormat, $ZodCheckRegex, $ZodCheckLowerCase, $ZodCheckUpperCase, $ZodCheckIncludes, $ZodCheckStartsWith, $ZodCheckEndsWith, $ZodCheckOverwrite;
var init_checks = __esm({
  "node_modules/zod/v4/core/checks.js"() {
    init_core();
    init_regexes();
    init_util();
    $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
      var _a3;
      inst._zod ?? (inst._zod = {});
      inst._zod.def = def;
      (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
    });
    _whenHasLength = (payload) => {
      const val = payload.value;
      return !nullish(val) && val.length !== void 0;
    };
    numericOriginMap = {
      number: "number",
      bigint: "bigint",
      object: "date"
    };
    $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
          return;
        }
        payload.issues.push({
          origin: numericOriginMap[typeof payload.value] ?? origin,
          code: "too_big",
          maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
          input: payload.value,
          inclusive: def.inclusive,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
      $ZodCheck.init(inst, def);
      const origin = numericOriginMap[typeof def.value];
      inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
          return;
        }
        payload.issues.push({
          origin: numericOriginMap[typeof payload.value] ?? origin,
          code: "too_small",
          minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
          input: payload.value,
          inclusive: def.inclusive,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
          throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint" ? (
          // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
          def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
        ) : floatSafeRemainder(payload.value, def.value) === 0;
        if (isMultiple)
          return;
        payload.issues.push({
          origin: typeof payload.value,
          code: "not_multiple_of",
          divisor: def.value,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
      $ZodCheck.init(inst, def);
      def.format = def.format || "float64";
      const isInt = def.format?.includes("int");
      const origin = isInt ? "int" : "number";
      const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
      inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
          if (!Number.isInteger(input)) {
            payload.issues.push({
              expected: origin,
              format: def.format,
              code: "invalid_type",
              continue: false,
              input,
              inst
            });
            return;
          }
          if (!Number.isSafeInteger(input)) {
            if (input > 0) {
              payload.issues.push({
                input,
                code: "too_big",
                maximum: Number.MAX_SAFE_INTEGER,
                note: "Integers must be within the safe integer range.",
                inst,
                origin,
                inclusive: true,
                continue: !def.abort
              });
            } else {
              payload.issues.push({
                input,
                code: "too_small",
                minimum: Number.MIN_SAFE_INTEGER,
                note: "Integers must be within the safe integer range.",
                inst,
                origin,
                inclusive: true,
                continue: !def.abort
              });
            }
            return;
          }
        }
        if (input < minimum) {
          payload.issues.push({
            origin: "number",
            input,
            code: "too_small",
            minimum,
            inclusive: true,
            inst,
            continue: !def.abort
          });
        }
        if (input > maximum) {
          payload.issues.push({
            origin: "number",
            input,
            code: "too_big",
            maximum,
            inclusive: true,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
        if (length <= def.maximum)
          return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
          origin,
          code: "too_big",
          maximum: def.maximum,
          inclusive: true,
          input,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
        if (length >= def.minimum)
          return;
        const origin = getLengthableOrigin(input);
        payload.issues.push({
          origin,
          code: "too_small",
          minimum: def.minimum,
          inclusive: true,
          input,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
      var _a3;
      $ZodCheck.init(inst, def);
      (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
      inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
        if (length === def.length)
          return;
        const origin = getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
          origin,
          ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
          inclusive: true,
          exact: true,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
      var _a3, _b;
      $ZodCheck.init(inst, def);
      if (def.pattern)
        (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
          def.pattern.lastIndex = 0;
          if (def.pattern.test(payload.value))
            return;
          payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            ...def.pattern ? { pattern: def.pattern.toString() } : {},
            inst,
            continue: !def.abort
          });
        });
      else
        (_b = inst._zod).check ?? (_b.check = () => {
        });
    });
    $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "regex",
          input: payload.value,
          pattern: def.pattern.toString(),
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
      def.pattern ?? (def.pattern = lowercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
      def.pattern ?? (def.pattern = uppercase);
      $ZodCheckStringFormat.init(inst, def);
    });
    $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
      $ZodCheck.init(inst, def);
      const escapedRegex = escapeRegex(def.includes);
      const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
      def.pattern = pattern;
      inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "includes",
          includes: def.includes,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
      def.pattern ?? (def.pattern = pattern);
      inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "starts_with",
          prefix: def.prefix,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
      $ZodCheck.init(inst, def);
      const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
      def.pattern ?? (def.pattern = pattern);
      inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
          return;
        payload.issues.push({
          origin: "string",
          code: "invalid_format",
          format: "ends_with",
          suffix: def.suffix,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
      $ZodCheck.init(inst, def);
      inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
      };
    });
  }
});

// node_modules/zod/v4/core/doc.js
var Doc;
var init_doc = __esm({
  "node_modules/zod/v4/core/doc.js"() {
    Doc = class {
      constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
      }
      // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
      indented(fn) {
        this.indent += 1;
        try {
          fn(this);
        } finally {
          this.indent -= 1;
        }
      }
      write(arg) {
        if (typeof arg === "function") {
          arg(this, { execution: "sync" });
          arg(this, { execution: "async" });
          return;
        }
        const content = arg;
        const lines3 = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines3.map((x) => x.length - x.trimStart().length));
        const dedented = lines3.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
          this.content.push(line);
        }
      }
      compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
        return factory(...Object.values(this.closed));
      }
    };
  }
});

// node_modules/zod/v4/core/versions.js
var version;
var init_versions = __esm({
  "node_modules/zod/v4/core/versions.js"() {
    version = {
      major: 4,
      minor: 6,
      patch: 7
    };
  }
});

// node_modules/zod/v4/core/schemas.js
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed2, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed2) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed2, def);
}
function parseURLObject(trimmed2, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed2)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed2) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed2);
  } catch {
    return URL_UNPARSEABLE;
  }
}
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix2] = parts;
  if (!prefix2)
    return false;
  const prefixNum = Number(prefix2);
  if (`${prefixNum}` !== prefix2)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse2 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start2 = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start2].continue = false;
          attachSchema(payload.issues, start2, inst);
          return payload;
        }
      }
    }
    return parse2(payload, ctx);
  };
}
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}
var $ZodType, toStandardResult, $ZodString, $ZodStringFormat, $ZodGUID, $ZodUUID, $ZodEmail, URL_BAD_FORMAT, URL_UNPARSEABLE, asciiTabOrNewline, $ZodURL, $ZodEmoji, $ZodNanoID, $ZodCUID, $ZodCUID2, $ZodULID, $ZodXID, $ZodKSUID, $ZodISODateTime, $ZodISODate, $ZodISOTime, $ZodISODuration, $ZodIPv4, ipv6Alphabet, $ZodIPv6, $ZodCIDRv4, $ZodCIDRv6, base64Charset, $ZodBase64, base64urlCharset, $ZodBase64URL, $ZodE164, $ZodJWT, $ZodNumber, $ZodNumberFormat, $ZodUnknown, $ZodNever, arraySize, $ZodArray, NO_SYMBOL_KEYS, $ZodObject, $ZodObjectJIT, $ZodUnion, $ZodIntersection, $ZodRecord, $ZodEnum, $ZodTransform, $ZodOptional, $ZodExactOptional, $ZodNullable, $ZodDefault, $ZodPrefault, $ZodNonOptional, $ZodCatch, $ZodPipe, $ZodReadonly, $ZodCustom;
var init_schemas = __esm({
  "node_modules/zod/v4/core/schemas.js"() {
    init_checks();
    init_core();
    init_doc();
    init_regexes();
    init_util();
    init_versions();
    init_util();
    $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
      var _a3;
      inst ?? (inst = {});
      inst._zod.def = def;
      inst._zod.bag = inst._zod.bag || {};
      inst._zod.version = version;
      const defChecks = inst._zod.def.checks;
      const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
      for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
          fn(inst);
        }
      }
      if (checks.length === 0) {
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred?.push(() => {
          inst._zod.run = inst._zod.parse;
        });
      } else {
        const runChecks = (payload, checks2, ctx) => {
          if (payload.memo)
            return payload;
          let isAborted = aborted(payload);
          let asyncResult;
          for (const ch of checks2) {
            if (ch._zod.def.when) {
              if (explicitlyAborted(payload))
                continue;
              const shouldRun = ch._zod.def.when(payload);
              if (!shouldRun)
                continue;
            } else if (isAborted) {
              continue;
            }
            const currLen = payload.issues.length;
            const _ = ch._zod.check(payload);
            if (_ instanceof Promise && ctx?.async === false) {
              throw new $ZodAsyncError();
            }
            if (asyncResult || _ instanceof Promise) {
              asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                await _;
                const nextLen = payload.issues.length;
                if (nextLen === currLen)
                  return;
                attachSchema(payload.issues, currLen, inst);
                if (!isAborted)
                  isAborted = aborted(payload, currLen);
              });
            } else {
              const nextLen = payload.issues.length;
              if (nextLen === currLen)
                continue;
              attachSchema(payload.issues, currLen, inst);
              if (!isAborted)
                isAborted = aborted(payload, currLen);
            }
          }
          if (asyncResult) {
            return asyncResult.then(() => {
              return payload;
            });
          }
          return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
          if (aborted(canary)) {
            canary.aborted = true;
            return canary;
          }
          const checkResult = runChecks(payload, checks, ctx);
          if (checkResult instanceof Promise) {
            if (ctx.async === false)
              throw new $ZodAsyncError();
            return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
          }
          return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
          if (ctx.skipChecks) {
            return inst._zod.parse(payload, ctx);
          }
          if (ctx.direction === "backward") {
            const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
            if (canary instanceof Promise) {
              return canary.then((canary2) => {
                return handleCanaryResult(canary2, payload, ctx);
              });
            }
            return handleCanaryResult(canary, payload, ctx);
          }
          const result = inst._zod.parse(payload, ctx);
          if (result instanceof Promise) {
            if (ctx.async === false)
              throw new $ZodAsyncError();
            return result.then((result2) => runChecks(result2, checks, ctx));
          }
          return runChecks(result, checks, ctx);
        };
      }
    }, {
      // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
      get "~standard"() {
        return hide(this, "~standard", standardProps(this));
      },
      set "~standard"(value) {
        own(this, "~standard", value);
      }
    });
    toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
    $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = def.pattern ?? anyString;
      inst._zod.parse = (payload, _) => {
        if (def.coerce)
          try {
            payload.value = String(payload.value);
          } catch (_2) {
          }
        if (typeof payload.value === "string")
          return payload;
        payload.issues.push({
          expected: "string",
          code: "invalid_type",
          input: payload.value,
          inst
        });
        return payload;
      };
    });
    $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
      $ZodCheckStringFormat.init(inst, def);
      $ZodString.init(inst, def);
    });
    $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
      def.pattern ?? (def.pattern = guid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
      if (def.version) {
        const versionMap = {
          v1: 1,
          v2: 2,
          v3: 3,
          v4: 4,
          v5: 5,
          v6: 6,
          v7: 7,
          v8: 8
        };
        const v = versionMap[def.version];
        if (v === void 0)
          throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = uuid(v));
      } else
        def.pattern ?? (def.pattern = uuid());
      $ZodStringFormat.init(inst, def);
    });
    $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
      def.pattern ?? (def.pattern = email);
      $ZodStringFormat.init(inst, def);
    });
    URL_BAD_FORMAT = 1;
    URL_UNPARSEABLE = 2;
    asciiTabOrNewline = /[\t\n\r]/g;
    $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        try {
          const trimmed2 = payload.value.trim();
          const url = validateURL(trimmed2, def);
          if (url === URL_BAD_FORMAT) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid URL format",
              input: payload.value,
              inst,
              continue: !def.abort
            });
            return;
          }
          if (url === URL_UNPARSEABLE) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              input: payload.value,
              inst,
              continue: !def.abort
            });
            return;
          }
          if (url === true) {
            payload.value = stripTabAndNewline(trimmed2);
            return;
          }
          if (def.hostname && !urlHostnameOk(url, def.hostname)) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid hostname",
              pattern: def.hostname.source,
              input: payload.value,
              inst,
              continue: !def.abort
            });
          }
          if (def.protocol && !urlProtocolOk(url, def.protocol)) {
            payload.issues.push({
              code: "invalid_format",
              format: "url",
              note: "Invalid protocol",
              pattern: def.protocol.source,
              input: payload.value,
              inst,
              continue: !def.abort
            });
          }
          payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed2);
          return;
        } catch (_) {
          payload.issues.push({
            code: "invalid_format",
            format: "url",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
      def.pattern ?? (def.pattern = emoji());
      $ZodStringFormat.init(inst, def);
    });
    $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
      if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
      def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
      def.pattern ?? (def.pattern = cuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
      def.pattern ?? (def.pattern = cuid2);
      $ZodStringFormat.init(inst, def);
    });
    $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
      def.pattern ?? (def.pattern = ulid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
      def.pattern ?? (def.pattern = xid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
      def.pattern ?? (def.pattern = ksuid);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
      def.pattern ?? (def.pattern = datetime(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
      def.pattern ?? (def.pattern = date);
      $ZodStringFormat.init(inst, def);
    });
    $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
      def.pattern ?? (def.pattern = time(def));
      $ZodStringFormat.init(inst, def);
    });
    $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
      def.pattern ?? (def.pattern = duration);
      $ZodStringFormat.init(inst, def);
    });
    $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
      def.pattern ?? (def.pattern = ipv4);
      $ZodStringFormat.init(inst, def);
    });
    ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
    $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
      def.pattern ?? (def.pattern = ipv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
          payload.issues.push({
            code: "invalid_format",
            format: "ipv6",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv4);
      $ZodStringFormat.init(inst, def);
    });
    $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
      def.pattern ?? (def.pattern = cidrv6);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
          payload.issues.push({
            code: "invalid_format",
            format: "cidrv6",
            input: payload.value,
            inst,
            continue: !def.abort
          });
        }
      };
    });
    base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
    $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
      def.pattern ?? (def.pattern = base64Charset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    base64urlCharset = /^[A-Za-z0-9_-]*$/;
    $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
      def.pattern ?? (def.pattern = base64urlCharset);
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "base64url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
      def.pattern ?? (def.pattern = e164);
      $ZodStringFormat.init(inst, def);
    });
    $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
          return;
        payload.issues.push({
          code: "invalid_format",
          format: "jwt",
          input: payload.value,
          inst,
          continue: !def.abort
        });
      };
    });
    $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = number;
      inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
          try {
            payload.value = Number(payload.value);
          } catch (_) {
          }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
          return payload;
        }
        const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
        payload.issues.push({
          expected: "number",
          code: "invalid_type",
          input,
          inst,
          ...received ? { received } : {}
        });
        return payload;
      };
    });
    $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
      $ZodCheckNumberFormat.init(inst, def);
      $ZodNumber.init(inst, def);
    });
    $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload) => payload;
    });
    $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
          expected: "never",
          code: "invalid_type",
          input: payload.value,
          inst
        });
        return payload;
      };
    });
    arraySize = (input) => Array.isArray(input) ? input.length : -1;
    $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
      $ZodType.init(inst, def);
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
          payload.issues.push({
            expected: "array",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
          const item = input[i];
          const result = def.element._zod.run({
            value: item,
            issues: []
          }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
          } else {
            handleArrayResult(result, payload, i);
            if (abortEarly && result.issues.length !== 0 && aborted(result))
              break;
          }
        }
        if (proms.length) {
          return Promise.all(proms).then(() => payload);
        }
        return payload;
      };
      capSize(inst, arraySize);
    });
    NO_SYMBOL_KEYS = [];
    $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
      $ZodType.init(inst, def);
      const desc = Object.getOwnPropertyDescriptor(def, "shape");
      const sh = desc?.get ? desc.get.raw : def.shape ?? {};
      if (sh) {
        const get = () => {
          const newSh = { ...sh };
          Object.defineProperty(def, "shape", { value: newSh });
          get.raw = newSh;
          return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
      }
      const _normalized = cached(() => normalizeDef(def));
      defineLazyInternal(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
          const field = shape[key]._zod;
          if (field.values) {
            if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
              assignProp(propValues, key, /* @__PURE__ */ new Set());
            }
            for (const v of field.values)
              propValues[key].add(v);
            if (field.optin !== void 0)
              propValues[key].add(void 0);
          }
        }
        return propValues;
      });
      const isObject2 = isObject;
      const catchall = def.catchall;
      let value;
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject2(input)) {
          payload.issues.push({
            expected: "object",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
          if (abortEarly && payload.issues.length !== seen) {
            if (aborted(payload, seen))
              break;
            seen = payload.issues.length;
          }
          if (key === "__proto__")
            continue;
          const el = shape[key];
          const optin = el._zod.optin;
          const optout = el._zod.optout;
          const r = el._zod.run({ value: input[key], issues: [] }, ctx);
          if (r instanceof Promise) {
            proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
          } else {
            handlePropertyResult(r, payload, key, input, optin, optout);
          }
        }
        if (!catchall) {
          return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
      };
    });
    $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
      $ZodObject.init(inst, def);
      const superParse = inst._zod.parse;
      const _normalized = cached(() => normalizeDef(def));
      const memo2 = globalConfig.memoizer;
      const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = /* @__PURE__ */ Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
          ids[key] = `key_${counter++}`;
        }
        doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
          if (key === "__proto__")
            continue;
          const id = ids[key];
          const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
          const isPresent = `${k} in input`;
          const schema = shape[key];
          const optin = schema?._zod?.optin;
          const isOptionalIn = optin !== void 0;
          const isOptionalOut = schema?._zod?.optout === "optional";
          doc.write(`const ${id} = ${parseStr(k)};`);
          if (isOptionalIn && isOptionalOut) {
            const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
            doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
          } else if (!isOptionalIn) {
            doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
          } else {
            doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
            if (optin === "defaulted") {
              doc.write(`newResult[${k}] = ${id}.value;`);
            } else {
              doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
            }
          }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        return doc.compile();
      };
      let fastpass;
      const isObject2 = isObject;
      const jit = !globalConfig.jitless;
      const allowsEval2 = allowsEval;
      const fastEnabled = jit && allowsEval2.value;
      const catchall = def.catchall;
      let value;
      inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject2(input)) {
          payload.issues.push({
            expected: "object",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
          if (!fastpass)
            fastpass = generateFastpass(def.shape);
          payload = fastpass(payload, ctx);
          if (!catchall)
            return payload;
          return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
      };
    });
    $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
      defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
      defineLazyInternal(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
          return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return void 0;
      });
      defineLazyInternal(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
          const patterns = zod.def.options.map((o) => o._zod.pattern);
          return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
        }
        return void 0;
      });
      const first2 = def.options.length === 1 ? def.options[0]._zod.run : null;
      inst._zod.parse = (payload, ctx) => {
        if (first2) {
          return first2(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
          const result = option._zod.run({
            value: payload.value,
            issues: []
          }, ctx);
          if (result instanceof Promise) {
            results.push(result);
            async = true;
          } else {
            if (result.issues.length === 0)
              return result;
            results.push(result);
          }
        }
        if (!async)
          return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results2) => {
          return handleUnionResults(results2, payload, inst, ctx);
        });
      };
    });
    $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
          return Promise.all([left, right]).then(([left2, right2]) => {
            return handleIntersectionResults(payload, left2, right2);
          });
        }
        return handleIntersectionResults(payload, left, right);
      };
    });
    $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
      $ZodType.init(inst, def);
      const memo2 = globalConfig.memoizer;
      memo2?.attach(inst);
      inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!isPlainObject(input)) {
          payload.issues.push({
            expected: "record",
            code: "invalid_type",
            input,
            inst
          });
          return payload;
        }
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
          payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
          const recordKeys = /* @__PURE__ */ new Set();
          for (const key of values) {
            if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
              recordKeys.add(typeof key === "number" ? key.toString() : key);
              if (key === "__proto__")
                continue;
              const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
              if (keyResult instanceof Promise) {
                throw new Error("Async schemas not supported in object keys currently");
              }
              if (keyResult.issues.length) {
                payload.issues.push({
                  code: "invalid_key",
                  origin: "record",
                  issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
                  input: key,
                  path: [key],
                  inst
                });
                continue;
              }
              const outKey = keyResult.value;
              if (outKey === "__proto__")
                continue;
              const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
              if (result instanceof Promise) {
                proms.push(result.then((result2) => {
                  if (result2.issues.length) {
                    payload.issues.push(...prefixIssues(key, result2.issues));
                  }
                  payload.value[outKey] = result2.value;
                }));
              } else {
                if (result.issues.length) {
                  payload.issues.push(...prefixIssues(key, result.issues));
                }
                payload.value[outKey] = result.value;
              }
            }
          }
          let unrecognized;
          for (const key in input) {
            if (!recordKeys.has(key)) {
              if (def.mode === "loose") {
                if (key === "__proto__")
                  continue;
                payload.value[key] = input[key];
              } else {
                unrecognized = unrecognized ?? [];
                unrecognized.push(key);
              }
            }
          }
          if (unrecognized && unrecognized.length > 0) {
            payload.issues.push({
              code: "unrecognized_keys",
              input,
              inst,
              keys: unrecognized,
              continue: true
            });
          }
        } else {
          payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
          let unrecognized;
          for (const key of Reflect.ownKeys(input)) {
            if (key === "__proto__")
              continue;
            if (!Object.prototype.propertyIsEnumerable.call(input, key))
              continue;
            let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            if (keyResult instanceof Promise) {
              throw new Error("Async schemas not supported in object keys currently");
            }
            const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
            if (checkNumericKey) {
              const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
              if (retryResult instanceof Promise) {
                throw new Error("Async schemas not supported in object keys currently");
              }
              if (retryResult.issues.length === 0) {
                keyResult = retryResult;
              }
            }
            if (keyResult.issues.length) {
              if (def.mode === "loose") {
                payload.value[key] = input[key];
              } else if (values) {
                unrecognized = unrecognized ?? [];
                unrecognized.push(key);
              } else {
                payload.issues.push({
                  code: "invalid_key",
                  origin: "record",
                  issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
                  input: key,
                  path: [key],
                  inst
                });
              }
              continue;
            }
            const outKey = keyResult.value;
            if (outKey === "__proto__")
              continue;
            const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
            if (result instanceof Promise) {
              proms.push(result.then((result2) => {
                if (result2.issues.length) {
                  payload.issues.push(...prefixIssues(key, result2.issues));
                }
                payload.value[outKey] = result2.value;
              }));
            } else {
              if (result.issues.length) {
                payload.issues.push(...prefixIssues(key, result.issues));
              }
              payload.value[outKey] = result.value;
            }
          }
          if (unrecognized && unrecognized.length > 0) {
            payload.issues.push({
              code: "unrecognized_keys",
              input,
              inst,
              keys: unrecognized,
              continue: true
            });
          }
        }
        if (proms.length) {
          return Promise.all(proms).then(() => payload);
        }
        return payload;
      };
    });
    $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
      $ZodType.init(inst, def);
      const values = getEnumValues(def.entries);
      const valuesSet = new Set(values);
      inst._zod.values = valuesSet;
      defineLazyInternal(inst, "pattern", (zod) => {
        const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
      });
      inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
          return payload;
        }
        payload.issues.push({
          code: "invalid_value",
          values,
          input,
          inst
        });
        return payload;
      };
    });
    $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "optional";
      globalConfig.memoizer?.guard(inst);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          throw new $ZodEncodeError(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
          const output = _out instanceof Promise ? _out : Promise.resolve(_out);
          return output.then((output2) => {
            payload.value = output2;
            return payload;
          });
        }
        if (_out instanceof Promise) {
          throw new $ZodAsyncError();
        }
        payload.value = _out;
        return payload;
      };
    });
    $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
      inst._zod.optout = "optional";
      defineLazyInternal(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
      });
      defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        if (payload.value === void 0) {
          if (def.innerType._zod.optin !== "defaulted")
            return payload;
          const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
          if (result instanceof Promise)
            return result.then((result2) => handleOptionalResult(payload, result2));
          return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
      inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
      defineLazyInternal(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
      });
      defineLazyInternal(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        if (payload.value === null)
          return payload;
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        if (payload.value === void 0) {
          payload.value = def.defaultValue;
          return payload;
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
          return result.then((result2) => handleDefaultResult(result2, def));
        }
        return handleDefaultResult(result, def);
      };
    });
    $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.optin = "defaulted";
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        if (payload.value === void 0) {
          payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
      };
    });
    $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
      });
      inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
          return result.then((result2) => handleNonOptionalResult(result2, inst));
        }
        return handleNonOptionalResult(result, inst);
      };
    });
    $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
          return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
      };
    });
    $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          const right = def.out._zod.run(payload, ctx);
          if (right instanceof Promise) {
            return right.then((right2) => handlePipeResult(right2, def.in, ctx));
          }
          return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
          return left.then((left2) => handlePipeResult(left2, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
      };
    });
    $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
      $ZodType.init(inst, def);
      defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
      defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
      defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
      defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
      inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
          return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
          return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
      };
    });
    $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
      $ZodCheck.init(inst, def);
      $ZodType.init(inst, def);
      inst._zod.parse = (payload, _) => {
        return payload;
      };
      inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
          return r.then((r2) => handleRefineResult(r2, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
      };
    });
  }
});

// node_modules/zod/v4/core/memoizer.js
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
function isRecursive(inst, stack, resolve8) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check2 = (child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve8);
      if (answer > result)
        result = answer;
    }
  };
  const shape = (sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve8) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  };
  const merge2 = (answer) => {
    if (answer > result)
      result = answer;
  };
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check2(def.catchall);
      break;
    }
    case "array":
      check2(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check2(el);
      check2(def.rest);
      break;
    case "record":
    case "map":
      check2(def.keyType);
      check2(def.valueType);
      break;
    case "set":
      check2(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check2(el);
      break;
    case "intersection":
      check2(def.left);
      check2(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check2(def.innerType);
      break;
    case "pipe":
      check2(def.in);
      check2(def.out);
      break;
    case "function":
      check2(def.input);
      check2(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve8 ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check2(value);
        else if (Array.isArray(value))
          for (const el of value)
            check2(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
var $ZodCyclicError, STATE, NO_ISSUES, recursive, NONE, ASSUMED, PROVEN, handoff, open, memo;
var init_memoizer = __esm({
  "node_modules/zod/v4/core/memoizer.js"() {
    init_util();
    $ZodCyclicError = class extends Error {
      constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
      }
    };
    STATE = "~memo";
    NO_ISSUES = [];
    recursive = /* @__PURE__ */ new WeakMap();
    NONE = 0;
    ASSUMED = 1;
    PROVEN = 2;
    open = [];
    memo = {
      alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
          return empty;
        handoff = void 0;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        open.push(entry);
        return empty;
      },
      guard(inst) {
        var _a3;
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred.push(() => {
          const base = inst._zod.parse;
          const wrapped = (payload, ctx) => {
            if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
              throw new $ZodCyclicError();
            return base(payload, ctx);
          };
          inst._zod.parse = wrapped;
          if (inst._zod.run === base)
            inst._zod.run = wrapped;
        });
      },
      attach(inst) {
        var _a3;
        let isRecursiveInst;
        let rechecked = false;
        let lastCtx;
        let lastBucket;
        (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
        inst._zod.deferred.push(() => {
          const base = inst._zod.parse;
          const wrapped = (payload, ctx) => {
            if (isRecursiveInst === void 0) {
              const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
              if (walked === NONE) {
                inst._zod.parse = base;
                if (inst._zod.run === wrapped)
                  inst._zod.run = base;
                return base(payload, ctx);
              }
              if (walked === PROVEN || rechecked)
                isRecursiveInst = true;
              else
                rechecked = true;
            }
            const input = payload.value;
            if (!isRef(input))
              return base(payload, ctx);
            let state = ctx[STATE];
            if (!state) {
              state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
              ctx[STATE] = state;
            }
            let bucket;
            if (lastCtx === ctx) {
              bucket = lastBucket;
            } else {
              bucket = bucketFor(state, inst);
              lastCtx = ctx;
              lastBucket = bucket;
            }
            const hit = bucket.get(input);
            if (hit) {
              payload.value = hit.value;
              if (hit.issues) {
                if (hit.issues.length)
                  payload.issues.push(...cloneIssues(hit.issues));
              } else {
                payload.memo = true;
                state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
                state.backEdges.add(hit.value);
              }
              return payload;
            }
            handoff = bucket;
            const depth = open.length;
            const result = base(payload, ctx);
            handoff = void 0;
            const entry = open.length > depth ? open.pop() : void 0;
            if (result instanceof Promise) {
              return result.then((r) => {
                if (entry)
                  entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                return r;
              });
            }
            if (entry)
              entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
            return result;
          };
          inst._zod.parse = wrapped;
          if (inst._zod.run === base)
            inst._zod.run = wrapped;
        });
      }
    };
  }
});

// node_modules/zod/v4/locales/en.js
function en_default() {
  return {
    localeError: error()
  };
}
var error;
var init_en = __esm({
  "node_modules/zod/v4/locales/en.js"() {
    init_util();
    error = () => {
      const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" }
      };
      function getSizing(origin) {
        return Sizable[origin] ?? null;
      }
      const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input"
      };
      const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN"
        // All other type names omitted - they fall back to raw values via ?? operator
      };
      function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
          return String(input);
        }
        return TypeDictionary[type] ?? type;
      }
      return (issue2) => {
        switch (issue2.code) {
          case "invalid_type": {
            const expected = getTypeName(issue2.expected);
            const receivedType = parsedType(issue2.input);
            const received = getTypeName(receivedType, issue2.input);
            return `Invalid input: expected ${expected}, received ${received}`;
          }
          case "invalid_value":
            if (issue2.values.length === 1)
              return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
            return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
          case "too_big": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
            const sizing = getSizing(issue2.origin);
            if (sizing)
              return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
            return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
          }
          case "too_small": {
            const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
            const sizing = getSizing(issue2.origin);
            if (sizing) {
              return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
            }
            return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
          }
          case "invalid_format": {
            const _issue = issue2;
            if (_issue.format === "starts_with") {
              return `Invalid string: must start with "${_issue.prefix}"`;
            }
            if (_issue.format === "ends_with")
              return `Invalid string: must end with "${_issue.suffix}"`;
            if (_issue.format === "includes")
              return `Invalid string: must include "${_issue.includes}"`;
            if (_issue.format === "regex")
              return `Invalid string: must match pattern ${_issue.pattern}`;
            return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
          }
          case "not_multiple_of":
            return `Invalid number: must be a multiple of ${issue2.divisor}`;
          case "unrecognized_keys":
            return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
          case "invalid_key":
            return `Invalid key in ${issue2.origin}`;
          case "invalid_union":
            if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
              const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
              return `Invalid discriminator value. Expected ${opts}`;
            }
            if (issue2.inclusive === false) {
              return "Invalid input: more than one option matched";
            }
            return "Invalid input";
          case "invalid_element":
            return `Invalid value in ${issue2.origin}`;
          default:
            return `Invalid input`;
        }
      };
    };
  }
});

// node_modules/zod/v4/locales/index.js
var init_locales = __esm({
  "node_modules/zod/v4/locales/index.js"() {
  }
});

// node_modules/zod/v4/core/registries.js
function registry() {
  return new $ZodRegistry();
}
var _a2, $ZodRegistry, globalRegistry;
var init_registries = __esm({
  "node_modules/zod/v4/core/registries.js"() {
    $ZodRegistry = class {
      constructor() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
      }
      add(schema, ..._meta) {
        const meta2 = _meta[0];
        this._map.set(schema, meta2);
        if (meta2 && typeof meta2 === "object" && "id" in meta2) {
          this._idmap.set(meta2.id, schema);
        }
        return this;
      }
      clear() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
        return this;
      }
      remove(schema) {
        const meta2 = this._map.get(schema);
        if (meta2 && typeof meta2 === "object" && "id" in meta2) {
          this._idmap.delete(meta2.id);
        }
        this._map.delete(schema);
        return this;
      }
      get(schema) {
        const p = schema._zod.parent;
        if (p) {
          const pm = { ...this.get(p) ?? {} };
          delete pm.id;
          const f = { ...pm, ...this._map.get(schema) };
          return Object.keys(f).length ? f : void 0;
        }
        return this._map.get(schema);
      }
      has(schema) {
        return this._map.has(schema);
      }
    };
    (_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
    globalRegistry = globalThis.__zod_globalRegistry;
  }
});

// node_modules/zod/v4/core/compile.js
var init_compile = __esm({
  "node_modules/zod/v4/core/compile.js"() {
  }
});

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix2, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix: prefix2
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}
var init_api = __esm({
  "node_modules/zod/v4/core/api.js"() {
    init_checks();
    init_util();
  }
});

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json, result);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext2 = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext2) {
        extractToDef(entry);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const key in object.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object) => object.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object of objects) {
      const constraint = undeclaredConstraint(object);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var FOLDABLE_KEYS, UNION_KEYS, createToJSONSchemaMethod, createStandardJSONSchemaMethod;
var init_to_json_schema = __esm({
  "node_modules/zod/v4/core/to-json-schema.js"() {
    init_registries();
    init_util();
    FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
    UNION_KEYS = ["oneOf", "anyOf"];
    createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
      const ctx = initializeContext({ ...params, processors });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
    createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
      const { libraryOptions, target } = params ?? {};
      const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
      processSchema(schema, ctx);
      extractDefs(ctx, schema);
      return finalize(ctx, schema);
    };
  }
});

// node_modules/zod/v4/core/json-schema-processors.js
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record2);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var narrowMin, narrowMax, narrowBoth, addDivisor, addPattern, intersectMime, setFormat, minContributor, maxContributor, formatContributor, contributors, formatMap, exactPatterns, exactPattern, stringProcessor, numberProcessor, neverProcessor, unknownProcessor, enumProcessor, customProcessor, transformProcessor, arrayProcessor, objectProcessor, unionProcessor, intersectionProcessor, pendingRecords, recordProcessor, nullableProcessor, nonoptionalProcessor, UNREPRESENTABLE_DEFAULT, defaultProcessor, prefaultProcessor, catchProcessor, pipeProcessor, readonlyProcessor, optionalProcessor;
var init_json_schema_processors = __esm({
  "node_modules/zod/v4/core/json-schema-processors.js"() {
    init_regexes();
    init_schemas();
    init_to_json_schema();
    init_util();
    narrowMin = (agg, key, value) => {
      if (agg[key] === void 0 || value > agg[key])
        agg[key] = value;
    };
    narrowMax = (agg, key, value) => {
      if (agg[key] === void 0 || value < agg[key])
        agg[key] = value;
    };
    narrowBoth = (agg, value) => {
      narrowMin(agg, "minimum", value);
      narrowMax(agg, "maximum", value);
    };
    addDivisor = (agg, value) => {
      agg.multipleOf ?? (agg.multipleOf = []);
      if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
    };
    addPattern = (agg, pattern) => {
      agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
      agg.patterns.add(pattern);
    };
    intersectMime = (agg, mime) => {
      agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
    };
    setFormat = (agg, format) => {
      agg.format = format;
      if (format.includes("int"))
        agg.isInt = true;
    };
    minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
    maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
    formatContributor = (ranges) => (agg, def) => {
      setFormat(agg, def.format);
      const [minimum, maximum] = ranges[def.format];
      narrowMin(agg, "minimum", minimum);
      narrowMax(agg, "maximum", maximum);
    };
    contributors = {
      greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
      less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
      multiple_of: (agg, def) => addDivisor(agg, def.value),
      number_format: formatContributor(NUMBER_FORMAT_RANGES),
      bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
      min_length: minContributor,
      max_length: maxContributor,
      length_equals: (agg, def) => narrowBoth(agg, def.length),
      min_size: minContributor,
      max_size: maxContributor,
      size_equals: (agg, def) => narrowBoth(agg, def.size),
      string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
          addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
          agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
          agg.laxFormat = true;
      },
      mime_type: (agg, def) => intersectMime(agg, def.mime)
    };
    formatMap = {
      guid: "uuid",
      url: "uri",
      datetime: "date-time",
      json_string: "json-string",
      regex: ""
      // do not set
    };
    exactPatterns = /* @__PURE__ */ new Map([
      [base64Charset, base64],
      [base64urlCharset, base64url]
    ]);
    exactPattern = (p) => exactPatterns.get(p) ?? p;
    stringProcessor = (schema, ctx, _json, _params) => {
      const json = _json;
      json.type = "string";
      const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
      if (typeof minimum === "number")
        json.minLength = minimum;
      if (typeof maximum === "number")
        json.maxLength = maximum;
      if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
          delete json.format;
        if (format === "time" || laxFormat) {
          delete json.format;
        }
      }
      if (contentEncoding)
        json.contentEncoding = contentEncoding;
      if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
          json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
          json.allOf = [
            ...patternList.map((regex) => ({
              ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
              pattern: regex.source
            }))
          ];
        }
      }
    };
    numberProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
      json.type = isInt ? "integer" : "number";
      const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
      const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
      const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
      if (exMin) {
        if (legacy) {
          json.minimum = exclusiveMinimum;
          json.exclusiveMinimum = true;
        } else {
          json.exclusiveMinimum = exclusiveMinimum;
        }
      } else if (typeof minimum === "number") {
        json.minimum = minimum;
      }
      if (exMax) {
        if (legacy) {
          json.maximum = exclusiveMaximum;
          json.exclusiveMaximum = true;
        } else {
          json.exclusiveMaximum = exclusiveMaximum;
        }
      } else if (typeof maximum === "number") {
        json.maximum = maximum;
      }
      if (multipleOf) {
        const divisors = /* @__PURE__ */ new Set();
        for (const divisor of multipleOf) {
          if (Number.isFinite(divisor) && divisor !== 0)
            divisors.add(Math.abs(divisor));
          else
            handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        const [first2, ...rest] = divisors;
        if (first2 !== void 0)
          json.multipleOf = first2;
        if (rest.length)
          json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
      }
    };
    neverProcessor = (_schema, _ctx, json, _params) => {
      json.not = {};
    };
    unknownProcessor = (_schema, _ctx, _json, _params) => {
    };
    enumProcessor = (schema, _ctx, json, _params) => {
      const def = schema._zod.def;
      const values = getEnumValues(def.entries);
      if (values.length === 0) {
        json.not = {};
        return;
      }
      if (values.every((v) => typeof v === "number"))
        json.type = "number";
      if (values.every((v) => typeof v === "string"))
        json.type = "string";
      json.enum = values;
    };
    customProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
    };
    transformProcessor = (schema, ctx, json, params) => {
      handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
    };
    arrayProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const { minimum, maximum } = aggregateChecks(schema);
      if (typeof minimum === "number")
        json.minItems = minimum;
      if (typeof maximum === "number")
        json.maxItems = maximum;
      json.type = "array";
      json.items = processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"]
      });
    };
    objectProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      const shape = def.shape;
      const symbolKeys = Object.getOwnPropertySymbols(shape);
      if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
      }
      json.type = "object";
      json.properties = {};
      for (const key in shape) {
        assignProp(json.properties, key, processSchema(shape[key], ctx, {
          ...params,
          path: [...params.path, "properties", key]
        }));
      }
      const requiredKeys = [];
      for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
          requiredKeys.push(key);
        }
      }
      if (requiredKeys.length > 0) {
        json.required = requiredKeys;
      }
      if (def.catchall?._zod.def.type === "never") {
        json.additionalProperties = false;
      } else if (!def.catchall) {
        if (ctx.io === "output")
          json.additionalProperties = false;
      } else if (def.catchall) {
        json.additionalProperties = processSchema(def.catchall, ctx, {
          ...params,
          path: [...params.path, "additionalProperties"]
        });
      }
    };
    unionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const isExclusive = def.inclusive === false;
      const options = def.options.map((x, i) => processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
      }));
      if (isExclusive) {
        json.oneOf = options;
      } else {
        json.anyOf = options;
      }
    };
    intersectionProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const a = processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0]
      });
      const b = processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1]
      });
      const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
      const allOf = [
        ...isSimpleIntersection(a) ? a.allOf : [a],
        ...isSimpleIntersection(b) ? b.allOf : [b]
      ];
      json.allOf = allOf;
      ctx.intersections.push(allOf);
    };
    pendingRecords = /* @__PURE__ */ new WeakMap();
    recordProcessor = (schema, ctx, _json, params) => {
      const json = _json;
      const def = schema._zod.def;
      json.type = "object";
      const keyType = def.keyType;
      const patterns = aggregateChecks(keyType).patterns;
      if (def.mode === "loose" && patterns && patterns.size > 0) {
        const valueSchema = processSchema(def.valueType, ctx, {
          ...params,
          path: [...params.path, "patternProperties", "*"]
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
          assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
      } else {
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
          json.propertyNames = processSchema(def.keyType, ctx, {
            ...params,
            path: [...params.path, "propertyNames"]
          });
          let pending = pendingRecords.get(ctx);
          if (!pending) {
            pending = [];
            pendingRecords.set(ctx, pending);
            ctx.deferred.push(() => rewriteKeyNames(ctx));
          }
          pending.push(schema);
        }
        json.additionalProperties = processSchema(def.valueType, ctx, {
          ...params,
          path: [...params.path, "additionalProperties"]
        });
      }
      const keyValues = keyType._zod.values;
      const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
      if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
          json.required = validKeyValues.map(String);
        }
      }
    };
    nullableProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      const inner = processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
      } else {
        json.anyOf = [inner, { type: "null" }];
      }
    };
    nonoptionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
    UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
    defaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
    };
    prefaultProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      if (ctx.io !== "input")
        return;
      const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
      if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
    };
    catchProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      let catchValue;
      try {
        catchValue = def.catchValue(void 0);
      } catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
      }
      json.default = catchValue;
    };
    pipeProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      const inIsTransform = def.in._zod.traits.has("$ZodTransform");
      const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
      processSchema(innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = innerType;
    };
    readonlyProcessor = (schema, ctx, json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
      json.readOnly = true;
    };
    optionalProcessor = (schema, ctx, _json, params) => {
      const def = schema._zod.def;
      processSchema(def.innerType, ctx, params);
      const seen = ctx.seen.get(schema);
      seen.ref = def.innerType;
    };
  }
});

// node_modules/zod/v4/core/json-schema.js
var init_json_schema = __esm({
  "node_modules/zod/v4/core/json-schema.js"() {
  }
});

// node_modules/zod/v4/core/index.js
var init_core2 = __esm({
  "node_modules/zod/v4/core/index.js"() {
    init_core();
    init_parse();
    init_errors2();
    init_schemas();
    init_memoizer();
    init_checks();
    init_versions();
    init_util();
    init_regexes();
    init_locales();
    init_registries();
    init_doc();
    init_compile();
    init_api();
    init_to_json_schema();
    init_json_schema();
  }
});

// node_modules/zod/v4/classic/checks.js
var init_checks2 = __esm({
  "node_modules/zod/v4/classic/checks.js"() {
    init_core2();
  }
});

// node_modules/zod/v4/classic/errors.js
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var _installedErrorProtos, initializer2, ZodRealError;
var init_errors3 = __esm({
  "node_modules/zod/v4/classic/errors.js"() {
    init_core2();
    init_core2();
    init_util();
    _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
    initializer2 = (inst, issues) => {
      $ZodError.init(inst, issues);
      inst.name = "ZodError";
      const proto = Object.getPrototypeOf(inst);
      if (_installedErrorProtos.has(proto))
        return;
      _installedErrorProtos.add(proto);
      _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
      _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
      _lazyMethod(proto, "addIssue", (self) => (issue2) => {
        self.issues.push(issue2);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
      });
      _lazyMethod(proto, "addIssues", (self) => (issues2) => {
        self.issues.push(...issues2);
        self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
      });
      Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
          return this.issues.length === 0;
        }
      });
    };
    ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
      Parent: Error
    });
  }
});

// node_modules/zod/v4/classic/parse.js
var parse, parseAsync, safeParse, safeParseAsync, encode, decode2, encodeAsync, decodeAsync, safeEncode, safeDecode, safeEncodeAsync, safeDecodeAsync;
var init_parse2 = __esm({
  "node_modules/zod/v4/classic/parse.js"() {
    init_core2();
    init_errors3();
    init_core2();
    parse = /* @__PURE__ */ _parse(ZodRealError);
    parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
    safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
    safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
    encode = /* @__PURE__ */ _encode(ZodRealError);
    decode2 = /* @__PURE__ */ _decode(ZodRealError);
    encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
    decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
    safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
    safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
    safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
    safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
  }
});

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
function string2(params) {
  return _string(ZodString, params);
}
function int(params) {
  return _int(ZodNumberFormat, params);
}
function unknown() {
  return _unknown(ZodUnknown);
}
function never(params) {
  return _never(ZodNever, params);
}
function array(element, params) {
  return _array(ZodArray, element, params);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
function _enum(values, params) {
  const entries2 = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries: entries2,
    ...util_exports.normalizeParams(params)
  });
}
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}
var ZodType, _ZodString, ZodString, ZodStringFormat, ZodISODateTime, ZodISODate, ZodISOTime, ZodISODuration, ZodEmail, ZodGUID, ZodUUID, ZodURL, ZodEmoji, ZodNanoID, ZodCUID, ZodCUID2, ZodULID, ZodXID, ZodKSUID, ZodIPv4, ZodIPv6, ZodCIDRv4, ZodCIDRv6, ZodBase64, ZodBase64URL, ZodE164, ZodJWT, ZodNumber, ZodNumberFormat, ZodUnknown, ZodNever, ZodArray, ZodObject, ZodUnion, ZodIntersection, ZodRecord, ZodEnum, ZodTransform, ZodOptional, ZodExactOptional, ZodNullable, ZodDefault, ZodPrefault, ZodNonOptional, ZodCatch, ZodPipe, ZodReadonly, ZodCustom;
var init_schemas2 = __esm({
  "node_modules/zod/v4/classic/schemas.js"() {
    init_core2();
    init_core2();
    init_json_schema_processors();
    init_to_json_schema();
    init_en();
    init_checks2();
    init_parse2();
    ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
      _ensureDefaultLocale();
      $ZodType.init(inst, def);
      inst.def = def;
      inst.type = def.type;
      return inst;
    }, {
      check(...chks) {
        const def = this.def;
        return this.clone(util_exports.mergeDefs(def, {
          checks: [
            ...def.checks ?? [],
            ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
          ]
        }), { parent: true });
      },
      with(...chks) {
        return this.check(...chks);
      },
      clone(def, params) {
        return clone(this, def, params);
      },
      brand() {
        return this;
      },
      register(reg, meta2) {
        reg.add(this, meta2);
        return this;
      },
      refine(check2, params) {
        return this.check(refine(check2, params));
      },
      superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
      },
      overwrite(fn) {
        return this.check(_overwrite(fn));
      },
      optional() {
        return optional(this);
      },
      exactOptional() {
        return exactOptional(this);
      },
      nullable() {
        return nullable(this);
      },
      nullish() {
        return optional(nullable(this));
      },
      nonoptional(params) {
        return nonoptional(this, params);
      },
      array() {
        return array(this);
      },
      or(arg) {
        return union([this, arg]);
      },
      and(arg) {
        return intersection(this, arg);
      },
      transform(tx) {
        return pipe(this, transform(tx));
      },
      default(d) {
        return _default(this, d);
      },
      prefault(d) {
        return prefault(this, d);
      },
      catch(params) {
        return _catch(this, params);
      },
      pipe(target) {
        return pipe(this, target);
      },
      readonly() {
        return readonly(this);
      },
      describe(description) {
        const cl = this.clone();
        globalRegistry.add(cl, { description });
        return cl;
      },
      meta(...args) {
        if (args.length === 0)
          return globalRegistry.get(this);
        const cl = this.clone();
        globalRegistry.add(cl, args[0]);
        return cl;
      },
      isOptional() {
        return this.safeParse(void 0).success;
      },
      isNullable() {
        return this.safeParse(null).success;
      },
      apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
      },
      // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
      get "~standard"() {
        return util_exports.hide(this, "~standard", {
          ...standardProps(this),
          jsonSchema: {
            input: createStandardJSONSchemaMethod(this, "input"),
            output: createStandardJSONSchemaMethod(this, "output")
          }
        });
      },
      set "~standard"(value) {
        util_exports.own(this, "~standard", value);
      },
      parse: function _parse2(data, params) {
        return parse(this, data, params, { callee: _parse2 });
      },
      parseAsync: async function _parseAsync2(data, params) {
        return await parseAsync(this, data, params, { callee: _parseAsync2 });
      },
      safeParse(data, params) {
        return safeParse(this, data, params);
      },
      async safeParseAsync(data, params) {
        return safeParseAsync(this, data, params);
      },
      // `spa` is an alias: same function object as `safeParseAsync`, as before.
      get spa() {
        return this?.safeParseAsync;
      },
      set spa(value) {
        util_exports.own(this, "spa", value);
      },
      validate(data, params) {
        return validate(this, data, params);
      },
      validateAsync(data, params) {
        return validateAsync(this, data, params);
      },
      encode: function _encode2(data, params) {
        return encode(this, data, params, { callee: _encode2 });
      },
      decode: function _decode2(data, params) {
        return decode2(this, data, params, { callee: _decode2 });
      },
      encodeAsync: async function _encodeAsync2(data, params) {
        return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
      },
      decodeAsync: async function _decodeAsync2(data, params) {
        return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
      },
      safeEncode(data, params) {
        return safeEncode(this, data, params);
      },
      safeDecode(data, params) {
        return safeDecode(this, data, params);
      },
      async safeEncodeAsync(data, params) {
        return safeEncodeAsync(this, data, params);
      },
      async safeDecodeAsync(data, params) {
        return safeDecodeAsync(this, data, params);
      },
      toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
      },
      // Reads through to the registry on every access, so it must not cache.
      get description() {
        return globalRegistry.get(this)?.description;
      },
      // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
      get _def() {
        return this._zod.def;
      }
    });
    _ZodString = /* @__PURE__ */ $constructor(
      "_ZodString",
      (inst, def) => {
        $ZodString.init(inst, def);
        ZodType.init(inst, def);
        inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
      },
      /* @__PURE__ */ util_exports.derived({
        format: (inst) => aggregateChecks(inst).format ?? null,
        minLength: (inst) => aggregateChecks(inst).minimum ?? null,
        maxLength: (inst) => aggregateChecks(inst).maximum ?? null
      }, {
        regex(...args) {
          return this.check(_regex(...args));
        },
        includes(...args) {
          return this.check(_includes(...args));
        },
        startsWith(...args) {
          return this.check(_startsWith(...args));
        },
        endsWith(...args) {
          return this.check(_endsWith(...args));
        },
        min(...args) {
          return this.check(_minLength(...args));
        },
        max(...args) {
          return this.check(_maxLength(...args));
        },
        length(...args) {
          return this.check(_length(...args));
        },
        nonempty(...args) {
          return this.check(_minLength(1, ...args));
        },
        lowercase(params) {
          return this.check(_lowercase(params));
        },
        uppercase(params) {
          return this.check(_uppercase(params));
        },
        trim() {
          return this.check(_trim());
        },
        normalize(...args) {
          return this.check(_normalize(...args));
        },
        toLowerCase() {
          return this.check(_toLowerCase());
        },
        toUpperCase() {
          return this.check(_toUpperCase());
        },
        slugify() {
          return this.check(_slugify());
        }
      })
    );
    ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
      $ZodString.init(inst, def);
      _ZodString.init(inst, def);
    }, {
      email(params) {
        return this.check(_email(ZodEmail, params));
      },
      url(params) {
        return this.check(_url(ZodURL, params));
      },
      jwt(params) {
        return this.check(_jwt(ZodJWT, params));
      },
      emoji(params) {
        return this.check(_emoji2(ZodEmoji, params));
      },
      guid(params) {
        return this.check(_guid(ZodGUID, params));
      },
      uuid(params) {
        return this.check(_uuid(ZodUUID, params));
      },
      uuidv4(params) {
        return this.check(_uuidv4(ZodUUID, params));
      },
      uuidv6(params) {
        return this.check(_uuidv6(ZodUUID, params));
      },
      uuidv7(params) {
        return this.check(_uuidv7(ZodUUID, params));
      },
      nanoid(params) {
        return this.check(_nanoid(ZodNanoID, params));
      },
      cuid(params) {
        return this.check(_cuid(ZodCUID, params));
      },
      cuid2(params) {
        return this.check(_cuid2(ZodCUID2, params));
      },
      ulid(params) {
        return this.check(_ulid(ZodULID, params));
      },
      base64(params) {
        return this.check(_base64(ZodBase64, params));
      },
      base64url(params) {
        return this.check(_base64url(ZodBase64URL, params));
      },
      xid(params) {
        return this.check(_xid(ZodXID, params));
      },
      ksuid(params) {
        return this.check(_ksuid(ZodKSUID, params));
      },
      ipv4(params) {
        return this.check(_ipv4(ZodIPv4, params));
      },
      ipv6(params) {
        return this.check(_ipv6(ZodIPv6, params));
      },
      cidrv4(params) {
        return this.check(_cidrv4(ZodCIDRv4, params));
      },
      cidrv6(params) {
        return this.check(_cidrv6(ZodCIDRv6, params));
      },
      e164(params) {
        return this.check(_e164(ZodE164, params));
      },
      datetime(params) {
        return this.check(_isoDateTime(ZodISODateTime, params));
      },
      date(params) {
        return this.check(_isoDate(ZodISODate, params));
      },
      time(params) {
        return this.check(_isoTime(ZodISOTime, params));
      },
      duration(params) {
        return this.check(_isoDuration(ZodISODuration, params));
      }
    });
    ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
      $ZodStringFormat.init(inst, def);
      _ZodString.init(inst, def);
    });
    ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
      $ZodISODateTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
      $ZodISODate.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
      $ZodISOTime.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
      $ZodISODuration.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
      $ZodEmail.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
      $ZodGUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
      $ZodUUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
      $ZodURL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
      $ZodEmoji.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
      $ZodNanoID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
      $ZodCUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
      $ZodCUID2.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
      $ZodULID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
      $ZodXID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
      $ZodKSUID.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
      $ZodIPv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
      $ZodIPv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
      $ZodCIDRv4.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
      $ZodCIDRv6.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
      $ZodBase64.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
      $ZodBase64URL.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
      $ZodE164.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
      $ZodJWT.init(inst, def);
      ZodStringFormat.init(inst, def);
    });
    ZodNumber = /* @__PURE__ */ $constructor(
      "ZodNumber",
      (inst, def) => {
        $ZodNumber.init(inst, def);
        ZodType.init(inst, def);
        inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
        inst.isFinite = true;
      },
      /* @__PURE__ */ util_exports.derived({
        minValue: (inst) => {
          const { minimum, exclusiveMinimum } = aggregateChecks(inst);
          return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
        },
        maxValue: (inst) => {
          const { maximum, exclusiveMaximum } = aggregateChecks(inst);
          return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
        },
        isInt: (inst) => {
          const { isInt, multipleOf } = aggregateChecks(inst);
          return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
        },
        format: (inst) => aggregateChecks(inst).format ?? null
      }, {
        gt(value, params) {
          return this.check(_gt(value, params));
        },
        gte(value, params) {
          return this.check(_gte(value, params));
        },
        min(value, params) {
          return this.check(_gte(value, params));
        },
        lt(value, params) {
          return this.check(_lt(value, params));
        },
        lte(value, params) {
          return this.check(_lte(value, params));
        },
        max(value, params) {
          return this.check(_lte(value, params));
        },
        int(params) {
          return this.check(int(params));
        },
        safe(params) {
          return this.check(int(params));
        },
        positive(params) {
          return this.check(_gt(0, params));
        },
        nonnegative(params) {
          return this.check(_gte(0, params));
        },
        negative(params) {
          return this.check(_lt(0, params));
        },
        nonpositive(params) {
          return this.check(_lte(0, params));
        },
        multipleOf(value, params) {
          return this.check(_multipleOf(value, params));
        },
        step(value, params) {
          return this.check(_multipleOf(value, params));
        },
        finite() {
          return this;
        }
      })
    );
    ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
      $ZodNumberFormat.init(inst, def);
      ZodNumber.init(inst, def);
    });
    ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
      $ZodUnknown.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
    });
    ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
      $ZodNever.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
    });
    ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodArray.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
      inst.element = def.element;
    }, {
      min(n, params) {
        return this.check(_minLength(n, params));
      },
      nonempty(params) {
        return this.check(_minLength(1, params));
      },
      max(n, params) {
        return this.check(_maxLength(n, params));
      },
      length(n, params) {
        return this.check(_length(n, params));
      },
      unwrap() {
        return this.element;
      }
    });
    ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodObjectJIT.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
      util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
    }, {
      keyof() {
        return _enum(Object.keys(this._zod.def.shape));
      },
      catchall(catchall) {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
      },
      passthrough() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      loose() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
      },
      strict() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
      },
      strip() {
        return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
      },
      extend(incoming) {
        return util_exports.extend(this, incoming);
      },
      safeExtend(incoming) {
        return util_exports.safeExtend(this, incoming);
      },
      merge(other) {
        return util_exports.merge(this, other);
      },
      pick(mask) {
        return util_exports.pick(this, mask);
      },
      omit(mask) {
        return util_exports.omit(this, mask);
      },
      partial(...args) {
        return util_exports.partial(ZodOptional, this, args[0]);
      },
      exactPartial(...args) {
        return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
      },
      required(...args) {
        return util_exports.required(ZodNonOptional, this, args[0]);
      }
    });
    ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
      $ZodUnion.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
      inst.options = def.options;
    });
    ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
      $ZodIntersection.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
    });
    ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodRecord.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
      inst.keyType = def.keyType;
      inst.valueType = def.valueType;
    });
    ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
      $ZodEnum.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
      inst.enum = def.entries;
      inst.options = [...inst._zod.values];
      const keys = new Set(Object.keys(def.entries));
      inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
          if (keys.has(value)) {
            newEntries[value] = def.entries[value];
          } else
            throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
          ...def,
          checks: [],
          ...util_exports.normalizeParams(params),
          entries: newEntries
        });
      };
      inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
          if (keys.has(value)) {
            delete newEntries[value];
          } else
            throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
          ...def,
          checks: [],
          ...util_exports.normalizeParams(params),
          entries: newEntries
        });
      };
    });
    ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
      _ensureDefaultMemoizer();
      $ZodTransform.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
      inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
          throw new $ZodEncodeError(inst.constructor.name);
        }
        payload.addIssue = (issue2) => {
          if (typeof issue2 === "string") {
            payload.issues.push(util_exports.issue(issue2, payload.value, def));
          } else {
            const _issue = issue2;
            if (_issue.fatal)
              _issue.continue = false;
            _issue.code ?? (_issue.code = "custom");
            if (!("input" in _issue))
              _issue.input = payload.value;
            _issue.inst ?? (_issue.inst = inst);
            payload.issues.push(util_exports.issue(_issue));
          }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
          return output.then((output2) => {
            payload.value = output2;
            return payload;
          });
        }
        payload.value = output;
        return payload;
      };
    });
    ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
      $ZodExactOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
      $ZodNullable.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
      $ZodDefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeDefault = inst.unwrap;
    });
    ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
      $ZodPrefault.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
      $ZodNonOptional.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
      $ZodCatch.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
      inst.removeCatch = inst.unwrap;
    });
    ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
      $ZodPipe.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
      inst.in = def.in;
      inst.out = def.out;
    });
    ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
      $ZodReadonly.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
      inst.unwrap = () => inst._zod.def.innerType;
    });
    ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
      $ZodCustom.init(inst, def);
      ZodType.init(inst, def);
      inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
    });
  }
});

// node_modules/zod/v4/classic/compat.js
var ZodFirstPartyTypeKind;
var init_compat = __esm({
  "node_modules/zod/v4/classic/compat.js"() {
    /* @__PURE__ */ (function(ZodFirstPartyTypeKind2) {
    })(ZodFirstPartyTypeKind || (ZodFirstPartyTypeKind = {}));
  }
});

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime2,
  duration: () => duration2,
  time: () => time2
});
function datetime2(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date2(params) {
  return _isoDate(ZodISODate, params);
}
function time2(params) {
  return _isoTime(ZodISOTime, params);
}
function duration2(params) {
  return _isoDuration(ZodISODuration, params);
}
var init_iso = __esm({
  "node_modules/zod/v4/classic/iso.js"() {
    init_core2();
    init_schemas2();
    init_schemas2();
  }
});

// node_modules/zod/v4/classic/coerce.js
var init_coerce = __esm({
  "node_modules/zod/v4/classic/coerce.js"() {
  }
});

// node_modules/zod/v4/classic/external.js
var init_external = __esm({
  "node_modules/zod/v4/classic/external.js"() {
    init_core2();
    init_schemas2();
    init_checks2();
    init_errors3();
    init_parse2();
    init_compat();
    init_locales();
    init_iso();
    init_coerce();
  }
});

// node_modules/zod/index.js
var init_zod = __esm({
  "node_modules/zod/index.js"() {
    init_external();
  }
});

// src/glob.ts
function patternProblem(pattern) {
  const glob2 = denies(pattern) ? pattern.slice(1) : pattern;
  if (glob2 === "") return "is empty";
  if (pattern.length > MAX_PATTERN) return `is longer than ${MAX_PATTERN} characters`;
  if (CONTROL2.test(glob2)) return "holds a control character";
  if (pattern.startsWith("!!")) return "begins with `!!`; one `!` takes paths out of the list";
  const slip = /^(?:\.?\/)+/.exec(glob2)?.[0];
  if (slip)
    return `begins with \`${slip}\`, which no path in the package does; write \`${glob2.slice(slip.length)}\``;
  if (glob2.endsWith("/"))
    return `ends with \`/\` and so matches no file; for all files in the folder write \`${glob2}**\``;
  if (/\\[A-Za-z0-9_]/.test(glob2))
    return "holds `\\`, which escapes the next character; write `/` between folders";
  if (/(?<!\\)(?:\\\\)*\\$/.test(glob2)) return "ends with `\\`, which escapes nothing there";
  const expanded = alternatives(
    glob2.replace(/\\(.)/g, (escaped2, char) => "{}".includes(char) ? "_" : escaped2)
  );
  if (expanded.length > MAX_ALTERNATIVES)
    return `stands for more than ${MAX_ALTERNATIVES} patterns; use \`*\` in place of the braces`;
  for (const alternative of expanded) {
    const problem = alternativeProblem(alternative);
    if (problem) return problem;
  }
  return void 0;
}
function alternativeProblem(glob2) {
  const segments = glob2.split("/");
  if (segments.filter((segment) => segment === "**").length > MAX_GLOBSTARS) {
    return `holds more than ${MAX_GLOBSTARS} \`**\``;
  }
  let extended2 = 0;
  for (const segment of segments) {
    if (segment === "") return "holds an empty folder name (`//`)";
    if (segment === "." || segment === "..") return `holds \`${segment}\`, which no path in the package does`;
    const read = readSegment(segment);
    if (typeof read === "string") return read;
    extended2 += read;
  }
  return extended2 > MAX_EXTENDED ? `holds more than ${MAX_EXTENDED} groups like \`+(...)\`` : void 0;
}
function readSegment(segment) {
  let extended2 = 0;
  const groups = [];
  for (let i = 0; i < segment.length; i++) {
    const char = segment[i];
    if (char === "\\") i++;
    else if (char === "{" || char === "}") {
      return `holds \`${char}\` without its partner or without a \`,\` between; a literal one is written \`\\${char}\``;
    } else if (char === "[") {
      const end = classEnd2(segment, i);
      if (end < 0) return "holds `[` that is not closed before the next `/`; a literal one is written `\\[`";
      i = end;
    } else if (char === "(") {
      const isExtended = i > 0 && "!?*+@".includes(segment[i - 1]);
      if (isExtended) extended2++;
      groups.push(isExtended);
    } else if (char === ")") groups.pop();
  }
  return groups.includes(true) ? "holds a group like `+(` that is not closed before the next `/`; across folders write `{a/b,c}`" : extended2;
}
function classEnd2(segment, start2) {
  let i = start2 + 1;
  if (segment[i] === "!" || segment[i] === "^") i++;
  for (let first2 = true; i < segment.length; i++, first2 = false) {
    if (segment[i] === "]" && !first2) return i;
    if (segment[i] === "\\") i++;
  }
  return -1;
}
var MAX_GLOBSTARS, MAX_EXTENDED, CONTROL2;
var init_glob = __esm({
  "src/glob.ts"() {
    "use strict";
    init_paths();
    MAX_GLOBSTARS = 16;
    MAX_EXTENDED = 32;
    CONTROL2 = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
  }
});

// src/rules/rule.ts
var SEVERITIES, PRESETS;
var init_rule = __esm({
  "src/rules/rule.ts"() {
    "use strict";
    SEVERITIES = ["error", "warning", "note"];
    PRESETS = ["closed", "open"];
  }
});

// src/config/shape.ts
var SIZE, GROWTH, glob, level, waiver, settings, configShape;
var init_shape = __esm({
  "src/config/shape.ts"() {
    "use strict";
    init_zod();
    init_glob();
    init_paths();
    init_rule();
    SIZE = /^(\d+(?:\.\d+)?) ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
    GROWTH = /^(\d+(?:\.\d+)?) ?%$/;
    glob = string2().superRefine((pattern, context) => {
      const problem = patternProblem(pattern);
      if (problem) context.addIssue(`the pattern \`${pattern.slice(0, 200)}\` ${problem}`);
    }).meta({ description: "A minimatch glob over paths in the package. Dot files count, case counts." });
    level = _enum([...SEVERITIES, "off"]).meta({ description: "How bad a finding of the rule is." });
    waiver = strictObject({
      rule: string2().meta({ description: "The one rule it is about." }),
      path: glob.refine((path3) => !denies(path3), "a waiver cannot be for everything but a path; write without `!`").meta({ description: "The path or glob that the findings stand at." }),
      sha256: string2().regex(/^[0-9a-f]{64}$/i, "`sha256` is 64 hexadecimal digits").optional().meta({ description: "Holds only while the file has these bytes." }),
      reason: string2().regex(/\S/, "`reason` is empty").meta({ description: "Why this may ship." }),
      owner: string2().regex(/\S/, "`owner` is empty").meta({ description: "Who answers for it." }),
      expires: iso_exports.date("`expires` is a day of the calendar, written like 2027-01-31").meta({ description: "The last day, in UTC, on which it holds. Past it the waiver is an error." })
    }).meta({ description: "An exception that somebody owns and that ends." });
    settings = {
      preset: _enum(PRESETS).optional().meta({ description: "The levels that rules have where `rules` says nothing." }),
      allow: array(glob).optional().meta({
        description: "The files that may ship. The last pattern that matches decides, and one with a leading `!` takes files out again."
      }),
      rules: record(
        string2().regex(/^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/),
        union([
          level,
          strictObject({
            level: level.optional(),
            ignore: array(glob).optional().meta({ description: "Files the rule does not look at." })
          })
        ])
      ).optional().meta({ description: "Level of a rule (`source-map/file`) or of a family (`source-map/*`)." }),
      waivers: array(waiver).optional(),
      limits: strictObject({
        unpackedSize: union([int().positive(), string2().regex(SIZE)]).optional().meta({ description: "Of all files together: a number of bytes, or 200MB." }),
        growth: string2().regex(GROWTH).optional().meta({ description: "Against the last published version: 50%." })
      }).optional()
    };
    configShape = strictObject({
      $schema: string2().optional().meta({ description: "For editors." }),
      ...settings,
      packages: record(string2(), strictObject(settings)).optional().meta({ description: "Overrides by package name, for a repository of many packages." })
    }).meta({ title: "packgate config", description: "What a package may hold and how bad each finding is." });
  }
});

// src/config/parse.ts
var parse_exports2 = {};
__export(parse_exports2, {
  parseConfig: () => parseConfig
});
function parseConfig(text2, file, knownRules, root) {
  const document = parseConfigDocument(text2, file, root);
  const value = document.value ?? {};
  const result = configShape.safeParse(value);
  const problems = [
    ...result.error ? explainIssues(result.error.issues, document, value) : [],
    ...ruleProblems(value, document, knownRules),
    ...result.data ? sizeProblems(result.data, document) : []
  ];
  if (problems.length > 0 || !result.data) throw new ConfigError(file, problems);
  const from = (path3) => `${file}:${document.place(path3, "key").line}`;
  const packages = Object.entries(result.data.packages ?? {}).map(
    ([name3, settings2]) => [name3, toSettings(settings2, ["packages", name3], from)]
  );
  return { file, ...toSettings(result.data, [], from), packages: new Map(packages) };
}
function toSettings(shape, at2, from) {
  const limits = {
    ...shape.limits?.unpackedSize !== void 0 && {
      unpackedSize: {
        value: toBytes(shape.limits.unpackedSize),
        from: from([...at2, "limits", "unpackedSize"])
      }
    },
    ...shape.limits?.growth !== void 0 && {
      growth: {
        value: Number(GROWTH.exec(shape.limits.growth)?.[1]) / 100,
        from: from([...at2, "limits", "growth"])
      }
    }
  };
  return {
    ...shape.preset && { preset: { value: shape.preset, from: from([...at2, "preset"]) } },
    ...shape.allow && {
      allow: shape.allow.map((pattern, index) => ({ pattern, from: from([...at2, "allow", index]) }))
    },
    rules: Object.entries(shape.rules ?? {}).map(([rule18, setting]) => ({
      rule: rule18,
      ...typeof setting === "string" ? { level: setting } : setting.level ? { level: setting.level } : {},
      ignore: typeof setting === "string" ? [] : setting.ignore ?? [],
      from: from([...at2, "rules", rule18])
    })),
    waivers: (shape.waivers ?? []).map(({ sha256, ...waiver2 }, index) => ({
      ...waiver2,
      ...sha256 && { sha256: sha256.toLowerCase() },
      from: from([...at2, "waivers", index])
    })),
    limits
  };
}
function toBytes(size) {
  if (typeof size === "number") return size;
  const [, figure, unit] = SIZE.exec(size) ?? [];
  return Math.round(Number(figure) * UNITS[unit ?? "B"]);
}
function ruleProblems(value, document, knownRules) {
  const families = [...new Set(knownRules.map((rule18) => `${rule18.split("/", 1)[0]}/*`))];
  const settable = [...knownRules, ...families];
  const waivable = knownRules.filter((rule18) => !rule18.startsWith(UNWAIVABLE));
  const problems = [];
  const check2 = (name3, known, path3, part) => {
    if (typeof name3 !== "string" || known.includes(name3)) return;
    problems.push({ ...document.place(path3, part), message: unknownRule(name3, known, knownRules, families) });
  };
  const packages = entries(property(value, "packages"));
  for (const [at2, settings2] of [
    [[], value],
    ...packages.map(([name3, v]) => [["packages", name3], v])
  ]) {
    for (const [rule18] of entries(property(settings2, "rules")))
      check2(rule18, settable, [...at2, "rules", rule18], "key");
    const waivers = property(settings2, "waivers");
    if (!Array.isArray(waivers)) continue;
    waivers.forEach((waiver2, index) => {
      check2(property(waiver2, "rule"), waivable, [...at2, "waivers", index, "rule"], "value");
    });
  }
  return problems;
}
function unknownRule(name3, known, rules, families) {
  if (rules.includes(name3)) return `\`${name3}\` cannot be waived; set its level under \`rules\``;
  if (families.includes(name3)) return `a waiver is for one rule, and \`${name3}\` is a family`;
  if (families.includes(`${name3}/*`))
    return `unknown rule \`${name3}\`; for the whole family write \`${name3}/*\``;
  return `unknown rule \`${name3.slice(0, 80)}\`${suggestion(name3, known)}`;
}
function property(value, key) {
  return value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : void 0;
}
function entries(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
}
function sizeProblems(shape, document) {
  let patterns = 0;
  const groups = [[[], shape]];
  for (const [name3, settings2] of Object.entries(shape.packages ?? {}))
    groups.push([["packages", name3], settings2]);
  for (const [at2, { allow = [], rules = {}, waivers = [] }] of groups) {
    const lists = [
      [[...at2, "allow"], allow],
      ...Object.entries(rules).map(([rule18, setting]) => [
        [...at2, "rules", rule18],
        typeof setting === "string" ? [] : setting.ignore ?? []
      ]),
      [[...at2, "waivers"], waivers.map(({ path: path3 }) => path3)]
    ];
    for (const [path3, list] of lists) {
      for (const pattern of list) patterns += alternatives(pattern).length;
      if (patterns > MAX_PATTERNS) {
        return [
          {
            ...document.place(path3),
            message: `more than ${MAX_PATTERNS} patterns, braces opened; use \`*\` and \`**\``
          }
        ];
      }
    }
  }
  return [];
}
var MAX_PATTERNS, UNWAIVABLE, UNITS;
var init_parse3 = __esm({
  "src/config/parse.ts"() {
    "use strict";
    init_paths();
    init_suggestion();
    init_document();
    init_explain();
    init_problem();
    init_shape();
    MAX_PATTERNS = 2e4;
    UNWAIVABLE = "policy/";
    UNITS = {
      B: 1,
      kB: 1e3,
      KB: 1e3,
      MB: 1e6,
      GB: 1e9,
      KiB: 2 ** 10,
      MiB: 2 ** 20,
      GiB: 2 ** 30
      // biome-ignore format: one look
    };
  }
});

// src/check.ts
import { resolve as resolve5 } from "node:path";

// src/archive/limits.ts
var LIMITS = {
  /** Unpacked bytes read from one archive. The largest packages on the public registry unpack to about 2 GiB. */
  unpackedSize: 16 * 1024 ** 3,
  /** Entries of every type, meta headers included. The paths of so many take about 70 MB; the largest public packages have 100,000. */
  entries: 5e5,
  /** Unpacked against compressed bytes. Current npm aborts above it; honest packages stay under 100. */
  ratio: 1e3,
  /** Unpacked bytes below which the ratio says nothing: a small file of zeros. */
  ratioFloor: 4 * 1024 ** 2,
  /** Bytes of one pax or GNU long-name body. npm ignores larger ones, others do not. */
  metaSize: 1024 ** 2,
  /** Segments of a path: npm skips entries with more. */
  segments: 1024,
  /** Oddities kept of one archive. */
  oddities: 1e4,
  /** Findings of one package: each takes about 1 KB until the report is written. */
  findings: 1e5,
  /** Bytes of `package.json`. */
  manifestSize: 8 * 1024 ** 2
};

// src/archive/read.ts
init_errors();
import { createHash } from "node:crypto";
import { closeSync, constants as constants2, fstatSync, openSync, readSync } from "node:fs";

// src/archive/gunzip.ts
init_errors();
import { constants, createGunzip, gzipSync } from "node:zlib";
var CHUNK = 256 * 1024;
function createGunzipReader(sink, way = "fastest") {
  return way === "fastest" && handleWorks() ? gunzipByHandle(sink) : gunzipByStream(sink);
}
function damaged(reason, cause) {
  const said = reason === "unexpected end of file" ? "it is cut off" : reason;
  return new PackgateError("archive", `the gzip data cannot be read: ${said}`, {
    help: "Pack or download the file again",
    cause
  });
}
function gunzipByHandle(sink) {
  const zlib = createGunzip();
  const handle = zlib._handle;
  const state = zlib._writeState;
  const output = Buffer.allocUnsafeSlow(CHUNK);
  let failure2;
  let taken = 0;
  let paddingFrom;
  handle.onerror = (message) => {
    failure2 = damaged(message);
  };
  function run3(flush, input) {
    let offset = 0;
    let left = input.length;
    let outputLeft = 0;
    while (outputLeft === 0) {
      handle.writeSync(flush, input, offset, left, output, 0, CHUNK);
      if (failure2 !== void 0) {
        zlib.close();
        throw failure2;
      }
      outputLeft = state[0] ?? 0;
      const inputLeft = state[1] ?? 0;
      offset += left - inputLeft;
      left = inputLeft;
      if (outputLeft < CHUNK) sink(output.subarray(0, CHUNK - outputLeft));
    }
    if (left > 0) paddingFrom = taken + offset;
    taken += input.length;
  }
  return {
    write(piece2) {
      if (paddingFrom === void 0) run3(constants.Z_NO_FLUSH, piece2);
    },
    end() {
      if (paddingFrom === void 0) run3(constants.Z_FINISH, Buffer.alloc(0));
      zlib.close();
    },
    get paddingFrom() {
      return paddingFrom;
    }
  };
}
function gunzipByStream(sink) {
  const stream = createGunzip({ chunkSize: CHUNK });
  let taken = 0;
  let paddingFrom;
  let fail = () => {
  };
  let failure2;
  let sinkFailed = false;
  const ended2 = new Promise((resolve8) => stream.once("end", resolve8));
  stream.on("error", (error2) => {
    failure2 ??= damaged(error2.message, error2);
    fail(failure2);
  });
  stream.on("data", (view) => {
    if (sinkFailed) return;
    try {
      sink(view);
    } catch (error2) {
      sinkFailed = true;
      failure2 = error2;
      stream.destroy();
      fail(error2);
    }
  });
  function settle2(start2) {
    return new Promise((resolve8, reject) => {
      fail = reject;
      if (failure2 !== void 0) reject(failure2);
      else start2(resolve8);
    });
  }
  return {
    async write(piece2) {
      if (paddingFrom !== void 0) return;
      await settle2((done) => stream.write(Buffer.from(piece2), () => done()));
      const before = taken;
      taken += piece2.length;
      if (stream.bytesWritten < taken) paddingFrom = Math.max(before, stream.bytesWritten);
    },
    async end() {
      await settle2((done) => {
        ended2.then(done);
        stream.end();
      });
    },
    get paddingFrom() {
      return paddingFrom;
    }
  };
}
var works;
function handleWorks() {
  works ??= probe();
  return works;
}
function probe() {
  try {
    const zlib = createGunzip();
    const usable = typeof zlib._handle?.writeSync === "function" && zlib._writeState instanceof Uint32Array;
    zlib.close?.();
    if (!usable) return false;
    const members2 = Buffer.concat([gzipSync("pack"), gzipSync("gate")]);
    let text2 = "";
    const gunzip = gunzipByHandle((view) => {
      text2 += view.toString("latin1");
    });
    gunzip.write(Buffer.concat([members2, Buffer.alloc(8)]));
    gunzip.end();
    return text2 === "packgate" && gunzip.paddingFrom === members2.length;
  } catch {
    return false;
  }
}

// src/archive/tar.ts
init_errors();

// src/archive/name.ts
function packagePath(name3) {
  const parts = name3.split("/");
  if (parts.length === 1) {
    return { path: name3, oddity: "has no folder: npm leaves it out, pnpm installs it" };
  }
  const kept = [];
  let climbs = false;
  for (const part of parts.slice(1)) {
    if (part === "..") {
      climbs = true;
      kept.pop();
    } else if (part !== "" && part !== ".") kept.push(part);
  }
  const path3 = kept.join("/");
  if (climbs || parts[0] === "..") return { path: path3, oddity: "climbs out of its folder with `..`" };
  if (parts[0] === "")
    return { path: path3, oddity: "begins with a slash: npm drops it as the first folder, bun and yarn do not" };
  if (parts[0] === "." && kept.length > 1)
    return {
      path: path3,
      oddity: "begins with a dot: npm drops it as the first folder, yarn 4 drops the one behind it"
    };
  if (name3.includes("\uFFFD"))
    return { path: path3, oddity: "is not valid UTF-8: installers write it in different ways" };
  if (name3.includes("\\"))
    return { path: path3, oddity: "holds a backslash, which some installers take for a folder" };
  if (parts[1] === "" && parts.length > 2 && path3 !== "")
    return { path: path3, oddity: "begins with a slash inside the package" };
  if (/^[A-Za-z]:/.test(path3)) return { path: path3, oddity: "begins with a drive letter" };
  if (parts.length > LIMITS.segments)
    return { path: path3, oddity: `has more than ${LIMITS.segments} folders: npm leaves it out` };
  return { path: path3 };
}

// src/archive/tar-header.ts
var import_headers = __toESM(require_headers(), 1);
init_errors();
var BLOCK = 512;
var TYPES = {
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "link",
  "2": "link",
  "3": "device",
  "4": "device",
  "5": "directory",
  "6": "device",
  x: "pax",
  g: "pax-global",
  L: "gnu-name",
  K: "gnu-link"
};
var NUMBERS = [
  [100, 8, "mode"],
  [108, 8, "uid"],
  [116, 8, "gid"],
  [136, 12, "mtime"],
  [329, 8, "devmajor"],
  [337, 8, "devminor"]
];
var STAR_TIMES = [
  [476, 12, "atime"],
  [488, 12, "ctime"]
];
var STAR_PREFIX_END = 475;
function decodeHeader(block, at2) {
  const refuse = (what) => {
    throw new PackgateError("archive", `the tar header at byte ${at2} ${what}`, {
      help: "Installers read such a header in different ways; pack again with npm, pnpm, yarn or bun"
    });
  };
  if (!hasChecksum(block)) refuse("has a wrong checksum");
  const magic = block.toString("latin1", 257, 265);
  const posix3 = magic === "ustar\x0000";
  const known = posix3 || magic === "ustar  \0" || magic === "\0\0\0\0\0\0\0\0";
  if (!known) refuse("is of no known tar format");
  if (!posix3 && block[345] !== 0) refuse("has a name prefix that its format does not know");
  const star = posix3 && block[STAR_PREFIX_END] === 0;
  if (posix3 && !star && block[345] === 0) refuse("has a name prefix that begins with NUL");
  const size = octal(block, 124, 12);
  if (size === void 0) refuse("has a size that is not a plain octal number");
  for (const [offset, length, field] of star ? [...NUMBERS, ...STAR_TIMES] : NUMBERS) {
    if (!plainNumber(block, offset, length)) refuse(`has a ${field} that is no number`);
  }
  for (const [offset, length] of [[0, 100], [157, 100], ...posix3 ? [[345, 155]] : []]) {
    if (hasControl(block, offset, length)) refuse("has control characters in a name");
  }
  const header = (0, import_headers.decode)(block, "utf8", true);
  if (header === null) return refuse("is empty");
  const flag = String.fromCharCode(block[156] ?? 0);
  const plain = flag === "0" || flag === "\0";
  const type = plain && header.name.endsWith("/") ? "directory" : TYPES[flag] ?? "unknown";
  if (flag === "X") refuse("is of the type `X`, an extended header from before pax");
  const hasLink = block[157] !== 0;
  if (header.name === "" || header.name === "/") refuse("has no name");
  if (type === "link" && !hasLink) refuse("is a link to nowhere");
  if (type !== "link" && hasLink) refuse("has a link name, but is no link");
  if ((type === "directory" || type === "link" || type === "device") && size !== 0)
    refuse(`is a ${type} with a body`);
  return { name: header.name, size: size ?? 0, type, flag };
}
function hasChecksum(block) {
  return octal(block, 148, 8) === checksum(block);
}
function checksum(block) {
  let sum = 8 * 32;
  for (let i = 0; i < 148; i++) sum += block[i];
  for (let i = 156; i < BLOCK; i++) sum += block[i];
  return sum;
}
function octal(block, offset, length) {
  const end = offset + length;
  let i = offset;
  let value = 0;
  while (i < end && block[i] === 32) i++;
  const start2 = i;
  for (; i < end && block[i] >= 48 && block[i] <= 55; i++) value = value * 8 + block[i] - 48;
  const digits = i - start2;
  if (digits > 0 && i === end) return void 0;
  for (; i < end; i++) if (block[i] !== 0 && block[i] !== 32) return void 0;
  return value;
}
function plainNumber(block, offset, length) {
  const first2 = block[offset];
  if (first2 < 128) return true;
  if (first2 !== 128 && first2 !== 255) return false;
  const fill2 = first2 === 128 ? 0 : 255;
  for (let i = offset + 1; i < offset + length - 6; i++) if (block[i] !== fill2) return false;
  return true;
}
function hasControl(block, offset, length) {
  let ended2 = false;
  for (let i = offset; i < offset + length; i++) {
    const byte = block[i];
    if (byte === 0) ended2 = true;
    else if (ended2 ? byte === 10 || byte === 13 || byte === 226 : byte < 32 || byte === 127) return true;
  }
  return false;
}

// src/archive/tar-meta.ts
var import_headers2 = __toESM(require_headers(), 1);
init_errors();
var CONTROL = /[\x00-\x1f\x7f]/;
var HELP = "Installers read such a record in different ways; pack again with npm, pnpm, yarn or bun";
function readPax(body, at2) {
  const records = strictRecords(body, at2);
  const decoded = (0, import_headers2.decodePax)(body);
  for (const key of records.keys()) refuseReshaping(key, at2);
  const name3 = records.get("path");
  const size = records.get("size");
  if (name3 !== void 0 && (name3 === "" || decoded.path !== name3 || name3.includes("\uFFFD")))
    throw refused(at2, "has a name that is not plain text");
  if (size !== void 0 && !/^[0-9]{1,15}$/.test(size))
    throw refused(at2, "has a size that is not a plain number");
  const link = records.get("linkpath");
  return {
    from: "pax",
    ...name3 !== void 0 && { name: name3 },
    ...link !== void 0 && { link },
    ...size !== void 0 && { size: Number(size) }
  };
}
function checkGlobalPax(body, at2) {
  for (const key of strictRecords(body, at2).keys()) {
    if (key === "path" || key === "linkpath" || key === "size")
      throw refused(at2, `sets the ${key} of all entries that follow`);
    refuseReshaping(key, at2);
  }
}
function refuseReshaping(key, at2) {
  if (key === "type") throw refused(at2, "changes the type of an entry");
  if (key.startsWith("GNU.sparse.") || key === "SCHILY.realsize" || key === "SUN.holesdata")
    throw refused(at2, "describes a sparse file");
}
function readLongName(body, at2, ofLink) {
  const name3 = (0, import_headers2.decodeLongPath)(body, "utf8");
  const end = body.indexOf(0);
  if (name3 === "") throw refused(at2, "is empty");
  if (end !== -1 && body.subarray(end).some((byte) => byte !== 0)) throw refused(at2, "goes on after its end");
  if (CONTROL.test(name3)) throw refused(at2, "has control characters in it");
  return ofLink ? { from: "gnu", link: name3 } : { from: "gnu", name: name3 };
}
function strictRecords(body, at2) {
  const records = /* @__PURE__ */ new Map();
  let offset = 0;
  while (offset < body.length) {
    const blank = body.indexOf(32, offset);
    const digits = blank === -1 ? "" : body.toString("latin1", offset, Math.min(blank, offset + 8));
    const length = /^[1-9][0-9]{0,6}$/.test(digits) ? Number(digits) : 0;
    const end = offset + length;
    const equals = body.indexOf(61, blank);
    const exact = length > 0 && end <= body.length && body.indexOf(10, blank) === end - 1 && equals !== -1 && equals < end - 1;
    if (!exact) throw refused(at2, "is not a list of whole records");
    const key = body.toString("utf8", blank + 1, equals);
    const value = body.toString("utf8", equals + 1, end - 1);
    const names = key === "path" || key === "linkpath";
    if (CONTROL.test(key) || names && CONTROL.test(value))
      throw refused(at2, "has control characters in a name");
    if (records.has(key)) throw refused(at2, `says \`${key}\` twice`);
    records.set(key, value);
    offset = end;
  }
  return records;
}
function refused(at2, what) {
  return new PackgateError("archive", `the extended tar header at byte ${at2} ${what}`, { help: HELP });
}

// src/archive/tar.ts
function createTarReader(sink, report) {
  const block = Buffer.alloc(BLOCK);
  let blockFill = 0;
  let position = 0;
  let entries2 = 0;
  let body = 0;
  let padding = 0;
  let inFile = false;
  let meta2;
  let next;
  let zeroBlocks = 0;
  let state = "reading";
  function onBlock(view) {
    const at2 = position - BLOCK;
    if (isZero(view)) {
      zeroBlocks++;
      if (zeroBlocks === 2) {
        if (next !== void 0) throw refused2(`the tar archive ends after an extended header at byte ${at2}`);
        state = "ended";
      }
      return;
    }
    if (zeroBlocks === 1) {
      report({
        kind: "trailing-data",
        path: "",
        message: `A lone end block stands in the middle of the archive, at byte ${at2 - BLOCK}: npm reads on behind it, other installers stop.`
      });
      zeroBlocks = 0;
    }
    if (++entries2 > LIMITS.entries) {
      throw new PackgateError("limit", `the archive has more than ${LIMITS.entries} entries`, {
        help: "Split the package"
      });
    }
    onHeader(entries2 === 1 ? firstHeader(view) : decodeHeader(view, at2), at2);
  }
  function onHeader(header, at2) {
    body = header.size;
    padding = (BLOCK - header.size % BLOCK) % BLOCK;
    switch (header.type) {
      case "pax":
      case "pax-global":
      case "gnu-name":
      case "gnu-link":
        if (header.type === "pax-global" && next !== void 0)
          throw refused2(`the extended header before byte ${at2} is followed by a global one`);
        if (header.size > LIMITS.metaSize)
          throw refused2(`the extended tar header at byte ${at2} is over ${LIMITS.metaSize} bytes`);
        if (header.size === 0) throw refused2(`the extended tar header at byte ${at2} is empty`);
        meta2 = { header, bytes: Buffer.allocUnsafe(header.size), fill: 0 };
        return;
      default:
        onEntry(header, at2);
    }
  }
  function onEntry(header, at2) {
    if (next?.size !== void 0 && next.size !== header.size) {
      throw refused2(`the tar header at byte ${at2} and the extended header before it give two sizes`);
    }
    if (next?.link !== void 0 && header.type !== "link") {
      throw refused2(`the extended header before byte ${at2} gives a link name to what is no link`);
    }
    const name3 = next?.name ?? header.name;
    next = void 0;
    if (header.flag !== "5" && name3.endsWith("/") !== header.name.endsWith("/")) {
      throw refused2(
        `the tar header at byte ${at2} and the extended header before it differ on whether it is a folder`
      );
    }
    if (header.type === "directory" && !name3.includes("/")) return;
    const { path: path3, oddity } = packagePath(name3);
    if (oddity !== void 0)
      report({ kind: "unsafe-path", path: path3, message: `The name of this entry ${oddity}.` });
    if (header.type === "directory") return;
    if (header.type !== "file" || header.flag === "7") {
      report({ kind: "special-entry", path: path3, message: special(header) });
    }
    if (header.type === "link" || header.type === "device") return;
    if (path3 === "") throw refused2(`the tar header at byte ${at2} names no file`);
    inFile = true;
    sink.begin({ path: path3, size: header.size });
    if (header.size === 0) closeFile();
  }
  function closeFile() {
    inFile = false;
    sink.end();
  }
  function closeMeta() {
    const { header, bytes } = meta2;
    meta2 = void 0;
    const at2 = position - header.size - BLOCK;
    if (header.type === "pax-global") {
      checkGlobalPax(bytes, at2);
      return;
    }
    const said = header.type === "pax" ? readPax(bytes, at2) : readLongName(bytes, at2, header.type === "gnu-link");
    const gnuPair = next !== void 0 && next.from === "gnu" && said.from === "gnu" && !(next.name && said.name) && !(next.link && said.link);
    if (next !== void 0 && !gnuPair) {
      throw refused2(`two extended tar headers, the second at byte ${at2}, describe one entry`);
    }
    next = { ...next, ...said };
  }
  return {
    write(view) {
      let offset = 0;
      while (offset < view.length) {
        const left = view.length - offset;
        if (state !== "reading") {
          position += left;
          if (state === "ended" && !isZero(view.subarray(offset))) {
            state = "trailing";
            report({
              kind: "trailing-data",
              path: "",
              message: "Data follows the end of the archive: it is published, npm does not unpack it, and other tools may."
            });
          }
          return;
        }
        if (body > 0) {
          const take = Math.min(body, left);
          const part = view.subarray(offset, offset + take);
          body -= take;
          offset += take;
          position += take;
          if (meta2 !== void 0) {
            part.copy(meta2.bytes, meta2.fill);
            meta2.fill += take;
            if (body === 0) closeMeta();
          } else if (inFile) {
            sink.bytes(part);
            if (body === 0) closeFile();
          }
        } else if (padding > 0) {
          const take = Math.min(padding, left);
          padding -= take;
          offset += take;
          position += take;
        } else if (blockFill === 0 && left >= BLOCK) {
          position += BLOCK;
          onBlock(view.subarray(offset, offset + BLOCK));
          offset += BLOCK;
        } else {
          const take = Math.min(BLOCK - blockFill, left);
          view.copy(block, blockFill, offset, offset + take);
          blockFill += take;
          offset += take;
          position += take;
          if (blockFill === BLOCK) {
            blockFill = 0;
            onBlock(block);
          }
        }
      }
    },
    end() {
      if (state !== "reading") return;
      if (position === 0) throw refused2("the archive is empty");
      if (position < BLOCK) throw refused2(NO_TAR);
      if (body > 0 || padding > 0 || blockFill > 0)
        throw refused2(`the tar archive is cut off at byte ${position}`);
      throw refused2(`the tar archive has no end mark at byte ${position}: it is cut off`);
    }
  };
}
var NO_TAR = "the data is no tar archive";
function firstHeader(block) {
  if (!hasChecksum(block)) throw refused2(NO_TAR);
  if (block[0] === 120 && [1, 156, 218].includes(block[1]))
    throw refused2("the tar archive begins like zlib data: some installers would unpack it once more");
  return decodeHeader(block, 0);
}
function special(header) {
  const what = {
    link: "a link",
    device: "a device or pipe",
    file: "a contiguous file",
    unknown: `of the unknown type ${JSON.stringify(header.flag)}`
  };
  return `This entry is ${what[header.type]}: npm pack never writes one, and installers differ on what they make of it.`;
}
function isZero(view) {
  for (let i = 0; i < view.length; i++) if (view[i] !== 0) return false;
  return true;
}
function refused2(message) {
  return new PackgateError("archive", message, { help: "Pack or download the file again" });
}

// src/archive/read.ts
var PIECE = 256 * 1024;
var PIECES_PER_TURN = 16;
async function readArchive(file, sink) {
  const descriptor = openRegular(file);
  try {
    const { size } = fstatSync(descriptor);
    const facts = await readDescriptor(descriptor, size, sink);
    if (facts.size !== size) throw changed();
    return facts;
  } finally {
    closeSync(descriptor);
  }
}
async function readDescriptor(descriptor, expected, sink) {
  const sha512 = createHash("sha512");
  const sha256 = createHash("sha256");
  const oddities = [];
  const piece2 = Buffer.allocUnsafeSlow(PIECE);
  let size = 0;
  let unpacked = 0;
  const tar = createTarReader(sink, (oddity) => {
    if (oddities.length < LIMITS.oddities) oddities.push(oddity);
    else
      throw new PackgateError("limit", `the archive has more than ${LIMITS.oddities} oddities`, {
        help: "Pack it again"
      });
  });
  function onUnpacked(view) {
    unpacked += view.length;
    if (unpacked > LIMITS.unpackedSize) {
      throw new PackgateError("limit", `the archive unpacks to more than ${LIMITS.unpackedSize} bytes`, {
        help: "Split the package"
      });
    }
    tar.write(view);
  }
  let gunzip;
  let padding;
  for (let pieces = 0; ; pieces++) {
    const length = fill(descriptor, piece2);
    if (length === 0) break;
    const bytes = piece2.subarray(0, length);
    sha512.update(bytes);
    sha256.update(bytes);
    if (size === 0 && sniff(bytes) === "gzip") gunzip = createGunzipReader(onUnpacked);
    const start2 = size;
    size += length;
    if (size > expected) throw changed();
    if (gunzip === void 0) onUnpacked(bytes);
    else {
      await gunzip.write(bytes);
      const from = gunzip.paddingFrom;
      if (from !== void 0 && padding === void 0 && !isZero2(bytes.subarray(Math.max(0, from - start2)))) {
        padding = {
          kind: "trailing-data",
          path: "",
          message: "Data follows the zero padding behind the compressed archive: it is published, npm does not read it, and other tools may."
        };
      }
      if (unpacked > LIMITS.ratioFloor && unpacked > size * LIMITS.ratio) {
        throw new PackgateError("limit", `the archive unpacks to more than ${LIMITS.ratio} times its size`, {
          help: "npm refuses such a package too; look for files of nothing but zeros"
        });
      }
    }
    if (pieces % PIECES_PER_TURN === PIECES_PER_TURN - 1)
      await new Promise((resolve8) => setImmediate(resolve8));
  }
  if (size === 0)
    throw new PackgateError("archive", "the file is empty", { help: "Pack or download it again" });
  await gunzip?.end();
  tar.end();
  return {
    integrity: `sha512-${sha512.digest("base64")}`,
    sha256: sha256.digest("hex"),
    size,
    oddities: padding === void 0 ? oddities : [...oddities, padding]
  };
}
function openRegular(file) {
  let descriptor;
  try {
    descriptor = openSync(file, constants2.O_RDONLY | constants2.O_NONBLOCK);
  } catch (error2) {
    const { code = "unknown error" } = error2;
    throw new PackgateError("target", `the file cannot be opened (${code})`, {
      help: "Check the path",
      cause: error2
    });
  }
  if (!fstatSync(descriptor).isFile()) {
    closeSync(descriptor);
    throw new PackgateError("target", "it is not a regular file", {
      help: "Point packgate at a tarball or a folder"
    });
  }
  return descriptor;
}
function fill(descriptor, piece2) {
  let length = 0;
  while (length < piece2.length) {
    const read = readSome(descriptor, piece2, length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
function readSome(descriptor, piece2, offset) {
  try {
    return readSync(descriptor, piece2, offset, piece2.length - offset, null);
  } catch (error2) {
    const { code = "unknown error" } = error2;
    throw new PackgateError("target", `the file cannot be read (${code})`, {
      help: "Copy it to another disk and try again",
      cause: error2
    });
  }
}
function changed() {
  return new PackgateError("target", "the file changed while it was being read", {
    help: "Wait until it is written, then try again"
  });
}
var OTHERS = [
  ["504b0304", "a zip archive"],
  ["504b0506", "a zip archive"],
  ["43723234", "a Chrome extension"],
  ["28b52ffd", "zstd data"],
  ["fd377a58", "xz data"],
  ["425a68", "bzip2 data"],
  ["377abcaf", "a 7z archive"],
  ["52617221", "a rar archive"]
];
function sniff(bytes) {
  if (bytes[0] === 31 && bytes[1] === 139) return "gzip";
  const start2 = bytes.toString("hex", 0, 4);
  const other = OTHERS.find(([magic]) => start2.startsWith(magic));
  if (other !== void 0) {
    throw new PackgateError("archive", `the file is ${other[1]}, which packgate does not open`, {
      help: "Point packgate at a tarball as npm pack writes it"
    });
  }
  if (bytes.length < 512)
    throw new PackgateError("archive", "the file is no archive", {
      help: "Point packgate at a tarball as npm pack writes it"
    });
  return "tar";
}
function isZero2(view) {
  for (let i = 0; i < view.length; i++) if (view[i] !== 0) return false;
  return true;
}

// src/config.ts
import { join, resolve } from "node:path";

// src/config/file.ts
init_errors();
import { closeSync as closeSync2, constants as constants3, fstatSync as fstatSync2, openSync as openSync2, readSync as readSync2 } from "node:fs";
var MAX_CONFIG = 1024 * 1024;
function readConfigFile(path3, name3) {
  const bytes = readBytes(path3, name3);
  if (bytes === null) return null;
  if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) {
    throw new PackgateError("config", `${name3}: is UTF-16 text`, { help: "Save it as UTF-8." });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PackgateError("config", `${name3}: is not UTF-8 text`, { help: "Save it as UTF-8.", cause });
  }
}
function readBytes(path3, name3) {
  let descriptor;
  try {
    descriptor = openSync2(path3, constants3.O_RDONLY | (constants3.O_NONBLOCK ?? 0));
  } catch (cause) {
    const { code } = cause;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new PackgateError("config", `${name3}: cannot be opened (${code})`, {
      help: "Make it a regular file that this user may read.",
      cause
    });
  }
  try {
    const kind = fstatSync2(descriptor);
    if (!kind.isFile()) {
      const what = kind.isDirectory() ? "a folder" : kind.isFIFO() ? "a FIFO" : "a device";
      throw new PackgateError("config", `${name3}: is ${what}, not a file`, {
        help: "Point to a YAML or JSON file."
      });
    }
    return readAll(descriptor, name3);
  } finally {
    closeSync2(descriptor);
  }
}
function readAll(descriptor, name3) {
  const chunks = [];
  for (let total2 = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const length = readSync2(descriptor, chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    total2 += length;
    if (total2 > MAX_CONFIG) {
      throw new PackgateError("config", `${name3}: is larger than 1 MiB`, {
        help: "Use globs in place of long lists."
      });
    }
  }
}

// src/config.ts
init_errors();
var NAMES = ["packgate.yml", "packgate.yaml", "packgate.json"];
var KEY = "packgate";
async function loadConfig({ cwd, file, knownRules }) {
  const found = file === void 0 ? findConfig(cwd) : readNamed(cwd, file);
  if (found === null) return null;
  const { parseConfig: parseConfig2 } = await Promise.resolve().then(() => (init_parse3(), parse_exports2));
  return parseConfig2(found.text, found.name, knownRules, found.root);
}
function readNamed(cwd, file) {
  const text2 = readConfigFile(resolve(cwd, file), file);
  if (text2 === null) {
    throw new PackgateError("config", `${file}: no such file`, { help: "Correct the path given as config." });
  }
  const root = /(?:^|[\\/])package\.json$/.test(file) ? KEY : void 0;
  if (root && !holdsKey(text2)) {
    throw new PackgateError("config", `${file}: has no key \`${KEY}\``, {
      help: "Correct the path given as config."
    });
  }
  return { name: file, text: text2, ...root && { root } };
}
function findConfig(cwd) {
  const found = [];
  for (const name3 of NAMES) {
    const text2 = readConfigFile(join(cwd, name3), name3);
    if (text2 !== null) found.push({ name: name3, text: text2 });
  }
  const manifest = readConfigFile(join(cwd, "package.json"), "package.json");
  if (manifest !== null && holdsKey(manifest))
    found.push({ name: "package.json", text: manifest, root: KEY });
  const [first2, second] = found;
  if (first2 && second) {
    const name3 = (config2) => config2.root ? `the key \`${KEY}\` in ${config2.name}` : config2.name;
    throw new PackgateError("config", `two configs: ${name3(first2)} and ${name3(second)}`, {
      help: "Keep one of them, or say which with --config."
    });
  }
  return first2 ?? null;
}
function holdsKey(text2) {
  if (!text2.includes(`"${KEY}"`)) return false;
  try {
    const manifest = JSON.parse(text2);
    return manifest !== null && typeof manifest === "object" && Object.hasOwn(manifest, KEY);
  } catch {
    return new RegExp(`"${KEY}"\\s*:`).test(text2);
  }
}

// src/content/gather.ts
init_errors();

// src/content/look.ts
import { createHash as createHash2 } from "node:crypto";

// src/content/kind.ts
var KIND_BYTES = 4096;
var MAGIC2 = [
  ["1f8b", "archive", "gzip data"],
  ["504b0304", "archive", "a zip archive"],
  ["504b0506", "archive", "a zip archive"],
  ["43723234", "archive", "a Chrome extension"],
  ["28b52ffd", "archive", "zstd data"],
  ["fd377a585a00", "archive", "xz data"],
  ["425a68", "archive", "bzip2 data"],
  ["377abcaf271c", "archive", "a 7z archive"],
  ["526172211a07", "archive", "a rar archive"],
  ["7f454c46", "executable", "an ELF executable or library"],
  ["cffaedfe", "executable", "a Mach-O executable or library"],
  ["feedfacf", "executable", "a Mach-O executable or library"],
  ["cafebabe", "executable", "a Mach-O universal binary or Java class"],
  ["0061736d", "executable", "a WebAssembly module"]
];
var TEXT_NAME = /\.(?:[cm]?[jt]sx?|css|map|json|html?|vue|svelte)$/i;
function kindOf(head, path3) {
  const start2 = head.toString("hex", 0, 8);
  const magic = MAGIC2.find(([hex]) => start2.startsWith(hex));
  if (magic !== void 0) return { kind: magic[1], label: magic[2] };
  if (start2.startsWith("4d5a") && head.includes("PE\0\0", 0, "latin1"))
    return { kind: "executable", label: "a Windows executable or library" };
  if (head.length > 262 && head.toString("latin1", 257, 262) === "ustar")
    return { kind: "archive", label: "a tar archive" };
  if (/\.br$/i.test(path3)) return { kind: "archive", label: "brotli data" };
  if (/\.asar$/i.test(path3) && start2.startsWith("04000000"))
    return { kind: "archive", label: "an asar archive" };
  if (start2.startsWith("fffe")) return { kind: "text", encoding: "utf-16le" };
  if (start2.startsWith("feff")) return { kind: "text", encoding: "utf-16be" };
  if (!head.includes(0)) return { kind: "text" };
  const wide = utf16(head);
  if (wide !== void 0) return { kind: "text", encoding: wide };
  return { kind: TEXT_NAME.test(path3) ? "text" : "binary" };
}
function utf16(head) {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]++;
  const half = head.length / 2;
  if (zeros[1] > half * 0.7 && zeros[0] === 0) return "utf-16le";
  if (zeros[0] > half * 0.7 && zeros[1] === 0) return "utf-16be";
  return void 0;
}

// src/content/map/facts.ts
var MAX_LISTED_SOURCES = 1e5;

// src/content/scanner/plain-strings.ts
var QUOTE = 34;
var BACKSLASH = 92;
function createPlainMeasure() {
  let escaped2 = false;
  let hexLeft = 0;
  let hex = 0;
  let newlines = 0;
  let bytes = 0;
  let endsInNewline = false;
  function count4(newline) {
    endsInNewline = newline;
    if (newline) newlines++;
  }
  return {
    begin() {
      escaped2 = false;
      hexLeft = 0;
      newlines = 0;
      bytes = 0;
      endsInNewline = false;
    },
    arrive() {
    },
    take(view, from) {
      const length = view.length;
      let at2 = from;
      while (at2 < length) {
        if (hexLeft > 0) {
          hex = hex * 16 + digit2(view[at2]);
          at2++;
          if (--hexLeft === 0) {
            bytes += hex < 128 ? 1 : hex < 2048 || hex >= 55296 && hex < 57344 ? 2 : 3;
            count4(hex === 10);
          }
          continue;
        }
        if (escaped2) {
          escaped2 = false;
          const byte2 = view[at2];
          at2++;
          if (byte2 === 117) {
            hexLeft = 4;
            hex = 0;
          } else {
            bytes++;
            count4(byte2 === 110);
          }
          continue;
        }
        const start2 = at2;
        let byte = 0;
        while (at2 < length) {
          byte = view[at2];
          if (byte === QUOTE || byte === BACKSLASH) break;
          at2++;
        }
        if (at2 > start2) {
          bytes += at2 - start2;
          endsInNewline = false;
        }
        if (at2 === length || byte === QUOTE) return at2;
        at2++;
        escaped2 = true;
      }
      return at2;
    },
    text: () => ({ lines: newlines + (bytes > 0 && !endsInNewline ? 1 : 0), bytes })
  };
}
function digit2(byte) {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 0;
}

// src/content/scanner/strings.wasm.ts
var WASM = "AGFzbQEAAAABBwFgAn9/AX8DAgEABQQBAQgIBh8GfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALB1EIB2VzY2FwZWQDAAdoZXhMZWZ0AwEDaGV4AwIIbmV3bGluZXMDAwVieXRlcwMEDWVuZHNJbk5ld2xpbmUDBQdtZWFzdXJlAAAGbWVtb3J5AgAK2wMB2AMCA38BewNAIAAgAUgEQCMBQQBKBEAgAC0AACICQTBrIQMgAkE5TSACQTBPcQR/IAMFIAJBIHIiAkHXAGtBACACQeYATSACQeEAT3EbCyMCQQR0aiQCIABBAWohACMBQQFrJAEjAUUEQCMCQYABSAR/QQEFQQJBAyMCQYAQSAR/QQEFIwJBgMADSCMCQYCwA05xCxsLIwRqJAQjAkEKRiICJAUgAgRAIwNBAWokAwsLDAILIwAEQEEAJAAgAC0AACECIABBAWohACACQfUARgRAQQQkAUEAJAIFIwRBAWokBCACQe4ARiICJAUgAgRAIwNBAWokAwsLDAILIAAhA0F/IQIDQCAAQRBqIAFMBEACQCAA/QAEACIF/QwiIiIiIiIiIiIiIiIiIiIi/SMgBf0MXFxcXFxcXFxcXFxcXFxcXP0j/VD9ZCIEBEAgACAEaGoiAC0AACECDAELIABBEGohAAwCCwsLIAJBAEgEQANAIAAgAUgEQAJAIAAtAAAiBEHcAEYgBEEiRnIEQCAEIQIMAQsgAEEBaiEADAILCwsLIAAgA0oEQCMEIAAgA2tqJARBACQFCyACQSJGIAJBAEhyBEAgAA8LIABBAWohAEEBJAAMAQsLIAAL";

// src/content/scanner/simd-strings.ts
var { WebAssembly: Engine } = globalThis;
var compiled;
function createSimdMeasure() {
  compiled ??= compile3();
  if (compiled === null || Engine === void 0) return void 0;
  const wasm = new Engine.Instance(compiled).exports;
  const memory = new Uint8Array(wasm.memory.buffer);
  let loadedFrom = 0;
  let loaded = 0;
  return {
    begin() {
      wasm.escaped.value = 0;
      wasm.hexLeft.value = 0;
      wasm.newlines.value = 0;
      wasm.bytes.value = 0;
      wasm.endsInNewline.value = 0;
    },
    arrive() {
      loaded = 0;
    },
    take(view, from) {
      let at2 = from;
      while (at2 < view.length) {
        if (at2 < loadedFrom || at2 >= loadedFrom + loaded) {
          loadedFrom = at2;
          loaded = Math.min(view.length - at2, memory.length);
          memory.set(view.subarray(at2, at2 + loaded));
        }
        at2 = loadedFrom + wasm.measure(at2 - loadedFrom, loaded);
        if (at2 < loadedFrom + loaded) return at2;
      }
      return at2;
    },
    text() {
      const bytes = wasm.bytes.value;
      const open6 = bytes > 0 && wasm.endsInNewline.value === 0;
      return { lines: wasm.newlines.value + (open6 ? 1 : 0), bytes };
    }
  };
}
function compile3() {
  try {
    return Engine === void 0 ? null : new Engine.Module(Buffer.from(WASM, "base64"));
  } catch {
    return null;
  }
}

// src/content/scanner/strings.ts
var idle = [];
function borrowMeasure() {
  return idle.pop() ?? createSimdMeasure() ?? createPlainMeasure();
}
function returnMeasure(measure) {
  idle.push(measure);
}

// src/content/map/json.ts
var MAX_CAPTURE = 4096;
var MAX_DEPTH2 = 32;
var QUOTE2 = 34;
var BACKSLASH2 = 92;
function createJsonWalk(visitor) {
  let state = "open";
  let expect = "value";
  const stack = [];
  let key;
  let inside = "structure";
  let want = "skip";
  let escaped2 = false;
  let depth = 0;
  let inSkippedString = false;
  let pieces = [];
  let kept = 0;
  let measure;
  let arrived;
  let fresh = false;
  function fail() {
    state = "broken";
  }
  function afterValue() {
    inside = "structure";
    if (stack.length === 0) state = "done";
    else expect = "comma";
  }
  function beginString(as) {
    inside = "string";
    want = as;
    escaped2 = false;
    pieces = [];
    kept = 0;
    fresh = true;
  }
  function beginValue(byte) {
    const name3 = key;
    key = void 0;
    if (byte === QUOTE2) return beginString(visitor.value("string", name3));
    if (byte === 123 || byte === 91) {
      const entered = visitor.value(byte === 123 ? "object" : "array", name3) === "enter" && stack.length < MAX_DEPTH2;
      if (entered) {
        stack.push(byte);
        expect = byte === 123 ? "key-or-end" : "value-or-end";
      } else {
        inside = "skipped";
        depth = 1;
        inSkippedString = false;
      }
      return;
    }
    if (byte >= 48 && byte <= 57 || byte === 45 || byte === 116 || byte === 102 || byte === 110) {
      const asked = visitor.value("other", name3);
      inside = "scalar";
      want = asked;
      pieces = [Buffer.of(byte)];
      kept = 1;
      return;
    }
    fail();
  }
  function structure(byte) {
    if (byte === 32 || byte === 10 || byte === 13 || byte === 9) return;
    switch (expect) {
      case "value":
        return beginValue(byte);
      case "value-or-end":
        return byte === 93 ? leave() : beginValue(byte);
      case "key":
      case "key-or-end":
        if (byte === QUOTE2) return beginString("key");
        return byte === 125 && expect === "key-or-end" ? leave() : fail();
      case "colon":
        if (byte !== 58) return fail();
        expect = "value";
        return;
      case "comma": {
        const open6 = stack[stack.length - 1];
        if (byte === 44) expect = open6 === 123 ? "key" : "value";
        else if (byte === (open6 === 123 ? 125 : 93)) leave();
        else fail();
      }
    }
  }
  function leave() {
    stack.pop();
    visitor.leave();
    afterValue();
  }
  function endString() {
    if (want === "key") {
      key = unquote(pieces);
      inside = "structure";
      expect = "colon";
      return;
    }
    if (want === "capture") visitor.captured(unquote(pieces));
    if (want === "measure") visitor.measured(measure.text());
    afterValue();
  }
  function keep(view, from, to) {
    const length = Math.min(to - from, MAX_CAPTURE - kept);
    if (length <= 0) return;
    pieces.push(Buffer.from(view.subarray(from, from + length)));
    kept += length;
  }
  function closing(view, from) {
    let at2 = from;
    if (escaped2) {
      escaped2 = false;
      at2++;
    }
    for (; ; ) {
      const quote2 = view.indexOf(QUOTE2, at2);
      const stop = quote2 === -1 ? view.length : quote2;
      let backslashes = 0;
      for (let i = stop - 1; i >= at2 && view[i] === BACKSLASH2; i--) backslashes++;
      if (quote2 === -1) {
        escaped2 = backslashes % 2 === 1;
        return -1;
      }
      if (backslashes % 2 === 0) return quote2 + 1;
      at2 = quote2 + 1;
    }
  }
  function passString(view, from) {
    const end = closing(view, from);
    if (want !== "skip") keep(view, from, end === -1 ? view.length : end - 1);
    if (end === -1) return view.length;
    endString();
    return end;
  }
  function measureString(view, from) {
    measure ??= borrowMeasure();
    if (arrived !== view) {
      measure.arrive();
      arrived = view;
    }
    if (fresh) measure.begin();
    fresh = false;
    const quote2 = measure.take(view, from);
    if (quote2 === view.length) return quote2;
    endString();
    return quote2 + 1;
  }
  function passContainer(view, from) {
    let at2 = from;
    while (at2 < view.length) {
      if (inSkippedString) {
        const end = closing(view, at2);
        if (end === -1) return view.length;
        inSkippedString = false;
        at2 = end;
        continue;
      }
      const byte = view[at2];
      at2++;
      if (byte === QUOTE2) {
        inSkippedString = true;
        escaped2 = false;
      } else if (byte === 123 || byte === 91) depth++;
      else if ((byte === 125 || byte === 93) && --depth === 0) {
        afterValue();
        return at2;
      }
    }
    return at2;
  }
  function passScalar(view, from) {
    let at2 = from;
    while (at2 < view.length && isScalarByte(view[at2])) at2++;
    keep(view, from, at2);
    if (at2 < view.length) {
      if (want === "capture") visitor.captured(Buffer.concat(pieces).toString("latin1"));
      afterValue();
    }
    return at2;
  }
  return {
    get state() {
      return state;
    },
    push(view) {
      arrived = void 0;
      let at2 = 0;
      while (at2 < view.length && state === "open") {
        if (inside === "structure") {
          structure(view[at2]);
          at2++;
        } else if (inside === "skipped") at2 = passContainer(view, at2);
        else if (inside === "scalar") at2 = passScalar(view, at2);
        else at2 = want === "measure" ? measureString(view, at2) : passString(view, at2);
      }
    },
    end() {
      if (state === "open" && inside === "string" && want === "measure" && !fresh) endString();
      if (measure !== void 0) returnMeasure(measure);
      measure = void 0;
    }
  };
}
function unquote(pieces) {
  const raw = Buffer.concat(pieces).toString("utf8");
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return raw;
  }
}
function isScalarByte(byte) {
  return byte >= 48 && byte <= 57 || byte >= 97 && byte <= 122 || byte === 43 || byte === 45 || byte === 46 || byte === 69;
}

// src/content/map/origin.ts
var GENERATED = [
  /^\0/,
  /^(?:node|bun|native|external|data|rolldown|rollup|vite|commonjs-helpers?|virtual)[: ]/,
  /^(?:webpack|vite)\/(?:runtime|bootstrap|container|sharing|universalModuleDefinition|preload-helper|modulepreload-polyfill|startup|before-startup)/,
  /^\(webpack\)/,
  /^\[(?:synthetic|turbopack|project-runtime)/,
  /^<(?:anon|define|stdin|runtime|anonymous)/,
  /^__prelude__$/,
  /^(?:ignored\||external )/
];
function originOf(source) {
  const match2 = /^([A-Za-z][A-Za-z0-9+.-]{1,30}):\/\/([^/]{0,200})\/(.*)$/s.exec(source);
  const scheme = match2?.[1]?.toLowerCase();
  const network = scheme === "http" || scheme === "https" || scheme === "file";
  let path3 = match2 === null ? source : match2[3] ?? "";
  if (scheme === "webpack" || scheme === "webpack-internal") path3 = path3.replace(/\?[^/]*$/, "");
  path3 = path3.replace(/\\/g, "/").replace(/^\/?\[project\]\//, "");
  while (path3.startsWith("./")) path3 = path3.slice(2);
  const thirdParty = /(?:^|\/)(?:node_modules|\.pnpm|bower_components|jspm_packages)\//.test(path3) || path3.startsWith("~/");
  const generated = path3 === "" || GENERATED.some((pattern) => pattern.test(path3) || pattern.test(source));
  return { scheme: network ? void 0 : scheme, path: path3, firstParty: !thirdParty && !generated };
}

// src/content/map/places.ts
var MAX_PLACES = 100;
var REACH = 320;
var BACK = 8;
var BUCKET_SCHEMES = /* @__PURE__ */ new Set([
  "s3",
  "s3a",
  "s3n",
  "gs",
  "r2",
  "oss",
  "cos",
  "wasb",
  "wasbs",
  "abfs",
  "abfss"
]);
var NETWORK_SCHEMES = /* @__PURE__ */ new Set([
  "http",
  "https",
  "ftp",
  "ftps",
  "sftp",
  "ssh",
  "git",
  "ws",
  "wss",
  ...BUCKET_SCHEMES
]);
var SCHEME_AT_END = new RegExp(
  `(?:https?|${[...BUCKET_SCHEMES].sort((a, b) => b.length - a.length).join("|")})$`,
  "i"
);
var BUCKET_SERVICES = [
  "s3.amazonaws.com",
  "storage.googleapis.com",
  "storage.cloud.google.com",
  "firebasestorage.googleapis.com",
  "blob.core.windows.net",
  "r2.cloudflarestorage.com",
  "r2.dev",
  "digitaloceanspaces.com",
  "backblazeb2.com",
  "wasabisys.com",
  "linodeobjects.com",
  "aliyuncs.com",
  "myqcloud.com"
];
function bucketOf(scheme, rest) {
  const [, authority = "", first2 = ""] = /^(?:[^/@\s]{0,64}@)?([A-Za-z0-9.-]{1,253})(?::\d{1,5})?(?:\/([A-Za-z0-9._-]{1,63}))?/.exec(rest) ?? [];
  if (authority === "") return void 0;
  if (BUCKET_SCHEMES.has(scheme)) return `${scheme}://${authority}`;
  if (scheme !== "http" && scheme !== "https") return void 0;
  const host = authority.toLowerCase();
  const amazon = /^(?:([a-z0-9.-]{3,63})\.)?s3(?:[.-][a-z0-9.-]{1,40})?\.amazonaws\.com(?:\.cn)?$/.exec(host);
  if (amazon !== null) return amazon[1] !== void 0 ? host : first2 === "" ? void 0 : `${host}/${first2}`;
  const service = BUCKET_SERVICES.find((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  if (service === void 0) return void 0;
  if (service === "aliyuncs.com" && !host.includes("oss-")) return void 0;
  const hostIsBucket = host !== service && service !== "blob.core.windows.net" && service !== "r2.cloudflarestorage.com";
  return hostIsBucket ? host : first2 === "" ? void 0 : `${host}/${first2}`;
}
function hostOf(path3) {
  const match2 = /^(?:([A-Za-z][A-Za-z0-9+.-]{0,15}):)?\/\/(?:[^/@\s]{0,64}@)?([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])/.exec(
    path3
  );
  if (match2 === null) return void 0;
  const scheme = match2[1]?.toLowerCase();
  const host = match2[2].toLowerCase();
  if (scheme !== void 0 && !NETWORK_SCHEMES.has(scheme)) return void 0;
  if (scheme === void 0 && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return void 0;
  return /^(?:localhost|127\.[0-9.]+|0\.0\.0\.0|\[::1\])$/.test(host) ? void 0 : host;
}
function createPlaceScanner() {
  const buckets = /* @__PURE__ */ new Set();
  let tail2 = Buffer.alloc(0);
  function scan(bytes, from, to) {
    for (let at2 = bytes.indexOf("://", from); at2 !== -1 && at2 < to; at2 = bytes.indexOf("://", at2 + 3)) {
      if (buckets.size >= MAX_PLACES) return;
      const before = bytes.toString("latin1", Math.max(0, at2 - BACK), at2);
      const scheme = SCHEME_AT_END.exec(before)?.[0].toLowerCase();
      if (scheme === void 0) continue;
      const bucket = bucketOf(scheme, bytes.toString("latin1", at2 + 3, at2 + 3 + REACH));
      if (bucket !== void 0) buckets.add(bucket);
    }
  }
  return {
    push(view) {
      const seam = Buffer.concat([tail2, view.subarray(0, BACK + REACH)]);
      if (view.length < BACK + REACH) {
        const decided2 = Math.max(0, seam.length - REACH);
        scan(seam, 0, decided2);
        tail2 = Buffer.from(seam.subarray(Math.max(0, decided2 - BACK)));
        blank(tail2, Math.min(BACK, decided2));
        return;
      }
      scan(seam, 0, tail2.length + BACK);
      const decided = view.length - REACH;
      scan(view, BACK, decided);
      tail2 = Buffer.from(view.subarray(decided - BACK));
      blank(tail2, BACK);
    },
    end() {
      scan(tail2, 0, tail2.length);
      return buckets;
    }
  };
  function blank(bytes, length) {
    for (let i = 0; i + 2 < length; i++) if (bytes[i] === 58 && bytes[i + 1] === 47) bytes[i + 2] = 32;
  }
}

// src/content/map/reader.ts
var LISTS = {
  sources: "sources",
  sourcesContent: "contents",
  sections: "sections"
};
var BOM = Buffer.from([239, 187, 191]);
var XSSI = Buffer.from(")]}");
var MAX_PREFIX = 256;
function createMapReader() {
  const places = createPlaceScanner();
  const hosts = /* @__PURE__ */ new Set();
  const buckets = /* @__PURE__ */ new Set();
  const sources = [];
  const totals2 = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  const keys = [];
  let scheme;
  let accepted = false;
  let likely = false;
  let pretty = false;
  const maps = [];
  const where = [];
  let captured;
  const visitor = { value, captured: onCaptured, measured: onMeasured, leave };
  const walk = createJsonWalk(visitor);
  function value(kind, key) {
    if (where.length === 0) return kind === "object" ? enterMap() : "skip";
    switch (where[where.length - 1]) {
      case "map":
        return mapValue(kind, key ?? "");
      case "sources":
        captured = "source";
        if (kind === "string") return "capture";
        onSource("");
        return "skip";
      case "contents":
        if (kind === "string") return "measure";
        onContent(null);
        return "skip";
      case "sections":
        return kind === "object" ? enter("section") : "skip";
      case "section":
        if (key === "map" && kind === "object") return enterMap();
        captured = "url";
        return key === "url" && kind === "string" ? "capture" : "skip";
      default:
        return "skip";
    }
  }
  function mapValue(kind, key) {
    const map = maps[maps.length - 1];
    if (maps.length === 1 && keys.length < 32) keys.push(key);
    if (key === "version" && kind !== "object" && kind !== "array") {
      captured = "version";
      return "capture";
    }
    if (key === "sourceRoot" && kind === "string") {
      captured = "sourceRoot";
      return "capture";
    }
    const list = kind === "array" ? LISTS[key] : void 0;
    if (key === "mappings" && kind === "string") map.mappings = true;
    if (list === "sections") map.sections++;
    if (list === "contents" || map.version === "3" && (map.mappings || list !== void 0)) likely = true;
    return list === void 0 ? "skip" : enter(list);
  }
  function enter(place) {
    where.push(place);
    return "enter";
  }
  function enterMap() {
    maps.push({
      version: void 0,
      mappings: false,
      sourceRoot: "",
      sections: 0,
      sourceCount: 0,
      contentCount: 0,
      paths: [],
      contents: []
    });
    return enter("map");
  }
  function onCaptured(text2) {
    const map = maps[maps.length - 1];
    if (map === void 0) return;
    if (captured === "version") map.version = text2;
    else if (captured === "sourceRoot") map.sourceRoot = text2;
    else if (captured === "source") onSource(text2);
    else if (captured === "url") {
      note(text2);
      map.sections++;
    }
  }
  function onSource(path3) {
    const map = maps[maps.length - 1];
    map.sourceCount++;
    if (map.paths.length < MAX_LISTED_SOURCES) map.paths.push(path3);
  }
  function onMeasured(text2) {
    onContent(text2.bytes === 0 ? null : text2);
  }
  function onContent(text2) {
    const map = maps[maps.length - 1];
    map.contentCount++;
    if (map.contents.length < MAX_LISTED_SOURCES) map.contents.push(text2);
    else if (text2 !== null) count4(text2);
  }
  function count4(text2) {
    totals2.embedded++;
    totals2.lines += text2.lines;
    totals2.bytes += text2.bytes;
  }
  function note(path3) {
    if (hosts.size < 100) {
      const host = hostOf(path3);
      if (host !== void 0) hosts.add(host);
    }
    const url = /^([A-Za-z][A-Za-z0-9]{0,7}):\/\/(.*)$/s.exec(path3);
    const bucket = url === null ? void 0 : bucketOf(url[1].toLowerCase(), url[2]);
    if (bucket !== void 0 && buckets.size < 100) buckets.add(bucket);
  }
  function leave() {
    if (where.pop() === "map") closeMap(maps.pop(), true);
  }
  function closeMap(map, whole) {
    if (!isMap2(map, whole)) return;
    accepted = true;
    note(map.sourceRoot);
    const named2 = Math.max(map.sourceCount, map.contentCount);
    totals2.named += named2;
    totals2.firstParty += Math.max(0, named2 - MAX_LISTED_SOURCES);
    const listed4 = Math.min(named2, MAX_LISTED_SOURCES);
    for (let i = 0; i < listed4; i++) {
      const path3 = withRoot(map.sourceRoot, map.paths[i] ?? "");
      const text2 = map.contents[i] ?? null;
      const origin = originOf(path3);
      scheme ??= origin.scheme;
      note(path3);
      if (text2 !== null) count4(text2);
      if (origin.firstParty) totals2.firstParty++;
      if (sources.length < MAX_LISTED_SOURCES) {
        sources.push({
          path: path3,
          embedded: text2 !== null,
          lines: text2?.lines ?? 0,
          bytes: text2?.bytes ?? 0,
          firstParty: origin.firstParty
        });
      }
    }
  }
  let head = Buffer.alloc(0);
  function feed(view) {
    if (walk.state === "open") walk.push(view);
    if (likely || walk.state === "open") places.push(view);
  }
  function begin() {
    const bytes = head;
    head = void 0;
    const json = bytes.subarray(prefixLength(bytes));
    pretty = json[1] === 10 || json[1] === 13 && json[2] === 10;
    feed(json);
  }
  return {
    push(view) {
      if (head === void 0) return feed(view);
      const missing = Math.max(0, MAX_PREFIX - head.length);
      head = Buffer.concat([head, view.subarray(0, missing)]);
      if (head.length < MAX_PREFIX) return;
      begin();
      if (view.length > missing) feed(view.subarray(missing));
    },
    get verdict() {
      return walk.state !== "open" ? "over" : likely ? "likely" : "unsure";
    },
    get whole() {
      return walk.state === "done";
    },
    end() {
      if (head !== void 0) begin();
      walk.end();
      const truncated = walk.state === "open" || walk.state === "broken" && likely;
      while (maps.length > 0) closeMap(maps.pop(), false);
      if (!accepted) return null;
      for (const bucket of places.end()) buckets.add(bucket);
      return {
        sources,
        ...totals2,
        hosts: [...hosts].sort(),
        buckets: [...buckets].sort(),
        keys,
        pretty,
        scheme,
        truncated
      };
    }
  };
}
function isMap2(map, whole) {
  const version3 = map.version === "3";
  if (map.sections > 0) return version3;
  if (map.contentCount > 0) return map.sourceCount > 0 || version3;
  if (map.mappings) return version3 || map.sourceCount > 0;
  return version3 && map.sourceCount > 0 && !whole;
}
function withRoot(root, path3) {
  if (root === "" || /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)/.test(path3)) return path3;
  return root.endsWith("/") ? root + path3 : `${root}/${path3}`;
}
function beginsLikeJson(head) {
  return /^(?:\xef\xbb\xbf)?(?:\)\]\}|\s*(?:$|\{\s*(?:$|["}])))/.test(head.toString("latin1", 0, MAX_PREFIX));
}
function prefixLength(head) {
  let at2 = head.subarray(0, 3).equals(BOM) ? 3 : 0;
  if (head.subarray(at2, at2 + 3).equals(XSSI)) {
    const newline = head.indexOf(10, at2);
    at2 = newline === -1 ? head.length : newline + 1;
  }
  while (at2 < head.length && isBlank(head[at2])) at2++;
  return at2;
}
function isBlank(byte) {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

// src/content/map/inline.ts
var MAX_MAPS = 2e4;
var MAX_CANDIDATES = 2e5;
var MIN_MAP = 40;
var COMMENT = "sourceMappingURL=";
var BASE64 = "base64,";
var MAX_HEADER = 256;
var FIRST_PIECE = 512;
var PIECE2 = 64 * 1024;
var piece = Buffer.allocUnsafeSlow(PIECE2);
function createInlineMapScanner() {
  const maps = [];
  let more = false;
  let tail2 = Buffer.alloc(0);
  let line = 1;
  let lineStart = 0;
  let viewStart = 0;
  let counted3 = 0;
  let mode = "search";
  let header = "";
  let reader;
  let first2 = Buffer.alloc(0);
  let over = false;
  let candidates = 0;
  let at2 = { line: 1, column: 1 };
  let size = 0;
  let rest = "";
  function place(view, offset) {
    for (let i = view.indexOf(10, counted3); i !== -1 && i < offset; i = view.indexOf(10, i + 1)) {
      line++;
      lineStart = viewStart + i + 1;
      counted3 = i + 1;
    }
    counted3 = Math.max(counted3, offset);
    return { line, column: Math.max(1, viewStart + offset - lineStart + 1) };
  }
  let nextComment = -1;
  let nextBase64 = -1;
  function nextOf(view, literal2, known, from) {
    if (known >= from) return known;
    const found = view.indexOf(literal2, from, "latin1");
    return found === -1 ? Number.POSITIVE_INFINITY : found;
  }
  function search(view, from) {
    nextComment = nextOf(view, COMMENT, nextComment, from);
    nextBase64 = nextOf(view, BASE64, nextBase64, from);
    const comment = nextComment;
    const base642 = nextBase64;
    if (comment === base642) return view.length;
    if (comment < base642) {
      at2 = place(view, comment);
      mode = "header";
      header = "";
      size = 0;
      return comment + COMMENT.length;
    }
    at2 = place(view, base642);
    start2("base64");
    return base642 + BASE64.length;
  }
  function start2(encoding) {
    mode = encoding;
    reader = void 0;
    first2 = Buffer.alloc(0);
    over = false;
    size = 0;
    rest = "";
  }
  function decoded(bytes) {
    if (over) return;
    if (reader === void 0) {
      first2 = Buffer.concat([first2, bytes]);
      if (first2.length < MIN_MAP) return;
      over = !beginsLikeJson(first2);
      if (over) return;
      if (++candidates > MAX_CANDIDATES) {
        more = true;
        over = true;
        return;
      }
      reader = createMapReader();
      reader.push(first2);
    } else reader.push(bytes);
    over = reader.verdict === "over";
  }
  function readHeader(view, from) {
    for (let i = from; i < view.length; i++) {
      const byte = view[i];
      if (byte === 44 && header.length >= 5) {
        start2(/;\s?base64\s?(?:;|$)/i.test(header) ? "base64" : "percent");
        return i + 1;
      }
      header += String.fromCharCode(byte);
      const isData = "data:".startsWith(header.slice(0, 5).toLowerCase());
      if (!isData || header.length > MAX_HEADER || byte < 32 || byte === 34 || byte === 96) {
        mode = "search";
        return i;
      }
    }
    return view.length;
  }
  function readBase64(view, from) {
    let offset = from;
    while (offset < view.length) {
      const limit = Math.min(view.length, offset + (size < FIRST_PIECE ? FIRST_PIECE : PIECE2));
      let end = offset;
      while (end < limit && BASE64_DIGIT[view[end]] === 1) end++;
      size += end - offset;
      const digits = rest + view.toString("latin1", offset, end);
      const whole = digits.length - digits.length % 4;
      decoded(piece.subarray(0, piece.write(digits.slice(0, whole), "base64")));
      rest = digits.slice(whole);
      offset = end;
      if (end < limit || over) {
        finish();
        return offset;
      }
    }
    return view.length;
  }
  function readPercent(view, from) {
    const out = [];
    let i = from;
    for (; i < view.length; i++) {
      const byte = view[i];
      if (byte === 10 || byte === 13) break;
      if (rest !== "") {
        rest += String.fromCharCode(byte);
        if (rest.length < 3) continue;
        const code = Number.parseInt(rest.slice(1), 16);
        if (Number.isNaN(code)) break;
        out.push(code);
        rest = "";
      } else if (byte === 37) rest = "%";
      else out.push(byte);
      if (out.length >= PIECE2 || size < FIRST_PIECE && out.length >= FIRST_PIECE) {
        size += out.length;
        decoded(Buffer.from(out));
        out.length = 0;
        if (over) break;
      }
    }
    size += out.length;
    decoded(Buffer.from(out));
    if (i < view.length || over) finish();
    return i;
  }
  function finish() {
    if (rest !== "" && mode === "base64") decoded(Buffer.from(rest, "base64"));
    const facts = reader?.end() ?? null;
    mode = "search";
    reader = void 0;
    if (facts === null) return;
    if (maps.length < MAX_MAPS) maps.push({ form: "data-url", ...at2, size, facts });
    else more = true;
  }
  function step(view, offset) {
    if (mode === "search") return search(view, offset);
    if (mode === "header") return readHeader(view, offset);
    return mode === "base64" ? readBase64(view, offset) : readPercent(view, offset);
  }
  return {
    push(view) {
      counted3 = 0;
      nextComment = -1;
      nextBase64 = -1;
      let offset = 0;
      if (mode === "search" && tail2.length > 0) offset = seam(view);
      while (offset < view.length) offset = step(view, offset);
      place(view, view.length);
      viewStart += view.length;
      const keep = mode === "search" ? Math.min(COMMENT.length - 1, view.length) : 0;
      tail2 = keep === view.length ? Buffer.concat([tail2, view]).subarray(-COMMENT.length + 1) : Buffer.from(view.subarray(view.length - keep));
    },
    end() {
      if (mode === "base64" || mode === "percent") finish();
      return { maps, more };
    }
  };
  function seam(view) {
    const joined = Buffer.concat([tail2, view.subarray(0, COMMENT.length - 1)]);
    const comment = joined.indexOf(COMMENT, 0, "latin1");
    const base642 = joined.indexOf(BASE64, 0, "latin1");
    const isComment = comment !== -1 && comment < tail2.length && (base642 === -1 || comment < base642);
    const hit = isComment ? comment : base642;
    const behind = hit + (isComment ? COMMENT : BASE64).length - tail2.length;
    if (hit === -1 || hit >= tail2.length || behind <= 0) return 0;
    at2 = { line, column: Math.max(1, viewStart - (tail2.length - hit) - lineStart + 1) };
    if (isComment) {
      mode = "header";
      header = "";
      size = 0;
    } else start2("base64");
    return behind;
  }
}
var BASE64_DIGIT = new Uint8Array(256);
for (const digit3 of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=")
  BASE64_DIGIT[digit3.charCodeAt(0)] = 1;

// src/content/language.ts
var SOURCES = {
  ts: "TypeScript",
  mts: "TypeScript",
  cts: "TypeScript",
  tsx: "TypeScript",
  jsx: "JSX",
  vue: "Vue",
  svelte: "Svelte",
  astro: "Astro",
  marko: "Marko",
  mdx: "MDX",
  scss: "Sass",
  sass: "Sass",
  less: "Less",
  styl: "Stylus",
  stylus: "Stylus",
  pcss: "PostCSS",
  postcss: "PostCSS",
  coffee: "CoffeeScript",
  litcoffee: "CoffeeScript",
  cjsx: "CoffeeScript",
  ls: "LiveScript",
  civet: "Civet",
  imba: "Imba",
  elm: "Elm",
  purs: "PureScript",
  re: "Reason",
  rei: "Reason",
  res: "ReScript",
  resi: "ReScript",
  cljs: "ClojureScript",
  cljc: "ClojureScript",
  flow: "Flow"
};
var MUST_MATCH = {
  ls: /->|\brequire!? /,
  re: /^\s*(?:let|type|module|open|external|include|switch)\b/m,
  rei: /^\s*(?:let|type|module|open|external|include)\b/m,
  res: /^\s*(?:let|type|module|open|external|include|@)\b/m,
  resi: /^\s*(?:let|type|module|open|external|include|@)\b/m
};
var SCRIPTS = /* @__PURE__ */ new Set(["js", "mjs", "cjs", "es", "es6", "jsm", "jsbundle", "gs"]);
var STYLES = /* @__PURE__ */ new Set(["css"]);
var MARKUP = /* @__PURE__ */ new Set(["html", "htm", "xhtml", "svg", "xml", "hbs", "ejs", "njk", "mustache"]);
var PROSE = new Set(
  "md markdown rst adoc json jsonc json5 yml yaml toml ini lock map snap log csv tsv po pot properties diff patch sh bash ps1 bat cmd py rb php pl c h cc cpp hpp java cs go rs swift kt sql tex license".split(
    " "
  )
);
var named = (language, name3) => name3 === void 0 ? { language, byContent: false } : { language, name: name3, byContent: false };
function extensionOf(path3) {
  const base = path3.slice(path3.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return dot <= 0 ? "" : base.slice(dot + 1).toLowerCase();
}
function languageByName(path3) {
  const extension = extensionOf(path3);
  if (/\.d\.([^./]+\.)?[mc]?ts$/i.test(path3)) return named("declaration");
  if (SCRIPTS.has(extension)) return named("script");
  if (STYLES.has(extension)) return named("style");
  if (MARKUP.has(extension)) return named("markup");
  if (PROSE.has(extension)) return named("other");
  return void 0;
}
function languageByText(path3, head) {
  const extension = extensionOf(path3);
  const source = Object.hasOwn(SOURCES, extension) ? SOURCES[extension] : void 0;
  const start2 = head.trimStart();
  if (source !== void 0) {
    const xml = /^(?:<\?xml|<!DOCTYPE)/i.test(start2) && extension !== "vue";
    const pattern = Object.hasOwn(MUST_MATCH, extension) ? MUST_MATCH[extension] : void 0;
    if (!xml && (pattern === void 0 || pattern.test(head))) return named("source", source);
    return named("other");
  }
  if (/^#![^\n]*\b(?:node|bun|deno)\b/.test(start2)) return { language: "script", byContent: true };
  if (start2.startsWith("#!")) return named("other");
  if (start2.startsWith("<")) {
    const component = /^<(?:script|template|style)\b[^>]*>/im.test(start2) && /^<\/(?:script|template)>/m.test(start2);
    if (component && /^<template\b/m.test(start2) && !/<(?:html|body|!doctype)\b/i.test(start2))
      return { language: "source", name: "Vue", byContent: true };
    return { language: "markup", byContent: true };
  }
  if (looksLikeScript(start2)) return { language: "script", byContent: true };
  return { language: "other", byContent: true };
}
var CODE_LINE = /^\s*(?:(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:const|let|var|function|class|interface|enum|type)\s+[\w$*{[]|import\s+[\w$*{'"]|export\s+[*{]|(?:module\.)?exports\b|return\b[^.]*;|if\s*\(|for\s*\(|while\s*\(|\}\s*(?:else|catch|finally)\b|[\w$.]+\([^)]*\);)/;
var CODE_END = /[;{}(,[\])>]\s*$/;
function looksLikeScript(head) {
  let lines3 = 0;
  let code = 0;
  let ends = 0;
  let inComment = false;
  for (const line of head.split("\n", 400)) {
    const text2 = line.length > 300 ? line.slice(0, 300) : line;
    const trimmed2 = text2.trim();
    if (inComment) {
      inComment = !trimmed2.includes("*/");
      continue;
    }
    if (trimmed2 === "" || trimmed2.startsWith("//")) continue;
    if (trimmed2.startsWith("/*")) {
      inComment = !trimmed2.includes("*/");
      continue;
    }
    lines3++;
    if (CODE_LINE.test(text2)) code++;
    if (CODE_END.test(text2)) ends++;
  }
  return lines3 >= 4 && code >= 3 && code >= lines3 * 0.12 && ends >= lines3 * 0.6;
}

// src/content/map-comment.ts
import { posix } from "node:path";
var MAX_URL = 4096;
var MAX_DATA_URL = 64;
var MAX_MAP_COMMENTS = 100;
var NAME = Buffer.from("sourceMappingURL=", "latin1");
var [SPACE, MATCH2, LEAD, VALUE, TAIL, DEAD] = [0, 1, 2, 3, 4, 5];
var IN_VALUE = new Uint8Array(256).fill(1);
for (const byte of [0, 9, 10, 11, 12, 13, 32, 34, 39, 96]) IN_VALUE[byte] = 0;
var BLANK = new Uint8Array(256);
for (const byte of [9, 10, 11, 12, 13, 32]) BLANK[byte] = 1;
function referencedPath(path3, url) {
  const bare = url.replace(/[?#].*$/, "");
  let decoded = bare;
  try {
    decoded = decodeURI(bare);
  } catch {
  }
  return posix.join(posix.dirname(path3), decoded);
}
function keepMapComment(list, comment) {
  if (list.length === MAX_MAP_COMMENTS) list.pop();
  list.push(comment);
}
var MapCommentReader = class {
  #phase = DEAD;
  #matched = 0;
  #length = 0;
  #line = 0;
  #column = 0;
  #kept = Buffer.allocUnsafe(MAX_URL);
  begin(line, column) {
    this.#phase = SPACE;
    this.#matched = 0;
    this.#length = 0;
    this.#line = line;
    this.#column = column;
  }
  /** Whether more bytes of the comment can still matter. */
  get alive() {
    return this.#phase !== DEAD;
  }
  /** Takes `view[from..to)`, bytes of the comment's inside. */
  push(view, from, to) {
    let i = from;
    while (i < to) {
      const byte = view[i];
      if (this.#phase === SPACE) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = MATCH2;
      } else if (this.#phase === MATCH2) {
        if (byte !== NAME[this.#matched]) this.#phase = DEAD;
        else if (++this.#matched === NAME.length) this.#phase = LEAD;
        i++;
      } else if (this.#phase === LEAD) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = VALUE;
      } else if (this.#phase === VALUE) {
        while (i < to && IN_VALUE[view[i]] === 1) {
          if (this.#length < MAX_URL) this.#kept[this.#length++] = view[i];
          i++;
        }
        if (i < to) this.#phase = BLANK[view[i]] === 1 ? TAIL : DEAD;
      } else if (this.#phase === TAIL) {
        if (BLANK[byte] === 1) i++;
        else this.#phase = DEAD;
      } else return;
    }
  }
  /** The comment is over; what it was, if it points to a map. */
  end() {
    const whole = (this.#phase === VALUE || this.#phase === TAIL) && this.#length > 0;
    this.#phase = DEAD;
    if (!whole) return void 0;
    const data = this.#length >= 5 && this.#kept.toString("latin1", 0, 5).toLowerCase() === "data:";
    const url = this.#kept.toString("utf8", 0, data ? Math.min(this.#length, MAX_DATA_URL) : this.#length);
    return { url, line: this.#line, column: this.#column };
  }
};

// src/content/last-line.ts
var KEPT = 4200;
var MARK = /^\/\/[#@]\s*sourceMappingURL=/;
var LastLineReader = class {
  #kept = Buffer.allocUnsafe(KEPT);
  #length = 0;
  #breaksAfter = 0;
  #ended = true;
  #lastByte = 10;
  push(view) {
    if (view.length === 0) return;
    this.#lastByte = view[view.length - 1];
    let last = view.length - 1;
    while (last >= 0 && view[last] <= 32) last--;
    const trailing = breaksIn(view, last + 1);
    if (last < 0) {
      this.#breaksAfter += trailing;
      if (trailing > 0) this.#ended = true;
      return;
    }
    const start2 = view.lastIndexOf(10, last) + 1;
    if (start2 > 0 || this.#ended) this.#length = 0;
    this.#length += view.copy(
      this.#kept,
      this.#length,
      start2,
      Math.min(last + 1, start2 + KEPT - this.#length)
    );
    this.#breaksAfter = trailing;
    this.#ended = trailing > 0;
  }
  /** The comment on that line, given the number of lines in the file. */
  end(lines3) {
    const line = this.#kept.toString("latin1", 0, this.#length);
    const mark = MARK.exec(line);
    if (mark === null) return void 0;
    const reader = new MapCommentReader();
    reader.begin(lines3 + (this.#lastByte === 10 ? 1 : 0) - this.#breaksAfter, 1);
    reader.push(this.#kept, 3, this.#length);
    return reader.end();
  }
};
function breaksIn(view, from) {
  let breaks = 0;
  for (let i = from; i < view.length; i++) if (view[i] === 10) breaks++;
  return breaks;
}

// src/content/plain.ts
var [TEXT, SLASH, MARK2, COMMENT2, STAR] = [0, 1, 2, 3, 4];
var LF = 10;
var CR = 13;
var STAR_BYTE = Buffer.from("*");
var BEFORE = new Uint8Array(256);
for (let byte = 0; byte <= 32; byte++) BEFORE[byte] = 1;
for (const character of ";})>") BEFORE[character.charCodeAt(0)] = 1;
var PlainReader = class {
  mapComments = [];
  #comment = new MapCommentReader();
  #state = TEXT;
  #base = 0;
  #lastByte = LF;
  #breaks = 0;
  #lineStart = 0;
  #start = 0;
  #block = false;
  #inkBytes = 0;
  #inkLines = 0;
  #lineInk = 0;
  push(view) {
    const n = view.length;
    let i = 0;
    let ink = this.#inkBytes;
    while (i < n) {
      const byte = view[i];
      if (this.#state === TEXT) {
        let here = byte;
        while (here !== LF && here !== CR && here !== 47) {
          if (here > 32) ink++;
          if (++i === n) break;
          here = view[i];
        }
        if (i === n) break;
        if (here === 47) {
          const before = i > 0 ? view[i - 1] : this.#lastByte;
          this.#start = this.#base + i;
          if (BEFORE[before] === 1) this.#state = SLASH;
          ink++;
        } else {
          if (here === CR || (i > 0 ? view[i - 1] : this.#lastByte) !== CR) {
            this.#breaks++;
            if (ink > this.#lineInk) this.#inkLines++;
            this.#lineInk = ink;
          }
          this.#lineStart = this.#base + i + 1;
        }
        i++;
      } else if (this.#state === SLASH) {
        if (byte === 47 || byte === 42) {
          this.#block = byte === 42;
          this.#state = MARK2;
          ink++;
          i++;
        } else this.#state = TEXT;
      } else if (this.#state === MARK2) {
        if (byte === 35 || byte === 64) {
          this.#comment.begin(this.#breaks + 1, this.#start - this.#lineStart + 1);
          this.#state = COMMENT2;
          ink++;
          i++;
        } else this.#state = TEXT;
      } else if (this.#state === COMMENT2) {
        const from = i;
        while (i < n && view[i] !== LF && view[i] !== CR && !(this.#block && view[i] === 42)) i++;
        this.#comment.push(view, from, i);
        ink += i - from;
        if (i === n) break;
        if (view[i] === 42) {
          this.#state = STAR;
          ink++;
          i++;
        } else {
          if (!this.#block) this.#endComment();
          this.#state = TEXT;
        }
      } else if (byte === 47) {
        this.#endComment();
        this.#state = TEXT;
        ink++;
        i++;
      } else {
        this.#comment.push(STAR_BYTE, 0, 1);
        this.#state = COMMENT2;
      }
    }
    this.#inkBytes = ink;
    if (n > 0) this.#lastByte = view[n - 1];
    this.#base += n;
  }
  /** The file is over. */
  end() {
    if (this.#state === COMMENT2 && !this.#block) this.#endComment();
    if (this.#inkBytes > this.#lineInk) this.#inkLines++;
    const lines3 = this.#breaks + (this.#base > this.#lineStart ? 1 : 0);
    return { lines: lines3, inkLines: this.#inkLines, inkBytes: this.#inkBytes };
  }
  #endComment() {
    const comment = this.#comment.end();
    if (comment !== void 0) keepMapComment(this.mapComments, comment);
  }
};

// src/content/regions.ts
var WINDOW = 512;
var LAID_OUT = 0.06;
var MAX_REGIONS = 8;
var RegionReader = class {
  #kept = [];
  #open;
  #last = { line: 1, codeBytes: 0, runs: 0, gaps: 0, names: 0, shortNames: 0 };
  #laidOutBytes = 0;
  /** A window is full: the counters of the file up to here. */
  window(now) {
    const before = this.#last;
    const codeBytes = now.codeBytes - before.codeBytes;
    if (codeBytes === 0) return;
    this.#last = now;
    const runs = now.runs - before.runs;
    if (runs <= LAID_OUT * codeBytes) {
      this.#close();
      return;
    }
    const open6 = this.#open;
    this.#laidOutBytes += codeBytes;
    this.#open = {
      startLine: open6?.startLine ?? before.line,
      endLine: now.line,
      codeBytes: (open6?.codeBytes ?? 0) + codeBytes,
      runs: (open6?.runs ?? 0) + runs,
      gaps: (open6?.gaps ?? 0) + now.gaps - before.gaps,
      names: (open6?.names ?? 0) + now.names - before.names,
      shortNames: (open6?.shortNames ?? 0) + now.shortNames - before.shortNames
    };
  }
  /** The file is over. */
  end(now) {
    this.window(now);
    this.#close();
    this.#kept.sort((a, b) => a.startLine - b.startLine);
    return { regions: this.#kept, laidOutBytes: this.#laidOutBytes };
  }
  #close() {
    const open6 = this.#open;
    this.#open = void 0;
    if (open6 === void 0) return;
    this.#kept.push(open6);
    if (this.#kept.length <= MAX_REGIONS) return;
    this.#kept.sort((a, b) => b.codeBytes - a.codeBytes);
    this.#kept.pop();
  }
};

// src/content/words.ts
var [NO_WORD, NAME2, FUNCTION_NAME, OPERATOR, BLOCK2, CONDITION, DECLARATION, FUNCTION, OTHER, TYPE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
var WORDS = {
  // An expression follows: a slash begins a regular expression, a brace an object.
  [OPERATOR]: "return typeof case delete void in instanceof new throw yield await default extends",
  // A statement follows: a slash begins a regular expression, a brace a block.
  [BLOCK2]: "do else",
  // A condition in parentheses follows, and a statement after it.
  [CONDITION]: "if while for with",
  [DECLARATION]: "var let const class",
  [FUNCTION]: "function",
  [OTHER]: "this super null true false break continue try catch finally switch debugger import export from as of async static get set",
  // Ordinary names in JavaScript, the beginning of a declaration in typed dialects.
  [TYPE]: "interface type enum namespace declare abstract public private protected readonly implements"
};
var SLOTS = 1024;
var hashes = new Int32Array(SLOTS);
var kinds = new Uint8Array(SLOTS);
var LONGEST_WORD = 10;
function hashWord(word) {
  let hash = 0;
  for (const byte of Buffer.from(word)) hash = hash === 0 ? byte : Math.imul(hash, 31) + byte | 0;
  return hash;
}
for (const [kind, words] of Object.entries(WORDS)) {
  for (const word of words.split(" ")) {
    const hash = hashWord(word);
    let slot = hash & SLOTS - 1;
    while (kinds[slot] !== 0) slot = slot + 1 & SLOTS - 1;
    hashes[slot] = hash;
    kinds[slot] = Number(kind);
  }
}
function wordKind(hash) {
  let slot = hash & SLOTS - 1;
  while (kinds[slot] !== 0) {
    if (hashes[slot] === hash) return kinds[slot];
    slot = slot + 1 & SLOTS - 1;
  }
  return NAME2;
}

// src/content/script.ts
var [
  CODE,
  WORD,
  WHITE,
  SLASH2,
  LINE,
  LINE_E2,
  LINE_E280,
  STAR_COMMENT,
  STAR2,
  PRAGMA_START,
  PRAGMA,
  PRAGMA_STAR
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
var [STRING, STRING_ESCAPE, TEMPLATE, TEMPLATE_ESCAPE, TEMPLATE_DOLLAR, REGEX, REGEX_ESCAPE, REGEX_CLASS] = [12, 13, 14, 15, 16, 17, 18, 19];
var [
  REGEX_CLASS_ESCAPE,
  REGEX_FLAGS,
  LESS,
  LESS_BANG,
  LESS_BANG_DASH,
  TAG,
  TAG_STRING,
  TAG_END,
  TEXT2,
  TEXT_LESS
] = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
var [HASH, HASHBANG, STRING_CR] = [30, 31, 32];
var [PAREN, CONDITION_PAREN, PARAMETERS, BRACE_BLOCK, BRACE_OBJECT, IN_TEMPLATE, IN_TAG, IN_TEXT, ELEMENT] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
var MAX_DEPTH3 = 1 << 16;
var [PLUS_PLUS, MINUS_MINUS, DECLARED, PREFIX, ASSIGNED] = [200, 201, 202, 203, 204];
var IN_WORD = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 128) IN_WORD[byte] = byte < 192 ? 2 : 1;
  else if (/[\w$\\#]/.test(String.fromCharCode(byte))) IN_WORD[byte] = 1;
}
var [
  P_WORD,
  P_WHITE,
  P_QUOTE,
  P_TEMPLATE,
  P_SLASH,
  P_LESS,
  P_OPEN,
  P_CLOSE,
  P_LEFT,
  P_RIGHT,
  P_BRACKET,
  P_OTHER
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
var [P_DOT, P_COLON, P_SIGN, P_GREATER] = [12, 13, 14, 15];
var CLASS = new Uint8Array(256).fill(P_OTHER);
for (let byte = 0; byte < 256; byte++) {
  if (IN_WORD[byte] !== 0) CLASS[byte] = P_WORD;
  else if (byte <= 32) CLASS[byte] = P_WHITE;
}
for (const [characters, kind] of [
  [`"'`, P_QUOTE],
  ["`", P_TEMPLATE],
  ["/", P_SLASH],
  ["<", P_LESS],
  ["(", P_OPEN],
  [")", P_CLOSE],
  ["{", P_LEFT],
  ["}", P_RIGHT],
  ["]", P_BRACKET],
  [".", P_DOT],
  [":", P_COLON],
  ["+-", P_SIGN],
  [">", P_GREATER]
]) {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}
function stops(characters, ...more) {
  const table2 = new Uint8Array(256);
  for (const character of characters) table2[character.charCodeAt(0)] = 1;
  for (const byte of more) table2[byte] = 1;
  return table2;
}
var LINE_STOPS = stops("\n\r", 226);
var STAR_STOPS = stops("*\n\r");
var STRING_STOPS = stops(`"'\\
\r`);
var TEMPLATE_STOPS = stops("`\\$\n\r");
var REGEX_STOPS = stops("/\\[\n\r");
var REGEX_CLASS_STOPS = stops("]\\\n\r");
var TAG_STOPS = stops(`"'{>,;
\r`);
var TEXT_STOPS = stops("<{\n\r");
var LF2 = 10;
var CR2 = 13;
var LINE_BREAK = Buffer.from("\n");
var STAR_BYTE2 = Buffer.from("*");
var ScriptLexer = class {
  mapComments = [];
  #jsx;
  #pragma = new MapCommentReader();
  #regions = new RegionReader();
  #state = HASH;
  #base = 0;
  #lastByte = 0;
  #line = 1;
  #lineStart = 0;
  #code = 0;
  #literal = 0;
  #comment = 0;
  #legal = 0;
  #legalStart = -1;
  #white = 0;
  #codeLines = 0;
  #commentLines = 0;
  #mark = 0;
  #runs = 0;
  #runBytes = 0;
  #gaps = 0;
  #names = 0;
  #nameCharacters = 0;
  #shortNames = 0;
  #declared = 0;
  #shortDeclared = 0;
  #elements = 0;
  #annotations = 0;
  #broken = 0;
  #windowEnd = WINDOW;
  // The word being read.
  #hash = 0;
  #length = 0;
  #first = 0;
  // The white space being read.
  #breaks = 0;
  #blanks = 0;
  // The last token: its last byte if it was punctuation, its kind if it was a word, what stood before it.
  #punctuation = 0;
  #kind = NO_WORD;
  #dots = 0;
  #before = 0;
  #nameLength = 0;
  #kindLine = 0;
  /** Whether an expression may begin here, so that a slash begins a regular expression. */
  #operand = true;
  #afterWord = false;
  #quote = 0;
  #blockComment = false;
  #commentStart = 0;
  #commentLine = 0;
  #closing = false;
  #plainTag = false;
  #stack = new Uint8Array(256);
  #depth = 0;
  #beyond = 0;
  /** `jsx`: whether `<` may begin an element where an expression may begin (not so in `.ts`). */
  constructor(options) {
    this.#jsx = options.jsx;
  }
  push(view) {
    const n = view.length;
    const base = this.#base;
    const jsx = this.#jsx;
    let i = 0;
    let state = this.#state;
    let line = this.#line;
    let lineStart = this.#lineStart;
    let code = this.#code;
    let literal2 = this.#literal;
    let comment = this.#comment;
    let white = this.#white;
    let codeLines = this.#codeLines;
    let mark = this.#mark;
    let runs = this.#runs;
    let runBytes = this.#runBytes;
    let gaps = this.#gaps;
    let names = this.#names;
    let nameCharacters = this.#nameCharacters;
    let shortNames = this.#shortNames;
    let declared = this.#declared;
    let shortDeclared = this.#shortDeclared;
    let windowEnd = this.#windowEnd;
    let hash = this.#hash;
    let length = this.#length;
    let first2 = this.#first;
    let breaks = this.#breaks;
    let blanks = this.#blanks;
    let punctuation = this.#punctuation;
    let kind = this.#kind;
    let before = this.#before;
    let nameLength = this.#nameLength;
    let operand = this.#operand;
    let afterWord = this.#afterWord;
    while (i < n) {
      switch (state) {
        case CODE: {
          const byte = view[i];
          switch (CLASS[byte]) {
            case P_WORD:
              hash = byte;
              length = 1;
              first2 = byte;
              code++;
              i++;
              state = WORD;
              break;
            case P_WHITE:
              breaks = 0;
              blanks = 0;
              state = WHITE;
              break;
            case P_QUOTE:
              this.#quote = byte;
              literal2++;
              i++;
              state = STRING;
              break;
            case P_TEMPLATE:
              literal2++;
              i++;
              state = TEMPLATE;
              break;
            case P_SLASH:
              this.#commentStart = base + i;
              i++;
              state = SLASH2;
              break;
            case P_LESS:
              i++;
              state = LESS;
              break;
            case P_OPEN:
              this.#open(
                kind === CONDITION ? CONDITION_PAREN : kind === FUNCTION || kind === FUNCTION_NAME ? PARAMETERS : PAREN
              );
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_CLOSE: {
              const opened = this.#closeParen();
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = opened === CONDITION_PAREN;
              afterWord = false;
              break;
            }
            case P_LEFT: {
              let object;
              if (kind !== NO_WORD) object = kind === OPERATOR;
              else if (punctuation === 58) object = this.#top() !== BRACE_BLOCK;
              else
                object = punctuation !== 41 && punctuation !== 59 && punctuation !== 123 && punctuation !== 125 && punctuation !== 62 && punctuation !== 0;
              this.#open(object ? BRACE_OBJECT : BRACE_BLOCK);
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            }
            case P_RIGHT: {
              const opened = this.#closeBrace();
              i++;
              if (opened === IN_TEMPLATE) {
                literal2++;
                state = TEMPLATE;
                break;
              }
              code++;
              if (opened === IN_TEXT) {
                state = TEXT2;
                break;
              }
              if (opened === IN_TAG) {
                this.#closing = false;
                this.#plainTag = false;
                state = TAG;
                break;
              }
              punctuation = byte;
              kind = NO_WORD;
              operand = opened !== BRACE_OBJECT;
              afterWord = false;
              break;
            }
            case P_BRACKET:
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = false;
              afterWord = false;
              break;
            case P_DOT:
              this.#dots = punctuation === byte ? this.#dots + 1 : 1;
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_COLON:
              if (kind === NAME2 || kind === TYPE) {
                if (before === 123 || before === 44) {
                  names--;
                  nameCharacters -= nameLength;
                  if (nameLength <= 2) shortNames--;
                }
                if (before === 40 || before === 44) {
                  const top = this.#top();
                  if (top === PAREN || top === PARAMETERS) this.#annotations++;
                } else if (before === DECLARED) this.#annotations++;
              } else if (punctuation === 63 && kind === NO_WORD) this.#annotations++;
              code++;
              i++;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            case P_SIGN:
              code++;
              i++;
              if (punctuation === byte) {
                operand = before === PREFIX;
                punctuation = byte === 45 ? MINUS_MINUS : PLUS_PLUS;
              } else {
                before = operand ? PREFIX : 0;
                operand = true;
                punctuation = byte;
              }
              kind = NO_WORD;
              afterWord = false;
              break;
            case P_GREATER:
              if (punctuation === 61) {
                if (before === ASSIGNED) {
                  declared++;
                  if (nameLength <= 2) shortDeclared++;
                }
              }
              code++;
              i++;
              if (punctuation === MINUS_MINUS && code + literal2 - mark === 3) {
                this.#commentStart = base + i;
                this.#beginComment(line, false);
                state = LINE;
              }
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
              break;
            default:
              code++;
              i++;
              if (byte === 42 && kind === FUNCTION) break;
              before = byte === 61 && kind === NAME2 ? ASSIGNED : 0;
              punctuation = byte;
              kind = NO_WORD;
              operand = true;
              afterWord = false;
          }
          break;
        }
        case WORD: {
          const from = i;
          let byte = 0;
          while (i < n) {
            byte = view[i];
            const step = IN_WORD[byte];
            if (step === 0) break;
            hash = Math.imul(hash, 31) + byte | 0;
            length += step & 1;
            i++;
          }
          code += i - from;
          if (i === n) break;
          state = CODE;
          const lastKind = kind;
          const behind = punctuation;
          punctuation = 0;
          afterWord = true;
          operand = false;
          if (first2 <= 57 && first2 >= 48) {
            kind = OTHER;
          } else if (behind === 46 && lastKind === NO_WORD && this.#dots === 1) {
            kind = OTHER;
          } else {
            kind = length > LONGEST_WORD || length < 2 || first2 < 97 ? NAME2 : wordKind(hash);
            if (kind === OPERATOR || kind === BLOCK2) operand = true;
            else if (kind === NAME2 || kind === TYPE) {
              names++;
              nameCharacters += length;
              if (length <= 2) shortNames++;
              nameLength = length;
              before = lastKind === NO_WORD ? behind : 0;
              if (lastKind === DECLARATION) {
                declared++;
                if (length <= 2) shortDeclared++;
                before = DECLARED;
              } else if (lastKind === FUNCTION) {
                declared++;
                if (length <= 2) shortDeclared++;
                kind = FUNCTION_NAME;
              } else if (lastKind === TYPE && this.#kindLine === line && kind === NAME2) {
                this.#annotations++;
              } else if (behind === 40 || behind === 44) {
                if (this.#top() === PARAMETERS) {
                  declared++;
                  if (length <= 2) shortDeclared++;
                }
              }
              if (kind === TYPE) this.#kindLine = line;
            } else if (lastKind === TYPE && this.#kindLine === line && (kind === DECLARATION || kind === FUNCTION)) {
              this.#annotations++;
            }
          }
          if (code >= windowEnd) {
            windowEnd = code + WINDOW;
            this.#regions.window({ line, codeBytes: code, runs, gaps, names, shortNames });
          }
          break;
        }
        case WHITE: {
          let byte = 0;
          const from = i;
          while (i < n) {
            byte = view[i];
            if (byte === 32 || byte === 9) blanks++;
            else if (byte === LF2 || byte === CR2) {
              if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
                breaks++;
                line++;
                if (code + literal2 > mark) codeLines++;
              }
              mark = code + literal2;
              lineStart = base + i + 1;
            } else if (byte > 32) break;
            else blanks++;
            i++;
          }
          white += i - from;
          if (i === n) break;
          state = CODE;
          if (!(afterWord && IN_WORD[byte] !== 0)) {
            runs++;
            runBytes += blanks + breaks;
            if (blanks > 0 || breaks > 1) gaps++;
          }
          break;
        }
        case SLASH2: {
          const byte = view[i];
          if (byte === 47) {
            i++;
            comment += 2;
            this.#beginComment(line, false);
            state = PRAGMA_START;
          } else if (byte === 42) {
            i++;
            comment += 2;
            this.#beginComment(line, true);
            state = PRAGMA_START;
          } else if (operand) {
            literal2++;
            state = REGEX;
          } else {
            code++;
            punctuation = 47;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;
        }
        case PRAGMA_START: {
          const byte = view[i];
          if (byte === 35 || byte === 64) {
            this.#pragma.begin(line, this.#commentStart - lineStart + 1);
            comment++;
            i++;
            state = PRAGMA;
          } else {
            if (byte === 33 && this.#blockComment) this.#legalStart = comment - 2;
            state = this.#blockComment ? STAR_COMMENT : LINE;
          }
          break;
        }
        case PRAGMA: {
          const table2 = this.#blockComment ? STAR_STOPS : LINE_STOPS;
          const from = i;
          while (i < n && table2[view[i]] === 0) i++;
          this.#pragma.push(view, from, i);
          comment += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === 42) {
            i++;
            comment++;
            state = PRAGMA_STAR;
          } else if (!this.#blockComment) {
            if (byte === 226) {
              this.#pragma.push(view, i, i + 1);
              i++;
              comment++;
            } else {
              this.#endPragma();
              state = LINE;
            }
          } else {
            this.#pragma.push(view, i, i + 1);
            if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
              line++;
              this.#commentLines++;
              if (code + literal2 > mark) codeLines++;
            }
            mark = code + literal2;
            lineStart = base + i + 1;
            i++;
            comment++;
          }
          break;
        }
        case PRAGMA_STAR:
          if (view[i] === 47) {
            this.#endPragma();
            i++;
            comment++;
            state = CODE;
          } else {
            this.#pragma.push(STAR_BYTE2, 0, 1);
            state = PRAGMA;
          }
          break;
        case LINE: {
          const from = i;
          while (i < n && LINE_STOPS[view[i]] === 0) i++;
          comment += i - from;
          if (i === n) break;
          if (view[i] === 226) {
            i++;
            comment++;
            state = LINE_E2;
          } else state = CODE;
          break;
        }
        case LINE_E2:
          if (view[i] === 128) {
            i++;
            comment++;
            state = LINE_E280;
          } else state = LINE;
          break;
        case LINE_E280: {
          const byte = view[i];
          if (byte === 168 || byte === 169) {
            i++;
            comment++;
            state = CODE;
          } else state = LINE;
          break;
        }
        case STAR_COMMENT: {
          const from = i;
          while (i < n && STAR_STOPS[view[i]] === 0) i++;
          comment += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === 42) state = STAR2;
          else {
            if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
              line++;
              this.#commentLines++;
              if (code + literal2 > mark) codeLines++;
            }
            mark = code + literal2;
            lineStart = base + i + 1;
          }
          comment++;
          i++;
          break;
        }
        case STAR2: {
          const byte = view[i];
          if (byte === 47) {
            i++;
            comment++;
            if (this.#legalStart >= 0) this.#legal += comment - this.#legalStart;
            this.#legalStart = -1;
            state = CODE;
          } else if (byte === 42) {
            i++;
            comment++;
          } else state = STAR_COMMENT;
          break;
        }
        case STRING: {
          const from = i;
          const quote2 = this.#quote;
          let byte = 0;
          while (i < n) {
            byte = view[i];
            if (STRING_STOPS[byte] === 1 && (byte === quote2 || byte === 92 || byte === LF2 || byte === CR2))
              break;
            i++;
          }
          literal2 += i - from;
          if (i === n) break;
          if (byte === 92) {
            literal2++;
            i++;
            state = STRING_ESCAPE;
            break;
          }
          if (byte === quote2) {
            literal2++;
            i++;
          } else this.#broken++;
          state = CODE;
          punctuation = 0;
          kind = NO_WORD;
          operand = false;
          afterWord = false;
          break;
        }
        case STRING_ESCAPE: {
          const byte = view[i];
          if (byte === LF2 || byte === CR2) {
            line++;
            codeLines++;
            mark = code + literal2 + 1;
            lineStart = base + i + 1;
          }
          literal2++;
          i++;
          state = byte === CR2 ? STRING_CR : STRING;
          break;
        }
        case STRING_CR:
          if (view[i] === LF2) {
            literal2++;
            mark++;
            i++;
            lineStart = base + i;
          }
          state = STRING;
          break;
        case TEMPLATE: {
          const from = i;
          while (i < n && TEMPLATE_STOPS[view[i]] === 0) i++;
          literal2 += i - from;
          if (i === n) break;
          const byte = view[i];
          literal2++;
          if (byte === 96) {
            state = CODE;
            punctuation = 0;
            kind = NO_WORD;
            operand = false;
            afterWord = false;
          } else if (byte === 92) state = TEMPLATE_ESCAPE;
          else if (byte === 36) state = TEMPLATE_DOLLAR;
          else {
            if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
              line++;
              codeLines++;
            }
            mark = code + literal2;
            lineStart = base + i + 1;
          }
          i++;
          break;
        }
        case TEMPLATE_ESCAPE: {
          const byte = view[i];
          if (byte !== LF2 && byte !== CR2) {
            literal2++;
            i++;
          }
          state = TEMPLATE;
          break;
        }
        case TEMPLATE_DOLLAR:
          if (view[i] === 123) {
            literal2++;
            i++;
            this.#open(IN_TEMPLATE);
            punctuation = 123;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else state = TEMPLATE;
          break;
        case REGEX: {
          const from = i;
          while (i < n && REGEX_STOPS[view[i]] === 0) i++;
          literal2 += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === LF2 || byte === CR2) {
            this.#broken++;
            punctuation = 47;
            kind = NO_WORD;
            operand = true;
            state = CODE;
            break;
          }
          literal2++;
          i++;
          state = byte === 47 ? REGEX_FLAGS : byte === 91 ? REGEX_CLASS : REGEX_ESCAPE;
          break;
        }
        case REGEX_ESCAPE:
        case REGEX_CLASS_ESCAPE: {
          const byte = view[i];
          if (byte !== LF2 && byte !== CR2) {
            literal2++;
            i++;
          }
          state = state === REGEX_ESCAPE ? REGEX : REGEX_CLASS;
          break;
        }
        case REGEX_CLASS: {
          const from = i;
          while (i < n && REGEX_CLASS_STOPS[view[i]] === 0) i++;
          literal2 += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === LF2 || byte === CR2) {
            state = REGEX;
            break;
          }
          literal2++;
          i++;
          state = byte === 93 ? REGEX : REGEX_CLASS_ESCAPE;
          break;
        }
        case REGEX_FLAGS: {
          const from = i;
          while (i < n && IN_WORD[view[i]] !== 0) i++;
          literal2 += i - from;
          if (i === n) break;
          punctuation = 0;
          kind = NO_WORD;
          operand = false;
          afterWord = true;
          state = CODE;
          break;
        }
        case LESS: {
          const byte = view[i];
          if (byte === 33) {
            i++;
            state = LESS_BANG;
            break;
          }
          code++;
          if (jsx && operand && (IN_WORD[byte] !== 0 && (byte < 48 || byte > 57) || byte === 62)) {
            this.#closing = false;
            this.#plainTag = byte >= 65 && byte <= 90 && this.#top() !== ELEMENT;
            state = TAG;
            break;
          }
          punctuation = 60;
          kind = NO_WORD;
          operand = true;
          afterWord = false;
          state = CODE;
          break;
        }
        case LESS_BANG:
          if (view[i] === 45) {
            i++;
            state = LESS_BANG_DASH;
          } else {
            code += 2;
            punctuation = 33;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;
        case LESS_BANG_DASH:
          if (view[i] === 45) {
            this.#commentStart = base + i - 3;
            comment += 4;
            i++;
            this.#beginComment(line, false);
            state = LINE;
          } else {
            code += 3;
            punctuation = 45;
            before = PREFIX;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          }
          break;
        case TAG: {
          const from = i;
          while (i < n && TAG_STOPS[view[i]] === 0) i++;
          code += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === LF2 || byte === CR2) {
            if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
              line++;
              codeLines++;
            }
            white++;
            mark = code + literal2;
            lineStart = base + i + 1;
            i++;
          } else if (byte === 34 || byte === 39) {
            this.#quote = byte;
            this.#plainTag = false;
            literal2++;
            i++;
            state = TAG_STRING;
          } else if (byte === 123) {
            this.#open(IN_TAG);
            code++;
            i++;
            punctuation = byte;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else if (byte === 44 || byte === 59) {
            this.#annotations++;
            operand = true;
            kind = NO_WORD;
            state = CODE;
          } else {
            const self = (i > 0 ? view[i - 1] : this.#lastByte) === 47;
            code++;
            i++;
            this.#elements++;
            if (this.#closing) {
              if (this.#top() === ELEMENT) this.#close();
            } else if (!self) {
              this.#open(ELEMENT);
              state = this.#plainTag ? TAG_END : TEXT2;
              break;
            }
            state = this.#top() === ELEMENT ? TEXT2 : CODE;
            punctuation = 0;
            kind = NO_WORD;
            operand = false;
            afterWord = false;
          }
          break;
        }
        case TAG_STRING: {
          const byte = view[i];
          if (byte === LF2 && (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) line++;
          else if (byte === CR2) line++;
          if (byte === LF2 || byte === CR2) lineStart = base + i + 1;
          if (byte === this.#quote) state = TAG;
          literal2++;
          i++;
          break;
        }
        case TAG_END:
          if (view[i] === 40) {
            this.#close();
            this.#elements--;
            this.#annotations++;
            punctuation = 62;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else state = TEXT2;
          break;
        case TEXT2: {
          const from = i;
          while (i < n && TEXT_STOPS[view[i]] === 0) i++;
          literal2 += i - from;
          if (i === n) break;
          const byte = view[i];
          if (byte === LF2 || byte === CR2) {
            if (byte === CR2 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR2) {
              line++;
              if (code + literal2 > mark) codeLines++;
            }
            white++;
            mark = code + literal2;
            lineStart = base + i + 1;
          } else if (byte === 123) {
            this.#open(IN_TEXT);
            code++;
            punctuation = byte;
            kind = NO_WORD;
            operand = true;
            afterWord = false;
            state = CODE;
          } else {
            code++;
            state = TEXT_LESS;
          }
          i++;
          break;
        }
        case TEXT_LESS:
          this.#closing = view[i] === 47;
          this.#plainTag = false;
          state = TAG;
          if (this.#closing) {
            code++;
            i++;
          }
          break;
        case HASH:
          if (view[i] === 35) {
            this.#commentStart = base + i;
            i++;
            state = HASHBANG;
          } else state = CODE;
          break;
        default:
          if (view[i] === 33) {
            comment++;
            this.#beginComment(line, false);
            state = LINE;
          } else {
            hash = 35;
            length = 1;
            first2 = 35;
            code++;
            state = WORD;
          }
      }
    }
    if (n > 0) this.#lastByte = view[n - 1];
    this.#base = base + n;
    this.#state = state;
    this.#line = line;
    this.#lineStart = lineStart;
    this.#code = code;
    this.#literal = literal2;
    this.#comment = comment;
    this.#white = white;
    this.#codeLines = codeLines;
    this.#mark = mark;
    this.#runs = runs;
    this.#runBytes = runBytes;
    this.#gaps = gaps;
    this.#names = names;
    this.#nameCharacters = nameCharacters;
    this.#shortNames = shortNames;
    this.#declared = declared;
    this.#shortDeclared = shortDeclared;
    this.#windowEnd = windowEnd;
    this.#hash = hash;
    this.#length = length;
    this.#first = first2;
    this.#breaks = breaks;
    this.#blanks = blanks;
    this.#punctuation = punctuation;
    this.#kind = kind;
    this.#before = before;
    this.#nameLength = nameLength;
    this.#operand = operand;
    this.#afterWord = afterWord;
  }
  /** The file is over. */
  end() {
    const lines3 = this.#line - (this.#base === this.#lineStart ? 1 : 0);
    const line = this.#line;
    this.push(LINE_BREAK);
    const white = this.#state === WHITE ? 1 : 0;
    const { regions, laidOutBytes } = this.#regions.end({
      line,
      codeBytes: this.#code,
      runs: this.#runs,
      gaps: this.#gaps,
      names: this.#names,
      shortNames: this.#shortNames
    });
    return {
      codeBytes: this.#code,
      literalBytes: this.#literal,
      commentBytes: this.#comment,
      legalBytes: this.#legal,
      whiteBytes: this.#white - white,
      lines: lines3,
      codeLines: this.#codeLines,
      commentLines: this.#commentLines,
      runs: this.#runs,
      runBytes: this.#runBytes,
      gaps: this.#gaps,
      names: this.#names,
      nameCharacters: this.#nameCharacters,
      shortNames: this.#shortNames,
      declared: this.#declared,
      shortDeclared: this.#shortDeclared,
      elements: this.#elements,
      annotations: this.#annotations,
      regions,
      laidOutBytes,
      broken: this.#broken
    };
  }
  #beginComment(line, block) {
    this.#blockComment = block;
    this.#legalStart = -1;
    if (this.#commentLine !== line) this.#commentLines++;
    this.#commentLine = line;
  }
  #endPragma() {
    const comment = this.#pragma.end();
    if (comment !== void 0) keepMapComment(this.mapComments, comment);
  }
  #open(bracket) {
    if (this.#depth === this.#stack.length) {
      if (this.#depth === MAX_DEPTH3) {
        this.#beyond++;
        return;
      }
      const larger = new Uint8Array(this.#depth * 2);
      larger.set(this.#stack);
      this.#stack = larger;
    }
    this.#stack[this.#depth++] = bracket;
  }
  #top() {
    return this.#depth === 0 ? 0 : this.#stack[this.#depth - 1];
  }
  #close() {
    if (this.#beyond > 0) {
      this.#beyond--;
      return 0;
    }
    return this.#depth === 0 ? 0 : this.#stack[--this.#depth];
  }
  /** A stray `)` closes nothing. */
  #closeParen() {
    return this.#top() <= PARAMETERS ? this.#close() : 0;
  }
  /** A `}` closes parentheses left open inside it, too. */
  #closeBrace() {
    while (this.#depth > 0 && this.#beyond === 0 && this.#top() <= PARAMETERS) this.#depth--;
    return this.#top() === ELEMENT ? 0 : this.#close();
  }
};

// src/content/shim.ts
function withoutComments(text2) {
  return text2.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, string3) => string3 ?? " "
  );
}
var NAME3 = "[\\w$.]+";
var STRING2 = `(?:"[^"\\n]*"|'[^'\\n]*')`;
var REQUIRE = `(?:[\\w$.]+\\()?require\\(${STRING2}\\)\\)?(?:\\.[\\w$]+|\\(\\w*\\))*`;
var EXPORTS = "(?:(?:module\\.)?exports(?:\\.[\\w$]+)?)";
var PASSES_ON = [
  `${STRING2}`,
  `import ${STRING2}`,
  `import (?:type )?[\\w$*, {}]+ from ${STRING2}`,
  `export (?:type )?(?:\\*|\\* as [\\w$]+|{[\\w$, ]*}) ?(?:from ${STRING2})?`,
  `export default ${NAME3}`,
  `(?:${EXPORTS} ?= ?)+(?:${REQUIRE}|void 0|${NAME3})`,
  `exports\\.__esModule ?= ?(?:true|!0)`,
  `Object\\.defineProperty\\(exports, ?["']__esModule["'], ?{ ?value: ?(?:true|!0) ?}\\)`,
  `(?:var|let|const) (?:[\\w$]+|{[\\w$:, ]*}) ?= ?${REQUIRE}`,
  REQUIRE,
  `(?:[\\w$]+\\.)?__exportStar\\(require\\(${STRING2}\\), ?exports\\)`,
  `@import (?:url\\()?${STRING2}\\)?[\\w ,()-]*`,
  `@charset ${STRING2}`
];
var SHIM = new RegExp(`^(?:${PASSES_ON.join("|")})$`);
var CUT = /;|\n(?=\s*(?:export|import|var|const|let|module|exports|require|Object|@))/;
function isShim(text2) {
  const code = withoutComments(text2.replace(/^\uFEFF?#!.*/, ""));
  let statements = 0;
  for (const part of code.split(CUT)) {
    const statement = part.replace(/\s+/g, " ").replace(/{ /g, "{").replace(/ }/g, "}").trim();
    if (statement === "") continue;
    if (statement.length > 4e3 || !SHIM.test(statement)) return false;
    statements++;
  }
  return statements > 0;
}

// src/content/style.ts
var [
  CODE2,
  WHITE2,
  SLASH3,
  COMMENT_START,
  COMMENT3,
  STAR3,
  PRAGMA2,
  PRAGMA_STAR2,
  STRING3,
  ESCAPE,
  URL_START,
  URL2
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
var LF3 = 10;
var CR3 = 13;
var [COLON, SEMICOLON, COMMA, OPEN, CLOSE] = [58, 59, 44, 123, 125];
var STAR_BYTE3 = Buffer.from("*");
var LINE_BREAK2 = Buffer.from("\n");
var URL_CALL = 1970433064;
var PLAIN = new Uint8Array(256).fill(1);
for (let byte = 0; byte <= 32; byte++) PLAIN[byte] = 0;
for (const character of `/"'{}:;,(`) PLAIN[character.charCodeAt(0)] = 0;
var BESIDE = new Uint8Array(256);
for (const byte of [SEMICOLON, COMMA, OPEN, CLOSE]) BESIDE[byte] = 1;
var StyleLexer = class {
  mapComments = [];
  #pragma = new MapCommentReader();
  #regions = new RegionReader();
  #state = CODE2;
  #base = 0;
  #lastByte = 0;
  #line = 1;
  #lineStart = 0;
  #code = 0;
  #literal = 0;
  #comment = 0;
  #commentStart = 0;
  #legal = 0;
  #legalStart = -1;
  #white = 0;
  #codeLines = 0;
  #commentLines = 0;
  #mark = 0;
  #runs = 0;
  #runBytes = 0;
  #gaps = 0;
  #declarations = 0;
  #spacedDeclarations = 0;
  #opens = 0;
  #spacedOpens = 0;
  #closes = 0;
  #spacedCloses = 0;
  #windowEnd = WINDOW;
  #tail = 0;
  #quote = 0;
  #last = 0;
  #runLength = 0;
  #blanks = 0;
  #breaks = 0;
  #depth = 0;
  /** The first colon since the last `{`, `}` or `;`: 0 none, 1 tight, 2 with white space behind. */
  #colon = 0;
  push(view) {
    const n = view.length;
    let i = 0;
    while (i < n) {
      const byte = view[i];
      switch (this.#state) {
        case CODE2:
          i = this.#readCode(view, i);
          break;
        case WHITE2:
          i = this.#readWhite(view, i);
          break;
        case SLASH3:
          if (byte === 42) {
            this.#comment += 2;
            this.#commentLines++;
            this.#state = COMMENT_START;
            i++;
          } else {
            this.#code++;
            this.#last = 47;
            this.#state = CODE2;
          }
          break;
        case COMMENT_START:
          this.#legalStart = byte === 33 ? this.#comment - 2 : -1;
          this.#state = COMMENT3;
          if (byte === 35 || byte === 64) {
            this.#pragma.begin(this.#line, this.#commentStart - this.#lineStart + 1);
            this.#comment++;
            this.#state = PRAGMA2;
            i++;
          }
          break;
        case COMMENT3:
        case PRAGMA2: {
          const from = i;
          while (i < n && view[i] !== 42 && view[i] !== LF3 && view[i] !== CR3) i++;
          const stop = i < n ? 1 : 0;
          this.#comment += i - from + stop;
          const star = stop === 1 && view[i] === 42;
          if (this.#state === PRAGMA2) this.#pragma.push(view, from, star ? i : i + stop);
          if (star) this.#state = this.#state === PRAGMA2 ? PRAGMA_STAR2 : STAR3;
          else if (stop === 1 && this.#breakAt(view, i)) this.#commentLines++;
          i += stop;
          break;
        }
        case STAR3:
          if (byte === 47) this.#endComment();
          else if (byte !== 42) {
            this.#state = COMMENT3;
            break;
          }
          this.#comment++;
          i++;
          break;
        case PRAGMA_STAR2:
          if (byte === 47) {
            const comment = this.#pragma.end();
            if (comment !== void 0) keepMapComment(this.mapComments, comment);
            this.#endComment();
            this.#comment++;
            i++;
          } else {
            this.#pragma.push(STAR_BYTE3, 0, 1);
            this.#state = PRAGMA2;
          }
          break;
        case STRING3: {
          const from = i;
          while (i < n && view[i] !== this.#quote && view[i] !== 92 && view[i] !== LF3 && view[i] !== CR3) i++;
          this.#literal += i - from;
          if (i === n) break;
          if (view[i] === 92) this.#state = ESCAPE;
          else this.#state = CODE2;
          if (view[i] === 92 || view[i] === this.#quote) {
            this.#literal++;
            i++;
          }
          break;
        }
        case ESCAPE:
          if (byte === LF3 || byte === CR3) this.#breakAt(view, i);
          this.#literal++;
          this.#state = STRING3;
          i++;
          break;
        case URL_START:
          this.#state = byte === 34 || byte === 39 || byte <= 32 ? CODE2 : URL2;
          break;
        default: {
          const from = i;
          while (i < n && view[i] !== 41 && view[i] !== LF3 && view[i] !== CR3) i++;
          this.#literal += i - from;
          if (i < n) this.#state = CODE2;
        }
      }
    }
    if (n > 0) this.#lastByte = view[n - 1];
    this.#base += n;
  }
  /** The file is over. */
  end() {
    const lines3 = this.#line - (this.#base === this.#lineStart ? 1 : 0);
    const line = this.#line;
    this.push(LINE_BREAK2);
    const white = this.#state === WHITE2 ? 1 : 0;
    const { regions, laidOutBytes } = this.#regions.end(this.#counts(line));
    return {
      codeBytes: this.#code,
      literalBytes: this.#literal,
      commentBytes: this.#comment,
      legalBytes: this.#legal,
      whiteBytes: this.#white - white,
      lines: lines3,
      codeLines: this.#codeLines,
      commentLines: this.#commentLines,
      runs: this.#runs,
      runBytes: this.#runBytes,
      gaps: this.#gaps,
      declarations: this.#declarations,
      spacedDeclarations: this.#spacedDeclarations,
      opens: this.#opens,
      spacedOpens: this.#spacedOpens,
      closes: this.#closes,
      spacedCloses: this.#spacedCloses,
      regions,
      laidOutBytes
    };
  }
  #readCode(view, from) {
    const n = view.length;
    let i = from;
    let tail2 = this.#tail;
    while (i < n && PLAIN[view[i]] === 1) {
      tail2 = tail2 << 8 | view[i];
      i++;
    }
    this.#tail = tail2;
    if (i > from) {
      this.#code += i - from;
      this.#last = view[i - 1];
    }
    if (i === n) return i;
    const byte = view[i];
    if (byte <= 32) {
      this.#runLength = 0;
      this.#blanks = 0;
      this.#breaks = 0;
      this.#state = WHITE2;
      return i;
    }
    if (byte === 47) {
      this.#commentStart = this.#base + i;
      this.#state = SLASH3;
      return i + 1;
    }
    if (byte === 34 || byte === 39) {
      this.#quote = byte;
      this.#literal++;
      this.#last = byte;
      this.#state = STRING3;
      return i + 1;
    }
    this.#code++;
    if (byte === 40) {
      if ((tail2 << 8 | byte | 538976256) >>> 0 === URL_CALL) this.#state = URL_START;
    } else this.#punctuation(byte);
    this.#tail = 0;
    this.#last = byte;
    return i + 1;
  }
  #punctuation(byte) {
    if (byte === COLON) {
      if (this.#depth > 0 && this.#colon === 0) this.#colon = 1;
      return;
    }
    if (byte === COMMA) return;
    if (byte === OPEN) {
      this.#depth++;
      this.#opens++;
    } else if (this.#colon > 0) {
      this.#declarations++;
      if (this.#colon === 2) this.#spacedDeclarations++;
    }
    this.#colon = 0;
    if (byte !== CLOSE) return;
    this.#closes++;
    if (this.#depth > 0) this.#depth--;
    if (this.#code >= this.#windowEnd) {
      this.#windowEnd = this.#code + WINDOW;
      this.#regions.window(this.#counts(this.#line));
    }
  }
  #readWhite(view, from) {
    const n = view.length;
    let i = from;
    while (i < n && view[i] <= 32) {
      const byte = view[i];
      if (byte === LF3 || byte === CR3) {
        if (this.#breakAt(view, i)) this.#breaks++;
      } else this.#blanks++;
      i++;
    }
    this.#white += i - from;
    this.#runLength += i - from;
    if (i === n) return i;
    this.#state = CODE2;
    const next = view[i];
    const last = this.#last;
    if (last === OPEN) this.#spacedOpens++;
    if (next === CLOSE) this.#spacedCloses++;
    if (last === COLON && this.#colon === 1) this.#colon = 2;
    if (BESIDE[last] === 1 || BESIDE[next] === 1 || last === COLON && this.#depth > 0) {
      this.#runs++;
      this.#runBytes += this.#runLength;
      if (this.#blanks > 0 || this.#breaks > 1) this.#gaps++;
    }
    this.#tail = 0;
    return i;
  }
  /** Counts a line that ends at `view[i]`; false for the second half of CR LF. */
  #breakAt(view, i) {
    const first2 = view[i] === CR3 || (i > 0 ? view[i - 1] : this.#lastByte) !== CR3;
    const seen = this.#code + this.#literal;
    if (first2) {
      this.#line++;
      if (seen > this.#mark) this.#codeLines++;
    }
    this.#mark = seen;
    this.#lineStart = this.#base + i + 1;
    return first2;
  }
  #endComment() {
    if (this.#legalStart >= 0) this.#legal += this.#comment + 1 - this.#legalStart;
    this.#state = CODE2;
  }
  #counts(line) {
    return { line, codeBytes: this.#code, runs: this.#runs, gaps: this.#gaps, names: 0, shortNames: 0 };
  }
};

// src/content/text.ts
var HEAD = 16384;
var BYTE_ORDER_MARK = Buffer.from([239, 187, 191]);
var FLOW = /^\s*(?:\/\/|\/?\*+)?[^\n]*@flow\b/m;
function createTextReader(path3) {
  const head = Buffer.allocUnsafe(HEAD);
  const lastLine2 = new LastLineReader();
  let headLength = 0;
  let size = 0;
  let spoken2 = languageByName(path3);
  let lexer;
  function begin() {
    const text2 = head.toString("utf8", 0, headLength);
    spoken2 ??= languageByText(path3, text2);
    lexer = lexerFor(spoken2, path3);
    const marked = head.subarray(0, Math.min(3, headLength)).equals(BYTE_ORDER_MARK);
    lexer.push(head.subarray(marked ? 3 : 0, headLength));
  }
  return {
    push(view) {
      if (view.length === 0) return;
      size += view.length;
      lastLine2.push(view);
      if (lexer !== void 0) {
        lexer.push(view);
        return;
      }
      const taken = view.copy(head, headLength);
      headLength += taken;
      if (headLength < HEAD) return;
      begin();
      if (taken < view.length) lexer.push(view.subarray(taken));
    },
    end() {
      if (lexer === void 0) begin();
      const { language, byContent, name: name3 } = spoken2;
      const text2 = head.toString("utf8", 0, headLength);
      const common = { byContent, shim: size <= HEAD && isShim(text2) };
      if (lexer instanceof ScriptLexer) {
        const script = lexer.end();
        const all = withLast(lexer.mapComments, lastLine2.end(script.lines));
        const source = name3 ?? sourceIn(script, text2, path3);
        return {
          ...common,
          lines: script.lines,
          language: source === void 0 ? language : "source",
          ...source === void 0 ? {} : { source, byContent: name3 === void 0 || byContent },
          script,
          comments: all
        };
      }
      const facts = lexer.end();
      return {
        ...common,
        lines: facts.lines,
        language,
        ...name3 === void 0 ? {} : { source: name3 },
        ..."opens" in facts ? { style: facts } : { plain: facts },
        comments: withLast(lexer.mapComments, lastLine2.end(facts.lines))
      };
    }
  };
}
function lexerFor(spoken2, path3) {
  const { language, name: name3 } = spoken2;
  if (language === "script" || language === "declaration" || name3 === "TypeScript" || name3 === "JSX")
    return new ScriptLexer({ jsx: !/\.[mc]?ts$/i.test(path3) });
  if (language === "style" || name3 === "Less" || name3 === "PostCSS") return new StyleLexer();
  return new PlainReader();
}
function withLast(found, last) {
  const comments = [...found];
  if (last !== void 0 && comments.at(-1)?.line !== last.line) keepMapComment(comments, last);
  return comments;
}
function sourceIn(script, head, path3) {
  if (/\.[mc]?tsx?$/i.test(path3)) return void 0;
  if (script.annotations > 0 && FLOW.test(head.slice(0, 4096))) return "Flow";
  if (script.annotations >= 3 && script.annotations > script.names * 0.02) return "TypeScript";
  if (script.elements >= 2 && script.elements > script.names * 0.02) return "JSX";
  return void 0;
}

// src/content/look.ts
var MAX_REFERENCES = 1e3;
function lookAt(path3, size, digest) {
  const enough = Math.min(size, KIND_BYTES);
  let head = Buffer.alloc(0);
  let content;
  let kind;
  const sha256 = digest ? createHash2("sha256") : void 0;
  function begin(bytes) {
    head = void 0;
    kind = kindOf(bytes.subarray(0, enough), path3);
    content = kind.kind === "text" ? readText(path3, kind.encoding) : readBinary();
    content.push(bytes);
  }
  return {
    push(view) {
      sha256?.update(view);
      if (content !== void 0) content.push(view);
      else if (head.length === 0 && view.length >= enough) begin(view);
      else {
        head = Buffer.concat([head, view]);
        if (head.length >= enough) begin(head);
      }
    },
    end() {
      if (content === void 0 && head.length > 0) begin(head);
      const facts = content?.end() ?? NOTHING;
      return {
        path: path3,
        size,
        kind: kind?.kind ?? "empty",
        ...facts,
        ...kind?.label !== void 0 && { uninspected: `${kind.label}: packgate does not look inside` },
        ...sha256 !== void 0 && { sha256: sha256.digest("hex") }
      };
    }
  };
}
var NOTHING = { maps: [], references: [] };
function readBinary() {
  const inline2 = createInlineMapScanner();
  return {
    push: inline2.push,
    end() {
      const { maps, more } = inline2.end();
      return { ...NOTHING, maps, ...more && TOO_MANY_MAPS };
    }
  };
}
var TOO_MANY_MAPS = { uninspected: "it carries more source maps than packgate reads in one file" };
function readText(path3, encoding) {
  const utf8 = readUtf8(path3);
  if (encoding === void 0) return utf8;
  const decoder = new TextDecoder(encoding);
  return {
    push: (view) => utf8.push(Buffer.from(decoder.decode(view, { stream: true }))),
    end() {
      utf8.push(Buffer.from(decoder.decode()));
      return utf8.end();
    }
  };
}
function readUtf8(path3) {
  let map;
  let others = {
    text: createTextReader(path3),
    inline: createInlineMapScanner()
  };
  let size = 0;
  return {
    push(view) {
      size += view.length;
      if (map === void 0) map = beginsLikeJson(view) ? createMapReader() : null;
      if (map !== null && map.verdict !== "over") {
        map.push(view);
        if (map.verdict === "likely") others = void 0;
      }
      others?.text.push(view);
      others?.inline.push(view);
    },
    end() {
      const facts = map?.end() ?? null;
      if (facts !== null) {
        const whole = { form: "file", line: 1, column: 1, size, facts };
        return { ...NOTHING, maps: [whole] };
      }
      if (others === void 0) {
        if (map?.whole) return NOTHING;
        return { ...NOTHING, uninspected: "it begins as a source map, but is none that packgate can read" };
      }
      const { maps, more } = others.inline.end();
      const text2 = others.text.end();
      return { maps, references: remote(text2.comments), text: text2, ...more && TOO_MANY_MAPS };
    }
  };
}
function remote(comments) {
  return comments.filter(({ url }) => !/^data:/i.test(url)).slice(0, MAX_REFERENCES);
}

// src/content/manifest.ts
init_errors();
function readManifest(bytes) {
  let json;
  try {
    json = JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw unreadable(cause);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw unreadable();
  const { name: name3, version: version3, files, main, browser, bin } = json;
  const paths = typeof bin === "string" ? [bin] : isRecord(bin) ? Object.values(bin).filter(isString) : void 0;
  return {
    name: isString(name3) ? name3 : "",
    version: isString(version3) ? version3 : "",
    ...Array.isArray(files) && { files: files.filter(isString) },
    ...isString(main) && { main },
    ...isString(browser) && { browser },
    ...paths !== void 0 && { bin: paths }
  };
}
function unreadable(cause) {
  return new PackgateError("archive", "package.json in the archive is no JSON object", {
    help: "Mend package.json and pack again",
    cause
  });
}
function isString(value) {
  return typeof value === "string";
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/content/gather.ts
function createGatherer(onFile, wantsDigest) {
  const files = /* @__PURE__ */ new Map();
  const folded = /* @__PURE__ */ new Map();
  const references = [];
  const uninspected = [];
  const oddities = [];
  let unpackedSize = 0;
  let fileCount = 0;
  let manifestBytes;
  let look;
  let keep;
  function note(oddity) {
    if (oddities.length >= LIMITS.oddities) {
      throw new PackgateError("limit", `the archive has more than ${LIMITS.oddities} oddities`, {
        help: "Pack it again"
      });
    }
    oddities.push(oddity);
  }
  function compare2(path3) {
    if (files.has(path3)) {
      note({
        kind: "duplicate-path",
        path: path3,
        message: "The archive holds this path more than once: the last copy is installed, all are published."
      });
      return;
    }
    const fold = path3.normalize("NFC").toLowerCase();
    const other = folded.get(fold) ?? (fold !== path3 && files.has(fold) ? fold : void 0);
    if (other !== void 0) {
      note({
        kind: "colliding-path",
        path: path3,
        message: `On macOS and Windows this is the same path as ${other}.`
      });
    }
    if (fold !== path3) folded.set(fold, path3);
  }
  return {
    begin({ path: path3, size }) {
      compare2(path3);
      files.set(path3, size);
      unpackedSize += size;
      fileCount++;
      look = lookAt(path3, size, wantsDigest(path3));
      if (path3 !== "package.json") return;
      if (size > LIMITS.manifestSize) {
        throw new PackgateError("limit", `package.json in the archive is over ${LIMITS.manifestSize} bytes`, {
          help: "Mend package.json and pack again"
        });
      }
      keep = [];
    },
    bytes(view) {
      look.push(view);
      keep?.push(Buffer.from(view));
    },
    end() {
      const facts = look.end();
      look = void 0;
      if (keep !== void 0) manifestBytes = Buffer.concat(keep);
      keep = void 0;
      for (const reference of facts.references) references.push({ path: facts.path, reference });
      if (facts.uninspected !== void 0) uninspected.push({ path: facts.path, reason: facts.uninspected });
      onFile(facts);
    },
    finish() {
      if (fileCount === 0) {
        throw new PackgateError("archive", "the archive holds no file", {
          help: "Pack again, and check `files` in package.json"
        });
      }
      if (manifestBytes === void 0) {
        throw new PackgateError("archive", "the archive holds no package.json", {
          help: "Point packgate at a tarball as npm pack writes it"
        });
      }
      return {
        manifest: readManifest(manifestBytes),
        unpackedSize,
        fileCount,
        files,
        references,
        oddities,
        uninspected
      };
    }
  };
}

// src/check.ts
init_errors();

// src/content/exposure.ts
import { posix as posix2 } from "node:path";
var MAX_TOLD_APART = 5e5;
var MAX_FOLDERS = 50;
var MAX_PLACES2 = 100;
function exposureOf(exposing) {
  const seen = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  const hosts = /* @__PURE__ */ new Set();
  const buckets = /* @__PURE__ */ new Set();
  const totals2 = { sources: 0, firstParty: 0, lines: 0, bytes: 0 };
  let namedOnly = 0;
  function add(key, path3, source) {
    const known = seen.get(key);
    if (known === true || known === false && !source.embedded) return;
    if (known !== void 0 || seen.size < MAX_TOLD_APART) seen.set(key, source.embedded);
    if (!source.embedded) {
      namedOnly++;
      return;
    }
    if (known === false) namedOnly--;
    totals2.sources++;
    totals2.lines += source.lines;
    totals2.bytes += source.bytes;
    if (!source.firstParty) return;
    totals2.firstParty++;
    const parts = path3.split("/").filter((part) => part !== ".." && part !== "." && part !== "");
    const folder = parts.slice(0, Math.min(2, parts.length - 1)).join("/") || ".";
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  function addMap(file, map) {
    for (const source of map.sources) {
      if (source.path === "" && !source.embedded) continue;
      const { scheme, path: path3 } = originOf(source.path);
      const here = scheme === void 0 && !path3.startsWith("/") && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(path3);
      const key = here ? posix2.join(posix2.dirname(file), path3) : `${scheme}:${path3}`;
      add(key, here ? key : path3, source);
    }
    for (const host of map.hosts) if (hosts.size < MAX_PLACES2) hosts.add(host);
    for (const bucket of map.buckets) if (buckets.size < MAX_PLACES2) buckets.add(bucket);
  }
  const telling2 = /* @__PURE__ */ new Set();
  for (const { path: path3, exposes: exposes2 } of exposing) {
    if (exposes2.kind !== "maps") continue;
    for (const map of exposes2.maps) addMap(path3, map);
    if (exposes2.maps.some((map) => map.embedded > 0)) telling2.add(path3);
  }
  for (const { path: path3, exposes: exposes2 } of exposing) {
    if (exposes2.kind !== "readable" || exposes2.mappedBy.some((map) => telling2.has(map))) continue;
    const { lines: lines3, bytes } = exposes2;
    add(path3, path3, { embedded: true, lines: lines3, bytes, firstParty: originOf(path3).firstParty });
  }
  return {
    ...totals2,
    namedOnly,
    folders: topFolders(folders),
    hosts: [...hosts].sort(),
    buckets: [...buckets].sort()
  };
}
function topFolders(folders) {
  const tops = /* @__PURE__ */ new Map();
  for (const [folder, sources] of folders) {
    const top = folder.split("/")[0];
    tops.set(top, (tops.get(top) ?? 0) + sources);
  }
  return [...tops.size === 1 ? folders : tops].map(([name3, sources]) => ({ name: name3, sources })).sort((a, b) => b.sources - a.sources || (a.name < b.name ? -1 : 1)).slice(0, MAX_FOLDERS);
}

// src/policy/judge.ts
init_rule();

// src/policy/waivers.ts
init_paths();

// src/rules/inspect.ts
import { createHash as createHash3 } from "node:crypto";
function inspectFile(rules, file) {
  const findings = [];
  for (const rule18 of rules) {
    if (rule18.scope === "file")
      for (const sighting of rule18.inspect(file)) findings.push(toFinding(rule18, sighting));
  }
  return findings;
}
function* inspectPackage(rules, pkg) {
  for (const rule18 of rules) {
    if (rule18.scope === "package") for (const sighting of rule18.inspect(pkg)) yield toFinding(rule18, sighting);
  }
}
function toFinding(rule18, sighting) {
  const fingerprint = createHash3("sha256").update(`${rule18.id}\0${sighting.path}\0${sighting.detail ?? ""}`).digest("hex").slice(0, 32);
  return { rule: rule18.id, ...sighting, fingerprint };
}

// src/policy/waivers.ts
var expiredWaiver = {
  id: "policy/waiver-expired",
  title: "Expired waiver",
  description: "A waiver is an exception that ends. Past its day it covers nothing, and it stays an error until somebody renews or removes it, so that an old exception cannot be forgotten.",
  help: "Remove the waiver, and what it waived with it; or have its owner look again and set a new day in `expires`.",
  cwe: [693],
  levels: { closed: "error", open: "error" }
};
var unusedWaiver = {
  id: "policy/waiver-unused",
  title: "Waiver that covers nothing",
  description: "No finding of the waiver\u2019s rule stands at its path, or the file there has other bytes than the waiver was given for. A waiver that waits for a leak to come along would let it through.",
  help: "Remove the waiver; or correct its path, or its sha256 after looking at the new bytes.",
  cwe: [183],
  levels: { closed: "note", open: "note" }
};
var WAIVER_RULES = [expiredWaiver, unusedWaiver];
function openWaivers(waivers, pkg, now) {
  const used = /* @__PURE__ */ new Set();
  const changed2 = /* @__PURE__ */ new Map();
  const byRule = /* @__PURE__ */ new Map();
  for (const rule18 of new Set(waivers.map((waiver2) => waiver2.rule))) {
    const own2 = waivers.filter((waiver2) => waiver2.rule === rule18);
    byRule.set(rule18, { waivers: own2, matcher: createMatcher(own2.map(({ path: path3 }) => path3)) });
  }
  return {
    cover: (finding) => {
      const own2 = byRule.get(finding.rule);
      let covering;
      for (const index of own2?.matcher.all(finding.path) ?? []) {
        const waiver2 = own2.waivers[index];
        const sha256 = pkg.digests?.get(finding.path);
        if (waiver2.sha256 !== void 0 && waiver2.sha256 !== sha256) {
          changed2.set(waiver2, sha256);
          continue;
        }
        used.add(waiver2);
        if (!hasExpired(waiver2, now)) covering ??= waiver2;
      }
      return covering;
    },
    findings: () => waivers.flatMap((waiver2) => {
      if (hasExpired(waiver2, now)) return [tell(expiredWaiver, waiver2, expiredMessage(waiver2))];
      if (used.has(waiver2) || waiver2.shared && !changed2.has(waiver2)) return [];
      return [
        tell(
          unusedWaiver,
          waiver2,
          changed2.has(waiver2) ? changedMessage(waiver2, changed2.get(waiver2)) : unusedMessage(waiver2)
        )
      ];
    })
  };
}
function hasExpired({ expires }, now) {
  return now.toISOString().slice(0, 10) > expires;
}
function expiredMessage({ rule: rule18, path: path3, from, owner, expires }) {
  return `the waiver for \`${rule18}\` at \`${path3}\` (${from}, owner ${owner}) ended on ${expires}`;
}
function unusedMessage({ rule: rule18, path: path3, from }) {
  return `the waiver for \`${rule18}\` at \`${path3}\` (${from}) covers nothing: the rule finds nothing there`;
}
function changedMessage({ rule: rule18, path: path3, from, sha256 }, found) {
  const waiver2 = `the waiver for \`${rule18}\` at \`${path3}\` (${from})`;
  return found === void 0 ? `${waiver2} covers nothing: no sha256 was taken of what the rule found there` : `${waiver2} is for other bytes: the file has sha256 ${found}, the waiver ${sha256}`;
}
function tell(rule18, waiver2, message) {
  const { path: path3, owner, reason, expires, sha256, from } = waiver2;
  return toFinding(rule18, {
    // A waiver's path may be a glob, and the file it names may be gone: the place that is always there is the manifest.
    path: "package.json",
    message,
    evidence: { rule: waiver2.rule, path: path3, owner, reason, expires, from },
    detail: [waiver2.rule, path3, sha256 ?? ""].join(" ").trimEnd()
  });
}

// src/policy/judge.ts
function judge(pkg, findings, policy, rules, now) {
  const known = new Map([...rules, ...WAIVER_RULES].map((rule18) => [rule18.id, rule18]));
  const weigh = (finding) => {
    const rule18 = known.get(finding.rule);
    if (rule18 === void 0) throw new Error(`a finding of the unknown rule ${finding.rule}`);
    const level2 = policy.levelOf(rule18, finding.variant).value;
    return level2 === "off" || policy.ignores(rule18.id, finding.path) ? [] : [{ help: rule18.help, ...finding, severity: level2 }];
  };
  const waivers = openWaivers(policy.waivers, pkg, now);
  const judged = findings.flatMap(weigh).map((finding) => {
    const waiver2 = waivers.cover(finding);
    if (waiver2 === void 0) return finding;
    const { reason, owner, expires } = waiver2;
    return { ...finding, waived: { reason, owner, expires } };
  });
  judged.push(...waivers.findings().flatMap(weigh));
  judged.sort(worstFirst);
  const stops3 = judged.some(({ severity, waived }) => !waived && rank(severity) <= rank(policy.failOn));
  return {
    outcome: stops3 ? "fail" : "pass",
    package: summarise(pkg),
    findings: judged,
    uninspected: [...pkg.uninspected].sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    exposure: exposureOf(
      judged.flatMap(({ path: path3, exposes: exposes2 }) => exposes2 === void 0 ? [] : [{ path: path3, exposes: exposes2 }])
    ),
    failOn: policy.failOn,
    policy: { digest: policy.digest, file: policy.configFile }
  };
}
function summarise({
  manifest,
  target,
  integrity,
  sha256,
  size,
  unpackedSize,
  fileCount
}) {
  const { name: name3, version: version3 } = manifest;
  return { name: name3, version: version3, target, integrity, sha256, size, unpackedSize, fileCount };
}
function worstFirst(a, b) {
  return rank(a.severity) - rank(b.severity) || compare(a.rule, b.rule) || compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.detail ?? "", b.detail ?? "") || compare(a.fingerprint, b.fingerprint) || compare(a.message, b.message);
}
function rank(severity) {
  return SEVERITIES.indexOf(severity);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/policy/policy.ts
import { createHash as createHash4 } from "node:crypto";

// src/canonical.ts
function canonicalJson(value) {
  return JSON.stringify(
    value,
    (_, inner) => inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner
  );
}

// src/policy/policy.ts
init_errors();
init_glob();
init_paths();
function createPolicy(config2, options, packageName) {
  const own2 = config2?.packages.get(packageName);
  const preset = options.preset ? { value: options.preset, from: "--preset" } : own2?.preset ?? config2?.preset ?? { value: "closed", from: "default" };
  const rules = joinRules(config2?.rules ?? [], own2?.rules ?? []);
  const decided = {
    preset,
    failOn: options.failOn,
    allow: joinAllow(own2?.allow ?? config2?.allow, options.allow),
    rules: [...rules.values()],
    waivers: [
      // With sections for packages, a waiver above them may be meant for any of these.
      ...(config2?.waivers ?? []).map((waiver2) => ({ ...waiver2, shared: (config2?.packages.size ?? 0) > 0 })),
      ...(own2?.waivers ?? []).map((waiver2) => ({ ...waiver2, shared: false }))
    ],
    limits: { ...config2?.limits, ...own2?.limits }
  };
  const ignored = /* @__PURE__ */ new Map();
  for (const { rule: rule18, ignore } of rules.values())
    if (ignore.length > 0) ignored.set(rule18, createMatcher(ignore));
  return {
    ...decided,
    configFile: config2?.file ?? null,
    digest: digestOf(decided),
    levelOf: (rule18, variant) => {
      for (const name3 of [rule18.id, familyOf(rule18.id)]) {
        const setting = rules.get(name3);
        if (setting?.level) return { value: setting.level, from: setting.from };
      }
      const levels2 = variant === void 0 ? rule18.levels : rule18.variants?.[variant] ?? rule18.levels;
      return { value: levels2[preset.value], from: `preset ${preset.value}` };
    },
    ignores: (rule18, path3) => [rule18, familyOf(rule18)].some((name3) => ignored.get(name3)?.matches(path3) ?? false)
  };
}
function digestPaths(config2) {
  const all = [
    ...config2?.waivers ?? [],
    ...[...config2?.packages.values() ?? []].flatMap(({ waivers }) => waivers)
  ];
  const paths = all.filter(({ sha256 }) => sha256).map(({ path: path3 }) => path3);
  return paths.length > 0 ? createMatcher(paths) : null;
}
function familyOf(rule18) {
  return `${rule18.split("/", 1)[0]}/*`;
}
function joinRules(shared, own2) {
  const joined = /* @__PURE__ */ new Map();
  for (const setting of [...shared, ...own2]) {
    const before = joined.get(setting.rule);
    const ignore = [...before?.ignore ?? [], ...setting.ignore];
    const decisive = setting.level || !before ? setting : before;
    joined.set(setting.rule, { ...decisive, ignore });
  }
  return new Map([...joined].sort(([a], [b]) => a < b ? -1 : 1));
}
function joinAllow(configured, added) {
  for (const pattern of added) {
    const problem = patternProblem(pattern);
    if (problem) throw new PackgateError("usage", `--allow: the pattern \`${pattern}\` ${problem}`);
  }
  if (configured === void 0 && added.length === 0) return null;
  return [...configured ?? [], ...added.map((pattern) => ({ pattern, from: "--allow" }))];
}
function digestOf(policy) {
  const content = {
    version: 1,
    preset: policy.preset.value,
    failOn: policy.failOn,
    allow: policy.allow?.map(({ pattern }) => pattern) ?? null,
    rules: policy.rules.map(({ rule: rule18, level: level2, ignore }) => ({ rule: rule18, level: level2, ignore })),
    waivers: policy.waivers.map(({ from, shared, ...waiver2 }) => waiver2),
    limits: { unpackedSize: policy.limits.unpackedSize?.value, growth: policy.limits.growth?.value }
  };
  return createHash4("sha256").update(canonicalJson(content)).digest("hex");
}

// src/proof/receipt.ts
import { createHash as createHash5 } from "node:crypto";
init_errors();
init_rule();
function createReceipt(verdict, options) {
  const { package: pkg, failOn, policy } = verdict;
  if (!pkg.name || !pkg.version) {
    throw new PackgateError(
      "output",
      `no receipt for ${pkg.target}: its package.json has no name or no version`,
      {
        help: "Give the package a name and a version, or leave out --receipt."
      }
    );
  }
  const purl = packageUrl(pkg.name, pkg.version);
  const passed = verdict.outcome === "pass";
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: purl, digest: { sha512: hexOf(pkg.integrity), sha256: pkg.sha256 } }],
    predicateType: "https://slsa.dev/verification_summary/v1",
    predicate: {
      verifier: { id: "pkg:npm/packgate", version: { packgate: options.packgateVersion } },
      timeVerified: `${options.now.toISOString().slice(0, 19)}Z`,
      resourceUri: purl,
      policy: {
        uri: policy.file === null ? "packgate:presets" : `packgate:config/${encodeURI(policy.file)}`,
        digest: { sha256: policy.digest }
      },
      verificationResult: passed ? "PASSED" : "FAILED",
      verifiedLevels: [passed ? "PACKGATE_PASSED" : "FAILED"],
      packgate: {
        schemaVersion: 1,
        size: pkg.size,
        unpackedSize: pkg.unpackedSize,
        fileCount: pkg.fileCount,
        failOn,
        counts: countFindings(verdict),
        uninspected: verdict.uninspected.length,
        waivers: listWaivers(verdict)
      }
    }
  };
  return `${JSON.stringify(withContentDigest(statement), null, 2)}
`;
}
function contentDigest(statement) {
  const { contentDigest: _, ...packgate } = statement.predicate.packgate;
  const content = { ...statement, predicate: { ...statement.predicate, packgate } };
  return createHash5("sha256").update(canonicalJson(content)).digest("hex");
}
function withContentDigest(statement) {
  const packgate = { ...statement.predicate.packgate, contentDigest: contentDigest(statement) };
  return { ...statement, predicate: { ...statement.predicate, packgate } };
}
function packageUrl(name3, version3) {
  return `pkg:npm/${name3.split("/").map(encodeURIComponent).join("/")}@${encodeURIComponent(version3)}`;
}
function hexOf(integrity) {
  return Buffer.from(integrity.slice("sha512-".length), "base64").toString("hex");
}
function countFindings({ findings }) {
  const standing = findings.filter(({ waived }) => !waived);
  const counts = SEVERITIES.map((severity) => [
    severity,
    standing.filter((finding) => finding.severity === severity).length
  ]);
  return { ...Object.fromEntries(counts), waived: findings.length - standing.length };
}
function listWaivers({ findings }) {
  return findings.flatMap(
    ({ rule: rule18, path: path3, fingerprint, waived }) => waived ? [{ rule: rule18, path: path3, fingerprint, ...waived }] : []
  );
}

// src/report/file.ts
init_errors();
import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function writeReport(path3, text2) {
  const found = await stat(path3).catch(() => void 0);
  if (found !== void 0 && !found.isFile()) {
    const what = found.isDirectory() ? "a folder" : "no ordinary file";
    throw new PackgateError("output", `the report cannot be written: "${path3}" is ${what}`, {
      help: "Name a file."
    });
  }
  try {
    const target = found === void 0 ? path3 : await realpath(path3);
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, text2, { flag: "wx" });
      await rename(temporary, target);
    } catch (error2) {
      await rm(temporary, { force: true });
      throw error2;
    }
  } catch (error2) {
    const why = error2 instanceof Error && "code" in error2 ? String(error2.code) : String(error2);
    throw new PackgateError("output", `the report cannot be written to "${path3}": ${why}`, {
      help: "Name a file in a folder that can be written to.",
      cause: error2
    });
  }
}

// src/rules/allowlist/missing.ts
var rule = {
  scope: "package",
  id: "allowlist/missing",
  title: "No allowlist",
  description: "Other rules know what leaks look like. An allowlist knows what the package is meant to hold, and so also stops what no rule knows: a new folder, a debug build, a file copied in by mistake.",
  help: "Run `packgate init`: it writes packgate.yml with an allowlist made from what the package holds today.",
  cwe: [1188],
  levels: { closed: "note", open: "note" },
  *inspect({ allow, fileCount }) {
    if (allow !== null) return;
    const files = fileCount === 1 ? "1 file was" : `${fileCount} files were`;
    yield {
      path: "package.json",
      message: `no \`allow\` is configured, so ${files} not compared with a list of what may ship`
    };
  }
};

// src/rules/allowlist/unlisted.ts
init_paths();

// src/rules/allowlist/always.ts
function isAlwaysPacked(path3) {
  return path3 === "package.json" || NOTE.test(path3);
}
var NOTE = /^(?:readme|copying|licen[cs]e)(?:(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown|txt|rst|adoc))?$/i;

// src/rules/allowlist/nearest.ts
init_paths();
init_suggestion();

// src/rules/allowlist/wider.ts
function widerPattern(paths) {
  const counts = /* @__PURE__ */ new Map();
  for (const path3 of paths) {
    const shared = sharedPattern(path3);
    if (shared) counts.set(shared, (counts.get(shared) ?? 0) + 1);
  }
  return (path3) => {
    const shared = sharedPattern(path3);
    return shared && counts.get(shared) > 1 ? shared : escapeGlob(path3);
  };
}
function sharedPattern(path3) {
  const slash = path3.lastIndexOf("/");
  const name3 = path3.slice(slash + 1);
  const extension = extensionOf2(name3);
  if (slash < 0 || extension === "" || extension === name3) return void 0;
  return `${escapeGlob(path3.slice(0, slash + 1))}*${extension}`;
}
function extensionOf2(name3) {
  return /(?:\.(?:[cm]?[jt]sx?|css|d))?\.[A-Za-z0-9]+$/.exec(name3)?.[0] ?? "";
}
function escapeGlob(path3) {
  return path3.replace(/[*?[\]{}\\]|(?<=[!?+*@])\(|^!/g, "\\$&");
}

// src/rules/allowlist/nearest.ts
var MAX_COMPARISONS = 2e5;
function createNearest(patterns) {
  let candidates;
  let budget = MAX_COMPARISONS;
  return (path3) => {
    candidates ??= patterns.flatMap((pattern, index) => denies(pattern) ? [] : [prepare(pattern, index)]);
    budget -= candidates.length;
    if (budget < 0) return void 0;
    return first(candidates, ({ tests }) => tests.find(({ matches }) => matches(path3))?.why) ?? first(candidates, (candidate) => otherExtension(candidate, path3)) ?? first(candidates, (candidate) => misspelt(candidate, path3));
  };
}
function first(candidates, reason) {
  for (const candidate of candidates) {
    const why = reason(candidate);
    if (why !== void 0) return { index: candidate.index, why };
  }
  return void 0;
}
function prepare(pattern, index) {
  const globs = alternatives(pattern);
  const test = (list, why, ignoreCase = false) => ({
    matches: createMatcher(list, { ignoreCase }).matches,
    why
  });
  const deeper = globs.map((glob2) => glob2.replace(/[^/]*$/, "**/$&"));
  const tests = [
    test(globs, "upper and lower case differ", true),
    test([`${pattern}/**`], `it names a folder; the files in it are \`${pattern}/**\``),
    test([escapeGlob(pattern)], `brackets and stars are read as wildcards; write \`${escapeGlob(pattern)}\``),
    ...pattern.includes("*") ? [test(deeper, "`*` stays in one folder, and this file is deeper; `**/` goes through all")] : []
  ];
  return {
    index,
    pattern,
    tests,
    extensions: [...new Set(globs.map((glob2) => /\.[A-Za-z0-9]+$/.exec(glob2)?.[0] ?? ""))].filter(Boolean),
    matches: createMatcher([pattern]).matches
  };
}
function otherExtension({ extensions, matches }, path3) {
  const own2 = extensionOf2(path3.slice(path3.lastIndexOf("/") + 1));
  if (own2 === "") return void 0;
  const stem = path3.slice(0, -own2.length);
  for (const extension of extensions) {
    if (extension !== own2 && matches(stem + extension))
      return `it is for \`${extension}\`, and this is \`${own2}\``;
  }
  return void 0;
}
function misspelt({ pattern }, path3) {
  if (/[*?[{(]/.test(pattern) || Math.abs(pattern.length - path3.length) > 2) return void 0;
  const distance = editDistance(pattern, path3);
  if (distance > 2) return void 0;
  return distance === 1 ? "one character differs" : `${distance} characters differ`;
}

// src/rules/allowlist/unlisted.ts
var rule2 = {
  scope: "package",
  id: "allowlist/unlisted",
  title: "File not on the allowlist",
  description: "No `allow` pattern matches the file, or one with `!` takes it out. package.json, and readme and licence texts at the root, need no pattern. Every other file in the package is public the moment it is published, so each one has to be expected.",
  help: "Take the file out of the package (`files` in package.json), or, if everybody may read it, add a pattern for it to `allow` in the config.",
  cwe: [200, 538],
  levels: { closed: "error", open: "error" },
  removable: true,
  *inspect({ allow, files }) {
    if (allow === null) return;
    const patterns = allow.map(({ pattern }) => pattern);
    const matcher = createMatcher(patterns);
    const unlisted2 = [...files.keys()].filter((path3) => {
      const index = matcher.deciding(path3);
      return index < 0 ? !isAlwaysPacked(path3) : !matcher.matches(path3);
    });
    const nearest = createNearest(patterns);
    const wider = widerPattern(unlisted2);
    for (const path3 of unlisted2) {
      const denying = allow[matcher.deciding(path3)];
      if (denying) {
        yield {
          path: path3,
          message: `taken out of the allowlist by \`${denying.pattern}\` (${denying.from})`,
          help: `Take it out of the package as well (\`files\` in package.json); it is \`${denying.pattern}\` in ${denying.from} that denies it.`,
          evidence: { pattern: denying.pattern, from: denying.from }
        };
        continue;
      }
      const near = nearest(path3);
      const from = near && allow[near.index].from;
      yield {
        path: path3,
        message: near ? `no \`allow\` pattern matches; the nearest is \`${patterns[near.index]}\` (${from}): ${near.why}` : patterns.length === 0 ? "`allow` is empty" : "no `allow` pattern matches",
        help: `Take it out of the package (\`files\` in package.json), or, if everybody may read it, add \`${wider(path3)}\` to \`allow\`.`,
        ...near && { evidence: { pattern: patterns[near.index], from, why: near.why } }
      };
    }
  }
};

// src/rules/allowlist/unused.ts
init_paths();
var rule3 = {
  scope: "package",
  id: "allowlist/unused",
  title: "Unused allow pattern",
  description: "An `allow` pattern that matches no file is either misspelt or left over, and a left-over pattern waits for a file that nobody expects any more. Patterns with `!` are there to match nothing and are left alone.",
  help: "Remove the pattern, or correct it: paths are relative to the package root, case counts, and `*` stays within one folder.",
  cwe: [183],
  levels: { closed: "note", open: "note" },
  *inspect({ allow, files }) {
    if (allow === null) return;
    const matcher = createMatcher(allow.map(({ pattern }) => pattern));
    for (const index of matcher.unused(files.keys())) {
      const { pattern, from } = allow[index];
      if (denies(pattern)) continue;
      const folder = isFolder(pattern, files) ? `; it is a folder, and all files in it are \`${pattern}/**\`` : "";
      yield {
        path: "package.json",
        message: `the \`allow\` pattern \`${pattern}\` (${from}) matches no file${folder}`,
        evidence: { pattern, from },
        detail: pattern
      };
    }
  }
};
function isFolder(pattern, files) {
  for (const path3 of files.keys()) if (path3.startsWith(`${pattern}/`)) return true;
  return false;
}

// src/rules/archive/odd.ts
function* odd(pkg, kind) {
  let number2 = 0;
  for (const oddity of pkg.oddities) {
    if (oddity.kind === kind)
      yield { path: oddity.path, message: oddity.message, detail: `${oddity.message} ${number2++}` };
  }
}

// src/rules/archive/colliding-path.ts
var rule4 = {
  id: "archive/colliding-path",
  scope: "package",
  title: "Paths that differ by case or Unicode form alone",
  description: "Two paths in the archive are one path on macOS and Windows, where the later file replaces the earlier one.",
  help: "Rename one of the two.",
  cwe: [178],
  levels: { closed: "warning", open: "warning" },
  inspect: (pkg) => odd(pkg, "colliding-path")
};

// src/rules/archive/duplicate-path.ts
var rule5 = {
  id: "archive/duplicate-path",
  scope: "package",
  title: "Path that stands in the archive twice",
  description: "The archive holds one path several times. Installers keep the last one, every copy is published, and whoever inspects only one of them is fooled.",
  help: "Pack again with npm, pnpm, yarn or bun: none of them writes a path twice.",
  cwe: [694],
  levels: { closed: "error", open: "error" },
  inspect: (pkg) => odd(pkg, "duplicate-path")
};

// src/rules/archive/limit.ts
var rule6 = {
  id: "archive/limit",
  scope: "package",
  title: "Package over a limit",
  description: "The package unpacks to more than the `limits` of the config allow. A package that grows all at once often holds what was never meant to be in it.",
  help: "Look for what has grown, or raise the limit in the config.",
  cwe: [770],
  levels: { closed: "error", open: "error" },
  *inspect({ unpackedSize, unpackedSizeLimit }) {
    if (unpackedSizeLimit === void 0 || unpackedSize <= unpackedSizeLimit.value) return;
    const { value, from } = unpackedSizeLimit;
    yield {
      path: "package.json",
      message: `The package unpacks to ${unpackedSize} bytes; ${from} allows ${value}.`,
      detail: "unpackedSize",
      evidence: { unpackedSize, limit: value }
    };
  }
};

// src/rules/archive/special-entry.ts
var rule7 = {
  id: "archive/special-entry",
  scope: "package",
  title: "Link, device or unknown entry",
  description: "The archive holds an entry that is neither a file nor a folder. npm pack never writes one, and installers differ on whether they follow it, skip it or write it.",
  help: "Replace links with the files they point at and pack again.",
  cwe: [59, 436],
  levels: { closed: "error", open: "error" },
  inspect: (pkg) => odd(pkg, "special-entry")
};

// src/rules/archive/trailing-data.ts
var rule8 = {
  id: "archive/trailing-data",
  scope: "package",
  title: "Data behind the end of the archive",
  description: "Bytes follow the place where npm stops reading. They are published with the rest, and other tools may unpack them.",
  help: "Pack again with npm, pnpm, yarn or bun: none of them writes anything behind the end.",
  cwe: [436],
  levels: { closed: "error", open: "error" },
  inspect: (pkg) => odd(pkg, "trailing-data")
};

// src/rules/archive/unsafe-path.ts
var rule9 = {
  id: "archive/unsafe-path",
  scope: "package",
  title: "Path that installers take differently",
  description: "The name of an entry climbs out of its folder, has no folder, or is read as another path by some installers. What lands on a disk is then not what was inspected.",
  help: "Pack again with npm, pnpm, yarn or bun, and look for what wrote this name.",
  cwe: [22, 436],
  levels: { closed: "error", open: "error" },
  inspect: (pkg) => odd(pkg, "unsafe-path")
};

// src/rules/source-map/stop.ts
var STOP = {
  esbuild: "esbuild wrote it: build the release with `sourcemap: false` (leave `--sourcemap` out).",
  bun: "Bun wrote it: build the release with `sourcemap: 'none'` (leave `--sourcemap` out).",
  typescript: 'tsc wrote it: set `"sourceMap": false`, `"inlineSourceMap": false` and `"declarationMap": false` in the tsconfig of the release build.',
  webpack: "webpack wrote it: set `devtool: false` in the production config.",
  rollup: "Rollup, or a tool that builds on it, wrote it: set `output.sourcemap: false` (in Vite `build.sourcemap: false`)."
};
function stopWriting(generator) {
  return (generator === void 0 ? void 0 : STOP[generator]) ?? 'Switch source maps off in the release build (`sourcemap: false` in esbuild, Rollup and Vite, `devtool: false` in webpack, `"sourceMap": false` in tsconfig.json).';
}

// src/rules/source-map/words.ts
function total(maps) {
  const sum = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  for (const map of maps) {
    sum.named += map.named;
    sum.embedded += map.embedded;
    sum.firstParty += map.firstParty;
    sum.lines += map.lines;
    sum.bytes += map.bytes;
  }
  return sum;
}
function exposes({ named: named2, embedded, firstParty, lines: lines3 }) {
  if (named2 === 0) return "no original file";
  const own2 = firstParty === named2 ? "" : `, ${count(firstParty, "file")} your own`;
  if (embedded === 0)
    return `the paths of ${count(named2, "original file")}${own2.replace(", ", ", of them ")}, not their text`;
  const rest = named2 > embedded ? `, and the paths of ${count(named2 - embedded, "more")}` : "";
  return `the full text of ${count(embedded, "original file")} (${count(lines3, "line")}${own2})${rest}`;
}
function evidenceOf(maps) {
  const totals2 = total(maps);
  const generator = generatorOf(maps);
  return {
    sources: totals2.named,
    embedded: totals2.embedded,
    firstParty: totals2.firstParty,
    lines: totals2.lines,
    bytes: totals2.bytes,
    firstSources: maps.flatMap((map) => map.sources.filter((source) => source.firstParty).map(({ path: path3 }) => path3)).slice(0, 5),
    ...generator !== void 0 && { generator },
    ...maps.some((map) => map.truncated) && { truncated: true }
  };
}
var KEY_ORDERS = [
  ["esbuild", "version,sources,sourcesContent,mappings,names", true],
  ["bun", "version,sources,sourcesContent,mappings,debugId,names", true],
  ["typescript", "version,file,sourceRoot,sources,names,mappings", false],
  ["typescript", "version,file,sourceRoot,sources,names,mappings,sourcesContent", false],
  ["webpack", "version,file,mappings,sources,sourcesContent,names,sourceRoot", false],
  ["rollup", "version,file,sources,sourcesContent,names,mappings", false]
];
function generatorOf(maps) {
  const [map] = maps;
  if (map === void 0) return void 0;
  if (map.scheme === "webpack") return "webpack";
  const order = map.keys.join(",");
  return KEY_ORDERS.find(
    ([, keys, pretty]) => keys === order && (pretty === void 0 || pretty === map.pretty)
  )?.[0];
}
function count(number2, noun) {
  const figure = number2.toLocaleString("en-US");
  return noun === "more" ? `${figure} more` : `${figure} ${noun}${number2 === 1 ? "" : "s"}`;
}

// src/rules/source-map/file.ts
var rule10 = {
  id: "source-map/file",
  scope: "file",
  title: "Source map file",
  description: "A source map gives the original files back from the built one: their paths, and with `sourcesContent` their whole text. It is recognised by its content, whatever the file is called.",
  help: "Keep the map out of the package, or switch source maps off in the release build. Upload maps to your error tracker instead of publishing them.",
  cwe: [540, 200],
  levels: { closed: "error", open: "note" },
  removable: true,
  *inspect(file) {
    const maps = file.maps.filter((map) => map.form === "file").map((map) => map.facts);
    if (maps.length === 0) return;
    const cut = maps.some((map) => map.truncated) ? ", though cut off," : "";
    yield {
      path: file.path,
      message: `This source map${cut} would publish ${exposes(total(maps))}.`,
      help: stopWriting(generatorOf(maps)),
      exposes: { kind: "maps", maps },
      evidence: evidenceOf(maps)
    };
  }
};

// src/rules/source-map/inline.ts
var rule11 = {
  id: "source-map/inline",
  scope: "file",
  title: "Source map inside another file",
  description: "A source map can ride inside a script or style sheet as a `data:` URL, at the end or anywhere else. No ignore rule for `*.map` sees it. What decodes to a source map is one; a string that merely mentions the comment is not.",
  help: "Switch inline source maps off in the release build; the file itself has to be built again.",
  cwe: [540, 615],
  levels: { closed: "error", open: "warning" },
  *inspect(file) {
    const carried = file.maps.filter((map) => map.form !== "file");
    const [first2] = carried;
    if (first2 === void 0) return;
    const maps = carried.map((map) => map.facts);
    const size = carried.reduce((sum, map) => sum + map.size, 0);
    yield {
      path: file.path,
      line: first2.line,
      column: first2.column,
      message: `This file carries ${carried.length === 1 ? "a source map" : count(carried.length, "source map")} inside (${count(size, "byte")}), which would publish ${exposes(total(maps))}.`,
      help: stopInline(generatorOf(maps)),
      exposes: { kind: "maps", maps },
      evidence: { maps: carried.length, size, ...evidenceOf(maps) }
    };
  }
};
function stopInline(generator) {
  return generator === void 0 ? 'Switch inline source maps off in the release build (`sourcemap: false` instead of `inline` in esbuild, Bun, Rollup and Vite; `devtool: false` in webpack; `"inlineSourceMap": false` in tsconfig.json) and build again.' : stopWriting(generator);
}

// src/rules/source-map/reference.ts
var rule12 = {
  id: "source-map/reference",
  scope: "package",
  title: "Comment that points to a map elsewhere",
  description: "A `sourceMappingURL` comment tells everybody where the map is. A remote address publishes the map as surely as shipping it, if it can be fetched; a dangling one tells that a map exists and makes debuggers complain. A comment whose map is in the package is not reported here: the map is.",
  help: "Remove the comment in the release build: most bundlers have a `hidden` form of their source map option that leaves it out.",
  cwe: [615, 200],
  levels: { closed: "warning", open: "note" },
  variants: { remote: { closed: "error", open: "note" } },
  *inspect(pkg) {
    for (const { path: path3, reference } of pkg.references) {
      const { url, line, column } = reference;
      const remote2 = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\//.test(url);
      if (remote2) {
        yield {
          path: path3,
          line,
          column,
          variant: "remote",
          detail: url,
          message: `A comment sends everybody to a source map at ${url}.`,
          help: "Remove the comment in the release build, and make sure that the address cannot be read from outside.",
          evidence: { url }
        };
      } else if (!pkg.files.has(referencedPath(path3, url))) {
        yield {
          path: path3,
          line,
          column,
          detail: url,
          message: `A comment points to the source map ${url}, which is not in the package.`,
          evidence: { url }
        };
      }
    }
  }
};

// src/rules/source-map/remote-source.ts
var rule13 = {
  id: "source-map/remote-source",
  scope: "file",
  title: "Source map that names a place on the network",
  description: "The sources of a map, or their root, point at a host or a storage bucket. Whoever reads the map knows where to look for the rest: in the best-known case the map led to an archive of the whole source tree.",
  help: "Set the source root of the build to a relative path, and make sure that the place named cannot be read from outside.",
  cwe: [200, 540],
  levels: { closed: "error", open: "error" },
  *inspect(file) {
    const naming = file.maps.filter((map) => map.facts.hosts.length > 0);
    const [first2] = naming;
    if (first2 === void 0) return;
    const hosts = [...new Set(naming.flatMap((map) => map.facts.hosts))].sort();
    const buckets = [...new Set(naming.flatMap((map) => map.facts.buckets))].sort();
    const what = first2.form === "file" ? "This source map" : "A source map in this file";
    yield {
      path: file.path,
      ...first2.form !== "file" && { line: first2.line, column: first2.column },
      detail: hosts.join(" "),
      message: `${what} says that its sources lie at ${hosts.length === 1 ? hosts[0] : `${hosts.length} network places, first ${hosts[0]}`}.`,
      evidence: { hosts, buckets }
    };
  }
};

// src/rules/unminified/classes.ts
var TRIVIAL = 200;
var LAID_OUT2 = 0.06;
var MOSTLY = 0.5;
var REGION = 2048;
var NAMES_KEPT = 0.4;
var NAMES_MANGLED = 0.6;
function classOfScript(text2, script) {
  if (text2.shim || script.codeBytes + script.literalBytes < TRIVIAL) return "trivial";
  const ratio = script.runs / Math.max(1, script.codeBytes);
  const laidOut = script.laidOutBytes / Math.max(1, script.codeBytes);
  const short = script.shortDeclared / Math.max(1, script.declared);
  if (ratio > LAID_OUT2 && laidOut > MOSTLY) {
    const shortNames = script.shortNames / Math.max(1, script.names);
    return script.declared >= 10 && short > NAMES_MANGLED && shortNames > 0.45 ? "partial" : "readable";
  }
  if (script.regions.some((region) => region.codeBytes >= REGION)) return "mixed";
  return script.declared >= 10 && short <= NAMES_KEPT ? "partial" : "minified";
}
function classOfStyle(text2, style) {
  if (text2.shim || style.codeBytes + style.literalBytes < TRIVIAL) return "trivial";
  const shares = [
    [style.spacedDeclarations, style.declarations],
    [style.spacedOpens, style.opens],
    [style.spacedCloses, style.closes]
  ];
  const seen = shares.filter(([, all]) => all > 0);
  const mean = seen.reduce((sum, [spaced, all]) => sum + spaced / all, 0) / Math.max(1, seen.length);
  if (mean > 0.35) return "readable";
  return style.regions.some((region) => region.codeBytes >= REGION) ? "mixed" : "minified";
}

// src/rules/unminified/evidence.ts
var count2 = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
var counted = (value, noun) => `${count2(value)} ${noun}${value === 1 ? "" : "s"}`;
var percent = (part, whole) => Math.round(100 * part / Math.max(1, whole));
var tenths = (value) => Math.round(value * 10) / 10;
function scriptEvidence(script) {
  const size = script.codeBytes + script.literalBytes + script.commentBytes + script.whiteBytes;
  return {
    codeLines: script.codeLines,
    commentLines: script.commentLines,
    nameLength: tenths(script.nameCharacters / Math.max(1, script.names)),
    whiteSpacePercent: percent(script.whiteBytes, size),
    savedBytes: script.commentBytes - script.legalBytes + script.runBytes
  };
}
function styleEvidence(style) {
  const size = style.codeBytes + style.literalBytes + style.commentBytes + style.whiteBytes;
  return {
    codeLines: style.codeLines,
    commentLines: style.commentLines,
    whiteSpacePercent: percent(style.whiteBytes, size),
    savedBytes: style.commentBytes - style.legalBytes + style.runBytes
  };
}
function reasons(evidence) {
  const parts = [`${evidence.whiteSpacePercent} % of it is white space`];
  if (Number(evidence.commentLines) > 0)
    parts.push(`${counted(Number(evidence.commentLines), "comment line")}`);
  if (evidence.nameLength !== void 0) parts.push(`names average ${evidence.nameLength} characters`);
  return parts.join(", ");
}
function largest(regions) {
  return regions.reduce(
    (best, region) => best === void 0 || region.codeBytes > best.codeBytes ? region : best,
    void 0
  );
}

// src/rules/unminified/partial.ts
var rule14 = {
  id: "unminified/partial",
  scope: "file",
  title: "Half-minified JavaScript",
  description: "JavaScript that went through half of a minifier: white space gone but names kept, names mangled but laid out, or minified and then pretty-printed. It is harder to read than source and easier than it should be.",
  help: "Turn on both halves: terser and swc: compress and mangle; esbuild: minify rather than minifyWhitespace or minifyIdentifiers alone. Raise this rule to error where it matters.",
  cwe: [540],
  levels: { closed: "warning", open: "off" },
  *inspect(file) {
    const { text: text2 } = file;
    if (text2?.script === void 0 || text2.language !== "script") return;
    if (classOfScript(text2, text2.script) !== "partial") return;
    const evidence = scriptEvidence(text2.script);
    const laidOut = text2.script.laidOutBytes > text2.script.codeBytes / 2;
    const what = laidOut ? "names are mangled but the layout is there" : "white space is gone but names are kept";
    const message = `${counted(text2.script.codeLines, "line")} of half-minified JavaScript: ${what} (${reasons(evidence)})`;
    yield { path: file.path, message, evidence };
  }
};

// src/rules/unminified/causes.ts
function scriptHelp(path3, script) {
  if (script.regions.length > 0 && script.laidOutBytes < script.codeBytes / 2)
    return "Part of this file went round the minifier: a banner or footer option, a file that is concatenated after minifying, or a module that is copied as it is. Minify the finished file.";
  if (/\.(?:mjs|es|esm|module)(?:\.js)?$/.test(path3) || /(?:^|[./-])(?:es|esm|module)[./-]/.test(path3))
    return "Minify this build. Vite in library mode keeps white space in ES modules even with build.minify on: set build.rollupOptions.output.minify, or run a minifier over the output; with Rollup add a minifier plugin; with esbuild or tsup set minify: true.";
  return `Turn on the bundler's minifier for this build (esbuild, tsup, Bun: minify; webpack: mode 'production'; Rollup: a minifier plugin; Vite: build.minify). tsc and Babel never minify: run a minifier over their output, or leave it out of "files". If it is public anyway, list it under rules: unminified/script: ignore.`;
}

// src/rules/unminified/readable.ts
function readable(file) {
  const mappedBy = file.references.map(({ url }) => referencedPath(file.path, url));
  if (file.maps.length > 0) mappedBy.push(file.path);
  return { kind: "readable", lines: file.text?.lines ?? 0, bytes: file.size, mappedBy };
}

// src/rules/unminified/script.ts
var rule15 = {
  id: "unminified/script",
  scope: "file",
  title: "Readable JavaScript",
  description: "JavaScript with its white space, names and comments in place is source code for whoever installs the package. The rule counts white space that a minifier would drop, outside strings and comments, so line breaks and file names do not fool it. It also finds a readable part inside a minified file.",
  help: "Turn on the bundler's minifier for the build that is published, or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: "error", open: "off" },
  *inspect(file) {
    const { text: text2 } = file;
    if (text2?.script === void 0 || text2.language !== "script") return;
    const kind = classOfScript(text2, text2.script);
    if (kind !== "readable" && kind !== "mixed") return;
    const evidence = scriptEvidence(text2.script);
    const help = scriptHelp(file.path, text2.script);
    if (kind === "readable") {
      const message2 = `${counted(text2.script.codeLines, "line")} of readable JavaScript: ${reasons(evidence)}`;
      yield { path: file.path, message: message2, help, evidence, exposes: readable(file) };
      return;
    }
    const region = largest(text2.script.regions);
    if (region === void 0) return;
    const lines3 = region.endLine - region.startLine + 1;
    const message = `${counted(lines3, "line")} of readable JavaScript in a minified file: lines ${region.startLine} to ${region.endLine}`;
    yield {
      path: file.path,
      line: region.startLine,
      message,
      help,
      evidence: { ...evidence, startLine: region.startLine, endLine: region.endLine }
    };
  }
};

// src/rules/unminified/source.ts
var TRIVIAL2 = 200;
var rule16 = {
  id: "unminified/source",
  scope: "file",
  title: "Original source",
  description: "A file in the language it was written in: TypeScript, JSX, Vue, Svelte, Astro, Sass, Less, CoffeeScript and the like. It is known by its text as well as by its name; type declarations are not meant.",
  help: `Leave the source folder out of "files" in package.json (list dist only), or add it to .npmignore where there is no "files". If the source is meant to be public, list it under the rule's ignore.`,
  cwe: [540],
  levels: { closed: "error", open: "off" },
  removable: true,
  *inspect(file) {
    const { text: text2 } = file;
    if (text2?.source === void 0 || text2.language !== "source") return;
    const { script, style, plain } = text2;
    if (script !== void 0 && classOfScript(text2, script) === "trivial") return;
    if (style !== void 0 && (text2.shim || style.codeBytes + style.literalBytes < TRIVIAL2)) return;
    if (plain !== void 0 && plain.inkBytes < TRIVIAL2) return;
    const lines3 = script?.codeLines ?? style?.codeLines ?? plain?.inkLines ?? text2.lines;
    const seen = text2.byContent ? ", whatever its name says" : "";
    yield {
      path: file.path,
      message: `${text2.source} source, ${counted(lines3, "line")}${seen}`,
      exposes: readable(file),
      evidence: { language: text2.source, lines: lines3, byContent: text2.byContent }
    };
  }
};

// src/rules/unminified/style.ts
var rule17 = {
  id: "unminified/style",
  scope: "file",
  title: "Readable style sheet",
  description: "A style sheet with its white space and comments in place shows how the source is laid out and what its authors wrote about it. The rule looks at the white space round braces and colons, which every minifier drops.",
  help: "Run a CSS minifier in the build that is published (esbuild and Vite: minify; PostCSS: cssnano; Sass: --style=compressed), or list the file under the rule's ignore where its source is public.",
  cwe: [540, 615],
  levels: { closed: "error", open: "off" },
  *inspect(file) {
    const { text: text2 } = file;
    if (text2?.style === void 0 || text2.language !== "style") return;
    const kind = classOfStyle(text2, text2.style);
    if (kind !== "readable" && kind !== "mixed") return;
    const evidence = styleEvidence(text2.style);
    const region = kind === "mixed" ? largest(text2.style.regions) : void 0;
    if (region === void 0) {
      const message = `${counted(text2.style.codeLines, "line")} of readable CSS: ${reasons(evidence)}`;
      yield { path: file.path, message, evidence, exposes: readable(file) };
      return;
    }
    yield {
      path: file.path,
      line: region.startLine,
      message: `${counted(region.endLine - region.startLine + 1, "line")} of readable CSS in a minified file: lines ${region.startLine} to ${region.endLine}`,
      evidence: { ...evidence, startLine: region.startLine, endLine: region.endLine }
    };
  }
};

// src/rules/index.ts
var RULES = [
  rule10,
  rule11,
  rule12,
  rule13,
  rule15,
  rule17,
  rule16,
  rule14,
  rule2,
  rule,
  rule3,
  rule5,
  rule4,
  rule9,
  rule7,
  rule8,
  rule6
];

// src/target/keep.ts
init_errors();
import { createHash as createHash6, randomUUID as randomUUID2 } from "node:crypto";
import { mkdir as mkdir2, open as open3, rename as rename2, rm as rm2 } from "node:fs/promises";
import { basename, isAbsolute, join as join2, relative, resolve as resolve2, sep as sep2 } from "node:path";

// src/target/disk.ts
init_errors();
import { constants as constants4 } from "node:fs";
import { open as open2, stat as stat2 } from "node:fs/promises";
async function openRegular2(file, target) {
  let handle;
  try {
    if (!(await stat2(file)).isFile()) throw irregular(target);
    handle = await open2(file, constants4.O_RDONLY | (constants4.O_NONBLOCK ?? 0));
    if (!(await handle.stat()).isFile()) throw irregular(target);
    return handle;
  } catch (error2) {
    await handle?.close();
    throw error2 instanceof PackgateError ? error2 : unreadable2(target, error2);
  }
}
function irregular(target) {
  return new PackgateError("target", `${target}: neither a file nor a folder`, {
    help: "name a tarball, or a folder with a package.json"
  });
}
function unreadable2(target, cause) {
  const code = cause.code ?? String(cause);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new PackgateError("target", `${target}: no such file or folder`, {
      help: "build or pack first, or correct the path; a published package is written npm:<name>@<version>",
      cause
    });
  }
  return new PackgateError("target", `${target}: cannot be read (${code})`, {
    help: "check that this user may read it",
    cause
  });
}

// src/target/keep.ts
function keeper(dir, cwd) {
  const folder = resolve2(cwd, dir);
  const kept = /* @__PURE__ */ new Map();
  return async (source, integrity) => {
    const name3 = basename(source.file);
    const other = kept.get(name3);
    if (other !== void 0 && other !== integrity) {
      throw new PackgateError(
        "output",
        `${join2(dir, name3)}: two packages of this run would be kept under this name`,
        {
          help: "check them in runs of their own, each with a folder of its own to keep in"
        }
      );
    }
    kept.set(name3, integrity);
    const place = join2(folder, name3);
    const aside = join2(folder, `.${randomUUID2()}.part`);
    try {
      await mkdir2(folder, { recursive: true });
      const sum = await copy(source, aside);
      if (sum !== integrity) {
        throw new PackgateError("output", `${source.target}: the file changed while packgate looked at it`, {
          help: "let nothing write to it while it is checked, and run again"
        });
      }
      await rename2(aside, place);
    } catch (error2) {
      await rm2(aside, { force: true }).catch(() => {
      });
      if (error2 instanceof PackgateError) throw error2;
      const { code } = error2;
      if (code === void 0) throw error2;
      throw new PackgateError("output", `${join2(dir, name3)}: cannot be written (${code})`, {
        help: "name a folder that this user may write to",
        cause: error2
      });
    }
    return spoken(place, isAbsolute(dir) ? void 0 : cwd);
  };
}
async function copy(source, to) {
  const from = await openRegular2(source.file, source.target);
  try {
    const into = await open3(to, "wx", 420);
    try {
      const hash = createHash6("sha512");
      const chunk = Buffer.allocUnsafe(1024 * 1024);
      for (; ; ) {
        const { bytesRead } = await from.read(chunk, 0, chunk.length);
        if (bytesRead === 0) break;
        const bytes = chunk.subarray(0, bytesRead);
        hash.update(bytes);
        for (let done = 0; done < bytesRead; ) done += (await into.write(bytes, done)).bytesWritten;
      }
      await into.sync();
      return `sha512-${hash.digest("base64")}`;
    } finally {
      await into.close();
    }
  } finally {
    await from.close();
  }
}
function spoken(place, cwd) {
  const path3 = cwd === void 0 ? ".." : relative(cwd, place);
  return path3.startsWith("..") || isAbsolute(path3) ? place : `./${path3.split(sep2).join("/")}`;
}

// src/target/open.ts
init_errors();
import { lstat, realpath as realpath3, stat as stat3 } from "node:fs/promises";
import { join as join9, resolve as resolve4 } from "node:path";

// src/target/folder.ts
init_errors();
import { readdir } from "node:fs/promises";
import { basename as basename2, join as join6 } from "node:path";

// src/target/complaint.ts
import { readFileSync, statSync } from "node:fs";
function complaint(ran) {
  const stderr = lines(ran.stderr).map(unwrapped).filter(telling);
  const stdout = lines(ran.stdout).map(unwrapped).filter(telling);
  const line = yarnsLog(ran.stdout) ?? stderr.at(-1) ?? stdout.at(-1) ?? lines(ran.stderr).at(-1) ?? lines(ran.stdout).at(-1);
  return line?.slice(0, 300);
}
function lastLine(output) {
  return lines(output).at(-1)?.slice(0, 300);
}
var lines = (output) => output.split("\n").map((line) => line.trim()).filter((line) => line !== "");
function unwrapped(line) {
  if (!line.startsWith('{"type":"error"')) return line.replace(/^npm (?:error|ERR!) ?/, "");
  try {
    return String(JSON.parse(line).data);
  } catch {
    return line;
  }
}
var IDLE = [
  /^[{}[\]"]|^[$>] |^at |^➤ |^info |^warning |^npm (?:warn|notice) |^╰|^×/,
  /^(?:code|path|workspace|location|command|errno|syscall|signal|Lifecycle script|A complete log) ?/,
  /^(?:\[?ELIFECYCLE|Error: ERR_PNPM|error Command failed|Command failed|Failed with errors|error: script |Exit code|exit)/
];
var telling = (line) => line !== "" && !IDLE.some((idle2) => idle2.test(line));
function yarnsLog(stdout) {
  const log = /logs can be found here: (\S+?\.log)\)/.exec(stdout)?.[1];
  const stats = log === void 0 ? void 0 : statSync(log, { throwIfNoEntry: false });
  if (log === void 0 || !stats?.isFile() || stats.size > 1024 * 1024) return void 0;
  return lines(readFileSync(log, "utf8")).filter(telling).at(-1);
}

// src/target/manager.ts
import { existsSync } from "node:fs";
import { join as join3 } from "node:path";

// node_modules/package-manager-detector/dist/constants.mjs
var AGENTS = [
  "npm",
  "yarn",
  "yarn@berry",
  "pnpm",
  "pnpm@6",
  "pnpm-rush",
  "bun",
  "deno",
  "nub",
  "aube",
  "upm"
];
var LOCKS = {
  "aube-lock.yaml": "aube",
  "aube-workspace.yaml": "aube",
  "bun.lock": "bun",
  "bun.lockb": "bun",
  "deno.lock": "deno",
  "nub.lock": "nub",
  "upm.lock": "upm",
  "pnpm-lock.yaml": "pnpm",
  "pnpm-workspace.yaml": "pnpm",
  "yarn.lock": "yarn",
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm"
};
var INSTALL_METADATA = {
  "node_modules/.aube/": "aube",
  "node_modules/.deno/": "deno",
  "node_modules/.pnpm/": "pnpm",
  "node_modules/.upm/": "upm",
  "node_modules/.yarn-state.yml": "yarn",
  // yarn v2+ (node-modules)
  "node_modules/.yarn_integrity": "yarn",
  // yarn v1
  "node_modules/.package-lock.json": "npm",
  ".pnp.cjs": "yarn",
  // yarn v3+ (pnp)
  ".pnp.js": "yarn",
  // yarn v2 (pnp)
  "bun.lock": "bun",
  "bun.lockb": "bun"
};

// node_modules/package-manager-detector/dist/detect.mjs
import fs from "node:fs/promises";
import path2 from "node:path";
import process2 from "node:process";
async function pathExists(path22, type) {
  try {
    const stat4 = await fs.stat(path22);
    return type === "file" ? stat4.isFile() : stat4.isDirectory();
  } catch {
    return false;
  }
}
function* lookup(cwd = process2.cwd()) {
  let directory = path2.resolve(cwd);
  const { root } = path2.parse(directory);
  while (directory && directory !== root) {
    yield directory;
    directory = path2.dirname(directory);
  }
}
async function parsePackageJson(filepath, options) {
  if (!filepath || !await pathExists(filepath, "file"))
    return null;
  return await handlePackageManager(filepath, options);
}
async function detect(options = {}) {
  const {
    cwd,
    strategies = ["lockfile", "packageManager-field", "devEngines-field"]
  } = options;
  let stopDir;
  if (typeof options.stopDir === "string") {
    const resolved = path2.resolve(options.stopDir);
    stopDir = (dir) => dir === resolved;
  } else {
    stopDir = options.stopDir;
  }
  for (const directory of lookup(cwd)) {
    for (const strategy of strategies) {
      switch (strategy) {
        case "lockfile": {
          if (await pathExists(path2.join(directory, "rush.json"), "file")) {
            return { name: "pnpm", agent: "pnpm-rush" };
          }
          for (const lock of Object.keys(LOCKS)) {
            if (await pathExists(path2.join(directory, lock), "file")) {
              const name3 = LOCKS[lock];
              const result = await parsePackageJson(path2.join(directory, "package.json"), options);
              if (result)
                return result;
              else
                return { name: name3, agent: name3 };
            }
          }
          break;
        }
        case "packageManager-field":
        case "devEngines-field": {
          const result = await parsePackageJson(path2.join(directory, "package.json"), options);
          if (result)
            return result;
          break;
        }
        case "install-metadata": {
          for (const metadata of Object.keys(INSTALL_METADATA)) {
            const fileOrDir = metadata.endsWith("/") ? "dir" : "file";
            if (await pathExists(path2.join(directory, metadata), fileOrDir)) {
              const name3 = INSTALL_METADATA[metadata];
              const agent = name3 === "yarn" ? isMetadataYarnClassic(metadata) ? "yarn" : "yarn@berry" : name3;
              return { name: name3, agent };
            }
          }
          break;
        }
      }
    }
    if (stopDir?.(directory))
      break;
  }
  return null;
}
function normalizeAgentVersion(version3) {
  return version3?.match(/\d+(\.\d+){0,2}/)?.[0] ?? version3;
}
function getNameAndVer(pkg) {
  if (typeof pkg.packageManager === "string") {
    const [name3, ver] = pkg.packageManager.replace(/^\^/, "").split("@");
    return { name: name3, ver: normalizeAgentVersion(ver) };
  }
  if (typeof pkg.devEngines?.packageManager?.name === "string") {
    return {
      name: pkg.devEngines.packageManager.name,
      ver: normalizeAgentVersion(pkg.devEngines.packageManager.version)
    };
  }
  return void 0;
}
async function handlePackageManager(filepath, options) {
  try {
    const content = await fs.readFile(filepath, "utf8");
    const pkg = options.packageJsonParser ? await options.packageJsonParser(content, filepath) : JSON.parse(content);
    const nameAndVer = getNameAndVer(pkg);
    if (nameAndVer) {
      return resolveAgent(nameAndVer.name, nameAndVer.ver) ?? options.onUnknown?.(pkg.packageManager) ?? null;
    }
  } catch {
  }
  return null;
}
function resolveAgent(name3, ver) {
  let agent;
  let version3 = ver;
  if (name3 === "yarn" && ver && Number.parseInt(ver) > 1) {
    agent = "yarn@berry";
    version3 = "berry";
    return { name: name3, agent, version: version3 };
  } else if (name3 === "pnpm" && ver && Number.parseInt(ver) < 7) {
    agent = "pnpm@6";
    return { name: name3, agent, version: version3 };
  } else if (AGENTS.includes(name3)) {
    agent = name3;
    return { name: name3, agent, version: version3 };
  }
}
function isMetadataYarnClassic(metadataPath) {
  return metadataPath.endsWith(".yarn_integrity");
}

// src/target/manager.ts
init_errors();

// src/target/run.ts
init_errors();
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
var KEPT2 = 64 * 1024;
var running = /* @__PURE__ */ new Set();
var stopping = false;
async function run(program, args, options) {
  const child = start(program, args, options);
  running.add(child);
  const stdout = tail(child.stdout, options.keepStdout ?? KEPT2);
  const stderr = tail(child.stderr, KEPT2);
  try {
    const [status] = await once(child, "exit");
    await ended(child);
    running.delete(child);
    if (stopping) await new Promise(() => {
    });
    return { status, stdout: stdout(), stderr: stderr() };
  } catch (error2) {
    const { code } = error2;
    if (code === "ENOENT") return void 0;
    throw new PackgateError("pack", `${program} could not be started (${code ?? String(error2)})`, {
      cause: error2
    });
  } finally {
    running.delete(child);
  }
}
function start(program, args, options) {
  const { cwd, env } = options;
  if (process.platform !== "win32") {
    return spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  }
  const unfit = args.find((arg) => /["%\r\n]/.test(arg));
  if (unfit !== void 0)
    throw new PackgateError("pack", `${unfit}: cannot be handed to ${program} on Windows`);
  const quoted = args.map((arg) => `"${arg}"`);
  return spawn(program, quoted, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: true,
    windowsHide: true
  });
}
async function ended(child) {
  const closed = Promise.all(
    [child.stdout, child.stderr].map((stream) => stream.closed || once(stream, "close"))
  );
  const patience = setTimeout(() => {
    child.stdout.destroy();
    child.stderr.destroy();
  }, 1e3);
  await closed;
  clearTimeout(patience);
}
function tail(stream, kept) {
  let chunks = [];
  let size = 0;
  stream.on("data", (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > 2 * kept) {
      chunks = [Buffer.concat(chunks).subarray(-kept)];
      size = kept;
    }
  });
  return () => stripVTControlCharacters(Buffer.concat(chunks).subarray(-kept).toString("utf8"));
}
async function stopRuns(milliseconds) {
  stopping = true;
  signalRuns("SIGTERM");
  const end = Date.now() + milliseconds;
  while (running.size > 0 && Date.now() < end) await new Promise((resolve8) => setTimeout(resolve8, 20));
}
function killRuns() {
  signalRuns("SIGKILL");
}
function signalRuns(signal) {
  for (const child of running) {
    try {
      if (process.platform === "win32" || child.pid === void 0) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
    }
  }
}

// src/target/manager.ts
var INSTALL = {
  npm: "install Node.js, which brings npm",
  pnpm: 'run "corepack enable" or "npm install --global pnpm"',
  yarn: 'run "corepack enable" or "npm install --global yarn"',
  bun: 'run "npm install --global bun", or set up bun in the workflow'
};
async function findManager(folder, env) {
  const name3 = await managerName(folder);
  const help = `${INSTALL[name3]}; or pack it yourself and check the tarball`;
  const asked = await run(name3, ["--version"], { cwd: folder, env });
  if (asked === void 0) {
    throw new PackgateError("pack", `${folder}: its package manager ${name3} is not installed`, { help });
  }
  const version3 = asked.stdout.trim().split("\n").at(-1) ?? "";
  if (asked.status !== 0 || !/^\d+\.\d+\.\d+/.test(version3)) {
    const said = (asked.stderr.trim() || asked.stdout.trim()).split("\n")[0]?.trim();
    throw new PackgateError("pack", `${folder}: "${name3} --version" failed${said ? `: ${said}` : ""}`, {
      help
    });
  }
  return { name: name3, version: version3 };
}
async function managerName(folder) {
  let unknown2;
  const found = await detect({
    cwd: folder,
    strategies: ["packageManager-field", "devEngines-field", "lockfile"],
    stopDir: (directory) => existsSync(join3(directory, ".git")),
    onUnknown: (field) => {
      unknown2 ??= String(field);
      return void 0;
    }
  });
  const name3 = unknown2 ?? found?.name ?? "npm";
  if (name3 === "npm" || name3 === "pnpm" || name3 === "yarn" || name3 === "bun") return name3;
  if (name3 === "deno") return "npm";
  throw new PackgateError(
    "pack",
    `${folder}: its package manager is ${name3}, which packgate cannot pack with`,
    {
      help: "pack it yourself and check the tarball: packgate check ./<name>.tgz"
    }
  );
}

// src/target/packing.ts
import { join as join4 } from "node:path";
var IGNORE = ["--ignore-scripts"];
var when = (yes, args) => yes ? args : [];
var npm = {
  beforePack: ["prepublishOnly"],
  duringPack: ["prepack", "prepare", "postpack"],
  canIgnoreScripts: true,
  script: (name3) => ["run", name3],
  // Scripts in the background keep their output off stdout, so that it holds the JSON alone.
  pack: (into, _name, ignore) => [
    "pack",
    "--json",
    `--pack-destination=${into}`,
    "--dry-run=false",
    "--foreground-scripts=false",
    "--loglevel=error",
    ...when(ignore, IGNORE)
  ],
  wrote: (stdout) => {
    const packed = packedByNpm(stdout);
    return packed.length === 1 ? packed[0]?.filename : void 0;
  }
};
var pnpm = {
  beforePack: ["prepublishOnly", "prepublish"],
  duringPack: ["prepack", "prepare", "postpack"],
  canIgnoreScripts: true,
  // Left alone, `run` may first install what is missing, and with it run other scripts.
  script: (name3) => ["--config.verify-deps-before-run=false", "run", name3],
  pack: (into, _name, ignore) => ["pack", "--json", `--pack-destination=${into}`, ...when(ignore, IGNORE)],
  wrote: (stdout) => {
    const answer = lastJson(stdout);
    return isRecord2(answer) ? text(answer.filename) : void 0;
  }
};
var yarnClassic = {
  beforePack: ["prepublish", "prepare", "prepublishOnly"],
  duringPack: ["prepack", "postpack"],
  canIgnoreScripts: true,
  script: (name3) => ["run", name3],
  pack: (into, name3, ignore) => ["pack", "--json", "--filename", join4(into, name3), ...when(ignore, IGNORE)],
  wrote: (stdout) => {
    const told = jsonLines(stdout).filter((line) => line.type === "success");
    return told.length === 1 ? /^Wrote tarball to "(.*)"\.$/s.exec(text(told[0]?.data) ?? "")?.[1] : void 0;
  }
};
var yarnBerry = {
  beforePack: ["prepublish"],
  duringPack: ["prepack", "postpack"],
  canIgnoreScripts: false,
  script: (name3) => ["run", name3],
  pack: (into, name3) => ["pack", "--json", "--out", join4(into, name3)],
  wrote: (stdout) => {
    const told = jsonLines(stdout).filter((line) => line.output !== void 0);
    return told.length === 1 ? text(told[0]?.output) : void 0;
  }
};
var bun = {
  beforePack: ["prepublishOnly"],
  duringPack: ["prepack", "prepare", "postpack"],
  canIgnoreScripts: true,
  script: (name3) => ["run", name3],
  pack: (into, _name, ignore) => ["pm", "pack", "--quiet", "--destination", into, ...when(ignore, IGNORE)],
  // The name stands between what the scripts print.
  wrote: (stdout) => {
    const names = stdout.split("\n").filter((line) => line.trim().endsWith(".tgz"));
    return names.at(-1)?.trim();
  }
};
function packingOf(manager) {
  if (manager.name === "yarn") return manager.version.startsWith("1.") ? yarnClassic : yarnBerry;
  return { npm, pnpm, bun }[manager.name];
}
function packedByNpm(stdout) {
  const answer = lastJson(stdout);
  const items = Array.isArray(answer) ? answer : isRecord2(answer) ? Object.values(answer) : [];
  const packed = items.filter(isRecord2).flatMap((item) => {
    const filename = text(item.filename);
    return filename === void 0 ? [] : [{ filename, integrity: text(item.integrity) }];
  });
  return packed.length === items.length ? packed : [];
}
function lastJson(stdout) {
  for (const start2 of [...stdout.matchAll(/^[[{]/gm)].map((match2) => match2.index).reverse().slice(0, 3)) {
    try {
      return JSON.parse(stdout.slice(start2));
    } catch {
    }
  }
  return void 0;
}
function jsonLines(stdout) {
  return stdout.split("\n").flatMap((line) => {
    try {
      const value = line.startsWith("{") ? JSON.parse(line) : void 0;
      return isRecord2(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}
var isRecord2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var text = (value) => typeof value === "string" ? value : void 0;

// src/target/temporary.ts
import { rmSync } from "node:fs";
import { mkdtemp, realpath as realpath2, rm as rm3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
var open4 = /* @__PURE__ */ new Set();
async function makeTemporary(env) {
  const path3 = await realpath2(await mkdtemp(join5(env.RUNNER_TEMP || tmpdir(), "packgate-")));
  if (open4.size === 0) watch();
  open4.add(path3);
  return {
    path: path3,
    async remove() {
      await rm3(path3, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
      });
      open4.delete(path3);
      if (open4.size === 0) unwatch();
    }
  };
}
function watch() {
  process.on("exit", onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
function unwatch() {
  process.off("exit", onExit);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
async function onSignal(signal) {
  await stopRuns(2e3);
  onExit();
  unwatch();
  process.kill(process.pid, signal);
}
function onExit() {
  killRuns();
  for (const path3 of open4) rmSync(path3, { recursive: true, force: true });
  open4.clear();
}

// src/target/folder.ts
var RUNNING = "PACKGATE_RUNNING";
var MAX_ANSWER = 64 * 1024 * 1024;
async function openFolder(folder, target, options) {
  const { scripts, tarball } = await readProject(folder, target);
  refuseRecursion(target, options);
  const env = packEnvironment(options.env);
  const manager = await findManager(folder, env);
  const packing = packingOf(manager);
  const called = `${manager.name} ${manager.version}`;
  refuseForcedScripts(target, called, packing, scripts, options);
  const within = options.env.npm_lifecycle_event;
  const temporary = await makeTemporary(options.env);
  try {
    if (!options.ignoreScripts && !packing.beforePack.includes(within ?? "")) {
      for (const script of packing.beforePack.filter((name4) => scripts.has(name4))) {
        options.progress(`running ${script} of ${target} with ${called}`);
        const ran2 = await run(manager.name, packing.script(script), { cwd: folder, env });
        if (ran2?.status !== 0) throw failed(target, `script ${script}`, manager, ran2);
      }
    }
    options.progress(`packing ${target} with ${called}${options.ignoreScripts ? ", without scripts" : ""}`);
    const args = packing.pack(temporary.path, tarball, options.ignoreScripts);
    const ran = await run(manager.name, args, { cwd: folder, env, keepStdout: MAX_ANSWER });
    if (ran?.status !== 0) throw failed(target, `"${manager.name} pack"`, manager, ran);
    const name3 = await producedFile(temporary.path, packing.wrote(ran.stdout), target, called, ran);
    return {
      target,
      file: join6(temporary.path, name3),
      packed: { manager: manager.name, version: manager.version, folder },
      close: temporary.remove
    };
  } catch (error2) {
    await temporary.remove();
    throw error2;
  }
}
async function readProject(folder, target) {
  const handle = await openRegular2(join6(folder, "package.json"), `${target}: package.json`);
  const text2 = await handle.readFile("utf8").finally(() => handle.close());
  try {
    const { name: name3, version: version3, scripts } = JSON.parse(text2.replace(/^\uFEFF/, ""));
    const tarball = `${String(name3).replace(/^@/, "").replace("/", "-")}-${String(version3)}.tgz`;
    return {
      scripts: new Set(typeof scripts === "object" && scripts !== null ? Object.keys(scripts) : []),
      tarball: /^[a-z0-9~][a-z0-9~_.+-]{0,250}$/i.test(tarball) ? tarball : "package.tgz"
    };
  } catch (cause) {
    throw new PackgateError("target", `${target}: package.json is not valid JSON`, {
      help: "correct it: a publish would fail too",
      cause
    });
  }
}
function refuseRecursion(target, options) {
  const event = options.env.npm_lifecycle_event ?? "";
  const inPack = !options.ignoreScripts && ["prepack", "prepare", "postpack"].includes(event);
  if (!options.env[RUNNING] && !inPack) return;
  const by = event === "" ? "a pack" : `the script ${event}, which packing runs`;
  throw new PackgateError(
    "pack",
    `${target}: packgate was started by ${by}, so packing again would never end`,
    {
      help: 'check the tarball after packing: npm pack --pack-destination out && packgate check "./out/*.tgz"'
    }
  );
}
function refuseForcedScripts(target, called, packing, scripts, options) {
  if (!options.ignoreScripts || packing.canIgnoreScripts) return;
  const forced = packing.duringPack.find((name3) => scripts.has(name3));
  if (forced === void 0) return;
  throw new PackgateError("pack", `${target}: ${called} cannot pack without running the script ${forced}`, {
    help: "leave out --ignore-scripts, or pack it yourself and check the tarball"
  });
}
function packEnvironment(env) {
  const kept = Object.entries(env).filter(([name3]) => !OUTER.test(name3));
  return { ...Object.fromEntries(kept), [RUNNING]: "1", COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" };
}
var OUTER = /^(?:npm|pnpm)_config_(?:dry_run|json|pack_destination|workspaces?|include_workspace_root|recursive)$/i;
async function producedFile(into, wrote, target, called, ran) {
  const entries2 = await readdir(into, { withFileTypes: true });
  const [entry] = entries2;
  const last = lastLine(ran.stdout) ?? lastLine(ran.stderr);
  const said = last === void 0 ? "it printed nothing" : `its last line: ${last}`;
  const help = "pack it yourself and check the tarball: packgate check ./<name>.tgz";
  if (entry === void 0)
    throw new PackgateError("pack", `${target}: ${called} wrote no tarball; ${said}`, { help });
  if (entries2.length > 1) {
    throw new PackgateError(
      "pack",
      `${target}: ${called} wrote ${entries2.length} files, not one tarball; ${said}`,
      { help }
    );
  }
  if (wrote === void 0 || basename2(wrote) !== entry.name) {
    throw new PackgateError("pack", `${target}: ${called} printed something unknown; ${said}`, { help });
  }
  if (!entry.isFile()) {
    throw new PackgateError("pack", `${target}: what ${called} wrote as ${entry.name} is not a file`, {
      help
    });
  }
  return entry.name;
}
function failed(target, what, manager, ran) {
  const how = ran?.status == null ? "was ended by a signal" : `failed with status ${ran.status}`;
  const why = ran === void 0 ? void 0 : complaint(ran);
  return new PackgateError(
    "pack",
    `${target}: ${what} (${manager.name} ${manager.version}) ${how}${why === void 0 ? "" : `: ${why}`}`,
    { help: "make packing work from this folder first, or pack it yourself and check the tarball" }
  );
}

// src/target/glob.ts
init_errors();
init_paths();
import { existsSync as existsSync2, statSync as statSync2 } from "node:fs";
import { open as open5, readdir as readdir2 } from "node:fs/promises";
import { join as join7, resolve as resolve3 } from "node:path";
var MAX_VISITED = 2e5;
var ARCHIVE_NAME = /\.(?:tgz|tar|tar\.gz)$/i;
var MAGIC3 = /[*?[\]\\]|[!+@]\(/;
async function expandGlob(glob2, cwd) {
  const matched = /* @__PURE__ */ new Set();
  let visited = 0;
  const list = async (folder) => {
    const entries2 = await entriesOf(resolve3(cwd, folder));
    visited += entries2.length;
    if (visited <= MAX_VISITED) return entries2;
    throw new PackgateError("target", `${glob2}: more than ${MAX_VISITED} names to look through`, {
      help: "begin the glob with the folder that holds the packages"
    });
  };
  const walk = async (at2, [segment, ...rest]) => {
    if (segment === void 0) {
      matched.add(at2.slice(0, -1));
    } else if (segment === "**") {
      if (rest.length > 0) await walk(at2, rest);
      for (const entry of await list(at2)) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
        if (entry.isDirectory()) await walk(`${at2}${entry.name}/`, [segment, ...rest]);
        if (rest.length === 0) matched.add(at2 + entry.name);
      }
    } else if (!MAGIC3.test(segment)) {
      if (existsSync2(resolve3(cwd, at2, segment))) await walk(`${at2}${segment}/`, rest);
    } else {
      const matcher = createMatcher([segment.replace(/^!(?!\()/, "\\!")]);
      for (const entry of await list(at2)) {
        if (entry.name.startsWith(".") && !segment.startsWith(".")) continue;
        if (matcher.matches(entry.name)) await walk(`${at2}${entry.name}/`, rest);
      }
    }
  };
  const pattern = process.platform === "win32" ? glob2.replaceAll("\\", "/") : glob2;
  for (const alternative of alternatives(pattern)) {
    const root = /^(?:[a-z]:)?\/+/i.exec(alternative)?.[0] ?? "";
    const segments = alternative.slice(root.length).split("/");
    await walk(
      root,
      segments.filter((segment, at2) => segment !== "" && !(segment === "**" && segments[at2 - 1] === "**"))
    );
  }
  const kept = [];
  for (const path3 of [...matched].sort()) if (await isTarget(resolve3(cwd, path3))) kept.push(path3);
  if (kept.length > 0) return kept;
  const seen = matched.size === 0 ? "matches nothing" : "matches neither tarballs nor package folders";
  throw new PackgateError("target", `${glob2}: ${seen}`, {
    help: "build or pack first, or correct the glob; quote it, so that the shell hands it over as it is"
  });
}
async function entriesOf(folder) {
  try {
    return await readdir2(folder, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw unreadable2(folder, cause);
  }
}
async function isTarget(path3) {
  const stats = statSync2(path3, { throwIfNoEntry: false });
  if (stats === void 0) return false;
  if (stats.isDirectory()) return existsSync2(join7(path3, "package.json"));
  return ARCHIVE_NAME.test(path3) || stats.isFile() && await beginsLikeTarball(path3);
}
async function beginsLikeTarball(path3) {
  const handle = await open5(path3).catch(() => void 0);
  if (handle === void 0) return true;
  try {
    const head = Buffer.alloc(262);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead >= 2 && head[0] === 31 && head[1] === 139) return true;
    return bytesRead === head.length && head.toString("latin1", 257) === "ustar";
  } finally {
    await handle.close();
  }
}

// src/target/registry.ts
init_errors();
import { createHash as createHash7 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir as readdir3 } from "node:fs/promises";
import { join as join8 } from "node:path";
import { pipeline } from "node:stream/promises";
var MAX_ANSWER2 = 64 * 1024 * 1024;
async function openRegistry(spec, target, options) {
  const temporary = await makeTemporary(options.env);
  try {
    options.progress(`downloading ${spec} with npm`);
    const args = [
      "pack",
      "--json",
      "--ignore-scripts",
      "--dry-run=false",
      "--loglevel=error",
      `--pack-destination=${temporary.path}`,
      "--",
      spec
    ];
    const ran = await run("npm", args, {
      cwd: options.cwd,
      env: packEnvironment(options.env),
      keepStdout: MAX_ANSWER2
    });
    if (ran === void 0) {
      throw new PackgateError("pack", `${target}: npm is not installed`, {
        help: "install Node.js, which brings npm, or download the tarball and check that"
      });
    }
    if (ran.status !== 0) throw refused3(target, `${ran.stdout}
${ran.stderr}`);
    const [packed, another] = packedByNpm(ran.stdout);
    const names = await readdir3(temporary.path);
    if (packed === void 0 || another !== void 0 || names.length !== 1 || names[0] !== packed.filename) {
      throw new PackgateError(
        "pack",
        `${target}: npm wrote ${names.length} files and printed something unknown`,
        {
          help: `run "npm pack ${spec}" and check the tarball it writes`
        }
      );
    }
    const file = join8(temporary.path, packed.filename);
    if (packed.integrity !== void 0 && await integrityOf(file) !== packed.integrity) {
      throw new PackgateError(
        "archive",
        `${target}: the bytes received are not those of ${packed.integrity}`,
        {
          help: 'run "npm cache verify" and try again; if it stays so, do not trust this registry'
        }
      );
    }
    return { target, file, close: temporary.remove };
  } catch (error2) {
    await temporary.remove();
    throw error2;
  }
}
var ADVICE = {
  E404: "check name and version; a private package needs a login in .npmrc, a scope its registry",
  ETARGET: 'this version, tag or range is not published: "npm view <name> versions" lists what is',
  E401: 'log in: "npm login", or a token in .npmrc',
  ENEEDAUTH: 'log in: "npm login", or a token in .npmrc',
  E403: "this login may not read the package: use another token"
};
function refused3(target, output) {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(output)?.[1] ?? "an unknown error";
  const line = /^npm (?:error|ERR!) (?!code )(?:404 |notarget )?(.*\S.*)$/m.exec(output)?.[1]?.slice(0, 200);
  return new PackgateError(
    "target",
    `${target}: npm could not fetch it (${code}${line === void 0 ? "" : `: ${line}`})`,
    {
      help: ADVICE[code] ?? "check the network, the proxy and the registry in .npmrc, then try again"
    }
  );
}
async function integrityOf(file) {
  const hash = createHash7("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
}

// src/target/tarball.ts
async function openTarball(file, target) {
  await (await openRegular2(file, target)).close();
  return { target, file, close: async () => {
  } };
}

// src/target/target.ts
init_errors();
function parseTarget(text2) {
  if (text2 === "" || text2.includes("\0")) {
    throw new PackgateError("usage", "a target is empty", {
      help: "name a tarball, a folder with a package.json, a glob of those, or npm:<name>@<version>"
    });
  }
  if (text2.startsWith("npm:")) return { kind: "registry", text: text2, spec: registrySpec(text2) };
  return { kind: MAGIC4.test(text2) ? "glob" : "path", text: text2 };
}
var MAGIC4 = /[*?[\]{}]|[!+@]\(/;
var NAME4 = /^(?:@[a-z0-9~_.-]{1,214}\/)?[a-z0-9~][a-z0-9~_.-]{0,213}$/i;
var WANTED = /^[a-z0-9^~<>=*][a-z0-9^~<>=*|+_. -]{0,255}$/i;
var FILE_NAME = /\.(?:tgz|tar\.gz|tar)$/i;
function registrySpec(text2) {
  const spec = text2.slice("npm:".length);
  const at2 = spec.indexOf("@", 1);
  const name3 = at2 < 0 ? spec : spec.slice(0, at2);
  const wanted = at2 < 0 ? void 0 : spec.slice(at2 + 1);
  if (!NAME4.test(name3) || FILE_NAME.test(name3)) throw notOfRegistry(text2);
  if (wanted !== void 0 && (!WANTED.test(wanted) || FILE_NAME.test(wanted))) throw notOfRegistry(text2);
  return spec;
}
function notOfRegistry(text2) {
  return new PackgateError("usage", `${text2}: not a package of a registry`, {
    help: "write npm:<name>, npm:<name>@<version>, npm:<name>@<tag> or npm:<name>@<range>; check a file or folder by its path"
  });
}

// src/target/open.ts
async function openTargets(texts, options) {
  const found = /* @__PURE__ */ new Map();
  const add = (identity, target) => {
    if (!found.has(identity)) found.set(identity, target);
  };
  for (const text2 of texts) {
    try {
      const target = parseTarget(text2);
      if (target.kind === "registry") {
        add(`npm:${target.spec}`, { target: text2, open: () => openRegistry(target.spec, text2, options) });
      } else if (target.kind === "path" || await exists(resolve4(options.cwd, text2))) {
        add(...await onDisk(text2, options));
      } else {
        for (const path3 of await expandGlob(text2, options.cwd)) add(...await onDisk(path3, options));
      }
    } catch (error2) {
      if (!(error2 instanceof PackgateError)) throw error2;
      add(`failed:${text2}`, { target: text2, open: () => Promise.reject(error2) });
    }
  }
  return [...found.values()];
}
async function onDisk(text2, options) {
  const path3 = resolve4(options.cwd, text2);
  const stats = await stat3(path3, { bigint: true }).catch((cause) => {
    throw unreadable2(text2, cause);
  });
  const identity = `${stats.dev}:${stats.ino}`;
  if (!stats.isDirectory()) return [identity, { target: text2, open: () => openTarball(path3, text2) }];
  if (!await exists(join9(path3, "package.json"))) {
    throw new PackgateError("target", `${text2}: a folder without package.json`, {
      help: "name the folder of a package, or the tarball made from it"
    });
  }
  const folder = await realpath3(path3);
  return [identity, { target: text2, open: () => openFolder(folder, text2, options) }];
}
async function exists(path3) {
  return lstat(path3).then(
    () => true,
    () => false
  );
}

// src/target/why.ts
init_glob();
init_paths();

// src/target/exclusion.ts
var MODULE_SOURCE = /\.[cm]?ts$/;
var DECLARATION2 = /\.d\.[cm]?ts$/;
var ALL_ALIKE = /\.(?:map|tsx|jsx|vue|svelte|scss|sass|less|styl|coffee)$/;
function exclusionOf(path3, folder = path3.slice(0, Math.max(0, path3.indexOf("/")))) {
  const inFolder = folder === "" ? "" : `${escaped(folder)}/**/`;
  const kind = ALL_ALIKE.exec(path3)?.[0];
  if (kind !== void 0) return `${inFolder}*${kind}`;
  const source = DECLARATION2.test(path3) ? void 0 : MODULE_SOURCE.exec(path3)?.[0];
  if (source !== void 0) return `${inFolder}!(*.d)${source}`;
  return escaped(path3);
}
function escaped(text2) {
  return text2.replace(/[*?[\]{}()\\]/g, "\\$&");
}

// src/target/why.ts
function whyIncluded(manifest, path3) {
  return always(manifest, path3) ?? (manifest.files === void 0 ? unlisted(path3) : listed(manifest.files, path3));
}
function always(manifest, path3) {
  if (path3 === "package.json") {
    return { cause: "package.json is in every package", fix: "nothing keeps it out: change what it holds" };
  }
  const field = mainField(manifest, path3);
  if (field !== void 0) {
    return {
      cause: `npm always packs the file that "${field}" in package.json names`,
      fix: `let "${field}" in package.json name the built file, or build over this one`
    };
  }
  if (/^(?:readme|licen[cs]e|copying)(?:\.[^/]*)?$/i.test(path3)) {
    return {
      cause: "npm always packs README, LICENSE and COPYING files of the root folder, whatever their ending",
      fix: 'rename the file, or delete it before packing: no line in "files" or .npmignore keeps it out'
    };
  }
  if (path3.startsWith("node_modules/")) {
    return {
      cause: '"bundleDependencies" in package.json packs dependencies whole',
      fix: 'take the dependency out of "bundleDependencies", or delete the file before packing'
    };
  }
  return void 0;
}
function mainField({ main, browser, bin }, path3) {
  const names = (field) => field !== void 0 && trimmed(field) === path3;
  if (names(main)) return "main";
  if (names(browser)) return "browser";
  return bin?.some(names) ? "bin" : void 0;
}
function unlisted(path3) {
  return {
    cause: 'package.json has no "files" list, so everything goes in that no ignore file keeps out',
    fix: `add the line ${exclusionOf(path3)} to .npmignore (a new one replaces .gitignore: copy its lines), or list what may ship in "files"`
  };
}
function listed(files, path3) {
  const { literals, globs, matcher } = compiled2(files);
  const itself = literals.get(path3);
  const folder = ancestors(path3).find((ancestor) => literals.has(ancestor));
  const glob2 = globs[matcher.deciding(path3)];
  const index = itself ?? (folder === void 0 ? glob2 : literals.get(folder));
  if (index === void 0) return byYarn(path3);
  const entry = `"files"[${index}] in package.json, ${JSON.stringify(files[index])},`;
  const exclude = `add ${JSON.stringify(`!${exclusionOf(path3, folder)}`)} at the end of "files" in package.json`;
  if (itself !== void 0) {
    const remove = `take ${JSON.stringify(files[index])} out of "files" in package.json`;
    const alsoOtherwise = folder !== void 0 || glob2 !== void 0;
    return { cause: `${entry} names it`, fix: alsoOtherwise ? `${remove} and ${exclude}` : remove };
  }
  return {
    cause: `${entry} ${folder === void 0 ? "matches it" : "lets in the whole folder"}`,
    fix: exclude
  };
}
function byYarn(path3) {
  if (!/^changelog(?:\.[^/]*)?$/i.test(path3)) return void 0;
  return {
    cause: "yarn always packs CHANGELOG files of the root folder",
    fix: "rename the file, or delete it before packing"
  };
}
var cache2 = /* @__PURE__ */ new WeakMap();
var MAX_GLOBS = 200;
function compiled2(files) {
  const known = cache2.get(files);
  if (known !== void 0) return known;
  const literals = /* @__PURE__ */ new Map();
  const globs = [];
  const patterns = [];
  for (const [index, text2] of files.entries()) {
    const entry = trimmed(text2);
    if (entry.startsWith("!") || entry === "") continue;
    if (!/[*?[\]{}\\]|[!+@]\(/.test(entry)) {
      if (!literals.has(entry)) literals.set(entry, index);
    } else if (globs.length < MAX_GLOBS) {
      const pattern = entry.replace(/(^|\/)\*$/, "$1**");
      if (patternProblem(pattern) !== void 0) continue;
      globs.push(index);
      patterns.push(pattern);
    }
  }
  const made = { literals, globs, matcher: createMatcher(patterns) };
  cache2.set(files, made);
  return made;
}
function ancestors(path3) {
  const found = [];
  for (let at2 = path3.lastIndexOf("/"); at2 > 0 && found.length < 100; at2 = path3.lastIndexOf("/", at2 - 1)) {
    found.push(path3.slice(0, at2));
  }
  return found;
}
function trimmed(entry) {
  let from = 0;
  if (entry.startsWith("./")) from = 2;
  while (entry[from] === "/") from++;
  let to = entry.length;
  while (to > from && entry[to - 1] === "/") to--;
  return entry.slice(from, to);
}

// package.json
var version2 = "0.1.0";

// src/version.ts
var VERSION = version2;

// src/check.ts
async function check(options, world) {
  const config2 = await loadConfig({
    cwd: world.cwd,
    ...options.config !== void 0 && { file: options.config },
    knownRules: [...RULES, ...WAIVER_RULES].map((rule18) => rule18.id)
  });
  createPolicy(config2, options, "");
  const targets = await openTargets(options.targets, { ...world, ignoreScripts: options.ignoreScripts });
  const keep = options.keep === void 0 ? void 0 : keeper(options.keep, world.cwd);
  const packages = [];
  for (const target of targets) packages.push(await checkTarget(target, config2, keep, options, world));
  const outcomes = new Set(packages.map(({ outcome: outcome2 }) => outcome2));
  const outcome = outcomes.has("error") || packages.length === 0 ? "error" : outcomes.has("fail") ? "fail" : "pass";
  if (options.receipt !== void 0) await leaveReceipt(options.receipt, packages, world);
  return { outcome, packages, failOn: options.failOn };
}
async function leaveReceipt(file, packages, { cwd, now }) {
  const [verdict, ...others] = packages;
  if (others.length > 0) {
    throw new PackgateError(
      "usage",
      `${file}: a receipt is for one package, and this run has ${packages.length}`,
      {
        help: "check them in runs of their own, each with a receipt"
      }
    );
  }
  if (verdict === void 0 || verdict.outcome === "error") return;
  await writeReport(resolve5(cwd, file), createReceipt(verdict, { packgateVersion: VERSION, now }));
}
async function checkTarget(target, config2, keep, options, world) {
  let source;
  try {
    source = await target.open();
    const verdict = await checkSource(source, config2, options, world);
    if (keep === void 0) return verdict;
    return { ...verdict, tarball: await keep(source, verdict.package.integrity) };
  } catch (error2) {
    if (!(error2 instanceof PackgateError)) throw error2;
    const { code, message, help } = error2;
    const named2 = message.startsWith(target.target) ? message : `${target.target}: ${message}`;
    return { outcome: "error", target: target.target, error: { code, message: named2, help } };
  } finally {
    await source?.close();
  }
}
async function checkSource(source, config2, options, world) {
  const findings = [];
  const keep = (finding) => {
    if (findings.length >= LIMITS.findings) {
      throw new PackgateError("limit", `the package has more than ${LIMITS.findings} findings`, {
        help: `Begin with ${finding.rule} at ${finding.path}: what makes it so many is no single file`
      });
    }
    findings.push(finding);
  };
  const digests = digestPaths(config2);
  const sha256 = /* @__PURE__ */ new Map();
  const onFile = (file) => {
    if (file.sha256 !== void 0) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) keep(finding);
  };
  const gatherer = createGatherer(onFile, (path3) => digests?.matches(path3) ?? false);
  const { oddities, ...archive } = await readArchive(source.file, gatherer);
  const gathered = gatherer.finish();
  const policy = createPolicy(config2, options, gathered.manifest.name);
  const pkg = {
    target: source.target,
    ...archive,
    ...gathered,
    oddities: [...oddities, ...gathered.oddities],
    allow: policy.allow,
    digests: sha256,
    ...policy.limits.unpackedSize !== void 0 && { unpackedSizeLimit: policy.limits.unpackedSize }
  };
  for (const finding of inspectPackage(RULES, pkg)) keep(finding);
  return judge(
    pkg,
    findings.map((finding) => withCause(finding, pkg)),
    policy,
    RULES,
    world.now
  );
}
function withCause(finding, { manifest }) {
  const rule18 = REMOVABLE.get(finding.rule);
  const why = rule18 && whyIncluded(manifest, finding.path);
  if (rule18 === void 0 || why === void 0) return finding;
  return {
    ...finding,
    help: `${finding.help ?? rule18.help} To keep it out of the package: ${why.fix}.`,
    evidence: { ...finding.evidence, includedBy: why.cause }
  };
}
var REMOVABLE = new Map(RULES.filter((rule18) => rule18.removable).map((rule18) => [rule18.id, rule18]));

// src/report/escape.ts
var MAX_SHOWN_NAME = 160;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function visible(text2) {
  return text2.replace(INVISIBLE, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return NAMED[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`);
  });
}
function logText(text2) {
  return visible(text2).replace(/(?<=^|\s):(?=:)|#(?=#\[)/g, "$&\\");
}
var HTML = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function htmlText(text2) {
  return logText(text2).replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}
function markdownText(text2) {
  return atLineStart(inline(text2));
}
function markdownProse(text2) {
  const parts = text2.split("`");
  const rest = parts.length % 2 === 0 ? inline(`\`${parts.pop()}`) : "";
  return atLineStart(
    parts.map((part, place) => place % 2 === 1 ? codeSpan(part) : inline(part)).join("") + rest
  );
}
function inline(text2) {
  return logText(text2).replace(/[&<>|\\]/g, (match2) => HTML[match2] ?? entities(match2)).replace(/[`*_~[\]$]/g, "\\$&").replace(/@|:(?=\/\/|[a-z0-9_+-]+:)|www(?=\.)|gh(?=-\d)|(?<!&)#/gi, "$&<!-- -->");
}
function atLineStart(markdown) {
  return markdown.replace(/^(?:[-+=]| +|\d+(?=[.)]))/, entities);
}
function entities(text2) {
  return text2.replace(/./gu, (character) => `&#${character.codePointAt(0)};`);
}
function codeSpan(text2) {
  const line = logText(text2);
  if (line === "" || /[`|\\]/.test(line)) return `<code>${markdownText(text2)}</code>`;
  return line.startsWith(" ") || line.endsWith(" ") ? `\` ${line} \`` : `\`${line}\``;
}
function shortened(text2, max = MAX_SHOWN_NAME) {
  if (text2.length <= max) return text2;
  const head = Math.floor((max - 1) / 2);
  const tail2 = text2.length - (max - 1 - head);
  return `${text2.slice(0, splitsPair(text2, head) ? head - 1 : head)}\u2026${text2.slice(splitsPair(text2, tail2) ? tail2 + 1 : tail2)}`;
}
function splitsPair(text2, at2) {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text2.slice(at2 - 1, at2 + 1));
}

// src/commands/errors.ts
function errorLine({
  message,
  help
}) {
  if (help === void 0) return `packgate: ${logText(message)}
`;
  const stop = /[.!?]$/.test(message) ? "" : /^[a-z]/.test(help) ? ";" : ".";
  return `packgate: ${logText(`${message}${stop} ${help}`)}
`;
}
function bugLines(error2) {
  const stack = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  const lines3 = stack.split("\n").map((line) => `${logText(line)}
`);
  return `${lines3.join("")}packgate: this is a bug of packgate, and nothing is claimed about the package. Please report it with the lines above.
`;
}

// src/commands/run.ts
init_errors();
init_suggestion();
import { existsSync as existsSync3 } from "node:fs";
import { resolve as resolve7 } from "node:path";

// src/commands/arguments.ts
init_errors();
init_rule();
init_suggestion();
import { parseArgs } from "node:util";
var FORMATS = ["text", "json", "sarif", "markdown"];
var COMMON_OPTIONS = {
  "no-color": { help: "no colours, also in a terminal" },
  version: { short: "v", help: "print packgate's version" },
  help: { short: "h", help: "print this" }
};
var CHECK_OPTIONS = {
  config: { value: "<file>", help: "read this config file and look for no other" },
  preset: {
    value: PRESETS.join("|"),
    choices: PRESETS,
    help: "levels to start from: closed source (default) or open"
  },
  allow: { value: "<glob>", help: "allow the files it matches; repeat it for more" },
  format: { value: FORMATS.join("|"), choices: FORMATS, help: "of the report; default text" },
  output: { value: "<file>", help: "write the report there instead of printing it" },
  "fail-on": {
    value: SEVERITIES.join("|"),
    choices: SEVERITIES,
    help: "least level that stops the release; default error"
  },
  "ignore-scripts": { help: "run no lifecycle scripts when packing a folder" },
  keep: { value: "<dir>", help: "keep the inspected tarball there, to publish that very file" },
  receipt: { value: "<file>", help: "write a receipt of what was inspected" },
  "print-config": { help: "print the policy that would apply, and check nothing" },
  quiet: { help: "say nothing unless something stops the release" },
  ...COMMON_OPTIONS
};
function readArguments(argv, known) {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name3, { value, short }]) => [
        name3,
        { type: value === void 0 ? "boolean" : "string", ...short === void 0 ? {} : { short } }
      ])
    )
  });
  const words = [];
  const given = /* @__PURE__ */ new Map();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const value = checkedValue(token, known);
    given.set(token.name, [...given.get(token.name) ?? [], value]);
  }
  return {
    words,
    has: (name3) => given.has(name3),
    all: (name3) => given.get(name3) ?? [],
    last: (name3) => given.get(name3)?.at(-1)
  };
}
function checkedValue({ name: name3, rawName, value, inlineValue }, known) {
  const option = Object.hasOwn(known, name3) ? known[name3] : void 0;
  if (option === void 0) {
    const near = nearestWord(name3, Object.keys(known));
    throw usage(`unknown option "${rawName}"`, near === void 0 ? void 0 : `Did you mean "--${near}"?`);
  }
  if (option.value === void 0) {
    if (value !== void 0) throw usage(`"${rawName}" takes no value, but was given "${value}"`);
    return "";
  }
  if (value === void 0 || value === "" || !inlineValue && value.startsWith("-")) {
    throw usage(`"${rawName}" needs a value`, `Write ${rawName} ${option.value}.`);
  }
  if (option.choices !== void 0 && !option.choices.includes(value)) {
    const near = nearestWord(value, option.choices);
    throw usage(
      `"${rawName}" is ${listed2(option.choices)}, not "${value}"`,
      near === void 0 ? void 0 : `Did you mean "${near}"?`
    );
  }
  return value;
}
function listed2(words) {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function usage(message, help = "packgate --help lists what there is.") {
  return new PackgateError("usage", message, { help });
}

// src/commands/check.ts
init_errors();
import { resolve as resolve6 } from "node:path";

// src/report/json.ts
var SCHEMA_VERSION = 1;
function renderJson(run3) {
  const [only, ...others] = run3.packages.map(packageReport);
  if (only !== void 0 && others.length === 0) return jsonText(only);
  return jsonText({
    schemaVersion: SCHEMA_VERSION,
    verdict: run3.outcome,
    packages: only === void 0 ? [] : [only, ...others]
  });
}
function packageReport(report) {
  const head = { schemaVersion: SCHEMA_VERSION, packgate: VERSION, verdict: report.outcome };
  if (report.outcome === "error") {
    const { code, message, help } = report.error;
    return { ...head, target: report.target, error: { code, message, help } };
  }
  const { name: name3, version: version3, target, integrity, sha256, size, unpackedSize, fileCount } = report.package;
  return {
    ...head,
    package: { name: name3, version: version3, target, integrity, sha256, size, unpackedSize, fileCount },
    findings: report.findings.map(findingReport),
    uninspected: report.uninspected.map(({ path: path3, reason }) => ({ path: path3, reason })),
    exposure: exposureReport(report.exposure)
  };
}
function findingReport(finding) {
  const { rule: rule18, severity, path: path3, line, column, message, help, evidence, fingerprint, waived } = finding;
  return {
    rule: rule18,
    severity,
    path: path3,
    line,
    column,
    message,
    help,
    evidence,
    fingerprint,
    waived: waived && { reason: waived.reason, owner: waived.owner, expires: waived.expires }
  };
}
function exposureReport(exposure) {
  const { sources, firstParty, lines: lines3, bytes, namedOnly, folders, hosts, buckets } = exposure;
  return {
    sources,
    firstParty,
    lines: lines3,
    bytes,
    namedOnly,
    folders: folders.map((folder) => ({ name: folder.name, sources: folder.sources })),
    hosts,
    buckets
  };
}
function jsonText(value) {
  const wellFormed = (_key, item) => typeof item === "string" ? item.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD") : item;
  const text2 = JSON.stringify(value, wellFormed, 2).replace(INVISIBLE, (character) => character === "\n" ? character : unitEscapes(character)).replaceAll("##[", "#\\u0023[");
  return `${text2}
`;
}
function unitEscapes(character) {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}

// src/report/causes.ts
init_rule();
function causesOf(findings, rules) {
  const known = new Map(rules.map((rule18, place2) => [rule18.id, { rule: rule18, place: place2 }]));
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (finding.waived !== void 0) continue;
    const key = JSON.stringify([finding.severity, finding.rule, finding.help]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [finding]);
    else group.push(finding);
  }
  const place = (cause) => known.get(cause.rule)?.place ?? rules.length;
  return Array.from(groups.values(), (group) => {
    group.sort((one, other) => weightOf(other) - weightOf(one));
    const { rule: rule18, severity, help } = group[0];
    const texts = known.get(rule18)?.rule;
    return { rule: rule18, severity, title: texts?.title ?? rule18, help: help ?? texts?.help, findings: group };
  }).sort(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || place(one) - place(other) || other.findings.length - one.findings.length
  );
}
function weightOf({ evidence }) {
  const weight = evidence?.bytes ?? evidence?.size;
  return typeof weight === "number" ? weight : 0;
}
function placeOf(finding) {
  const { path: path3, line, column } = finding;
  if (line === void 0 || line === 1 && (column ?? 1) === 1) return path3;
  return column === void 0 ? `${path3}:${line}` : `${path3}:${line}:${column}`;
}
function stops2(finding, failOn) {
  return finding.waived === void 0 && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}

// src/report/figures.ts
var NUMBER = new Intl.NumberFormat("en-US");
function count3(value) {
  return NUMBER.format(value);
}
function counted2(value, noun, plural = `${noun}s`) {
  return `${count3(value)} ${value === 1 ? noun : plural}`;
}
function byteSize(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= (unit === 0 ? 1e3 : 999.95) && unit < units.length - 1) {
    value /= 1e3;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

// src/report/cut.ts
var RESERVED = 80;
function joinSections(sections, maxBytes) {
  const parts = [];
  let left = maxBytes - RESERVED;
  let unsaid = 0;
  for (const { open: open6, rows, close, more = 0 } of sections) {
    const frame = Buffer.byteLength(open6) + Buffer.byteLength(close) + RESERVED;
    let room = left - frame;
    let shown = 0;
    for (const row of rows) {
      room -= Buffer.byteLength(row);
      if (room < 0) break;
      shown += 1;
    }
    if (shown === 0) {
      unsaid += rows.length + more;
      continue;
    }
    const text3 = `${open6}${rows.slice(0, shown).join("")}${close}${notShown(rows.length - shown + more)}`;
    parts.push(text3);
    left -= Buffer.byteLength(text3);
  }
  const text2 = `${parts.join("")}${notShown(unsaid)}`;
  return Buffer.byteLength(text2) <= maxBytes ? text2 : "";
}
function notShown(rows) {
  return rows === 0 ? "" : `
_${count3(rows)} more not shown._

`;
}

// src/report/next-step.ts
function nextStep(verdict) {
  const { target } = verdict.package;
  const isPublished = target.startsWith("npm:");
  if (verdict.outcome === "fail") {
    return isPublished ? {
      text: "These bytes are public already. Publish a fixed version, deprecate this one, and treat what it gave away as known."
    } : { text: "Do not publish this. Fix what stops it, pack again, and check the new file." };
  }
  if (isPublished) return { text: "None: these are the bytes that are published." };
  const file = verdict.tarball ?? (/\.(?:tgz|tar\.gz|tar)$/i.test(target) ? target : void 0);
  if (file === void 0) {
    return {
      text: "A publish that packs again may send other bytes. Keep the inspected file and publish that one:",
      ...commandOn(["packgate check", target, "--keep ./.packgate"], target)
    };
  }
  return { text: "Publish that very file:", ...commandOn(["npm publish", file], file) };
}
function commandOn(words, path3) {
  if (!/^[\w@+=:,./-]+$/.test(path3)) return {};
  const written = /^(?:\.{0,2}\/|\.{1,2}$|[a-z]:)/i.test(path3) ? path3 : `./${path3}`;
  return { command: words.map((word) => word === path3 ? written : word).join(" ") };
}

// src/report/sentences.ts
function totals({ packages }) {
  const kinds2 = [
    ["error", "not inspected"],
    ["fail", "may not ship"],
    ["pass", "may ship"]
  ];
  const counts = kinds2.flatMap(([outcome, what]) => {
    const many = packages.filter((report) => report.outcome === outcome).length;
    return many === 0 ? [] : [`${count3(many)} ${what}`];
  });
  return `${counted2(packages.length, "package")}: ${counts.join(", ") || "nothing was inspected"}`;
}
function decision({ outcome, exposure, findings, failOn, uninspected }) {
  const unread = counted2(uninspected.length, "file was", "files were");
  if (outcome === "pass") {
    return uninspected.length > 0 ? `may ship, but ${unread} not looked into` : "may ship: nothing found that stops the release";
  }
  const stopping2 = findings.filter((finding) => stops2(finding, failOn));
  const isSource = stopping2.some(({ rule: rule18 }) => /^(?:source-map|unminified)\//.test(rule18));
  return isSource && exposure.sources > 0 ? `may not ship: it exposes ${counted2(exposure.sources, "original source file")}` : `may not ship: ${counted2(stopping2.length, "finding stops", "findings stop")} the release`;
}
function listed3(items, most, write2) {
  const more = items.length > most ? `, and ${count3(items.length - most)} more` : "";
  return `${items.slice(0, most).map(write2).join(", ")}${more}`;
}

// src/report/markdown.ts
var MOST_CAUSES = 30;
var MOST_FILES = 5;
var MOST_NAMES = 8;
var MAX_SENTENCE = 600;
var MARKS = { pass: "\u2705", fail: "\u274C", error: "\u26A0\uFE0F" };
function renderMarkdown(run3, { rules, maxBytes }) {
  const several = run3.packages.length !== 1;
  return joinSections(
    [
      ...several ? overview(run3) : [],
      ...run3.packages.flatMap((report) => [
        lines2(several ? `### ${headline(report)}` : `## packgate: ${headline(report)}`),
        ...report.outcome === "error" ? [reasonOf(report)] : verdictSections(report, rules)
      ]),
      ...run3.packages.flatMap((report) => report.outcome === "error" ? [] : detailsOf(report, several))
    ],
    maxBytes
  );
}
function lines2(...texts) {
  return { open: "", rows: [`${texts.join("\n")}

`], close: "" };
}
function table(head, rows) {
  const row = (cells) => `| ${cells.join(" | ")} |
`;
  return { open: row(head) + row(head.map(() => "---")), rows: rows.map(row), close: "\n" };
}
function overview(run3) {
  return [
    lines2(`## ${MARKS[run3.outcome]} packgate: ${totals(run3)}`),
    { open: "", rows: run3.packages.map((report) => `- ${headline(report)}
`), close: "\n" }
  ];
}
function headline(report) {
  if (report.outcome === "error")
    return `${MARKS.error} ${name(report.target)}: NOT INSPECTED, nothing is claimed`;
  return `${MARKS[report.outcome]} ${name(`${report.package.name}@${report.package.version}`)} ${decision(report)}`;
}
function reasonOf({ error: error2 }) {
  return lines2(
    sentence(error2.message),
    ...error2.help === void 0 ? [] : ["", `**Next:** ${sentence(error2.help)}`]
  );
}
function verdictSections(verdict, rules) {
  const causes = causesOf(verdict.findings, rules);
  const waived = verdict.findings.filter((finding) => finding.waived !== void 0);
  const { uninspected } = verdict;
  return [
    ...exposureTable(verdict.exposure),
    ...causes.length > 0 ? [causeTable(causes), whatToDo(causes)] : [],
    bytesOf(verdict),
    ...uninspected.length > 0 ? [lines2("**Not looked into**, so nothing is claimed of it:"), unreadTable(verdict)] : [],
    ...waived.length > 0 ? [lines2("**Waived** by the config:"), waivedTable(waived)] : []
  ];
}
function exposureTable(exposure) {
  const { sources, firstParty, bytes, namedOnly, folders, hosts, buckets } = exposure;
  const folder = (one) => `${name(one.name)} (${count3(one.sources)})`;
  const rows = [
    [sources, "Original files", `**${count3(sources)}**, of them ${count3(firstParty)} your own`],
    [sources, "Lines", `**${count3(exposure.lines)}** (${byteSize(bytes)})`],
    [namedOnly, "Only their paths", counted2(namedOnly, sources > 0 ? "more file" : "file")],
    [folders.length, "Folders", listed3(folders, MOST_NAMES, folder)],
    [buckets.length, "Storage buckets", listed3(buckets, MOST_NAMES, name)],
    [hosts.length, "Hosts", listed3(hosts, MOST_NAMES, name)]
  ];
  const told = rows.filter(([many]) => many > 0).map(([, what, value]) => [what, value]);
  return told.length === 0 ? [] : [table(["Anyone could read", ""], told)];
}
function causeTable(causes) {
  const rows = causes.slice(0, MOST_CAUSES).map(({ severity, title, rule: rule18, findings }) => {
    const [first2] = findings;
    const places = listed3(findings.map(placeOf), MOST_FILES, name);
    const where = findings.length === 1 ? `${places}<br>${sentence(first2.message)}` : places;
    return [severity === "error" ? "**error**" : severity, `${sentence(title)}<br>${codeSpan(rule18)}`, where];
  });
  return { ...table(["Level", "What", "Where"], rows), more: Math.max(0, causes.length - MOST_CAUSES) };
}
function whatToDo(causes) {
  const rows = causes.slice(0, MOST_CAUSES).filter(({ help, severity }) => help !== void 0 && severity !== "note").map(({ title, help }) => `- **${sentence(title)}**: ${sentence(help ?? "")}
`);
  return { open: "**What to do**\n\n", rows, close: "\n" };
}
function unreadTable({ uninspected }) {
  const rows = uninspected.map(({ path: path3, reason }) => [name(path3), sentence(reason)]);
  return table(["File", "Why"], rows);
}
function waivedTable(waived) {
  const rows = waived.map((finding) => {
    const { reason = "", owner = "", expires = "" } = finding.waived ?? {};
    return [codeSpan(finding.rule), name(placeOf(finding)), sentence(reason), name(owner), sentence(expires)];
  });
  return table(["Rule", "Where", "Reason", "Owner", "Until"], rows);
}
function bytesOf(verdict) {
  const { target, size, unpackedSize, fileCount, integrity, sha256 } = verdict.package;
  const { text: text2, command } = nextStep(verdict);
  return lines2(
    `Inspected ${name(target)}: ${byteSize(size)}, ${counted2(fileCount, "file")}, ${byteSize(unpackedSize)} unpacked<br>`,
    `integrity ${codeSpan(integrity)}<br>`,
    `sha256 ${codeSpan(sha256)}`,
    "",
    `**Next:** ${sentence(text2)}${command === void 0 ? "" : ` ${codeSpan(command)}`}`
  );
}
function detailsOf(verdict, several) {
  const counting = verdict.findings.filter(({ waived }) => waived === void 0);
  if (causesOf(counting, []).every(({ findings }) => findings.length === 1)) return [];
  const { name: packageName, version: version3 } = verdict.package;
  const of = several ? ` of <code>${htmlText(shortened(`${packageName}@${version3}`))}</code>` : "";
  const rows = counting.map((finding) => [
    finding.severity,
    codeSpan(finding.rule),
    name(placeOf(finding)),
    sentence(finding.message)
  ]);
  const details = table(["Level", "Rule", "Where", "What"], rows);
  return [
    {
      ...details,
      open: `<details><summary>${counted2(rows.length, "finding")}${of}</summary>

${details.open}`,
      close: "\n</details>\n\n"
    }
  ];
}
function name(text2) {
  return codeSpan(shortened(text2));
}
function sentence(text2) {
  return markdownProse(shortened(text2, MAX_SENTENCE));
}

// src/report/sarif.ts
var MOST_RUNS = 20;
var MOST_RESULTS = 25e3;
var MOST_NOTIFICATIONS = 100;
var SECURITY_SEVERITY = {
  error: "8.5",
  warning: "5.5",
  note: "2.0",
  off: "1.0"
};
var NOT_INSPECTED = {
  id: "packgate/not-inspected",
  title: "Package that could not be inspected",
  description: "packgate could not read what is about to be published, so nothing is claimed about it.",
  help: "Put right what the message names, and check again before anything is published.",
  cwe: [],
  levels: { closed: "error", open: "error" }
};
function renderSarif(run3, rules) {
  const { packages } = run3;
  const groups = packages.length > MOST_RUNS || packages.length === 0 ? [packages] : packages.map((report) => [report]);
  const names = groups.map((group) => group.length === 1 && group[0] !== void 0 ? nameOf(group[0]) : "");
  return jsonText({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: groups.map((group, place) => {
      const earlier = names.slice(0, place).filter((name3) => name3 === names[place]).length;
      const suffix = earlier === 0 ? "" : `#${earlier + 1}`;
      return sarifRun(group, `packgate/${names[place]}${suffix}/`, [...rules, NOT_INSPECTED]);
    })
  });
}
function sarifRun(reports, id, rules) {
  const places = new Map(rules.map((rule18, place) => [rule18.id, place]));
  const found = reports.flatMap((report) => resultsOf(report, reports.length > 1));
  const results = found.slice(0, MOST_RESULTS).map((result) => ({ ...result, ruleIndex: places.get(result.ruleId) }));
  const isInspected = reports.length > 0 && reports.every(({ outcome }) => outcome !== "error");
  return {
    tool: {
      driver: { name: "packgate", semanticVersion: VERSION, rules: rules.map(descriptorOf) }
    },
    automationDetails: { id: visible(id) },
    invocations: [
      {
        executionSuccessful: isInspected,
        toolExecutionNotifications: notificationsOf(reports, found.length - results.length)
      }
    ],
    columnKind: "utf16CodeUnits",
    results
  };
}
function descriptorOf({ id, title, description, help, cwe, levels: levels2 }) {
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: {
      text: `${description}

Fix: ${help}`,
      markdown: `${markdownProse(description)}

**Fix:** ${markdownProse(help)}`
    },
    defaultConfiguration: levels2.closed === "off" ? { enabled: false } : { level: levels2.closed },
    properties: {
      tags: ["security", ...cwe.map((weakness) => `external/cwe/cwe-${String(weakness).padStart(3, "0")}`)],
      precision: "high",
      "security-severity": SECURITY_SEVERITY[levels2.closed]
    }
  };
}
function resultsOf(report, several) {
  const name3 = nameOf(report);
  if (report.outcome === "error") {
    return [
      resultOf(report, NOT_INSPECTED.id, "error", sentenceOf(report), report.target, `${name3}:not-inspected`)
    ];
  }
  return report.findings.map((finding) => {
    const text2 = [`${placeOf(finding)}: ${finding.message}`, finding.help].filter((part) => part !== void 0).join(" ");
    const fingerprint = several ? `${name3}:${finding.fingerprint}` : finding.fingerprint;
    return {
      ...resultOf(report, finding.rule, finding.severity, text2, finding.path, fingerprint),
      suppressions: suppressionsOf(finding),
      properties: {
        path: finding.path,
        line: finding.line,
        column: finding.column,
        evidence: finding.evidence
      }
    };
  });
}
function resultOf(report, ruleId, level2, text2, path3, fingerprint) {
  return {
    ruleId,
    level: level2,
    message: { text: messageText(text2) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: manifestUri(report) }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: visible(`${nameOf(report)}/${path3}`), kind: "resource" }]
      }
    ],
    // The name under which GitHub looks for it. Its own would be made from lines of package.json.
    partialFingerprints: { primaryLocationLineHash: fingerprint }
  };
}
function suppressionsOf({ waived }) {
  if (waived === void 0) return void 0;
  const { reason, owner, expires } = waived;
  return [
    {
      kind: "external",
      status: "accepted",
      justification: visible(`${reason} (${owner}, until ${expires})`)
    }
  ];
}
function notificationsOf(reports, cut) {
  const notify = (level2, text2) => ({ level: level2, message: { text: messageText(text2) } });
  const errors = reports.flatMap(
    (report) => report.outcome === "error" ? [notify("error", sentenceOf(report))] : []
  );
  const unread = reports.flatMap((report) => report.outcome === "error" ? [] : report.uninspected);
  const more = unread.length - MOST_NOTIFICATIONS;
  return [
    ...errors,
    ...cut > 0 ? [notify("warning", `${count3(cut)} more results are not in this file; the JSON report has them all.`)] : [],
    ...unread.slice(0, MOST_NOTIFICATIONS).map(
      ({ path: path3, reason }) => notify("warning", `Not looked into, so nothing is claimed of it: ${path3}: ${reason}`)
    ),
    ...more > 0 ? [notify("warning", `${count3(more)} more files were not looked into.`)] : []
  ];
}
function sentenceOf({ error: error2 }) {
  return `Not inspected, nothing is claimed: ${error2.message}${error2.help === void 0 ? "" : ` ${error2.help}`}`;
}
function nameOf(report) {
  return report.outcome === "error" ? report.target : report.package.name;
}
function messageText(text2) {
  return visible(text2).replace(/[\\[\]]/g, "\\$&");
}
function manifestUri(report) {
  const target = report.outcome === "error" ? report.target : report.package.target;
  const folder = target.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const isFolder2 = /^[\w@+-][\w@.+-]*(?:\/[\w@+-][\w@.+-]*)*$/.test(folder) && !/\.(?:tgz|tar\.gz|tar)$/i.test(folder);
  return isFolder2 ? `${folder}/package.json` : "package.json";
}

// src/report/page.ts
import * as util from "node:util";
var STYLES2 = {
  bad: ["bold", "red"],
  good: ["bold", "green"],
  doubtful: ["bold", "yellow"],
  strong: ["bold"],
  faint: ["dim"]
};
function createPage(options) {
  const columns = Math.min(120, Math.max(40, options.columns));
  const lines3 = [];
  return {
    paint: (style, text2) => options.color ? STYLES2[style].reduce(colored, text2) : text2,
    line: (text2) => void lines3.push(text2.trimEnd()),
    paragraph(first2, text2, style) {
      let line = "";
      let start2 = style === void 0 ? first2 : this.paint(style, first2);
      for (const word of text2.split(" ")) {
        if (line !== "" && first2.length + line.length + word.length > columns) {
          this.line(start2 + line);
          line = "";
          start2 = " ".repeat(first2.length);
        }
        line += `${word} `;
      }
      this.line(start2 + line);
    },
    blank() {
      if (lines3.length > 0 && lines3.at(-1) !== "") lines3.push("");
    },
    fits: (length) => length <= columns,
    text: () => `${lines3.join("\n")}
`
  };
}
function colored(text2, format) {
  return util.styleText?.(format, text2, { validateStream: false }) ?? text2;
}

// src/report/text.ts
var MOST_CAUSES2 = 12;
var MOST_FILES2 = 5;
var MOST_NAMES2 = 5;
var MOST_LISTED = 8;
var MAX_SENTENCE2 = 1e3;
var BADGES = { pass: ["good", "PASS  "], fail: ["bad", "FAIL  "], error: ["bad", "ERROR "] };
var LEVELS = {
  error: "bad",
  warning: "doubtful",
  note: "strong"
};
function renderText(run3, options) {
  const page = createPage(options);
  if (run3.packages.length !== 1) {
    page.line(`${badge(run3.outcome, page)}${totals(run3)}`);
    for (const report of run3.packages) page.line(`  ${headline2(report, page)}`);
  }
  for (const report of run3.packages) {
    page.blank();
    page.line(headline2(report, page));
    if (report.outcome === "error") writeReason(report, page);
    else writeVerdict(report, options.rules, page);
  }
  return page.text();
}
function renderHeadline(run3) {
  const page = createPage({ color: false, columns: 120 });
  const [only, ...others] = run3.packages;
  const single = only !== void 0 && others.length === 0;
  page.line(single ? headline2(only, page) : `${badge(run3.outcome, page)}${totals(run3)}`);
  return page.text();
}
function badge(outcome, page) {
  const [style, word] = BADGES[outcome];
  return page.paint(style, word);
}
function headline2(report, page) {
  const mark = badge(report.outcome, page);
  if (report.outcome === "error") return `${mark}${name2(report.target)}: NOT INSPECTED, nothing is claimed`;
  const who = page.paint("strong", `${name2(report.package.name)}@${name2(report.package.version)}`);
  return `${mark}${who} ${decision(report)}`;
}
function writeReason({ error: error2 }, page) {
  page.paragraph("  ", sentence2(error2.message));
  if (error2.help !== void 0) page.paragraph("  Next: ", sentence2(error2.help), "strong");
}
function writeVerdict(verdict, rules, page) {
  const causes = causesOf(verdict.findings, rules);
  const told = causes.filter(({ severity }) => severity !== "note");
  const notes = causes.filter(({ severity }) => severity === "note");
  writeExposure(verdict.exposure, page);
  for (const cause of told.slice(0, MOST_CAUSES2)) writeCause(cause, page);
  const left = told.slice(MOST_CAUSES2).reduce((sum, { findings }) => sum + findings.length, 0);
  if (left > 0) {
    page.blank();
    page.line(`and ${counted2(left, "finding")} more, of other causes; --format json lists them all`);
  }
  if (notes.length > 0) page.blank();
  for (const cause of notes) writeNote(cause, page);
  writeWaived(verdict, page);
  writeUninspected(verdict, page);
  writeBytes(verdict, page);
}
function writeExposure(exposure, page) {
  const { sources, firstParty, lines: lines3, bytes, namedOnly, folders, hosts, buckets } = exposure;
  if (sources === 0 && namedOnly === 0 && hosts.length === 0 && buckets.length === 0) return;
  page.blank();
  page.line(page.paint("strong", "Anyone could read"));
  if (sources > 0) {
    const what = `${counted2(sources, "original file")}, ${counted2(lines3, "line")} (${byteSize(bytes)})`;
    page.line(`  ${page.paint("strong", what)}; ${count3(firstParty)} your own`);
  }
  if (namedOnly > 0) {
    page.line(`  the paths of ${counted2(namedOnly, sources > 0 ? "more original file" : "original file")}`);
  }
  const writeNames = (word, items, write2) => {
    if (items.length > 0) page.paragraph(`  ${word}  `, listed3(items, MOST_NAMES2, write2));
  };
  writeNames("folders", folders, (folder) => `${name2(folder.name)} (${count3(folder.sources)})`);
  writeNames("buckets", buckets, name2);
  writeNames("hosts  ", hosts, name2);
}
function writeCause({ severity, title, rule: rule18, findings, help }, page) {
  const level2 = page.paint(LEVELS[severity], severity.toUpperCase());
  page.blank();
  page.line(
    `${level2}  ${page.paint("strong", logText(title))}${extentOf(findings)}  ${page.paint("faint", rule18)}`
  );
  writeFindings(findings, page);
  if (help !== void 0) page.paragraph("  Fix: ", sentence2(help), "good");
}
function extentOf(findings) {
  if (findings.length === 1) return "";
  const files = new Set(findings.map(({ path: path3 }) => path3)).size;
  if (files === findings.length) return ` (${counted2(files, "file")})`;
  return ` (${count3(findings.length)} places in ${counted2(files, "file")})`;
}
function writeFindings(findings, page) {
  const [first2] = findings;
  const once2 = findings.length > 1 && findings.every(({ message }) => message === first2.message);
  if (once2) page.paragraph("  ", sentence2(first2.message));
  const shown = findings.slice(0, MOST_FILES2).map((finding) => [name2(placeOf(finding)), once2 ? "" : sentence2(finding.message)]);
  const width = Math.max(...shown.map(([place]) => place.length));
  const isTable = findings.length > 1 && shown.every(([, message]) => page.fits(width + message.length + 4));
  for (const [place, message] of shown) {
    page.line(isTable ? `  ${place.padEnd(width)}  ${message}` : `  ${place}`);
    if (!isTable && message !== "") page.paragraph("    ", message);
  }
  if (findings.length > shown.length) page.line(`  and ${count3(findings.length - shown.length)} more`);
}
function writeNote({ title, rule: rule18, findings }, page) {
  const [first2, ...others] = findings;
  const more = others.length > 0 ? ` and ${count3(others.length)} more` : "";
  page.paragraph("note  ", `${logText(title)}: ${name2(placeOf(first2))}${more} (${rule18})`, "strong");
}
function writeWaived({ findings }, page) {
  const waived = findings.filter((finding) => finding.waived !== void 0);
  if (waived.length > 0) page.blank();
  for (const finding of waived.slice(0, MOST_LISTED)) {
    const { reason = "", owner = "", expires = "" } = finding.waived ?? {};
    const why = `${name2(reason)} (${name2(owner)}, until ${name2(expires)})`;
    page.paragraph("waived  ", `${finding.rule} in ${name2(placeOf(finding))}: ${why}`, "strong");
  }
  if (waived.length > MOST_LISTED) page.line(`and ${count3(waived.length - MOST_LISTED)} more waived`);
}
function writeUninspected({ uninspected }, page) {
  if (uninspected.length === 0) return;
  page.blank();
  const them = uninspected.length === 1 ? "it" : "them";
  page.line(`${page.paint("doubtful", "Not looked into")}, so nothing is claimed of ${them}:`);
  for (const { path: path3, reason } of uninspected.slice(0, MOST_LISTED)) {
    page.line(`  ${name2(path3)}: ${sentence2(reason)}`);
  }
  if (uninspected.length > MOST_LISTED) page.line(`  and ${count3(uninspected.length - MOST_LISTED)} more`);
}
function writeBytes(verdict, page) {
  const { target, size, unpackedSize, fileCount, integrity } = verdict.package;
  const measures = `${byteSize(size)}; ${counted2(fileCount, "file")}, ${byteSize(unpackedSize)} unpacked`;
  page.blank();
  page.line(`${page.paint("strong", "Inspected")} ${name2(target)} (${measures})`);
  page.line(`  ${page.paint("faint", integrity)}`);
  const { text: text2, command } = nextStep(verdict);
  page.paragraph("Next: ", text2, "strong");
  if (command !== void 0) page.line(`  ${page.paint("strong", command)}`);
}
function name2(text2) {
  return logText(shortened(text2));
}
function sentence2(text2) {
  return logText(shortened(text2, MAX_SENTENCE2));
}

// src/commands/check.ts
init_rule();

// src/policy/print-config.ts
function printConfig(policy, rules) {
  const lines3 = [
    [`# config: ${policy.configFile ?? "none"}; fails on: ${policy.failOn}; policy sha256: ${policy.digest}`],
    [`preset: ${policy.preset.value}`, policy.preset.from]
  ];
  if (policy.allow === null) lines3.push(["# allow: not set"]);
  else if (policy.allow.length === 0) lines3.push(["allow: []"]);
  else {
    lines3.push(["allow:"]);
    for (const { pattern, from } of policy.allow) lines3.push([`  - ${quote(pattern)}`, from]);
  }
  lines3.push(["rules:"]);
  for (const rule18 of rules) {
    const { value, from } = policy.levelOf(rule18);
    const ignore = policy.rules.filter((setting) => setting.rule === rule18.id || setting.rule === `${rule18.id.split("/", 1)[0]}/*`).flatMap((setting) => setting.ignore);
    const level2 = ignore.length > 0 ? `{ level: ${value}, ignore: [${ignore.map(quote).join(", ")}] }` : value;
    lines3.push([`  ${rule18.id}: ${level2}`, from]);
  }
  if (policy.waivers.length > 0) lines3.push(["waivers:"]);
  for (const { rule: rule18, path: path3, sha256, reason, owner, expires, from } of policy.waivers) {
    lines3.push([`  - rule: ${rule18}`, from], [`    path: ${quote(path3)}`]);
    if (sha256) lines3.push([`    sha256: ${quote(sha256)}`]);
    lines3.push([`    reason: ${quote(reason)}`], [`    owner: ${quote(owner)}`], [`    expires: ${expires}`]);
  }
  const { unpackedSize, growth } = policy.limits;
  if (unpackedSize || growth) lines3.push(["limits:"]);
  if (unpackedSize) lines3.push([`  unpackedSize: ${unpackedSize.value}`, unpackedSize.from]);
  if (growth) lines3.push([`  growth: ${Math.round(growth.value * 1e6) / 1e4}%`, growth.from]);
  const width = Math.min(50, Math.max(...lines3.map(([text2, from]) => from ? text2.length : 0)));
  return lines3.map(([text2, from]) => `${from ? `${text2.padEnd(width)}  # ${from}` : text2}
`).join("");
}
function quote(text2) {
  return JSON.stringify(text2);
}

// src/commands/print-config.ts
async function policyText(options, cwd, rules) {
  const config2 = await loadConfig({
    cwd,
    ...options.config !== void 0 && { file: options.config },
    knownRules: rules.map((rule18) => rule18.id)
  });
  const names = [...config2?.packages.keys() ?? []];
  const forAny = printConfig(createPolicy(config2, options, ""), rules);
  const forNamed = names.map((name3) => {
    return `---
# package: ${visible(name3)}
${printConfig(createPolicy(config2, options, name3), rules)}`;
  });
  return [forAny, ...forNamed].join("");
}

// src/commands/terminal.ts
init_errors();
var DEFAULT_COLUMNS = 100;
function write(stream, text2) {
  return new Promise((resolve8, reject) => {
    stream.write(text2, (error2) => {
      const code = error2 && "code" in error2 ? String(error2.code) : void 0;
      if (!error2 || code === "EPIPE" || code === "ERR_STREAM_DESTROYED") return resolve8();
      reject(
        new PackgateError("output", `the report cannot be printed: ${code ?? error2.message}`, {
          cause: error2
        })
      );
    });
  });
}
function hasColor(stream, env) {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}
function columnsOf(stream) {
  return stream.columns || DEFAULT_COLUMNS;
}

// src/commands/check.ts
var STATUS = { pass: 0, fail: 1, error: 2 };
async function runCheck(given, terminal, parts) {
  const options = checkOptions(given);
  if (given.has("print-config")) {
    await write(terminal.stdout, await policyText(options, terminal.cwd, parts.rules));
    return STATUS.pass;
  }
  const report = reportOptions(given, terminal, parts.rules);
  const sameFile = options.targets.find(
    (target) => report.output && resolve6(terminal.cwd, target) === report.output
  );
  if (sameFile !== void 0)
    throw usage(`--output would overwrite "${sameFile}", which is to be inspected`, "Name another file.");
  const showProgress = terminal.stderr.isTTY === true && !report.quiet;
  const world = {
    cwd: terminal.cwd,
    env: terminal.env,
    now: terminal.now,
    progress: (line) => void (showProgress && terminal.stderr.write(`${logText(line)}
`))
  };
  const run3 = await parts.check(options, world).catch(async (error2) => {
    await deliver(notInspected(options, error2), report, terminal);
    throw error2;
  });
  await deliver(run3, report, terminal);
  for (const item of run3.packages) {
    if (item.outcome === "error") await write(terminal.stderr, errorLine(item.error));
  }
  return Math.max(
    run3.packages.length === 0 ? STATUS.error : STATUS[run3.outcome],
    ...run3.packages.map(({ outcome }) => STATUS[outcome])
  );
}
function checkOptions(given) {
  const words = given.words.slice(1);
  const config2 = given.last("config");
  const preset = PRESETS.find((name3) => name3 === given.last("preset"));
  const keep = given.last("keep");
  const receipt = given.last("receipt");
  return {
    targets: words.length > 0 ? words : ["."],
    allow: given.all("allow"),
    failOn: SEVERITIES.find((name3) => name3 === given.last("fail-on")) ?? "error",
    ignoreScripts: given.has("ignore-scripts"),
    ...config2 === void 0 ? {} : { config: config2 },
    ...preset === void 0 ? {} : { preset },
    ...keep === void 0 ? {} : { keep },
    ...receipt === void 0 ? {} : { receipt }
  };
}
function reportOptions(given, terminal, rules) {
  const output = given.last("output");
  const toTerminal = output === void 0;
  return {
    format: FORMATS.find((name3) => name3 === given.last("format")) ?? "text",
    output: output === void 0 ? void 0 : resolve6(terminal.cwd, output),
    quiet: given.has("quiet"),
    color: toTerminal && !given.has("no-color") && hasColor(terminal.stdout, terminal.env),
    columns: toTerminal ? columnsOf(terminal.stdout) : DEFAULT_COLUMNS,
    rules
  };
}
async function deliver(run3, options, terminal) {
  const { format, output, quiet } = options;
  const text2 = RENDERERS[format](run3, options);
  const silent = quiet && run3.outcome === "pass" && run3.packages.every(isWhole);
  if (output !== void 0) {
    await writeReport(output, text2);
    if (format === "text" && !silent) await write(terminal.stdout, renderHeadline(run3));
  } else if (format !== "text") {
    await write(terminal.stdout, text2);
  } else if (!silent && run3.packages.some(({ outcome }) => outcome !== "error")) {
    await write(terminal.stdout, text2);
  }
}
var MAX_MARKDOWN = 65e3;
var RENDERERS = {
  text: renderText,
  json: renderJson,
  sarif: (run3, { rules }) => renderSarif(run3, rules),
  markdown: (run3, { rules }) => renderMarkdown(run3, { rules, maxBytes: MAX_MARKDOWN })
};
function isWhole(report) {
  return report.outcome === "pass" && report.uninspected.length === 0;
}
function notInspected(options, error2) {
  const reason = error2 instanceof PackgateError ? { code: error2.code, message: error2.message, help: error2.help } : {
    code: "bug",
    message: "packgate broke down",
    help: "The reason is on standard error; please report it."
  };
  return {
    outcome: "error",
    packages: options.targets.map((target) => ({ outcome: "error", target, error: reason })),
    failOn: options.failOn
  };
}

// src/commands/explain.ts
init_rule();
init_suggestion();
function explainRule(rule18, options) {
  const page = createPage(options);
  page.line(`${page.paint("strong", rule18.id)}  ${rule18.title}`);
  page.blank();
  page.paragraph("", logText(rule18.description));
  page.blank();
  page.paragraph("Fix: ", logText(rule18.help));
  page.blank();
  page.line(`Level       ${levels(rule18.levels)}`);
  for (const [variant, own2] of Object.entries(rule18.variants ?? {}))
    page.line(`            ${variant}: ${levels(own2)}`);
  page.line(`Weaknesses  ${rule18.cwe.map((id) => `CWE-${id}`).join(", ")}`);
  page.line("Config      rules:");
  page.line(`              ${rule18.id}: { level: warning, ignore: ["path/of/a/file.js"] }`);
  return page.text();
}
function listRules(rules, options) {
  const page = createPage(options);
  const width = Math.max(...rules.map((rule18) => rule18.id.length));
  for (const rule18 of rules)
    page.line(`${page.paint("strong", rule18.id)}${" ".repeat(width - rule18.id.length)}  ${rule18.title}`);
  return page.text();
}
function ruleNamed(id, rules) {
  const found = rules.find((rule18) => rule18.id === id);
  if (found !== void 0) return found;
  const near = nearestWord(
    id,
    rules.map((rule18) => rule18.id)
  );
  throw usage(
    `no rule is called "${id}", and explaining a path is not possible yet`,
    near === void 0 ? "packgate explain lists the rules." : `Did you mean "${near}"?`
  );
}
function levels(own2) {
  return PRESETS.map((preset) => `${own2[preset]} (${preset})`).join(", ");
}

// src/commands/help.ts
var HELP2 = `packgate ${VERSION}: opens the exact bytes about to be published and stops the release
when they hold source maps, unminified sources or files outside an allowlist.

  packgate check [target...]   inspect a tarball or a folder; "." if none is named
  packgate explain <rule>      what a rule means and how to fix it

A target is a tarball, a folder with a package.json (it is packed first), a glob of those,
or npm:<name>@<version>. "packgate <command> --help" tells more about a command.

Exit status: 0 may ship, 1 a finding stops the release, 2 not inspected: nothing is claimed.
`;
var CHECK_HELP = `packgate check [target...]

${optionLines(CHECK_OPTIONS)}

A target is a tarball, a folder with a package.json (it is packed first), a glob of those,
or npm:<name>@<version>; "." if none is named.

Exit status: 0 may ship, 1 a finding at or above --fail-on, 2 not inspected: nothing is claimed.
`;
var EXPLAIN_HELP = `packgate explain <rule>

${optionLines(COMMON_OPTIONS)}

Without a rule it lists them all.
`;
function optionLines(options) {
  const lines3 = Object.entries(options).map(([name3, { short, value, help }]) => {
    const left = `  ${short === void 0 ? "" : `-${short}, `}--${name3}${value === void 0 ? "" : ` ${value}`}`;
    return left.length < 32 ? `${left.padEnd(32)}${help}` : `${left}
${" ".repeat(32)}${help}`;
  });
  return lines3.join("\n");
}

// src/commands/run.ts
var COMMANDS = ["check", "explain"];
var NOT_INSPECTED2 = 2;
async function run2(terminal, parts) {
  for (const stream of [terminal.stdout, terminal.stderr]) stream.on("error", () => {
  });
  try {
    return await runCommand(terminal, parts);
  } catch (error2) {
    const text2 = error2 instanceof PackgateError ? errorLine(error2) : bugLines(error2);
    await write(terminal.stderr, text2).catch(() => {
    });
    return NOT_INSPECTED2;
  }
}
async function runCommand(terminal, parts) {
  const given = readArguments(terminal.argv, CHECK_OPTIONS);
  const [command] = given.words;
  if (given.has("version")) return print(terminal, `${VERSION}
`);
  if (command === void 0) {
    if (given.has("help")) return print(terminal, HELP2);
    await write(terminal.stderr, HELP2);
    return NOT_INSPECTED2;
  }
  if (command === "check")
    return given.has("help") ? print(terminal, CHECK_HELP) : runCheck(given, terminal, parts);
  if (command === "explain") return runExplain(terminal, parts.rules);
  throw unknownCommand(command, terminal.cwd);
}
function runExplain(terminal, rules) {
  const given = readArguments(terminal.argv, COMMON_OPTIONS);
  const [, id, ...others] = given.words;
  if (given.has("help")) return print(terminal, EXPLAIN_HELP);
  if (others.length > 0) throw usage("packgate explain takes one rule");
  const options = {
    color: !given.has("no-color") && hasColor(terminal.stdout, terminal.env),
    columns: columnsOf(terminal.stdout)
  };
  return print(
    terminal,
    id === void 0 ? listRules(rules, options) : explainRule(ruleNamed(id, rules), options)
  );
}
async function print(terminal, text2) {
  await write(terminal.stdout, text2);
  return 0;
}
function unknownCommand(command, cwd) {
  if (command.startsWith("npm:") || existsSync3(resolve7(cwd, command))) {
    return usage(`no command is called "${command}"`, `To inspect it: packgate check ${command}`);
  }
  const near = nearestWord(command, COMMANDS);
  return usage(
    `no command is called "${command}"`,
    near === void 0 ? void 0 : `Did you mean "${near}"?`
  );
}

// src/commands/process.ts
var NOT_INSPECTED3 = 2;
function runHere(parts) {
  process.exitCode = NOT_INSPECTED3;
  let finished = false;
  process.on("uncaughtException", (error2) => {
    process.stderr.write(bugLines(error2));
    process.exit(NOT_INSPECTED3);
  });
  process.on("beforeExit", () => {
    if (finished) return;
    finished = true;
    process.stderr.write(
      "packgate: stopped before the end, nothing is claimed. This is a bug of packgate, please report it.\n"
    );
  });
  const { argv, env, stdout, stderr } = process;
  run2({ argv: argv.slice(2), cwd: process.cwd(), env, stdout, stderr, now: /* @__PURE__ */ new Date() }, parts).then(
    (status) => {
      finished = true;
      process.exitCode = status;
    }
  );
}

// src/cli.ts
runHere({ check, rules: [...RULES, ...WAIVER_RULES] });
