// Written by "npm run generate" from tools/action. Licenses of the libraries: server/ThirdPartyNotices.txt.
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
};
var __copyProps = (to, from2, except, desc) => {
  if (from2 && typeof from2 === "object" || typeof from2 === "function") {
    for (let key of __getOwnPropNames(from2))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from2[key], enumerable: !(desc = __getOwnPropDesc(from2, key)) || desc.enumerable });
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

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
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
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function isObject(data3) {
  return typeof data3 === "object" && data3 !== null && !Array.isArray(data3);
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
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
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
function prefixIssues(path7, issues2) {
  return issues2.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path7);
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
function attachSchema(issues2, start, inst) {
  var _a3;
  for (let i = start; i < issues2.length; i++) {
    (_a3 = issues2[i]).schema ?? (_a3.schema = inst);
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
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
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
var Cached, captureStackTrace, propertyKeyTypes, NUMBER_FORMAT_RANGES, highSurrogate, installing, broke, breaker;
var init_util = __esm({
  "node_modules/zod/v4/core/util.js"() {
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
    captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
    };
    propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
    NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
      safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      int32: [-2147483648, 2147483647],
      uint32: [0, 4294967295],
      float32: [-34028234663852886e22, 34028234663852886e22],
      float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
    }))();
    highSurrogate = /[\uD800-\uDBFF]/;
    broke = false;
    breaker = {
      configurable: true,
      get() {
        broke = true;
        return void 0;
      }
    };
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
function $constructor(name2, initializer2, proto, params) {
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
    } else if (inst._zod.traits.has(name2)) {
      return;
    }
    inst._zod.traits.add(name2);
    initializer2(inst, def);
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
  Object.defineProperty(Definition, "name", { value: name2 });
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
      return inst?._zod?.traits?.has(name2);
    }
  });
  Object.defineProperty(_, "name", { value: name2 });
  return _;
}
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}
var _a, _zodDesc, _E, $ZodAsyncError, globalConfig;
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
var _messageDesc, _issuesDesc, _installedToString, initializer, $ZodError, $ZodRealError;
var init_errors = __esm({
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
function failure(Err, issues2, ctx) {
  let error;
  return {
    success: false,
    get error() {
      if (!error) {
        error = new Err(issues2.map((iss) => finalizeIssue(iss, ctx, config())));
        issues2 = void 0;
        ctx = void 0;
      }
      return error;
    },
    set error(e) {
      error = e;
      issues2 = void 0;
      ctx = void 0;
    }
  };
}
var _parse, parse, _parseAsync, parseAsync, _safeParse, safeParse, _safeParseAsync, safeParseAsync;
var init_parse = __esm({
  "node_modules/zod/v4/core/parse.js"() {
    init_core();
    init_errors();
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
    parse = /* @__PURE__ */ _parse($ZodRealError);
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
    parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError);
    _safeParse = (_Err) => (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
      const result = schema._zod.run({ value, issues: [] }, ctx);
      if (result instanceof Promise) {
        throw new $ZodAsyncError();
      }
      return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
    };
    safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
    _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
      const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
      let result = schema._zod.run({ value, issues: [] }, ctx);
      if (result instanceof Promise)
        result = await result;
      return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
    };
    safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);
  }
});

// node_modules/zod/v4/core/regexes.js
var anyString, number, boolean;
var init_regexes = __esm({
  "node_modules/zod/v4/core/regexes.js"() {
    anyString = /^[\s\S]{0,}$/;
    number = /^-?\d+(?:\.\d+)?$/;
    boolean = /^(?:true|false)$/i;
  }
});

// node_modules/zod/v4/core/checks.js
var $ZodCheck, _whenHasLength, numericOriginMap, $ZodCheckLessThan, $ZodCheckGreaterThan, $ZodCheckNumberFormat, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckStringFormat, $ZodCheckRegex;
var init_checks = __esm({
  "node_modules/zod/v4/core/checks.js"() {
    init_core();
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
  }
});

// node_modules/zod/v4/core/doc.js
var init_doc = __esm({
  "node_modules/zod/v4/core/doc.js"() {
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
async function validateAsync(inst, value) {
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
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse5 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse5(payload, ctx);
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
function handleUnionResults(results2, final, inst, ctx) {
  for (const result of results2) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results2.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results2.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
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
var $ZodType, toStandardResult, $ZodString, $ZodNumber, $ZodNumberFormat, $ZodBoolean, $ZodUnknown, $ZodNever, arraySize, $ZodArray, NO_SYMBOL_KEYS, $ZodObject, $ZodUnion, $ZodRecord, $ZodEnum, $ZodOptional, $ZodCustom;
var init_schemas = __esm({
  "node_modules/zod/v4/core/schemas.js"() {
    init_checks();
    init_core();
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
    $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
      $ZodType.init(inst, def);
      inst._zod.pattern = boolean;
      inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
          try {
            payload.value = Boolean(payload.value);
          } catch (_) {
          }
        const input = payload.value;
        if (typeof input === "boolean")
          return payload;
        payload.issues.push({
          expected: "boolean",
          code: "invalid_type",
          input,
          inst
        });
        return payload;
      };
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
      const memo = globalConfig.memoizer;
      memo?.attach(inst);
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
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
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
      const memo = globalConfig.memoizer;
      memo?.attach(inst);
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
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
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
      const first = def.options.length === 1 ? def.options[0]._zod.run : null;
      inst._zod.parse = (payload, ctx) => {
        if (first) {
          return first(payload, ctx);
        }
        let async = false;
        const results2 = [];
        for (const option of def.options) {
          const result = option._zod.run({
            value: payload.value,
            issues: []
          }, ctx);
          if (result instanceof Promise) {
            results2.push(result);
            async = true;
          } else {
            if (result.issues.length === 0)
              return result;
            results2.push(result);
          }
        }
        if (!async)
          return handleUnionResults(results2, payload, inst, ctx);
        return Promise.all(results2).then((results3) => {
          return handleUnionResults(results3, payload, inst, ctx);
        });
      };
    });
    $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
      $ZodType.init(inst, def);
      const memo = globalConfig.memoizer;
      memo?.attach(inst);
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
          payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
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
          payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
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
var init_memoizer = __esm({
  "node_modules/zod/v4/core/memoizer.js"() {
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
        const meta3 = _meta[0];
        this._map.set(schema, meta3);
        if (meta3 && typeof meta3 === "object" && "id" in meta3) {
          this._idmap.set(meta3.id, schema);
        }
        return this;
      }
      clear() {
        this._map = /* @__PURE__ */ new WeakMap();
        this._idmap = /* @__PURE__ */ new Map();
        return this;
      }
      remove(schema) {
        const meta3 = this._map.get(schema);
        if (meta3 && typeof meta3 === "object" && "id" in meta3) {
          this._idmap.delete(meta3.id);
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
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
  return new Class({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
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
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
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
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
  const schema = new Class({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
  const ch = new $ZodCheck({ check: "describe" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, description });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
  const ch = new $ZodCheck({ check: "meta" });
  ch._zod.onattach = [
    (inst) => {
      const existing = globalRegistry.get(inst) ?? {};
      globalRegistry.add(inst, { ...existing, ...metadata });
    }
  ];
  ch._zod.check = () => {
  };
  return ch;
}
var init_api = __esm({
  "node_modules/zod/v4/core/api.js"() {
    init_checks();
    init_registries();
    init_util();
  }
});

// node_modules/zod/v4/core/to-json-schema.js
var init_to_json_schema = __esm({
  "node_modules/zod/v4/core/to-json-schema.js"() {
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
    init_errors();
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

// node_modules/zod/v4/mini/parse.js
var init_parse2 = __esm({
  "node_modules/zod/v4/mini/parse.js"() {
    init_core2();
  }
});

// node_modules/zod/v4/mini/schemas.js
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
// @__NO_SIDE_EFFECTS__
function boolean2(params) {
  return _boolean(ZodMiniBoolean, params);
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _unknown(ZodMiniUnknown);
}
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...normalizeParams(params)
  };
  return new ZodMiniObject(def);
}
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function looseObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ unknown(),
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function union(options2, params) {
  return new ZodMiniUnion({
    type: "union",
    options: options2,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodMiniRecord({
      type: "record",
      keyType: /* @__PURE__ */ string2(),
      valueType: keyType,
      ...normalizeParams(valueType)
    });
  }
  return new ZodMiniRecord({
    type: "record",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType
  });
}
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
  return _refine(ZodMiniCustom, fn, _params);
}
var ZodMiniType, ZodMiniString, ZodMiniNumber, ZodMiniNumberFormat, ZodMiniBoolean, ZodMiniUnknown, ZodMiniNever, ZodMiniArray, ZodMiniObject, ZodMiniUnion, ZodMiniRecord, ZodMiniEnum, ZodMiniOptional, ZodMiniCustom, describe2, meta2;
var init_schemas2 = __esm({
  "node_modules/zod/v4/mini/schemas.js"() {
    init_core2();
    init_util();
    init_parse2();
    ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
      if (!inst._zod)
        throw new Error("Uninitialized schema in ZodMiniType.");
      $ZodType.init(inst, def);
      inst.def = def;
      inst.type = def.type;
    }, {
      // `with` is an alias for `check`: the same function object, not a wrapper.
      get with() {
        return this.check;
      },
      set with(value) {
        own(this, "with", value);
      },
      parse(data3, params) {
        return parse(this, data3, params, { callee: this.parse });
      },
      parseAsync(data3, params) {
        return parseAsync(this, data3, params, { callee: this.parseAsync });
      },
      safeParse(data3, params) {
        return safeParse(this, data3, params);
      },
      safeParseAsync(data3, params) {
        return safeParseAsync(this, data3, params);
      },
      check(...checks) {
        const def = this.def;
        return this.clone({
          ...def,
          checks: [
            ...def.checks ?? [],
            ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
          ]
        }, { parent: true });
      },
      clone(_def, params) {
        return clone(this, _def, params);
      },
      brand() {
        return this;
      },
      register(reg, meta3) {
        reg.add(this, meta3);
        return this;
      },
      apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
      }
    });
    ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
      $ZodString.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
      $ZodNumber.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
      $ZodNumberFormat.init(inst, def);
      ZodMiniNumber.init(inst, def);
    });
    ZodMiniBoolean = /* @__PURE__ */ $constructor("ZodMiniBoolean", (inst, def) => {
      $ZodBoolean.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniUnknown = /* @__PURE__ */ $constructor("ZodMiniUnknown", (inst, def) => {
      $ZodUnknown.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
      $ZodNever.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
      $ZodArray.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
      $ZodObject.init(inst, def);
      ZodMiniType.init(inst, def);
      installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
    });
    ZodMiniUnion = /* @__PURE__ */ $constructor("ZodMiniUnion", (inst, def) => {
      $ZodUnion.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniRecord = /* @__PURE__ */ $constructor("ZodMiniRecord", (inst, def) => {
      $ZodRecord.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
      $ZodEnum.init(inst, def);
      ZodMiniType.init(inst, def);
      inst.options = [...inst._zod.values];
    });
    ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
      $ZodOptional.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    ZodMiniCustom = /* @__PURE__ */ $constructor("ZodMiniCustom", (inst, def) => {
      $ZodCustom.init(inst, def);
      ZodMiniType.init(inst, def);
    });
    describe2 = describe;
    meta2 = meta;
  }
});

// node_modules/zod/v4/mini/checks.js
var init_checks2 = __esm({
  "node_modules/zod/v4/mini/checks.js"() {
    init_core2();
  }
});

// node_modules/zod/v4/mini/iso.js
var init_iso = __esm({
  "node_modules/zod/v4/mini/iso.js"() {
  }
});

// node_modules/zod/v4/mini/coerce.js
var init_coerce = __esm({
  "node_modules/zod/v4/mini/coerce.js"() {
  }
});

// node_modules/zod/v4/mini/external.js
var init_external = __esm({
  "node_modules/zod/v4/mini/external.js"() {
    init_core2();
    init_parse2();
    init_schemas2();
    init_checks2();
    init_locales();
    init_iso();
    init_coerce();
  }
});

// node_modules/zod/mini/index.js
var init_mini = __esm({
  "node_modules/zod/mini/index.js"() {
    init_external();
  }
});

// server/src/model/fields.ts
function definitionOf(name2) {
  return fields[name2];
}
function roleOf(name2) {
  return name2 && definitionOf(name2).role;
}
function shapeOf(name2) {
  const { type } = definitionOf(name2).schema._zod.def;
  return type === "string" ? "text" : type === "array" ? "list" : "object";
}
function fieldNamed(key) {
  return foldedNames.find(([name2, folded]) => key === name2 || folded.test(key))?.[0];
}
var base, version2, fields, fieldNames, fieldWith, foldedNames;
var init_fields = __esm({
  "server/src/model/fields.ts"() {
    "use strict";
    init_mini();
    base = string2().check(meta2({ pattern: "^\\d{6}\\.\\d{2}$" }));
    version2 = string2().check(meta2({ pattern: "^\\d{6}\\.\\d{2}\\.(0|[1-9]\\d*)$" }));
    fields = {
      hotfixes: {
        detail: "hotfix versions by base",
        schema: record(
          base,
          version2.check(
            describe2(
              "The hotfix version (YYYYMM.DD.PATCH) for nodes whose baked version has this base. It needs the same base and a strictly higher patch than theirs."
            )
          )
        ).check(
          describe2(
            "Hotfix versions by base: YYYYMM.DD to YYYYMM.DD.PATCH. A node looks up the base of its baked version, letter for letter; a base that is not listed gets no hotfix."
          )
        ),
        repeats: "merge",
        role: "entry"
      },
      version: {
        detail: "the older way to name one hotfix version",
        schema: version2.check(
          describe2(
            'The older way to name one hotfix version (YYYYMM.DD.PATCH). Nodes read it only while "hotfixes" is empty or absent.'
          )
        ),
        repeats: "replace",
        role: "pointer"
      },
      scripts_version: {
        detail: "the version of the provisioning scripts",
        schema: version2.check(
          describe2(
            'The version (YYYYMM.DD.PATCH) of the provisioning scripts. Independent of "hotfixes" and "version".'
          )
        ),
        repeats: "replace",
        role: "scripts"
      }
    };
    fieldNames = Object.keys(fields);
    fieldWith = Object.fromEntries(fieldNames.map((name2) => [roleOf(name2), name2]));
    foldedNames = fieldNames.map((name2) => [name2, new RegExp(`^${name2}$`, "iu")]);
  }
});

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text, ignoreTrivia = false) {
  const len = text.length;
  let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count, exact) {
    let digits = 0;
    let value2 = 0;
    while (digits < count || !exact) {
      let ch = text.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) {
        value2 = value2 * 16 + ch - 48;
      } else if (ch >= 65 && ch <= 70) {
        value2 = value2 * 16 + ch - 65 + 10;
      } else if (ch >= 97 && ch <= 102) {
        value2 = value2 * 16 + ch - 97 + 10;
      } else {
        break;
      }
      pos++;
      digits++;
    }
    if (digits < count) {
      value2 = -1;
    }
    return value2;
  }
  function setPosition(newPosition) {
    pos = newPosition;
    value = "";
    tokenOffset = 0;
    token = 16;
    scanError = 0;
  }
  function scanNumber() {
    let start = pos;
    if (text.charCodeAt(pos) === 48) {
      pos++;
    } else {
      pos++;
      while (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
      }
    }
    if (pos < text.length && text.charCodeAt(pos) === 46) {
      pos++;
      if (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
        while (pos < text.length && isDigit(text.charCodeAt(pos))) {
          pos++;
        }
      } else {
        scanError = 3;
        return text.substring(start, pos);
      }
    }
    let end = pos;
    if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
      pos++;
      if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) {
        pos++;
      }
      if (pos < text.length && isDigit(text.charCodeAt(pos))) {
        pos++;
        while (pos < text.length && isDigit(text.charCodeAt(pos))) {
          pos++;
        }
        end = pos;
      } else {
        scanError = 3;
      }
    }
    return text.substring(start, end);
  }
  function scanString() {
    let result = "", start = pos;
    while (true) {
      if (pos >= len) {
        result += text.substring(start, pos);
        scanError = 2;
        break;
      }
      const ch = text.charCodeAt(pos);
      if (ch === 34) {
        result += text.substring(start, pos);
        pos++;
        break;
      }
      if (ch === 92) {
        result += text.substring(start, pos);
        pos++;
        if (pos >= len) {
          scanError = 2;
          break;
        }
        const ch2 = text.charCodeAt(pos++);
        switch (ch2) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += "\n";
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            const ch3 = scanHexDigits(4, true);
            if (ch3 >= 0) {
              result += String.fromCharCode(ch3);
            } else {
              scanError = 4;
            }
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31) {
        if (isLineBreak(ch)) {
          result += text.substring(start, pos);
          scanError = 2;
          break;
        } else {
          scanError = 6;
        }
      }
      pos++;
    }
    return result;
  }
  function scanNext() {
    value = "";
    scanError = 0;
    tokenOffset = pos;
    lineStartOffset = lineNumber;
    prevTokenLineStartOffset = tokenLineStartOffset;
    if (pos >= len) {
      tokenOffset = len;
      return token = 17;
    }
    let code = text.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do {
        pos++;
        value += String.fromCharCode(code);
        code = text.charCodeAt(pos);
      } while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code)) {
      pos++;
      value += String.fromCharCode(code);
      if (code === 13 && text.charCodeAt(pos) === 10) {
        pos++;
        value += "\n";
      }
      lineNumber++;
      tokenLineStartOffset = pos;
      return token = 14;
    }
    switch (code) {
      // tokens: []{}:,
      case 123:
        pos++;
        return token = 1;
      case 125:
        pos++;
        return token = 2;
      case 91:
        pos++;
        return token = 3;
      case 93:
        pos++;
        return token = 4;
      case 58:
        pos++;
        return token = 6;
      case 44:
        pos++;
        return token = 5;
      // strings
      case 34:
        pos++;
        value = scanString();
        return token = 10;
      // comments
      case 47:
        const start = pos - 1;
        if (text.charCodeAt(pos + 1) === 47) {
          pos += 2;
          while (pos < len) {
            if (isLineBreak(text.charCodeAt(pos))) {
              break;
            }
            pos++;
          }
          value = text.substring(start, pos);
          return token = 12;
        }
        if (text.charCodeAt(pos + 1) === 42) {
          pos += 2;
          const safeLength = len - 1;
          let commentClosed = false;
          while (pos < safeLength) {
            const ch = text.charCodeAt(pos);
            if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
              pos += 2;
              commentClosed = true;
              break;
            }
            pos++;
            if (isLineBreak(ch)) {
              if (ch === 13 && text.charCodeAt(pos) === 10) {
                pos++;
              }
              lineNumber++;
              tokenLineStartOffset = pos;
            }
          }
          if (!commentClosed) {
            pos++;
            scanError = 1;
          }
          value = text.substring(start, pos);
          return token = 13;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
      // numbers
      case 45:
        value += String.fromCharCode(code);
        pos++;
        if (pos === len || !isDigit(text.charCodeAt(pos))) {
          return token = 16;
        }
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        value += scanNumber();
        return token = 11;
      // literals and unknown symbols
      default:
        while (pos < len && isUnknownContentCharacter(code)) {
          pos++;
          code = text.charCodeAt(pos);
        }
        if (tokenOffset !== pos) {
          value = text.substring(tokenOffset, pos);
          switch (value) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code)) {
      return false;
    }
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return false;
    }
    return true;
  }
  function scanNextNonTrivia() {
    let result;
    do {
      result = scanNext();
    } while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var init_scanner = __esm({
  "node_modules/jsonc-parser/lib/esm/impl/scanner.js"() {
    "use strict";
  }
});

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces, maxCachedValues, cachedBreakLinesWithSpaces, supportedEols;
var init_string_intern = __esm({
  "node_modules/jsonc-parser/lib/esm/impl/string-intern.js"() {
    cachedSpaces = new Array(20).fill(0).map((_, index) => {
      return " ".repeat(index);
    });
    maxCachedValues = 200;
    cachedBreakLinesWithSpaces = {
      " ": {
        "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\n" + " ".repeat(index);
        }),
        "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\r" + " ".repeat(index);
        }),
        "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\r\n" + " ".repeat(index);
        })
      },
      "	": {
        "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\n" + "	".repeat(index);
        }),
        "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\r" + "	".repeat(index);
        }),
        "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
          return "\r\n" + "	".repeat(index);
        })
      }
    };
    supportedEols = ["\n", "\r", "\r\n"];
  }
});

// node_modules/jsonc-parser/lib/esm/impl/format.js
function format(documentText, range, options2) {
  let initialIndentLevel;
  let formatText;
  let formatTextStart;
  let rangeStart;
  let rangeEnd;
  if (range) {
    rangeStart = range.offset;
    rangeEnd = rangeStart + range.length;
    formatTextStart = rangeStart;
    while (formatTextStart > 0 && !isEOL(documentText, formatTextStart - 1)) {
      formatTextStart--;
    }
    let endOffset = rangeEnd;
    while (endOffset < documentText.length && !isEOL(documentText, endOffset)) {
      endOffset++;
    }
    formatText = documentText.substring(formatTextStart, endOffset);
    initialIndentLevel = computeIndentLevel(formatText, options2);
  } else {
    formatText = documentText;
    initialIndentLevel = 0;
    formatTextStart = 0;
    rangeStart = 0;
    rangeEnd = documentText.length;
  }
  const eol = getEOL(options2, documentText);
  const eolFastPathSupported = supportedEols.includes(eol);
  let numberLineBreaks = 0;
  let indentLevel = 0;
  let indentValue;
  if (options2.insertSpaces) {
    indentValue = cachedSpaces[options2.tabSize || 4] ?? repeat(cachedSpaces[1], options2.tabSize || 4);
  } else {
    indentValue = "	";
  }
  const indentType = indentValue === "	" ? "	" : " ";
  let scanner = createScanner(formatText, false);
  let hasError = false;
  function newLinesAndIndent() {
    if (numberLineBreaks > 1) {
      return repeat(eol, numberLineBreaks) + repeat(indentValue, initialIndentLevel + indentLevel);
    }
    const amountOfSpaces = indentValue.length * (initialIndentLevel + indentLevel);
    if (!eolFastPathSupported || amountOfSpaces > cachedBreakLinesWithSpaces[indentType][eol].length) {
      return eol + repeat(indentValue, initialIndentLevel + indentLevel);
    }
    if (amountOfSpaces <= 0) {
      return eol;
    }
    return cachedBreakLinesWithSpaces[indentType][eol][amountOfSpaces];
  }
  function scanNext() {
    let token = scanner.scan();
    numberLineBreaks = 0;
    while (token === 15 || token === 14) {
      if (token === 14 && options2.keepLines) {
        numberLineBreaks += 1;
      } else if (token === 14) {
        numberLineBreaks = 1;
      }
      token = scanner.scan();
    }
    hasError = token === 16 || scanner.getTokenError() !== 0;
    return token;
  }
  const editOperations = [];
  function addEdit(text, startOffset, endOffset) {
    if (!hasError && (!range || startOffset < rangeEnd && endOffset > rangeStart) && documentText.substring(startOffset, endOffset) !== text) {
      editOperations.push({ offset: startOffset, length: endOffset - startOffset, content: text });
    }
  }
  let firstToken2 = scanNext();
  if (options2.keepLines && numberLineBreaks > 0) {
    addEdit(repeat(eol, numberLineBreaks), 0, 0);
  }
  if (firstToken2 !== 17) {
    let firstTokenStart = scanner.getTokenOffset() + formatTextStart;
    let initialIndent = indentValue.length * initialIndentLevel < 20 && options2.insertSpaces ? cachedSpaces[indentValue.length * initialIndentLevel] : repeat(indentValue, initialIndentLevel);
    addEdit(initialIndent, formatTextStart, firstTokenStart);
  }
  while (firstToken2 !== 17) {
    let firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
    let secondToken = scanNext();
    let replaceContent = "";
    let needsLineBreak = false;
    while (numberLineBreaks === 0 && (secondToken === 12 || secondToken === 13)) {
      let commentTokenStart = scanner.getTokenOffset() + formatTextStart;
      addEdit(cachedSpaces[1], firstTokenEnd, commentTokenStart);
      firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
      needsLineBreak = secondToken === 12;
      replaceContent = needsLineBreak ? newLinesAndIndent() : "";
      secondToken = scanNext();
    }
    if (secondToken === 2) {
      if (firstToken2 !== 1) {
        indentLevel--;
      }
      ;
      if (options2.keepLines && numberLineBreaks > 0 || !options2.keepLines && firstToken2 !== 1) {
        replaceContent = newLinesAndIndent();
      } else if (options2.keepLines) {
        replaceContent = cachedSpaces[1];
      }
    } else if (secondToken === 4) {
      if (firstToken2 !== 3) {
        indentLevel--;
      }
      ;
      if (options2.keepLines && numberLineBreaks > 0 || !options2.keepLines && firstToken2 !== 3) {
        replaceContent = newLinesAndIndent();
      } else if (options2.keepLines) {
        replaceContent = cachedSpaces[1];
      }
    } else {
      switch (firstToken2) {
        case 3:
        case 1:
          indentLevel++;
          if (options2.keepLines && numberLineBreaks > 0 || !options2.keepLines) {
            replaceContent = newLinesAndIndent();
          } else {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 5:
          if (options2.keepLines && numberLineBreaks > 0 || !options2.keepLines) {
            replaceContent = newLinesAndIndent();
          } else {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 12:
          replaceContent = newLinesAndIndent();
          break;
        case 13:
          if (numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (!needsLineBreak) {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 6:
          if (options2.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (!needsLineBreak) {
            replaceContent = cachedSpaces[1];
          }
          break;
        case 10:
          if (options2.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else if (secondToken === 6 && !needsLineBreak) {
            replaceContent = "";
          }
          break;
        case 7:
        case 8:
        case 9:
        case 11:
        case 2:
        case 4:
          if (options2.keepLines && numberLineBreaks > 0) {
            replaceContent = newLinesAndIndent();
          } else {
            if ((secondToken === 12 || secondToken === 13) && !needsLineBreak) {
              replaceContent = cachedSpaces[1];
            } else if (secondToken !== 5 && secondToken !== 17) {
              hasError = true;
            }
          }
          break;
        case 16:
          hasError = true;
          break;
      }
      if (numberLineBreaks > 0 && (secondToken === 12 || secondToken === 13)) {
        replaceContent = newLinesAndIndent();
      }
    }
    if (secondToken === 17) {
      if (options2.keepLines && numberLineBreaks > 0) {
        replaceContent = newLinesAndIndent();
      } else {
        replaceContent = options2.insertFinalNewline ? eol : "";
      }
    }
    const secondTokenStart = scanner.getTokenOffset() + formatTextStart;
    addEdit(replaceContent, firstTokenEnd, secondTokenStart);
    firstToken2 = secondToken;
  }
  return editOperations;
}
function repeat(s, count) {
  let result = "";
  for (let i = 0; i < count; i++) {
    result += s;
  }
  return result;
}
function computeIndentLevel(content, options2) {
  let i = 0;
  let nChars = 0;
  const tabSize = options2.tabSize || 4;
  while (i < content.length) {
    let ch = content.charAt(i);
    if (ch === cachedSpaces[1]) {
      nChars++;
    } else if (ch === "	") {
      nChars += tabSize;
    } else {
      break;
    }
    i++;
  }
  return Math.floor(nChars / tabSize);
}
function getEOL(options2, text) {
  for (let i = 0; i < text.length; i++) {
    const ch = text.charAt(i);
    if (ch === "\r") {
      if (i + 1 < text.length && text.charAt(i + 1) === "\n") {
        return "\r\n";
      }
      return "\r";
    } else if (ch === "\n") {
      return "\n";
    }
  }
  return options2 && options2.eol || "\n";
}
function isEOL(text, offset) {
  return "\r\n".indexOf(text.charAt(offset)) !== -1;
}
var init_format = __esm({
  "node_modules/jsonc-parser/lib/esm/impl/format.js"() {
    "use strict";
    init_scanner();
    init_string_intern();
  }
});

// node_modules/jsonc-parser/lib/esm/impl/parser.js
function parseTree(text, errors = [], options2 = ParseOptions.DEFAULT) {
  let currentParent = { type: "array", offset: -1, length: -1, children: [], parent: void 0 };
  function ensurePropertyComplete(endOffset) {
    if (currentParent.type === "property") {
      currentParent.length = endOffset - currentParent.offset;
      currentParent = currentParent.parent;
    }
  }
  function onValue(valueNode) {
    currentParent.children.push(valueNode);
    return valueNode;
  }
  const visitor = {
    onObjectBegin: (offset) => {
      currentParent = onValue({ type: "object", offset, length: -1, parent: currentParent, children: [] });
    },
    onObjectProperty: (name2, offset, length) => {
      currentParent = onValue({ type: "property", offset, length: -1, parent: currentParent, children: [] });
      currentParent.children.push({ type: "string", value: name2, offset, length, parent: currentParent });
    },
    onObjectEnd: (offset, length) => {
      ensurePropertyComplete(offset + length);
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onArrayBegin: (offset, length) => {
      currentParent = onValue({ type: "array", offset, length: -1, parent: currentParent, children: [] });
    },
    onArrayEnd: (offset, length) => {
      currentParent.length = offset + length - currentParent.offset;
      currentParent = currentParent.parent;
      ensurePropertyComplete(offset + length);
    },
    onLiteralValue: (value, offset, length) => {
      onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
      ensurePropertyComplete(offset + length);
    },
    onSeparator: (sep11, offset, length) => {
      if (currentParent.type === "property") {
        if (sep11 === ":") {
          currentParent.colonOffset = offset;
        } else if (sep11 === ",") {
          ensurePropertyComplete(offset);
        }
      }
    },
    onError: (error, offset, length) => {
      errors.push({ error, offset, length });
    }
  };
  visit(text, visitor, options2);
  const result = currentParent.children[0];
  if (result) {
    delete result.parent;
  }
  return result;
}
function findNodeAtLocation(root, path7) {
  if (!root) {
    return void 0;
  }
  let node = root;
  for (let segment2 of path7) {
    if (typeof segment2 === "string") {
      if (node.type !== "object" || !Array.isArray(node.children)) {
        return void 0;
      }
      let found2 = false;
      for (const propertyNode of node.children) {
        if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment2 && propertyNode.children.length === 2) {
          node = propertyNode.children[1];
          found2 = true;
          break;
        }
      }
      if (!found2) {
        return void 0;
      }
    } else {
      const index = segment2;
      if (node.type !== "array" || index < 0 || !Array.isArray(node.children) || index >= node.children.length) {
        return void 0;
      }
      node = node.children[index];
    }
  }
  return node;
}
function visit(text, visitor, options2 = ParseOptions.DEFAULT) {
  const _scanner = createScanner(text, false);
  const _jsonPath = [];
  let suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks++;
      } else {
        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
        if (cbReturn === false) {
          suppressedCallbacks = 1;
        }
      }
    } : () => true;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks--;
      }
      if (suppressedCallbacks === 0) {
        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
      }
    } : () => true;
  }
  const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
  const disallowComments = options2 && options2.disallowComments;
  const allowTrailingComma = options2 && options2.allowTrailingComma;
  function scanNext() {
    while (true) {
      const token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          if (!disallowComments) {
            handleError(
              11
              /* ParseErrorCode.UnexpectedEndOfComment */
            );
          }
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          if (disallowComments) {
            handleError(
              10
              /* ParseErrorCode.InvalidCommentToken */
            );
          } else {
            onComment();
          }
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    onError(error);
    if (skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      while (token !== 17) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) {
          break;
        }
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    const value = _scanner.getTokenValue();
    if (isValue) {
      onLiteralValue(value);
    } else {
      onObjectProperty(value);
      _jsonPath.push(value);
    }
    scanNext();
    return true;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        const tokenValue = _scanner.getTokenValue();
        let value = Number(tokenValue);
        if (isNaN(value)) {
          handleError(
            2
            /* ParseErrorCode.InvalidNumberFormat */
          );
          value = 0;
        }
        onLiteralValue(value);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(true);
        break;
      case 9:
        onLiteralValue(false);
        break;
      default:
        return false;
    }
    scanNext();
    return true;
  }
  function parseProperty() {
    if (_scanner.getToken() !== 10) {
      handleError(3, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
      return false;
    }
    parseString(false);
    if (_scanner.getToken() === 6) {
      onSeparator(":");
      scanNext();
      if (!parseValue()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
    } else {
      handleError(5, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
    }
    _jsonPath.pop();
    return true;
  }
  function parseObject() {
    onObjectBegin();
    scanNext();
    let needsComma = false;
    while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 2 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (!parseProperty()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onObjectEnd();
    if (_scanner.getToken() !== 2) {
      handleError(7, [
        2
        /* SyntaxKind.CloseBraceToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseArray() {
    onArrayBegin();
    scanNext();
    let isFirstElement = true;
    let needsComma = false;
    while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 4 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (isFirstElement) {
        _jsonPath.push(0);
        isFirstElement = false;
      } else {
        _jsonPath[_jsonPath.length - 1]++;
      }
      if (!parseValue()) {
        handleError(4, [], [
          4,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onArrayEnd();
    if (!isFirstElement) {
      _jsonPath.pop();
    }
    if (_scanner.getToken() !== 4) {
      handleError(8, [
        4
        /* SyntaxKind.CloseBracketToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(true);
      default:
        return parseLiteral();
    }
  }
  scanNext();
  if (_scanner.getToken() === 17) {
    if (options2.allowEmptyContent) {
      return true;
    }
    handleError(4, [], []);
    return false;
  }
  if (!parseValue()) {
    handleError(4, [], []);
    return false;
  }
  if (_scanner.getToken() !== 17) {
    handleError(9, [], []);
  }
  return true;
}
function getNodeType(value) {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    case "object": {
      if (!value) {
        return "null";
      } else if (Array.isArray(value)) {
        return "array";
      }
      return "object";
    }
    default:
      return "null";
  }
}
var ParseOptions;
var init_parser = __esm({
  "node_modules/jsonc-parser/lib/esm/impl/parser.js"() {
    "use strict";
    init_scanner();
    ParseOptions = /* @__PURE__ */ (function(ParseOptions2) {
      ParseOptions2.DEFAULT = {
        allowTrailingComma: false
      };
      return ParseOptions2;
    })({});
  }
});

// node_modules/jsonc-parser/lib/esm/impl/edit.js
function setProperty(text, originalPath, value, options2) {
  const path7 = originalPath.slice();
  const errors = [];
  const root = parseTree(text, errors);
  let parent = void 0;
  let lastSegment = void 0;
  while (path7.length > 0) {
    lastSegment = path7.pop();
    parent = findNodeAtLocation(root, path7);
    if (parent === void 0 && value !== void 0) {
      if (typeof lastSegment === "string") {
        value = { [lastSegment]: value };
      } else {
        value = [value];
      }
    } else {
      break;
    }
  }
  if (!parent) {
    if (value === void 0) {
      throw new Error("Can not delete in empty document");
    }
    return withFormatting(text, { offset: root ? root.offset : 0, length: root ? root.length : 0, content: JSON.stringify(value) }, options2);
  } else if (parent.type === "object" && typeof lastSegment === "string" && Array.isArray(parent.children)) {
    const existing = findNodeAtLocation(parent, [lastSegment]);
    if (existing !== void 0) {
      if (value === void 0) {
        if (!existing.parent) {
          throw new Error("Malformed AST");
        }
        const propertyIndex = parent.children.indexOf(existing.parent);
        let removeBegin;
        let removeEnd = existing.parent.offset + existing.parent.length;
        if (propertyIndex > 0) {
          let previous = parent.children[propertyIndex - 1];
          removeBegin = previous.offset + previous.length;
        } else {
          removeBegin = parent.offset + 1;
          if (parent.children.length > 1) {
            let next = parent.children[1];
            removeEnd = next.offset;
          }
        }
        return withFormatting(text, { offset: removeBegin, length: removeEnd - removeBegin, content: "" }, options2);
      } else {
        return withFormatting(text, { offset: existing.offset, length: existing.length, content: JSON.stringify(value) }, options2);
      }
    } else {
      if (value === void 0) {
        return [];
      }
      const newProperty = `${JSON.stringify(lastSegment)}: ${JSON.stringify(value)}`;
      const index = options2.getInsertionIndex ? options2.getInsertionIndex(parent.children.map((p) => p.children[0].value)) : parent.children.length;
      let edit;
      if (index > 0) {
        let previous = parent.children[index - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      } else if (parent.children.length === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty };
      } else {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty + "," };
      }
      return withFormatting(text, edit, options2);
    }
  } else if (parent.type === "array" && typeof lastSegment === "number" && Array.isArray(parent.children)) {
    const insertIndex = lastSegment;
    if (insertIndex === -1) {
      const newProperty = `${JSON.stringify(value)}`;
      let edit;
      if (parent.children.length === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: newProperty };
      } else {
        const previous = parent.children[parent.children.length - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      }
      return withFormatting(text, edit, options2);
    } else if (value === void 0 && parent.children.length >= 0) {
      const removalIndex = lastSegment;
      const toRemove = parent.children[removalIndex];
      let edit;
      if (parent.children.length === 1) {
        edit = { offset: parent.offset + 1, length: parent.length - 2, content: "" };
      } else if (parent.children.length - 1 === removalIndex) {
        let previous = parent.children[removalIndex - 1];
        let offset = previous.offset + previous.length;
        let parentEndOffset = parent.offset + parent.length;
        edit = { offset, length: parentEndOffset - 2 - offset, content: "" };
      } else {
        edit = { offset: toRemove.offset, length: parent.children[removalIndex + 1].offset - toRemove.offset, content: "" };
      }
      return withFormatting(text, edit, options2);
    } else if (value !== void 0) {
      let edit;
      const newProperty = `${JSON.stringify(value)}`;
      if (!options2.isArrayInsertion && parent.children.length > lastSegment) {
        const toModify = parent.children[lastSegment];
        edit = { offset: toModify.offset, length: toModify.length, content: newProperty };
      } else if (parent.children.length === 0 || lastSegment === 0) {
        edit = { offset: parent.offset + 1, length: 0, content: parent.children.length === 0 ? newProperty : newProperty + "," };
      } else {
        const index = lastSegment > parent.children.length ? parent.children.length : lastSegment;
        const previous = parent.children[index - 1];
        edit = { offset: previous.offset + previous.length, length: 0, content: "," + newProperty };
      }
      return withFormatting(text, edit, options2);
    } else {
      throw new Error(`Can not ${value === void 0 ? "remove" : options2.isArrayInsertion ? "insert" : "modify"} Array index ${insertIndex} as length is not sufficient`);
    }
  } else {
    throw new Error(`Can not add ${typeof lastSegment !== "number" ? "index" : "property"} to parent of type ${parent.type}`);
  }
}
function withFormatting(text, edit, options2) {
  if (!options2.formattingOptions) {
    return [edit];
  }
  let newText = applyEdit(text, edit);
  let begin = edit.offset;
  let end = edit.offset + edit.content.length;
  if (edit.length === 0 || edit.content.length === 0) {
    while (begin > 0 && !isEOL(newText, begin - 1)) {
      begin--;
    }
    while (end < newText.length && !isEOL(newText, end)) {
      end++;
    }
  }
  const edits = format(newText, { offset: begin, length: end - begin }, { ...options2.formattingOptions, keepLines: false });
  for (let i = edits.length - 1; i >= 0; i--) {
    const edit2 = edits[i];
    newText = applyEdit(newText, edit2);
    begin = Math.min(begin, edit2.offset);
    end = Math.max(end, edit2.offset + edit2.length);
    end += edit2.content.length - edit2.length;
  }
  const editLength = text.length - (newText.length - end) - begin;
  return [{ offset: begin, length: editLength, content: newText.substring(begin, end) }];
}
function applyEdit(text, edit) {
  return text.substring(0, edit.offset) + edit.content + text.substring(edit.offset + edit.length);
}
var init_edit = __esm({
  "node_modules/jsonc-parser/lib/esm/impl/edit.js"() {
    "use strict";
    init_format();
    init_parser();
  }
});

// node_modules/jsonc-parser/lib/esm/main.js
function printParseErrorCode(code) {
  switch (code) {
    case 1:
      return "InvalidSymbol";
    case 2:
      return "InvalidNumberFormat";
    case 3:
      return "PropertyNameExpected";
    case 4:
      return "ValueExpected";
    case 5:
      return "ColonExpected";
    case 6:
      return "CommaExpected";
    case 7:
      return "CloseBraceExpected";
    case 8:
      return "CloseBracketExpected";
    case 9:
      return "EndOfFileExpected";
    case 10:
      return "InvalidCommentToken";
    case 11:
      return "UnexpectedEndOfComment";
    case 12:
      return "UnexpectedEndOfString";
    case 13:
      return "UnexpectedEndOfNumber";
    case 14:
      return "InvalidUnicode";
    case 15:
      return "InvalidEscapeCharacter";
    case 16:
      return "InvalidCharacter";
  }
  return "<unknown ParseErrorCode>";
}
function modify(text, path7, value, options2) {
  return setProperty(text, path7, value, options2);
}
function applyEdits(text, edits) {
  let sortedEdits = edits.slice(0).sort((a, b) => {
    const diff2 = a.offset - b.offset;
    if (diff2 === 0) {
      return a.length - b.length;
    }
    return diff2;
  });
  let lastModifiedOffset = text.length;
  for (let i = sortedEdits.length - 1; i >= 0; i--) {
    let e = sortedEdits[i];
    if (e.offset + e.length <= lastModifiedOffset) {
      text = applyEdit(text, e);
    } else {
      throw new Error("Overlapping edit");
    }
    lastModifiedOffset = e.offset;
  }
  return text;
}
var createScanner2, parseTree2, findNodeAtLocation2, visit2;
var init_main = __esm({
  "node_modules/jsonc-parser/lib/esm/main.js"() {
    "use strict";
    init_edit();
    init_scanner();
    init_parser();
    createScanner2 = createScanner;
    parseTree2 = parseTree;
    findNodeAtLocation2 = findNodeAtLocation;
    visit2 = visit;
  }
});

// server/src/model/encoding.ts
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeInvalidUtf8(bytes);
  }
}
function decodeInvalidUtf8(bytes) {
  const chunks = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    chunks.push(length === 0 ? "\uFFFD" : String.fromCodePoint(codePoint(bytes, at, length)));
    at += length || 1;
  }
  return chunks.join("");
}
function sequenceLength(bytes, at) {
  const first = bytes[at] ?? 0;
  if (first < 128) return 1;
  const length = first >= 240 ? 4 : first >= 224 ? 3 : first >= 194 ? 2 : 0;
  if (length === 0 || first > 244) return 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 192) !== 128) return 0;
  const code = codePoint(bytes, at, length);
  const surrogate = code >= 55296 && code <= 57343;
  return code < (smallest[length] ?? 0) || code > 1114111 || surrogate ? 0 : length;
}
function codePoint(bytes, at, length) {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let code = first & 127 >> length;
  for (let i = 1; i < length; i++) code = code << 6 | (bytes[at + i] ?? 0) & 63;
  return code;
}
function looksLikeUtf16(text) {
  return /^(?:\ufffd\ufffd)?(?:[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/.test(text);
}
function isReadAsUtf8(encoding) {
  return !/^utf-?(?:8bom|16)/i.test(encoding);
}
var smallest;
var init_encoding = __esm({
  "server/src/model/encoding.ts"() {
    "use strict";
    smallest = [0, 0, 128, 2048, 65536];
  }
});

// server/src/model/lexical.ts
function lastOfString(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "\n" || character === "\r") return at;
    if (character === "\\") at++;
  }
  return text.length;
}
function lastOfComment(text, start) {
  const second = text.charAt(start + 1);
  if (second === "*") {
    const end = text.indexOf("*/", start + 2);
    return end < 0 ? text.length : end + 1;
  }
  if (second !== "/") return start;
  const length = text.slice(start).search(/[\r\n]/);
  return length < 0 ? text.length : start + length;
}
var init_lexical = __esm({
  "server/src/model/lexical.ts"() {
    "use strict";
  }
});

// server/src/model/source.ts
function configSource(text, root, faults) {
  return { text, root, fields: root?.kind === "object" ? root.properties.map(fieldOf) : [], faults };
}
function fieldOf({ key, value }) {
  const name2 = fieldNamed(key.value);
  const role = roleOf(name2);
  return {
    key,
    value,
    name: name2,
    role,
    entries: role === "entry" && value.kind === "object" ? value.properties : []
  };
}
var init_source = __esm({
  "server/src/model/source.ts"() {
    "use strict";
    init_fields();
  }
});

// server/src/model/typography.ts
function withJsonQuotesAndSpaces(text, most) {
  const faults = [];
  let plain3 = "";
  let before = "{";
  const replaceUpTo = (end, start, code, replaced2) => {
    if (faults.length < most) faults.push({ code, start, end });
    plain3 += text.slice(plain3.length, start) + replaced2;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[ \t\r\n]/.test(character)) continue;
    if (character === "/") {
      at = lastOfComment(text, at);
      continue;
    }
    const spaces = matchAt(foreignSpaces, text, at);
    if (spaces > 0) {
      replaceUpTo(at + spaces, at, "foreign-space", " ".repeat(spaces));
      at += spaces - 1;
      continue;
    }
    const length = /[{[,:]/.test(before) ? matchAt(foreignString, text, at) : 0;
    if (length > 0) {
      const end = at + length;
      replaceUpTo(end, at, "foreign-quotes", `"${text.slice(at + 1, end - 1)}"`);
      at = end - 1;
    } else if (character === '"') at = lastOfString(text, at);
    before = character;
  }
  return { text: plain3 + text.slice(plain3.length), faults };
}
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
var foreignSpaces, foreignString;
var init_typography = __esm({
  "server/src/model/typography.ts"() {
    "use strict";
    init_lexical();
    foreignSpaces = /[\v\f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/y;
    foreignString = /(?:'[^'"\\\r\n]*'|[“”„‟][^“”„‟"\\\r\n]*[“”„‟]|[‘’‚‛][^‘’‚‛"\\\r\n]*[‘’‚‛])/y;
  }
});

// server/src/model/recover.ts
function recover(text, firstFault) {
  const nothingBut = (fault) => {
    return { ...configSource(text, void 0, [strictOnly(fault)]), certainUntil: 0 };
  };
  if (looksLikeUtf16(text)) return nothingBut({ code: "utf-16", start: 0, end: 1 });
  if (nestingDepth(text) > deepestRecovery) return nothingBut(firstFault);
  const marks = byteOrderMarks.exec(text)?.[0].length ?? 0;
  const plain3 = withJsonQuotesAndSpaces(" ".repeat(marks) + text.slice(marks), mostFaults);
  const recovery = new Recovery(plain3, marks);
  const { strays, faults } = recovery;
  const firstDoubt = faults.length > 0 ? recovery.firstDoubt : firstFault.start;
  const { root } = strays.length > 0 ? new Recovery({ text: blanked(plain3.text, strays), faults: [] }, 0) : recovery;
  return {
    ...configSource(
      text,
      root,
      faults.length > 0 ? withoutEchoes(faults, firstFault) : [strictOnly(firstFault)]
    ),
    certainUntil: strays.reduce((least, { start }) => Math.min(least, start), firstDoubt)
  };
}
function blanked(text, ranges) {
  let result = "";
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(result.length, start);
    result += " ".repeat(Math.max(0, end - result.length));
  }
  return result + text.slice(result.length);
}
function nestingDepth(text) {
  const open2 = [];
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "{" || character === "[") deepest = Math.max(deepest, open2.push(character));
    else if (character === "}" && open2.at(-1) === "{") open2.pop();
    else if (character === "]" && open2.at(-1) === "[") open2.pop();
    else if (character === '"') at = lastOfString(text, at);
    else if (character === "/") at = lastOfComment(text, at);
  }
  return deepest;
}
function withoutEchoes(faults, strict) {
  const kept = /* @__PURE__ */ new Map();
  for (const fault of faults) if (standsAlone.has(fault.code)) kept.set(fault.start, fault);
  const first = faults.find(({ code, start }) => !standsAlone.has(code) && !kept.has(start));
  if (first) kept.set(first.start, isInside(strict, first) ? strict : first);
  return [...kept.values()].sort((a, b) => a.start - b.start);
}
function isInside(strict, fault) {
  const { code, start, end } = strict;
  return code === fault.code && end > start && fault.start <= start && end <= fault.end;
}
function strictOnly(fault) {
  return { ...fault, strictOnly: true };
}
function literal(value, start, length) {
  if (typeof value === "string") return literalString(value, start, length);
  const kind = typeof value === "number" ? "number" : value === null ? "null" : "boolean";
  return { kind, start, end: start + length };
}
function literalString(value, start, length) {
  return { kind: "string", start, end: start + length, value: value.toWellFormed() };
}
var byteOrderMarks, deepestRecovery, mostFindings, mostFaults, faultCodes, Recovery, standsAlone;
var init_recover = __esm({
  "server/src/model/recover.ts"() {
    "use strict";
    init_main();
    init_encoding();
    init_lexical();
    init_source();
    init_typography();
    byteOrderMarks = /^\uFEFF+/;
    deepestRecovery = 500;
    mostFindings = 1e4;
    mostFaults = mostFindings + 1;
    faultCodes = {
      InvalidSymbol: "bad-character",
      InvalidNumberFormat: "bad-number",
      PropertyNameExpected: "key-expected",
      ValueExpected: "value-expected",
      ColonExpected: "colon-expected",
      CommaExpected: "comma-expected",
      CloseBraceExpected: "not-closed",
      CloseBracketExpected: "not-closed",
      EndOfFileExpected: "text-after-end",
      UnexpectedEndOfComment: "unclosed-comment",
      UnexpectedEndOfString: "unterminated-string",
      UnexpectedEndOfNumber: "bad-number",
      InvalidUnicode: "bad-escape",
      InvalidEscapeCharacter: "bad-escape",
      InvalidCharacter: "control-character"
    };
    Recovery = class {
      root;
      faults;
      /** Incomplete properties before other ones, as in a text that is being typed: jsonc-parser skips the others. */
      strays = [];
      /** The start of the first fault after which everything is a guess. */
      firstDoubt = Number.POSITIVE_INFINITY;
      lastKey;
      /** The start of the last string value. */
      lastText = -1;
      open = [];
      separator = -1;
      /** The last string with a fault. */
      broken = { start: -1, isClosed: true };
      text;
      /** Spaces are in place of byte-order marks, which are not valid JSON. Tools that each add one leave several. */
      constructor({ text, faults }, marks) {
        this.text = text;
        this.faults = [...faults];
        if (marks > 0) this.add("byte-order-mark", 0, marks);
        visit2(text, this.visitor(), { allowEmptyContent: true });
      }
      visitor() {
        return {
          onObjectBegin: (offset) => this.enter("object", offset),
          onObjectEnd: (offset, length) => this.leave(offset + length),
          onArrayBegin: (offset) => this.enter("array", offset),
          onArrayEnd: (offset, length) => this.leave(offset + length),
          onObjectProperty: (name2, offset, length) => this.key(name2, offset, length),
          onLiteralValue: (value, offset, length) => this.value(this.literal(value, offset, length)),
          onSeparator: (character, offset) => {
            this.separator = character === "," ? offset : -1;
          },
          onComment: (offset, length) => this.comment(offset, length),
          onError: (error, offset, length) => this.error(error, offset, length)
        };
      }
      add(code, start, length) {
        if (!standsAlone.has(code)) this.firstDoubt = Math.min(this.firstDoubt, start);
        if (this.faults.length >= mostFaults) return;
        this.faults.push({ code, start, end: start + length });
      }
      comment(start, length) {
        const last = this.faults.at(-1);
        if (last?.code !== "unclosed-comment" || last.start !== start) this.add("comment", start, length);
      }
      enter(kind, start) {
        this.separator = -1;
        this.open.push({ kind, start, properties: [], items: [], key: void 0 });
      }
      leave(endOfToken) {
        const closed = this.open.pop();
        if (!closed) return;
        const { kind, start, properties, items } = closed;
        const end = Math.min(endOfToken, this.text.length);
        this.value(kind === "object" ? { kind, start, end, properties } : { kind, start, end, items });
      }
      key(value, start, length) {
        this.separator = -1;
        this.lastKey = { start, end: start + length };
        const parent = this.open.at(-1);
        if (!parent) return;
        const isBroken = start === this.broken.start;
        const isLost = isBroken && !this.broken.isClosed;
        const spelled = isBroken ? this.text.slice(start + 1, start + length - 1) : value;
        parent.key = isLost ? void 0 : literalString(spelled, start, length);
      }
      literal(value, start, length) {
        if (typeof value === "string") this.lastText = start;
        if (start === this.broken.start) return { kind: "broken", start, end: start + length };
        return literal(value, start, length);
      }
      value(value) {
        this.separator = -1;
        const parent = this.open.at(-1);
        if (!parent) this.root ??= value;
        else if (parent.kind === "array") parent.items.push(value);
        else if (parent.key) parent.properties.push({ key: parent.key, value });
        if (parent) parent.key = void 0;
      }
      error(error, offset, length) {
        const closes = /[}\]]/.test(this.text.charAt(offset));
        if (closes && this.separator >= 0) this.add("trailing-comma", this.separator, 1);
        else {
          const code = faultCodes[printParseErrorCode(error)] ?? "bad-character";
          this.separator = -1;
          this.string(code, offset, length);
          const stray = this.strayAt(code, offset, length);
          if (stray) this.strays.push(stray);
          this.add(code, offset, code === "unclosed-comment" ? 2 : length);
        }
      }
      /** Handles an incomplete property at an offset, up to the next property. */
      strayAt(code, offset, length) {
        const { lastKey, lastText } = this;
        const isBefore = (pattern) => this.isAt(pattern, offset + length);
        if (code === "colon-expected" && this.isAt(/"/y, offset) && isBefore(/\s*:/y)) return lastKey;
        if (code === "comma-expected" && this.isAt(/:/y, offset) && lastKey && lastText > lastKey.end)
          return { start: lastKey.start, end: lastText };
        if (code === "key-expected" && this.isAt(/[\w-]/y, offset) && isBefore(/\s*"/y))
          return { start: offset, end: offset + length };
        return void 0;
      }
      isAt(pattern, offset) {
        pattern.lastIndex = offset;
        return pattern.test(this.text);
      }
      /** A control character is accepted, but it hides an invalid escape before it. */
      string(code, start, length) {
        const isClosed = code === "bad-escape" || code === "control-character" && this.text.slice(start, start + length).includes("\\");
        if (isClosed || code === "unterminated-string") this.broken = { start, isClosed };
      }
    };
    standsAlone = /* @__PURE__ */ new Set([
      "byte-order-mark",
      "comment",
      "foreign-quotes",
      "foreign-space",
      "trailing-comma"
    ]);
  }
});

// server/src/model/type-faults.ts
function typeFaults(source) {
  const { root, faults } = source;
  if (root && root.kind !== "object" && root.kind !== "null") {
    if (faults.length > 0 || root.kind === "broken") return [];
    return [{ start: root.start, end: root.end, expected: "object", found: root.kind, of: void 0 }];
  }
  const found2 = firstFaults(source.fields);
  if (found2.length === 0) return found2;
  const rests = new Set(faults.flatMap(({ code, start }) => code === "trailing-comma" ? [] : [start]));
  return found2.filter(({ found: kind, end }) => kind !== "number" || !rests.has(end));
}
function firstFaults(fields2) {
  const found2 = [];
  for (const field of fields2)
    for (const fault of faultsOfField(field)) if (found2.push(fault) > mostFindings) return found2;
  return found2;
}
function* faultsOfField({ name: name2, role, key, value, entries }) {
  if (name2 === void 0) return;
  const { schema } = definitionOf(name2);
  if (role === "entry" && value.kind === "object") {
    for (const entry of entries)
      if (entry.value.kind !== "string") yield* faultsIn(schema, entry, within(entry.key.value));
  } else if (!role || value.kind !== "string" || shapeOf(name2) !== "text")
    yield* faultsIn(schema, { key, value });
}
function* faultsIn(schema, { key, value }, wrap = same) {
  if (value.kind === "null" || value.kind === "broken") return;
  const issues2 = schema.safeParse(wrap(samples[value.kind])).error?.issues ?? [];
  const wrong = issues2.find(({ code }) => code === "invalid_type");
  if (wrong) {
    const { start, end, kind: found2 } = value;
    yield { start, end, expected: expectedBy(wrong), found: found2, of: key.value };
  } else if (value.kind === "object" && issues2.length === 0) {
    for (const property3 of value.properties)
      yield* faultsIn(schema, property3, (inner) => wrap(within(property3.key.value)(inner)));
  } else if (value.kind === "array") {
    for (const item of value.items) yield* faultsIn(schema, { key, value: item }, (inner) => wrap([inner]));
  }
}
function within(key) {
  return (value) => ({ [key === "__proto__" ? "_" : key]: value });
}
function expectedBy(issue3) {
  const expected = issue3.code === "invalid_type" ? issue3.expected : void 0;
  return expected === "record" || expected === "object" ? "object" : "string";
}
var same, samples;
var init_type_faults = __esm({
  "server/src/model/type-faults.ts"() {
    "use strict";
    init_fields();
    init_recover();
    same = (value) => value;
    samples = { object: {}, array: [], string: "", number: 0, boolean: false };
  }
});

// server/src/model/config.ts
function decodeConfig(source, faults = typeFaults(source)) {
  if (source.faults.length > 0 || faults.length > 0) return null;
  const decoded4 = { ...emptyConfig };
  for (const { name: name2, value } of source.fields)
    if (name2) decoded4[name2] = decodeField(name2, value, decoded4[name2], source.text);
  return decoded4;
}
function decodeField(name2, value, before, text) {
  if (definitionOf(name2).repeats === "replace") return says(value) ? decoded(value, text) : before;
  if (value.kind !== "object") return null;
  const map = before instanceof Map ? before : /* @__PURE__ */ new Map();
  for (const { key, value: inner } of value.properties) map.set(key.value, decoded(inner, text));
  return map;
}
function decoded(value, text) {
  if (value.kind === "string") return value.value;
  return says(value) ? JSON.parse(text.slice(value.start, value.end)) : "";
}
function says({ kind }) {
  return kind !== "null" && kind !== "broken";
}
var emptyConfig;
var init_config = __esm({
  "server/src/model/config.ts"() {
    "use strict";
    init_fields();
    init_type_faults();
    emptyConfig = Object.fromEntries(
      fieldNames.map((name2) => [name2, shapeOf(name2) === "text" ? "" : null])
    );
  }
});

// server/src/model/literal.ts
function rangeInside(source, token, from2, to) {
  const inside = token.start + 1;
  const length = token.end - 1 - inside;
  if (length === token.value.length) return { start: inside + from2, end: inside + to };
  const raw = source.slice(inside, inside + length);
  const offsets = escapedOffsets(raw);
  return { start: inside + (offsets[from2] ?? raw.length), end: inside + (offsets[to] ?? raw.length) };
}
function escapedOffsets(raw) {
  return Array.from(raw.matchAll(/\\u[\dA-Fa-f]{4}|\\?[\s\S]/g), (match) => match.index);
}
var init_literal = __esm({
  "server/src/model/literal.ts"() {
    "use strict";
  }
});

// server/src/model/calendar.ts
function isCalendarDate(base2) {
  const { year, month, day: day2 } = dayOf(base2);
  if (month < 1 || month > 12 || day2 < 1) return false;
  return day2 <= 28 || day2 <= daysInMonth(year, month);
}
function supportedUntil(base2, months) {
  if (!isCalendarDate(base2)) return void 0;
  const { year, month, day: day2 } = dayOf(base2);
  const last = utc({ year, month: month + months, day: Math.min(day2, daysInMonth(year, month + months)) });
  return last.getUTCFullYear() > 9999 ? void 0 : dayAt(last);
}
function daysBetween(a, b) {
  return Math.abs(utc(dayOf(a)).getTime() - utc(dayOf(b)).getTime()) / 864e5;
}
function dayAt(time2) {
  const parts2 = [time2.getUTCFullYear(), time2.getUTCMonth() + 1, time2.getUTCDate()];
  return parts2.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
}
function isDay(text) {
  const time2 = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time2) && dayAt(new Date(time2)) === text;
}
function dayOf(base2) {
  return { year: Number(base2.slice(0, 4)), month: Number(base2.slice(4, 6)), day: Number(base2.slice(7)) };
}
function daysInMonth(year, month) {
  return utc({ year, month: month + 1, day: 0 }).getUTCDate();
}
function utc({ year, month, day: day2 }) {
  const date2 = /* @__PURE__ */ new Date(0);
  date2.setUTCFullYear(year, month - 1, day2);
  return date2;
}
var init_calendar = __esm({
  "server/src/model/calendar.ts"() {
    "use strict";
  }
});

// server/src/model/usual.ts
function isUsual({ key, value }) {
  const base2 = key.value;
  return value.kind === "string" && base2.length === 9 && value.value.startsWith(base2) && (usualVersion.test(value.value) || atMonthsEnd.test(value.value) && isCalendarDate(base2));
}
var usualVersion, atMonthsEnd;
var init_usual = __esm({
  "server/src/model/usual.ts"() {
    "use strict";
    init_calendar();
    usualVersion = /^\d{4}(?:0[1-9]|1[0-2])\.(?:0[1-9]|1\d|2[0-8])\.[1-9]\d{0,18}$/;
    atMonthsEnd = /^\d{6}\.(?:29|30|31)\.[1-9]\d{0,18}$/;
  }
});

// server/src/model/version.ts
function parseLoose(text) {
  const match = loosePattern.exec(text);
  if (!match) return void 0;
  const [, major = "", minor = "0", patch = "0", preRelease] = match;
  const loose = {
    major: withoutLeadingZeros(major),
    minor: withoutLeadingZeros(minor),
    patch: withoutLeadingZeros(patch),
    suffixed: /[-+]/.test(text)
  };
  const numbers = [loose.major, loose.minor, loose.patch];
  if (numbers.some((digits) => compareDigits(digits, largestNumber) > 0)) return void 0;
  if (preRelease !== void 0 && /(?:^|\.)0\d+(?:\.|$)/.test(preRelease)) return void 0;
  return loose;
}
function compareDigits(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
function withoutLeadingZeros(digits) {
  return digits.replace(/^0+(?=\d)/, "");
}
function isBase(text) {
  return basePattern.test(text);
}
function looseBase(text) {
  const read2 = parseLoose(text);
  const base2 = read2 && `${read2.major}.${read2.minor.padStart(2, "0")}`;
  return base2 !== void 0 && isBase(base2) ? base2 : void 0;
}
function isVersion(text) {
  const patch = versionPattern.exec(text)?.[2];
  return patch !== void 0 && compareDigits(patch, largestNumber) <= 0;
}
function baseOf(text) {
  return text.slice(0, 9);
}
function patchOf(text) {
  return text.slice(10);
}
function versionFrom(ofBase, patch) {
  return `${ofBase}.${patch}`;
}
function patchAfter(patch) {
  const next = String(BigInt(patch) + 1n);
  return compareDigits(next, largestNumber) <= 0 ? next : void 0;
}
function canonicalBase(trimmed) {
  if (isBase(trimmed)) return trimmed;
  const match = /^v?(\d{6})\.(\d{1,2})(?:\.\d*)?$/.exec(trimmed);
  return match ? `${match[1]}.${match[2]?.padStart(2, "0")}` : void 0;
}
function dateMeant(trimmed) {
  const [, year, , month, day2, patch] = datePattern.exec(trimmed) ?? [];
  return year === void 0 ? void 0 : { base: `${year}${month}.${day2}`, patch };
}
function canonicalVersion(trimmed) {
  if (isVersion(trimmed)) return trimmed;
  const loose = parseLoose(trimmed);
  if (!loose || loose.suffixed || trimmed.split(".").length !== 3) return void 0;
  const text = `${loose.major}.${loose.minor.padStart(2, "0")}.${loose.patch}`;
  return isVersion(text) ? text : void 0;
}
var basePattern, versionPattern, loosePattern, largestNumber, datePattern;
var init_version = __esm({
  "server/src/model/version.ts"() {
    "use strict";
    basePattern = /^\d{6}\.\d{2}$/;
    versionPattern = /^(\d{6}\.\d{2})\.(0|[1-9]\d*)$/;
    loosePattern = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;
    largestNumber = "18446744073709551615";
    datePattern = /^(?:v(?:0\.)?)?(\d{4})([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:\.(0|[1-9]\d*))?$/;
  }
});

// server/src/model/white-space.ts
function trimSpace(text) {
  if (isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1))) return text;
  const { start, end } = trimmedRange(text);
  return text.slice(start, end);
}
function trimmedRange(text) {
  const start = leading.exec(text)?.[0].length ?? 0;
  if (start === text.length) return { start: 0, end: 0 };
  let end = text.length;
  while (trailing.test(text.slice(end - 1, end))) end--;
  return { start, end };
}
function isBlank(text) {
  return trimSpace(text) === "";
}
function isVisibleAscii(code) {
  return code > 32 && code < 127;
}
var leading, trailing;
var init_white_space = __esm({
  "server/src/model/white-space.ts"() {
    "use strict";
    leading = new RegExp("^\\p{White_Space}+", "u");
    trailing = new RegExp("\\p{White_Space}$", "u");
  }
});

// server/src/model/version-property.ts
function versionPropertyOf({ key, value }, field, role) {
  if (value.kind !== "string" && value.kind !== "null") return void 0;
  if (role === "entry" && value.kind === "string" && isUsual({ key, value })) {
    const [version5, base3] = [value.value, key.value];
    const [spelling2, comparison3] = [void 0, void 0];
    return { role, field, key, value, trimmed: version5, version: version5, base: base3, spelling: spelling2, comparison: comparison3 };
  }
  const trimmed = value.kind === "string" ? trimSpace(value.value) : "";
  const version4 = canonicalVersion(trimmed);
  const base2 = role === "entry" ? canonicalBase(trimSpace(key.value)) : void 0;
  const spelling = spellingFault(trimmed, version4);
  const comparison2 = version4 && comparisonFault(version4, base2);
  return { role, field, key, value, trimmed, version: version4, base: base2, spelling, comparison: comparison2 };
}
function baseMeant({ base: base2, version: version4 }) {
  return base2 ?? (version4 && baseOf(version4));
}
function baseCompared(property3) {
  return baseMeant(property3) ?? (property3.role === "entry" ? void 0 : looseBase(property3.trimmed));
}
function spellingFault(trimmed, version4) {
  if (version4 === trimmed) return void 0;
  if (trimmed === "") return "empty-value";
  return lacksPatch(trimmed) ? "empty-patch" : "malformed-version";
}
function comparisonFault(version4, base2) {
  if (base2 !== void 0 && baseOf(version4) !== base2) return "base-mismatch";
  return patchOf(version4) === "0" ? "never-upgrades" : void 0;
}
function lacksPatch(trimmed) {
  const [year = "", day2 = "", patch = ""] = trimmed.split(".");
  return patch === "" && canonicalBase(`${year}.${day2}`) !== void 0;
}
function trimmedValueRange(source, { value }) {
  if (value.kind === "null") return value;
  const { start, end } = trimmedRange(value.value);
  return start === end ? value : rangeInside(source.text, value, start, end);
}
function valuePartRange(source, { value }, part) {
  if (value.kind === "null") return value;
  const { start, end } = trimmedRange(value.value);
  const dot = value.value.lastIndexOf(".", end);
  if (part === "base") return rangeInside(source.text, value, start, dot);
  return rangeInside(source.text, value, dot + 1, end);
}
function baseRange(source, property3) {
  return property3.base ? keyRange(source, property3.key) : valuePartRange(source, property3, "base");
}
function keyRange(source, key) {
  return key.value === "" ? key : rangeInside(source.text, key, 0, key.value.length);
}
var init_version_property = __esm({
  "server/src/model/version-property.ts"() {
    "use strict";
    init_literal();
    init_usual();
    init_version();
    init_white_space();
  }
});

// server/src/model/config-view.ts
var ConfigView;
var init_config_view = __esm({
  "server/src/model/config-view.ts"() {
    "use strict";
    init_version_property();
    ConfigView = class {
      constructor(fields2, isField, isEntry, within2) {
        this.fields = fields2;
        this.isField = isField;
        this.isEntry = isEntry;
        this.within = within2;
      }
      fields;
      isField;
      isEntry;
      within;
      lazyEntries;
      lazyVersionProperties;
      get entries() {
        this.lazyEntries ??= this.collectEntries();
        return this.lazyEntries;
      }
      /** How many they are, without a list of them. */
      get entryCount() {
        let count = 0;
        for (const { entries } of this.fields) for (const entry of entries) if (this.isEntry(entry)) count++;
        return count;
      }
      /** In the order of the text. */
      get versionProperties() {
        this.lazyVersionProperties ??= this.collectVersionProperties();
        return this.lazyVersionProperties;
      }
      // Plain loops: in a large config, a list per entry would take most of the time of a keystroke.
      collectEntries() {
        if (this.within) return this.within.entries.filter(({ entry }) => this.isEntry(entry));
        const entries = [];
        for (const field of this.fields)
          for (const entry of field.entries) if (this.isEntry(entry)) entries.push({ field, entry });
        return entries;
      }
      collectVersionProperties() {
        const versionProperties = [];
        const add = (property3) => property3 && versionProperties.push(property3);
        const { entries } = this;
        let next = 0;
        for (const field of this.fields) {
          const { role } = field;
          if (role && role !== "entry" && this.isField(field)) add(versionPropertyOf(field, field, role));
          for (; entries[next]?.field === field; next++) {
            const entry = entries[next]?.entry;
            if (entry) add(versionPropertyOf(entry, field, "entry"));
          }
        }
        return versionProperties;
      }
    };
  }
});

// server/src/model/fleet/generation.ts
function isGeneration(text) {
  return Object.hasOwn(generationTraits, text);
}
var current, dev, generationTraits, generations, traitsOf;
var init_generation = __esm({
  "server/src/model/fleet/generation.ts"() {
    "use strict";
    init_fields();
    current = {
      fields: fieldNames,
      binary: "compares",
      scripts: "gated",
      failsOnUnreadable: false,
      served: "merges"
    };
    dev = { binary: "reports-dev", scripts: "always", served: "never-asks" };
    generationTraits = {
      none: { ...dev, fields: [], binary: "never-reads", scripts: "never", failsOnUnreadable: false },
      selfupdate: { ...dev, fields: ["version"], binary: "installs-any", failsOnUnreadable: false },
      "patch-only": { ...dev, fields: ["version"], failsOnUnreadable: true },
      map: { ...dev, fields: ["version", "hotfixes"], failsOnUnreadable: false },
      stamped: { ...current, served: "overwrites" },
      grpc: current,
      current
    };
    generations = Object.keys(generationTraits);
    traitsOf = (generation) => generationTraits[generation];
  }
});

// server/src/model/fleet/readings.ts
function readingsOf(source, current2 = decodeConfig(source)) {
  if (current2) return readingsOfConfig(current2);
  const known = /* @__PURE__ */ new Map();
  return {
    current: current2,
    by(generation) {
      const { fields: fields2 } = traitsOf(generation);
      const key = fields2.join();
      const reading = known.has(key) ? known.get(key) ?? null : decodeConfig(reduced(source, fields2));
      known.set(key, reading);
      return reading;
    }
  };
}
function readingsOfConfig(config2) {
  return { current: config2, by: () => config2 };
}
function configsRead({ by }) {
  return [...new Set(readers.flatMap((generation) => by(generation) ?? []))];
}
function reduced(source, known) {
  return {
    ...source,
    fields: source.fields.filter(({ name: name2 }) => name2 !== void 0 && known.includes(name2))
  };
}
var readers, noFile;
var init_readings = __esm({
  "server/src/model/fleet/readings.ts"() {
    "use strict";
    init_config();
    init_generation();
    readers = generations.filter((generation) => traitsOf(generation).fields.length > 0);
    noFile = readingsOfConfig(emptyConfig);
  }
});

// server/src/model/read.ts
function readStrict(text) {
  if (isBlank(text)) return configSource(text, void 0, []);
  try {
    return configSource(text, new StrictReader(text, text.isWellFormed()).read(), []);
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.fault;
    throw thrown;
  }
}
var deepestNesting, Stop, numberPattern, wordPattern, escapePattern, StrictReader;
var init_read = __esm({
  "server/src/model/read.ts"() {
    "use strict";
    init_source();
    init_white_space();
    deepestNesting = 1e4;
    Stop = class {
      constructor(fault) {
        this.fault = fault;
      }
      fault;
    };
    numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    wordPattern = /true|false|null/y;
    escapePattern = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
    StrictReader = class {
      constructor(text, isWellFormed) {
        this.text = text;
        this.isWellFormed = isWellFormed;
      }
      text;
      isWellFormed;
      at = 0;
      open = [];
      read() {
        for (; ; ) {
          let node = this.readNode();
          while (node) {
            const parent = this.open.at(-1);
            if (!parent) {
              if (!Number.isNaN(this.peek())) this.stop("text-after-end");
              return node;
            }
            if ("items" in parent) parent.items.push(node);
            else parent.properties.push({ key: parent.key, value: node });
            node = this.readAfterValue(parent);
          }
        }
      }
      /** Reads what follows a value: a comma, or the end of its parent, which is then a complete value. */
      readAfterValue(parent) {
        const char = this.peek();
        if (char === 44 /* Comma */) {
          this.at++;
          if (!("items" in parent)) parent.key = this.readKey();
          return void 0;
        }
        if (char !== parent.closer) this.stop("comma-expected");
        this.at++;
        this.open.pop();
        return "items" in parent ? { kind: "array", start: parent.start, end: this.at, items: parent.items } : { kind: "object", start: parent.start, end: this.at, properties: parent.properties };
      }
      /** A complete value; undefined if an object or a list begins. */
      readNode() {
        switch (this.peek()) {
          case 34 /* Quote */:
            return this.readString();
          case 123 /* OpenBrace */:
            return this.openObject();
          case 91 /* OpenBracket */:
            return this.openArray();
          default:
            return this.readLiteral();
        }
      }
      openObject() {
        const start = this.openAt();
        if (this.peek() === 125 /* CloseBrace */) return { kind: "object", start, end: ++this.at, properties: [] };
        this.open.push({ closer: 125 /* CloseBrace */, start, properties: [], key: this.readKey() });
        return void 0;
      }
      openArray() {
        const start = this.openAt();
        if (this.peek() === 93 /* CloseBracket */) return { kind: "array", start, end: ++this.at, items: [] };
        this.open.push({ closer: 93 /* CloseBracket */, start, items: [] });
        return void 0;
      }
      openAt() {
        if (this.open.length >= deepestNesting) this.stop("too-deep");
        return this.at++;
      }
      readKey() {
        if (this.peek() !== 34 /* Quote */) this.stop("key-expected");
        const key = this.readString();
        if (this.peek() !== 58 /* Colon */) this.stop("colon-expected");
        this.at++;
        return key;
      }
      readLiteral() {
        const start = this.at;
        if (this.accept(wordPattern)) {
          return { kind: this.text.charAt(start) === "n" ? "null" : "boolean", start, end: this.at };
        }
        if (!this.accept(numberPattern)) this.stop("value-expected");
        return { kind: "number", start, end: this.at };
      }
      accept(pattern) {
        pattern.lastIndex = this.at;
        if (!pattern.test(this.text)) return false;
        this.at = pattern.lastIndex;
        return true;
      }
      readString() {
        const start = this.at++;
        let escaped = false;
        for (; ; ) {
          const char = this.text.charCodeAt(this.at);
          if (char === 34 /* Quote */) break;
          if (char === 92 /* Backslash */) {
            escaped = true;
            if (!this.accept(escapePattern)) this.stop("bad-escape");
          } else if (char >= 32 /* Space */) this.at++;
          else this.stop(Number.isNaN(char) ? "unterminated-string" : "control-character");
        }
        const end = ++this.at;
        const value = escaped ? JSON.parse(this.text.slice(start, end)) : this.text.slice(start + 1, end - 1);
        return {
          kind: "string",
          start,
          end,
          value: escaped || !this.isWellFormed ? value.toWellFormed() : value
        };
      }
      /** The next character that is not white space; NaN at the end. */
      peek() {
        for (; ; ) {
          const char = this.text.charCodeAt(this.at);
          const space = char === 32 /* Space */ || char === 10 /* LineFeed */ || char === 13 /* CarriageReturn */ || char === 9 /* Tab */;
          if (!space) return char;
          this.at++;
        }
      }
      stop(code) {
        throw new Stop({ code, start: this.at, end: Math.min(this.at + 1, this.text.length) });
      }
    };
  }
});

// server/src/model/fleet/go-json.ts
function goJson(text) {
  const escaped = text.replace(/["\\\u0000-\u001f<>&\u2028\u2029]/g, (character) => {
    return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}
var short;
var init_go_json = __esm({
  "server/src/model/fleet/go-json.ts"() {
    "use strict";
    short = {
      '"': '\\"',
      "\\": "\\\\",
      "\b": "\\b",
      "\f": "\\f",
      "\n": "\\n",
      "\r": "\\r",
      "	": "\\t"
    };
  }
});

// server/src/model/fleet/served.ts
function stage(file, served, how) {
  const map = servedMap(served, how);
  if (!map || map.size === 0 && how === "merges") return { text: void 0, served: map };
  const kept = how === "merges" ? file : null;
  return { text: stagedText(kept, map), served: map };
}
function readingsServed(unserved, served) {
  const read2 = (how) => {
    const { text } = stage(unserved.current, served, how);
    return text === void 0 ? unserved : readingsOfConfig(configIn(text));
  };
  const [merged, overwritten] = [read2("merges"), read2("overwrites")];
  return {
    current: merged.current,
    by(generation) {
      const how = traitsOf(generation).served;
      const readings = how === "merges" ? merged : how === "overwrites" ? overwritten : unserved;
      return readings.by(generation);
    }
  };
}
function servedMap(text, how) {
  const trimmed = trimSpace(text);
  if (trimmed === "") return how === "merges" ? /* @__PURE__ */ new Map() : void 0;
  const config2 = configIn(trimmed);
  return config2 ? config2.hotfixes ?? /* @__PURE__ */ new Map() : void 0;
}
function configIn(text) {
  if (isBlank(text)) return noFile.current;
  const read2 = readStrict(text);
  return "fields" in read2 ? decodeConfig(read2) : null;
}
function stagedText(kept, map) {
  const field = (name2, value) => value ? [`${goJson(name2)}:${goJson(value)}`] : [];
  const entries = [...map].sort(([a], [b]) => byBytes(a, b)).map(([key, value]) => `${goJson(key)}:${goJson(value)}`);
  const fields2 = [
    ...field(fieldWith.pointer, kept?.version),
    ...field(fieldWith.scripts, kept?.scripts_version),
    `"${fieldWith.entry}":{${entries.join(",")}}`
  ];
  return `{${fields2.join(",")}}`;
}
function byBytes(a, b) {
  const [first, second] = [[...a], [...b]];
  const at = first.findIndex((character, i) => character !== second[i]);
  if (at < 0) return first.length - second.length;
  return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
}
var init_served = __esm({
  "server/src/model/fleet/served.ts"() {
    "use strict";
    init_config();
    init_fields();
    init_read();
    init_white_space();
    init_generation();
    init_go_json();
    init_readings();
  }
});

// server/src/model/entries.ts
function isAscending(entries) {
  for (let i = 1; i < entries.length; i++) {
    const [before, entry] = [entries[i - 1], entries[i]];
    if (before && entry && before.key.value >= entry.key.value) return false;
  }
  return true;
}
function indexFrom(entries, offset) {
  return firstIndex(entries, ({ key }) => key.start >= offset);
}
function firstIndex(items, passes) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = low + high >> 1;
    const item = items[middle];
    if (item !== void 0 && !passes(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
var init_entries = __esm({
  "server/src/model/entries.ts"() {
    "use strict";
  }
});

// server/src/model/repeats.ts
function repeatsIn(source) {
  return [...fieldNames.flatMap((name2) => ignoredFields(source, name2)), ...ignoredEntries(source)];
}
function ignoredValues(repeats) {
  const inside = ({ ignored: ignored2 }) => "entries" in ignored2 ? ignored2.entries : [];
  return new Set(repeats.flatMap((repeat2) => [repeat2.ignored, ...inside(repeat2)]).map(({ value }) => value));
}
function ignoredFields({ fields: fields2 }, name2) {
  const all = fields2.filter((field) => field.name === name2);
  const isNull = ({ value }) => value.kind === "null";
  const merge3 = definitionOf(name2).repeats === "merge";
  const used = merge3 ? all.findLast(isNull) : all.findLast((field) => !isNull(field)) ?? all.at(-1);
  if (!used) return [];
  const others = merge3 ? all.slice(0, all.indexOf(used)) : all;
  const [first, second] = all;
  if (merge3 && first === used && second)
    return [{ ignored: first, used: second, siblings: fields2, sameObject: true }];
  return others.flatMap(
    (ignored2) => ignored2 === used ? [] : [{ ignored: ignored2, used, siblings: fields2, sameObject: true }]
  );
}
function mergedMaps({ fields: fields2 }) {
  const all = fields2.filter(({ role }) => role === "entry");
  return all.slice(all.findLastIndex(({ value }) => value.kind === "null") + 1);
}
function ignoredEntries(source) {
  const maps = mergedMaps(source);
  if (maps.length === 1 && maps[0] && isAscending(maps[0].entries)) return [];
  const all = maps.flatMap(({ entries }) => entries.map((entry) => ({ entry, entries })));
  const last = new Map(all.map((one2) => [one2.entry.key.value, one2]));
  return all.flatMap(({ entry, entries }) => {
    const used = last.get(entry.key.value);
    if (!used || used.entry === entry) return [];
    return [{ ignored: entry, used: used.entry, siblings: entries, sameObject: used.entries === entries }];
  });
}
var init_repeats = __esm({
  "server/src/model/repeats.ts"() {
    "use strict";
    init_entries();
    init_fields();
  }
});

// server/src/model/analysis.ts
function baseNamed(property3) {
  return property3.version && baseOf(property3.version);
}
function versionsIn(versionProperties, except) {
  return versionProperties.flatMap(
    ({ value, version: version4 }) => version4 && value !== except?.value ? [version4] : []
  );
}
function byPatchDescending(a, b) {
  return a.version && b.version ? compareDigits(patchOf(b.version), patchOf(a.version)) : 0;
}
function tooLarge(text) {
  const fault = { code: "too-large", start: 0, end: Math.min(1, text.length), strictOnly: true };
  return { text, root: void 0, fields: [], faults: [fault] };
}
function readAnyhow(text) {
  if (text.length > largestConfig) return tooLarge(text);
  const read2 = readStrict(text);
  return "fields" in read2 ? read2 : recover(text, read2);
}
function grouped(items, keyOf) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (key === void 0) continue;
    const group = groups2.get(key);
    if (group) group.push(item);
    else groups2.set(key, [item]);
  }
  return groups2;
}
var largestConfig, largestConfigInWords, Analysis;
var init_analysis = __esm({
  "server/src/model/analysis.ts"() {
    "use strict";
    init_config();
    init_config_view();
    init_encoding();
    init_readings();
    init_served();
    init_read();
    init_recover();
    init_repeats();
    init_type_faults();
    init_usual();
    init_version();
    init_white_space();
    largestConfig = 5 * 1024 * 1024;
    largestConfigInWords = `${largestConfig / 1024 / 1024} MB`;
    Analysis = class _Analysis {
      /** `encoding` is that of the file, if it is known and not plain UTF-8. */
      constructor(text, encoding, source, isServed = false) {
        this.encoding = encoding;
        this.isServed = isServed;
        this.source = source ?? readAnyhow(text);
        const { fields: fields2 } = this.source;
        const isUnusual = (entry) => !isUsual(entry) && !this.isIgnored(entry);
        this.all = new ConfigView(
          fields2,
          () => true,
          () => true
        );
        this.unusual = new ConfigView(fields2, this.isSeen, isUnusual);
      }
      encoding;
      isServed;
      source;
      lazyConfig;
      lazyReadings;
      lazyTypeFaults;
      lazyRepeats;
      lazyIgnored;
      lazyByBase;
      lazyVersions;
      lazyShared;
      lazyUnusualEntries;
      lazySeen;
      lazyBasesNamed;
      recorded;
      highest = /* @__PURE__ */ new Map();
      /** Including ignored properties. */
      all;
      /** As nodes see it, without the entries that are usual: most rules have nothing to report for those. */
      unusual;
      isSeen = (property3) => !this.isIgnored(property3);
      /** As nodes see it. */
      get seen() {
        this.lazySeen ??= this.repeats.length === 0 ? this.all : new ConfigView(this.source.fields, this.isSeen, this.isSeen);
        return this.lazySeen;
      }
      /** The same without usual entries whose base has no record and is not used elsewhere in the file. */
      recordedIn(catalogue) {
        if (this.repeats.length > 0) return this.seen;
        if (this.recorded?.catalogue !== catalogue) {
          const { basesNamed, unusualEntries } = this;
          const isRecorded = (entry) => catalogue.saysSomethingOf(entry.key.value) || basesNamed.has(entry.key.value) || unusualEntries.has(entry);
          const view = new ConfigView(this.source.fields, this.isSeen, isRecorded);
          this.recorded = { catalogue, view };
        }
        return this.recorded.view;
      }
      /**
       * The analysis of a map that the live-patching service serves. Nodes take only its entries. A wrong type in another field
       * makes all of it unreadable.
       */
      static served(text) {
        const source = isBlank(text) ? { text, root: void 0, fields: [], faults: [] } : readAnyhow(text);
        const fields2 = source.fields.map(
          (field) => field.role === "entry" ? field : { ...field, name: void 0, role: void 0 }
        );
        const analysis = new _Analysis("", void 0, { ...source, fields: fields2 }, true);
        analysis.lazyTypeFaults = typeFaults(source);
        return analysis;
      }
      /** The analysis of another text in the same place. */
      withText(text) {
        return this.isServed ? _Analysis.served(text) : new _Analysis(text, this.encoding);
      }
      /** The analysis of a file that was not read because of its size. */
      static tooLarge() {
        return new _Analysis("", void 0, tooLarge(""));
      }
      /** The same text, if controllers find something else in the file once they start. */
      readAs(readings) {
        const analysis = new _Analysis("", this.encoding, this.source, this.isServed);
        analysis.lazyReadings = readings;
        return analysis;
      }
      /** Nothing is known of its content. */
      get isTooLarge() {
        return this.source.faults[0]?.code === "too-large";
      }
      /** Whether nodes can decode it. */
      get isReadable() {
        return this.isEncodedReadable && this.source.faults.length === 0 && this.typeFaults.length === 0;
      }
      /** In another encoding the text may be valid, and nodes cannot read the bytes. */
      get isEncodedReadable() {
        return this.encoding === void 0 || isReadAsUtf8(this.encoding);
      }
      /** The config that a node decodes; null if it cannot read the file. */
      get config() {
        if (this.lazyConfig === void 0)
          this.lazyConfig = this.isEncodedReadable ? decodeConfig(this.source, this.typeFaults) : null;
        return this.lazyConfig;
      }
      /** What the controllers of all generations decode. */
      get readings() {
        this.lazyReadings ??= this.isServed ? this.readingsOfServed : this.readingsOfFile;
        return this.lazyReadings;
      }
      get readingsOfFile() {
        return this.isEncodedReadable ? readingsOf(this.source, this.config) : readingsOfConfig(null);
      }
      /** By nodes without a file, which is the normal state. */
      get readingsOfServed() {
        return this.config ? readingsServed(noFile, this.source.text) : readingsOfConfig(null);
      }
      get typeFaults() {
        this.lazyTypeFaults ??= typeFaults(this.source);
        return this.lazyTypeFaults;
      }
      /** Including ignored ones. */
      get versionProperties() {
        return this.all.versionProperties;
      }
      /** The properties that nodes ignore because they are repeated. */
      get repeats() {
        this.lazyRepeats ??= repeatsIn(this.source);
        return this.lazyRepeats;
      }
      /** Whether nodes ignore a property because it is repeated. */
      isIgnored({ value }) {
        if (this.repeats.length === 0) return false;
        this.lazyIgnored ??= ignoredValues(this.repeats);
        return this.lazyIgnored.has(value);
      }
      /** Whether the maps that nodes read have an entry: then nodes never read `version`. */
      get hasEntries() {
        return mergedMaps(this.source).some(({ entries }) => entries.length > 0);
      }
      /** Whether a base is listed, in any spelling. */
      isListed(base2) {
        return this.keyCountOf(base2) > 0;
      }
      /** How many keys mean a base, including ignored ones. */
      keyCountOf(base2) {
        this.lazyByBase ??= grouped(
          this.source.fields.flatMap(({ entries }) => entries),
          ({ key }) => canonicalBase(trimSpace(key.value))
        );
        return this.lazyByBase.get(base2)?.length ?? 0;
      }
      /** The versions of a base in the file, including ignored ones, except that of one property. */
      versionsOf(base2, except) {
        return versionsIn(this.propertiesOf(base2), except);
      }
      /**
       * The highest of these. The top two are kept, so that thousands of versions of one base are not scanned for each of
       * them.
       */
      highestOf(base2, except) {
        let highest = this.highest.get(base2);
        if (!highest) {
          highest = [...this.propertiesOf(base2)].sort(byPatchDescending).slice(0, 2);
          this.highest.set(base2, highest);
        }
        return versionsIn(highest, except)[0];
      }
      /** Whether at most one property has a version of a base. This is the usual case, and needs no list per base. */
      namesOnce(base2) {
        return !this.shared.has(base2);
      }
      propertiesOf(base2) {
        const shared2 = this.shared.get(base2);
        if (shared2) return shared2;
        this.lazyVersions ??= grouped(this.versionProperties, baseNamed);
        return this.lazyVersions.get(base2) ?? [];
      }
      /**
       * The properties by base, only for bases that several properties may have: without repeats, no two usual entries
       * share a base.
       */
      get shared() {
        this.lazyShared ??= grouped(this.sharing, baseNamed);
        return this.lazyShared;
      }
      get sharing() {
        if (this.repeats.length > 0) return this.versionProperties;
        const { basesNamed, unusualEntries } = this;
        if (basesNamed.size === 0) return [];
        const isSharing = (entry) => basesNamed.has(entry.key.value) || unusualEntries.has(entry);
        return new ConfigView(this.source.fields, this.isSeen, isSharing, this.recorded?.view).versionProperties;
      }
      /** The bases of all versions except those of usual entries. */
      get basesNamed() {
        this.lazyBasesNamed ??= new Set(this.unusual.versionProperties.map(baseNamed));
        return this.lazyBasesNamed;
      }
      get unusualEntries() {
        this.lazyUnusualEntries ??= new Set(this.unusual.entries.map(({ entry }) => entry));
        return this.lazyUnusualEntries;
      }
    };
  }
});

// server/src/model/baked-version.ts
var init_baked_version = __esm({
  "server/src/model/baked-version.ts"() {
    "use strict";
  }
});

// server/src/model/fleet/operating-system.ts
function installerOf({ id, variant, release }) {
  switch (id) {
    case "windows":
      return { installs: false, code: "windows" };
    case "flatcar":
      return { installs: false, code: "unsupported-system", system: id };
    case "ubuntu":
      if (release === "22.04" || release === "24.04")
        return { installs: true, code: "installs", manager: "apt" };
      return release === "20.04" || release === "26.04" ? { installs: null, code: "package-not-on-record", release } : notOnRecord;
    case "azurelinux":
      if (variant === "osguard") return { installs: false, code: "read-only" };
      if (variant === "azurecontainerlinux") return { installs: false, code: "no-package-manager" };
      return variant === "" && /^3(?:\.|$)/.test(release) ? { installs: true, code: "installs", manager: "dnf" } : notOnRecord;
    default:
      return notOnRecord;
  }
}
function parseOperatingSystem(text) {
  const [name2 = "", release = ""] = text.split(" ");
  const [id = "", variant = ""] = name2.split("/");
  return { id, variant, release };
}
function systemName({ id, variant }) {
  return variant ? `${id}/${variant}` : id;
}
function systemNamed(image) {
  const name2 = image.toLowerCase();
  const words = name2.replace(/[ _-]/g, "");
  const system = parseOperatingSystem(families.find(([pattern]) => pattern.test(words))?.[1] ?? "");
  const release = system.id === "ubuntu" ? /(?<!\d)(\d\d)\.?(\d\d)(?!\d)/.exec(name2) : null;
  return release ? { ...system, release: `${release[1]}.${release[2]}` } : system;
}
var notOnRecord, families;
var init_operating_system = __esm({
  "server/src/model/fleet/operating-system.ts"() {
    "use strict";
    notOnRecord = { installs: null, code: "image-not-on-record" };
    families = [
      [/windows/, "windows"],
      [/osguard/, "azurelinux/osguard"],
      [/azurecontainerlinux/, "azurelinux/azurecontainerlinux"],
      [/flatcar/, "flatcar"],
      [/azurelinux.*v3/, "azurelinux 3.0"],
      [/azurelinux/, "azurelinux"],
      [/mariner/, "mariner"],
      [/ubuntu/, "ubuntu"]
    ];
  }
});

// server/src/model/catalogue.ts
function compareVersions(a, b) {
  const [baseA, baseB] = [baseOf(a), baseOf(b)];
  return baseA < baseB ? -1 : baseA > baseB ? 1 : compareDigits(patchOf(a), patchOf(b));
}
function branchVersionIn(own2) {
  if (own2.some(({ records }) => records.some((uri) => uri.endsWith(".txt")))) return void 0;
  const current2 = new Set(own2.flatMap(({ isCurrentAlone, version: version5 }) => isCurrentAlone ? [version5] : []));
  const [version4] = current2;
  return current2.size === 1 ? version4 : void 0;
}
function merge2(records) {
  const sameVersion = /* @__PURE__ */ new Map();
  for (const record2 of records) {
    const known = sameVersion.get(record2.version);
    if (known) known.push(record2);
    else sameVersion.set(record2.version, [record2]);
  }
  const merged = /* @__PURE__ */ new Map();
  for (const [version4, all] of sameVersion) {
    const generation = all.find((record2) => record2.generation)?.generation;
    merged.set(version4, {
      version: version4,
      images: [...new Set(all.flatMap(({ images }) => images))].sort(),
      records: [...new Set(all.flatMap((record2) => record2.records))].sort(),
      ...generation && { generation }
    });
  }
  return merged;
}
function patchesByBase(versions, known = /* @__PURE__ */ new Map()) {
  const patches = new Map(known);
  for (const version4 of versions) {
    const base2 = baseOf(version4);
    patches.set(base2, [...patches.get(base2) ?? [], patchOf(version4)]);
  }
  return patches;
}
function complete(known, bundled2) {
  if (!known) return bundled2;
  const images = known.images.length > 0 ? known.images : bundled2.images;
  return { ...known, images, generation: known.generation ?? bundled2.generation };
}
var Catalogue;
var init_catalogue = __esm({
  "server/src/model/catalogue.ts"() {
    "use strict";
    init_generation();
    init_operating_system();
    init_version();
    Catalogue = class _Catalogue {
      static empty = new _Catalogue([]);
      /** Ascending. */
      all;
      byBase = /* @__PURE__ */ new Map();
      /** The versions whose controller installs any version. */
      comparingNothing;
      byVersion;
      bundled;
      /** The bases with images or published patches. One set, because a large config asks for each of its entries. */
      mentioned;
      alsoTaken;
      takenByBase = /* @__PURE__ */ new Map();
      /** Whether users or the workspace list versions: the current one says nothing about other bases. */
      hasOwn;
      isPart = false;
      /**
       * The version of the images that an official branch serves; undefined elsewhere. Such a branch names it, and has no
       * release notes.
       */
      branchVersion;
      /** Merges records of the same version: all images and sources, and the first controller. */
      constructor(records, { bundled: bundled2, taken: taken2 = [] } = {}) {
        const own2 = [...records];
        const merged = merge2(own2);
        this.hasOwn = own2.some(({ isCurrentAlone }) => !isCurrentAlone);
        this.branchVersion = branchVersionIn(own2);
        this.bundled = bundled2;
        this.alsoTaken = patchesByBase(taken2);
        for (const record2 of bundled2?.versions ?? [])
          merged.set(record2.version, complete(merged.get(record2.version), record2));
        this.byVersion = merged;
        this.all = [...merged.values()].sort((a, b) => compareVersions(a.version, b.version));
        this.comparingNothing = this.all.filter(
          ({ generation }) => generation && traitsOf(generation).binary === "installs-any"
        );
        for (const baked of this.all) {
          const base2 = baseOf(baked.version);
          const siblings = this.byBase.get(base2);
          if (siblings) siblings.push(baked);
          else this.byBase.set(base2, [baked]);
        }
        this.mentioned = /* @__PURE__ */ new Set([...this.byBase.keys(), ...bundled2?.publishedBases ?? []]);
      }
      /** An incomplete catalogue, while the search for records goes on. */
      static part(records) {
        const catalogue = new _Catalogue(records);
        catalogue.isPart = true;
        return catalogue;
      }
      /** A copy with more versions taken. */
      withTaken(versions) {
        if (versions.length === 0) return this;
        const catalogue = Object.assign(Object.create(_Catalogue.prototype), this);
        catalogue.alsoTaken = patchesByBase(versions, this.alsoTaken);
        catalogue.takenByBase = /* @__PURE__ */ new Map();
        return catalogue;
      }
      get isEmpty() {
        return this.all.length === 0;
      }
      /** Whether a version that is not in it is unknown. */
      get isConclusive() {
        return !this.isEmpty && !this.isPart;
      }
      /** Whether a base that is not in it has no image. False during the search for records and after the last day of the record. */
      isConclusiveFor(base2) {
        return this.isConclusive && (this.hasOwn || this.bundled === void 0 || this.bundled.reaches(base2));
      }
      /** Whether anything can be said of a base: of its images, of its patches, or that it has no image. */
      saysSomethingOf(base2) {
        return this.mentioned.has(base2) || this.alsoTaken.has(base2) || this.isConclusiveFor(base2);
      }
      /** Ascending. */
      get bases() {
        return [...this.byBase.keys()];
      }
      /** The baked versions of a base, ascending. */
      of(base2) {
        return this.byBase.get(base2) ?? [];
      }
      get(version4) {
        return this.byVersion.get(version4);
      }
      /** The patches of a base that no new hotfix can have: published, baked or used elsewhere. Ascending. */
      taken(base2) {
        const known = this.takenByBase.get(base2);
        if (known) return known;
        const baked = this.of(base2).map(({ version: version4 }) => patchOf(version4));
        const all = [...this.bundled?.taken(base2) ?? [], ...baked, ...this.alsoTaken.get(base2) ?? []];
        if (all.length === 0) return all;
        const taken2 = [...new Set(all)].sort(compareDigits);
        this.takenByBase.set(base2, taken2);
        return taken2;
      }
      /** The operating system of an image: from its release notes if they are on record, otherwise from its name. */
      systemOf(image) {
        return this.bundled?.systemOf(image) ?? systemNamed(image);
      }
    };
  }
});

// server/src/model/change.ts
var changes, isLoss;
var init_change = __esm({
  "server/src/model/change.ts"() {
    "use strict";
    changes = ["lost", "lowered", "gained", "changed"];
    isLoss = (change) => change === "lost" || change === "lowered";
  }
});

// server/src/model/fleet/numbers.ts
function readNumbers(text) {
  if (text === "") return [];
  return text.split(",").flatMap((part) => {
    const [first = "", last = first] = part.split("-");
    const count = Number(last) - Number(first) + 1;
    return first === last ? [first] : Array.from({ length: count }, (_, i) => String(Number(first) + i));
  });
}
var init_numbers = __esm({
  "server/src/model/fleet/numbers.ts"() {
    "use strict";
    init_version();
  }
});

// server/src/model/fleet/record.ts
function valueAt(values, number2) {
  const value = values[Number(number2)];
  if (value === void 0)
    throw new Error(`The record has no item ${JSON.stringify(number2)} in a list of ${values.length}.`);
  return value;
}
function asVersion(text) {
  if (isVersion(text)) return text;
  throw new Error(`The record has the baked version ${JSON.stringify(text)}, which is not YYYYMM.DD.PATCH.`);
}
function asGeneration(text) {
  if (isGeneration(text)) return text;
  throw new Error(`The record has the controller ${JSON.stringify(text)}, which is not known.`);
}
var recordFormat, FleetRecord;
var init_record = __esm({
  "server/src/model/fleet/record.ts"() {
    "use strict";
    init_version();
    init_generation();
    init_numbers();
    init_operating_system();
    recordFormat = 1;
    FleetRecord = class {
      date;
      /** The same day, as a base. */
      lastBase;
      versions;
      systems;
      takenByBase;
      /** Throws with the reason if the data is not a valid record. */
      constructor(data3) {
        if (data3.format !== recordFormat)
          throw new Error(
            `The record has format ${String(data3.format)}; only format ${recordFormat} can be read.`
          );
        this.date = data3.date;
        this.lastBase = data3.date.replace(/^(\d+)-(\d+)-/, "$1$2.");
        const images = Object.keys(data3.images);
        this.systems = new Map(
          Object.entries(data3.images).map(([image, os]) => [image, parseOperatingSystem(os)])
        );
        const sets = data3.sets.map((set) => readNumbers(set).map((number2) => valueAt(images, number2)));
        this.versions = Object.entries(data3.versions).map(([version4, text]) => {
          const [generation = "", set = ""] = text.split(" ");
          return {
            version: asVersion(version4),
            generation: asGeneration(generation),
            images: valueAt(sets, set),
            records: []
          };
        });
        this.takenByBase = new Map(Object.entries(data3.taken));
      }
      /** The published patches of a base. */
      taken(base2) {
        return readNumbers(this.takenByBase.get(base2) ?? "");
      }
      /** The bases with a published patch, with or without baked images. */
      get publishedBases() {
        return [...this.takenByBase.keys()].filter(isBase);
      }
      systemOf(image) {
        return this.systems.get(image);
      }
      /** Whether it would have an image of a base: it has nothing from after its date. */
      reaches(base2) {
        return base2 <= this.lastBase;
      }
    };
  }
});

// server/src/model/fleet/bundled-record.json
var require_bundled_record = __commonJS({
  "server/src/model/fleet/bundled-record.json"(exports2, module2) {
    module2.exports = {
      format: 1,
      date: "2026-08-21",
      origin: "Azure/AgentBaker at 06836ee2301e362039418c3a7ed0fe6004a641fd",
      images: {
        "AKSAzureContainerLinux/arm64gen2tl": "azurelinux/azurecontainerlinux",
        "AKSAzureContainerLinux/gen2tl": "azurelinux/azurecontainerlinux",
        "AKSAzureLinuxV3/cvmgen2": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen1": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen1fips": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2arm64": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2arm64fips": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2fips": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2kata": "azurelinux 3.0",
        "AKSAzureLinuxV3/gen2tl": "azurelinux 3.0",
        "AKSAzureLinuxV3/osguardgen2fipstl": "azurelinux/osguard",
        "AKSFlatcar/gen2": "flatcar",
        "AKSFlatcar/gen2arm64": "flatcar",
        "AKSUbuntu/gen1/2004fipscontainerd": "ubuntu 20.04",
        "AKSUbuntu/gen1/2204containerd": "ubuntu 22.04",
        "AKSUbuntu/gen1/2204fipscontainerd": "ubuntu 22.04",
        "AKSUbuntu/gen1/2404containerd": "ubuntu 24.04",
        "AKSUbuntu/gen2/2004cvmcontainerd": "ubuntu 20.04",
        "AKSUbuntu/gen2/2004fipscontainerd": "ubuntu 20.04",
        "AKSUbuntu/gen2/2204arm64containerd": "ubuntu 22.04",
        "AKSUbuntu/gen2/2204containerd": "ubuntu 22.04",
        "AKSUbuntu/gen2/2204fipscontainerd": "ubuntu 22.04",
        "AKSUbuntu/gen2/2204fipstlcontainerd": "ubuntu 22.04",
        "AKSUbuntu/gen2/2204tlcontainerd": "ubuntu 22.04",
        "AKSUbuntu/gen2/2404arm64containerd": "ubuntu 24.04",
        "AKSUbuntu/gen2/2404containerd": "ubuntu 24.04",
        "AKSUbuntu/gen2/2404cvmcontainerd": "ubuntu 24.04",
        "AKSUbuntu/gen2/2404tlcontainerd": "ubuntu 24.04",
        "AKSUbuntu/gen2/2604minimalarm64containerd": "ubuntu 26.04",
        "AKSUbuntu/gen2/2604minimalcontainerd": "ubuntu 26.04"
      },
      sets: [
        "14-15,18-21,24",
        "15,18,20-21,24",
        "14-15,19-21,24",
        "3-6,8,14-15,18-21,24",
        "3-6,8,10,14-15,17-21,24-26",
        "3-6,8,10,14-15,17-21,24-26,28",
        "2-15,17-21,24-28",
        "0-28",
        "0-11,14-28",
        "0-11,14-30"
      ],
      versions: {
        "202303.06.0": "none 0",
        "202303.13.0": "none 1",
        "202303.22.0": "none 1",
        "202303.28.0": "none 1",
        "202304.05.0": "none 1",
        "202304.10.0": "none 1",
        "202304.20.0": "none 2",
        "202304.24.0": "none 2",
        "202305.08.0": "none 0",
        "202305.15.0": "none 0",
        "202305.24.0": "none 0",
        "202306.01.0": "none 0",
        "202306.07.0": "none 0",
        "202306.13.0": "none 0",
        "202306.19.0": "none 0",
        "202306.26.0": "none 0",
        "202307.04.0": "none 0",
        "202307.12.0": "none 0",
        "202307.18.0": "none 0",
        "202307.27.0": "none 0",
        "202308.01.0": "none 0",
        "202308.10.0": "none 0",
        "202308.16.0": "none 0",
        "202308.22.0": "none 0",
        "202308.28.0": "none 0",
        "202309.06.0": "none 0",
        "202310.04.0": "none 0",
        "202310.09.0": "none 0",
        "202310.19.0": "none 0",
        "202310.19.2": "none 0",
        "202310.26.0": "none 0",
        "202310.31.0": "none 0",
        "202311.07.0": "none 0",
        "202311.22.0": "none 0",
        "202312.06.0": "none 0",
        "202312.12.0": "none 0",
        "202401.03.0": "none 0",
        "202401.09.0": "none 0",
        "202401.17.0": "none 0",
        "202401.17.1": "none 0",
        "202402.07.0": "none 0",
        "202402.12.0": "none 0",
        "202402.19.0": "none 0",
        "202402.26.0": "none 0",
        "202403.04.0": "none 0",
        "202403.13.0": "none 0",
        "202403.19.0": "none 0",
        "202403.25.0": "none 0",
        "202404.01.0": "none 0",
        "202404.09.0": "none 0",
        "202404.16.0": "none 0",
        "202405.03.0": "none 0",
        "202405.20.0": "none 0",
        "202405.27.0": "none 0",
        "202406.07.0": "none 0",
        "202406.19.0": "none 0",
        "202406.25.0": "none 0",
        "202407.03.0": "none 0",
        "202407.08.0": "none 0",
        "202407.22.0": "none 0",
        "202407.29.0": "none 0",
        "202408.05.0": "none 0",
        "202408.12.0": "none 0",
        "202408.21.0": "none 0",
        "202408.27.0": "none 0",
        "202409.04.0": "none 0",
        "202409.09.0": "none 0",
        "202409.23.0": "none 0",
        "202409.30.0": "none 0",
        "202410.09.0": "none 0",
        "202410.15.0": "none 0",
        "202410.27.0": "none 0",
        "202411.03.0": "none 0",
        "202411.12.0": "none 0",
        "202412.04.0": "none 0",
        "202412.10.0": "none 0",
        "202412.29.0": "none 0",
        "202501.05.0": "none 3",
        "202501.12.0": "none 0",
        "202501.22.0": "none 4",
        "202501.28.0": "none 4",
        "202502.03.0": "none 4",
        "202502.09.0": "none 4",
        "202502.26.0": "none 4",
        "202503.02.0": "none 4",
        "202503.13.0": "none 5",
        "202503.21.0": "none 5",
        "202504.02.0": "none 5",
        "202504.06.0": "none 5",
        "202504.16.0": "none 5",
        "202504.22.0": "none 5",
        "202504.28.0": "none 5",
        "202505.09.0": "none 5",
        "202505.14.0": "none 5",
        "202505.27.0": "none 5",
        "202506.03.0": "none 5",
        "202506.12.0": "none 5",
        "202506.16.0": "none 5",
        "202507.02.0": "none 5",
        "202507.06.0": "none 5",
        "202507.15.0": "none 5",
        "202507.21.0": "none 5",
        "202508.06.0": "none 5",
        "202508.11.0": "none 5",
        "202508.20.0": "none 5",
        "202508.20.1": "none 5",
        "202509.11.0": "none 5",
        "202509.18.0": "none 5",
        "202509.23.0": "none 5",
        "202510.03.0": "none 5",
        "202510.03.1": "none 5",
        "202510.19.1": "none 5",
        "202510.29.0": "none 5",
        "202511.07.0": "none 5",
        "202511.12.0": "none 5",
        "202511.20.0": "none 5",
        "202512.06.0": "none 5",
        "202512.18.0": "none 5",
        "202601.07.0": "none 5",
        "202601.13.0": "none 5",
        "202601.27.0": "none 6",
        "202602.13.0": "none 6",
        "202602.13.2": "none 6",
        "202602.13.5": "none 6",
        "202602.19.0": "none 6",
        "202603.04.0": "none 6",
        "202603.12.0": "none 6",
        "202603.12.1": "none 6",
        "202603.18.0": "none 6",
        "202603.18.1": "none 6",
        "202603.30.0": "none 6",
        "202604.13.0": "none 6",
        "202604.24.0": "selfupdate 6",
        "202605.05.1": "patch-only 7",
        "202605.14.0": "patch-only 7",
        "202605.27.0": "patch-only 7",
        "202606.08.1": "patch-only 7",
        "202606.19.0": "patch-only 7",
        "202607.02.0": "map 7",
        "202607.09.0": "map 8",
        "202607.20.0": "stamped 8",
        "202607.29.0": "stamped 9",
        "202608.06.1": "stamped 9",
        "202608.14.0": "stamped 9",
        "202608.20.0": "grpc 9"
      },
      taken: {
        "202006.22": "1",
        "202006.25": "1-5",
        "202007.02": "1-3",
        "202007.09": "1-4",
        "202007.16": "1-3",
        "202007.25": "0",
        "202008.04": "0",
        "202008.06": "1-3",
        "202008.13": "1-2",
        "202008.19": "0-1",
        "202008.25": "1-4",
        "202009.02": "1-4",
        "202009.09": "0-2",
        "202009.17": "0-1",
        "202009.23": "0-5",
        "202009.30": "1-2",
        "202010.08": "1-2",
        "202010.15": "1",
        "202010.21": "1-2",
        "202010.28": "2-4",
        "202011.11": "1",
        "202012.01": "1",
        "202012.09": "2",
        "202012.15": "1-2",
        "202101.04": "0",
        "202101.06": "1-4",
        "202101.13": "1",
        "202101.28": "1-4",
        "202102.03": "0",
        "202102.10": "0-2",
        "202102.17": "1-4",
        "202102.24": "1-2,5-7",
        "202103.03": "1-4",
        "202103.09": "3",
        "202103.10": "1-2",
        "202103.17": "0-6",
        "202103.26": "0",
        "202103.31": "0-8,10-12",
        "202104.12": "1-7",
        "202104.20": "1-2,4-5",
        "202104.27": "0-1",
        "202105.01": "0",
        "202105.08": "1",
        "202105.15": "1",
        "202105.19": "1-2",
        "202106.02": "0-3",
        "202106.08": "2",
        "202106.09": "0",
        "202106.10": "1",
        "202106.12": "0-2",
        "202106.19": "1",
        "202107.02": "2",
        "202107.03": "0-2",
        "202107.10": "0-6",
        "202107.17": "0-1",
        "202107.25": "1-3",
        "202107.31": "0-2",
        "202108.07": "0",
        "202108.14": "0-4",
        "202108.21": "0-2",
        "202108.28": "1-6",
        "202109.06": "0-2",
        "202109.08": "0-2",
        "202109.11": "1-11",
        "202109.21": "0-11",
        "202109.24": "1",
        "202109.25": "0-6",
        "202110.02": "1-4",
        "202110.05": "1",
        "202110.11": "1-5",
        "202110.19": "1",
        "202110.23": "0-1",
        "202110.30": "0",
        "202111.06": "0-3",
        "202111.12": "0",
        "202111.27": "0-5",
        "202112.07": "0-2",
        "202201.01": "0-4",
        "202201.07": "0-1",
        "202201.08": "0-2",
        "202201.11": "0",
        "202201.13": "0-1",
        "202201.17": "0-2",
        "202201.18": "0-4",
        "202201.19": "0-1",
        "202201.20": "0",
        "202201.21": "0",
        "202201.22": "1-3",
        "202201.24": "0-5",
        "202202.01": "0-4",
        "202202.07": "0-1",
        "202202.15": "0",
        "202202.19": "0-8",
        "202203.01": "0-5",
        "202203.07": "0",
        "202203.09": "1-2",
        "202203.15": "2-4",
        "202203.16": "1-2",
        "202203.23": "0-1",
        "202203.28": "0",
        "202203.29": "0-1",
        "202204.05": "0-2",
        "202204.13": "0-2",
        "202204.19": "0-3",
        "202204.27": "0-1",
        "202205.04": "0-1",
        "202205.05": "0",
        "202205.10": "0-2",
        "202205.16": "0-1",
        "202205.19": "0",
        "202205.23": "0",
        "202205.24": "0-2",
        "202205.31": "0-1",
        "202206.08": "0-1",
        "202206.13": "0-2",
        "202206.22": "0-1,3",
        "202206.29": "0",
        "202207.04": "0-1",
        "202207.11": "0",
        "202207.13": "0-1",
        "202207.18": "0,2",
        "202207.23": "0,2",
        "202207.25": "0",
        "202207.28": "0-2",
        "202208.02": "0-2",
        "202208.04": "1",
        "202208.10": "0",
        "202208.15": "0-3",
        "202208.23": "0-1",
        "202208.29": "0-2",
        "202209.05": "0-1",
        "202209.13": "0-3",
        "202209.20": "0",
        "202209.22": "0-4",
        "202209.27": "0-1",
        "202210.03": "0-2",
        "202210.07": "0",
        "202210.10": "1",
        "202210.12": "0",
        "202210.17": "0-1",
        "202210.24": "0",
        "202211.01": "0",
        "202211.02": "0-3",
        "202211.12": "0-1",
        "202211.30": "0",
        "202212.01": "0-3",
        "202212.06": "0-1",
        "202212.13": "0",
        "202212.15": "0",
        "202212.19": "0-2",
        "202301.10": "0-1",
        "202301.19": "0-1",
        "202301.25": "0-3",
        "202302.01": "0",
        "202302.06": "0",
        "202302.09": "0-7",
        "202302.16": "0-7",
        "202303.06": "0-3",
        "202303.13": "0-1",
        "202303.22": "0",
        "202303.28": "0",
        "202304.05": "0",
        "202304.10": "0",
        "202304.20": "0",
        "202304.24": "0",
        "202305.01": "0",
        "202305.04": "0",
        "202305.08": "0-1",
        "202305.15": "0",
        "202305.23": "0",
        "202305.24": "0",
        "202306.01": "0",
        "202306.07": "0",
        "202306.13": "0-1",
        "202306.19": "0",
        "202306.26": "0",
        "202307.03": "0",
        "202307.04": "0",
        "202307.10": "0",
        "202307.12": "0",
        "202307.18": "0",
        "202307.26": "0",
        "202307.27": "0",
        "202308.01": "0",
        "202308.10": "0",
        "202308.16": "0",
        "202308.22": "0",
        "202308.28": "0",
        "202309.06": "0-1",
        "202309.12": "0",
        "202309.20": "0",
        "202309.26": "0",
        "202310.04": "0",
        "202310.09": "0-2",
        "202310.19": "0,2-3",
        "202310.26": "0",
        "202310.31": "0-1",
        "202311.07": "0",
        "202311.13": "0-1",
        "202311.22": "0-1,3",
        "202312.06": "0",
        "202312.12": "0",
        "202401.03": "0",
        "202401.09": "0",
        "202401.17": "0-2",
        "202401.22": "0",
        "202402.07": "0-2",
        "202402.12": "0-1",
        "202402.19": "0-1",
        "202402.26": "0",
        "202403.04": "0",
        "202403.13": "0-1",
        "202403.19": "0-1",
        "202403.25": "0",
        "202404.01": "0",
        "202404.09": "0",
        "202404.15": "0",
        "202404.16": "0",
        "202404.22": "0",
        "202404.29": "0",
        "202405.03": "0",
        "202405.20": "0-1",
        "202405.24": "1",
        "202405.27": "0-1",
        "202405.31": "0",
        "202406.05": "0",
        "202406.07": "0",
        "202406.13": "0",
        "202406.19": "0",
        "202406.25": "0",
        "202407.01": "0",
        "202407.03": "0",
        "202407.08": "0",
        "202407.16": "0",
        "202407.22": "0",
        "202407.29": "0-1",
        "202408.05": "0",
        "202408.12": "0",
        "202408.21": "0",
        "202408.27": "0",
        "202409.04": "0-1",
        "202409.09": "0-1",
        "202409.13": "0",
        "202409.16": "0",
        "202409.19": "0",
        "202409.23": "0",
        "202409.30": "0-1",
        "202410.09": "0-1",
        "202410.15": "0-1",
        "202410.22": "0",
        "202410.27": "0",
        "202411.03": "0",
        "202411.10": "0",
        "202411.11": "0",
        "202411.12": "0",
        "202411.25": "0",
        "202412.02": "0",
        "202412.04": "0",
        "202412.10": "0",
        "202412.15": "0",
        "202412.22": "0",
        "202412.29": "0",
        "202501.05": "0",
        "202501.12": "0-1",
        "202501.21": "0",
        "202501.22": "0",
        "202501.28": "0",
        "202502.03": "0",
        "202502.09": "0-2",
        "202502.16": "0",
        "202502.24": "0",
        "202502.26": "0-4",
        "202503.02": "0-2",
        "202503.10": "0-1",
        "202503.13": "0-1",
        "202503.21": "0-1",
        "202503.26": "0",
        "202503.27": "0",
        "202504.02": "0-1",
        "202504.06": "0,2",
        "202504.10": "0",
        "202504.11": "0",
        "202504.16": "0",
        "202504.22": "0",
        "202504.28": "0",
        "202505.06": "0",
        "202505.09": "0",
        "202505.14": "0-4",
        "202505.27": "0-5",
        "202506.03": "0-2",
        "202506.12": "0",
        "202506.15": "0",
        "202506.16": "0",
        "202506.24": "0",
        "202507.02": "0",
        "202507.06": "0",
        "202507.15": "0",
        "202507.21": "0-5",
        "202507.29": "0-1",
        "202507.31": "0",
        "202508.05": "0",
        "202508.06": "0-3",
        "202508.11": "0-2",
        "202508.20": "0-3",
        "202508.26": "0-1",
        "202509.04": "0",
        "202509.05": "0",
        "202509.11": "0",
        "202509.17": "0",
        "202509.18": "0",
        "202509.23": "0",
        "202510.03": "0-1",
        "202510.09": "0",
        "202510.11": "0",
        "202510.15": "0",
        "202510.19": "0-4",
        "202510.29": "0-2",
        "202511.07": "0-4",
        "202511.12": "0-1",
        "202511.20": "0-1",
        "202511.24": "1",
        "202512.06": "0-2",
        "202512.18": "0-1",
        "202512.21": "0",
        "202512.30": "100-101",
        "202601.01": "0",
        "202601.04": "0",
        "202601.07": "0-1",
        "202601.13": "0-1",
        "202601.18": "0",
        "202601.22": "0",
        "202601.23": "0",
        "202601.27": "0-8",
        "202602.10": "0",
        "202602.13": "0-13",
        "202602.17": "0-1",
        "202602.19": "0-4",
        "202602.23": "0",
        "202602.24": "0",
        "202602.26": "0",
        "202602.27": "0-1",
        "202603.04": "0-15",
        "202603.12": "0-5",
        "202603.17": "0",
        "202603.18": "0-2",
        "202603.19": "0",
        "202603.22": "0",
        "202603.24": "0-1",
        "202603.25": "0",
        "202603.26": "0",
        "202603.27": "0",
        "202603.30": "0-2",
        "202603.31": "0",
        "202604.01": "0",
        "202604.02": "0",
        "202604.03": "0",
        "202604.06": "0",
        "202604.07": "0",
        "202604.08": "0",
        "202604.09": "0",
        "202604.10": "0",
        "202604.13": "0-1",
        "202604.14": "0",
        "202604.15": "0",
        "202604.16": "1",
        "202604.17": "0",
        "202604.20": "0",
        "202604.21": "0-1",
        "202604.22": "0",
        "202604.23": "0",
        "202604.24": "0-3",
        "202604.27": "0",
        "202604.28": "0",
        "202604.29": "1",
        "202604.30": "0",
        "202605.01": "0",
        "202605.04": "1",
        "202605.05": "1-3",
        "202605.06": "0",
        "202605.07": "0",
        "202605.08": "0",
        "202605.11": "0",
        "202605.12": "0",
        "202605.13": "0",
        "202605.14": "0-1",
        "202605.15": "0",
        "202605.18": "0",
        "202605.19": "0-1",
        "202605.20": "0-1",
        "202605.21": "0-8",
        "202605.22": "0-3",
        "202605.25": "0-2",
        "202605.26": "0-4",
        "202605.27": "0-1",
        "202605.28": "0-1",
        "202605.29": "0-2",
        "202606.01": "0-3",
        "202606.02": "0",
        "202606.03": "0",
        "202606.04": "0-7",
        "202606.05": "0-8",
        "202606.07": "0",
        "202606.08": "1",
        "202606.09": "0",
        "202606.10": "0-3",
        "202606.11": "0",
        "202606.12": "0",
        "202606.15": "0",
        "202606.16": "0-1",
        "202606.17": "0",
        "202606.18": "0",
        "202606.19": "0",
        "202606.22": "0",
        "202606.23": "0",
        "202606.24": "0",
        "202606.25": "0",
        "202606.26": "0",
        "202606.29": "0",
        "202606.30": "0-1",
        "202607.01": "0",
        "202607.02": "0-1",
        "202607.06": "0",
        "202607.07": "0",
        "202607.08": "0",
        "202607.09": "0-2",
        "202607.10": "0",
        "202607.13": "0",
        "202607.14": "0",
        "202607.17": "0",
        "202607.20": "0-2",
        "202607.21": "0",
        "202607.23": "0",
        "202607.24": "0",
        "202607.27": "0",
        "202607.29": "0-1",
        "202607.30": "1",
        "202607.31": "1",
        "202608.03": "0",
        "202608.04": "0",
        "202608.05": "0",
        "202608.06": "1-2",
        "202608.07": "0",
        "202608.10": "0",
        "202608.11": "0",
        "202608.12": "0",
        "202608.13": "0",
        "202608.14": "0",
        "202608.17": "0",
        "202608.18": "0",
        "202608.19": "0",
        "202608.20": "0",
        "202608.21": "0"
      }
    };
  }
});

// server/src/model/fleet/bundled.ts
function bundledRecord() {
  loading ??= Promise.resolve().then(() => __toESM(require_bundled_record())).then(({ default: data3 }) => new FleetRecord(data3));
  return loading;
}
var loading;
var init_bundled = __esm({
  "server/src/model/fleet/bundled.ts"() {
    "use strict";
    init_record();
  }
});

// server/src/model/fleet/bundled-now.ts
var init_bundled_now = __esm({
  "server/src/model/fleet/bundled-now.ts"() {
    "use strict";
    init_record();
  }
});

// server/src/model/verdict.ts
function binaryVerdict(config2, baked) {
  return judge(config2 && chooseBinary(config2, baked), baked);
}
function scriptsVerdict(config2, baked) {
  return judge(config2 && chooseField("scripts", config2.scripts_version), baked);
}
function chooseBinary(config2, baked) {
  const { hotfixes } = config2;
  if (!hotfixes || hotfixes.size === 0) return chooseField("pointer", config2.version);
  const base2 = bakedBase(baked);
  if (base2 === void 0) return { reason: { code: "baked-without-base", baked } };
  const value = hotfixes.get(base2);
  if (value === void 0) return { reason: { code: "base-not-listed", base: base2 } };
  const version4 = trimSpace(value);
  if (version4 === "") return { reason: { code: "entry-empty", base: base2 } };
  return { version: version4, origin: { role: "entry", base: base2 } };
}
function chooseField(role, value) {
  const version4 = trimSpace(value);
  return version4 === "" ? { reason: { code: "nothing-asked", role } } : { version: version4, origin: { role } };
}
function bakedBase(baked) {
  return /^([^.]+\.[^.]+)\../s.exec(trimSpace(baked))?.[1];
}
function judge(choice2, untrimmedBaked) {
  if (!choice2) return { resolved: "", upgrade: false, reason: { code: "unreadable" } };
  if ("reason" in choice2) return { resolved: "", upgrade: false, reason: choice2.reason };
  const { version: version4, origin } = choice2;
  const baked = trimSpace(untrimmedBaked);
  const code = compare(baked, version4);
  return { resolved: version4, upgrade: code === "upgrades", reason: { code, baked, version: version4, origin } };
}
function compare(baked, version4) {
  const from2 = parseLoose(baked);
  if (!from2) return "baked-not-comparable";
  const to = parseLoose(version4);
  if (!to) return "version-not-comparable";
  if (from2.major !== to.major || from2.minor !== to.minor) return "other-base";
  const order = compareDigits(to.patch, from2.patch);
  return order > 0 ? "upgrades" : order < 0 ? "lower-patch" : "same-patch";
}
var verdictOn;
var init_verdict = __esm({
  "server/src/model/verdict.ts"() {
    "use strict";
    init_version();
    init_white_space();
    verdictOn = {
      binary: binaryVerdict,
      scripts: scriptsVerdict
    };
  }
});

// server/src/model/fleet/outcome.ts
function outcome(readings, baked, { generation, system }) {
  const decision = decide(readings, baked, generation);
  return { decision, ...installed(decision, system) };
}
function installed({ binary: binary2 }, system) {
  if (binary2.asks === null) return { installs: false, reason: binary2.reason };
  const reason = installerOf(system);
  return { installs: reason.installs, reason };
}
function decide(readings, baked, generation) {
  const traits = traitsOf(generation);
  const config2 = readings.by(generation);
  const binary2 = binaryDecision(traits.binary, config2, baked);
  return {
    generation,
    binary: binary2,
    scripts: scriptsDecision(traits.scripts, config2, baked, binary2.asks),
    fails: config2 === null && traits.failsOnUnreadable
  };
}
function binaryDecision(how, config2, baked) {
  if (how === "never-reads") return { asks: null, reason: { code: "no-hotfix-code" } };
  if (how === "compares") return asked(binaryVerdict(config2, baked));
  if (how === "installs-any") return anyVersion(config2);
  return { asks: null, reason: { code: "reports-dev" } };
}
function asked({ upgrade, resolved: resolved2, reason }) {
  return { asks: upgrade ? resolved2 : null, reason };
}
function anyVersion(config2) {
  if (!config2) return { asks: null, reason: { code: "unreadable" } };
  const version4 = trimSpace(config2.version);
  if (version4 === "") return { asks: null, reason: { code: "nothing-asked", role: "pointer" } };
  if (version4 === unstamped) return { asks: null, reason: { code: "reports-dev" } };
  return { asks: version4, reason: { code: "installs-any", version: version4 } };
}
function scriptsDecision(how, config2, baked, asks) {
  if (how === "never") return { applies: null, reason: { code: "no-hotfix-code" } };
  if (how === "gated") {
    const { upgrade, reason } = scriptsVerdict(config2, baked);
    return { applies: upgrade, reason };
  }
  if (asks !== null) return { applies: null, reason: { code: "installed-binary-decides", version: asks } };
  return { applies: true, reason: { code: "always-applied" } };
}
var unstamped;
var init_outcome = __esm({
  "server/src/model/fleet/outcome.ts"() {
    "use strict";
    init_verdict();
    init_white_space();
    init_generation();
    init_operating_system();
    unstamped = "dev";
  }
});

// server/src/model/fleet/recorded.ts
function recordedOutcome(readings, baked, catalogue) {
  if (!baked?.generation) return void 0;
  const decision = decide(readings, baked.version, baked.generation);
  return { ...decision, images: imagesOf(baked, decision, catalogue) };
}
function imagesOf(baked, decision, catalogue) {
  const known = decision.binary.asks === null ? void 0 : asking.get(catalogue) ?? /* @__PURE__ */ new Map();
  const images = known?.get(baked) ?? decided(baked, decision, catalogue);
  if (known) asking.set(catalogue, known.set(baked, images));
  return images;
}
function decided({ images }, decision, catalogue) {
  return images.map((image) => {
    const system = catalogue.systemOf(image);
    return { image, system, ...installed(decision, system) };
  });
}
var asking;
var init_recorded = __esm({
  "server/src/model/fleet/recorded.ts"() {
    "use strict";
    init_outcome();
    asking = /* @__PURE__ */ new WeakMap();
  }
});

// server/src/model/fleet/effect.ts
function effectOf(readings, version4, what, catalogue) {
  const baked = catalogue.get(trimSpace(version4));
  const recorded2 = recordedOutcome(readings, baked, catalogue);
  const { upgrade, resolved: resolved2, reason } = verdictOn[what](readings.current, version4);
  if (!recorded2) return effect(upgrade ? "upgrades" : "stays", upgrade ? resolved2 : "", reason);
  return what === "binary" ? binaryEffect(recorded2, upgrade) : scriptsEffect(recorded2, upgrade);
}
function reaches({ does: does2, resolved: resolved2 }) {
  return resolved2 !== "" && (does2 === "upgrades" || does2 === "unknown");
}
function offeredBy(effect2) {
  return reaches(effect2) ? effect2.resolved : "";
}
function installingAny(readings, catalogue) {
  const known = installing2.get(readings);
  if (known?.catalogue === catalogue) return known.found;
  const found2 = catalogue.comparingNothing.flatMap(({ version: version4 }) => {
    const effect2 = effectOf(readings, version4, "binary", catalogue);
    return reaches(effect2) ? [{ version: version4, effect: effect2, isPackage: isVersion(effect2.resolved) }] : [];
  });
  installing2.set(readings, { catalogue, found: found2 });
  return found2;
}
function upgradedAmong(installers) {
  return installers.filter(({ isPackage }) => isPackage).map(({ version: version4 }) => version4);
}
function installersOf(readings, { role, trimmed }, catalogue) {
  if (role !== "pointer") return [];
  return installingAny(readings, catalogue).filter(({ effect: effect2 }) => effect2.resolved === trimmed);
}
function binaryEffect({ binary: { asks, reason }, images }, wouldUpgrade) {
  if (asks === null) return effect(wouldUpgrade ? "cannot" : "stays", "", reason, images);
  return effect(doneBy(images), asks, reason, images);
}
function doneBy(images) {
  if (images.length === 0 || images.some(({ installs }) => installs === true)) return "upgrades";
  return images.some(({ installs }) => installs === null) ? "unknown" : "cannot";
}
function scriptsEffect({ scripts: { reason } }, wouldUpgrade) {
  switch (reason.code) {
    case "upgrades":
      return effect("upgrades", reason.version, reason);
    case "always-applied":
      return effect("always", "", reason);
    case "installed-binary-decides":
      return effect("unknown", "", reason);
    case "no-hotfix-code":
      return effect(wouldUpgrade ? "cannot" : "stays", "", reason);
    default:
      return effect("stays", "", reason);
  }
}
function effect(does2, resolved2, reason, images = []) {
  return { does: does2, upgrade: does2 === "upgrades", resolved: resolved2, reason, images };
}
var installing2;
var init_effect = __esm({
  "server/src/model/fleet/effect.ts"() {
    "use strict";
    init_verdict();
    init_version();
    init_white_space();
    init_recorded();
    installing2 = /* @__PURE__ */ new WeakMap();
  }
});

// server/src/model/fleet/node-image.ts
function parseNodeImage(name2) {
  if (isVersion(name2)) return { image: void 0, version: name2, system: systemNamed("") };
  const [, image = "", version4 = ""] = /^([A-Za-z]\w*-.+)-([^-]+)$/.exec(name2) ?? [];
  const system = systemNamed(image);
  if (system.id === "windows") return { image, version: void 0, system };
  return isVersion(version4) ? { image, version: version4, system } : void 0;
}
var nodeImageLabel;
var init_node_image = __esm({
  "server/src/model/fleet/node-image.ts"() {
    "use strict";
    init_version();
    init_operating_system();
    nodeImageLabel = "kubernetes.azure.com/node-image-version";
  }
});

// server/src/model/fleet/obstacle.ts
function obstacleTo({ generation, images }, role, catalogue) {
  const ofController = generation && controllerObstacle(generation, role);
  if (ofController || !generation || role === "scripts") return ofController;
  const isUnable = (image) => installerOf(catalogue.systemOf(image)).installs === false;
  return images.length > 0 && images.every(isUnable) ? "cannot-install" : void 0;
}
function controllerObstacle(generation, role) {
  const { binary: binary2, scripts: scripts2 } = traitsOf(generation);
  if (role === "scripts") return scripts2 === "never" ? "no-code" : void 0;
  if (binary2 === "never-reads") return "no-code";
  if (binary2 === "reports-dev") return "cannot-compare";
  return binary2 === "installs-any" && role === "entry" ? "no-map" : void 0;
}
var init_obstacle = __esm({
  "server/src/model/fleet/obstacle.ts"() {
    "use strict";
    init_generation();
    init_operating_system();
  }
});

// server/src/model/quote.ts
function quote(value) {
  return quoteWhole(cut(value));
}
function quoteWhole(value) {
  return `"${value.replace(/[\p{C}\p{Z}"\\]/gu, visible)}"`;
}
function cut(text) {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}\u2026` : text;
}
function visible(character) {
  if (character === " ") return character;
  if (character === '"' || character === "\\") return `\\${character}`;
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`
  ).join("");
}
function fillTemplate(template, data3 = {}) {
  return template.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (placeholder, name2, instead) => {
    const datum = data3[name2];
    if (datum === void 0) return placeholder;
    if (datum === "" && instead !== void 0) return instead;
    return typeof datum === "number" ? String(datum) : quote(datum);
  });
}
var longest;
var init_quote = __esm({
  "server/src/model/quote.ts"() {
    "use strict";
    longest = 80;
  }
});

// server/src/model/reason.ts
function explainReason(reason) {
  switch (reason.code) {
    case "unreadable":
      return "nodes cannot read the file";
    case "nothing-asked":
      return `"${fieldWith[reason.role]}" is empty or missing`;
    case "baked-without-base":
      return `baked version ${quote(reason.baked)} does not have three parts, so it has no base`;
    case "base-not-listed":
      return `base ${quote(reason.base)} is not in "hotfixes"`;
    case "entry-empty":
      return `the entry of base ${quote(reason.base)} is empty`;
    case "baked-not-comparable":
      return `baked version ${quote(reason.baked)} is not a valid version`;
    case "version-not-comparable":
      return `${quote(reason.version)}${from(reason.origin)} is not a valid version`;
    case "other-base":
      return `${quote(reason.version)}${from(reason.origin)} has another base`;
    case "same-patch":
      return `already at the patch of ${quote(reason.version)}${from(reason.origin)}`;
    case "lower-patch":
      return `already at a higher patch than ${quote(reason.version)}${from(reason.origin)}`;
    case "upgrades":
      return `${quote(reason.version)}${from(reason.origin)} has the same base and a higher patch`;
  }
}
function from(origin) {
  return origin.role === "entry" ? ` from the entry of base ${quote(origin.base)}` : ` from "${fieldWith[origin.role]}"`;
}
var init_reason = __esm({
  "server/src/model/reason.ts"() {
    "use strict";
    init_fields();
    init_quote();
  }
});

// server/src/model/fleet/outcome-text.ts
function explainOutcome(reason) {
  switch (reason.code) {
    case "no-hotfix-code":
      return "its controller has no hotfix code and never reads the file";
    case "reports-dev":
      return 'its controller reports "dev", so it cannot compare versions';
    case "installs-any":
      return `its controller installs any "version" without a comparison, here ${quote(reason.version)}`;
    case "always-applied":
      return "its controller always applies delivered scripts";
    case "installed-binary-decides":
      return `the installed binary ${quote(reason.version)} decides`;
    case "installs":
      return `${reason.manager} installs the package`;
    case "read-only":
      return '"/usr" is read-only, and the package installs to "/usr/bin"';
    case "no-package-manager":
      return "dnf and tdnf are missing";
    case "unsupported-system":
      return `its controller does not support the operating system ${quote(reason.system)}`;
    case "windows":
      return "Windows nodes never read the config";
    case "package-not-on-record":
      return `unknown whether a package for Ubuntu ${reason.release} is published`;
    case "image-not-on-record":
      return "unknown operating system of its image";
    default:
      return explainReason(reason);
  }
}
var init_outcome_text = __esm({
  "server/src/model/fleet/outcome-text.ts"() {
    "use strict";
    init_quote();
    init_reason();
  }
});

// server/src/model/fleet/taken.ts
function publishedBy(tag) {
  for (const pattern of tagPatterns) {
    const [, month = "", day2, patch = ""] = pattern.exec(tag) ?? [];
    const base2 = `${month}.${day2}`;
    if (!isBase(base2) || !month.startsWith("20") || !isCalendarDate(base2)) continue;
    const version4 = versionFrom(base2, patch.replace(/^0+(?=\d)/, ""));
    return isVersion(version4) ? version4 : void 0;
  }
  return void 0;
}
function versionsNamedIn(readings) {
  const named = configsRead(readings).flatMap(({ version: version4, scripts_version, hotfixes }) => [
    version4,
    scripts_version,
    ...hotfixes?.values() ?? []
  ]);
  return named.flatMap((text) => canonicalVersion(trimSpace(text)) ?? []);
}
function ambiguousPatches(patches) {
  const sorted = [...new Set(patches)].sort();
  const ambiguous = /* @__PURE__ */ new Map();
  for (const [at, patch] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next?.startsWith(patch)) ambiguous.set(patch, next);
  }
  return ambiguous;
}
var tagPatterns;
var init_taken = __esm({
  "server/src/model/fleet/taken.ts"() {
    "use strict";
    init_calendar();
    init_version();
    init_white_space();
    init_readings();
    tagPatterns = [
      /^(?:aks-node-controller\/)?v0\.(\d{6})(\d{2})\.(\d+)$/,
      /^(?:anc|aks-node-controller\/hotfix)\/v(\d{6})\.(\d{2})\.(\d+)$/
    ];
  }
});

// server/src/model/loss.ts
function lossesBetween(before, after, catalogue, counts = () => true) {
  const lost = ["binary", "scripts"].flatMap(
    (what) => basesOf(what, before).filter(counts).flatMap((base2) => lossOf({ what, base: base2 }, before, after, catalogue) ?? [])
  );
  return lost.some(({ what }) => what === "binary") ? lost : [...lossesOfAny(before, after, catalogue).filter(({ base: base2 }) => counts(base2)), ...lost];
}
function lossesOfAny(before, after, catalogue) {
  const own2 = basesOf("binary", before);
  if (own2.some((base2) => after.current?.hotfixes?.has(base2))) return [];
  const bases = installingAny(before, catalogue).flatMap(
    ({ version: version4, effect: effect2, isPackage }) => isPackage && patchIn(effect2.resolved) !== "0" && !own2.includes(baseOf(version4)) ? [baseOf(version4)] : []
  );
  return [...new Set(bases)].flatMap((base2) => {
    const loss = lossOf({ what: "binary", base: base2 }, before, after, catalogue);
    return loss?.after === void 0 ? loss ?? [] : [];
  });
}
function lossOf(of, before, after, catalogue) {
  const { what, base: base2 } = of;
  const pairs = bakedIn(base2, catalogue).map((version4) => ({
    had: effectOf(before, version4, what, catalogue),
    has: effectOf(after, version4, what, catalogue)
  }));
  const lost = pairs.find(({ had, has }) => reaches(had) && !reaches(has));
  const lowered = pairs.find(
    ({ had, has }) => reaches(had) && reaches(has) && isLower(has.resolved, had.resolved)
  );
  const changed2 = lost ?? (what === "binary" ? lowered : void 0);
  return changed2 && {
    ...of,
    before: changed2.had.resolved,
    after: lowered?.has.resolved,
    installsAny: changed2.had.reason.code === "installs-any"
  };
}
function bakedIn(base2, catalogue) {
  const known = catalogue.of(base2).map(({ version: version4 }) => version4);
  return known.length > 0 ? known : [versionFrom(base2, "0")];
}
function basesWithScripts(readings, catalogue) {
  return [...new Set(versionsWithScripts(readings, catalogue).map(baseOf))];
}
function versionsWithScripts(readings, catalogue) {
  const { branchVersion } = catalogue;
  const gated = basesOf("scripts", readings).flatMap((base2) => bakedIn(base2, catalogue)).filter((version4) => reaches(effectOf(readings, version4, "scripts", catalogue)));
  const always = branchVersion !== void 0 && alwaysAppliesScripts(readings, catalogue) ? [branchVersion] : [];
  return [.../* @__PURE__ */ new Set([...gated, ...always])];
}
function alwaysAppliesScripts(readings, catalogue) {
  const { branchVersion } = catalogue;
  return branchVersion !== void 0 && effectOf(readings, branchVersion, "scripts", catalogue).does === "always";
}
function basesOf(what, readings) {
  return [...new Set(configsRead(readings).flatMap((config2) => basesIn(what, config2)))];
}
function basesIn(what, { hotfixes, version: version4, scripts_version }) {
  if (what === "binary" && hotfixes && hotfixes.size > 0) return [...hotfixes.keys()].filter(isBase).sort();
  const base2 = looseBase(trimSpace(what === "binary" ? version4 : scripts_version));
  return base2 ? [base2] : [];
}
function changeOf(what, before, after) {
  const isHotfix = (version4) => version4 !== "" && (what === "scripts" || isVersion(version4));
  if (isHotfix(before) !== isHotfix(after)) return isHotfix(after) ? "gained" : "lost";
  return what === "binary" && isLower(after, before) ? "lowered" : "changed";
}
function isLower(version4, than) {
  return looseBase(trimSpace(version4)) === looseBase(trimSpace(than)) && compareDigits(patchIn(version4), patchIn(than)) < 0;
}
function patchIn(version4) {
  return parseLoose(version4)?.patch ?? "0";
}
var init_loss = __esm({
  "server/src/model/loss.ts"() {
    "use strict";
    init_effect();
    init_readings();
    init_version();
    init_white_space();
  }
});

// server/src/model/next-version.ts
function nextVersion(analysis, base2, catalogue, except) {
  const highest = analysis.highestOf(base2, except);
  return versionAbove(base2, catalogue, highest === void 0 ? [] : [highest]);
}
function versionAbove(base2, catalogue, named) {
  const patches = [...catalogue.taken(base2), ...named.map(patchOf)];
  const highest = patches.reduce((a, b) => compareDigits(a, b) < 0 ? b : a, "0");
  const patch = patchAfter(highest);
  return patch === void 0 ? void 0 : versionFrom(base2, patch);
}
var init_next_version = __esm({
  "server/src/model/next-version.ts"() {
    "use strict";
    init_version();
  }
});

// server/src/model/payload.ts
function markersIn(text) {
  const { begin, end } = payloadMarkers;
  const line2 = new RegExp(`^([ \\t]*)(${begin}|${end})[ \\t]*$`, "gm");
  return [...text.matchAll(line2)].map(({ index, 1: indent = "", 2: marker = "" }) => ({
    is: marker === begin ? "begin" : "end",
    start: index + indent.length,
    end: index + indent.length + marker.length
  }));
}
function namesIn(block) {
  return block.split("\n").filter((line2) => !line2.trimStart().startsWith("#")).flatMap((line2) => [
    ...line2.matchAll(/GetVariableProperty[ \t]+["`]cloudInitData["`][ \t]+["`]([^"`\r\n]+)["`]/g)
  ]).flatMap(({ 1: name2 = "" }) => name2);
}
function withoutTemplateComments(text) {
  const kept = [];
  let from2 = 0;
  for (const { index } of text.matchAll(/\{\{(?:- )?\/\*/g)) {
    if (index < from2) continue;
    const end = text.indexOf("*/", index);
    if (end < 0) break;
    kept.push(text.slice(from2, index), text.slice(index, end + 2).replace(/[^\r\n]/g, " "));
    from2 = end + 2;
  }
  return kept.join("") + text.slice(from2);
}
var payloadMarkers, Payload;
var init_payload = __esm({
  "server/src/model/payload.ts"() {
    "use strict";
    payloadMarkers = {
      begin: "# ---- hotfix-scripts: auto-generated ----",
      end: "# ---- end hotfix-scripts ----"
    };
    Payload = class {
      constructor(text, file) {
        this.text = text;
        this.file = file;
        const delivered2 = withoutTemplateComments(text);
        const markers = markersIn(delivered2);
        const isBegin = ({ is }, at) => is === "begin" && markers[at + 1]?.is === "end";
        const isEnd = ({ is }, at) => is === "end" && markers[at - 1]?.is === "begin";
        this.unpaired = markers.filter((marker, at) => !isBegin(marker, at) && !isEnd(marker, at));
        this.blocks = markers.flatMap(
          (begin, at) => isBegin(begin, at) ? [{ begin, names: namesIn(delivered2.slice(begin.end, markers[at + 1]?.start ?? text.length)) }] : []
        );
        const inBlocks = new Set(this.blocks.flatMap(({ names }) => names));
        this.names = [...inBlocks];
        this.delivered = this.unpaired.length > 0 ? new Set(namesIn(delivered2)) : inBlocks;
      }
      text;
      file;
      blocks;
      /** Marker lines without their counterpart. The text beside them is in no block. */
      unpaired;
      /** The names of all scripts, each once. */
      names;
      /** The same, and those beside a marker line without its counterpart, which get the benefit of the doubt. */
      delivered;
      /** Whether some of its lines are about hotfixes: most of the time it has none. */
      get isAboutHotfixes() {
        return this.blocks.length + this.unpaired.length > 0;
      }
      /** Whether it certainly has no script. */
      get isEmpty() {
        return this.names.length + this.unpaired.length === 0;
      }
      /** The scripts that another payload does not deliver. */
      namesNotIn(other) {
        return this.names.filter((name2) => !other.has(name2));
      }
      has(name2) {
        return this.delivered.has(name2);
      }
    };
  }
});

// server/src/model/text-edit.ts
function applyEdits2(text, edits) {
  const parts2 = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error(`Two edits overlap at offset ${edit.start}.`);
    parts2.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts2.join("") + text.slice(at);
}
function editBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail2 = 0;
  while (tail2 < shorter - start && before.at(-1 - tail2) === after.at(-1 - tail2)) tail2++;
  return { start, end: before.length - tail2, text: after.slice(start, after.length - tail2) };
}
var init_text_edit = __esm({
  "server/src/model/text-edit.ts"() {
    "use strict";
  }
});

// server/src/model/index.ts
var init_model = __esm({
  "server/src/model/index.ts"() {
    "use strict";
    init_analysis();
    init_baked_version();
    init_calendar();
    init_catalogue();
    init_change();
    init_config();
    init_config_view();
    init_encoding();
    init_entries();
    init_fields();
    init_bundled();
    init_bundled_now();
    init_effect();
    init_generation();
    init_node_image();
    init_numbers();
    init_obstacle();
    init_operating_system();
    init_outcome();
    init_outcome_text();
    init_readings();
    init_record();
    init_recorded();
    init_served();
    init_taken();
    init_literal();
    init_loss();
    init_next_version();
    init_payload();
    init_quote();
    init_read();
    init_reason();
    init_recover();
    init_repeats();
    init_source();
    init_text_edit();
    init_type_faults();
    init_usual();
    init_verdict();
    init_version();
    init_version_property();
    init_white_space();
  }
});

// server/src/service/visible.ts
function visible2(text) {
  return text.replace(/[^\P{C}\t]/gu, "\uFFFD");
}
var init_visible = __esm({
  "server/src/service/visible.ts"() {
    "use strict";
  }
});

// server/src/cli/report/runner-commands.ts
function withoutCommands(text) {
  const lines = doubleColon.test(text) ? text.replace(/[^\r\n]+/g, (line2) => line2.replace(colonCommand, "$1\\u003a")) : text;
  return withoutBrackets(lines, "\\u005b");
}
function withoutBrackets(text, bracket) {
  return text.replace(bracketCommand, (_, before) => before + bracket);
}
var bracketCommand, doubleColon, colonCommand;
var init_runner_commands = __esm({
  "server/src/cli/report/runner-commands.ts"() {
    "use strict";
    bracketCommand = /(#[\p{C}\p{DI}]*#[\p{C}\p{DI}]*(?:[vV][\p{C}\p{DI}]*[sS][\p{C}\p{DI}]*[oO][\p{C}\p{DI}]*)?)\[/gu;
    doubleColon = /:[\p{C}\p{DI}]*:/u;
    colonCommand = /^([\s\p{C}\p{DI}]*:[\p{C}\p{DI}]*):/u;
  }
});

// server/src/cli/terminal.ts
function terminalOn(streams) {
  return {
    get cwd() {
      return streams.cwd;
    },
    env: streams.env,
    today: streams.today,
    out: (text) => streams.out(withoutCommands(text)),
    err: (text) => streams.err(withoutCommands(text)),
    asIs: streams.out,
    input: streams.input,
    isTerminal: streams.isTerminal
  };
}
function asBroken(thrown) {
  if (thrown instanceof BrokenProject) return thrown;
  throw thrown;
}
function asProblem(thrown) {
  if (thrown instanceof CannotWork) return thrown;
  throw thrown;
}
function reportProblem({ err }, { message, hint }) {
  print(err, "error", message, hint);
}
function warn({ err }, message, hint) {
  print(err, "warning", message, hint);
}
function print(err, label, message, hint) {
  err(`${label}: ${visible2(message)}
${hint === void 0 ? "" : `hint: ${visible2(hint)}
`}`);
}
var Problem, CannotWork, WrongUsage, BrokenProject;
var init_terminal = __esm({
  "server/src/cli/terminal.ts"() {
    "use strict";
    init_visible();
    init_runner_commands();
    Problem = class extends Error {
      constructor(message, hint) {
        super(message);
        this.hint = hint;
      }
      hint;
      /** For formats without hints. */
      get inOneLine() {
        return this.hint === void 0 ? this.message : `${this.message}; ${this.hint}`;
      }
    };
    CannotWork = class extends Problem {
    };
    WrongUsage = class extends Problem {
    };
    BrokenProject = class extends WrongUsage {
    };
  }
});

// server/src/cli/files.ts
async function readBytes(path7, { cwd, input }, most) {
  return path7 === "-" ? input(most) : readFile(path7, cwd);
}
function readFile(path7, cwd) {
  try {
    return (0, import_node_fs.readFileSync)(pathOf(path7, cwd));
  } catch (thrown) {
    const linked = errorCode(thrown) === "ENOENT" && isLink((0, import_node_path.resolve)(cwd, path7));
    if (!linked) throw cannot(`read ${quote(path7)}`, thrown);
    throw refused(`read ${quote(path7)}`, brokenLink);
  }
}
function readContent(path7, cwd) {
  try {
    const text = (0, import_node_fs.readFileSync)(pathOf(path7, cwd), "utf8");
    if (!text.includes("\uFFFD")) return text;
  } catch {
  }
  return readFile(path7, cwd);
}
function refuseUnreadable(path7) {
  const work = `read ${quote(path7)}`;
  try {
    if (!(0, import_node_fs.existsSync)(realpathOf(path7))) throw refused(work, brokenLink);
    const stats = (0, import_node_fs.statSync)(path7);
    if (stats.isDirectory()) throw refused(work, folder);
    if (!stats.isFile()) throw refused(work, ["not a regular file", "move it to another place"]);
    (0, import_node_fs.accessSync)(path7, import_node_fs.constants.R_OK);
  } catch (thrown) {
    throw cannot(work, thrown);
  }
  throw refused(work, ["the file changed during the run", "run the command again"]);
}
function refuseSilent(path7, cwd) {
  const absolute = (0, import_node_path.resolve)(cwd, path7);
  const real = realpathOf(absolute);
  const stats = real === "" || real.startsWith("/dev/fd/") ? void 0 : statsOf(real);
  if (stats?.isFIFO()) throw refused(`read ${quote(path7)}`, ["is a named pipe", useInput]);
  if (stats?.isSocket()) throw refused(`read ${quote(path7)}`, ["is a socket", useInput]);
  const isDevice = stats?.isCharacterDevice() || stats?.isBlockDevice();
  if (isDevice && real !== import_node_os.devNull && !ownStream.test(absolute))
    throw refused(`read ${quote(path7)}`, ["is a device", useInput]);
}
function realpathOf(path7) {
  try {
    return (0, import_node_fs.realpathSync)(path7);
  } catch {
    return "";
  }
}
function kindOf(path7) {
  const stats = statsOf(path7);
  if (!stats) return "nothing";
  return stats.isDirectory() ? "folder" : "file";
}
function isWrittenAsPath(name2) {
  return /^(?:\.{0,2}|[A-Za-z]:)[/\\]/.test(name2);
}
function isRegularFile(path7) {
  return statsOf(path7)?.isFile() ?? false;
}
function statsOf(path7) {
  try {
    return (0, import_node_fs.statSync)(path7);
  } catch {
    return void 0;
  }
}
function pathOf(path7, cwd) {
  if (path7 === "") throw new CannotWork('cannot read "": empty path', 'name a file, or "." for this folder');
  return (0, import_node_path.resolve)(cwd, path7);
}
function cannot(work, thrown) {
  if (thrown instanceof CannotWork) return thrown;
  const code = errorCode(thrown);
  return refused(work, causes[code] ?? [`system error ${code}`, "check the path and the disk"]);
}
function refused(work, [problem, hint]) {
  return new CannotWork(`cannot ${work}: ${problem}`, hint);
}
function errorCode(thrown) {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
}
function isLink(path7) {
  try {
    return (0, import_node_fs.lstatSync)(path7).isSymbolicLink();
  } catch {
    return false;
  }
}
var import_node_fs, import_node_os, import_node_path, checkPath, brokenLink, folder, denied, useInput, inUse, causes, ownStream;
var init_files = __esm({
  "server/src/cli/files.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_os = require("node:os");
    import_node_path = require("node:path");
    init_model();
    init_terminal();
    checkPath = "check the path";
    brokenLink = ["broken symbolic link", "fix or remove the link"];
    folder = ["is a folder", "name a file in it"];
    denied = ["permission denied", "check the permissions of the file and its folder"];
    useInput = 'name a regular file, or use "-" to read standard input';
    inUse = ["in use by another program", "run the command again when it is free"];
    causes = {
      ENOENT: ["no such file", checkPath],
      EISDIR: folder,
      ENOTDIR: ["part of the path is not a folder", checkPath],
      EEXIST: ["part of the path is not a folder", checkPath],
      EACCES: denied,
      EPERM: denied,
      EBUSY: inUse,
      ETXTBSY: inUse,
      EROFS: ["the file system is read-only", "work on a copy"],
      ENOSPC: ["no space left on the disk", "free some space and run the command again"],
      EDQUOT: ["disk quota exceeded", "free some space and run the command again"],
      EFBIG: ["larger than the file size limit", 'check "ulimit -f"'],
      EMFILE: ["too many open files", 'check "ulimit -n"'],
      EIO: ["input/output error", "check the disk"],
      ELOOP: ["circular symbolic links", "fix or remove the links"],
      ENAMETOOLONG: ["the name is too long", checkPath],
      ERR_INVALID_ARG_VALUE: ["invalid file name", checkPath]
    };
    ownStream = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/;
  }
});

// server/src/cli/repositories.ts
function repositoryAbove(folder2) {
  if (isRepository(folder2)) return folder2;
  return (0, import_node_path2.dirname)(folder2) === folder2 ? void 0 : repositoryAbove((0, import_node_path2.dirname)(folder2));
}
function nameFromRoot(file, cwd) {
  const absolute = (0, import_node_path2.resolve)(cwd, file);
  const root = file === "-" ? void 0 : repositoryAbove((0, import_node_path2.dirname)(absolute));
  return root === void 0 ? file : (0, import_node_path2.relative)(root, absolute).replaceAll(import_node_path2.sep, "/");
}
function repositoryPathsOf(written) {
  const path7 = asStored(written);
  const paths = [];
  const add = (root, at2, rest) => {
    const name2 = [(0, import_node_path2.relative)(root, at2).replaceAll(import_node_path2.sep, "/"), ...rest].filter((part) => part !== "").join("/");
    if (!paths.some((path8) => path8.root === root && path8.name === name2)) paths.push({ root, name: name2 });
  };
  let at = (0, import_node_path2.parse)(path7).root;
  const parts2 = (0, import_node_path2.relative)(at, path7).split(import_node_path2.sep).filter((part) => part !== "");
  if (isRepository(at)) add(at, at, parts2);
  for (const [i, part] of parts2.entries()) {
    const rest = parts2.slice(i + 1);
    const next = (0, import_node_path2.join)(at, part);
    const isFollowed = isLink(next);
    at = isFollowed ? realOr(next) : next;
    const root = isFollowed ? repositoryAbove(at) : isRepository(at) ? at : void 0;
    if (root !== void 0) add(root, at, rest);
  }
  return paths;
}
function asStored(path7) {
  if (process.platform !== "win32" && process.platform !== "darwin") return path7;
  if (!(0, import_node_fs2.existsSync)(path7)) return (0, import_node_path2.dirname)(path7) === path7 ? path7 : (0, import_node_path2.join)(asStored((0, import_node_path2.dirname)(path7)), (0, import_node_path2.basename)(path7));
  const stored = import_node_fs2.realpathSync.native(path7);
  const isSame = stored.normalize().toLowerCase() === path7.normalize().toLowerCase();
  return isSame ? stored : path7;
}
function isRepository(folder2) {
  return (0, import_node_fs2.existsSync)((0, import_node_path2.join)(folder2, ".git"));
}
function realOr(path7) {
  try {
    return (0, import_node_fs2.realpathSync)(path7);
  } catch {
    return path7;
  }
}
var import_node_fs2, import_node_path2;
var init_repositories = __esm({
  "server/src/cli/repositories.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_node_path2 = require("node:path");
    init_files();
  }
});

// server/src/service/answers/markup.ts
function onOneLine(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
function escapeMarkdown(text) {
  return onOneLine(text).replace(active, (found2) => {
    const last = found2.slice(-1);
    return found2.slice(0, -1) + (references[last] ?? `\\${last}`);
  });
}
function codeSpan(text) {
  const line2 = onOneLine(text);
  const longest3 = Math.max(0, ...[...line2.matchAll(/`+/g)].map(([run2]) => run2.length));
  const fence = "`".repeat(longest3 + 1);
  return longest3 === 0 ? fence + line2 + fence : `${fence} ${line2} ${fence}`;
}
function shortened(text, most = 200) {
  return text.length > most ? `${text.slice(0, most / 2)}\u2026${text.slice(-most / 2)}` : text;
}
var active, references;
var init_markup = __esm({
  "server/src/service/answers/markup.ts"() {
    "use strict";
    active = /[\\`*[\]~|&<@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^|\s)[#>]|:(?=\/\/)|(?<=www)\.|(?<=^|\s)[-+]|(?<=^|\s)\d+[.)](?=\s|$)/giu;
    references = {
      "&": "&amp;",
      "<": "&lt;",
      ":": "&#58;",
      "@": "&#64;",
      ".": "&#46;"
    };
  }
});

// server/src/cli/git-problems.ts
function because(what, { why, next }, separator = ": ") {
  return new CannotWork(`${what}${separator}${why}`, next);
}
function tookTooLong(milliseconds) {
  return `git did not answer within ${milliseconds / 1e3} s`;
}
function waitsFor(path7) {
  return `${waits}${quote(path7)}, which is not a regular file`;
}
function whyNoAnswer({ err }) {
  const [, foreign] = /dubious ownership in repository at '(.*)'/.exec(err) ?? [];
  if (foreign !== void 0)
    return {
      why: "git does not trust this repository: another user owns it",
      next: `to trust it, run "git config --global --add safe.directory ${inShell(foreign)}"`
    };
  if (/not a git repository/.test(err)) return { why: noRepository };
  if (err === notInstalled) return missingGit;
  if (err.startsWith("git did not answer")) return lateGit(err);
  if (err.startsWith(waits)) return { why: err, next: "remove it, or replace it with a file" };
  return lacksContent(err) ? lackedContent(err) : { why: err };
}
function lateGit(why) {
  return {
    why,
    next: "look for a named pipe in place of a file such as .gitignore, or set HOTFIX_CONFIG_GIT_TIMEOUT to more seconds"
  };
}
function inShell(word) {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function lacksContent(said) {
  return /lazy fetching|promisor remote|could not fetch|unable to read|bad object|bad file$|missing$/.test(
    said
  );
}
function lackedContent(said) {
  return { why: `git does not have the content (${said})`, next: whole };
}
var whole, notInstalled, noRepository, waits, missingGit;
var init_git_problems = __esm({
  "server/src/cli/git-problems.ts"() {
    "use strict";
    init_model();
    init_terminal();
    whole = 'if this is a partial clone, run "git fetch --refetch --no-filter"';
    notInstalled = "git is not installed";
    noRepository = "this folder is not in a git repository";
    waits = "git waits for ";
    missingGit = { why: notInstalled, next: "install git, or name a file" };
  }
});

// server/src/cli/git-program.ts
function findGit({ env, platform, cwd }, isProgram = (file) => canRun(file, platform)) {
  const { delimiter, isAbsolute, join: join17, relative: relative10 } = platform === "win32" ? import_node_path3.default.win32 : import_node_path3.default.posix;
  const folders2 = (variable("PATH", env, platform) ?? "").split(delimiter).map((entry) => entry.replace(/^"(.*)"$/, "$1")).filter((entry) => isAbsolute(entry) && relative10(cwd, realOr(entry)) !== "");
  const names = endings(env, platform).map((ending) => `git${ending}`);
  return folders2.flatMap((folder2) => names.map((name2) => join17(folder2, name2))).find(isProgram);
}
function endings(env, platform) {
  if (platform !== "win32") return [""];
  const known = (variable("PATHEXT", env, platform) ?? "").split(";").map((ending) => ending.toLowerCase());
  const programs = known.filter((ending) => ending === ".exe" || ending === ".com");
  return programs.length > 0 ? programs : [".exe"];
}
function variable(name2, env, platform) {
  if (platform !== "win32") return env[name2];
  const key = Object.keys(env).find((candidate) => candidate.toUpperCase() === name2);
  return key === void 0 ? void 0 : env[key];
}
function canRun(file, platform) {
  try {
    if (!(0, import_node_fs3.statSync)(file).isFile()) return false;
    if (platform !== "win32") (0, import_node_fs3.accessSync)(file, import_node_fs3.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
var import_node_fs3, import_node_path3;
var init_git_program = __esm({
  "server/src/cli/git-program.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path3 = __toESM(require("node:path"));
    init_repositories();
  }
});

// server/src/cli/waiting-git.ts
async function pipeReadByGit(cwd, env, configured) {
  const root = repositoryAbove(cwd);
  return filesOfUser(env).find(isEndless) ?? (root === void 0 ? void 0 : await pipeInRepository(root)) ?? // Last, because git reads the files above to answer.
  (await configured()).find(isEndless);
}
function filesOfUser(env) {
  const home = env["HOME"] ?? (0, import_node_os2.homedir)();
  const folder2 = (0, import_node_path4.join)(env["XDG_CONFIG_HOME"] || (0, import_node_path4.join)(home, ".config"), "git");
  const names = ["config", "ignore", "attributes"].map((name2) => (0, import_node_path4.join)(folder2, name2));
  return [(0, import_node_path4.join)(home, ".gitconfig"), ...names, env["GIT_CONFIG_GLOBAL"] ?? ""];
}
async function pipeInRepository(root) {
  const everything = () => true;
  const inWorkTree = (name2) => readNames.includes(name2);
  return await pipeIn(gitFolder((0, import_node_path4.join)(root, ".git")), everything) ?? pipeIn(root, inWorkTree);
}
function gitFolder(path7) {
  try {
    if (!(0, import_node_fs4.lstatSync)(path7).isFile()) return path7;
    const [, named] = /^gitdir: (.+?)\r?\n?$/.exec((0, import_node_fs4.readFileSync)(path7, "utf8")) ?? [];
    return named === void 0 ? path7 : (0, import_node_path4.resolve)(path7, "..", named);
  } catch {
    return path7;
  }
}
async function pipeIn(top, isRead) {
  const folders2 = [top];
  for (const folder2 of folders2) {
    const entries = await (0, import_promises.readdir)(folder2, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const { name: name2 } = entry;
      if (isRead(name2) && !entry.isFile() && isEndless((0, import_node_path4.join)(folder2, name2))) return (0, import_node_path4.join)(folder2, name2);
      const isSearched = entry.isDirectory() && name2 !== ".git" && folders2.length < mostFolders;
      if (isSearched) folders2.push((0, import_node_path4.join)(folder2, name2));
    }
  }
  return void 0;
}
function isEndless(path7) {
  try {
    const stats = (0, import_node_fs4.statSync)(path7);
    return stats.isFIFO() || stats.isCharacterDevice() && path7 !== "/dev/null";
  } catch {
    return false;
  }
}
var import_node_fs4, import_promises, import_node_os2, import_node_path4, mostFolders, readNames;
var init_waiting_git = __esm({
  "server/src/cli/waiting-git.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_promises = require("node:fs/promises");
    import_node_os2 = require("node:os");
    import_node_path4 = require("node:path");
    init_repositories();
    mostFolders = 2e4;
    readNames = [".gitignore", ".gitattributes", ".gitmodules"];
  }
});

// server/src/cli/git.ts
async function git(cwd, ...words) {
  const { execFile } = await import("node:child_process");
  const program3 = gitProgram();
  if (program3 === void 0) return { ok: false, status: void 0, out: Buffer.alloc(0), err: notInstalled };
  const options2 = {
    cwd,
    env: environmentIn(cwd),
    encoding: "buffer",
    maxBuffer: 1 << 30,
    timeout: timeLimit(),
    killSignal: "SIGKILL"
  };
  return new Promise((resolve19) => {
    let pipe;
    const child = execFile(program3, [...hardened, ...words], options2, (error, out, bytes) => {
      clearTimeout(late);
      const err = bytes.toString("utf8");
      if (error === null) resolve19({ ok: true, status: 0, out, err });
      else {
        const status = typeof error.code === "number" ? error.code : void 0;
        resolve19({ ok: false, status, out, err: pipe ?? whyItEnded(error, err) });
      }
    });
    const late = setTimeout(async () => {
      const found2 = await pipeReadByGit(cwd, options2.env, () => filesConfigured(program3, options2));
      if (found2 === void 0) return;
      pipe = waitsFor(found2);
      child.kill("SIGKILL");
    }, timeLimit() / 60);
  });
}
async function filesConfigured(program3, { cwd, env }) {
  const { execFile } = await import("node:child_process");
  const asked3 = ["config", "--null", "--path", "--get-regexp", "^core\\.(excludesfile|attributesfile)$"];
  const options2 = { cwd, env, timeout: 1e3, killSignal: "SIGKILL" };
  return new Promise((resolve19) => {
    execFile(
      program3,
      [...hardened, ...asked3],
      options2,
      (_, out) => resolve19(out.split("\0").map((line2) => line2.slice(line2.indexOf("\n") + 1)))
    );
  });
}
async function startGit(cwd, ...words) {
  const { spawn } = await import("node:child_process");
  const program3 = gitProgram();
  return program3 === void 0 ? void 0 : spawn(program3, [...hardened, ...words], { cwd, env: environmentIn(cwd) });
}
function line({ out }) {
  return out.toString("utf8").replace(/\r?\n$/, "");
}
function timeLimit() {
  const seconds = Number(process.env["HOTFIX_CONFIG_GIT_TIMEOUT"]);
  return (seconds > 0 ? seconds : 120) * 1e3;
}
function gitProgram() {
  const path7 = process.env["PATH"];
  if (found?.of !== path7 || !found)
    found = {
      of: path7,
      program: findGit({ env: process.env, platform: process.platform, cwd: process.cwd() })
    };
  return found.program;
}
function environmentIn(cwd) {
  const { GIT_GLOB_PATHSPECS, GIT_NOGLOB_PATHSPECS, GIT_ICASE_PATHSPECS, ...env } = repositoryAbove(cwd) === void 0 ? process.env : withoutHooksRepository(process.env);
  return { ...env, ...environment };
}
function withoutHooksRepository({
  GIT_DIR,
  GIT_WORK_TREE,
  GIT_COMMON_DIR,
  GIT_INDEX_FILE,
  GIT_PREFIX,
  ...env
}) {
  return env;
}
function whyItEnded({ code, killed, message }, err) {
  if (killed) return tookTooLong(timeLimit());
  const lines = err.trim().split("\n");
  const named = lines.find((line2) => /^(?:fatal|error): /.test(line2)) ?? lines[0];
  if (named) return named;
  return typeof code === "number" ? `git failed with exit status ${code}` : `cannot run git (${code ?? message.trim().split("\n")[0]})`;
}
var hardened, environment, found;
var init_git = __esm({
  "server/src/cli/git.ts"() {
    "use strict";
    init_git_problems();
    init_git_program();
    init_repositories();
    init_waiting_git();
    hardened = [
      "--no-pager",
      // A folder with the files of a bare repository must not bring its own configuration.
      ...["-c", "safe.bareRepository=explicit"],
      ...["-c", "core.fsmonitor=false"],
      ...["-c", "core.hooksPath=/dev/null"],
      ...["-c", "core.warnAmbiguousRefs=true"]
    ];
    environment = {
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      // Never fetch what a partial clone lacks.
      GIT_ALLOW_PROTOCOL: "none",
      GIT_NO_LAZY_FETCH: "1",
      // A replaced commit would be a different baseline.
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_LITERAL_PATHSPECS: "1",
      LC_ALL: "C"
    };
  }
});

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports2) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name2, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name2[0]) {
          case "<":
            this.required = true;
            this._name = name2.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name2.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name2;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports2.Argument = Argument2;
    exports2.humanReadableArgName = humanReadableArgName;
  }
});

// unused:child_process
var require_child_process = __commonJS({
  "unused:child_process"(exports2, module2) {
    module2.exports = {};
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports2) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command2) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command2))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice2) => JSON.stringify(choice2)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice2) => JSON.stringify(choice2)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options2, group) => {
          const optionList = options2.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands2, group) => {
          const commandList = commands2.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line2) => {
          const chunks = line2.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports2.Help = Help2;
    exports2.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name2) {
        this.envVar = name2;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide2 = true) {
        this.hidden = !!hide2;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options2) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options2.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports2.Option = Option2;
    exports2.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports2) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates2) {
      if (!candidates2 || candidates2.length === 0) return "";
      candidates2 = Array.from(new Set(candidates2));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates2 = candidates2.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates2.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance2 = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance2) / length;
        if (similarity > minSimilarity) {
          if (distance2 < bestDistance) {
            bestDistance = distance2;
            similar = [candidate];
          } else if (distance2 === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports2.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports2) {
    var EventEmitter = require("node:events").EventEmitter;
    var childProcess = require_child_process();
    var path7 = require("node:path");
    var fs = require("node:fs");
    var process2 = require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name2) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name2 || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command2 = this; command2; command2 = command2.parent) {
          result.push(command2);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name2, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name2);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name2) {
        return new _Command(name2);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name2, description) {
        return new Argument2(name2, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name2, description, parseArg, defaultValue) {
        const argument = this.createArgument(name2, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command2) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command2).find(
          (name2) => this._findCommand(name2)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command2).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command2);
        this.commands.push(command2);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name2 = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name2,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name2, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name2);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name2, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config2, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config2.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName2) {
          const localBin = path7.resolve(baseDir, baseName2);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path7.extname(baseName2))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path7.resolve(
            path7.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path7.basename(
              this._scriptPath,
              path7.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path7.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals2 = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals2.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown3) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown3));
          } else {
            return subCommand._parseCommand(operands, unknown3);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown3) {
        const parsed2 = this.parseOptions(unknown3);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed2.operands);
        unknown3 = parsed2.unknown;
        this.args = operands.concat(unknown3);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown3);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown3);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown3
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed2.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed2.unknown.length > 0) {
            this.unknownOption(parsed2.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown3);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown3);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown3);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown3);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name2) {
        if (!name2) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name2 || cmd._aliases.includes(name2)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown3 = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short2) => /^-\d$/.test(short2))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown3) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown3;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown3.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown3.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown3.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown: unknown3 };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config2 = errorOptions || {};
        const exitCode = config2.exitCode || 1;
        const code = config2.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name2) {
        const message = `error: missing required argument '${name2}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command2 = this;
          do {
            const moreFlags = command2.createHelp().visibleOptions(command2).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command2 = command2.parent;
          } while (command2 && !command2._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command2) => {
            candidateNames.push(command2.name());
            if (command2.alias()) candidateNames.push(command2.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command2 = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command2 = this.commands[this.commands.length - 1];
        }
        if (alias === command2._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command2._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path7.basename(filename, path7.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path8) {
        if (path8 === void 0) return this._executableDir;
        this._executableDir = path8;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command2) => command2.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command2) => command2.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports2.Command = Command2;
    exports2.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports2) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports2.program = new Command2();
    exports2.createCommand = (name2) => new Command2(name2);
    exports2.createOption = (flags, description) => new Option2(flags, description);
    exports2.createArgument = (name2, description) => new Argument2(name2, description);
    exports2.Command = Command2;
    exports2.Option = Option2;
    exports2.Argument = Argument2;
    exports2.Help = Help2;
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
    exports2.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/esm.mjs
var import_index, program2, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help;
var init_esm = __esm({
  "node_modules/commander/esm.mjs"() {
    import_index = __toESM(require_commander(), 1);
    ({
      program: program2,
      createCommand,
      createArgument,
      createOption,
      CommanderError,
      InvalidArgumentError,
      InvalidOptionArgumentError,
      Command: (
        // deprecated old name
        Command
      ),
      Argument,
      Option,
      Help
    } = import_index.default);
  }
});

// server/package.json
var version3;
var init_package = __esm({
  "server/package.json"() {
    version3 = "0.1.0";
  }
});

// server/src/rules/rule.ts
function defineRule(rule) {
  return rule;
}
var levels;
var init_rule = __esm({
  "server/src/rules/rule.ts"() {
    "use strict";
    levels = ["error", "warning", "information", "hint"];
  }
});

// server/src/cli/formats.ts
var formats;
var init_formats = __esm({
  "server/src/cli/formats.ts"() {
    "use strict";
    formats = [
      "text",
      "concise",
      "json",
      "github",
      "azure",
      "gitlab",
      "rdjson",
      "sarif",
      "junit",
      "markdown"
    ];
  }
});

// server/src/rules/edits.ts
function replace({ start, end }, text) {
  return { start, end, text };
}
function propertyRange({ key, value }) {
  return { start: key.start, end: value.end };
}
function lineEndBehind(text, offset) {
  return /^[ \t]*\r?\n/.exec(text.slice(offset, offset + 100))?.[0];
}
function beforeBlanks(text, offset) {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "	") start--;
  return start;
}
function wholeLine(text, { start, end }) {
  const lineStart = beforeBlanks(text, start);
  const lineEnd = lineEndBehind(text, end);
  const isFirst = lineStart === 0 || text[lineStart - 1] === "\n";
  return isFirst && lineEnd !== void 0 ? { start: lineStart, end: end + lineEnd.length } : void 0;
}
var init_edits = __esm({
  "server/src/rules/edits.ts"() {
    "use strict";
  }
});

// server/src/rules/hidden.ts
function hidesAnother(analysis, { value }) {
  const known = usedValues.get(analysis) ?? new Set(analysis.repeats.map(({ used }) => used.value));
  usedValues.set(analysis, known);
  return known.has(value);
}
var usedValues;
var init_hidden = __esm({
  "server/src/rules/hidden.ts"() {
    "use strict";
    usedValues = /* @__PURE__ */ new WeakMap();
  }
});

// server/src/rules/change-version.ts
function changeVersion({ source }, property3, version4) {
  const edits = [replace(trimmedValueRange(source, property3), version4)];
  return { title: `Change version to ${quote(version4)}`, safe: false, edits };
}
function changeToNext(analysis, property3, base2, catalogue) {
  const next = nextVersion(analysis, base2, catalogue, property3);
  return next ? [changeVersion(analysis, property3, next)] : [];
}
function moveToNext(analysis, property3, base2, catalogue) {
  const next = nextVersion(analysis, base2, catalogue, property3);
  if (!next || hidesAnother(analysis, property3)) return [];
  const { edits } = changeVersion(analysis, property3, next);
  return [
    {
      title: `Move entry to base ${quote(base2)} and change version to ${quote(next)}`,
      safe: false,
      edits: [replace(keyRange(analysis.source, property3.key), base2), ...edits]
    }
  ];
}
var init_change_version = __esm({
  "server/src/rules/change-version.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_hidden();
  }
});

// server/src/rules/installed-elsewhere.ts
function installersElsewhere({ readings }, property3, catalogue) {
  return upgradedAmong(installersOf(readings, property3, catalogue));
}
function messageUnless([other], messageId, data3) {
  return other === void 0 ? { messageId, data: data3 } : { messageId: "installed-elsewhere", data: { ...data3, other } };
}
var init_installed_elsewhere = __esm({
  "server/src/rules/installed-elsewhere.ts"() {
    "use strict";
    init_model();
  }
});

// server/src/rules/already-baked.ts
var alreadyBaked;
var init_already_baked = __esm({
  "server/src/rules/already-baked.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_installed_elsewhere();
    init_rule();
    alreadyBaked = defineRule({
      id: "already-baked",
      level: "information",
      summary: "a hotfix version that is not higher than any known baked version of its base",
      why: `Nodes upgrade only to a patch that is higher than their baked patch. If every known image of the base has this patch or a higher
one, no node upgrades. Without a record of baked versions, this rule finds nothing.`,
      fix: {
        onRequest: "Changes the patch to the next one: one above the highest taken patch of the base."
      },
      messages: {
        reached: "{value} is not higher than {lowest}, the lowest known baked version, so no known node upgrades. Use a higher patch.",
        "installed-elsewhere": "{value} is not higher than {lowest}, the lowest known baked version. Nodes of {other} install it without a comparison."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.2" } }
                                        ^ already-baked`,
          after: '{ "hotfixes": { "202604.01": "202604.01.4" } }',
          bakedVersions: ["202604.01.2", "202604.01.3"]
        }
      ],
      skips: "unrecorded",
      check({ analysis, catalogue, seen, report }) {
        if (!catalogue.isConclusive || catalogue.branchVersion !== void 0) return;
        for (const property3 of seen.versionProperties) {
          const { version: version4 } = property3;
          if (!version4 || property3.comparison !== void 0) continue;
          const base2 = property3.base ?? baseOf(version4);
          const able = catalogue.of(base2).filter((baked) => !obstacleTo(baked, property3.role, catalogue));
          const lowest = able[0]?.version;
          if (!lowest || compareVersions(lowest, version4) < 0) continue;
          const fixes = () => changeToNext(analysis, property3, base2, catalogue);
          const range = valuePartRange(analysis.source, property3, "patch");
          const value = property3.trimmed;
          const installers = installersElsewhere(analysis, property3, catalogue);
          if (installers.some((installer) => baseOf(installer) === base2)) continue;
          report({ at: range, ...messageUnless(installers, "reached", { value, lowest }), fixes });
        }
      }
    });
  }
});

// server/src/rules/ambiguous-patch.ts
function ambiguity(analysis, property3, catalogue) {
  return property3.spelling === void 0 ? ambiguityOnceSpelled(analysis, property3, catalogue) : void 0;
}
function ambiguityOnceSpelled(analysis, property3, catalogue) {
  const { version: version4, comparison: comparison2 } = property3;
  if (!version4 || comparison2 !== void 0) return void 0;
  const base2 = property3.base ?? baseOf(version4);
  const isOnlyOne = analysis.namesOnce(base2) && catalogue.taken(base2).length === 0;
  return isOnlyOne ? void 0 : ambiguousIn(analysis, base2, catalogue).get(patchOf(version4));
}
function ambiguousIn(analysis, base2, catalogue) {
  let index = indexes.get(analysis);
  if (index?.catalogue !== catalogue) {
    index = { catalogue, byBase: /* @__PURE__ */ new Map() };
    indexes.set(analysis, index);
  }
  let ambiguous = index.byBase.get(base2);
  if (!ambiguous) {
    ambiguous = ambiguousPatches([...catalogue.taken(base2), ...analysis.versionsOf(base2).map(patchOf)]);
    index.byBase.set(base2, ambiguous);
  }
  return ambiguous;
}
var ambiguousPatch, indexes;
var init_ambiguous_patch = __esm({
  "server/src/rules/ambiguous-patch.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_rule();
    ambiguousPatch = defineRule({
      id: "ambiguous-patch",
      level: "warning",
      summary: "a patch that is the start of another taken patch of its base",
      why: `On Ubuntu, nodes ask apt for \`aks-node-controller=VERSION*\`, and apt installs the highest match. Asked for \`202604.01.1\`, it
installs \`202604.01.12\` if that is published. On Azure Linux, dnf installs exactly \`202604.01.1\`. A patch is taken if a release
tag or an image has it, or if the config or its baseline names it.
See [what nodes of real images do](../fleet.md).`,
      fix: {
        onRequest: "Changes the patch to the next one: one above the highest taken patch of the base."
      },
      messages: {
        ambiguous: "{value} is the start of {other}. apt installs the highest match, dnf the exact version, so nodes get different packages. Use another patch.",
        scripts: "{value} is the start of {other}. The controller of the same version would differ between apt and dnf. Use another patch."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.1" } }
                                        ^ ambiguous-patch`,
          after: '{ "hotfixes": { "202604.01": "202604.01.13" } }',
          bakedVersions: ["202604.01.0", "202604.01.12"]
        }
      ],
      skips: "unrecorded",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const other = ambiguity(analysis, property3, catalogue);
          const { version: version4 } = property3;
          if (!version4 || other === void 0) continue;
          report({
            at: valuePartRange(analysis.source, property3, "patch"),
            // Scripts have no package. A controller is released with the same version.
            messageId: property3.role === "scripts" ? "scripts" : "ambiguous",
            data: { value: property3.trimmed, other: versionFrom(baseOf(version4), other) },
            fixes: () => changeToNext(analysis, property3, baseOf(version4), catalogue)
          });
        }
      }
    });
    indexes = /* @__PURE__ */ new WeakMap();
  }
});

// server/src/rules/base-mismatch.ts
function changeToOwn(analysis, property3, base2, version4, catalogue) {
  if (hasPatchZero(version4)) return changeToNext(analysis, property3, base2, catalogue);
  return [changeVersion(analysis, property3, versionFrom(base2, patchOf(version4)))];
}
function moveToValue(analysis, property3, version4, catalogue) {
  const base2 = baseOf(version4);
  if (analysis.isListed(base2) || hidesAnother(analysis, property3)) return [];
  if (hasPatchZero(version4)) return moveToNext(analysis, property3, base2, catalogue);
  const edits = [replace(keyRange(analysis.source, property3.key), base2)];
  return [{ title: `Move entry to base ${quote(base2)}`, safe: false, edits }];
}
function hasPatchZero(version4) {
  return patchOf(version4) === "0";
}
var baseMismatch;
var init_base_mismatch = __esm({
  "server/src/rules/base-mismatch.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_edits();
    init_hidden();
    init_rule();
    baseMismatch = defineRule({
      id: "base-mismatch",
      level: "error",
      summary: "an entry whose hotfix version has a different base than its key",
      why: `Nodes find the entry by its key, then upgrade only if the hotfix version has the same base. With a different base, no node
upgrades.`,
      fix: {
        onRequest: "Uses the key's base in the version, or moves the entry to the version's base where that is not listed."
      },
      messages: {
        mismatch: "{value} is not a version of base {base}, so nodes do not upgrade. Use that base, or move the entry to {actual}.",
        key: "Nodes of base {base} use this entry."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202605.30.2" } }
                              ^^^^^^^^^ base-mismatch`,
          after: '{ "hotfixes": { "202604.01": "202604.01.2" } }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const { base: base2, version: version4 } = property3;
          if (property3.comparison !== "base-mismatch" || !base2 || !version4) continue;
          report({
            at: valuePartRange(analysis.source, property3, "base"),
            messageId: "mismatch",
            data: { value: property3.trimmed, actual: baseOf(version4), base: base2 },
            related: [{ at: keyRange(analysis.source, property3.key), messageId: "key", data: { base: base2 } }],
            fixes: () => [
              ...changeToOwn(analysis, property3, base2, version4, catalogue),
              ...moveToValue(analysis, property3, version4, catalogue)
            ]
          });
        }
      }
    });
  }
});

// server/src/rules/remove-property.ts
function removeProperty({ text, faults }, property3, siblings) {
  return faults.every(({ code }) => isHarmless.has(code)) ? [removal(text, property3, siblings)] : [];
}
function removal(text, property3, siblings) {
  const range = propertyRange(property3);
  const index = indexFrom(siblings, range.start);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  if (!previous && !next) return removeOnly(text, range);
  return (next && removeBefore(text, range, next.key.start)) ?? (previous && removeBehind(text, range, previous.value.end)) ?? replace(range, "");
}
function removeBefore(text, { start, end }, next) {
  const kept = withoutComma(text.slice(end, next));
  return kept === void 0 ? void 0 : { start, end: next, text: kept.trimStart() };
}
function removeBehind(text, { start, end }, previous) {
  const kept = withoutComma(text.slice(previous, start));
  if (kept === void 0) return void 0;
  const toComment = blanksBeforeComment(text, end);
  if (toComment !== void 0) return { start: previous, end: end + toComment, text: kept };
  if (kept.trim() === "") return { start: previous, end, text: "" };
  return { start: previous, end, text: lineEndBehind(text, end) === void 0 ? kept : kept.trimEnd() };
}
function removeOnly(text, { start, end }) {
  const comma = nextComma(text, end);
  const kept = comma === void 0 ? "" : text.slice(end, comma);
  const all = { start, end: comma === void 0 ? end : comma + 1 };
  if (kept.trim() !== "") return replace(all, kept.trimStart());
  const spread = withWhiteSpaceAround(text, all);
  if (text[spread.start - 1] === "{" && text[spread.end] === "}") return replace(spread, "");
  const blanks = blanksBeforeComment(text, all.end) ?? 0;
  return replace(wholeLine(text, all) ?? { start, end: all.end + blanks }, "");
}
function withoutComma(between) {
  const comma = nextComma(between, 0);
  if (comma === void 0) return void 0;
  const rest = between.slice(comma + 1);
  return firstToken(rest) === rest.length ? between.slice(0, comma) + rest : void 0;
}
function nextComma(text, offset) {
  const first = offset + firstToken(text.slice(offset));
  return text[first] === "," ? first : void 0;
}
function firstToken(text) {
  const scanner = createScanner2(text, true);
  scanner.scan();
  return scanner.getTokenOffset();
}
function blanksBeforeComment(text, offset) {
  return /^[ \t]*(?=\/[/*])/.exec(text.slice(offset, offset + 100))?.[0].length;
}
function withWhiteSpaceAround(text, { start, end }) {
  const blank = /[ \t\r\n]/;
  let from2 = start;
  let to = end;
  while (blank.test(text.charAt(from2 - 1))) from2--;
  while (blank.test(text.charAt(to))) to++;
  return { start: from2, end: to };
}
var isHarmless;
var init_remove_property = __esm({
  "server/src/rules/remove-property.ts"() {
    "use strict";
    init_main();
    init_model();
    init_edits();
    isHarmless = /* @__PURE__ */ new Set(["byte-order-mark", "comment", "trailing-comma"]);
  }
});

// server/src/rules/duplicate-key.ts
function jsonSupportSees({ ignored: ignored2, used, sameObject }) {
  return sameObject && ignored2.key.value === used.key.value ? ["json", "jsonc"] : [];
}
var duplicateKey;
var init_duplicate_key = __esm({
  "server/src/rules/duplicate-key.ts"() {
    "use strict";
    init_model();
    init_remove_property();
    init_rule();
    duplicateKey = defineRule({
      id: "duplicate-key",
      level: "warning",
      summary: "a base or a field that is defined more than once",
      why: `If a base, \`version\` or \`scripts_version\` is defined more than once, nodes use the last definition and silently ignore the others. A \`null\` for
\`version\` or \`scripts_version\` does not replace an earlier string. Nodes merge duplicate \`hotfixes\` objects entry by entry, and
\`"hotfixes": null\` removes the entries before it. Field names are compared without case, bases byte for byte.`,
      fix: {
        onRequest: "Removes the definition that nodes ignore."
      },
      messages: {
        ignored: "{key} is defined more than once. Nodes use a later definition and ignore this one. Remove it.",
        "null-ignored": "{key} is defined more than once. Nodes use an earlier definition and ignore this null. Remove it.",
        merged: "{key} is defined more than once. Nodes merge this object into the earlier one. Write one object.",
        used: "Nodes use this definition.",
        previous: "This is the earlier object."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.2", "202604.01": "202604.01.3" } }
                 ^^^^^^^^^ duplicate-key`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        },
        {
          before: `
{
  "hotfixes": { "202604.01": "202604.01.3" },
  "hotfixes": { "202605.30": "202605.30.1" }
   ^^^^^^^^ duplicate-key
}`
        }
      ],
      check({ analysis, report }) {
        const { source } = analysis;
        for (const repeat2 of analysis.repeats) {
          const { ignored: ignored2, used } = repeat2;
          report({
            at: keyRange(source, ignored2.key),
            messageId: used.key.start < ignored2.key.start ? "null-ignored" : "ignored",
            data: { key: ignored2.key.value },
            unnecessary: true,
            reportedByJsonSupport: jsonSupportSees(repeat2),
            related: [{ at: keyRange(source, used.key), messageId: "used" }],
            fixes: () => {
              const edits = removeProperty(source, ignored2, repeat2.siblings);
              if (edits.length === 0) return [];
              return [{ title: "Remove ignored duplicate", safe: false, edits }];
            }
          });
        }
        const maps = mergedMaps(source);
        for (const [i, map] of maps.slice(1).entries()) {
          const first = maps[i] ?? map;
          report({
            at: keyRange(source, map.key),
            messageId: "merged",
            data: { key: map.key.value },
            reportedByJsonSupport: jsonSupportSees({
              ignored: first,
              used: map,
              siblings: source.fields,
              sameObject: true
            }),
            related: [{ at: keyRange(source, first.key), messageId: "previous" }]
          });
        }
      }
    });
  }
});

// server/src/rules/empty-patch.ts
function completions(analysis, property3, catalogue) {
  const own2 = canonicalBase(property3.trimmed);
  if (!own2) return [];
  const { base: base2 = own2 } = property3;
  const stays = changeToNext(analysis, property3, base2, catalogue);
  return base2 === own2 || analysis.isListed(own2) ? stays : [...stays, ...moveToNext(analysis, property3, own2, catalogue)];
}
var emptyPatch;
var init_empty_patch = __esm({
  "server/src/rules/empty-patch.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_rule();
    emptyPatch = defineRule({
      id: "empty-patch",
      level: "error",
      summary: "a hotfix version without a patch, such as `202604.01.` or `202604.01`",
      why: `Nodes upgrade only to a higher patch. \`202604.01.\` is not a version, and nodes read \`202604.01\` as patch 0, which is not higher
than any baked patch. Either way, nodes of that base boot without the hotfix.`,
      fix: {
        onRequest: "Adds the next patch: one above the highest taken patch of the base, else 1. Where the key has another base, uses that base or moves the entry."
      },
      messages: {
        "no-patch": "{value} is missing its patch, so nodes do not upgrade. Add a patch."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01." } }
                              ^^^^^^^^^^ empty-patch`,
          after: '{ "hotfixes": { "202604.01": "202604.01.1" } }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          if (property3.spelling !== "empty-patch") continue;
          report({
            at: trimmedValueRange(analysis.source, property3),
            messageId: "no-patch",
            data: { value: property3.trimmed },
            fixes: () => completions(analysis, property3, catalogue)
          });
        }
      }
    });
  }
});

// server/src/rules/remove-version.ts
function removeVersion(analysis, property3) {
  const { source } = analysis;
  const siblings = property3.role === "entry" ? property3.field.entries : source.fields;
  const removed = siblings[indexFrom(siblings, property3.key.start)];
  if (!removed || hidesAnother(analysis, removed) || wakesVersion(source, siblings)) return [];
  const edits = removeProperty(source, removed, siblings);
  return edits.length === 0 ? [] : [{ title: `Remove ${quote(property3.key.value)}`, safe: false, edits }];
}
function wakesVersion({ fields: fields2 }, entries) {
  const left = fields2.reduce((count, field) => count + field.entries.length, 0);
  return left === 1 && entries.length === 1 && fields2.some(({ role }) => role === "pointer");
}
var init_remove_version = __esm({
  "server/src/rules/remove-version.ts"() {
    "use strict";
    init_model();
    init_hidden();
    init_remove_property();
  }
});

// server/src/rules/empty-value.ts
function useNextPatch(analysis, property3, catalogue) {
  const { base: base2, value } = property3;
  const next = base2 && nextVersion(analysis, base2, catalogue, property3);
  if (!next) return [];
  return [
    { title: `Change version to ${quote(next)}`, safe: false, edits: [replace(value, JSON.stringify(next))] }
  ];
}
var emptyValue;
var init_empty_value = __esm({
  "server/src/rules/empty-value.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_remove_version();
    init_rule();
    emptyValue = defineRule({
      id: "empty-value",
      level: "warning",
      summary: 'a hotfix version that is `""`, blank or `null`',
      why: `An empty version means "no hotfix". The base is listed as if it had one, but its nodes do not upgrade.`,
      fix: {
        onRequest: "Uses the next patch: one above the highest taken patch of the base, else 1. Or removes the entry or the field."
      },
      messages: {
        entry: "{key} has no version, so nodes of that base get no hotfix. Add a version or remove the entry.",
        "malformed-key": "{key} has no version, so no node gets a hotfix. Add a version or remove the entry.",
        field: "{key} is empty, so nodes ignore it. Add a version or remove it."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "" } }
                             ^^ empty-value`,
          after: '{ "hotfixes": { "202604.01": "202604.01.1" } }'
        },
        {
          before: `
{ "scripts_version": null, "version": "202604.01.3" }
                     ^^^^ empty-value`,
          after: '{ "version": "202604.01.3" }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const { spelling, value, key, role } = property3;
          if (spelling !== "empty-value") continue;
          const messageId = role !== "entry" ? "field" : isBase(key.value) ? "entry" : "malformed-key";
          const fixes = () => [
            ...useNextPatch(analysis, property3, catalogue),
            ...removeVersion(analysis, property3)
          ];
          report({ at: value, messageId, data: { key: key.value }, fixes });
        }
      }
    });
  }
});

// server/src/rules/formatting.ts
function formattingOf(text) {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    insertSpaces: !indent.startsWith("	"),
    tabSize: indent.startsWith("	") ? 4 : indent.length,
    eol
  };
}
var init_formatting = __esm({
  "server/src/rules/formatting.ts"() {
    "use strict";
  }
});

// server/src/rules/restore.ts
function restore(analysis, loss) {
  const { what, before, base: base2 } = loss;
  const { text } = analysis.source;
  const path7 = what === "scripts" ? fieldPath(analysis, "scripts") : binaryPath(analysis, loss);
  const version4 = canonicalVersion(before);
  if (analysis.repeats.length > 0 || !path7 || !version4) return [];
  const options2 = {
    formattingOptions: formattingOf(text),
    getInsertionIndex: (keys) => path7.length === 2 ? keys.filter((key) => key < base2).length : keys.length
  };
  const source = analysis.source.root?.kind === "object" ? text : "{}\n";
  const restored = applyEdits(source, modify(source, path7, version4, options2));
  return [{ title: `Restore ${quote(version4)}`, safe: false, edits: [editBetween(text, restored)] }];
}
function binaryPath(analysis, { base: base2, installsAny }) {
  if (installsAny) return analysis.hasEntries ? void 0 : fieldPath(analysis, "pointer");
  if (analysis.isListed(base2) && !analysis.config?.hotfixes?.has(base2)) return void 0;
  const maps = analysis.source.fields.filter(({ role }) => role === "entry");
  const [map] = maps;
  if (maps.length > 1 || map && map.value.kind !== "object") return void 0;
  const legacy = analysis.versionProperties.find(
    (property3) => property3.role === "pointer" && property3.trimmed !== ""
  );
  if (analysis.hasEntries || !legacy) return [map?.key.value ?? fieldWith.entry, base2];
  return legacy.version?.startsWith(`${base2}.`) ? fieldPath(analysis, "pointer") : void 0;
}
function fieldPath({ source }, role) {
  return [source.fields.find((field) => field.role === role)?.key.value ?? fieldWith[role]];
}
function rangeOfLoss(analysis, { what, base: base2, after }) {
  const { source, seen } = analysis;
  const isOf = ({ role }) => role !== void 0 && role === "scripts" === (what === "scripts");
  const holds = (property4) => isOf({ role: property4.role }) && (what === "scripts" || property4.trimmed === after);
  const property3 = seen.versionProperties.findLast(
    (candidate) => holds(candidate) && (candidate.role !== "entry" || candidate.base === base2)
  );
  if (property3) return { start: property3.value.start, end: property3.value.end };
  const field = what === "binary" ? source.fields.findLast(isOf) : void 0;
  if (field) return { start: field.key.start, end: field.key.end };
  const start = source.root?.start ?? 0;
  return { start, end: Math.min(start + 1, source.text.length) };
}
var init_restore = __esm({
  "server/src/rules/restore.ts"() {
    "use strict";
    init_main();
    init_model();
    init_formatting();
  }
});

// server/src/rules/losses.ts
function lossesAgainst(baseline, { analysis, catalogue, payloadBaseline }, counts) {
  const losses = lossesBetween(baseline, analysis.readings, catalogue, counts);
  return payloadBaseline?.isEmpty ? losses.filter(({ what }) => what !== "scripts") : losses;
}
function untilIn({ supportWindowMonths }, base2) {
  return supportedUntil(base2, supportWindowMonths) ?? "";
}
function lossReport({ analysis, acceptedFor }, loss, data3 = {}) {
  const { what, base: base2, before } = loss;
  const at = rangeOfLoss(analysis, loss);
  const reason = acceptedFor(base2);
  const fixes = () => restore(analysis, loss);
  return reason === void 0 ? { at, messageId: what, data: { base: base2, before, ...data3 }, fixes } : { at, messageId: "accepted", data: { base: base2, before, reason }, atMost: "information", fixes };
}
var lossRules, isAccepted, acceptedMessage;
var init_losses = __esm({
  "server/src/rules/losses.ts"() {
    "use strict";
    init_model();
    init_restore();
    lossRules = /* @__PURE__ */ new Set(["entry-removed", "patch-lowered", "payload-removed"]);
    isAccepted = ({ messageId }) => messageId === "accepted";
    acceptedMessage = 'Nodes of base {base} lose {before}. This is accepted in ".hotfixrc.json": {reason}.';
  }
});

// server/src/rules/entry-removed.ts
var entryRemoved;
var init_entry_removed = __esm({
  "server/src/rules/entry-removed.ts"() {
    "use strict";
    init_losses();
    init_rule();
    entryRemoved = defineRule({
      id: "entry-removed",
      level: "error",
      summary: "a base inside its support window that lost its hotfix since the baseline",
      why: `Nodes that scale out on an old image lose the hotfix and boot the unpatched version again. Remove an entry only when every affected
image was published again with the fix, or is past its support window. The rule compares what nodes do, so moving \`version\` into
the map is not a loss. A loss that is a decision is recorded in \`.hotfixrc.json\`, and then it is information that quotes the reason:
\`{"acceptedLosses": [{"base": "202604.01", "reason": "all images republished as 202604.01.4"}]}\`.`,
      fix: {
        onRequest: "Restores the hotfix version, or records the loss as accepted in `.hotfixrc.json`."
      },
      messages: {
        binary: '{before} was removed. Nodes of base {base} lose this hotfix and are supported until {until}. Restore it, or record it in "acceptedLosses".',
        scripts: '{before} was removed. Nodes of base {base} lose these scripts and are supported until {until}. Restore it, or record it in "acceptedLosses".',
        accepted: acceptedMessage,
        unreadable: "Nodes cannot read this file, so nodes of base {first} lose their hotfix. Correct the file.",
        "unreadable-more": "Nodes cannot read this file, so nodes of base {first} and {more} more lose their hotfix. Correct the file."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202605.30": "202605.30.1" } }
  ^^^^^^^^^^ entry-removed`,
          after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`,
          baseline: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
          today: "2026-10-01"
        },
        {
          before: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
          baseline: '{ "hotfixes": { "202604.01": "202604.01.3", "202605.30": "202605.30.1" } }',
          today: "2026-10-02"
        }
      ],
      check(context) {
        const { analysis, baseline, today, acceptedFor, report } = context;
        if (!baseline) return;
        const isSupported = (base2) => today <= untilIn(context, base2);
        const losses = lossesAgainst(baseline, context, isSupported);
        if (!analysis.config) {
          const lost = [...new Set(losses.map(({ base: base2 }) => base2))].filter((base2) => !acceptedFor(base2));
          const [first, ...others] = lost;
          const [at = { start: 0, end: 1 }] = [...analysis.source.faults, ...analysis.typeFaults];
          const more = others.length;
          if (first)
            report({ at, messageId: more > 0 ? "unreadable-more" : "unreadable", data: { first, more } });
          for (const { base: base2, before } of losses) {
            const reason = acceptedFor(base2);
            if (reason !== void 0)
              report({ at, messageId: "accepted", data: { base: base2, before, reason }, atMost: "information" });
          }
          return;
        }
        for (const loss of losses) {
          if (loss.after === void 0) report(lossReport(context, loss, { until: untilIn(context, loss.base) }));
        }
      }
    });
  }
});

// server/src/rules/foreign-base.ts
var foreignBase;
var init_foreign_base = __esm({
  "server/src/rules/foreign-base.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_rule();
    foreignBase = defineRule({
      id: "foreign-base",
      level: "error",
      summary: "a hotfix of an official branch that reaches no node of the branch",
      why: `A branch such as \`official/v20260720\` serves the images of one version, which its \`pkg/agent/datamodel/linux_sig_version.json\`
names. Nodes of that version use only its own base, with a higher patch. A branch counts as official if that file is there and
there are no release notes of Linux images. Entries of other bases are a warning, because AgentBaker's own check wants one entry.`,
      fix: {
        onRequest: "Changes it to the branch's base with the next patch."
      },
      messages: {
        field: "{value} is not for base {base}, which this branch serves, so no node of this branch uses it. Use a version of {base}.",
        entry: "This branch serves base {base}, so no node of this branch uses this entry. Remove or move it.",
        "missing-entry": 'This branch serves base {base}, and "hotfixes" has no entry for it. Add one above {served}.',
        "not-above": "{value} is not above {served}, which this branch serves, so no node upgrades. Use a higher patch."
      },
      examples: [
        {
          before: `
{ "version": "202604.01.3" }
              ^^^^^^^^^ foreign-base`,
          after: '{ "version": "202605.30.2" }',
          branch: "202605.30.1"
        },
        {
          before: `
{ "hotfixes": { "202605.30": "202605.30.1" } }
                                        ^ foreign-base`,
          after: '{ "hotfixes": { "202605.30": "202605.30.2" } }',
          branch: "202605.30.1"
        }
      ],
      check({ analysis, catalogue, seen, report }) {
        const served = catalogue.branchVersion;
        if (served === void 0 || analysis.isServed) return;
        const base2 = baseOf(served);
        for (const property3 of seen.versionProperties) {
          const { version: version4, spelling, comparison: comparison2, role, trimmed: value } = property3;
          if (!version4 || spelling || comparison2 || role === "pointer" && analysis.hasEntries) continue;
          const own2 = property3.base ?? baseOf(version4);
          if (own2 === base2 && compareVersions(version4, served) <= 0)
            report({
              at: valuePartRange(analysis.source, property3, "patch"),
              messageId: "not-above",
              data: { value, served },
              fixes: () => changeToNext(analysis, property3, base2, catalogue)
            });
          if (own2 === base2 || !isCalendarDate(own2)) continue;
          const at = baseRange(analysis.source, property3);
          if (role === "entry")
            report({
              ...{ at, messageId: "entry", data: { base: base2 }, atMost: "warning" },
              fixes: () => analysis.isListed(base2) ? [] : moveToNext(analysis, property3, base2, catalogue)
            });
          else
            report({
              ...{ at, messageId: "field", data: { value, base: base2 } },
              fixes: () => changeToNext(analysis, property3, base2, catalogue)
            });
        }
        const map = analysis.source.fields.findLast(({ role }) => role === "entry");
        if (map && analysis.hasEntries && !analysis.isListed(base2))
          report({
            at: { start: map.key.start, end: map.key.end },
            messageId: "missing-entry",
            data: { base: base2, served }
          });
      }
    });
  }
});

// node_modules/fastest-levenshtein/esm/mod.js
var peq, myers_32, myers_x, distance;
var init_mod = __esm({
  "node_modules/fastest-levenshtein/esm/mod.js"() {
    peq = new Uint32Array(65536);
    myers_32 = (a, b) => {
      const n = a.length;
      const m = b.length;
      const lst = 1 << n - 1;
      let pv = -1;
      let mv = 0;
      let sc = n;
      let i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        let eq = peq[b.charCodeAt(i)];
        const xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    myers_x = (b, a) => {
      const n = a.length;
      const m = b.length;
      const mhc = [];
      const phc = [];
      const hsize = Math.ceil(n / 32);
      const vsize = Math.ceil(m / 32);
      for (let i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      let j = 0;
      for (; j < vsize - 1; j++) {
        let mv2 = 0;
        let pv2 = -1;
        const start2 = j * 32;
        const vlen2 = Math.min(32, m) + start2;
        for (let k = start2; k < vlen2; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (let i = 0; i < n; i++) {
          const eq = peq[a.charCodeAt(i)];
          const pb = phc[i / 32 | 0] >>> i & 1;
          const mb = mhc[i / 32 | 0] >>> i & 1;
          const xv = eq | mv2;
          const xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb;
          let ph = mv2 | ~(xh | pv2);
          let mh = pv2 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv2 = mh | ~(xv | ph);
          mv2 = ph & xv;
        }
        for (let k = start2; k < vlen2; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      let mv = 0;
      let pv = -1;
      const start = j * 32;
      const vlen = Math.min(32, m - start) + start;
      for (let k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      let score = m;
      for (let i = 0; i < n; i++) {
        const eq = peq[a.charCodeAt(i)];
        const pb = phc[i / 32 | 0] >>> i & 1;
        const mb = mhc[i / 32 | 0] >>> i & 1;
        const xv = eq | mv;
        const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        let ph = mv | ~(xh | pv);
        let mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (let k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    distance = (a, b) => {
      if (a.length < b.length) {
        const tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
  }
});

// server/src/rules/change-base.ts
function changesToNearest(analysis, property3, base2, catalogue) {
  if (property3.role === "entry" && hidesAnother(analysis, property3)) return [];
  return catalogue.bases.filter((known) => property3.role !== "entry" || !analysis.isListed(known)).map((known) => ({ known, letters: distance(base2, known), days: daysBetween(base2, known) })).sort((a, b) => a.letters - b.letters || a.days - b.days).slice(0, mostOffered).map(({ known }) => changeBase(analysis, property3, base2, known));
}
function changeBase({ source }, property3, from2, to) {
  const key = property3.base ? [replace(keyRange(source, property3.key), to)] : [];
  return {
    title: `Change base to ${quote(to)}`,
    safe: false,
    edits: [...key, ...movedVersion(source, property3, from2, to)]
  };
}
function movedVersion(source, property3, from2, to) {
  const { version: version4, spelling } = property3;
  if (!version4 || baseOf(version4) !== from2) return [];
  if (spelling === void 0) return [replace(valuePartRange(source, property3, "base"), to)];
  return [replace(trimmedValueRange(source, property3), versionFrom(to, patchOf(version4)))];
}
var mostOffered;
var init_change_base = __esm({
  "server/src/rules/change-base.ts"() {
    "use strict";
    init_mod();
    init_model();
    init_edits();
    init_hidden();
    mostOffered = 3;
  }
});

// server/src/rules/impossible-date.ts
var impossibleDate;
var init_impossible_date = __esm({
  "server/src/rules/impossible-date.ts"() {
    "use strict";
    init_model();
    init_change_base();
    init_installed_elsewhere();
    init_rule();
    impossibleDate = defineRule({
      id: "impossible-date",
      level: "warning",
      summary: "a base that is not a valid date",
      why: `A base is the build date of an image. No image was built on \`202602.30\`, so no node has that base. It is most likely a typing
mistake.`,
      fix: {
        onRequest: "Changes the base to one of the nearest known bases, in key and version."
      },
      messages: {
        "no-such-day": "{base} is not a valid date, so no node has this base and no node upgrades. Correct the date.",
        "installed-elsewhere": "{base} is not a valid date. Nodes of {other} install this version without a comparison. Correct the date."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202602.30": "202602.30.1" } }
                 ^^^^^^^^^ impossible-date`
        },
        {
          before: `
{ "version": "202613.01.2" }
              ^^^^^^^^^ impossible-date`
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        const { source } = analysis;
        for (const property3 of seen.versionProperties) {
          const base2 = baseMeant(property3);
          if (!base2 || isCalendarDate(base2)) continue;
          const range = baseRange(source, property3);
          const fixes = () => changesToNearest(analysis, property3, base2, catalogue);
          const installers = installersElsewhere(analysis, property3, catalogue);
          report({ at: range, ...messageUnless(installers, "no-such-day", { base: base2 }), fixes });
        }
      }
    });
  }
});

// server/src/rules/missing-package.ts
function comparisonOf(version4, base2) {
  const read2 = parseLoose(version4);
  if (!read2) return "incomparable";
  const own2 = base2 === void 0 ? read2 : parseLoose(base2);
  if (read2.major !== own2?.major || read2.minor !== own2.minor) return "other-base";
  return read2.patch === "0" ? "patch-zero" : "unpackaged";
}
function getsWrongPackage(analysis, property3, catalogue) {
  return asksForMissingPackage(property3) || ambiguityOnceSpelled(analysis, property3, catalogue) !== void 0;
}
function asksForMissingPackage({ role, spelling, version: version4, trimmed, base: base2 }) {
  if (version4) return role !== "entry" && !isCalendarDate(baseOf(version4));
  return spelling === "malformed-version" && comparisonOf(trimmed, base2) === "unpackaged";
}
function hasWrongPackage(analysis, catalogue) {
  return analysis.seen.versionProperties.some(
    (property3) => (property3.role !== "entry" || property3.base === property3.key.value) && getsWrongPackage(analysis, property3, catalogue)
  );
}
var init_missing_package = __esm({
  "server/src/rules/missing-package.ts"() {
    "use strict";
    init_model();
    init_ambiguous_patch();
  }
});

// server/src/rules/json-syntax.ts
function excerpt(text, start, end) {
  const found2 = text.slice(start, end);
  if (found2 === "\\") return text.slice(start, start + 2);
  return found2 === '"' ? stringAt(text, start) ?? found2 : found2;
}
function stringAt(text, start) {
  return /^"((?:[^"\\\r\n]|\\.){1,99})/.exec(text.slice(start, start + 100))?.[1];
}
function jsonSupportSees2({ code, strictOnly: strictOnly2 }) {
  if (strictOnly2 || code === "byte-order-mark") return [];
  return code === "comment" || code === "trailing-comma" ? ["json"] : ["json", "jsonc"];
}
function fixesOf(source, fault, { comments, quotes, spaces }, isSafe) {
  switch (fault.code) {
    case "trailing-comma":
      return [{ title: "Remove trailing comma", safe: isSafe(), edits: [replace(fault, "")] }];
    case "byte-order-mark":
      return [{ title: "Remove byte-order mark", safe: isSafe(), edits: [replace(fault, "")] }];
    case "comment":
      return removeComments(source.text, fault, comments);
    case "foreign-quotes":
      return replaced(fault, quotes, "quotes", isSafe(), doubleQuotes);
    case "foreign-space":
      return replaced(fault, spaces, "spaces", isSafe(), (one2) => [
        replace(one2, " ".repeat(one2.end - one2.start))
      ]);
    case "comma-expected":
      return [...insertComma(source, fault), ...quoteBareWord(source, fault)];
    default:
      return quoteBareWord(source, fault);
  }
}
function removeComments(text, comment2, all) {
  const edits = [removeComment(text, comment2)];
  const one2 = { title: "Remove comment", safe: false, dropsComment: true, edits };
  if (all.length === 1 || comment2 !== all[0]) return [one2];
  const allEdits = all.map((fault) => removeComment(text, fault));
  return [one2, { title: `Remove all ${all.length} comments`, safe: false, edits: allEdits }];
}
function replaced(fault, all, what, safe, edits) {
  const title = what === "quotes" ? "Use double quotes" : "Use plain spaces";
  const one2 = { title, safe, edits: edits(fault) };
  if (all.length === 1 || fault !== all[0]) return [one2];
  return [{ title: `${title} in all ${all.length} places`, safe, edits: all.flatMap(edits) }, one2];
}
function doubleQuotes({ start, end }) {
  return [replace({ start, end: start + 1 }, '"'), replace({ start: end - 1, end }, '"')];
}
function removeComment(text, comment2) {
  const { start, end } = comment2;
  const line2 = wholeLine(text, comment2);
  if (line2) return replace(line2, "");
  const endsLine = end === text.length || lineEndBehind(text, end) !== void 0;
  return { start: endsLine ? beforeBlanks(text, start) : start, end, text: "" };
}
function insertComma({ text }, { start }) {
  const isProperty = /^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(start, start + 500));
  const before = text.slice(Math.max(0, start - 1e3), start);
  const at = start - (before.length - before.trimEnd().length);
  if (!isProperty || !/[\w"}\]]/.test(text.charAt(at - 1))) return [];
  return [{ title: "Insert missing comma", safe: false, edits: [{ start: at, end: at, text: "," }] }];
}
function quoteBareWord({ text }, { start }) {
  const before = text.slice(Math.max(0, start - 100), start);
  const from2 = start - before.length + before.search(/[\w.+-]*$/);
  const bare2 = /^[\w.+-]+(?=\s*(?:[,}\]/]|$))/.exec(text.slice(from2, from2 + 200))?.[0];
  const [colon, key] = /(?:"([^"\\]*)"\s*)?:\s*$/.exec(text.slice(Math.max(0, from2 - 100), from2)) ?? [];
  if (!bare2 || colon === void 0) return [];
  if (key !== void 0 && !fits(bare2, key)) return [];
  const edits = [replace({ start: from2, end: from2 + bare2.length }, `"${bare2}"`)];
  return [{ title: `Put ${bare2} in quotes`, safe: false, edits }];
}
function fits(word, key) {
  const name2 = fieldNamed(key);
  if (name2 && shapeOf(name2) !== "text") return false;
  const [base2, version4] = [canonicalBase(key), canonicalVersion(word)];
  return !base2 || !version4 || version4 === word || baseOf(version4) === base2;
}
var ignored, jsonSyntax, markedUtf8, saveAsUtf8;
var init_json_syntax = __esm({
  "server/src/rules/json-syntax.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_missing_package();
    init_rule();
    ignored = "Nodes ignore the whole file.";
    jsonSyntax = defineRule({
      id: "json-syntax",
      level: "error",
      summary: "a file that is not strict JSON in UTF-8",
      why: `Nodes decode the file as one strict JSON value in plain UTF-8. Comments, trailing commas, a byte-order mark and text after the
value are not allowed. One syntax error makes nodes ignore the whole file. They boot without a hotfix and log only a line on
the node. An editor may hide a wrong encoding or a byte-order mark.`,
      fix: {
        safe: "Removes a trailing comma or the byte-order mark. Replaces single and typographic quotes, and spaces that JSON does not allow. Not offered as safe if nodes would then request a package that does not exist, or apt and dnf would install different ones.",
        onRequest: "Removes a comment. Puts a bare word in quotes. Inserts a missing comma between two properties. Saves the file as UTF-8."
      },
      messages: {
        "bad-character": `{text} is not valid JSON. ${ignored} Correct or remove it.`,
        "bad-escape": `{text} is not a valid escape in JSON. ${ignored} Correct it.`,
        "bad-number": `{text} is not a valid number in JSON. ${ignored} Put a version in double quotes.`,
        "byte-order-mark": `{text} at the start of the file is a byte-order mark. ${ignored} Remove it.`,
        "colon-expected": `Missing colon before {text|the end of the file}. ${ignored} Add it.`,
        "comma-expected": `Missing comma or closing bracket before {text|the end of the file}. ${ignored} Add it.`,
        comment: `{text} is a comment, which strict JSON does not allow. ${ignored} Remove it.`,
        "control-character": `{text} is a control character in a string. ${ignored} Remove it or write it as an escape.`,
        "foreign-quotes": `{text} is not in double quotes, which JSON requires. ${ignored} Use double quotes.`,
        "foreign-space": `{text} is white space that JSON does not allow. ${ignored} Replace it with a space.`,
        encoding: `The encoding {encoding} is not plain UTF-8. ${ignored} Save the file as UTF-8.`,
        garbled: "The encoding {encoding} is not plain UTF-8. Nodes misread letters outside ASCII. Save the file as UTF-8.",
        "key-expected": `Missing key in double quotes before {text|the end of the file}. ${ignored} Add it.`,
        "not-closed": `Missing closing bracket at {text|the end of the file}. ${ignored} Add it.`,
        "text-after-end": `{text} is not part of the config, which ends before it. ${ignored} Remove it.`,
        "too-deep": `Values are nested deeper than 10,000 levels. ${ignored} Remove the inner levels.`,
        "too-large": `The file is larger than ${largestConfigInWords} and was not checked. A hotfix config has a few lines. Check that this is the right file.`,
        "trailing-comma": `{text} is a trailing comma, which strict JSON does not allow. ${ignored} Remove it.`,
        "unclosed-comment": `{text} starts a comment that is never closed. ${ignored} Remove it.`,
        "unterminated-string": `{text} has no closing quote. ${ignored} Add it.`,
        "utf-16": `The file appears to be UTF-16, not plain UTF-8. ${ignored} Save the file as UTF-8.`,
        "value-expected": `Missing value before {text|the end of the file}. ${ignored} Add it.`
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.3", } }
                                          ^ json-syntax`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        },
        {
          before: `
{ "hotfixes": { "202604.01": 202604.01.3 } }
                                      ^^ json-syntax`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        },
        {
          before: `
{ 'version': "202604.01.3" }
  ^^^^^^^^^ json-syntax`,
          after: '{ "version": "202604.01.3" }'
        },
        {
          before: `
{
  // for the kubelet fix
  ^^^^^^^^^^^^^^^^^^^^^^ json-syntax
  "version": "202604.01.3"
}`,
          after: `{
  "version": "202604.01.3"
}`
        },
        {
          before: `
{
  "version": "202604.01.3"
  "scripts_version": "202604.01.3"
  ^ json-syntax
}`,
          after: `{
  "version": "202604.01.3",
  "scripts_version": "202604.01.3"
}`
        }
      ],
      check({ analysis, catalogue, report }) {
        const { source, encoding } = analysis;
        const start = { start: 0, end: Math.min(1, source.text.length) };
        let misleads;
        const isSafe = () => {
          misleads ??= hasWrongPackage(analysis, catalogue);
          return !misleads;
        };
        if (encoding !== void 0) {
          const fixes = () => [{ ...saveAsUtf8, safe: encoding === markedUtf8 && isSafe() }];
          if (!isReadAsUtf8(encoding)) report({ at: start, messageId: "encoding", data: { encoding }, fixes });
          else if (/[^\0-\x7f]/.test(source.text))
            report({ at: start, messageId: "garbled", data: { encoding }, fixes });
        }
        const comments = source.faults.filter(({ code }) => code === "comment");
        const quotes = source.faults.filter(({ code }) => code === "foreign-quotes");
        const spaces = source.faults.filter(({ code }) => code === "foreign-space");
        for (const fault of source.faults) {
          const { code, start: start2, end } = fault;
          if (code === "utf-16" && encoding !== void 0 && !isReadAsUtf8(encoding)) continue;
          const text = excerpt(source.text, start2, end);
          const reportedByJsonSupport = jsonSupportSees2(fault);
          const fixes = () => fixesOf(source, fault, { comments, quotes, spaces }, isSafe);
          report({ at: { start: start2, end }, messageId: code, data: { text }, reportedByJsonSupport, fixes });
        }
      }
    });
    markedUtf8 = "utf8bom";
    saveAsUtf8 = { title: "Save as UTF-8", safe: false, edits: [], saveAsUtf8: true };
  }
});

// server/src/rules/malformed-base.ts
function repairsOf(analysis, entry, field, date2) {
  const version4 = versionPropertyOf(entry, field, "entry")?.version;
  const meant = [date2, version4 && baseOf(version4)].flatMap((base2) => base2 ?? []);
  const isFree = (base2) => isBase(base2) && !analysis.isListed(base2) && !hidesAnother(analysis, entry);
  const free = [...new Set(meant)].filter(isFree);
  return [
    ...free.map((base2) => ({
      title: `Change key to ${quote(base2)}`,
      safe: false,
      edits: [replace(entry.key, JSON.stringify(base2))]
    })),
    ...removal2(analysis, entry, field)
  ];
}
function removal2(analysis, entry, field) {
  const property3 = versionPropertyOf(entry, field, "entry");
  return property3 ? removeVersion(analysis, property3) : [];
}
var malformedBase;
var init_malformed_base = __esm({
  "server/src/rules/malformed-base.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_hidden();
    init_missing_package();
    init_remove_version();
    init_rule();
    malformedBase = defineRule({
      id: "malformed-base",
      level: "error",
      summary: "a key of `hotfixes` that is not written `YYYYMM.DD`",
      why: `Nodes look up the first two parts of their baked version, byte for byte. For them \`202604.1\`, \`v202604.01\` and \`202604.01 \` are
not \`202604.01\`, so no node finds such an entry.`,
      fix: {
        safe: "Pads the day, trims white space, or removes a `v` or a patch, unless that base is already listed.",
        onRequest: "The same change where it would make nodes request a package that does not exist, or make apt and dnf install different ones. Uses the base of a date such as `2026-07-29`, or of the version. Removes the entry."
      },
      messages: {
        respelled: "{key} is not a valid base, so nodes never find this entry. Change it to {base}.",
        taken: "{key} is not a valid base, so nodes never find this entry. Another entry is for {base}. Remove one of them.",
        date: "{key} is a date, not a base (YYYYMM.DD), so nodes never find this entry. Change it to {base}.",
        unknown: "{key} is not a valid base (YYYYMM.DD), so nodes never find this entry. Correct or remove it."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.1": "202604.01.3" } }
                 ^^^^^^^^ malformed-base`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        },
        {
          before: `
{ "hotfixes": { "april": "202604.01.3" } }
                 ^^^^^ malformed-base`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        const { source } = analysis;
        for (const { entry, field } of seen.entries) {
          const { key } = entry;
          if (isBase(key.value)) continue;
          const trimmed = trimSpace(key.value);
          const base2 = canonicalBase(trimmed);
          const date2 = dateMeant(trimmed)?.base;
          const range = keyRange(source, key);
          const data3 = { key: key.value };
          const repairs = () => repairsOf(analysis, entry, field, date2);
          if (!base2 && date2 && !analysis.isListed(date2))
            report({ at: range, messageId: "date", data: { ...data3, base: date2 }, fixes: repairs });
          else if (!base2) report({ at: range, messageId: "unknown", data: data3, fixes: repairs });
          else if (analysis.keyCountOf(base2) > 1)
            report({
              at: range,
              messageId: "taken",
              data: { ...data3, base: base2 },
              fixes: () => removal2(analysis, entry, field)
            });
          else {
            const title = `Change key to ${quote(base2)}`;
            const fixes = () => {
              const property3 = versionPropertyOf(entry, field, "entry");
              const safe = !property3 || !getsWrongPackage(analysis, property3, catalogue);
              return [{ title, safe, edits: [replace(range, base2)] }];
            };
            report({ at: range, messageId: "respelled", data: { ...data3, base: base2 }, fixes });
          }
        }
      }
    });
  }
});

// server/src/rules/malformed-version.ts
function respelled({ comparison: comparison2, role }) {
  if (comparison2 !== void 0) return "misspelled";
  return role === "scripts" ? "loose-scripts" : "respelled";
}
function malformed(property3) {
  const { trimmed, base: base2, role } = property3;
  const fault = comparisonOf(trimmed, base2);
  if (role !== "scripts" || fault !== "unpackaged") return fault;
  return baseCompared(property3) ? "loose-scripts" : "scripts-without-base";
}
function fromDate(analysis, property3, catalogue) {
  const date2 = dateMeant(property3.trimmed);
  const own2 = property3.role === "entry" ? property3.base : void 0;
  if (!date2 || own2 && own2 !== date2.base) return [];
  const { base: base2, patch = "0" } = date2;
  return patch === "0" ? changeToNext(analysis, property3, base2, catalogue) : [changeVersion(analysis, property3, versionFrom(base2, patch))];
}
var malformedVersion;
var init_malformed_version = __esm({
  "server/src/rules/malformed-version.ts"() {
    "use strict";
    init_model();
    init_ambiguous_patch();
    init_change_version();
    init_missing_package();
    init_rule();
    malformedVersion = defineRule({
      id: "malformed-version",
      level: "error",
      summary: "a hotfix version that is not written `YYYYMM.DD.PATCH`",
      why: `Nodes compare versions loosely, but request the package by the exact text. \`dev\` and \`202604.01.3.1\` cannot be compared, so nodes
do not upgrade. \`v202604.01.3\`, \`202604.1.3\` and \`202604.01.03\` can. Then a node asks apt for \`aks-node-controller=VERSION*\`, or
dnf for \`aks-node-controller-VERSION\` without a star. No release has such a package. The node tries up to five times and boots
its baked version. \`scripts_version\` names no package: if such a version passes the comparison, nodes apply their scripts.`,
      fix: {
        safe: "Writes the version as releases do: without `v`, with a two-digit day, and without leading zeros in the patch.",
        onRequest: "The same change where apt and dnf would then install different packages. Writes a date such as `2026-07-29.3` as a version."
      },
      messages: {
        incomparable: "{value} is not a valid version (YYYYMM.DD.PATCH). Nodes cannot compare it and do not upgrade. Correct it.",
        "other-base": "{value} is not a version of base {base} (YYYYMM.DD.PATCH), so nodes do not upgrade. Correct it.",
        "patch-zero": "{value} is not a valid version. Nodes read it as patch 0 and do not upgrade. Write YYYYMM.DD.PATCH.",
        misspelled: "{value} is not a valid version. Releases write it {version}. Use that spelling.",
        unpackaged: "{value} is not a valid version. Nodes ask apt for {pattern} and dnf for {value}. Neither has it. Correct it.",
        respelled: "{value} is not a valid version. Nodes ask apt for {pattern} and dnf for {value}. Neither has it. Use {version}.",
        "loose-scripts": "{value} is not a valid version. Nodes compare it loosely and apply scripts. Write YYYYMM.DD.PATCH.",
        "scripts-without-base": "{value} is not a valid version. No node has its base, so scripts stay as baked. Write YYYYMM.DD.PATCH."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "v202604.1.03" } }
                              ^^^^^^^^^^^^ malformed-version`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        },
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.3.1" } }
                              ^^^^^^^^^^^^^ malformed-version`
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          if (property3.spelling !== "malformed-version") continue;
          const { trimmed: value, version: version4 } = property3;
          const pattern = `${value}*`;
          const at = trimmedValueRange(analysis.source, property3);
          if (version4) {
            const safe = ambiguityOnceSpelled(analysis, property3, catalogue) === void 0;
            const fixes = () => [{ ...changeVersion(analysis, property3, version4), safe }];
            report({ at, messageId: respelled(property3), data: { value, version: version4, pattern }, fixes });
          } else
            report({
              at,
              messageId: malformed(property3),
              data: { value, base: property3.base ?? "", pattern },
              fixes: () => fromDate(analysis, property3, catalogue)
            });
        }
      }
    });
  }
});

// server/src/rules/never-upgrades.ts
var neverUpgrades;
var init_never_upgrades = __esm({
  "server/src/rules/never-upgrades.ts"() {
    "use strict";
    init_model();
    init_change_version();
    init_installed_elsewhere();
    init_rule();
    neverUpgrades = defineRule({
      id: "never-upgrades",
      level: "warning",
      summary: "a hotfix version with patch 0",
      why: `Nodes upgrade only if the patch of the hotfix version is higher than their baked patch. Patch 0 is never higher.`,
      fix: {
        onRequest: "Changes the patch to the next one: one above the highest taken patch of the base, else 1."
      },
      messages: {
        "patch-zero": "{value} has patch 0, which is not higher than any baked patch, so nodes do not upgrade. Use a higher patch.",
        "installed-elsewhere": "{value} has patch 0, which is not higher than any baked patch. Nodes of {other} install it without a comparison. Use a higher patch."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.0" } }
                                        ^ never-upgrades`,
          after: '{ "hotfixes": { "202604.01": "202604.01.1" } }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const { version: version4 } = property3;
          if (property3.comparison !== "never-upgrades" || !version4) continue;
          const fixes = () => changeToNext(analysis, property3, baseOf(version4), catalogue);
          const range = valuePartRange(analysis.source, property3, "patch");
          const value = property3.trimmed;
          const installers = installersElsewhere(analysis, property3, catalogue);
          report({ at: range, ...messageUnless(installers, "patch-zero", { value }), fixes });
        }
      }
    });
  }
});

// server/src/rules/no-hotfix.ts
function whole2({ root, text }) {
  if (!root) return { start: 0, end: text.length > 0 ? 1 : 0 };
  return { start: root.start, end: root.kind === "object" ? root.start + 1 : root.end };
}
var noHotfix, deleteFile;
var init_no_hotfix = __esm({
  "server/src/rules/no-hotfix.ts"() {
    "use strict";
    init_model();
    init_rule();
    noHotfix = defineRule({
      id: "no-hotfix",
      level: "information",
      summary: "a config that names no hotfix",
      why: `Nodes treat an empty config like a missing one. By convention, the file exists only while a hotfix is active. The
quick fix in an editor deletes it.`,
      messages: {
        nothing: "This config names no hotfix, so nodes do not upgrade. Delete the file while no hotfix is active.",
        "nothing-served": "This served map names no hotfix, so nodes keep what their own file says. Remove it while no hotfix is active."
      },
      examples: [
        {
          before: `
{ "hotfixes": {} }
^ no-hotfix`
        }
      ],
      check({ analysis, report }) {
        const { source } = analysis;
        const maps = source.fields.filter(({ role }) => role === "entry");
        if (maps.length === 1 && maps[0]?.entries.length !== 0) return;
        const { config: config2 } = analysis;
        if (!config2) return;
        const asks = config2.hotfixes?.size || trimSpace(config2.version) || trimSpace(config2.scripts_version);
        if (asks) return;
        if (analysis.isServed) report({ at: whole2(source), messageId: "nothing-served" });
        else report({ at: whole2(source), messageId: "nothing", fixes: () => [deleteFile] });
      }
    });
    deleteFile = { title: "Delete the file", safe: false, edits: [], deletesFile: true };
  }
});

// server/src/rules/patch-lowered.ts
var patchLowered;
var init_patch_lowered = __esm({
  "server/src/rules/patch-lowered.ts"() {
    "use strict";
    init_losses();
    init_rule();
    patchLowered = defineRule({
      id: "patch-lowered",
      level: "error",
      summary: "a hotfix version with a lower patch than in the baseline",
      why: `Nodes that would upgrade to the later patch now upgrade to an earlier one. Nodes baked with a patch between the two do not upgrade.
Lower a patch only for a rollback, and record it in \`acceptedLosses\` of \`.hotfixrc.json\` with the reason.`,
      fix: {
        onRequest: "Restores the hotfix version, or records the loss as accepted in `.hotfixrc.json`."
      },
      messages: {
        binary: "{after} is lower than {before}, so nodes of base {base} go back. Restore {before}, unless this is a rollback.",
        scripts: "{after} is lower than {before}, so scripts on nodes of base {base} go back. Restore {before}, unless this is a rollback.",
        accepted: acceptedMessage
      },
      examples: [
        {
          before: `
{ "version": "202604.01.2" }
             ^^^^^^^^^^^^^ patch-lowered`,
          after: '{ "version": "202604.01.3" }',
          baseline: '{ "version": "202604.01.3" }'
        }
      ],
      check(context) {
        const { baseline, report } = context;
        if (!baseline) return;
        for (const loss of lossesAgainst(baseline, context)) {
          const { after } = loss;
          if (after !== void 0) report(lossReport(context, loss, { after }));
        }
      }
    });
  }
});

// server/src/rules/payload-removed.ts
function joined(names) {
  const lists = [];
  for (const name2 of names) {
    const last = lists.at(-1);
    const list2 = last === void 0 ? name2 : `${last}, ${name2}`;
    if (last !== void 0 && list2.length <= longest2) lists[lists.length - 1] = list2;
    else lists.push(name2);
  }
  return lists;
}
var payloadRemoved, longest2;
var init_payload_removed = __esm({
  "server/src/rules/payload-removed.ts"() {
    "use strict";
    init_model();
    init_losses();
    init_rule();
    payloadRemoved = defineRule({
      id: "payload-removed",
      level: "error",
      summary: "a script that left the payload since the baseline, while its nodes are supported",
      why: `Nodes apply all scripts of the payload, whatever the patch of \`scripts_version\` is. Nodes that start after a script left
\`parts/linux/cloud-init/nodecustomdata.yml\` run the script of their image again, also if \`scripts_version\` was raised. The rule looks
at the nodes that got the payload of the baseline. A loss that is a decision is recorded in \`acceptedLosses\` of \`.hotfixrc.json\`
with the reason.`,
      fix: { onRequest: "Records the loss as accepted in `.hotfixrc.json`." },
      messages: {
        lost: '{before} left the payload, so nodes of base {base} lose this hotfix. Restore it, or record it in "acceptedLosses".',
        accepted: acceptedMessage
      },
      examples: [
        {
          before: '{ "scripts_version": "202604.01.2" }',
          baseline: '{ "scripts_version": "202604.01.1" }',
          payload: `
# ---- hotfix-scripts: auto-generated ----
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ payload-removed
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
# ---- end hotfix-scripts ----`,
          payloadBaseline: `
# ---- hotfix-scripts: auto-generated ----
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
    {{GetVariableProperty "cloudInitData" "provisionInstalls"}}
# ---- end hotfix-scripts ----`
        }
      ],
      check() {
      },
      checkPayload(context) {
        const { payload, payloadBaseline, baseline, catalogue, today, acceptedFor, report } = context;
        if (!baseline || !payloadBaseline) return;
        const left = payloadBaseline.namesNotIn(payload);
        const isSupported = (base2) => today <= untilIn(context, base2);
        const at = payload.blocks[0]?.begin ?? payload.unpaired[0] ?? { start: 0, end: 0 };
        for (const base2 of basesWithScripts(baseline, catalogue).filter(isSupported)) {
          const reason = acceptedFor(base2);
          for (const before of joined(left))
            report(
              reason === void 0 ? { at, messageId: "lost", data: { base: base2, before } } : { at, messageId: "accepted", data: { base: base2, before, reason }, atMost: "information" }
            );
        }
      }
    });
    longest2 = 50;
  }
});

// server/src/rules/property-case.ts
var propertyCase;
var init_property_case = __esm({
  "server/src/rules/property-case.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_rule();
    propertyCase = defineRule({
      id: "property-case",
      level: "warning",
      summary: "a field name in the wrong case, such as `Hotfixes`",
      why: `Nodes ignore case in field names, so \`Hotfixes\` works as \`hotfixes\`. Other tools that read the file do not, and show a different
rollout.`,
      fix: {
        safe: "Renames the field."
      },
      messages: {
        "other-case": "{key} has the wrong case. Nodes accept it, but other tools may not. Rename it to {name}."
      },
      examples: [
        {
          before: `
{ "Hotfixes": { "202604.01": "202604.01.3" } }
   ^^^^^^^^ property-case`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        }
      ],
      check({ analysis, report }) {
        for (const { name: name2, key } of analysis.source.fields) {
          if (name2 === void 0 || key.value === name2) continue;
          const range = keyRange(analysis.source, key);
          const fixes = () => [{ title: `Rename to ${quote(name2)}`, safe: true, edits: [replace(range, name2)] }];
          report({ at: range, messageId: "other-case", data: { key: key.value, name: name2 }, fixes });
        }
      }
    });
  }
});

// server/src/rules/retired-base.ts
var retiredBase;
var init_retired_base = __esm({
  "server/src/rules/retired-base.ts"() {
    "use strict";
    init_model();
    init_installed_elsewhere();
    init_remove_version();
    init_rule();
    retiredBase = defineRule({
      id: "retired-base",
      level: "off",
      summary: "a base whose images are past their support window",
      why: `Images are supported for six calendar months from the date of their base (\`supportWindowMonths\` in \`.hotfixrc.json\`). After that,
clusters should not use them, and you can remove the entry. Before that, nodes that scale out on the old image would lose the
hotfix.`,
      fix: {
        onRequest: "Removes the entry or the field."
      },
      messages: {
        retired: "{base} is past its support window, which ended on {until}. You can remove this hotfix.",
        unreachable: "{base} is past its support window, which ended on {until}. None of its recorded images can apply this hotfix. Remove it.",
        "installed-elsewhere": "{base} is past its support window, which ended on {until}. Supported nodes of {other} install this version. Keep it for them."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202602.13": "202602.13.6", "202605.05": "202605.05.2" } }
                 ^^^^^^^^^ retired-base`,
          after: '{ "hotfixes": { "202605.05": "202605.05.2" } }',
          today: "2026-08-14"
        }
      ],
      check({ analysis, catalogue, today, supportWindowMonths, seen, report }) {
        const { source } = analysis;
        for (const property3 of seen.versionProperties) {
          const base2 = baseMeant(property3);
          const until = base2 && supportedUntil(base2, supportWindowMonths);
          if (!until || today <= until || property3.spelling === "empty-value") continue;
          const fixes = () => removeVersion(analysis, property3);
          const range = baseRange(source, property3);
          const isSupported = (end) => end !== void 0 && today <= end;
          const installers = installersElsewhere(analysis, property3, catalogue);
          const other = installers.find((one2) => isSupported(supportedUntil(baseOf(one2), supportWindowMonths)));
          if (other) {
            report({ at: range, messageId: "installed-elsewhere", data: { base: base2, until, other } });
            continue;
          }
          const known = catalogue.of(base2);
          const isReachable = known.some((baked) => obstacleTo(baked, property3.role, catalogue) === void 0);
          const messageId = known.length > 0 && !isReachable && installers.length === 0 ? "unreachable" : "retired";
          report({ at: range, messageId, data: { base: base2, until }, fixes });
        }
      }
    });
  }
});

// server/src/rules/scripts-payload.ts
var scriptsPayload;
var init_scripts_payload = __esm({
  "server/src/rules/scripts-payload.ts"() {
    "use strict";
    init_model();
    init_remove_version();
    init_rule();
    scriptsPayload = defineRule({
      id: "scripts-payload",
      level: "error",
      summary: "`scripts_version` without scripts in the AgentBaker repository, or scripts without `scripts_version`",
      why: `\`scripts_version\` only enables scripts. The scripts are the payload: a block in \`parts/linux/cloud-init/nodecustomdata.yml\`
between two marker lines, where \`GetVariableProperty "cloudInitData" "NAME"\` names each of them. One without the other does nothing.
The rule looks only at \`parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json\`, which is built into images, and at that
payload. Images of an official branch that apply scripts independent of the config need no \`scripts_version\`.`,
      fix: { onRequest: "Removes `scripts_version`, or, in an editor, sets it to the next patch." },
      messages: {
        "no-payload": '{value} enables scripts, but "nodecustomdata.yml" has none, so nodes apply nothing. Add the block of scripts, or remove this field.',
        "no-block": "This file has no block of hotfix scripts.",
        "empty-block": "This block has no scripts.",
        "no-gate": '"scripts_version" is not set, so nodes never apply these scripts. Set it in "aks-node-controller-hotfix.json", or remove the block.',
        "no-config": '"artifacts/aks-node-controller-hotfix.json" does not exist, so nodes never apply these scripts. Add it with "scripts_version".',
        "no-begin": "This line ends a block of hotfix scripts, but no line begins it, so its scripts are unknown. Add the line {begin}.",
        "no-end": "This line begins a block of hotfix scripts, but no line ends it, so its scripts are unknown. Add the line {end}.",
        "second-block": "This is another block of hotfix scripts. Nodes get the scripts of all blocks. Move them into one block."
      },
      examples: [
        {
          before: `
{ "scripts_version": "202604.01.1" }
                      ^^^^^^^^^^^ scripts-payload`,
          after: "{}",
          payload: "write_files:"
        },
        {
          before: '{ "hotfixes": { "202604.01": "202604.01.1" } }',
          payload: `
write_files:
# ---- hotfix-scripts: auto-generated ----
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ scripts-payload
- path: /opt/azure/containers/provision.sh
  content: !!binary |
    {{GetVariableProperty "cloudInitData" "provisionScript"}}
# ---- end hotfix-scripts ----`
        }
      ],
      check({ analysis, payload, seen, report }) {
        if (!payload?.isEmpty) return;
        const [block] = payload.blocks;
        const related = block ? { at: block.begin, messageId: "empty-block", payload } : { at: { start: 0, end: 0 }, messageId: "no-block", payload };
        for (const property3 of seen.versionProperties) {
          if (property3.role !== "scripts" || property3.trimmed === "") continue;
          report({
            at: trimmedValueRange(analysis.source, property3),
            messageId: "no-payload",
            data: { value: property3.trimmed },
            related: [related],
            fixes: () => removeVersion(analysis, property3)
          });
        }
      },
      checkPayload({ payload, config: config2, catalogue, report }) {
        for (const { is, ...at } of payload.unpaired)
          report({ at, messageId: is === "begin" ? "no-end" : "no-begin", data: payloadMarkers });
        for (const { begin } of payload.blocks.slice(1))
          report({ at: begin, messageId: "second-block", atMost: "warning" });
        const block = payload.blocks.find(({ names }) => names.length > 0);
        const { current: current2 } = config2?.readings ?? noFile;
        if (!block || !current2 || trimSpace(current2.scripts_version) !== "") return;
        if (alwaysAppliesScripts(config2?.readings ?? noFile, catalogue)) return;
        report({ at: block.begin, messageId: config2 ? "no-gate" : "no-config" });
      }
    });
  }
});

// server/src/rules/move-version.ts
function moveVersionIntoMap(analysis) {
  const { source } = analysis;
  const versions = source.fields.filter(({ role }) => role === "pointer");
  const maps = source.fields.filter(({ role }) => role === "entry");
  const property3 = analysis.versionProperties.find((candidate) => candidate.role === "pointer");
  const [map] = maps;
  if (!property3?.version || versions.length !== 1 || maps.length > 1 || source.faults.length > 0)
    return void 0;
  const { version: version4 } = property3;
  const base2 = baseOf(version4);
  if (map && (map.value.kind !== "object" || analysis.isListed(base2))) return void 0;
  const edits = map ? [intoMap(source.text, map, property3.field, version4)] : [replace(propertyRange(property3), newMap(source.text, property3.field, version4))];
  return { title: `Move "version" into "hotfixes" as base ${quote(base2)}`, edits };
}
function intoMap(text, map, field, version4) {
  const base2 = baseOf(version4);
  return editBetween(text, movedIntoMap(text, map.key.value, field.key.value, base2, version4));
}
function movedIntoMap(text, map, field, base2, version4) {
  const options2 = {
    formattingOptions: formattingOf(text),
    // A new map takes the place of the field.
    getInsertionIndex: (keys) => keys.includes(field) ? keys.indexOf(field) : keys.filter((key) => key < base2).length
  };
  const listed2 = applyEdits(text, modify(text, [map, base2], version4, options2));
  return applyEdits(listed2, modify(listed2, [field], void 0, options2));
}
function newMap(text, { key }, version4) {
  const entry = `"${baseOf(version4)}": "${version4}"`;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, key.start))?.[1];
  if (indent === void 0) return `"hotfixes": { ${entry} }`;
  const { eol } = formattingOf(text);
  return `"hotfixes": {${eol}${indent}${indent}${entry}${eol}${indent}}`;
}
var init_move_version = __esm({
  "server/src/rules/move-version.ts"() {
    "use strict";
    init_main();
    init_model();
    init_edits();
    init_formatting();
  }
});

// server/src/rules/shadowed-version.ts
var shadowedVersion;
var init_shadowed_version = __esm({
  "server/src/rules/shadowed-version.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_hidden();
    init_installed_elsewhere();
    init_move_version();
    init_remove_property();
    init_rule();
    shadowedVersion = defineRule({
      id: "shadowed-version",
      level: "warning",
      summary: "`version` beside a `hotfixes` map that has entries",
      why: `\`version\` is the legacy way to name one hotfix. Nodes read it only while \`hotfixes\` is empty or missing. If the map has an entry,
all nodes ignore \`version\`, even those whose base is not listed. The oldest controllers do not know \`hotfixes\` and install any
\`version\`. If such images are on record, the rule names one.`,
      fix: {
        onRequest: "Removes `version`, or moves it into the map as an entry of its base."
      },
      messages: {
        shadowed: '{value} in "version" is ignored by nodes, because "hotfixes" has an entry. Remove it, or move it into "hotfixes".',
        "installed-elsewhere": '{value} in "version" is ignored by nodes that read "hotfixes". Nodes of {other} read only "version" and install it.',
        map: "Nodes use this map."
      },
      examples: [
        {
          before: `
{ "version": "202604.01.3", "hotfixes": { "202605.30": "202605.30.1" } }
  ^^^^^^^^^^^^^^^^^^^^^^^^ shadowed-version`,
          after: '{ "hotfixes": { "202605.30": "202605.30.1" } }'
        }
      ],
      skips: "usual",
      check({ analysis, catalogue, seen, report }) {
        const { source } = analysis;
        const map = mergedMaps(source).find(({ entries }) => entries.length > 0);
        if (!map) return;
        for (const property3 of seen.versionProperties) {
          if (property3.role !== "pointer" || property3.spelling === "empty-value") continue;
          const installers = installersElsewhere(analysis, property3, catalogue);
          report({
            at: propertyRange(property3),
            ...messageUnless(installers, "shadowed", { value: property3.trimmed }),
            unnecessary: installers.length === 0,
            related: [{ at: map.key, messageId: "map" }],
            fixes: () => {
              const edits = removeProperty(source, property3.field, source.fields);
              if (edits.length === 0 || hidesAnother(analysis, property3)) return [];
              const moved = moveVersionIntoMap(analysis);
              const remove2 = { title: 'Remove "version"', safe: false, edits };
              return moved ? [remove2, { ...moved, safe: false }] : [remove2];
            }
          });
        }
      }
    });
  }
});

// server/src/rules/surrounding-whitespace.ts
function whiteSpaceAround(text, token) {
  const { value } = token;
  const { start, end } = trimmedRange(value);
  const ranges = [rangeInside(text, token, 0, start), rangeInside(text, token, end, value.length)];
  return ranges.filter((range) => range.start < range.end);
}
var surroundingWhitespace;
var init_surrounding_whitespace = __esm({
  "server/src/rules/surrounding-whitespace.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_rule();
    surroundingWhitespace = defineRule({
      id: "surrounding-whitespace",
      level: "warning",
      summary: "white space around a hotfix version",
      why: `Nodes trim it. Other tools that read the file may not, and reviewers cannot see it.`,
      fix: {
        safe: "Removes the white space."
      },
      messages: {
        untrimmed: "{value} has white space around it. Nodes trim it, but other tools may not. Remove it."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.3 " } }
                                         ^ surrounding-whitespace`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" } }'
        }
      ],
      skips: "usual",
      check({ analysis, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const { value, trimmed } = property3;
          if (value.kind === "null" || trimmed === "" || trimmed === value.value) continue;
          const around = whiteSpaceAround(analysis.source.text, value);
          const [first, last] = [around[0], around.at(-1)];
          if (!first || !last) continue;
          const edits = around.map((range) => replace(range, ""));
          const fixes = () => [{ title: `Trim version to ${quote(trimmed)}`, safe: true, edits }];
          report({
            at: { start: first.start, end: last.end },
            messageId: "untrimmed",
            data: { value: value.value },
            fixes
          });
        }
      }
    });
  }
});

// server/src/rules/unknown-base.ts
var unknownBase;
var init_unknown_base = __esm({
  "server/src/rules/unknown-base.ts"() {
    "use strict";
    init_model();
    init_change_base();
    init_installed_elsewhere();
    init_rule();
    unknownBase = defineRule({
      id: "unknown-base",
      level: "information",
      summary: "a base that no known baked version has",
      why: `Baked versions come from AgentBaker's release notes, \`.hotfixrc.json\`, the editor settings and the bundled record. A base that is
in none of them is either newer than the record or a typing mistake. After a typing mistake, no node upgrades. Without a record,
this rule finds nothing.`,
      fix: {
        onRequest: "Changes the base to one of the nearest known bases, in key and version."
      },
      messages: {
        unknown: "{base} is not the base of a known baked version, so no known node upgrades. Check the base.",
        "installed-elsewhere": "{base} is not the base of a known baked version. Nodes of {other} install this version without a comparison. Check the base."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.10": "202604.10.2" } }
                 ^^^^^^^^^ unknown-base`,
          after: '{ "hotfixes": { "202604.01": "202604.01.2" } }',
          bakedVersions: ["202604.01.0", "202605.30.1"]
        }
      ],
      skips: "unrecorded",
      check({ analysis, catalogue, seen, report }) {
        if (!catalogue.isConclusive || catalogue.branchVersion !== void 0) return;
        const isUnknown = (base2) => catalogue.of(base2).length === 0 && catalogue.isConclusiveFor(base2);
        for (const property3 of seen.versionProperties) {
          const base2 = baseMeant(property3);
          if (!base2 || !isUnknown(base2) || !isCalendarDate(base2)) continue;
          const range = baseRange(analysis.source, property3);
          const fixes = () => changesToNearest(analysis, property3, base2, catalogue);
          const installers = installersElsewhere(analysis, property3, catalogue);
          report({ at: range, ...messageUnless(installers, "unknown", { base: base2 }), fixes });
        }
      }
    });
  }
});

// server/src/rules/wrong-type.ts
var wrongType;
var init_wrong_type = __esm({
  "server/src/rules/wrong-type.ts"() {
    "use strict";
    init_installed_elsewhere();
    init_rule();
    wrongType = defineRule({
      id: "wrong-type",
      level: "error",
      summary: "a value of the wrong type",
      why: `Nodes decode the whole file at once. A number, an array or an object where a string belongs makes them ignore all of it, and
every node boots without a hotfix. Only the log of the node says so.`,
      fix: {
        onRequest: "Puts a bare number in quotes."
      },
      messages: {
        root: "{found} is not an object. Nodes ignore the whole file. Write the config in braces.",
        object: "{found} is not an object, which {of} must be. Nodes ignore the whole file. Write it in braces.",
        bare: "{found} has no quotes around it, so {of} is not a string. Nodes ignore the whole file. Add double quotes.",
        string: "{found} is not a string, which {of} must be. Nodes ignore the whole file. Write a version in double quotes.",
        "installed-elsewhere": 'Nodes of {other} read only "version" and install {value}, because their controller does not know the other fields.'
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": 202604.01 } }
                             ^^^^^^^^^ wrong-type`,
          after: '{ "hotfixes": { "202604.01": "202604.01" } }'
        },
        {
          before: `
{ "hotfixes": ["202604.01.3"] }
              ^ wrong-type`
        }
      ],
      check({ analysis, catalogue, report }) {
        if (analysis.typeFaults.length === 0) return;
        const related = analysis.unusual.versionProperties.flatMap((property3) => {
          const [other] = installersElsewhere(analysis, property3, catalogue);
          const data3 = { value: property3.trimmed };
          return other ? [{ at: property3.value, messageId: "installed-elsewhere", data: { ...data3, other } }] : [];
        });
        for (const fault of analysis.typeFaults) {
          const { start, end, expected, of = "", found: found2 } = fault;
          const spelled = analysis.source.text.slice(start, end);
          const compound = found2 === "array" || found2 === "object";
          const isBare = expected === "string" && !compound;
          const fixes = () => {
            if (found2 !== "number" || expected !== "string") return [];
            const edits = [{ start, end, text: `"${spelled}"` }];
            return [{ title: `Put ${spelled} in quotes`, safe: false, edits }];
          };
          report({
            at: { start, end: compound ? start + 1 : end },
            messageId: fault.of === void 0 ? "root" : isBare ? "bare" : expected,
            data: { of, found: spelled },
            related,
            fixes
          });
        }
      }
    });
  }
});

// server/src/rules/errors-of-values.ts
function hasErrors(analysis) {
  let found2 = false;
  const report = () => {
    found2 = true;
  };
  const { unusual: seen } = analysis;
  const known = { seen, catalogue: Catalogue.empty, today: "", supportWindowMonths: 0 };
  const none2 = { baseline: void 0, payload: void 0, payloadBaseline: void 0 };
  for (const rule of ofValues)
    rule.check({ analysis, ...known, ...none2, acceptedFor: () => void 0, report });
  return found2;
}
var ofValues;
var init_errors_of_values = __esm({
  "server/src/rules/errors-of-values.ts"() {
    "use strict";
    init_model();
    init_base_mismatch();
    init_empty_patch();
    init_malformed_base();
    init_malformed_version();
    init_wrong_type();
    ofValues = [wrongType, malformedBase, malformedVersion, emptyPatch, baseMismatch];
  }
});

// server/src/rules/move-bases.ts
function movesIntoMap(analysis, fields2) {
  const { source } = analysis;
  const maps = source.fields.filter(({ role }) => role === "entry");
  const [map] = maps;
  const none2 = () => [];
  if (source.faults.length > 0 || maps.length > 1 || map && map.value.kind !== "object") return none2;
  if (!analysis.hasEntries && source.fields.some(({ role }) => role === "pointer")) return none2;
  const movable = misplacedAmong(analysis, fields2);
  if (movable.length > mostMoved) return none2;
  const name2 = map?.key.value ?? "hotfixes";
  const moving = (moved, title) => {
    const after = moved.reduce(
      (text, { field, base: base2, version: version4 }) => movedIntoMap(text, name2, field.key.value, base2, version4),
      source.text
    );
    return { title: `Move ${title} into "hotfixes"`, safe: false, edits: [editBetween(source.text, after)] };
  };
  return (field) => {
    const own2 = movable.find((other) => other.field === field);
    if (!own2) return [];
    const isFirstOfMany = own2 === movable[0] && movable.length > 1;
    const all = isFirstOfMany ? [moving(movable, `all ${movable.length} bases`)] : [];
    return [...all, moving([own2], quote(field.key.value))];
  };
}
function misplacedAmong(analysis, fields2) {
  const withBase = fields2.flatMap((field) => {
    const base2 = canonicalBase(trimSpace(field.key.value));
    return base2 ? [{ field, base: base2, value: field.value }] : [];
  });
  const counts = /* @__PURE__ */ new Map();
  for (const { base: base2 } of withBase) counts.set(base2, (counts.get(base2) ?? 0) + 1);
  return withBase.flatMap(({ field, base: base2, value }) => {
    if (value.kind !== "string" || analysis.isListed(base2) || counts.get(base2) !== 1) return [];
    const version4 = value.value;
    const isFaulty = hasErrors(new Analysis(JSON.stringify({ hotfixes: { [base2]: version4 } })));
    return isFaulty ? [] : [{ field, base: base2, version: version4 }];
  });
}
var mostMoved;
var init_move_bases = __esm({
  "server/src/rules/move-bases.ts"() {
    "use strict";
    init_model();
    init_errors_of_values();
    init_move_version();
    mostMoved = 100;
  }
});

// server/src/rules/nearest-field.ts
function nearestField(key) {
  const plain3 = key.toLowerCase().replace(/[^a-z]/g, "");
  return fieldNames.find((name2) => distance(plain3, name2.replace("_", "")) <= 2);
}
var init_nearest_field = __esm({
  "server/src/rules/nearest-field.ts"() {
    "use strict";
    init_mod();
    init_model();
  }
});

// server/src/rules/unknown-property.ts
function nearestIn({ isServed }, key) {
  const name2 = nearestField(key);
  return isServed && roleOf(name2) !== "entry" ? void 0 : name2;
}
function rename({ source }, { value }, at, name2) {
  const text = source.text.slice(value.start, value.end);
  const isTaken = source.fields.some((field) => field.name === name2);
  if (isTaken || hasErrors(new Analysis(`{"${name2}":${text}}`))) return [];
  return [{ title: `Rename to ${quote(name2)}`, safe: false, edits: [replace(at, name2)] }];
}
function remove({ source }, field) {
  const edits = removeProperty(source, field, source.fields);
  return edits.length > 0 ? [{ title: `Remove ${quote(field.key.value)}`, safe: false, edits }] : [];
}
var inWords, unknownProperty;
var init_unknown_property = __esm({
  "server/src/rules/unknown-property.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_errors_of_values();
    init_move_bases();
    init_nearest_field();
    init_remove_property();
    init_rule();
    inWords = (names, word) => `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
    unknownProperty = defineRule({
      id: "unknown-property",
      level: "warning",
      summary: "a field that nodes ignore",
      why: `Nodes read ${inWords(
        fieldNames.map((name2) => `\`${name2}\``),
        "and"
      )}, and silently ignore all other fields, such as \`hotfix\` or
\`scriptsVersion\`. They also ignore \`$schema\`, which is for editors and not flagged. From a map that
the live-patching service serves, they take only \`hotfixes\`.`,
      fix: {
        onRequest: "Renames a misspelled field, moves a base into `hotfixes`, or removes the field."
      },
      messages: {
        unknown: `{key} is not a known field, so nodes ignore it. Use ${inWords(
          fieldNames.map((name2) => `"${name2}"`),
          "or"
        )}, or remove it.`,
        "near-miss": "{key} is not a known field, so nodes ignore it. Rename it to {name} if you meant that.",
        "not-served": 'Nodes take only "hotfixes" from a served map, so they ignore {key} in it. Remove it.',
        misplaced: '{key} is a base outside "hotfixes", so nodes ignore it. Move it into "hotfixes".'
      },
      examples: [
        {
          before: `
{ "hotfix": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }
   ^^^^^^ unknown-property`,
          after: '{ "hotfixes": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }'
        },
        {
          before: `
{
  "hotfixes": { "202604.01": "202604.01.3" },
  "202605.30": "202605.30.1"
   ^^^^^^^^^ unknown-property
}`,
          after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`
        }
      ],
      check({ analysis, report }) {
        const unknown3 = analysis.source.fields.filter(
          ({ name: name2, key }) => name2 === void 0 && key.value !== "$schema"
        );
        let moves;
        const move = (field) => {
          moves ??= movesIntoMap(analysis, unknown3);
          return moves(field);
        };
        const other = analysis.isServed ? "not-served" : "unknown";
        for (const field of unknown3) {
          const key = field.key.value;
          const at = keyRange(analysis.source, field.key);
          const name2 = nearestIn(analysis, key);
          const isBase2 = canonicalBase(trimSpace(key)) !== void 0;
          const repairs = () => [
            ...name2 ? rename(analysis, field, at, name2) : [],
            ...isBase2 ? move(field) : [],
            ...remove(analysis, field)
          ];
          if (name2) report({ at, messageId: "near-miss", data: { key, name: name2 }, fixes: repairs });
          else report({ at, messageId: isBase2 ? "misplaced" : other, data: { key }, fixes: repairs });
        }
      }
    });
  }
});

// server/src/rules/unreachable-base.ts
var unreachableBase;
var init_unreachable_base = __esm({
  "server/src/rules/unreachable-base.ts"() {
    "use strict";
    init_model();
    init_ambiguous_patch();
    init_installed_elsewhere();
    init_remove_version();
    init_rule();
    unreachableBase = defineRule({
      id: "unreachable-base",
      level: "warning",
      summary: "a base whose recorded images cannot apply the hotfix",
      why: `What a node does depends on the controller in its image. The oldest controllers do not read the config. Controllers up to
202607.09.0 report the version "dev" and cannot compare it with a hotfix version. Some operating systems cannot install a package.
If this is true for every recorded image of a base, no node gets the hotfix. Such nodes need a new image. Without a record of
controllers, this rule finds nothing. Images of another base may install the \`version\` of such a base, because their controllers
compare nothing. Then the rule names one, and offers no fix. See [what nodes of real images do](../fleet.md).`,
      fix: {
        onRequest: "Removes the entry or the field."
      },
      messages: {
        "no-code": "{base} is not reachable: no controller of its images reads the config. Nodes do not upgrade. Remove this hotfix.",
        "no-map": '{base} is not reachable: no controller of its images reads "hotfixes". Nodes do not upgrade. Remove this hotfix.',
        "cannot-compare": '{base} is not reachable: its controllers report "dev" and cannot compare versions. Nodes do not upgrade. Remove this hotfix.',
        "cannot-install": "{base} is not reachable: its operating systems cannot install a package. Nodes do not upgrade. Remove this hotfix.",
        "installed-elsewhere": "{base} is not reachable: its nodes do not upgrade. Nodes of {other} install this version without a comparison. Check that this is intended."
      },
      examples: [
        {
          before: `
{ "hotfixes": { "202604.01": "202604.01.1", "202605.30": "202605.30.1" } }
                 ^^^^^^^^^ unreachable-base`,
          after: '{ "hotfixes": { "202605.30": "202605.30.1" } }',
          bakedVersions: [{ version: "202604.01.0", controller: "map" }, "202605.30.0"]
        }
      ],
      skips: "unrecorded",
      check({ analysis, catalogue, seen, report }) {
        for (const property3 of seen.versionProperties) {
          const { version: version4, spelling, comparison: comparison2 } = property3;
          if (!version4 || spelling !== void 0 || comparison2 !== void 0) continue;
          const base2 = property3.base ?? baseOf(version4);
          if (catalogue.branchVersion !== void 0 && baseOf(catalogue.branchVersion) !== base2) continue;
          const obstacles = catalogue.of(base2).map((baked) => obstacleTo(baked, property3.role, catalogue));
          const messageId = obstacles.at(-1);
          if (!messageId || obstacles.includes(void 0)) continue;
          if (ambiguity(analysis, property3, catalogue) !== void 0) continue;
          const at = baseRange(analysis.source, property3);
          const installers = installersElsewhere(analysis, property3, catalogue);
          const fixes = () => installers.length === 0 ? removeVersion(analysis, property3) : [];
          report({ at, ...messageUnless(installers, messageId, { base: base2 }), fixes });
        }
      }
    });
  }
});

// server/src/rules/unsorted-entries.ts
function compareKeys(a, b) {
  return a.key.value < b.key.value ? -1 : a.key.value > b.key.value ? 1 : 0;
}
function sortEntries({ text }, entries) {
  const sorted = entries.toSorted(compareKeys);
  return entries.flatMap((entry, i) => {
    const moved = sorted[i];
    if (!moved || moved === entry) return [];
    const { start, end } = propertyRange(moved);
    return [replace(propertyRange(entry), text.slice(start, end))];
  });
}
var unsortedEntries;
var init_unsorted_entries = __esm({
  "server/src/rules/unsorted-entries.ts"() {
    "use strict";
    init_model();
    init_edits();
    init_rule();
    unsortedEntries = defineRule({
      id: "unsorted-entries",
      level: "hint",
      summary: "entries that are not in ascending order of their bases",
      why: `Nodes ignore the order. Reviewers find a missing or duplicate entry faster in a sorted map.`,
      fix: {
        safe: "Sorts the entries. Duplicates keep their order, because nodes use the last one."
      },
      messages: {
        "out-of-order": "{key} is not in ascending order: it follows {previous}. Nodes ignore the order. Sort the entries for reviewers.",
        previous: "The entry belongs in front of this one."
      },
      examples: [
        {
          before: `
{
  "hotfixes": {
    "202605.30": "202605.30.1",
    "202604.01": "202604.01.3"
     ^^^^^^^^^ unsorted-entries
  }
}`,
          after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`
        }
      ],
      check({ analysis, report }) {
        const { source } = analysis;
        for (const { entries } of source.fields) {
          const at = entries.findIndex((entry2, i) => compareKeys(entries[i - 1] ?? entry2, entry2) > 0);
          const [previous, entry] = [entries[at - 1], entries[at]];
          if (!previous || !entry) continue;
          report({
            at: keyRange(source, entry.key),
            messageId: "out-of-order",
            data: { key: entry.key.value, previous: previous.key.value },
            related: [{ at: keyRange(source, previous.key), messageId: "previous" }],
            fixes: () => {
              if (source.faults.length > 0) return [];
              return [{ title: "Sort entries", safe: true, edits: sortEntries(source, entries) }];
            }
          });
        }
      }
    });
  }
});

// server/src/rules/index.ts
var rules;
var init_rules = __esm({
  "server/src/rules/index.ts"() {
    "use strict";
    init_already_baked();
    init_ambiguous_patch();
    init_base_mismatch();
    init_duplicate_key();
    init_empty_patch();
    init_empty_value();
    init_entry_removed();
    init_foreign_base();
    init_impossible_date();
    init_json_syntax();
    init_malformed_base();
    init_malformed_version();
    init_never_upgrades();
    init_no_hotfix();
    init_patch_lowered();
    init_payload_removed();
    init_property_case();
    init_retired_base();
    init_scripts_payload();
    init_shadowed_version();
    init_surrounding_whitespace();
    init_unknown_base();
    init_unknown_property();
    init_unreachable_base();
    init_unsorted_entries();
    init_wrong_type();
    init_rule();
    rules = [
      jsonSyntax,
      wrongType,
      malformedBase,
      malformedVersion,
      emptyPatch,
      baseMismatch,
      neverUpgrades,
      ambiguousPatch,
      impossibleDate,
      duplicateKey,
      emptyValue,
      surroundingWhitespace,
      shadowedVersion,
      unknownProperty,
      propertyCase,
      unsortedEntries,
      noHotfix,
      unknownBase,
      alreadyBaked,
      retiredBase,
      unreachableBase,
      foreignBase,
      scriptsPayload,
      entryRemoved,
      patchLowered,
      payloadRemoved
    ];
  }
});

// server/src/service/findings/finding.ts
function check(analysis, options2) {
  const surroundings = surroundingsIn(options2);
  const { catalogue } = surroundings;
  const { text, certainUntil } = analysis.source;
  const { payload } = options2;
  const recorded2 = analysis.recordedIn(catalogue);
  const checked = analysis.isTooLarge ? [jsonSyntax] : rules;
  const { isServed } = analysis;
  return reported({ checked, levels: options2.levels, text, certainUntil, isServed }, (report) => {
    const seeing = (seen) => ({ ...surroundings, analysis, seen, payload, report });
    const [unusual, unrecorded, all] = [analysis.unusual, recorded2, analysis.seen].map(seeing);
    return (rule) => {
      const context = rule.skips === "usual" ? unusual : rule.skips ? unrecorded : all;
      if (context) rule.check(context);
    };
  });
}
function checkPayload(payload, config2, options2) {
  const surroundings = surroundingsIn(options2);
  const checked = rules.filter((rule) => rule.checkPayload);
  return reported({ checked, levels: options2.levels, text: payload.text }, (report) => {
    const context = { ...surroundings, payload, config: config2, report };
    return (rule) => rule.checkPayload?.(context);
  });
}
function surroundingsIn(options2) {
  const { today, baseline, payloadBaseline, supportWindowMonths = 6, acceptedLosses = [] } = options2;
  const acceptedFor = (base2) => acceptedLosses.find((accepted) => accepted.base === base2)?.reason;
  const catalogue = withTakenBy(baseline, options2.catalogue ?? Catalogue.empty);
  return { today, baseline, payloadBaseline, supportWindowMonths, acceptedFor, catalogue };
}
function withTakenBy(baseline, of) {
  if (!baseline) return of;
  const known = taken.get(baseline);
  if (known?.of === of) return known.catalogue;
  const catalogue = of.withTaken(versionsNamedIn(baseline));
  taken.set(baseline, { of, catalogue });
  return catalogue;
}
function reported({ checked, levels: configured, text, certainUntil, isServed = false }, checking) {
  const findings = [];
  const left = new LeftOut();
  let current2;
  const checkRule = checking((report) => {
    if (!current2) return;
    const { rule, level: level2 } = current2;
    if (findings.length < mostFindings) {
      findings.push(toFinding(rule, report, level2, { certainUntil, isServed }));
      return;
    }
    left.add(rule.id, level2);
    throw enough;
  });
  for (const rule of checked) {
    const level2 = configured[rule.id] ?? rule.level;
    if (level2 === "off") continue;
    current2 = { rule, level: level2 };
    try {
      checkRule(rule);
    } catch (thrown) {
      if (thrown !== enough) throw thrown;
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return left.closing(findings, text.length);
}
function toFinding(rule, report, level2, { certainUntil, isServed = false }) {
  const textIn = (message, values) => {
    const text = textOf(rule, message, values);
    return isServed ? ofServedMap(text) : text;
  };
  const { at, messageId, data: data3 = none, fixes = () => [], atMost } = report;
  return {
    ruleId: rule.id,
    start: at.start,
    end: at.end,
    messageId,
    data: data3,
    level: atMost ? lower(level2, atMost) : level2,
    related: (report.related ?? []).map((related) => toRelated(textIn, related)),
    unnecessary: report.unnecessary ?? false,
    reportedByJsonSupport: report.reportedByJsonSupport ?? [],
    message: () => textIn(messageId, data3),
    fixes: certainUntil === void 0 ? fixes : () => fixes().map((fix2) => ifCertain(fix2, certainUntil))
  };
}
function lower(a, b) {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b;
}
function toRelated(textIn, { at, messageId, data: data3 = none, payload }) {
  const { start, end } = at;
  const related = { start, end, messageId, data: data3, message: () => textIn(messageId, data3) };
  return payload ? { ...related, payload } : related;
}
function textOf(rule, messageId, data3) {
  return fillTemplate(rule.messages[messageId] ?? messageId, data3);
}
function ofServedMap(message) {
  return message.replace(/\b(the(?: whole)?|this) file\b/gi, "$1 map");
}
function ifCertain(fix2, certainUntil) {
  return fix2.safe && fix2.edits.some(({ end }) => end > certainUntil) ? { ...fix2, safe: false } : fix2;
}
var enough, taken, LeftOut, none;
var init_finding = __esm({
  "server/src/service/findings/finding.ts"() {
    "use strict";
    init_model();
    init_rules();
    init_json_syntax();
    enough = new Error("The list of findings is full.");
    taken = /* @__PURE__ */ new WeakMap();
    LeftOut = class {
      counts = /* @__PURE__ */ new Map();
      worst;
      add(ruleId, level2) {
        this.counts.set(level2, (this.counts.get(level2) ?? 0) + 1);
        if (!this.worst || levels.indexOf(level2) < levels.indexOf(this.worst.level))
          this.worst = { ruleId, level: level2 };
      }
      /** Adds a finding at the end that counts the rest, with the highest of their levels. */
      closing(findings, end) {
        if (!this.worst) return findings;
        const closing = {
          ...this.worst,
          start: end,
          end,
          messageId: "not-listed",
          data: { listed: findings.length },
          message: () => `The list ends after ${findings.length} findings, and there are more. Fix the listed ones and check again.`,
          related: [],
          unnecessary: false,
          reportedByJsonSupport: [],
          omitted: this.counts,
          fixes: () => []
        };
        return [...findings, closing];
      }
    };
    none = {};
  }
});

// server/src/service/findings/checked-file.ts
function textOf2(bytes) {
  const [first, second] = bytes;
  if (first === 255 && second === 254) return { text: utf16("utf-16le", bytes), encoding: "utf16le" };
  if (first === 254 && second === 255) return { text: utf16("utf-16be", bytes), encoding: "utf16be" };
  return { text: decodeUtf8(bytes), encoding: void 0 };
}
function utf16(label, bytes) {
  return new TextDecoder(label).decode(bytes.subarray(2));
}
function analysisOf(bytes) {
  const { text, encoding } = textOf2(bytes);
  return new Analysis(text, encoding);
}
var init_checked_file = __esm({
  "server/src/service/findings/checked-file.ts"() {
    "use strict";
    init_model();
    init_finding();
  }
});

// server/src/service/findings/comments.ts
function withoutComments(analysis) {
  const fixes = check(analysis, { levels: {}, today: "" }).flatMap((finding) => finding.fixes());
  const edits = fixes.flatMap((fix2) => fix2.dropsComment ? fix2.edits : []);
  return applyEdits2(analysis.source.text, edits);
}
var init_comments = __esm({
  "server/src/service/findings/comments.ts"() {
    "use strict";
    init_model();
    init_finding();
  }
});

// server/src/service/findings/level-counts.ts
function countsOf(findings, before = /* @__PURE__ */ new Map()) {
  const counts = new Map(before);
  for (const { level: level2, omitted = /* @__PURE__ */ new Map([[level2, 1]]) } of findings) {
    for (const [each, count] of omitted) counts.set(each, (counts.get(each) ?? 0) + count);
  }
  return counts;
}
function isCutOff(findings) {
  return findings.at(-1)?.omitted !== void 0;
}
function countsInWords(counts, isIncomplete = false) {
  if (isIncomplete) {
    const total2 = [...counts.values()].reduce((sum3, count) => sum3 + count, 0);
    return `more than ${(Math.floor((total2 - 1) / 1e3) * 1e3).toLocaleString("en")} findings`;
  }
  const words = levels.flatMap((level2) => {
    const count = counts.get(level2);
    if (count === void 0) return [];
    return `${count} ${count === 1 || level2 === "information" ? level2 : `${level2}s`}`;
  });
  return words.join(", ");
}
var init_level_counts = __esm({
  "server/src/service/findings/level-counts.ts"() {
    "use strict";
    init_rule();
  }
});

// server/src/service/findings/fix-all.ts
function whyNotFixed({ isTooLarge }, findings) {
  if (isTooLarge) return `it is larger than ${largestConfigInWords}`;
  return isCutOff(findings) ? `it has more than ${mostFindings} findings` : void 0;
}
function fixAll(analysis, options2, findings = check(analysis, options2), also = /* @__PURE__ */ new Set()) {
  const first = editsFor(findings, also);
  let fixed = { analysis, findings };
  let [edits, rounds] = [first, 0];
  for (; edits.length > 0 && rounds < mostRounds; rounds++) {
    const next = analysis.withText(applyEdits2(fixed.analysis.source.text, edits));
    fixed = { analysis: next, findings: check(next, options2) };
    edits = editsFor(fixed.findings, also);
  }
  const all = rounds < 2 ? first : [editBetween(analysis.source.text, fixed.analysis.source.text)];
  return { ...fixed, edits: all };
}
function hasSafeFix(finding) {
  return safeFix(finding) !== void 0;
}
function safeFix({ ruleId, fixes }) {
  if (!safelyFixed.has(ruleId)) return void 0;
  return fixes().find(({ safe, edits }) => safe && edits.length > 0);
}
function firstFix({ fixes }) {
  return fixes().find(({ edits }) => edits.length > 0);
}
function editsFor(findings, also) {
  const fixes = findings.flatMap(
    (finding) => (also.has(finding.ruleId) ? firstFix(finding) : safeFix(finding)) ?? []
  );
  const spans = fixes.map(({ edits }) => ({
    edits,
    start: edits.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: edits.reduce((most, { end }) => Math.max(most, end), 0)
  }));
  let taken2 = -1;
  return spans.sort((a, b) => a.start - b.start).flatMap(({ edits, start, end }) => {
    if (start <= taken2) return [];
    taken2 = end;
    return edits;
  });
}
var mostRounds, safelyFixed;
var init_fix_all = __esm({
  "server/src/service/findings/fix-all.ts"() {
    "use strict";
    init_model();
    init_rules();
    init_finding();
    init_level_counts();
    mostRounds = 10;
    safelyFixed = new Set(rules.flatMap(({ id, fix: fix2 }) => fix2?.safe ? [id] : []));
  }
});

// server/src/service/findings/summary.ts
function isAtLeast(level2, least) {
  return levels.indexOf(level2) <= levels.indexOf(least);
}
var Summary;
var init_summary = __esm({
  "server/src/service/findings/summary.ts"() {
    "use strict";
    init_rule();
    init_level_counts();
    Summary = class {
      files = 0;
      counts = /* @__PURE__ */ new Map();
      isIncomplete = false;
      add(findings) {
        this.files++;
        this.counts = countsOf(findings, this.counts);
        this.isIncomplete ||= isCutOff(findings);
      }
      /** Whether there is a finding at or above a level. */
      reaches(least) {
        return [...this.counts.keys()].some((level2) => isAtLeast(level2, least));
      }
      /** The summary line: `1 error, 2 warnings in 3 files. 2 fixable with "hotfix-config fix".` Empty if no file was checked. */
      sentence(fixable = 0) {
        if (this.files === 0) return "";
        const files = `${this.files} file${this.files === 1 ? "" : "s"}`;
        const next = fixable > 0 ? ` ${fixable} fixable with "hotfix-config fix".` : "";
        const counts = countsInWords(this.counts, this.isIncomplete) || "no findings";
        return `${counts.charAt(0).toUpperCase()}${counts.slice(1)} in ${files}.${next}
`;
      }
    };
  }
});

// server/src/glob.ts
function globMatcher(glob2) {
  if (!isNameGlob(glob2)) return pathMatcher(glob2);
  const matches = pathMatcher(glob2.slice(anyFolder.length));
  return (path7) => matches(path7.slice(path7.lastIndexOf("/") + 1));
}
function isNameGlob(glob2) {
  return glob2.startsWith(anyFolder) && !glob2.includes("/", anyFolder.length);
}
function pathMatcher(glob2) {
  const end = { also: [] };
  const start = inSequence(new GlobReader(glob2).sequence(""))(end);
  const steps = new Steps();
  const first = steps.of([start]);
  return (path7) => {
    let step = first;
    for (const character of path7) {
      step = step.next.get(character) ?? steps.after(step, character);
      if (step.states.size === 0) return false;
    }
    return step.states.has(end);
  };
}
function withAlso(states) {
  const reached = new Set(states);
  for (const { also } of reached) for (const state of also) reached.add(state);
  return reached;
}
function problemOf(glob2) {
  if (glob2.startsWith("!")) return '"!" is not supported; use "ignore" to leave files out';
  const reader = new GlobReader(glob2);
  reader.sequence("");
  return reader.unclosed === void 0 ? void 0 : `"${reader.unclosed}" is not closed`;
}
function inSet(text) {
  const isNegated = /^[!^]/.test(text);
  const ranges = [...text.slice(isNegated ? 1 : 0).matchAll(/(.)-(.)|./gsu)].map(
    ([all, from2 = all, to = all]) => ({ from: from2, to })
  );
  return (character) => character !== "/" && ranges.some(({ from: from2, to }) => from2 <= character && character <= to) !== isNegated;
}
var anything, inName, anyFolder, mostSteps, Steps, one, anyNumber, choice, inSequence, literal2, folders, GlobReader;
var init_glob = __esm({
  "server/src/glob.ts"() {
    "use strict";
    anything = () => true;
    inName = (character) => character !== "/";
    anyFolder = "**/";
    mostSteps = 1e3;
    Steps = class {
      known = /* @__PURE__ */ new Map();
      ids = /* @__PURE__ */ new Map();
      count = 0;
      after({ states, next }, character) {
        const reached = [];
        for (const { takes, to } of states) if (to && takes?.(character)) reached.push(to);
        if (this.count === mostSteps) return { states: withAlso(reached), next: /* @__PURE__ */ new Map() };
        this.count++;
        const step = this.of(reached);
        next.set(character, step);
        return step;
      }
      of(reached) {
        const states = withAlso(reached);
        const key = [...states].map((state) => this.idOf(state)).sort().join();
        const step = this.known.get(key) ?? { states, next: /* @__PURE__ */ new Map() };
        this.known.set(key, step);
        return step;
      }
      idOf(state) {
        const id = this.ids.get(state) ?? this.ids.size;
        this.ids.set(state, id);
        return id;
      }
    };
    one = (takes) => (to) => ({ takes, to, also: [] });
    anyNumber = (takes) => (next) => {
      const state = { takes, also: [next] };
      state.to = state;
      return state;
    };
    choice = (alternatives) => (next) => ({ also: alternatives.map((part) => part(next)) });
    inSequence = (parts2) => (end) => parts2.reduceRight((next, part) => part(next), end);
    literal2 = (text) => one((character) => character === text);
    folders = choice([inSequence([]), inSequence([anyNumber(anything), literal2("/")])]);
    GlobReader = class {
      /** A bracket without its end, which matches itself. */
      unclosed;
      rest;
      isNewSegment = true;
      constructor(glob2) {
        this.rest = glob2;
      }
      /** Up to one of some characters, or to the end: an unclosed brace ends with the glob. */
      sequence(until) {
        const parts2 = [];
        while (this.rest !== "" && !until.includes(this.rest.charAt(0))) parts2.push(this.part());
        return parts2;
      }
      part() {
        const { isNewSegment } = this;
        if (this.take(/^\{/)) return this.choice();
        if (isNewSegment && this.take(/^\*\*\//)) return folders;
        this.isNewSegment = false;
        if (isNewSegment && this.take(/^\*\*(?![^,}])/)) return anyNumber(anything);
        if (this.take(/^\*+/)) return anyNumber(inName);
        if (this.take(/^\?/)) return one(inName);
        const set = this.take(/^\[[!^]?[^\]]+\]/);
        if (set) return one(inSet(set.slice(1, -1)));
        if (this.rest.startsWith("[")) this.unclosed = "[";
        const character = (this.take(/^\\?./su) ?? "").replace(/^\\(?=.)/s, "");
        this.isNewSegment = character === "/";
        return literal2(character);
      }
      choice() {
        const { isNewSegment } = this;
        const alternatives = [];
        do {
          this.isNewSegment = isNewSegment;
          alternatives.push(inSequence(this.sequence(",}")));
        } while (this.take(/^,/));
        if (!this.take(/^\}/)) this.unclosed = "{";
        return choice(alternatives);
      }
      take(pattern) {
        const taken2 = pattern.exec(this.rest)?.[0];
        if (taken2 !== void 0) this.rest = this.rest.slice(taken2.length);
        return taken2;
      }
    };
  }
});

// server/src/names.ts
function pathGlob(written) {
  const isAnchored = written.includes("/");
  return isAnchored ? written.replace(/^\.?\//, "") : `**/${written}`;
}
var configNames, certainNames, mostGlobs, longestGlob, mostWildcards, plainGlob, projectFileName, embeddedConfigPath, payloadPath;
var init_names = __esm({
  "server/src/names.ts"() {
    "use strict";
    configNames = [
      "aks-node-controller-hotfix.json",
      "anc-hotfix-version.json",
      "*-hotfix.json",
      "*.hotfix.json",
      "hotfix.json",
      "hotfixes.json"
    ];
    certainNames = configNames.slice(0, 2);
    mostGlobs = 50;
    longestGlob = 200;
    mostWildcards = 10;
    plainGlob = new RegExp(`^[^*?{[]*(?:[*?{[][^*?{[]*){0,${mostWildcards}}$`);
    projectFileName = ".hotfixrc.json";
    embeddedConfigPath = "parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json";
    payloadPath = "parts/linux/cloud-init/nodecustomdata.yml";
  }
});

// server/src/service/settings/names.ts
function isIgnoredPath(path7, globs) {
  const plain3 = withoutGitSuffix(path7);
  return globs.some((some) => some.ignore(plain3));
}
function isConfigPath(path7, more) {
  const plain3 = withoutGitSuffix(path7);
  if (isIgnoredPath(plain3, more)) return false;
  return configName.test(nameOf(plain3)) || more.some((globs) => globs.match(plain3));
}
function isCertainPath(path7, more) {
  const plain3 = withoutGitSuffix(path7);
  return certainNames.includes(nameOf(plain3)) || more.some((globs) => globs.match(plain3));
}
function isProjectFile(path7) {
  return nameOf(withoutGitSuffix(path7)) === projectFileName;
}
function nameOf(path7) {
  return path7.slice(path7.lastIndexOf("/") + 1);
}
function withoutGitSuffix(path7) {
  return path7.replace(/\.json\.git$/, ".json");
}
var configName, globProblem, Globs;
var init_names2 = __esm({
  "server/src/service/settings/names.ts"() {
    "use strict";
    init_glob();
    init_names();
    configName = new RegExp(
      `^(?!\\.)(?:${configNames.map((glob2) => glob2.replaceAll(".", "\\.").replaceAll("*", "[^/]*")).join("|")})$`
    );
    globProblem = problemOf;
    Globs = class {
      prefix;
      files;
      ignored;
      /** `folder` is a path with `/`. */
      constructor(folder2, files, ignored2 = []) {
        this.prefix = folder2.endsWith("/") ? folder2 : `${folder2}/`;
        const test = (written) => globMatcher(pathGlob(written));
        this.files = files.map(test);
        this.ignored = ignored2.map(test);
      }
      match(path7) {
        return this.isIn(this.files, path7);
      }
      ignore(path7) {
        return this.isIn(this.ignored, path7);
      }
      isIn(tests, path7) {
        if (tests.length === 0 || !path7.startsWith(this.prefix)) return false;
        const below = path7.slice(this.prefix.length);
        return tests.some((test) => test(below));
      }
    };
  }
});

// server/src/service/settings/recognition.ts
function looksLikeConfig({ source }, before) {
  const { root, fields: fields2, faults } = source;
  if (before && configsRead(before).some(asksForHotfix)) return true;
  const isParsable = faults.every(({ code }) => readPast.has(code));
  if (!isParsable || !root || root.kind === "null") return true;
  if (root.kind !== "object") return false;
  return fields2.length === 0 || fields2.some(({ name: name2, key }) => name2 !== void 0 || looksLikeField(key.value));
}
function looksLikeField(key) {
  return nearestField(key) !== void 0 || canonicalBase(trimSpace(key)) !== void 0;
}
function asksForHotfix({ hotfixes, version: version4, scripts_version }) {
  return Boolean(hotfixes?.size || trimSpace(version4) || trimSpace(scripts_version));
}
var readPast;
var init_recognition = __esm({
  "server/src/service/settings/recognition.ts"() {
    "use strict";
    init_model();
    init_nearest_field();
    init_names2();
    readPast = /* @__PURE__ */ new Set(["byte-order-mark", "comment", "trailing-comma"]);
  }
});

// server/src/service/uri.ts
function pathOf2(uri) {
  return decoded2(split(uri).path);
}
function encodedPath(path7) {
  return path7.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
function restBelow(folder2, uri) {
  const depth2 = depthBelow(folder2, uri);
  if (depth2 === void 0) return void 0;
  const rest = split(uri).path.split("/").slice(depth2 + 1);
  return rest.map((segment2) => `/${segment2}`).join("");
}
function parentFolder(uri) {
  const { before, path: path7 } = split(uri);
  const cut2 = path7.lastIndexOf("/");
  return cut2 < 0 ? void 0 : before + path7.slice(0, cut2);
}
function depthBelow(folder2, uri) {
  const above = segmentsOf(folder2);
  const all = segmentsOf(uri);
  return above.every((segment2, i) => segment2 === all[i]) ? above.length : void 0;
}
function segmentsOf(uri) {
  const [, ...spelled] = split(uri).path.replace(/\/$/, "").split("/");
  const segments = spelled.map((segment2) => decoded2(segment2).normalize("NFC"));
  const isOnDrive = /^[A-Za-z]:$/.test(segments[0] ?? "");
  return isOnDrive ? segments.map((segment2) => segment2.toLowerCase()) : segments;
}
function decoded2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function split(uri) {
  const [, before = "", path7 = uri] = parts.exec(uri) ?? [];
  return { before, path: path7 };
}
var parts;
var init_uri = __esm({
  "server/src/service/uri.ts"() {
    "use strict";
    parts = /^([A-Za-z][\w+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/;
  }
});

// server/src/cli/config-names.ts
var config_names_exports = {};
__export(config_names_exports, {
  configsAmong: () => configsAmong,
  isCertain: () => isCertain,
  notAConfig: () => notAConfig
});
async function configsAmong(files, root, projects) {
  const byFolder = /* @__PURE__ */ new Map();
  const configs = [];
  for (const file of files) {
    if (isProjectFile(file)) continue;
    const folder2 = file.slice(0, file.lastIndexOf("/") + 1);
    const globs = byFolder.get(folder2) ?? await projects.globsFor((0, import_node_path5.join)(root, file));
    byFolder.set(folder2, globs);
    const isNamed = () => isConfigPath(pathOf2((0, import_node_url.pathToFileURL)((0, import_node_path5.join)(root, file)).href), globs);
    if (globs.length > 0 ? isNamed() : isConfigPath(file, [])) configs.push(file);
  }
  return configs.sort();
}
async function isCertain(file, isListed, { cwd }, projects) {
  const path7 = (0, import_node_path5.resolve)(cwd, file);
  const uriPath = pathOf2((0, import_node_url.pathToFileURL)(path7).href);
  if (!isListed && !isConfigPath(uriPath, [])) return true;
  return isCertainPath(uriPath, await projects.globsFor(path7));
}
function notAConfig(file) {
  return [
    `${quote(file)} does not look like a hotfix config and was skipped`,
    'to check it anyway, add its name to "files" in .hotfixrc.json'
  ];
}
var import_node_path5, import_node_url;
var init_config_names = __esm({
  "server/src/cli/config-names.ts"() {
    "use strict";
    import_node_path5 = require("node:path");
    import_node_url = require("node:url");
    init_model();
    init_names2();
    init_uri();
  }
});

// server/src/cli/layout.ts
function rootAbove(absolute, path7) {
  const end = (0, import_node_path6.join)(import_node_path6.sep, path7);
  return absolute.endsWith(end) ? absolute.slice(0, -end.length) || import_node_path6.sep : void 0;
}
var import_node_path6, rootOfConfig, rootOfPayload, isPayload;
var init_layout = __esm({
  "server/src/cli/layout.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
    init_names();
    rootOfConfig = (absolute) => rootAbove(absolute, embeddedConfigPath);
    rootOfPayload = (absolute) => rootAbove(absolute, payloadPath);
    isPayload = (absolute) => rootOfPayload(absolute) !== void 0;
  }
});

// server/src/cli/git-files.ts
async function filesInRepository(folder2, terminal) {
  const real = (0, import_node_fs5.realpathSync)(folder2);
  const root = repositoryAbove(real);
  if (root === void 0 && !terminal.env["GIT_DIR"]) return void 0;
  const below = root === void 0 ? "" : (0, import_node_path7.relative)(root, real).replaceAll(import_node_path7.sep, "/");
  const slow = setTimeout(
    () => terminal.err(`waiting for git to list the files of ${quote(folder2)}
`),
    timeLimit() / 24
  );
  const listed2 = await listFiles(root ?? real, below === "" ? [] : [below]).finally(() => clearTimeout(slow));
  if (listed2.ok) return readListing(listed2.out, below === "" ? "" : `${below}/`);
  const { why, next } = whyNoAnswer(listed2);
  warn(terminal, `checking git-ignored files too: ${why}`, next);
  return void 0;
}
function listFiles(root, names) {
  const words = ["ls-files", "-z", "-t", "--stage", "--cached", "--others", "--exclude-standard"];
  return git(root, ...words, "--", ...names.length > mostPaths ? [] : names);
}
function readListing(listing, prefix = "") {
  const files = /* @__PURE__ */ new Set();
  const leftOut2 = [];
  const repositories = /* @__PURE__ */ new Map();
  const unreadable2 = [];
  for (const { text, isReadable } of linesOf(listing)) {
    const [, tag, mode, hash2, whole3 = ""] = /^(\S) (?:(\d+) (\w+) \d\t)?(.+)$/s.exec(text) ?? [];
    if (!whole3.startsWith(prefix) || tag === "?" && inPackages.test(whole3)) continue;
    const name2 = whole3.slice(prefix.length);
    if (mode === "160000" || name2.endsWith("/")) repositories.set(name2.replace(/\/$/, ""), hash2);
    else if (!isReadable) unreadable2.push(name2);
    else if (name2 !== "") files.add(name2);
    if (tag === "S") leftOut2.push(name2);
  }
  return { files: [...files], leftOut: leftOut2, repositories, unreadable: unreadable2 };
}
function linesOf(output) {
  const allReadable = (0, import_node_buffer.isUtf8)(output);
  const lines = [];
  for (let start = 0; start < output.length; ) {
    const nul = output.indexOf(0, start);
    const bytes = output.subarray(start, nul < 0 ? output.length : nul);
    lines.push({ text: bytes.toString("utf8"), bytes, isReadable: allReadable || (0, import_node_buffer.isUtf8)(bytes) });
    start += bytes.length + 1;
  }
  return lines;
}
var import_node_buffer, import_node_fs5, import_node_path7, inPackages, mostPaths;
var init_git_files = __esm({
  "server/src/cli/git-files.ts"() {
    "use strict";
    import_node_buffer = require("node:buffer");
    import_node_fs5 = require("node:fs");
    import_node_path7 = require("node:path");
    init_model();
    init_git();
    init_git_problems();
    init_repositories();
    init_terminal();
    inPackages = /(?:^|\/)node_modules\//;
    mostPaths = 500;
  }
});

// server/src/cli/listing.ts
function withoutLinked(files, root) {
  const real = (0, import_node_fs6.realpathSync)(root);
  const plainFolders = /* @__PURE__ */ new Map();
  const isPlainFolder = (folder2) => {
    const known = plainFolders.get(folder2) ?? (0, import_node_fs6.realpathSync)((0, import_node_path8.join)(root, folder2)) === (0, import_node_path8.join)(real, folder2);
    plainFolders.set(folder2, known);
    return known;
  };
  return files.filter((file) => {
    try {
      return (0, import_node_fs6.lstatSync)((0, import_node_path8.join)(root, file)).isFile() && isPlainFolder((0, import_node_path8.dirname)(file));
    } catch {
      return false;
    }
  });
}
function shown(path7, { cwd }) {
  return ((0, import_node_path8.relative)(cwd, (0, import_node_path8.resolve)(cwd, path7)) || ".").replaceAll(import_node_path8.sep, "/");
}
var import_node_fs6, import_node_path8, Listing, unwatched;
var init_listing = __esm({
  "server/src/cli/listing.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_node_path8 = require("node:path");
    init_model();
    init_names2();
    init_files();
    init_git_files();
    init_terminal();
    Listing = class {
      constructor(root, terminal, cancellation) {
        this.root = root;
        this.terminal = terminal;
        this.cancellation = cancellation;
      }
      root;
      terminal;
      cancellation;
      unread = [];
      /** Files that a sparse checkout leaves out of the working tree. */
      leftOut = /* @__PURE__ */ new Set();
      /** Incomplete if canceled. */
      async files(below = "") {
        if (this.cancellation?.isCancellationRequested) return [];
        const tracked = await filesInRepository((0, import_node_path8.join)(this.root, below), this.terminal);
        if (!tracked) return this.walk(below);
        for (const name2 of tracked.leftOut) this.leftOut.add(below + name2);
        for (const name2 of tracked.unreadable) this.warnOfName(below + name2);
        const files = tracked.files.map((name2) => below + name2);
        for (const name2 of tracked.repositories.keys()) {
          const inner = `${below}${name2}/`;
          if ((0, import_node_fs6.existsSync)((0, import_node_path8.join)(this.root, inner, ".git"))) files.push(...await this.files(inner));
        }
        return files;
      }
      async walk(top) {
        const files = [];
        const folders2 = [top];
        for (const below of folders2) {
          if (await this.isCanceled()) return [];
          for (const entry of this.entriesOf((0, import_node_path8.join)(this.root, below))) {
            const name2 = below + entry.name;
            if (name2.includes("\uFFFD") && !(0, import_node_fs6.existsSync)((0, import_node_path8.join)(this.root, name2))) this.warnOfName(name2);
            else if (entry.isFile() || entry.isSymbolicLink()) files.push(name2);
            else if (entry.isDirectory() && !unwatched.includes(entry.name)) folders2.push(`${name2}/`);
          }
        }
        return files;
      }
      /** A cancellation is a message, which is read between two pieces of work. */
      async isCanceled() {
        if (this.cancellation) await new Promise((resolve19) => setImmediate(resolve19));
        return this.cancellation?.isCancellationRequested ?? false;
      }
      /** Such a file cannot be read. If it is a config, skipping it silently would hide its faults. */
      warnOfName(name2) {
        if (!isConfigPath(`/${name2}`, [])) return;
        const path7 = shown((0, import_node_path8.join)(this.root, name2), this.terminal);
        this.unread.push({
          path: path7,
          problem: new CannotWork(`cannot read ${quote(path7)}: the file name is not valid UTF-8`, "rename it")
        });
      }
      entriesOf(folder2) {
        try {
          return (0, import_node_fs6.readdirSync)(folder2, { withFileTypes: true });
        } catch (thrown) {
          const path7 = shown(folder2, this.terminal);
          this.unread.push({ path: path7, problem: cannot(`read ${quote(path7)}`, thrown) });
          return [];
        }
      }
    };
    unwatched = ["node_modules", ".git"];
  }
});

// server/src/cli/configs.ts
async function findConfigs(paths, terminal, projects) {
  const found2 = /* @__PURE__ */ new Set();
  const listed2 = /* @__PURE__ */ new Map();
  const payloads = /* @__PURE__ */ new Set();
  const unread2 = [];
  const linked = [];
  for (const path7 of paths.length > 0 ? paths : ["."]) {
    const absolute = (0, import_node_path9.resolve)(terminal.cwd, path7);
    const kind = path7 === "-" || path7 === "" ? void 0 : kindOf(absolute);
    if (kind === void 0) found2.add(path7);
    else if (kind === "file" && await projects.isIgnored(absolute))
      warn(
        terminal,
        `${quote(shown(path7, terminal))} is ignored by --exclude or "ignore" in ${projectFileName}`,
        "change the setting to check it"
      );
    else if (kind !== "folder") (isPayload(absolute) ? payloads : found2).add(shown(path7, terminal));
    else {
      const { configsAmong: configsAmong2 } = await Promise.resolve().then(() => (init_config_names(), config_names_exports));
      const listing = new Listing(absolute, terminal);
      const files = await listing.files();
      const named = await configsAmong2(files, absolute, projects);
      const configs = withoutLinked(named, absolute);
      const prefix = prefixOf(shown(path7, terminal));
      const real = (0, import_node_fs7.realpathSync)(absolute);
      for (const config2 of configs) {
        listed2.set(prefix + config2, (0, import_node_path9.join)(real, config2));
        found2.add(prefix + config2);
      }
      const leftOut2 = named.filter((name2) => listing.leftOut.has(name2) && !configs.includes(name2));
      for (const config2 of leftOut2)
        warn(
          terminal,
          `${quote(prefix + config2)} is not in this sparse checkout and was skipped`,
          'add its folder with "git sparse-checkout add"'
        );
      const scripts2 = files.filter((file) => isPayload((0, import_node_path9.join)(absolute, file)));
      for (const payload of withoutLinked(scripts2, absolute)) payloads.add(prefix + payload);
      for (const name2 of named) if (isSkippedLink((0, import_node_path9.join)(absolute, name2), real)) linked.push(prefix + name2);
      unread2.push(...listing.unread);
    }
  }
  for (const link of linked)
    warn(
      terminal,
      `${quote(link)} is a symbolic link and was skipped`,
      "name it to check the file that it links to"
    );
  return { paths: [...found2], listed: listed2, payloads: [...payloads], unread: unread2 };
}
function isSkippedLink(path7, root) {
  if (!isLink(path7)) return false;
  const target = realpathOf(path7);
  return target === "" || (0, import_node_path9.relative)(root, target).startsWith("..");
}
function prefixOf(folder2) {
  if (folder2 === ".") return "";
  return folder2.endsWith("/") ? folder2 : `${folder2}/`;
}
var import_node_fs7, import_node_path9, howToName;
var init_configs = __esm({
  "server/src/cli/configs.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path9 = require("node:path");
    init_model();
    init_names();
    init_files();
    init_layout();
    init_listing();
    init_terminal();
    howToName = 'name a file, or set "files" in .hotfixrc.json for other file names';
  }
});

// server/src/service/host.ts
var largestFile, largestPayload;
var init_host = __esm({
  "server/src/service/host.ts"() {
    "use strict";
    init_model();
    largestFile = largestConfig;
    largestPayload = 4 * largestFile;
  }
});

// server/src/cli/content.ts
async function bytesOf(path7, terminal, most = largestFile) {
  return await streamed(path7, terminal, most) ?? readBytes(path7, terminal, most);
}
function contentOf(path7, terminal) {
  if (path7 === "-") return terminal.input();
  return streamed(path7, terminal) ?? readContent(path7, terminal.cwd);
}
function contentOfFile(path7, { cwd }) {
  const content = readContent(path7, cwd);
  if (content.length > largestFile) refuseTooLarge(content.length, quote(path7));
  return content;
}
function refuseTooLarge(size, what, most = largestFile) {
  if (size <= most) return;
  throw new TooLarge(`cannot read ${what}: larger than ${most / 1024 / 1024} MB`, "check the path");
}
async function readToEnd(stream, what, most) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      refuseTooLarge(size, what, most);
      chunks.push(chunk);
    }
  } catch (thrown) {
    throw cannot(`read ${what}`, thrown);
  }
  return Buffer.concat(chunks);
}
function streamed(path7, { cwd }, most = largestFile) {
  const absolute = (0, import_node_path10.resolve)(cwd, path7);
  const stats = path7 === "-" ? void 0 : statsOf(absolute);
  if (!stats || stats.isDirectory()) return void 0;
  if (stats.isFile() && stats.size <= most) return void 0;
  if (stats.isFile()) refuseTooLarge(stats.size, quote(path7), most);
  refuseSilent(path7, cwd);
  return readToEnd((0, import_node_fs8.createReadStream)(absolute), quote(path7), most);
}
var import_node_fs8, import_node_path10, largestNodeList, TooLarge;
var init_content = __esm({
  "server/src/cli/content.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_path10 = require("node:path");
    init_model();
    init_host();
    init_files();
    init_terminal();
    largestNodeList = 256 * 1024 * 1024;
    TooLarge = class extends CannotWork {
    };
  }
});

// server/src/cli/exit-status.ts
var exitStatus;
var init_exit_status = __esm({
  "server/src/cli/exit-status.ts"() {
    "use strict";
    exitStatus = { fine: 0, findings: 1, usage: 2, failed: 3 };
  }
});

// server/src/cli/globs.ts
async function withoutGlobs(paths, terminal) {
  const expanded = [];
  for (const path7 of paths) {
    const isFile2 = kindOf((0, import_node_path11.resolve)(terminal.cwd, path7)) !== "nothing";
    const matching = isFile2 || !isGlob(path7) ? [] : await filesMatching(path7, terminal);
    expanded.push(...matching.length > 0 ? matching : [path7]);
  }
  return expanded;
}
async function filesMatching(glob2, terminal) {
  if (globProblem(glob2) !== void 0) return [];
  const segments = (process.platform === "win32" ? glob2.replaceAll("\\", "/") : glob2).split("/");
  const first = segments.findIndex(isGlob);
  const root = (0, import_node_path11.resolve)(
    terminal.cwd,
    segments.slice(0, first).map((segment2) => `${segment2}/`).join("")
  );
  if (kindOf(root) !== "folder") return [];
  const matcher = new Globs("", [`/${segments.slice(first).join("/")}`]);
  const files = await new Listing(root, terminal).files();
  return files.filter((file) => matcher.match(`/${file}`)).sort().map((file) => shown((0, import_node_path11.join)(root, file), terminal));
}
var import_node_path11, isGlob;
var init_globs = __esm({
  "server/src/cli/globs.ts"() {
    "use strict";
    import_node_path11 = require("node:path");
    init_names2();
    init_files();
    init_listing();
    isGlob = (path7) => /[*?[{]/.test(path7);
  }
});

// server/src/cli/overwrite-file.ts
function overwriteFile(file, before, after) {
  const { name: name2 } = file;
  try {
    const target = targetOf(file);
    const flags = import_node_fs9.constants.O_RDWR | (import_node_fs9.constants.O_NOFOLLOW ?? 0) | (import_node_fs9.constants.O_NONBLOCK ?? 0);
    const descriptor2 = (0, import_node_fs9.openSync)(target, flags);
    try {
      if ((0, import_node_fs9.realpathSync)(target) !== target || !isAt(target, descriptor2)) throw changed(name2);
      if (!(0, import_node_fs9.readFileSync)(descriptor2).equals(before)) throw changed(name2);
      overwrite(descriptor2, Buffer.from(before), Buffer.from(after));
    } finally {
      (0, import_node_fs9.closeSync)(descriptor2);
    }
  } catch (thrown) {
    throw cannot(`write ${quote(name2)}`, thrown);
  }
}
function targetOf({ path: path7, name: name2, realPath }) {
  const target = (0, import_node_fs9.realpathSync)(path7);
  if (realPath !== void 0) {
    if (target !== realPath) throw changed(name2);
    return target;
  }
  const folder2 = (0, import_node_fs9.realpathSync)((0, import_node_path12.dirname)(path7));
  const isInside3 = target.startsWith(folder2.endsWith(import_node_path12.sep) ? folder2 : folder2 + import_node_path12.sep);
  if ((0, import_node_fs9.lstatSync)(path7).isSymbolicLink() && !isInside3) throw linkedOut(name2, target);
  return target;
}
function isAt(path7, descriptor2) {
  const [there, open2] = [(0, import_node_fs9.lstatSync)(path7, { bigint: true }), (0, import_node_fs9.fstatSync)(descriptor2, { bigint: true })];
  const isSame = (key) => there[key] === open2[key];
  return open2.isFile() && isSame("dev") && isSame("ino");
}
function overwrite(descriptor2, before, after) {
  const put = (bytes, position) => {
    for (let at = 0; at < bytes.length; ) at += (0, import_node_fs9.writeSync)(descriptor2, bytes, at, null, position + at);
  };
  const blanks = (count) => Buffer.alloc(Math.max(0, count), " ");
  try {
    put(blanks(after.length - before.length), before.length);
    put(Buffer.concat([after, blanks(before.length - after.length)]), 0);
  } catch (thrown) {
    put(before, 0);
    (0, import_node_fs9.ftruncateSync)(descriptor2, before.length);
    throw thrown;
  }
  (0, import_node_fs9.ftruncateSync)(descriptor2, after.length);
  (0, import_node_fs9.fsyncSync)(descriptor2);
}
function linkedOut(name2, target) {
  return new CannotWork(
    `cannot fix ${quote(name2)}: symbolic link out of its folder`,
    `name the file itself: ${quote(target)}`
  );
}
function changed(name2) {
  return new CannotWork(
    `cannot fix ${quote(name2)}: the file changed during the run`,
    "run the command again"
  );
}
var import_node_fs9, import_node_path12;
var init_overwrite_file = __esm({
  "server/src/cli/overwrite-file.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path12 = require("node:path");
    init_model();
    init_files();
    init_terminal();
  }
});

// server/src/cli/payloads.ts
function withGates(paths, called, terminal) {
  const gates = paths.flatMap((path7) => {
    const root = rootOfPayload((0, import_node_path13.resolve)(terminal.cwd, called(path7)));
    const gate = root === void 0 ? void 0 : (0, import_node_path13.join)(root, embeddedConfigPath);
    return gate !== void 0 && (0, import_node_fs10.existsSync)(gate) ? [shown(gate, terminal)] : [];
  });
  return [...paths, ...gates];
}
function payloadsBeside(configs, found2, terminal) {
  const beside = configs.flatMap((config2) => {
    const root = rootOfConfig((0, import_node_path13.resolve)(terminal.cwd, config2));
    return root === void 0 ? [] : [shown((0, import_node_path13.join)(root, payloadPath), terminal)];
  });
  return [.../* @__PURE__ */ new Set([...beside, ...found2])].sort();
}
var import_node_fs10, import_node_path13, Payloads;
var init_payloads = __esm({
  "server/src/cli/payloads.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path13 = require("node:path");
    init_model();
    init_names();
    init_checked_file();
    init_finding();
    init_host();
    init_content();
    init_layout();
    init_listing();
    init_terminal();
    Payloads = class {
      constructor(projects, baseline, terminal, nameOf2) {
        this.projects = projects;
        this.baseline = baseline;
        this.terminal = terminal;
        this.nameOf = nameOf2;
      }
      projects;
      baseline;
      terminal;
      nameOf;
      byRoot = /* @__PURE__ */ new Map();
      contents = /* @__PURE__ */ new Map();
      /** The checked configs by root; undefined if a config is not there any more. */
      configs = /* @__PURE__ */ new Map();
      /** What a config is checked with. Nothing in another layout, or beside a payload that cannot be read. */
      async beside(config2) {
        const root = rootOfConfig(this.absolute(config2));
        const compared = root === void 0 ? {} : await this.of(root).catch(asProblem);
        return compared instanceof CannotWork ? {} : compared;
      }
      /** The text of a payload that is not read from its file. */
      given(file, content) {
        this.contents.set(rootOfPayload(this.absolute(file)) ?? "", content);
      }
      checked(config2, analysis) {
        const root = rootOfConfig(this.absolute(config2));
        if (root !== void 0) this.configs.set(root, analysis);
      }
      /** The findings of a payload. Undefined if no lines of it are about hotfixes, unless it is named. */
      async reportOn(file, { isNamed, options: options2 }) {
        const root = rootOfPayload(this.absolute(file)) ?? "";
        const { payload, payloadBaseline } = await this.of(root);
        if (!payload && isNamed) await bytesOf(file, this.terminal, largestPayload);
        if (!payload) return void 0;
        const findings = checkPayload(payload, await this.configIn(root), {
          ...options2,
          baseline: await this.gateAtBaseline(root),
          payloadBaseline
        });
        const isUnused = !payload.isAboutHotfixes && findings.length === 0;
        return isUnused && !isNamed ? void 0 : { file, text: payload.text, findings };
      }
      of(root) {
        const known = this.byRoot.get(root) ?? this.read(root);
        this.byRoot.set(root, known);
        return known;
      }
      async read(root) {
        const { baseline } = this;
        const path7 = shown((0, import_node_path13.join)(root, payloadPath), this.terminal);
        const parsed2 = (bytes) => new Payload(decodeUtf8(bytes), this.nameOf(path7));
        const now = this.contents.get(root) ?? await this.projects.contentBelow(root, payloadPath, largestPayload);
        const before = await baseline?.contentOf(path7);
        const wasRemoved2 = before !== void 0 && !now && !await baseline?.isLeftOut(path7);
        return {
          payload: now ? parsed2(now) : wasRemoved2 ? parsed2(new Uint8Array()) : void 0,
          payloadBaseline: before && parsed2(before)
        };
      }
      async configIn(root) {
        if (this.configs.has(root)) return this.configs.get(root);
        const content = await this.projects.contentBelow(root, embeddedConfigPath, largestFile);
        return content && analysisOf(content);
      }
      /** Images get the config from this path only, also before it was moved. */
      async gateAtBaseline(root) {
        if (!this.baseline) return void 0;
        const content = await this.baseline.contentOf(shown((0, import_node_path13.join)(root, embeddedConfigPath), this.terminal));
        return content ? analysisOf(content).readings : noFile;
      }
      absolute(file) {
        return (0, import_node_path13.resolve)(this.terminal.cwd, file);
      }
    };
  }
});

// server/src/cli/progress.ts
var fewest, eraseLine, Progress;
var init_progress = __esm({
  "server/src/cli/progress.ts"() {
    "use strict";
    fewest = 500;
    eraseLine = "\r\x1B[2K";
    Progress = class {
      constructor(terminal, verb, total2) {
        this.terminal = terminal;
        this.verb = verb;
        this.total = total2;
        const watched = total2 >= fewest && terminal.isTerminal("err") && terminal.env["TERM"] !== "dumb";
        this.step = watched ? Math.ceil(total2 / 100) : Number.POSITIVE_INFINITY;
      }
      terminal;
      verb;
      total;
      step;
      isShown = false;
      /** Call before each file, counted from 0. */
      at(done) {
        if (done % this.step !== 0 || this.step > this.total) return;
        this.terminal.err(`${eraseLine}${this.verb} ${done} of ${this.total} configs`);
        this.isShown = true;
      }
      /** Call before any other output, and at the end. */
      erase() {
        if (this.isShown) this.terminal.err(eraseLine);
        this.isShown = false;
      }
    };
  }
});

// server/src/service/line-index.ts
var LineIndex;
var init_line_index = __esm({
  "server/src/service/line-index.ts"() {
    "use strict";
    init_model();
    LineIndex = class {
      starts;
      constructor(text) {
        this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found2) => found2.index + found2[0].length)];
      }
      range({ start, end }) {
        return { start: this.position(start), end: this.position(end) };
      }
      position(offset) {
        const line2 = firstIndex(this.starts, (start) => start > offset);
        return { line: line2, column: offset - (this.starts[line2 - 1] ?? 0) + 1 };
      }
    };
  }
});

// server/src/service/catalogue/agentbaker-records.ts
var agentBakerRecords;
var init_agentbaker_records = __esm({
  "server/src/service/catalogue/agentbaker-records.ts"() {
    "use strict";
    agentBakerRecords = [
      "vhdbuilder/release-notes",
      "pkg/agent/datamodel/linux_sig_version.json"
    ];
  }
});

// server/src/service/settings/expectation.ts
function expectation(issue3, found2) {
  switch (issue3.code) {
    case "invalid_type":
      return `must be ${article(issue3.expected)}, not ${found2}`;
    case "invalid_value":
      return `must be one of ${issue3.values.map(String).join(", ")}, not ${found2}`;
    case "too_small":
      return issue3.origin === "string" ? "must not be empty" : `must be at least ${issue3.minimum}, not ${found2}`;
    case "too_big":
      if (issue3.origin === "array") return `has more than ${issue3.maximum} items`;
      return issue3.origin === "string" ? `has more than ${issue3.maximum} characters` : `must be at most ${issue3.maximum}, not ${found2}`;
    default:
      return `is invalid: ${issue3.message}`;
  }
}
function article(type) {
  const name2 = { int: "whole number", record: "object", array: "list" }[type] ?? type;
  return /^[aeiou]/.test(name2) ? `an ${name2}` : `a ${name2}`;
}
var init_expectation = __esm({
  "server/src/service/settings/expectation.ts"() {
    "use strict";
  }
});

// server/src/service/settings/json-file.ts
function readJson(text, { schema, isLenient, unknownKey }) {
  if (nestingDepth(text) > deepestRecovery) {
    const message = `The file is nested more than ${deepestRecovery} levels deep.`;
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const errors = [];
  const root = parseTree2(text.replace(/^\uFEFF/, " "), errors, {
    disallowComments: !isLenient,
    allowTrailingComma: isLenient,
    allowEmptyContent: isLenient
  });
  const [first] = errors;
  if (first) return { problems: [syntaxProblem(text, first)] };
  if (!root) return { problems: [] };
  const parsed2 = parse4(schema, plain(root));
  if (!parsed2) {
    const message = "The file has too many problems to list. Compare it with its schema.";
    return { problems: [{ start: 0, end: Math.min(1, text.length), message }] };
  }
  const issues2 = parsed2.error?.issues ?? [];
  const found2 = [...repeatedKeys(root), ...issues2.flatMap((issue3) => problems(root, issue3, unknownKey))];
  if (parsed2.success && found2.length === 0) return { content: parsed2.data, problems: [] };
  return { problems: found2.sort((a, b) => a.start - b.start) };
}
function elementsOf(text, key) {
  return nodesOf(text, key).flatMap(
    (node) => node.type === "string" ? [{ ...rangeOf(node), value: String(node.value) }] : []
  );
}
function rangesOf(text, key) {
  return nodesOf(text, key).map(({ offset, length }) => ({ start: offset, end: offset + length }));
}
function nodesOf(text, key) {
  if (nestingDepth(text) > deepestRecovery) return [];
  const root = parseTree2(text.replace(/^\uFEFF/, " "), [], {
    allowTrailingComma: true,
    allowEmptyContent: true
  });
  const list2 = root && findNodeAtLocation2(root, [key]);
  return list2?.type === "array" ? list2.children ?? [] : [];
}
function parse4(schema, value) {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function syntaxProblem(text, { error, offset, length }) {
  const code = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  const excerpt2 = quote(text.slice(offset, offset + Math.max(1, length)) || "end of file");
  return { start: offset, end: offset + length, message: `Invalid JSON at ${excerpt2} (${code}).` };
}
function repeatedKeys(node) {
  const { type, children = [] } = node;
  const keys = type === "object" ? children.flatMap((pair) => pair.children?.[0] ?? []) : [];
  const first = keyNodesOf(node);
  const again = keys.filter((key) => first.get(key.value) !== key);
  return [
    ...again.map((key) => ({
      ...rangeOf(key),
      message: `Duplicate key ${quote(String(key.value))}. Merge the two.`
    })),
    ...children.flatMap(repeatedKeys)
  ];
}
function plain(node) {
  if (node.type === "array") return (node.children ?? []).map(plain);
  if (node.type !== "object") return node.value;
  const pairs = (node.children ?? []).map(({ children }) => [children?.[0]?.value, children?.[1]]);
  return Object.fromEntries(pairs.map(([key, value]) => [key, value && plain(value)]));
}
function problems(root, issue3, unknownKey) {
  const path7 = issue3.path.map((part) => typeof part === "symbol" ? String(part) : part);
  const found2 = findNodeAtLocation2(root, path7);
  const node = found2 ?? findNodeAtLocation2(root, path7.slice(0, -1)) ?? root;
  if (issue3.code === "unrecognized_keys") {
    const keyNodes = keyNodesOf(node);
    return issue3.keys.map((key) => ({
      ...rangeOf(keyNodes.get(key) ?? node),
      message: unknownKey(path7, key)
    }));
  }
  if (issue3.code === "invalid_union" && issue3.errors.length > 0) {
    const deepest = issue3.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return deepest.flatMap(
      (inner) => problems(root, { ...inner, path: [...issue3.path, ...inner.path] }, unknownKey)
    );
  }
  const where = path7.length > 0 ? quote(path7.join(".")) : "The file";
  const wrong = found2 ? expectation(issue3, shown2(found2)) : "is missing";
  return [{ ...rangeOf(node), message: `${where} ${wrong}.` }];
}
function depth(issues2) {
  return issues2.reduce(
    (most, { path: path7, code }) => Math.max(most, path7.length + (code === "custom" ? 1 : 0)),
    0
  );
}
function shown2(node) {
  return quote(node.type === "string" ? String(node.value) : JSON.stringify(plain(node)));
}
function keyNodesOf({ children = [] }) {
  return new Map(children.toReversed().map(({ children: pair }) => [pair?.[0]?.value, pair?.[0]]));
}
function rangeOf({ offset, length, type }) {
  const compound = type === "object" || type === "array";
  return { start: offset, end: offset + (compound ? 1 : length) };
}
var init_json_file = __esm({
  "server/src/service/settings/json-file.ts"() {
    "use strict";
    init_main();
    init_model();
    init_expectation();
  }
});

// server/src/service/settings/settings.ts
var configurableLevels, level, levelsSchema, bakedVersionText, bakedVersionSchema, bakedVersionList, bakedVersionsFileSchema, path2, mostPaths2, glob, shared, editorSettingsSchema, acceptedLoss, projectSettingsSchema;
var init_settings = __esm({
  "server/src/service/settings/settings.ts"() {
    "use strict";
    init_mini();
    init_glob();
    init_model();
    init_names();
    init_rules();
    init_agentbaker_records();
    configurableLevels = ["off", ...levels.toReversed()];
    level = _enum(configurableLevels);
    levelsSchema = strictObject(
      Object.fromEntries(
        rules.map((rule) => [
          rule.id,
          optional(level.check(describe2(`Flags ${rule.summary}. Default: ${rule.level}.`)))
        ])
      )
    );
    bakedVersionText = string2().check(
      refine(isVersion, {
        error: ({ input }) => `${quote(String(input))} is not a baked version such as "202604.01.0"`
      }),
      meta2({ pattern: versionPattern.source })
    );
    bakedVersionSchema = union([
      bakedVersionText,
      strictObject({
        version: bakedVersionText,
        images: optional(
          array(string2()).check(describe2('Images with this baked version, such as "AKSUbuntu/2204gen2containerd".'))
        ),
        released: optional(string2().check(describe2("Release date, YYYY-MM-DD."))),
        controller: optional(
          _enum(["none", "selfupdate", "patch-only", "map", "current"]).check(
            describe2(
              'Generation of the node controller in these images. Default: the recorded generation, otherwise "current".'
            )
          )
        )
      })
    ]);
    bakedVersionList = array(bakedVersionSchema);
    bakedVersionsFileSchema = union([
      bakedVersionList,
      strictObject({ $schema: optional(string2()), bakedVersions: bakedVersionList }),
      looseObject({ version: bakedVersionText })
    ]).check(
      meta2({
        title: "Baked versions",
        description: "Node controller versions that were built into images."
      })
    );
    path2 = string2().check(_minLength(1), _maxLength(1e3));
    mostPaths2 = _maxLength(100);
    glob = string2().check(
      _minLength(1),
      _maxLength(longestGlob),
      _regex(plainGlob, { error: `it has more than ${mostWildcards} of the characters * ? { [` }),
      refine((written) => problemOf(written) === void 0, {
        error: ({ input }) => problemOf(String(input))
      })
    );
    shared = {
      files: optional(
        array(glob).check(
          _maxLength(mostGlobs),
          describe2(
            "Globs of additional hotfix configs. Included without it: `aks-node-controller-hotfix.json` and `anc-hotfix-version.json`, and `*-hotfix.json`, `*.hotfix.json`, `hotfix.json` and `hotfixes.json` if their content looks like a config. A glob with a slash is relative to the folder. A glob without a slash matches file names."
          )
        )
      ),
      rules: optional(
        levelsSchema.check(
          describe2("Level of each rule. Levels change what is reported, never what nodes do.")
        )
      ),
      bakedVersions: optional(
        bakedVersionList.check(
          describe2(
            "Baked versions of images (YYYYMM.DD.PATCH), in addition to those recorded in the workspace."
          )
        )
      ),
      bundledRecord: optional(
        boolean2().check(
          describe2(
            "Use the bundled record of images for what the settings and the workspace do not define. Default: on."
          )
        )
      ),
      bakedVersionsFrom: optional(
        array(path2).check(
          mostPaths2,
          describe2(
            "Folders with release notes (`202604.01.0.txt`) and JSON files with baked versions. `REVISION:PATH`, such as `origin/main:vhdbuilder/release-notes`, reads them from git. Other paths are relative to the project file; in editor settings, to the workspace folder. Default: `vhdbuilder/release-notes` and `pkg/agent/datamodel/linux_sig_version.json`, as in the AgentBaker repository."
          ),
          meta2({ default: agentBakerRecords })
        )
      )
    };
    editorSettingsSchema = object({
      ...shared,
      inlayHints: optional(
        boolean2().check(
          describe2(
            "Show an inlay hint after each entry with the number of known baked versions it upgrades. Default: on."
          )
        )
      ),
      codeLens: optional(
        boolean2().check(
          describe2(
            "Show above `hotfixes` how many known baked versions upgrade, and how many lose a hotfix against HEAD. Default: on."
          )
        )
      )
    });
    acceptedLoss = strictObject({
      base: string2().check(
        refine(isBase, { error: ({ input }) => `${quote(String(input))} is not a base such as "202604.01"` }),
        meta2({ pattern: basePattern.source }),
        describe2('The base whose nodes lose a hotfix, such as "202604.01".')
      ),
      reason: string2().check(
        refine((reason) => reason.trim() !== "", {
          error: "it is empty; say why nodes of this base may lose their hotfix"
        }),
        _maxLength(1e3),
        meta2({ minLength: 1 }),
        describe2("Why nodes of this base may lose it.")
      )
    });
    projectSettingsSchema = strictObject({
      $schema: optional(string2()),
      ...shared,
      ignore: optional(
        array(glob).check(
          _maxLength(mostGlobs),
          describe2(
            "Globs of files that are not hotfix configs, whatever their name. A glob with a slash is relative to the folder. A glob without a slash matches file names."
          )
        )
      ),
      root: optional(
        boolean2().check(describe2("Ends the search for settings in the folders above, as each project file does."))
      ),
      supportWindowMonths: optional(
        int().check(_gte(1), _lte(120), describe2("Support window of an image in months. Default: 6."))
      ),
      acceptedLosses: optional(
        array(acceptedLoss).check(
          _maxLength(1e3),
          describe2(
            "Losses against a baseline that someone decided to accept. Their findings become information and quote the reason."
          )
        )
      )
    }).check(
      meta2({
        title: "Hotfix Config project settings",
        description: "Settings for every editor and the command line. They override the settings of an editor."
      })
    );
  }
});

// server/src/service/catalogue/baked-versions-file.ts
var baked_versions_file_exports = {};
__export(baked_versions_file_exports, {
  readBakedVersionsFile: () => readBakedVersionsFile
});
function readBakedVersionsFile(text) {
  const { content = [], problems: problems2 } = readJson(text, {
    schema: bakedVersionsFileSchema,
    isLenient: false,
    unknownKey: (_, key) => `Unknown property ${quote(key)} in a list of baked versions.`
  });
  if ("version" in content) return { listed: [content.version], isCurrentAlone: true, problems: problems2 };
  return { listed: "bakedVersions" in content ? content.bakedVersions : content, problems: problems2 };
}
var init_baked_versions_file = __esm({
  "server/src/service/catalogue/baked-versions-file.ts"() {
    "use strict";
    init_model();
    init_json_file();
    init_settings();
  }
});

// server/src/service/catalogue/discovery.ts
async function discover(host, root, paths, git3) {
  const found2 = await Promise.all(
    paths.map(async (path7) => withProblemIfEmpty(path7, await discoverAt(host, root, path7, git3)))
  );
  return {
    baked: found2.flatMap(({ baked }) => baked),
    problems: found2.flatMap(({ problems: problems2 }) => problems2)
  };
}
function withProblemIfEmpty(path7, found2) {
  const { baked, problems: problems2 } = found2;
  if (baked.length > 0 || problems2.length > 0 || agentBakerRecords.includes(path7)) return found2;
  return {
    baked,
    problems: [{ path: path7, message: `${quote(path7)} records no baked versions. Check the path.` }]
  };
}
function revisionIn(text) {
  const [, revision, path7] = atRevision.exec(text) ?? [];
  const isPath = isOutside(text) || /^\.{0,2}\//.test(text);
  return revision === void 0 || path7 === void 0 || isPath ? void 0 : { revision, path: path7 };
}
async function discoverAtRevision(git3, folder2, { revision, path: path7 }) {
  const parts2 = partsOf(path7);
  if (isOutside(path7)) return { baked: [], problem: "not a path from the root of the repository" };
  const found2 = await git3?.atRevision(folder2, revision, parts2.join("/"));
  if (!found2) return { baked: [], problem: "git may not be asked here" };
  if ("problem" in found2) return { baked: [], problem: found2.problem };
  const { files, content } = found2;
  if (files.length === 0) return { baked: [], problem: "no such path at this revision" };
  if (!content) return { baked: files.flatMap((file) => fromReleaseNotes(partsOf(file), parts2.length)) };
  const { baked, problem } = await readRecord(void 0, decodeUtf8(content));
  return problem ? { baked: [], problem: problem.message, position: problem } : { baked };
}
async function discoverAt(host, root, path7, git3) {
  const parts2 = partsOf(path7);
  const inGit = revisionIn(path7);
  if (inGit) {
    const { baked: baked2, problem: problem2, position } = await discoverAtRevision(git3, root, inGit);
    const message = position ? ignoredAt(path7, position, problem2) : `${quote(path7)} is ignored: ${problem2}.`;
    return { baked: baked2, problems: problem2 === void 0 ? [] : [{ path: path7, message }] };
  }
  if (isOutside(path7)) {
    const message = `${quote(path7)} is ignored: not a path below the folder, written with "/".`;
    return { baked: [], problems: [{ path: path7, message }] };
  }
  const uri = [root, ...parts2.map(encodedPath)].join("/");
  if (!path7.endsWith(".json")) {
    const files = await host.findFiles(uri, releaseNotesGlob, root);
    const baked2 = files.flatMap((file) => {
      const below = decoded3(restBelow(uri, file) ?? "").slice(1);
      return fromReleaseNotes([...parts2, ...below.split("/")], parts2.length, file);
    });
    return { baked: baked2, problems: [] };
  }
  const content = await host.readFile(uri, root);
  if (content === "outside") {
    const message = `${quote(path7)} is ignored: a symbolic link leads out of the folder.`;
    return { baked: [], problems: [{ path: path7, message }] };
  }
  if (!content) return { baked: [], problems: [] };
  const { baked, problem } = await readRecord(uri, decodeUtf8(content));
  if (!problem) return { baked, problems: [] };
  return { baked, problems: [{ path: path7, message: ignoredAt(path7, problem, problem.message) }] };
}
function ignoredAt(path7, { line: line2, column }, message = "") {
  return `${quote(path7)} is ignored. Line ${line2}, column ${column}: ${message}`;
}
function partsOf(path7) {
  return path7.split("/").filter((part) => part !== "" && part !== ".");
}
function isOutside(path7) {
  return path7.startsWith("/") || /^[A-Za-z]:|\\/.test(path7) || partsOf(path7).includes("..");
}
function fromReleaseNotes(path7, named, uri) {
  const version4 = releaseNotes.exec(path7.at(-1) ?? "")?.[1];
  const folders2 = path7.slice(0, -1);
  if (version4 === void 0 || !isVersion(version4) || folders2.includes("AKSWindows")) return [];
  const top = folders2.lastIndexOf("release-notes") + 1;
  const image = folders2.slice(top || named);
  return [
    {
      version: version4,
      images: image.length > 0 ? [image.join("/")] : [],
      records: uri === void 0 ? [] : [uri]
    }
  ];
}
function decoded3(uri) {
  try {
    return decodeURIComponent(uri);
  } catch {
    return "";
  }
}
async function readRecord(uri, text) {
  const { readBakedVersionsFile: readBakedVersionsFile2 } = await Promise.resolve().then(() => (init_baked_versions_file(), baked_versions_file_exports));
  const { listed: listed2, isCurrentAlone, problems: problems2 } = readBakedVersionsFile2(text);
  const [problem] = problems2;
  const baked = listed2.flatMap((setting) => fromSetting(setting, uri === void 0 ? [] : [uri])).map((one2) => isCurrentAlone ? { ...one2, isCurrentAlone } : one2);
  return problem ? { baked, problem: { ...new LineIndex(text).position(problem.start), message: problem.message } } : { baked };
}
function fromSetting(setting, records) {
  const { version: version4, images = [], controller } = typeof setting === "string" ? { version: setting } : setting;
  return isVersion(version4) ? [{ version: version4, images, records, ...controller && { generation: controller } }] : [];
}
var releaseNotes, releaseNotesGlob, atRevision;
var init_discovery = __esm({
  "server/src/service/catalogue/discovery.ts"() {
    "use strict";
    init_model();
    init_line_index();
    init_uri();
    init_agentbaker_records();
    releaseNotes = /^(\d{6}\.\d{2}\.\d+)\.txt$/;
    releaseNotesGlob = "**/[0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9].*.txt";
    atRevision = /^((?:[^:{]|\{[^}]*\})+):(.*)$/s;
  }
});

// server/src/service/message-of.ts
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
var init_message_of = __esm({
  "server/src/service/message-of.ts"() {
    "use strict";
  }
});

// server/src/service/settings/accepted-losses.ts
function lostBase(finding) {
  const { base: base2 } = finding.data;
  return lossRules.has(finding.ruleId) && !isAccepted(finding) && typeof base2 === "string" ? base2 : void 0;
}
function acceptedLossText(base2) {
  return `To accept the loss, add { "base": ${JSON.stringify(base2)}, "reason": "\u2026" } to "acceptedLosses" in ${projectFileName}`;
}
function unusedLosses({ text, acceptedLosses }, lost) {
  const ranges = rangesOf(text, "acceptedLosses");
  return acceptedLosses.flatMap(({ base: base2 }, i) => {
    const isRepeated = acceptedLosses.findIndex((loss) => loss.base === base2) < i;
    if (lost.has(base2) && !isRepeated) return [];
    const reason = isRepeated ? "has an earlier entry" : "lost no hotfix";
    return {
      ...ranges[i] ?? { start: 0, end: 0 },
      base: base2,
      why: `base ${quote(base2)} ${reason}, so nothing is accepted`
    };
  });
}
var init_accepted_losses = __esm({
  "server/src/service/settings/accepted-losses.ts"() {
    "use strict";
    init_model();
    init_names();
    init_formatting();
    init_losses();
    init_json_file();
  }
});

// server/src/service/settings/project.ts
var project_exports = {};
__export(project_exports, {
  linkedOutside: () => linkedOutside,
  readProjectFile: () => readProjectFile,
  recordProblemsIn: () => recordProblemsIn
});
function readProjectFile(text) {
  const { content = {}, problems: problems2 } = readJson(text, {
    schema: projectSettingsSchema,
    isLenient: true,
    unknownKey: ([first], key) => `Unknown ${first === "rules" ? "rule" : "setting"} ${quote(key)}.`
  });
  return {
    settings: content,
    problems: problems2.map((problem) => ({ ...problem, message: `${problem.message} ${notInForce}` }))
  };
}
function recordProblemsIn(text, problems2) {
  if (problems2.length === 0) return [];
  const messages = new Map(problems2.map(({ path: path7, message }) => [path7, message]));
  return elementsOf(text, "bakedVersionsFrom").flatMap(({ value, ...range }) => {
    const message = messages.get(value);
    return message === void 0 ? [] : [{ ...range, message }];
  });
}
var notInForce, linkedOutside;
var init_project = __esm({
  "server/src/service/settings/project.ts"() {
    "use strict";
    init_model();
    init_json_file();
    init_settings();
    notInForce = "All settings in this file are ignored until this is fixed.";
    linkedOutside = {
      settings: {},
      problems: [
        {
          start: 0,
          end: 0,
          message: `The file is a symbolic link out of its folder, which is not followed. Replace it with the settings. ${notInForce}`
        }
      ]
    };
  }
});

// server/src/service/settings/project-lookup.ts
var mostFolders2, ProjectLookup;
var init_project_lookup = __esm({
  "server/src/service/settings/project-lookup.ts"() {
    "use strict";
    init_model();
    init_names();
    init_uri();
    mostFolders2 = 1e4;
    ProjectLookup = class {
      constructor(host, system = host) {
        this.host = host;
        this.system = system;
      }
      host;
      system;
      byFolder = /* @__PURE__ */ new Map();
      forget() {
        this.byFolder.clear();
      }
      /** `folder` is a URI without a trailing slash. */
      async above(folder2) {
        return this.aboveFor(await this.system.foreignOwner?.(folder2), folder2);
      }
      aboveFor(owner, folder2) {
        const key = `${owner ?? ""} ${folder2}`;
        const known = this.byFolder.get(key) ?? this.search(owner, folder2);
        this.byFolder.delete(key);
        this.byFolder.set(key, known);
        const [oldest = key] = this.byFolder.keys();
        if (this.byFolder.size > mostFolders2) this.byFolder.delete(oldest);
        return known;
      }
      async search(owner, folder2) {
        const uri = `${folder2}/${projectFileName}`;
        const content = await this.host.readFile(uri, folder2);
        if (content && await this.isObeyed(uri, owner)) {
          const { linkedOutside: linkedOutside2, readProjectFile: readProjectFile2 } = await Promise.resolve().then(() => (init_project(), project_exports));
          if (content === "outside") return { uri, folder: folder2, text: "", ...linkedOutside2 };
          const text = decodeUtf8(content);
          return { uri, folder: folder2, text, ...readProjectFile2(text) };
        }
        if (await this.system.isRepository?.(folder2)) return void 0;
        const parent = parentFolder(folder2);
        return parent === void 0 ? void 0 : this.aboveFor(owner, parent);
      }
      async isObeyed(uri, owner) {
        const foreign = await this.system.foreignOwner?.(uri);
        if (foreign === void 0 || foreign === owner) return true;
        this.host.onForeign?.(uri);
        return false;
      }
    };
  }
});

// server/src/cli/git-revision.ts
async function revisionIn2(root, name2) {
  const sides = sidesOf(name2);
  const asked3 = await askAbout(root, sides);
  if (asked3 === void 0) return void 0;
  if (/^0+$/.test(name2) && name2.length >= 40) return nullHash;
  const { repository } = asked3;
  const commits = asked3.commits ?? await commitsOf(root, sides);
  const { tip, other } = commits;
  if (tip === void 0 && isHead(name2) && await isUnborn(root)) return { bases: [], tip: "" };
  if (tip === void 0) return missing(sides, sides.from, repository.isShallow);
  if (other === void 0) {
    if (!isHead(sides.to)) return missing(sides, sides.to, repository.isShallow);
    return { bases: [tip], tip, note: `HEAD has no commit yet; comparing with ${quote(sides.from)} itself` };
  }
  if (tip === other) return { bases: [tip], tip };
  const merged = isHead(sides.to) ? await mergedHeads(repository.mergeHead) : [];
  const known = merged.length === 0 ? commits.bases : void 0;
  const bases = known ?? await mergeBases(root, sides, [tip, other, ...merged]);
  return comparedWith(bases, { tip, other }, sides, repository);
}
async function exactRevision(root, name2) {
  const tip = await hashOf(root, `${name2}^{commit}`);
  if (tip !== void 0) return { bases: [tip], tip };
  return isHead(name2) && await isUnborn(root) ? { bases: [], tip: "" } : void 0;
}
function secondOf(name2) {
  const { isRange, to } = sidesOf(name2);
  return isRange && !name2.endsWith("...") ? to : void 0;
}
async function askAbout(root, { name: name2, from: from2, to }) {
  const about = ["--is-shallow-repository", "--git-path", "MERGE_HEAD", "--show-toplevel"];
  const range = `${from2}^{commit}...${to}^{commit}`;
  const asked3 = await git(root, "rev-parse", ...about, endOfOptions, range);
  if (/not a git repository/.test(asked3.err)) return void 0;
  const [isShallow2, mergeHead = "", ...rest] = line(asked3).split("\n");
  const end = rest.indexOf(endOfOptions);
  if (end < 0) throw because(`cannot find revision ${quote(name2)}`, whyNoAnswer(asked3));
  if ((0, import_node_fs11.realpathSync)(rest.slice(0, end).join("\n")) !== (0, import_node_fs11.realpathSync)(root)) return void 0;
  const repository = { root, isShallow: isShallow2 === "true", mergeHead: (0, import_node_path14.resolve)(root, mergeHead) };
  const [other, tip, ...bases] = rest.slice(end + 1).map((hash2) => hash2.replace("^", ""));
  const isAnswered = asked3.ok && asked3.err === "";
  return { repository, commits: isAnswered ? { tip, other, bases } : void 0 };
}
async function commitsOf(root, { from: from2, to }) {
  const tip = await hashOf(root, `${from2}^{commit}`);
  return { tip, other: from2 === to ? tip : await hashOf(root, `${to}^{commit}`) };
}
async function mergeBases(root, { from: from2, to }, commits) {
  const common = await git(root, "merge-base", "--all", ...commits);
  if (!common.ok && common.status !== 1)
    throw because(`cannot compare ${quote(from2)} and ${quote(to)}`, whyNoAnswer(common));
  return line(common).split("\n").filter((hash2) => hash2 !== "");
}
async function comparedWith(bases, { tip, other }, { from: from2, to }, { root, isShallow: isShallow2 }) {
  const [base2, ...others] = bases;
  const them = `${quote(from2)} and ${quote(to)}`;
  const itself = `comparing with ${quote(from2)} itself`;
  if (others.length > 0)
    return { bases, tip, note: `${them} have several merge bases; where these differ, ${itself}` };
  if (base2 !== void 0 || (await parentsOf2(root, other)).includes(tip))
    return { bases: [base2 ?? tip], tip };
  const cutOff = isShallow2 ? " in this shallow clone" : "";
  const note = `${them} have no merge base${cutOff}; ${itself}`;
  return { bases: [tip], tip, note, ...isShallow2 && { hint: unshallow } };
}
function sidesOf(name2) {
  const dots = name2.indexOf("...");
  if (dots < 0) return { name: name2, from: name2, to: "HEAD", isRange: false };
  return { name: name2, from: name2.slice(0, dots) || "HEAD", to: name2.slice(dots + 3) || "HEAD", isRange: true };
}
async function whatIsNext(root) {
  const shallow = await git(root, "rev-parse", "--is-shallow-repository");
  return shallow.ok && line(shallow) === "true" ? fetchMore : "check the name";
}
function missing({ name: name2, isRange }, side, isShallow2) {
  const why = isRange ? `unknown revision ${quote(side)}` : "";
  if (!isRange && name2.includes(".."))
    return {
      why: "a range of commits",
      next: `write ${quote(name2.replace("..", "..."))} for the merge base`,
      inRepository: true
    };
  return { why, next: isShallow2 ? fetchMore : "check the name", inRepository: true };
}
function isHead(name2) {
  return name2 === "HEAD" || name2 === "@";
}
async function hashOf(root, name2) {
  const found2 = await git(root, "rev-parse", "--verify", "--end-of-options", name2);
  if (lacksContent(found2.err)) throw because(`cannot find revision ${quote(name2)}`, lackedContent(found2.err));
  if (!found2.ok) return void 0;
  const [, ambiguous] = /refname '(.*)' is ambiguous/.exec(found2.err) ?? [];
  if (ambiguous !== void 0) await refuseAmbiguous(root, ambiguous);
  return line(found2);
}
async function refuseAmbiguous(root, name2) {
  if (isHead(name2) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name2)) return;
  const refs = ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map((prefix) => prefix + name2);
  const known = /* @__PURE__ */ new Map();
  for (const ref of [...refs, `refs/remotes/${name2}/HEAD`]) {
    const found2 = await git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
    if (found2.ok) known.set(ref, line(found2));
  }
  if (known.size > 1 && new Set(known.values()).size === 1) return;
  const full = [...known.keys()].map((ref) => quote(ref)).join(" or ");
  throw new WrongUsage(`ambiguous revision ${quote(name2)}`, `write ${full}`);
}
async function isUnborn(root) {
  const branch = await git(root, "symbolic-ref", "--quiet", "HEAD");
  return branch.ok && !(await git(root, "show-ref", "--verify", "--quiet", line(branch))).ok;
}
async function mergedHeads(file) {
  const text = await (0, import_promises2.readFile)(file, "utf8").catch(() => "");
  return text.split("\n").filter((hash2) => /^[0-9a-f]+$/.test(hash2));
}
async function parentsOf2(root, commit) {
  const raw = await git(root, "cat-file", "commit", commit);
  const [head2 = ""] = raw.out.toString("utf8").split("\n\n");
  return [...head2.matchAll(/^parent (\w+)$/gm)].flatMap(([, hash2 = ""]) => hash2);
}
var import_node_fs11, import_promises2, import_node_path14, endOfOptions, unshallow, fetchMore, nullHash;
var init_git_revision = __esm({
  "server/src/cli/git-revision.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_promises2 = require("node:fs/promises");
    import_node_path14 = require("node:path");
    init_model();
    init_git();
    init_git_problems();
    init_terminal();
    endOfOptions = "--end-of-options";
    unshallow = 'to get the whole history, run "git fetch --unshallow"';
    fetchMore = `this clone is shallow; ${unshallow}`;
    nullHash = {
      why: "the null hash of a new branch",
      next: "name the branch that it started from, such as origin/main",
      inRepository: true
    };
  }
});

// server/src/cli/git-records.ts
async function contentAt(root, revision, path7) {
  const tree = await hashOf(root, `${revision}^{tree}`);
  if (tree === void 0) return { problem: `no such revision in git; ${await whatIsNext(root)}` };
  const where = path7 === "" ? [] : ["--", path7];
  const found2 = await git(root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", tree, ...where);
  if (!found2.ok) return { problem: whyNoAnswer(found2).why };
  const files = found2.out.toString("utf8").split("\0").slice(0, -1);
  if (files[0] !== path7) return { files };
  const blob = await git(root, "cat-file", "blob", `${tree}:${path7}`);
  return blob.ok ? { files, content: blob.out } : { problem: whyNoAnswer(blob).why };
}
function rootOf(folder2) {
  return folder2.startsWith("file:") ? repositoryAbove((0, import_node_url2.fileURLToPath)(folder2)) : void 0;
}
function mayHaveTags(root) {
  const known = ["packed-refs", "reftable"].some((name2) => (0, import_node_fs12.existsSync)((0, import_node_path15.join)(root, ".git", name2)));
  if (known) return true;
  try {
    return (0, import_node_fs12.readdirSync)((0, import_node_path15.join)(root, ".git/refs/tags")).length > 0;
  } catch {
    return true;
  }
}
var import_node_fs12, import_node_path15, import_node_url2, gitRecords;
var init_git_records = __esm({
  "server/src/cli/git-records.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path15 = require("node:path");
    import_node_url2 = require("node:url");
    init_git();
    init_git_problems();
    init_git_revision();
    init_repositories();
    gitRecords = {
      async atRevision(folder2, revision, path7) {
        const root = rootOf(folder2);
        if (root === void 0) return { problem: "its folder is not in a git repository" };
        try {
          return await contentAt(root, revision, path7);
        } catch (thrown) {
          if (thrown instanceof Error) return { problem: thrown.message };
          throw thrown;
        }
      },
      async tags(folder2) {
        const root = rootOf(folder2);
        if (root === void 0 || !mayHaveTags(root)) return [];
        const tags = await git(root, "for-each-ref", "--format=%(refname:strip=2)", "refs/tags");
        return tags.ok ? line(tags).split("\n") : [];
      },
      async atHead(uri) {
        if (!uri.startsWith("file:")) return null;
        for (const { root, name: name2 } of repositoryPathsOf((0, import_node_url2.fileURLToPath)(uri))) {
          const blob = await git(root, "cat-file", "blob", `HEAD:${name2}`);
          if (blob.ok) return blob.out;
        }
        return null;
      }
    };
  }
});

// server/src/cli/records.ts
function atPosition(path7, { line: line2, column }, message) {
  return `${path7}:${line2}:${column}: ${message}`;
}
function uriOf(folder2) {
  return (0, import_node_url3.pathToFileURL)(folder2).toString().replace(/\/$/, "");
}
var import_node_path16, import_node_url3, Records;
var init_records = __esm({
  "server/src/cli/records.ts"() {
    "use strict";
    import_node_path16 = require("node:path");
    import_node_url3 = require("node:url");
    init_model();
    init_agentbaker_records();
    init_discovery();
    init_line_index();
    init_content();
    init_files();
    init_git_records();
    init_repositories();
    init_terminal();
    Records = class {
      constructor(host, terminal, bakedFrom) {
        this.host = host;
        this.terminal = terminal;
        this.bakedFrom = bakedFrom;
      }
      host;
      terminal;
      bakedFrom;
      recorded = /* @__PURE__ */ new Map();
      recordedAbove = /* @__PURE__ */ new Map();
      lazyListed;
      /** The baked versions in the files of `--baked-from`. */
      get listed() {
        this.lazyListed ??= Promise.all(this.bakedFrom.map((file) => this.record(file))).then(
          (all) => all.flat()
        );
        return this.lazyListed;
      }
      async record(file) {
        const inGit = isWrittenAsPath(file) ? void 0 : revisionIn(file);
        if (inGit && repositoryAbove(this.terminal.cwd) !== void 0) return this.recordInGit(file, inGit);
        const text = decodeUtf8(await bytesOf(file, this.terminal));
        const { baked, problem } = await readRecord((0, import_node_url3.pathToFileURL)(file).toString(), text);
        if (problem) throw new WrongUsage(atPosition(file, problem, problem.message));
        return baked;
      }
      async recordInGit(file, inGit) {
        const { baked, problem, position } = await discoverAtRevision(
          gitRecords,
          uriOf(this.terminal.cwd),
          inGit
        );
        if (problem !== void 0 && position) throw new WrongUsage(atPosition(file, position, problem));
        if (problem !== void 0)
          throw new CannotWork(
            `cannot read --baked-from ${quote(file)}: ${problem}`,
            `write "./${file}" for a file`
          );
        return baked;
      }
      /** The records of the project file, otherwise those in AgentBaker's layout in the nearest folder above. */
      nearestTo(folder2, project) {
        const paths = project?.settings.bakedVersionsFrom;
        return project && paths ? this.discovered(project.folder, paths, project) : this.nearest(folder2);
      }
      nearest(folder2) {
        const known = this.recordedAbove.get(folder2) ?? this.searchUpwards(folder2);
        this.recordedAbove.set(folder2, known);
        return known;
      }
      async searchUpwards(folder2) {
        const found2 = await this.discovered(uriOf(folder2), agentBakerRecords);
        const isLast = (0, import_node_path16.dirname)(folder2) === folder2 || await this.host.isRepository?.(uriOf(folder2));
        return found2.length > 0 || isLast ? found2 : this.nearest((0, import_node_path16.dirname)(folder2));
      }
      discovered(root, paths, project) {
        const key = JSON.stringify([root, paths]);
        const found2 = this.recorded.get(key) ?? this.discover(root, paths, project);
        this.recorded.set(key, found2);
        return found2;
      }
      /** Warns about a missing record: without it there are fewer findings. */
      async discover(root, paths, project) {
        const { baked, problems: problems2 } = await discover(this.host, root, paths, gitRecords);
        if (problems2.length === 0) return baked;
        if (!project) {
          for (const { message } of problems2) warn(this.terminal, `${(0, import_node_url3.fileURLToPath)(root)}: ${message}`);
          return baked;
        }
        const { recordProblemsIn: recordProblemsIn2 } = await Promise.resolve().then(() => (init_project(), project_exports));
        const lines = new LineIndex(project.text);
        for (const { start, message } of recordProblemsIn2(project.text, problems2))
          warn(this.terminal, atPosition((0, import_node_url3.fileURLToPath)(project.uri), lines.position(start), message));
        return baked;
      }
    };
  }
});

// server/src/rules/nearest-rule.ts
function nearestRule(id) {
  const known = rules.map((rule) => ({ id: rule.id, distance: distance(rule.id, id) }));
  const nearest = known.reduce((a, b) => b.distance < a.distance ? b : a);
  return nearest.distance <= 3 ? nearest.id : void 0;
}
var init_nearest_rule = __esm({
  "server/src/rules/nearest-rule.ts"() {
    "use strict";
    init_mod();
    init_rules();
  }
});

// server/src/cli/rules.ts
var rules_exports = {};
__export(rules_exports, {
  listRules: () => listRules,
  ruleNamed: () => ruleNamed
});
function listRules(id, { format: format2 }, { out }) {
  if (format2 === "json") {
    const listed2 = id === void 0 ? rules : [ruleNamed(id)];
    out(`${JSON.stringify(listed2.map(described), null, 2)}
`);
    return exitStatus.fine;
  }
  if (id === void 0) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    out(
      rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.level.padEnd(11)}  ${rule.summary}
`).join("")
    );
    return exitStatus.fine;
  }
  out(page(ruleNamed(id)));
  return exitStatus.fine;
}
function ruleNamed(id) {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const nearest = nearestRule(id);
  throw new WrongUsage(
    `unknown rule ${quote(id)}`,
    nearest !== void 0 ? `did you mean "${nearest}"?` : 'list the rules with "hotfix-config rules"'
  );
}
function described({ id, level: level2, summary, why, fix: fix2 }) {
  const { safe = null, onRequest = null } = fix2 ?? {};
  return { id, level: level2, summary, why, fix: { safe, onRequest } };
}
function page({ id, level: level2, summary, why, fix: fix2, examples }) {
  const fixes = [
    ...fix2?.safe ? [`Safe fix: ${fix2.safe}`] : [],
    ...fix2?.onRequest ? [`Fix on request: ${fix2.onRequest}`] : []
  ];
  const shown4 = examples.map(({ before, after }) => {
    return `${before.replace(/^\n/, "")}${after === void 0 ? "" : `

After the fix:
${after}`}`;
  });
  return `${[`${id} (${level2}): flags ${summary}.`, why, ...fixes, ...shown4].join("\n\n")}
`;
}
var init_rules2 = __esm({
  "server/src/cli/rules.ts"() {
    "use strict";
    init_model();
    init_rules();
    init_nearest_rule();
    init_exit_status();
    init_terminal();
  }
});

// server/src/cli/projects.ts
function fileOf(uri) {
  try {
    return (0, import_node_url4.fileURLToPath)(uri);
  } catch {
    return "";
  }
}
function excludedBy(globs, { cwd }) {
  for (const glob2 of globs) {
    const problem = globProblem(glob2);
    if (problem !== void 0) throw new WrongUsage(`invalid --exclude ${quote(glob2)}: ${problem}`);
  }
  return globs.length > 0 ? [new Globs(pathOf2(uriOf(cwd)), [], globs)] : [];
}
function levelsFrom(flags) {
  return Object.fromEntries(
    flags.map((flag) => {
      const [id = "", ...rest] = flag.split("=");
      const level2 = rest.join("=");
      ruleNamed(id);
      const known = [...levels, "off"].find((candidate) => candidate === level2);
      if (!known)
        throw new WrongUsage(
          `invalid level in --rule ${quote(flag)}`,
          `write ${id}=LEVEL; levels are off, ${levels.toReversed().join(", ")}`
        );
      return [id, known];
    })
  );
}
var import_node_fs13, import_node_path17, import_node_url4, Projects;
var init_projects = __esm({
  "server/src/cli/projects.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_node_path17 = require("node:path");
    import_node_url4 = require("node:url");
    init_model();
    init_names();
    init_rules();
    init_discovery();
    init_line_index();
    init_message_of();
    init_accepted_losses();
    init_names2();
    init_project_lookup();
    init_uri();
    init_content();
    init_files();
    init_git_records();
    init_records();
    init_repositories();
    init_rules2();
    init_terminal();
    Projects = class {
      constructor(outside, terminal, flags) {
        this.outside = outside;
        this.terminal = terminal;
        this.flags = flags;
        const searched = outside.remembering?.() ?? outside;
        this.host = {
          readFile: async (uri, within2, most) => {
            const path7 = fileOf(uri);
            if (!(0, import_node_fs13.existsSync)(path7)) return void 0;
            refuseTooLarge((0, import_node_fs13.statSync)(path7).size, quote(path7), most);
            const content = await outside.readFile(uri, within2, most);
            if (content === void 0) refuseUnreadable(path7);
            return content;
          },
          // Most folders have no release notes, and the search loads more code.
          findFiles: async (folder2, glob2, within2) => (0, import_node_fs13.existsSync)(fileOf(folder2)) ? searched.findFiles(folder2, glob2, within2) : [],
          ...outside.isRepository && { isRepository: outside.isRepository },
          ...outside.foreignOwner && { foreignOwner: outside.foreignOwner },
          onForeign: (uri) => {
            const path7 = fileOf(uri);
            warn(terminal, `${quote(path7)} is ignored: it belongs to another user`, "copy the file to use it");
          }
        };
        this.lookup = new ProjectLookup(this.host);
        this.records = new Records(this.host, terminal, flags.bakedFrom);
        this.excluded = excludedBy(flags.exclude ?? [], terminal);
      }
      outside;
      terminal;
      flags;
      host;
      lookup;
      published = /* @__PURE__ */ new Map();
      /** By folder as written: all configs in a folder have the same settings. */
      options = /* @__PURE__ */ new Map();
      /** The broken project files that were found, by path. */
      broken = /* @__PURE__ */ new Map();
      withLosses = /* @__PURE__ */ new Set();
      excluded;
      records;
      lazyBaked;
      /** Whether the project or a flag says that a file is not a config. */
      async isIgnored(path7) {
        return isIgnoredPath(pathOf2((0, import_node_url4.pathToFileURL)(path7).href), await this.globsFor(path7));
      }
      /** Whether the user left a file out of this run, so that it does not count as missing either. */
      isExcluded(path7) {
        return isIgnoredPath(pathOf2((0, import_node_url4.pathToFileURL)(path7).href), this.excluded);
      }
      /** The content of a file below a folder; undefined if it does not exist, or is linked to another folder. */
      async contentBelow(folder2, name2, most) {
        const root = uriOf(folder2);
        const content = await this.host.readFile(`${root}/${name2}`, root, most);
        return content === "outside" ? void 0 : content;
      }
      /** Rejects with `BrokenProject` if the project file of a config is broken. */
      async requireValid(path7) {
        await this.projectOf((0, import_node_path17.dirname)((0, import_node_path17.resolve)(this.terminal.cwd, path7)));
      }
      /** With a broken project file, only the built-in names count. */
      async globsFor(path7) {
        const project = await this.projectOf((0, import_node_path17.dirname)(path7)).catch((thrown) => {
          if (thrown instanceof BrokenProject) return void 0;
          throw thrown;
        });
        const { files = [], ignore = [] } = project?.settings ?? {};
        if (!project || files.length + ignore.length === 0) return this.excluded;
        return [...this.excluded, new Globs(pathOf2(project.folder), files, ignore)];
      }
      /** Rejects with `BrokenProject` if the project file is broken. */
      optionsFor(path7) {
        const folder2 = path7.slice(0, path7.lastIndexOf("/") + 1);
        const known = this.options.get(folder2) ?? this.optionsIn((0, import_node_path17.dirname)((0, import_node_path17.resolve)(this.terminal.cwd, path7)));
        this.options.set(folder2, known);
        return known;
      }
      /** The accepted losses of the project files that accept nothing. */
      unusedLosses(lost) {
        return [...this.withLosses].flatMap(({ uri, text, settings: { acceptedLosses = [] } }) => {
          const lines = new LineIndex(text);
          const unused = unusedLosses({ text, acceptedLosses }, lost.get(acceptedLosses) ?? /* @__PURE__ */ new Set());
          return unused.map(({ start, why }) => ({
            file: (0, import_node_url4.fileURLToPath)(uri),
            position: lines.position(start),
            why
          }));
        });
      }
      /** The baked versions to answer for: those of `--baked-from`, otherwise all known ones. */
      async knownFor(path7) {
        const catalogue = this.flags.bakedFrom.length > 0 ? new Catalogue(await this.records.listed) : await this.catalogueOf(path7);
        return catalogue.all.map(({ version: version4 }) => version4);
      }
      /** All known baked versions, for `explain`, which accepts any text as a baked version. */
      async catalogueOf(path7) {
        const folder2 = (0, import_node_path17.dirname)((0, import_node_path17.resolve)(this.terminal.cwd, path7));
        return this.catalogueFor(folder2, await this.projectOf(folder2), this.flags.baked.filter(isVersion));
      }
      /** The valid versions of `--baked`. Only `explain` accepts other texts. */
      get baked() {
        if (this.lazyBaked) return this.lazyBaked;
        this.lazyBaked = this.flags.baked.filter(isVersion);
        for (const wrong of this.flags.baked.filter((baked) => !isVersion(baked))) {
          warn(
            this.terminal,
            `--baked ${quote(wrong)} is ignored: not a version such as "202604.01.0"`,
            'only "hotfix-config explain" accepts any text'
          );
        }
        return this.lazyBaked;
      }
      async optionsIn(folder2) {
        const { rule, today } = this.flags;
        const levels3 = levelsFrom(rule);
        const published = this.publishedIn(folder2);
        const project = await this.projectOf(folder2);
        const catalogue = await this.catalogueFor(folder2, project);
        return {
          levels: { ...project?.settings.rules, ...levels3 },
          catalogue: catalogue.withTaken(await published),
          today: today ?? this.terminal.today,
          supportWindowMonths: project?.settings.supportWindowMonths,
          acceptedLosses: project?.settings.acceptedLosses
        };
      }
      async projectOf(folder2) {
        const project = await this.lookup.above(uriOf(folder2));
        const [problem] = project?.problems ?? [];
        if (project?.settings.acceptedLosses) this.withLosses.add(project);
        if (!project || !problem) return project;
        const position = new LineIndex(project.text).position(problem.start);
        const path7 = (0, import_node_url4.fileURLToPath)(project.uri);
        const broken = this.broken.get(path7) ?? new BrokenProject(atPosition(path7, position, problem.message));
        this.broken.set(path7, broken);
        throw broken;
      }
      async catalogueFor(folder2, project, named = this.baked) {
        const written = [
          ...(project?.settings.bakedVersions ?? []).flatMap((baked) => fromSetting(baked, [])),
          ...named.flatMap((baked) => fromSetting(baked, []))
        ];
        const records = [
          ...written,
          ...await this.records.listed,
          ...await this.records.nearestTo(folder2, project)
        ];
        const isOn = project?.settings.bundledRecord !== false;
        return new Catalogue(records, { bundled: isOn ? await this.bundledRecord() : void 0 });
      }
      async bundledRecord() {
        try {
          return await this.outside.bundledRecord?.();
        } catch (thrown) {
          throw new CannotWork(
            `cannot read the bundled record of images: ${messageOf(thrown)}`,
            `reinstall hotfix-config, or set "bundledRecord": false in ${projectFileName}`
          );
        }
      }
      /** The versions that the tags of a folder's repository publish. */
      publishedIn(folder2) {
        const root = repositoryAbove(folder2) ?? "";
        const known = this.published.get(root) ?? this.publishedBy(root);
        this.published.set(root, known);
        return known;
      }
      async publishedBy(root) {
        const tags = root === "" ? [] : await gitRecords.tags(uriOf(root));
        return tags.flatMap((tag) => publishedBy(tag) ?? []);
      }
    };
  }
});

// server/src/cli/standard-input.ts
function namesFor(paths, stdinFilename) {
  if (stdinFilename !== void 0 && !paths.includes("-"))
    throw new WrongUsage(
      `--stdin-filename ${quote(stdinFilename)} needs "-" as a path`,
      'add "-" to read standard input'
    );
  return (path7) => path7 === "-" ? stdinFilename ?? path7 : path7;
}
var init_standard_input = __esm({
  "server/src/cli/standard-input.ts"() {
    "use strict";
    init_model();
    init_terminal();
  }
});

// server/src/cli/uninterrupted.ts
async function uninterrupted(work) {
  let received;
  const onSignal = (signal) => {
    received = signals.find((known) => known === signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  try {
    work();
    await (0, import_promises3.setImmediate)();
    await (0, import_promises3.setImmediate)();
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    if (received !== void 0) endBy(received);
  }
}
function endBy(signal) {
  process.kill(process.pid, signal);
  return process.exit(128 + import_node_os3.constants.signals[signal]);
}
var import_node_os3, import_promises3, signals;
var init_uninterrupted = __esm({
  "server/src/cli/uninterrupted.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_promises3 = require("node:timers/promises");
    signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  }
});

// node_modules/diff/libesm/diff/base.js
var Diff;
var init_base = __esm({
  "node_modules/diff/libesm/diff/base.js"() {
    Diff = class {
      diff(oldStr, newStr, options2 = {}) {
        let callback;
        if (typeof options2 === "function") {
          callback = options2;
          options2 = {};
        } else if ("callback" in options2) {
          callback = options2.callback;
        }
        const oldString = this.castInput(oldStr, options2);
        const newString = this.castInput(newStr, options2);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options2));
        const newTokens = this.removeEmpty(this.tokenize(newString, options2));
        return this.diffWithOptionsObj(oldTokens, newTokens, options2, callback);
      }
      diffWithOptionsObj(oldTokens, newTokens, options2, callback) {
        var _a3;
        const done = (value) => {
          value = this.postProcess(value, options2);
          if (callback) {
            setTimeout(function() {
              callback(value);
            }, 0);
            return void 0;
          } else {
            return value;
          }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options2.maxEditLength != null) {
          maxEditLength = Math.min(maxEditLength, options2.maxEditLength);
        }
        const maxExecutionTime = (_a3 = options2.timeout) !== null && _a3 !== void 0 ? _a3 : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options2);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        const execEditLength = () => {
          for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
            let basePath;
            const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
            if (removePath) {
              bestPath[diagonalPath - 1] = void 0;
            }
            let canAdd = false;
            if (addPath) {
              const addPathNewPos = addPath.oldPos - diagonalPath;
              canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
            }
            const canRemove = removePath && removePath.oldPos + 1 < oldLen;
            if (!canAdd && !canRemove) {
              bestPath[diagonalPath] = void 0;
              continue;
            }
            if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
              basePath = this.addToPath(addPath, true, false, 0, options2);
            } else {
              basePath = this.addToPath(removePath, false, true, 1, options2);
            }
            newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options2);
            if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
              return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
            } else {
              bestPath[diagonalPath] = basePath;
              if (basePath.oldPos + 1 >= oldLen) {
                maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
              }
              if (newPos + 1 >= newLen) {
                minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
              }
            }
          }
          editLength++;
        };
        if (callback) {
          (function exec() {
            setTimeout(function() {
              if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                return callback(void 0);
              }
              if (!execEditLength()) {
                exec();
              }
            }, 0);
          })();
        } else {
          while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
            const ret = execEditLength();
            if (ret) {
              return ret;
            }
          }
        }
      }
      addToPath(path7, added, removed, oldPosInc, options2) {
        const last = path7.lastComponent;
        if (last && !options2.oneChangePerToken && last.added === added && last.removed === removed) {
          return {
            oldPos: path7.oldPos + oldPosInc,
            lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
          };
        } else {
          return {
            oldPos: path7.oldPos + oldPosInc,
            lastComponent: { count: 1, added, removed, previousComponent: last }
          };
        }
      }
      extractCommon(basePath, newTokens, oldTokens, diagonalPath, options2) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options2)) {
          newPos++;
          oldPos++;
          commonCount++;
          if (options2.oneChangePerToken) {
            basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
          }
        }
        if (commonCount && !options2.oneChangePerToken) {
          basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
      }
      equals(left, right, options2) {
        if (options2.comparator) {
          return options2.comparator(left, right);
        } else {
          return left === right || !!options2.ignoreCase && left.toLowerCase() === right.toLowerCase();
        }
      }
      removeEmpty(array2) {
        const ret = [];
        for (let i = 0; i < array2.length; i++) {
          if (array2[i]) {
            ret.push(array2[i]);
          }
        }
        return ret;
      }
      // eslint-disable-next-line @typescript-eslint/no-unused-vars
      castInput(value, options2) {
        return value;
      }
      // eslint-disable-next-line @typescript-eslint/no-unused-vars
      tokenize(value, options2) {
        return Array.from(value);
      }
      join(chars) {
        return chars.join("");
      }
      postProcess(changeObjects, options2) {
        return changeObjects;
      }
      get useLongestToken() {
        return false;
      }
      buildValues(lastComponent, newTokens, oldTokens) {
        const components = [];
        let nextComponent;
        while (lastComponent) {
          components.push(lastComponent);
          nextComponent = lastComponent.previousComponent;
          delete lastComponent.previousComponent;
          lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
          const component = components[componentPos];
          if (!component.removed) {
            if (!component.added && this.useLongestToken) {
              let value = newTokens.slice(newPos, newPos + component.count);
              value = value.map(function(value2, i) {
                const oldValue = oldTokens[oldPos + i];
                return oldValue.length > value2.length ? oldValue : value2;
              });
              component.value = this.join(value);
            } else {
              component.value = this.join(newTokens.slice(newPos, newPos + component.count));
            }
            newPos += component.count;
            if (!component.added) {
              oldPos += component.count;
            }
          } else {
            component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
            oldPos += component.count;
          }
        }
        return components;
      }
    };
  }
});

// node_modules/diff/libesm/diff/character.js
function diffChars(oldStr, newStr, options2) {
  return characterDiff.diff(oldStr, newStr, options2);
}
var CharacterDiff, characterDiff;
var init_character = __esm({
  "node_modules/diff/libesm/diff/character.js"() {
    init_base();
    CharacterDiff = class extends Diff {
    };
    characterDiff = new CharacterDiff();
  }
});

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
  let i;
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[i] != str2[i]) {
      return str1.slice(0, i);
    }
  }
  return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
  let i;
  if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) {
    return "";
  }
  for (i = 0; i < str1.length && i < str2.length; i++) {
    if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) {
      return str1.slice(-i);
    }
  }
  return str1.slice(-i);
}
function replacePrefix(string3, oldPrefix, newPrefix) {
  if (string3.slice(0, oldPrefix.length) != oldPrefix) {
    throw Error(`string ${JSON.stringify(string3)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
  }
  return newPrefix + string3.slice(oldPrefix.length);
}
function replaceSuffix(string3, oldSuffix, newSuffix) {
  if (!oldSuffix) {
    return string3 + newSuffix;
  }
  if (string3.slice(-oldSuffix.length) != oldSuffix) {
    throw Error(`string ${JSON.stringify(string3)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
  }
  return string3.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string3, oldPrefix) {
  return replacePrefix(string3, oldPrefix, "");
}
function removeSuffix(string3, oldSuffix) {
  return replaceSuffix(string3, oldSuffix, "");
}
function maximumOverlap(string1, string22) {
  return string22.slice(0, overlapCount(string1, string22));
}
function overlapCount(a, b) {
  let startA = 0;
  if (a.length > b.length) {
    startA = a.length - b.length;
  }
  let endB = b.length;
  if (a.length < b.length) {
    endB = a.length;
  }
  const map = Array(endB);
  let k = 0;
  map[0] = 0;
  for (let j = 1; j < endB; j++) {
    if (b[j] == b[k]) {
      map[j] = map[k];
    } else {
      map[j] = k;
    }
    while (k > 0 && b[j] != b[k]) {
      k = map[k];
    }
    if (b[j] == b[k]) {
      k++;
    }
  }
  k = 0;
  for (let i = startA; i < a.length; i++) {
    while (k > 0 && a[i] != b[k]) {
      k = map[k];
    }
    if (a[i] == b[k]) {
      k++;
    }
  }
  return k;
}
function hasOnlyWinLineEndings(string3) {
  return string3.includes("\r\n") && !string3.startsWith("\n") && !string3.match(/[^\r]\n/);
}
function hasOnlyUnixLineEndings(string3) {
  return !string3.includes("\r\n") && string3.includes("\n");
}
function segment(string3, segmenter) {
  const parts2 = [];
  for (const segmentObj of Array.from(segmenter.segment(string3))) {
    const segment2 = segmentObj.segment;
    if (parts2.length && /\s/.test(parts2[parts2.length - 1]) && /\s/.test(segment2)) {
      parts2[parts2.length - 1] += segment2;
    } else {
      parts2.push(segment2);
    }
  }
  return parts2;
}
function trailingWs(string3, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string3, segmenter)[1];
  }
  let i;
  for (i = string3.length - 1; i >= 0; i--) {
    if (!string3[i].match(/\s/)) {
      break;
    }
  }
  return string3.substring(i + 1);
}
function leadingWs(string3, segmenter) {
  if (segmenter) {
    return leadingAndTrailingWs(string3, segmenter)[0];
  }
  const match = string3.match(/^\s*/);
  return match ? match[0] : "";
}
function leadingAndTrailingWs(string3, segmenter) {
  if (!segmenter) {
    return [leadingWs(string3), trailingWs(string3)];
  }
  if (segmenter.resolvedOptions().granularity != "word") {
    throw new Error('The segmenter passed must have a granularity of "word"');
  }
  const segments = segment(string3, segmenter);
  const firstSeg = segments[0];
  const lastSeg = segments[segments.length - 1];
  const head2 = /\s/.test(firstSeg) ? firstSeg : "";
  const tail2 = /\s/.test(lastSeg) ? lastSeg : "";
  return [head2, tail2];
}
var init_string = __esm({
  "node_modules/diff/libesm/util/string.js"() {
  }
});

// node_modules/diff/libesm/diff/word.js
function diffWords(oldStr, newStr, options2) {
  if ((options2 === null || options2 === void 0 ? void 0 : options2.ignoreWhitespace) != null && !options2.ignoreWhitespace) {
    return diffWordsWithSpace(oldStr, newStr, options2);
  }
  return wordDiff.diff(oldStr, newStr, options2);
}
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
  if (deletion && insertion) {
    const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
    const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
    if (startKeep) {
      const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
      startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
      deletion.value = removePrefix(deletion.value, commonWsPrefix);
      insertion.value = removePrefix(insertion.value, commonWsPrefix);
    }
    if (endKeep) {
      const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
      endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
      deletion.value = removeSuffix(deletion.value, commonWsSuffix);
      insertion.value = removeSuffix(insertion.value, commonWsSuffix);
    }
  } else if (insertion) {
    if (startKeep) {
      const ws = leadingWs(insertion.value, segmenter);
      insertion.value = insertion.value.substring(ws.length);
    }
    if (endKeep) {
      const ws = leadingWs(endKeep.value, segmenter);
      endKeep.value = endKeep.value.substring(ws.length);
    }
  } else if (startKeep && endKeep) {
    const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
    const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
    deletion.value = removePrefix(deletion.value, newWsStart);
    const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
    deletion.value = removeSuffix(deletion.value, newWsEnd);
    endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
    startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
  } else if (endKeep) {
    const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
    const deletionWsSuffix = trailingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
    deletion.value = removeSuffix(deletion.value, overlap);
  } else if (startKeep) {
    const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
    const deletionWsPrefix = leadingWs(deletion.value, segmenter);
    const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
    deletion.value = removePrefix(deletion.value, overlap);
  }
}
function diffWordsWithSpace(oldStr, newStr, options2) {
  return wordsWithSpaceDiff.diff(oldStr, newStr, options2);
}
var extendedWordChars, tokenizeIncludingWhitespace, WordDiff, wordDiff, WordsWithSpaceDiff, wordsWithSpaceDiff;
var init_word = __esm({
  "node_modules/diff/libesm/diff/word.js"() {
    init_base();
    init_string();
    extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
    tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
    WordDiff = class extends Diff {
      equals(left, right, options2) {
        if (options2.ignoreCase) {
          left = left.toLowerCase();
          right = right.toLowerCase();
        }
        return left.trim() === right.trim();
      }
      tokenize(value, options2 = {}) {
        let parts2;
        if (options2.intlSegmenter) {
          const segmenter = options2.intlSegmenter;
          if (segmenter.resolvedOptions().granularity != "word") {
            throw new Error('The segmenter passed must have a granularity of "word"');
          }
          parts2 = segment(value, segmenter);
        } else {
          parts2 = value.match(tokenizeIncludingWhitespace) || [];
        }
        const tokens = [];
        let prevPart = null;
        parts2.forEach((part) => {
          if (/\s/.test(part)) {
            if (prevPart == null) {
              tokens.push(part);
            } else {
              tokens.push(tokens.pop() + part);
            }
          } else if (prevPart != null && /\s/.test(prevPart)) {
            if (tokens[tokens.length - 1] == prevPart) {
              tokens.push(tokens.pop() + part);
            } else {
              tokens.push(prevPart + part);
            }
          } else {
            tokens.push(part);
          }
          prevPart = part;
        });
        return tokens;
      }
      join(tokens) {
        return tokens.map((token, i) => {
          if (i == 0) {
            return token;
          } else {
            return token.replace(/^\s+/, "");
          }
        }).join("");
      }
      postProcess(changes2, options2) {
        if (!changes2 || options2.oneChangePerToken) {
          return changes2;
        }
        let lastKeep = null;
        let insertion = null;
        let deletion = null;
        changes2.forEach((change) => {
          if (change.added) {
            insertion = change;
          } else if (change.removed) {
            deletion = change;
          } else {
            if (insertion || deletion) {
              dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options2.intlSegmenter);
            }
            lastKeep = change;
            insertion = null;
            deletion = null;
          }
        });
        if (insertion || deletion) {
          dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options2.intlSegmenter);
        }
        return changes2;
      }
    };
    wordDiff = new WordDiff();
    WordsWithSpaceDiff = class extends Diff {
      tokenize(value) {
        const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
        return value.match(regex) || [];
      }
    };
    wordsWithSpaceDiff = new WordsWithSpaceDiff();
  }
});

// node_modules/diff/libesm/util/params.js
function generateOptions(options2, defaults) {
  if (typeof options2 === "function") {
    defaults.callback = options2;
  } else if (options2) {
    for (const name2 in options2) {
      if (Object.prototype.hasOwnProperty.call(options2, name2)) {
        defaults[name2] = options2[name2];
      }
    }
  }
  return defaults;
}
var init_params = __esm({
  "node_modules/diff/libesm/util/params.js"() {
  }
});

// node_modules/diff/libesm/diff/line.js
function diffLines(oldStr, newStr, options2) {
  return lineDiff.diff(oldStr, newStr, options2);
}
function diffTrimmedLines(oldStr, newStr, options2) {
  options2 = generateOptions(options2, { ignoreWhitespace: true });
  return lineDiff.diff(oldStr, newStr, options2);
}
function tokenize(value, options2) {
  if (options2.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line2 = linesAndNewlines[i];
    if (i % 2 && !options2.newlineIsToken) {
      retLines[retLines.length - 1] += line2;
    } else {
      retLines.push(line2);
    }
  }
  return retLines;
}
var LineDiff, lineDiff;
var init_line = __esm({
  "node_modules/diff/libesm/diff/line.js"() {
    init_base();
    init_params();
    LineDiff = class extends Diff {
      constructor() {
        super(...arguments);
        this.tokenize = tokenize;
      }
      equals(left, right, options2) {
        if (options2.ignoreWhitespace) {
          if (!options2.newlineIsToken || !left.includes("\n")) {
            left = left.trim();
          }
          if (!options2.newlineIsToken || !right.includes("\n")) {
            right = right.trim();
          }
        } else if (options2.ignoreNewlineAtEof && !options2.newlineIsToken) {
          if (left.endsWith("\n")) {
            left = left.slice(0, -1);
          }
          if (right.endsWith("\n")) {
            right = right.slice(0, -1);
          }
        }
        return super.equals(left, right, options2);
      }
    };
    lineDiff = new LineDiff();
  }
});

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
  return char == "." || char == "!" || char == "?";
}
function diffSentences(oldStr, newStr, options2) {
  return sentenceDiff.diff(oldStr, newStr, options2);
}
var SentenceDiff, sentenceDiff;
var init_sentence = __esm({
  "node_modules/diff/libesm/diff/sentence.js"() {
    init_base();
    SentenceDiff = class extends Diff {
      tokenize(value) {
        var _a3;
        const result = [];
        let tokenStartI = 0;
        for (let i = 0; i < value.length; i++) {
          if (i == value.length - 1) {
            result.push(value.slice(tokenStartI));
            break;
          }
          if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
            result.push(value.slice(tokenStartI, i + 1));
            i = tokenStartI = i + 1;
            while ((_a3 = value[i + 1]) === null || _a3 === void 0 ? void 0 : _a3.match(/\s/)) {
              i++;
            }
            result.push(value.slice(tokenStartI, i + 1));
            tokenStartI = i + 1;
          }
        }
        return result;
      }
    };
    sentenceDiff = new SentenceDiff();
  }
});

// node_modules/diff/libesm/diff/css.js
function diffCss(oldStr, newStr, options2) {
  return cssDiff.diff(oldStr, newStr, options2);
}
var CssDiff, cssDiff;
var init_css = __esm({
  "node_modules/diff/libesm/diff/css.js"() {
    init_base();
    CssDiff = class extends Diff {
      tokenize(value) {
        return value.split(/([{}:;,]|\s+)/);
      }
    };
    cssDiff = new CssDiff();
  }
});

// node_modules/diff/libesm/diff/json.js
function diffJson(oldStr, newStr, options2) {
  return jsonDiff.diff(oldStr, newStr, options2);
}
function canonicalize(obj, stack, replacementStack, replacer, key) {
  stack = stack || [];
  replacementStack = replacementStack || [];
  if (replacer) {
    obj = replacer(key === void 0 ? "" : key, obj);
  }
  let i;
  for (i = 0; i < stack.length; i += 1) {
    if (stack[i] === obj) {
      return replacementStack[i];
    }
  }
  let canonicalizedObj;
  if ("[object Array]" === Object.prototype.toString.call(obj)) {
    stack.push(obj);
    canonicalizedObj = new Array(obj.length);
    replacementStack.push(canonicalizedObj);
    for (i = 0; i < obj.length; i += 1) {
      canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
    }
    stack.pop();
    replacementStack.pop();
    return canonicalizedObj;
  }
  if (obj && obj.toJSON) {
    obj = obj.toJSON();
  }
  if (typeof obj === "object" && obj !== null) {
    stack.push(obj);
    canonicalizedObj = {};
    replacementStack.push(canonicalizedObj);
    const sortedKeys = [];
    let key2;
    for (key2 in obj) {
      if (Object.prototype.hasOwnProperty.call(obj, key2)) {
        sortedKeys.push(key2);
      }
    }
    sortedKeys.sort();
    for (i = 0; i < sortedKeys.length; i += 1) {
      key2 = sortedKeys[i];
      canonicalizedObj[key2] = canonicalize(obj[key2], stack, replacementStack, replacer, key2);
    }
    stack.pop();
    replacementStack.pop();
  } else {
    canonicalizedObj = obj;
  }
  return canonicalizedObj;
}
var JsonDiff, jsonDiff;
var init_json = __esm({
  "node_modules/diff/libesm/diff/json.js"() {
    init_base();
    init_line();
    JsonDiff = class extends Diff {
      constructor() {
        super(...arguments);
        this.tokenize = tokenize;
      }
      get useLongestToken() {
        return true;
      }
      castInput(value, options2) {
        const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options2;
        return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
      }
      equals(left, right, options2) {
        return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options2);
      }
    };
    jsonDiff = new JsonDiff();
  }
});

// node_modules/diff/libesm/diff/array.js
function diffArrays(oldArr, newArr, options2) {
  return arrayDiff.diff(oldArr, newArr, options2);
}
var ArrayDiff, arrayDiff;
var init_array = __esm({
  "node_modules/diff/libesm/diff/array.js"() {
    init_base();
    ArrayDiff = class extends Diff {
      tokenize(value) {
        return value.slice();
      }
      join(value) {
        return value;
      }
      removeEmpty(value) {
        return value;
      }
    };
    arrayDiff = new ArrayDiff();
  }
});

// node_modules/diff/libesm/patch/line-endings.js
function unixToWin(patch) {
  if (Array.isArray(patch)) {
    return patch.map((p) => unixToWin(p));
  }
  return Object.assign(Object.assign({}, patch), { hunks: patch.hunks.map((hunk) => Object.assign(Object.assign({}, hunk), { lines: hunk.lines.map((line2, i) => {
    var _a3;
    return line2.startsWith("\\") || line2.endsWith("\r") || ((_a3 = hunk.lines[i + 1]) === null || _a3 === void 0 ? void 0 : _a3.startsWith("\\")) ? line2 : line2 + "\r";
  }) })) });
}
function winToUnix(patch) {
  if (Array.isArray(patch)) {
    return patch.map((p) => winToUnix(p));
  }
  return Object.assign(Object.assign({}, patch), { hunks: patch.hunks.map((hunk) => Object.assign(Object.assign({}, hunk), { lines: hunk.lines.map((line2) => line2.endsWith("\r") ? line2.substring(0, line2.length - 1) : line2) })) });
}
function isUnix(patch) {
  if (!Array.isArray(patch)) {
    patch = [patch];
  }
  return !patch.some((index) => index.hunks.some((hunk) => hunk.lines.some((line2) => !line2.startsWith("\\") && line2.endsWith("\r"))));
}
function isWin(patch) {
  if (!Array.isArray(patch)) {
    patch = [patch];
  }
  return patch.some((index) => index.hunks.some((hunk) => hunk.lines.some((line2) => line2.endsWith("\r")))) && patch.every((index) => index.hunks.every((hunk) => hunk.lines.every((line2, i) => {
    var _a3;
    return line2.startsWith("\\") || line2.endsWith("\r") || ((_a3 = hunk.lines[i + 1]) === null || _a3 === void 0 ? void 0 : _a3.startsWith("\\"));
  })));
}
var init_line_endings = __esm({
  "node_modules/diff/libesm/patch/line-endings.js"() {
  }
});

// node_modules/diff/libesm/patch/parse.js
function parsePatch(uniDiff) {
  const diffstr = uniDiff.split(/\n/), list2 = [];
  let i = 0;
  function isGitDiffHeader(line2) {
    return /^diff --git /.test(line2);
  }
  function isDiffHeader(line2) {
    return isGitDiffHeader(line2) || /^Index:\s/.test(line2) || /^diff(?: -r \w+)+\s/.test(line2);
  }
  function isFileHeader(line2) {
    return /^(---|\+\+\+)\s/.test(line2);
  }
  function isHunkHeader(line2) {
    return /^@@\s/.test(line2);
  }
  function parseIndex() {
    var _a3;
    const index = {};
    index.hunks = [];
    list2.push(index);
    let seenDiffHeader = false;
    while (i < diffstr.length) {
      const line2 = diffstr[i];
      if (isFileHeader(line2) || isHunkHeader(line2)) {
        break;
      }
      if (isGitDiffHeader(line2)) {
        if (seenDiffHeader) {
          return;
        }
        seenDiffHeader = true;
        index.isGit = true;
        const paths = parseGitDiffHeader(line2);
        if (paths) {
          index.oldFileName = paths.oldFileName;
          index.newFileName = paths.newFileName;
        }
        i++;
        while (i < diffstr.length) {
          const extLine = diffstr[i];
          if (isFileHeader(extLine) || isHunkHeader(extLine) || isDiffHeader(extLine)) {
            break;
          }
          const renameFromMatch = /^rename from (.*)/.exec(extLine);
          if (renameFromMatch) {
            index.oldFileName = "a/" + unquoteIfQuoted(renameFromMatch[1]);
            index.isRename = true;
          }
          const renameToMatch = /^rename to (.*)/.exec(extLine);
          if (renameToMatch) {
            index.newFileName = "b/" + unquoteIfQuoted(renameToMatch[1]);
            index.isRename = true;
          }
          const copyFromMatch = /^copy from (.*)/.exec(extLine);
          if (copyFromMatch) {
            index.oldFileName = "a/" + unquoteIfQuoted(copyFromMatch[1]);
            index.isCopy = true;
          }
          const copyToMatch = /^copy to (.*)/.exec(extLine);
          if (copyToMatch) {
            index.newFileName = "b/" + unquoteIfQuoted(copyToMatch[1]);
            index.isCopy = true;
          }
          const newFileModeMatch = /^new file mode (\d+)/.exec(extLine);
          if (newFileModeMatch) {
            index.isCreate = true;
            index.newMode = newFileModeMatch[1];
          }
          const deletedFileModeMatch = /^deleted file mode (\d+)/.exec(extLine);
          if (deletedFileModeMatch) {
            index.isDelete = true;
            index.oldMode = deletedFileModeMatch[1];
          }
          const oldModeMatch = /^old mode (\d+)/.exec(extLine);
          if (oldModeMatch) {
            index.oldMode = oldModeMatch[1];
          }
          const newModeMatch = /^new mode (\d+)/.exec(extLine);
          if (newModeMatch) {
            index.newMode = newModeMatch[1];
          }
          if (/^Binary files /.test(extLine)) {
            index.isBinary = true;
          }
          i++;
        }
        continue;
      } else if (isDiffHeader(line2)) {
        if (seenDiffHeader) {
          return;
        }
        seenDiffHeader = true;
        const headerMatch = /^(?:Index:|diff(?: -r \w+)+)\s+/.exec(line2);
        if (headerMatch) {
          index.index = line2.substring(headerMatch[0].length).trim();
        }
      }
      i++;
    }
    parseFileHeader(index);
    parseFileHeader(index);
    if (index.oldFileName === void 0 !== (index.newFileName === void 0)) {
      throw new Error("Missing " + (index.oldFileName !== void 0 ? '"+++ ..."' : '"--- ..."') + " file header for " + ((_a3 = index.oldFileName) !== null && _a3 !== void 0 ? _a3 : index.newFileName));
    }
    while (i < diffstr.length) {
      const line2 = diffstr[i];
      if (isDiffHeader(line2) || isFileHeader(line2) || /^===================================================================/.test(line2)) {
        break;
      } else if (isHunkHeader(line2)) {
        index.hunks.push(parseHunk());
      } else {
        i++;
      }
    }
  }
  function parseGitDiffHeader(line2) {
    const rest = line2.substring("diff --git ".length);
    if (rest.startsWith('"')) {
      const oldPath = parseQuotedFileName(rest);
      if (oldPath === null) {
        return null;
      }
      const afterOld = rest.substring(oldPath.rawLength + 1);
      let newFileName;
      if (afterOld.startsWith('"')) {
        const newPath = parseQuotedFileName(afterOld);
        if (newPath === null) {
          return null;
        }
        newFileName = newPath.fileName;
      } else {
        newFileName = afterOld;
      }
      return {
        oldFileName: oldPath.fileName,
        newFileName
      };
    }
    const quoteIdx = rest.indexOf('"');
    if (quoteIdx > 0) {
      const oldFileName = rest.substring(0, quoteIdx - 1);
      const newPath = parseQuotedFileName(rest.substring(quoteIdx));
      if (newPath === null) {
        return null;
      }
      return {
        oldFileName,
        newFileName: newPath.fileName
      };
    }
    if (rest.startsWith("a/")) {
      const splits = [];
      let idx = 0;
      while (true) {
        idx = rest.indexOf(" b/", idx + 1);
        if (idx === -1) {
          break;
        }
        splits.push(idx);
      }
      if (splits.length > 0) {
        const mid = splits[Math.floor(splits.length / 2)];
        return {
          oldFileName: rest.substring(0, mid),
          newFileName: rest.substring(mid + 1)
        };
      }
    }
    return null;
  }
  function unquoteIfQuoted(s) {
    if (s.startsWith('"')) {
      const parsed2 = parseQuotedFileName(s);
      if (parsed2) {
        return parsed2.fileName;
      }
    }
    return s;
  }
  function parseQuotedFileName(s) {
    if (!s.startsWith('"')) {
      return null;
    }
    let result = "";
    let j = 1;
    while (j < s.length) {
      if (s[j] === '"') {
        return { fileName: result, rawLength: j + 1 };
      }
      if (s[j] === "\\" && j + 1 < s.length) {
        j++;
        switch (s[j]) {
          case "a":
            result += "\x07";
            break;
          case "b":
            result += "\b";
            break;
          case "f":
            result += "\f";
            break;
          case "n":
            result += "\n";
            break;
          case "r":
            result += "\r";
            break;
          case "t":
            result += "	";
            break;
          case "v":
            result += "\v";
            break;
          case "\\":
            result += "\\";
            break;
          case '"':
            result += '"';
            break;
          case "0":
          case "1":
          case "2":
          case "3":
          case "4":
          case "5":
          case "6":
          case "7": {
            if (j + 2 >= s.length || s[j + 1] < "0" || s[j + 1] > "7" || s[j + 2] < "0" || s[j + 2] > "7") {
              return null;
            }
            const bytes = [parseInt(s.substring(j, j + 3), 8)];
            j += 3;
            while (s[j] === "\\" && s[j + 1] >= "0" && s[j + 1] <= "7") {
              if (j + 3 >= s.length || s[j + 2] < "0" || s[j + 2] > "7" || s[j + 3] < "0" || s[j + 3] > "7") {
                return null;
              }
              bytes.push(parseInt(s.substring(j + 1, j + 4), 8));
              j += 4;
            }
            result += new TextDecoder("utf-8").decode(new Uint8Array(bytes));
            continue;
          }
          // Note that in C, there are also three kinds of hex escape sequences:
          // - \xhh
          // - \uhhhh
          // - \Uhhhhhhhh
          // We do not bother to parse them here because, so far as we know,
          // they are never emitted by any tools that generate unified diff
          // format diffs, and so for now jsdiff does not consider them legal.
          default:
            return null;
        }
      } else {
        result += s[j];
      }
      j++;
    }
    return null;
  }
  function parseFileHeader(index) {
    const fileHeaderMatch = /^(---|\+\+\+)\s+/.exec(diffstr[i]);
    if (fileHeaderMatch) {
      const prefix = fileHeaderMatch[1], data3 = diffstr[i].substring(3).trim().split("	", 2), header = (data3[1] || "").trim();
      let fileName = data3[0];
      if (fileName.startsWith('"')) {
        fileName = unquoteIfQuoted(fileName);
      } else {
        fileName = fileName.replace(/\\\\/g, "\\");
      }
      if (prefix === "---") {
        index.oldFileName = fileName;
        index.oldHeader = header;
      } else {
        index.newFileName = fileName;
        index.newHeader = header;
      }
      i++;
    }
  }
  function parseHunk() {
    var _a3;
    const chunkHeaderIndex = i, chunkHeaderLine = diffstr[i++], chunkHeader = chunkHeaderLine.split(/@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/);
    const hunk = {
      oldStart: +chunkHeader[1],
      oldLines: typeof chunkHeader[2] === "undefined" ? 1 : +chunkHeader[2],
      newStart: +chunkHeader[3],
      newLines: typeof chunkHeader[4] === "undefined" ? 1 : +chunkHeader[4],
      lines: []
    };
    if (hunk.oldLines === 0) {
      hunk.oldStart += 1;
    }
    if (hunk.newLines === 0) {
      hunk.newStart += 1;
    }
    let addCount = 0, removeCount = 0;
    for (; i < diffstr.length && (removeCount < hunk.oldLines || addCount < hunk.newLines || ((_a3 = diffstr[i]) === null || _a3 === void 0 ? void 0 : _a3.startsWith("\\"))); i++) {
      const operation = diffstr[i].length == 0 && i != diffstr.length - 1 ? " " : diffstr[i][0];
      if (operation === "+" || operation === "-" || operation === " " || operation === "\\") {
        hunk.lines.push(diffstr[i]);
        if (operation === "+") {
          addCount++;
        } else if (operation === "-") {
          removeCount++;
        } else if (operation === " ") {
          addCount++;
          removeCount++;
        }
      } else {
        throw new Error(`Hunk at line ${chunkHeaderIndex + 1} contained invalid line ${diffstr[i]}`);
      }
    }
    if (!addCount && hunk.newLines === 1) {
      hunk.newLines = 0;
    }
    if (!removeCount && hunk.oldLines === 1) {
      hunk.oldLines = 0;
    }
    if (addCount !== hunk.newLines) {
      throw new Error("Added line count did not match for hunk at line " + (chunkHeaderIndex + 1));
    }
    if (removeCount !== hunk.oldLines) {
      throw new Error("Removed line count did not match for hunk at line " + (chunkHeaderIndex + 1));
    }
    if (i < diffstr.length && diffstr[i] && /^[+ -]/.test(diffstr[i]) && !isFileHeader(diffstr[i])) {
      throw new Error("Hunk at line " + (chunkHeaderIndex + 1) + " has more lines than expected (expected " + hunk.oldLines + " old lines and " + hunk.newLines + " new lines)");
    }
    return hunk;
  }
  while (i < diffstr.length) {
    parseIndex();
  }
  return list2;
}
var init_parse3 = __esm({
  "node_modules/diff/libesm/patch/parse.js"() {
  }
});

// node_modules/diff/libesm/util/distance-iterator.js
function distance_iterator_default(start, minLine, maxLine) {
  let wantForward = true, backwardExhausted = false, forwardExhausted = false, localOffset = 1;
  return function iterator() {
    if (wantForward && !forwardExhausted) {
      if (backwardExhausted) {
        localOffset++;
      } else {
        wantForward = false;
      }
      if (start + localOffset <= maxLine) {
        return start + localOffset;
      }
      forwardExhausted = true;
    }
    if (!backwardExhausted) {
      if (!forwardExhausted) {
        wantForward = true;
      }
      if (minLine <= start - localOffset) {
        return start - localOffset++;
      }
      backwardExhausted = true;
      return iterator();
    }
    return void 0;
  };
}
var init_distance_iterator = __esm({
  "node_modules/diff/libesm/util/distance-iterator.js"() {
  }
});

// node_modules/diff/libesm/patch/apply.js
function applyPatch(source, patch, options2 = {}) {
  let patches;
  if (typeof patch === "string") {
    patches = parsePatch(patch);
  } else if (Array.isArray(patch)) {
    patches = patch;
  } else {
    patches = [patch];
  }
  if (patches.length > 1) {
    throw new Error("applyPatch only works with a single input.");
  }
  return applyStructuredPatch(source, patches[0], options2);
}
function applyStructuredPatch(source, patch, options2 = {}) {
  if (options2.autoConvertLineEndings || options2.autoConvertLineEndings == null) {
    if (hasOnlyWinLineEndings(source) && isUnix(patch)) {
      patch = unixToWin(patch);
    } else if (hasOnlyUnixLineEndings(source) && isWin(patch)) {
      patch = winToUnix(patch);
    }
  }
  const lines = source.split("\n"), hunks = patch.hunks, compareLine = options2.compareLine || ((lineNumber, line2, operation, patchContent) => line2 === patchContent), fuzzFactor = options2.fuzzFactor || 0;
  let minLine = 0;
  if (fuzzFactor < 0 || !Number.isInteger(fuzzFactor)) {
    throw new Error("fuzzFactor must be a non-negative integer");
  }
  if (!hunks.length) {
    return source;
  }
  let prevLine = "", removeEOFNL = false, addEOFNL = false;
  for (let i = 0; i < hunks[hunks.length - 1].lines.length; i++) {
    const line2 = hunks[hunks.length - 1].lines[i];
    if (line2[0] == "\\") {
      if (prevLine[0] == "+") {
        removeEOFNL = true;
      } else if (prevLine[0] == "-") {
        addEOFNL = true;
      }
    }
    prevLine = line2;
  }
  if (removeEOFNL) {
    if (addEOFNL) {
      if (!fuzzFactor && lines[lines.length - 1] == "") {
        return false;
      }
    } else if (lines[lines.length - 1] == "") {
      lines.pop();
    } else if (!fuzzFactor) {
      return false;
    }
  } else if (addEOFNL) {
    if (lines[lines.length - 1] != "") {
      lines.push("");
    } else if (!fuzzFactor) {
      return false;
    }
  }
  function applyHunk(hunkLines, toPos, maxErrors, hunkLinesI = 0, lastContextLineMatched = true, patchedLines = [], patchedLinesLength = 0) {
    let nConsecutiveOldContextLines = 0;
    let nextContextLineMustMatch = false;
    for (; hunkLinesI < hunkLines.length; hunkLinesI++) {
      const hunkLine = hunkLines[hunkLinesI], operation = hunkLine.length > 0 ? hunkLine[0] : " ", content = hunkLine.length > 0 ? hunkLine.substr(1) : hunkLine;
      if (operation === "-") {
        if (compareLine(toPos + 1, lines[toPos], operation, content)) {
          toPos++;
          nConsecutiveOldContextLines = 0;
        } else {
          if (!maxErrors || lines[toPos] == null) {
            return null;
          }
          patchedLines[patchedLinesLength] = lines[toPos];
          return applyHunk(hunkLines, toPos + 1, maxErrors - 1, hunkLinesI, false, patchedLines, patchedLinesLength + 1);
        }
      }
      if (operation === "+") {
        if (!lastContextLineMatched) {
          return null;
        }
        patchedLines[patchedLinesLength] = content;
        patchedLinesLength++;
        nConsecutiveOldContextLines = 0;
        nextContextLineMustMatch = true;
      }
      if (operation === " ") {
        nConsecutiveOldContextLines++;
        patchedLines[patchedLinesLength] = lines[toPos];
        if (compareLine(toPos + 1, lines[toPos], operation, content)) {
          patchedLinesLength++;
          lastContextLineMatched = true;
          nextContextLineMustMatch = false;
          toPos++;
        } else {
          if (nextContextLineMustMatch || !maxErrors) {
            return null;
          }
          return lines[toPos] && (applyHunk(hunkLines, toPos + 1, maxErrors - 1, hunkLinesI + 1, false, patchedLines, patchedLinesLength + 1) || applyHunk(hunkLines, toPos + 1, maxErrors - 1, hunkLinesI, false, patchedLines, patchedLinesLength + 1)) || applyHunk(hunkLines, toPos, maxErrors - 1, hunkLinesI + 1, false, patchedLines, patchedLinesLength);
        }
      }
    }
    patchedLinesLength -= nConsecutiveOldContextLines;
    toPos -= nConsecutiveOldContextLines;
    patchedLines.length = patchedLinesLength;
    return {
      patchedLines,
      oldLineLastI: toPos - 1
    };
  }
  const resultLines = [];
  let prevHunkOffset = 0;
  for (let i = 0; i < hunks.length; i++) {
    const hunk = hunks[i];
    let hunkResult;
    const maxLine = lines.length - hunk.oldLines + fuzzFactor;
    let toPos;
    for (let maxErrors = 0; maxErrors <= fuzzFactor; maxErrors++) {
      toPos = hunk.oldStart + prevHunkOffset - 1;
      const iterator = distance_iterator_default(toPos, minLine, maxLine);
      for (; toPos !== void 0; toPos = iterator()) {
        hunkResult = applyHunk(hunk.lines, toPos, maxErrors);
        if (hunkResult) {
          break;
        }
      }
      if (hunkResult) {
        break;
      }
    }
    if (!hunkResult) {
      return false;
    }
    for (let i2 = minLine; i2 < toPos; i2++) {
      resultLines.push(lines[i2]);
    }
    for (let i2 = 0; i2 < hunkResult.patchedLines.length; i2++) {
      const line2 = hunkResult.patchedLines[i2];
      resultLines.push(line2);
    }
    minLine = hunkResult.oldLineLastI + 1;
    prevHunkOffset = toPos + 1 - hunk.oldStart;
  }
  for (let i = minLine; i < lines.length; i++) {
    resultLines.push(lines[i]);
  }
  return resultLines.join("\n");
}
function applyPatches(uniDiff, options2) {
  const spDiff = typeof uniDiff === "string" ? parsePatch(uniDiff) : uniDiff;
  let currentIndex = 0;
  function processIndex() {
    const index = spDiff[currentIndex++];
    if (!index) {
      return options2.complete();
    }
    options2.loadFile(index, function(err, data3) {
      if (err) {
        return options2.complete(err);
      }
      const updatedContent = applyPatch(data3, index, options2);
      options2.patched(index, updatedContent, function(err2) {
        if (err2) {
          return options2.complete(err2);
        }
        processIndex();
      });
    });
  }
  processIndex();
}
var init_apply = __esm({
  "node_modules/diff/libesm/patch/apply.js"() {
    init_string();
    init_line_endings();
    init_parse3();
    init_distance_iterator();
  }
});

// node_modules/diff/libesm/patch/reverse.js
function swapPrefix(fileName) {
  if (fileName === void 0 || fileName === "/dev/null") {
    return fileName;
  }
  if (fileName.startsWith("a/")) {
    return "b/" + fileName.slice(2);
  }
  if (fileName.startsWith("b/")) {
    return "a/" + fileName.slice(2);
  }
  return fileName;
}
function reversePatch(structuredPatch2) {
  if (Array.isArray(structuredPatch2)) {
    return structuredPatch2.map((patch) => reversePatch(patch)).reverse();
  }
  const reversed = Object.assign(Object.assign({}, structuredPatch2), { oldFileName: structuredPatch2.isGit ? swapPrefix(structuredPatch2.newFileName) : structuredPatch2.newFileName, oldHeader: structuredPatch2.newHeader, newFileName: structuredPatch2.isGit ? swapPrefix(structuredPatch2.oldFileName) : structuredPatch2.oldFileName, newHeader: structuredPatch2.oldHeader, oldMode: structuredPatch2.newMode, newMode: structuredPatch2.oldMode, isCreate: structuredPatch2.isDelete, isDelete: structuredPatch2.isCreate, hunks: structuredPatch2.hunks.map((hunk) => {
    return {
      oldLines: hunk.newLines,
      oldStart: hunk.newStart,
      newLines: hunk.oldLines,
      newStart: hunk.oldStart,
      lines: hunk.lines.map((l) => {
        if (l.startsWith("-")) {
          return `+${l.slice(1)}`;
        }
        if (l.startsWith("+")) {
          return `-${l.slice(1)}`;
        }
        return l;
      })
    };
  }) });
  if (structuredPatch2.isCopy) {
    reversed.newFileName = "/dev/null";
    reversed.newHeader = void 0;
    reversed.isDelete = true;
    delete reversed.isCreate;
    delete reversed.isCopy;
    delete reversed.isRename;
    reversed.hunks = [];
  }
  return reversed;
}
var init_reverse = __esm({
  "node_modules/diff/libesm/patch/reverse.js"() {
  }
});

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options2) {
  let optionsObj;
  if (!options2) {
    optionsObj = {};
  } else if (typeof options2 === "function") {
    optionsObj = { callback: options2 };
  } else {
    optionsObj = options2;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff2) => {
      const patch = diffLinesResultToPatch(diff2);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff2) {
    if (!diff2) {
      return;
    }
    diff2.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff2.length; i++) {
      const current2 = diff2[i], lines = current2.lines || splitLines(current2.value);
      current2.lines = lines;
      if (current2.added || current2.removed) {
        if (!oldRangeStart) {
          const prev = diff2[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line2 of lines) {
          curRange.push((current2.added ? "+" : "-") + line2);
        }
        if (current2.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff2.length - 2) {
            for (const line2 of contextLines(lines)) {
              curRange.push(line2);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line2 of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line2);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a3, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a3 = patch.oldMode) !== null && _a3 !== void 0 ? _a3 : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line2 of hunk.lines) {
      ret.push(line2);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options2) {
  if (typeof options2 === "function") {
    options2 = { callback: options2 };
  }
  if (!(options2 === null || options2 === void 0 ? void 0 : options2.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options2);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options2 === null || options2 === void 0 ? void 0 : options2.headerOptions);
  } else {
    const { callback } = options2;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options2), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options2.headerOptions));
      }
    } }));
  }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options2) {
  return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options2);
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line2) => line2 + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}
var INCLUDE_HEADERS, FILE_HEADERS_ONLY, OMIT_HEADERS;
var init_create = __esm({
  "node_modules/diff/libesm/patch/create.js"() {
    init_line();
    INCLUDE_HEADERS = {
      includeIndex: true,
      includeUnderline: true,
      includeFileHeaders: true
    };
    FILE_HEADERS_ONLY = {
      includeIndex: false,
      includeUnderline: false,
      includeFileHeaders: true
    };
    OMIT_HEADERS = {
      includeIndex: false,
      includeUnderline: false,
      includeFileHeaders: false
    };
  }
});

// node_modules/diff/libesm/convert/dmp.js
function convertChangesToDMP(changes2) {
  const ret = [];
  let change, operation;
  for (let i = 0; i < changes2.length; i++) {
    change = changes2[i];
    if (change.added) {
      operation = 1;
    } else if (change.removed) {
      operation = -1;
    } else {
      operation = 0;
    }
    ret.push([operation, change.value]);
  }
  return ret;
}
var init_dmp = __esm({
  "node_modules/diff/libesm/convert/dmp.js"() {
  }
});

// node_modules/diff/libesm/convert/xml.js
function convertChangesToXML(changes2) {
  const ret = [];
  for (let i = 0; i < changes2.length; i++) {
    const change = changes2[i];
    if (change.added) {
      ret.push("<ins>");
    } else if (change.removed) {
      ret.push("<del>");
    }
    ret.push(escapeHTML(change.value));
    if (change.added) {
      ret.push("</ins>");
    } else if (change.removed) {
      ret.push("</del>");
    }
  }
  return ret.join("");
}
function escapeHTML(s) {
  let n = s;
  n = n.replace(/&/g, "&amp;");
  n = n.replace(/</g, "&lt;");
  n = n.replace(/>/g, "&gt;");
  n = n.replace(/"/g, "&quot;");
  return n;
}
var init_xml = __esm({
  "node_modules/diff/libesm/convert/xml.js"() {
  }
});

// node_modules/diff/libesm/index.js
var libesm_exports = {};
__export(libesm_exports, {
  Diff: () => Diff,
  FILE_HEADERS_ONLY: () => FILE_HEADERS_ONLY,
  INCLUDE_HEADERS: () => INCLUDE_HEADERS,
  OMIT_HEADERS: () => OMIT_HEADERS,
  applyPatch: () => applyPatch,
  applyPatches: () => applyPatches,
  arrayDiff: () => arrayDiff,
  canonicalize: () => canonicalize,
  characterDiff: () => characterDiff,
  convertChangesToDMP: () => convertChangesToDMP,
  convertChangesToXML: () => convertChangesToXML,
  createPatch: () => createPatch,
  createTwoFilesPatch: () => createTwoFilesPatch,
  cssDiff: () => cssDiff,
  diffArrays: () => diffArrays,
  diffChars: () => diffChars,
  diffCss: () => diffCss,
  diffJson: () => diffJson,
  diffLines: () => diffLines,
  diffSentences: () => diffSentences,
  diffTrimmedLines: () => diffTrimmedLines,
  diffWords: () => diffWords,
  diffWordsWithSpace: () => diffWordsWithSpace,
  formatPatch: () => formatPatch,
  jsonDiff: () => jsonDiff,
  lineDiff: () => lineDiff,
  parsePatch: () => parsePatch,
  reversePatch: () => reversePatch,
  sentenceDiff: () => sentenceDiff,
  structuredPatch: () => structuredPatch,
  wordDiff: () => wordDiff,
  wordsWithSpaceDiff: () => wordsWithSpaceDiff
});
var init_libesm = __esm({
  "node_modules/diff/libesm/index.js"() {
    init_base();
    init_character();
    init_word();
    init_line();
    init_sentence();
    init_css();
    init_json();
    init_array();
    init_apply();
    init_parse3();
    init_reverse();
    init_create();
    init_dmp();
    init_xml();
  }
});

// server/src/cli/fix.ts
var fix_exports = {};
__export(fix_exports, {
  fix: () => fix,
  fixBefore: () => fixBefore
});
async function fix(written, flags, terminal, host) {
  const paths = await withoutGlobs(written, terminal);
  const called = namesFor(paths, flags.stdinFilename);
  if (!flags.check && !flags.diff) refuseBesideInput(paths);
  for (const id of rulesToFix(flags))
    if (!ruleNamed(id).fix)
      throw new WrongUsage(`rule ${quote(id)} has no fix`, `run "hotfix-config rules ${id}"`);
  const rule = flags.rule.filter((flag) => flag.includes("="));
  const projects = new Projects(host, terminal, { ...flags, rule });
  const { paths: configs, listed: listed2, unread: unread2 } = await findConfigs(paths, terminal, projects);
  for (const problem of projects.broken.values()) reportProblem(terminal, problem);
  for (const { problem } of unread2) reportProblem(terminal, problem);
  if (configs.length === 0 && projects.broken.size === 0)
    warn(terminal, "no config found, nothing to fix", howToName);
  const payloads = new Payloads(projects, void 0, terminal, (file) => file);
  const progress = new Progress(terminal, "fixed", configs.length);
  let complete2 = unread2.length === 0;
  let changed2 = 0;
  const left = new Summary();
  for (const [i, path7] of configs.entries()) {
    progress.at(i);
    const settled = await projects.optionsFor(called(path7)).catch(asBroken);
    if (settled instanceof BrokenProject) continue;
    const options2 = { ...settled, ...await payloads.beside(called(path7)) };
    const file = { path: (0, import_node_path18.resolve)(terminal.cwd, path7), name: path7, realPath: listed2.get(path7) };
    const isOurs2 = await isCertain(called(path7), listed2.has(path7), terminal, projects);
    const done = await fixFile(file, called(path7), isOurs2, flags, options2, terminal, left).catch(asProblem);
    if (done === "not-a-config") {
      progress.erase();
      if (!listed2.has(path7)) warn(terminal, ...notAConfig(called(path7)));
      continue;
    }
    if (done === false) continue;
    progress.erase();
    if (done !== true) {
      complete2 = false;
      reportProblem(terminal, done);
      continue;
    }
    changed2++;
    if (flags.diff) continue;
    if (flags.check) terminal.out(`would fix ${visible2(called(path7))}
`);
    else if (path7 !== "-") terminal.out(`fixed ${visible2(path7)}
`);
  }
  progress.erase();
  if (left.reaches("warning"))
    terminal.err(`Not fixed: ${left.sentence().trimEnd()} Show them with "hotfix-config check".
`);
  if (projects.broken.size > 0) return exitStatus.usage;
  if (!complete2) return exitStatus.failed;
  return flags.check && changed2 > 0 ? exitStatus.findings : exitStatus.fine;
}
async function fixBefore(paths, flags, terminal, host) {
  if (paths.includes("-"))
    throw new WrongUsage('--fix cannot be combined with "-"', 'use "hotfix-config fix -" for standard input');
  const quiet = { ...terminal, out: terminal.err, err: () => {
  } };
  await fix(paths, { ...flags, check: false, comments: false, diff: false }, quiet, host);
}
function refuseBesideInput(paths) {
  const nextTo = paths.find((path7) => path7 !== "-");
  if (nextTo === void 0 || !paths.includes("-")) return;
  throw new WrongUsage(
    `"-" cannot be combined with ${quote(nextTo)}: the fixed text goes to standard output`,
    `fix ${quote(nextTo)} in another run`
  );
}
async function fixFile(file, called, isOurs2, flags, options2, terminal, left) {
  const path7 = file.name;
  const bytes = await bytesOf(path7, terminal);
  const { text, encoding } = textOf2(bytes);
  if (!isOurs2 && !looksLikeConfig(analysisOf(bytes))) return "not-a-config";
  refuseOtherEncoding(path7, encoding ?? (looksLikeUtf16(text) ? "UTF-16" : void 0));
  const found2 = new Analysis(text);
  const findings = check(found2, options2);
  refuseTooMany(path7, found2, findings);
  const bare2 = flags.comments ? withoutComments(found2) : text;
  const analysis = bare2 === text ? found2 : new Analysis(bare2);
  const after = fixAll(analysis, options2, bare2 === text ? findings : void 0, rulesToFix(flags));
  const fixed = after.analysis.source.text;
  left.add(after.findings.filter(({ level: level2 }) => isAtLeast(level2, "warning")));
  if (fixed !== text || path7 === "-") refuseLoss(path7, bytes, text);
  const isDry = flags.check || flags.diff;
  if (path7 === "-" && !isDry) terminal.asIs(fixed);
  if (fixed === text) return false;
  if (flags.diff) terminal.out(await unifiedDiff(visible2(called), text, fixed));
  if (path7 !== "-" && !isDry) await uninterrupted(() => overwriteFile(file, bytes, fixed));
  return true;
}
function rulesToFix({ rule }) {
  return new Set(rule.filter((flag) => !flag.includes("=")));
}
async function unifiedDiff(name2, before, after) {
  const { createTwoFilesPatch: createTwoFilesPatch2 } = await Promise.resolve().then(() => (init_libesm(), libesm_exports));
  const header = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
  return createTwoFilesPatch2(`a/${name2}`, `b/${name2}`, before, after, "", "", { headerOptions: header });
}
function refuseTooMany(path7, analysis, findings) {
  const why = whyNotFixed(analysis, findings);
  if (why === void 0) return;
  throw new CannotWork(
    `${quote(path7)} is not fixed: ${why}`,
    'show the first findings with "hotfix-config check"'
  );
}
function refuseOtherEncoding(path7, encoding) {
  if (encoding)
    throw new CannotWork(`cannot fix ${quote(path7)}: the encoding is ${encoding}`, "save it as UTF-8 first");
}
function refuseLoss(path7, bytes, text) {
  if (Buffer.from(text).equals(bytes)) return;
  throw new CannotWork(
    `cannot fix ${quote(path7)}: it is not valid UTF-8, so writing it would lose bytes`,
    "save it as UTF-8 first"
  );
}
var import_node_path18;
var init_fix = __esm({
  "server/src/cli/fix.ts"() {
    "use strict";
    import_node_path18 = require("node:path");
    init_model();
    init_checked_file();
    init_comments();
    init_finding();
    init_fix_all();
    init_summary();
    init_recognition();
    init_visible();
    init_config_names();
    init_configs();
    init_content();
    init_exit_status();
    init_globs();
    init_overwrite_file();
    init_payloads();
    init_progress();
    init_projects();
    init_rules2();
    init_standard_input();
    init_terminal();
    init_uninterrupted();
  }
});

// server/src/cli/blobs.ts
function lacks(said) {
  const { why, next } = lackedContent(said);
  return new CannotWork(why, next);
}
var Blobs;
var init_blobs = __esm({
  "server/src/cli/blobs.ts"() {
    "use strict";
    init_git();
    init_git_problems();
    init_terminal();
    Blobs = class _Blobs {
      constructor(ask, answers, lastWords, close, kill) {
        this.ask = ask;
        this.answers = answers;
        this.lastWords = lastWords;
        this.close = close;
        this.kill = kill;
      }
      ask;
      answers;
      lastWords;
      close;
      kill;
      rest = Buffer.alloc(0);
      static async open(root) {
        const child = await startGit(root, "cat-file", "--batch");
        if (!child) throw new CannotWork(missingGit.why, missingGit.next);
        let said = "";
        child.stderr.setEncoding("utf8").on("data", (text) => {
          said += text;
        });
        child.stdin.on("error", () => {
        });
        return new _Blobs(
          (line2) => void child.stdin.write(line2),
          child.stdout[Symbol.asyncIterator](),
          new Promise((resolve19) => child.once("close", () => resolve19(said.trim().split("\n").at(-1) ?? ""))),
          () => void child.stdin.end(),
          () => void child.kill("SIGKILL")
        );
      }
      /** One call at a time. */
      async read(hash2) {
        this.ask(`${hash2}
`);
        const head2 = await this.takeLine();
        const size = / blob (\d+)$/.exec(head2)?.[1];
        if (size === void 0) throw lacks(head2);
        const content = await this.take(Number(size) + 1);
        return content.subarray(0, -1);
      }
      async takeLine() {
        for (; ; ) {
          const end = this.rest.indexOf("\n");
          if (end >= 0) return (await this.take(end + 1)).toString("utf8", 0, end);
          this.rest = Buffer.concat([this.rest, await this.next()]);
        }
      }
      async take(length) {
        const chunks = [this.rest];
        for (let have = this.rest.length; have < length; ) {
          const chunk = await this.next();
          chunks.push(chunk);
          have += chunk.length;
        }
        const all = Buffer.concat(chunks);
        this.rest = all.subarray(length);
        return all.subarray(0, length);
      }
      async next() {
        let isLate = false;
        const timer = setTimeout(() => {
          isLate = true;
          this.kill();
        }, timeLimit());
        const { done, value } = await this.answers.next().finally(() => clearTimeout(timer));
        if (isLate) {
          const { why, next } = lateGit(tookTooLong(timeLimit()));
          throw new CannotWork(why, next);
        }
        if (done) throw lacks(await this.lastWords);
        return value;
      }
    };
  }
});

// server/src/cli/git-tree.ts
async function readAll(root, commits) {
  const trees = [];
  for (const commit of commits) trees.push(await read(root, commit));
  return trees;
}
async function read(root, commit) {
  const tree = await git(root, "ls-tree", "-r", "-z", "--full-tree", commit);
  if (!tree.ok) throw because(`cannot list files of commit ${quote(commit)}`, whyNoAnswer(tree));
  const entries = /* @__PURE__ */ new Map();
  for (const { text, bytes, isReadable } of linesOf(tree.out)) {
    const [, mode = "", hash2 = "", name2 = ""] = /^(100|120|160)\d+ \w+ (\w+)\t(.*)$/s.exec(text) ?? [];
    const own2 = isReadable ? void 0 : Buffer.from(bytes.subarray(bytes.indexOf("	") + 1));
    if (name2 !== "") entries.set(name2, { is: kinds[mode] ?? "file", hash: hash2, bytes: own2 });
  }
  return entries;
}
var import_node_path19, Tree, kinds;
var init_git_tree = __esm({
  "server/src/cli/git-tree.ts"() {
    "use strict";
    import_node_path19 = require("node:path");
    init_model();
    init_git();
    init_git_files();
    init_git_problems();
    Tree = class _Tree {
      constructor(entries, blobs) {
        this.entries = entries;
        this.blobs = blobs;
        this.hasLinks = [...entries.values()].some((entry) => entry.is === "link");
      }
      entries;
      blobs;
      hasLinks;
      static async at({ bases, tip }, root, blobs) {
        const [first = /* @__PURE__ */ new Map(), ...others] = await readAll(root, bases);
        if (others.length === 0) return new _Tree(first, blobs);
        const entries = new Map(await read(root, tip));
        const names = new Set([first, ...others, entries].flatMap((tree) => [...tree.keys()]));
        for (const name2 of names) {
          const entry = first.get(name2);
          if (others.some((other) => other.get(name2)?.hash !== entry?.hash)) continue;
          if (entry) entries.set(name2, entry);
          else entries.delete(name2);
        }
        return new _Tree(entries, blobs);
      }
      /** The blobs of files and links. */
      get names() {
        return [...this.entries].flatMap(([name2, entry]) => entry.is === "submodule" ? [] : [name2]);
      }
      /** Files that are not links. */
      get files() {
        return [...this.entries].flatMap(([name2, entry]) => entry.is === "file" ? [name2] : []);
      }
      /** The commits of submodules by their names. */
      get submodules() {
        const all = [...this.entries].filter(([, entry]) => entry.is === "submodule");
        return new Map(all.map(([name2, { hash: hash2 }]) => [name2, hash2]));
      }
      /** Whether there was a file or a folder, or possibly the target of a link. */
      has(name2) {
        const above = name2.split("/").map((_, i, parts2) => this.entries.get(parts2.slice(0, i + 1).join("/")));
        if (name2 === "" || above.some((entry) => entry !== void 0 && entry.is !== "submodule")) return true;
        for (const known of this.entries.keys()) if (known.startsWith(`${name2}/`)) return true;
        return false;
      }
      /** The name as bytes, if it is not valid UTF-8. */
      bytesOf(name2) {
        return this.entries.get(name2)?.bytes;
      }
      /** The files and links at or below a name, by their real names: links in the path are followed. */
      async below(name2) {
        const real = name2 === "" ? "" : await this.realName(name2);
        if (real === void 0) return [];
        const names = [];
        const prefix = real === "" ? "" : `${real}/`;
        for (const known of this.names) {
          if (known === real) names.push(name2);
          else if (known.startsWith(prefix)) names.push(import_node_path19.posix.join(name2, known.slice(prefix.length)));
        }
        return names;
      }
      /** The hash of the file that a name leads to. */
      async hashOf(name2) {
        const real = await this.realName(name2);
        const entry = this.entries.get(real ?? "");
        return entry?.is === "file" ? entry.hash : void 0;
      }
      async read(name2) {
        const hash2 = await this.hashOf(name2);
        return hash2 === void 0 ? void 0 : this.blobs.read(hash2);
      }
      /** The name without links; undefined if a link leads out of the repository or in a circle. */
      async realName(name2, most = 40) {
        if (!this.hasLinks) return name2;
        const parts2 = name2.split("/");
        for (const i of parts2.keys()) {
          const entry = this.entries.get(parts2.slice(0, i + 1).join("/"));
          if (entry?.is !== "link") continue;
          const target = (await this.blobs.read(entry.hash)).toString("utf8");
          const next = import_node_path19.posix.join(...parts2.slice(0, i), target, ...parts2.slice(i + 1));
          const isOutside2 = import_node_path19.posix.isAbsolute(target) || next === ".." || next.startsWith("../");
          return isOutside2 || most === 0 ? void 0 : this.realName(next, most - 1);
        }
        return name2;
      }
    };
    kinds = { 100: "file", 120: "link", 160: "submodule" };
  }
});

// server/src/cli/configs-at-revision.ts
async function configsAtRevision(names, tree) {
  const globs = [];
  for (const path7 of tree.names) {
    if (!isProjectFile(path7)) continue;
    const { readProjectFile: readProjectFile2 } = await Promise.resolve().then(() => (init_project(), project_exports));
    const { settings } = readProjectFile2(decodeUtf8(await tree.read(path7) ?? Buffer.alloc(0)));
    globs.push(new Globs(import_node_path20.posix.join("/", import_node_path20.posix.dirname(path7)), settings.files ?? [], settings.ignore));
  }
  return names.filter((name2) => isConfigPath(`/${name2}`, globs));
}
var import_node_path20;
var init_configs_at_revision = __esm({
  "server/src/cli/configs-at-revision.ts"() {
    "use strict";
    import_node_path20 = require("node:path");
    init_model();
    init_names2();
  }
});

// server/src/cli/moves.ts
async function movesBetween(gone, fresh, isSame) {
  const moves = /* @__PURE__ */ new Map();
  const left = new Set([...gone].sort());
  const goesOn = (isEqual) => async (now) => {
    if (moves.has(now)) return;
    for (const old of left) {
      if (!canMove(old, now) || !await isEqual(old, now)) continue;
      moves.set(now, old);
      left.delete(old);
      return;
    }
  };
  const names = [...fresh].sort();
  for (const look of [goesOn(isSame), goesOn(() => true)]) for (const now of names) await look(now);
  return moves;
}
function canMove(old, now) {
  if (baseName(old) !== baseName(now)) return false;
  if (readByNodes.test(old) && !readByNodes.test(now)) return false;
  return fixtures.test(old) || !fixtures.test(now);
}
function baseName(name2) {
  return name2.slice(name2.lastIndexOf("/") + 1);
}
var readByNodes, fixtures;
var init_moves = __esm({
  "server/src/cli/moves.ts"() {
    "use strict";
    readByNodes = /(?:^|\/)parts\/linux\/cloud-init\/artifacts\/[^/]+$/;
    fixtures = /(?:^|\/)(?:__)?(?:tests?|testdata|fixtures?|testing|specs?|examples?|docs?|mocks?)(?:__)?\//i;
  }
});

// server/src/cli/work-tree.ts
function lookAt(root, name2, bytes) {
  if (bytes) return isThere(root, bytes) ? { is: "file" } : { is: "gone" };
  const path7 = (0, import_node_path21.join)(root, name2);
  try {
    if ((0, import_node_fs14.statSync)(path7).isDirectory()) return { is: "gone", why: "it is a folder now" };
    if (!(0, import_node_fs14.statSync)(path7).isFile()) return { is: "gone", why: "it is not a regular file now" };
    const [real, top] = [(0, import_node_fs14.realpathSync)(path7), (0, import_node_fs14.realpathSync)(root)];
    if (real === (0, import_node_path21.join)(top, name2)) return { is: "file" };
    const target = (0, import_node_path21.relative)(top, real).replaceAll(import_node_path21.sep, "/");
    if (real.startsWith(top + import_node_path21.sep) && !/(?:^|\/)\.git\//.test(target)) return { is: "linked", name: target };
    return { is: "gone", why: "it is now a symbolic link out of the repository" };
  } catch {
    return isLink(path7) ? { is: "gone", why: "it is now a broken symbolic link" } : { is: "gone" };
  }
}
function isThere(root, bytes) {
  try {
    (0, import_node_fs14.lstatSync)(Buffer.concat([Buffer.from((0, import_node_path21.join)(root, import_node_path21.sep)), bytes]));
    return true;
  } catch {
    return false;
  }
}
var import_node_fs14, import_node_path21, WorkTree;
var init_work_tree = __esm({
  "server/src/cli/work-tree.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_node_path21 = require("node:path");
    init_host();
    init_files();
    init_git_files();
    WorkTree = class {
      constructor(root) {
        this.root = root;
      }
      root;
      at(name2, bytes) {
        return lookAt(this.root, name2, bytes);
      }
      holds(name2, content) {
        const path7 = (0, import_node_path21.join)(this.root, name2);
        return (statsOf(path7)?.size ?? 0) <= largestFile && (0, import_node_fs14.readFileSync)(path7).equals(content);
      }
      async listed(names) {
        const listed2 = await listFiles(this.root, names);
        return listed2.ok ? readListing(listed2.out) : void 0;
      }
      otherRepository(name2) {
        const folders2 = name2.split("/").slice(0, -1).map((_, i, all) => all.slice(0, i + 1).join("/"));
        return folders2.find((folder2) => (0, import_node_fs14.existsSync)((0, import_node_path21.join)(this.root, folder2, ".git")));
      }
    };
  }
});

// server/src/cli/revision-baseline.ts
var import_node_path22, RevisionBaseline;
var init_revision_baseline = __esm({
  "server/src/cli/revision-baseline.ts"() {
    "use strict";
    import_node_path22 = require("node:path");
    init_model();
    init_checked_file();
    init_configs_at_revision();
    init_moves();
    init_terminal();
    init_work_tree();
    RevisionBaseline = class {
      constructor(root, revision, tree, terminal, state = new WorkTree(root)) {
        this.root = root;
        this.revision = revision;
        this.tree = tree;
        this.terminal = terminal;
        this.state = state;
      }
      root;
      revision;
      tree;
      terminal;
      state;
      /** Old names by new names. */
      moves = /* @__PURE__ */ new Map();
      warned = /* @__PURE__ */ new Set();
      /**
       * `names` is the name of the path, then that of a link target: a link is compared with its own history, if it has
       * one.
       */
      async of(names, shown4) {
        for (const written of names) {
          const name2 = this.moves.get(written) ?? written;
          const content = await this.tree.read(name2);
          if (content === void 0) continue;
          const { readings } = analysisOf(content);
          if (configsRead(readings).length === 0)
            this.say(
              `nodes cannot read ${quote(shown4)} at ${quote(this.revision)}, so there is no hotfix to lose`
            );
          return { name: name2, content, readings };
        }
        this.warnOfOtherRepository(names[0] ?? "");
        return void 0;
      }
      /** The content of a file by its own name, for those that images get from one path only. */
      async contentOf(names) {
        for (const name2 of names) {
          const content = await this.tree.read(name2);
          if (content) return content;
        }
        return void 0;
      }
      /** Whether a sparse checkout leaves a file out of the working tree. */
      async isLeftOut(name2) {
        return (await this.known([name2])).leftOut.has(name2);
      }
      /** The configs at or below some names that are not checked. */
      async missing(folders2, checked, projects) {
        await this.warnOfSubmodules(folders2);
        const before = /* @__PURE__ */ new Set();
        for (const name2 of folders2) for (const known of await this.tree.below(name2)) before.add(known);
        const isLeft = (name2) => !checked.has(name2) && !projects.isExcluded((0, import_node_path22.join)(this.root, name2));
        const unchecked = [...before].filter(isLeft);
        const { configsAmong: configsAmong2 } = await Promise.resolve().then(() => (init_config_names(), config_names_exports));
        const configs = /* @__PURE__ */ new Set([
          ...unchecked.filter((name2) => folders2.includes(name2)),
          ...await configsAmong2(unchecked, this.root, projects),
          ...await configsAtRevision(unchecked, this.tree)
        ]);
        const looked = /* @__PURE__ */ new Map();
        for (const name2 of configs) {
          if (await this.tree.hashOf(name2) === void 0) continue;
          const now = await this.now(name2);
          if (!await this.isSameLink(name2, now, checked)) looked.set(name2, now);
        }
        const moved = await this.findMoves(checked, looked);
        return [...looked].filter(([name2]) => !moved.has(name2)).map(([name2, now]) => ({
          name: name2,
          isThere: now.is !== "gone",
          why: now.is === "gone" ? now.why : void 0
        }));
      }
      now(name2) {
        return this.state.at(name2, this.tree.bytesOf(name2));
      }
      /** A link to a file that is checked by its own name needs no second check if its target is the same. */
      async isSameLink(name2, now, checked) {
        return now.is === "linked" && checked.has(now.name) && await this.tree.realName(name2) === now.name;
      }
      /**
       * Finds out what happened to the files. In `looked`, files that git no longer tracks become deleted, and ignored
       * ones are removed.
       */
      async findMoves(checked, looked) {
        const fresh = [];
        for (const name2 of checked)
          if (await this.tree.hashOf(name2) === void 0 && (await this.now(name2)).is === "file")
            fresh.push(name2);
        const names = new Set(fresh.map(baseName));
        const namesakes = [];
        for (const name2 of this.tree.names)
          if (names.has(baseName(name2)) && !checked.has(name2) && (await this.now(name2)).is === "gone")
            namesakes.push(name2);
        if (looked.size + namesakes.length === 0) return /* @__PURE__ */ new Set();
        const { files, leftOut: leftOut2 } = await this.known([...looked.keys(), ...namesakes]);
        for (const [name2, now] of looked) {
          if (leftOut2.has(name2)) looked.delete(name2);
          else if (now.is === "file" && files && this.tree.bytesOf(name2)) looked.delete(name2);
          else if (now.is === "file" && files && !files.has(name2))
            looked.set(name2, { is: "gone", why: "git ignores it now" });
        }
        const gone = [...looked].flatMap(([name2, now]) => now.is === "gone" ? [name2] : []);
        const all = /* @__PURE__ */ new Set([...gone, ...namesakes.filter((name2) => !leftOut2.has(name2))]);
        this.moves = await movesBetween(all, fresh, async (old, now) => {
          const content = await this.tree.read(old);
          return content !== void 0 && this.state.holds(now, content);
        });
        for (const [now, old] of this.moves)
          this.say(`${quote(old)} was moved to ${quote(now)} since ${quote(this.revision)}; comparing the two`);
        return new Set(this.moves.values());
      }
      /** The files that git tracks or would add; empty if git cannot be asked. */
      async known(names) {
        const listed2 = await this.state.listed(names);
        return listed2 ? { files: new Set(listed2.files), leftOut: new Set(listed2.leftOut) } : { leftOut: /* @__PURE__ */ new Set() };
      }
      /** The files of a submodule are in its own history, which this clone may lack. */
      async warnOfSubmodules(folders2) {
        const { submodules } = this.tree;
        const isChecked = (name2) => folders2.some((at) => at === "" || `${name2}/`.startsWith(`${at}/`));
        const names = [...submodules.keys()].filter(isChecked);
        if (names.length === 0) return;
        const listed2 = await this.state.listed(names);
        for (const name2 of names)
          if (listed2?.repositories.get(name2) !== submodules.get(name2))
            this.say(
              `submodule ${quote(name2)} changed since ${quote(this.revision)}; its configs have no baseline`,
              "run the command in the submodule"
            );
      }
      /** A submodule or a nested clone has revisions of its own. */
      warnOfOtherRepository(name2) {
        const other = this.state.otherRepository(name2);
        if (other === void 0) return;
        this.say(
          `${quote(other)} is another git repository; its configs have no baseline`,
          "run the command in that repository"
        );
      }
      say(message, hint) {
        if (this.warned.has(message)) return;
        this.warned.add(message);
        warn(this.terminal, message, hint);
      }
    };
  }
});

// server/src/cli/baseline.ts
async function openBaseline(name2, paths, terminal) {
  if (name2 === "")
    throw new WrongUsage("--baseline is empty", "name a revision, such as origin/main, or a file");
  if (isWrittenAsPath(name2)) return openFile(name2, terminal);
  const baselines = new Baselines(name2, terminal);
  try {
    const missing2 = [];
    const all = paths.length > 0 ? paths : ["."];
    for (const path7 of all) {
      const no = await baselines.open(path7);
      if (no) missing2.push({ path: path7, no });
    }
    const [first] = missing2;
    const isFile2 = kindOf((0, import_node_path23.resolve)(terminal.cwd, name2)) === "file";
    if (isFile2 && !first)
      warn(
        terminal,
        `${quote(name2)} is a revision and a file; using the revision`,
        `write "./${name2}" for the file`
      );
    if (!first) return baselines;
    if (!isFile2) throw notThere(name2, first, terminal);
    if (missing2.length < all.length)
      throw new WrongUsage(
        `${quote(name2)} is a revision for some paths and a file for others`,
        `write "./${name2}" for the file`
      );
    if (isLikeRevision(name2, first.no))
      throw new CannotWork(
        `${quote(name2)} is a file, not a git revision (${whyNot(first.no)})`,
        `write "./${name2}" for the file`
      );
    baselines.close();
    return openFile(name2, terminal);
  } catch (thrown) {
    baselines.close();
    throw thrown;
  }
}
function isLikeRevision(name2, { inRepository }) {
  return inRepository && !/\.jsonc?$/i.test(name2);
}
function whyNot({ why, next }) {
  return [why, next].filter((part) => part !== "").join("; ");
}
function notThere(name2, { path: path7, no }, { cwd }) {
  const isFolder = kindOf((0, import_node_path23.resolve)(cwd, name2)) === "folder";
  const what = isFolder ? "is a folder, neither a file nor a git revision" : "is neither a file nor a git revision";
  const where = path7 === "." || path7 === "-" ? "" : ` in the repository of ${quote(path7)}`;
  const why = no.why === "" ? "" : ` (${no.why})`;
  return new CannotWork(`${quote(name2)} ${what}${where}${why}`, no.next);
}
async function openFile(name2, terminal) {
  const { readings, source } = analysisOf(await bytesOf(name2, terminal));
  if (configsRead(readings).length === 0)
    throw new CannotWork(
      `${quote(name2)} cannot be a baseline: nodes cannot read it`,
      `run "hotfix-config check ${name2}"`
    );
  const others = source.fields.filter((field) => field.name === void 0 && field.key.value !== "$schema");
  if (others.length > 0 && source.fields.every((field) => field.name === void 0))
    throw new CannotWork(`${quote(name2)} cannot be a baseline: not a hotfix config`, "check the path");
  return {
    of: async () => readings,
    contentOf: async () => void 0,
    isLeftOut: async () => false,
    missing: async () => [],
    close: () => {
    }
  };
}
function join12(folder2, rest) {
  return folder2 === "" || rest === "" ? folder2 + rest : `${folder2}/${rest}`;
}
function pathsOf(name2, all) {
  return all.flatMap(({ path: path7, names: [own2 = ""] }) => {
    if (name2 === own2) return [path7];
    if (own2 !== "" && !name2.startsWith(`${own2}/`)) return [];
    const rest = own2 === "" ? name2 : name2.slice(own2.length + 1);
    return [path7 === "." ? rest : join12(path7, rest)];
  });
}
var import_node_path23, Baselines;
var init_baseline = __esm({
  "server/src/cli/baseline.ts"() {
    "use strict";
    import_node_path23 = require("node:path");
    init_model();
    init_checked_file();
    init_blobs();
    init_content();
    init_files();
    init_git();
    init_git_revision();
    init_git_tree();
    init_listing();
    init_repositories();
    init_revision_baseline();
    init_terminal();
    Baselines = class {
      constructor(name2, terminal) {
        this.name = name2;
        this.terminal = terminal;
      }
      name;
      terminal;
      arguments = /* @__PURE__ */ new Map();
      revisions = /* @__PURE__ */ new Map();
      opened = /* @__PURE__ */ new Map();
      blobs = [];
      /** Returns why a path has no such revision. */
      async open(path7) {
        const paths = await this.repositoryPathsOf(path7);
        for (const [i, { root, name: name2 }] of paths.entries()) {
          const revision = await this.revisionIn(root);
          const isLast = i === paths.length - 1;
          if (revision === void 0 || !isLast && "why" in revision) continue;
          if ("why" in revision) return revision;
          const { baseline, tree } = await this.openIn(root, revision);
          if (!isLast && !tree.has(name2)) continue;
          const names = paths.slice(i).flatMap((one2) => one2.root === root ? [one2.name] : []);
          this.arguments.set(shown(path7, this.terminal), { path: shown(path7, this.terminal), names, baseline });
          return void 0;
        }
        return {
          why: `${path7 === "." ? "this folder" : quote(path7)} is not in a git repository`,
          next: "check the path",
          inRepository: false
        };
      }
      async of(path7) {
        const found2 = this.namesOf(path7);
        return (await found2?.baseline.of(found2.names, shown(path7, this.terminal)))?.readings;
      }
      async contentOf(path7) {
        const found2 = await this.besideArguments(path7);
        return found2?.baseline.contentOf(found2.names);
      }
      async isLeftOut(path7) {
        const found2 = await this.besideArguments(path7);
        return found2?.baseline.isLeftOut(found2.names[0] ?? "") ?? false;
      }
      async missing(checked, projects) {
        const names = /* @__PURE__ */ new Map();
        for (const path7 of checked) {
          const { argument, rest } = this.argumentAbove(path7);
          if (argument)
            names.set(
              argument.baseline,
              (names.get(argument.baseline) ?? /* @__PURE__ */ new Set()).add(join12(argument.names[0] ?? "", rest))
            );
        }
        const all = /* @__PURE__ */ new Map();
        for (const baseline of new Set([...this.arguments.values()].map((argument) => argument.baseline))) {
          const here = [...this.arguments.values()].filter((argument) => argument.baseline === baseline);
          const own2 = here.map((argument) => argument.names[0] ?? "");
          for (const { name: name2, ...missing2 } of await baseline.missing(
            own2,
            names.get(baseline) ?? /* @__PURE__ */ new Set(),
            projects
          ))
            for (const path7 of pathsOf(name2, here)) all.set(path7, { path: path7, ...missing2 });
        }
        return [...all.values()].sort((a, b) => a.path < b.path ? -1 : 1);
      }
      /** A file beside those that are checked can be above all path arguments. */
      async besideArguments(path7) {
        if (!this.namesOf(path7)) await this.open(path7);
        return this.namesOf(path7);
      }
      namesOf(path7) {
        const { argument, rest } = this.argumentAbove(path7);
        return argument && { baseline: argument.baseline, names: argument.names.map((name2) => join12(name2, rest)) };
      }
      close() {
        for (const blobs of this.blobs.splice(0)) blobs.close();
      }
      /** The path argument at or above a path. */
      argumentAbove(path7) {
        const whole3 = shown(path7, this.terminal);
        const isOutside2 = whole3 === ".." || whole3.startsWith("../");
        for (let folder2 = whole3; ; folder2 = (0, import_node_path23.dirname)(folder2)) {
          const argument = this.arguments.get(folder2);
          if (argument && !(isOutside2 && folder2 === "."))
            return {
              argument,
              rest: folder2 === whole3 ? "" : folder2 === "." ? whole3 : whole3.slice(folder2.length).replace(/^\//, "")
            };
          if ((0, import_node_path23.dirname)(folder2) === folder2) return { argument: void 0, rest: "" };
        }
      }
      async repositoryPathsOf(path7) {
        const absolute = (0, import_node_path23.resolve)(this.terminal.cwd, path7);
        const paths = repositoryPathsOf(absolute);
        if (paths.length > 0 || !this.terminal.env["GIT_DIR"]) return paths;
        const top = await git(this.terminal.cwd, "rev-parse", "--show-toplevel");
        return top.ok ? [{ root: line(top), name: shown(path7, { ...this.terminal, cwd: line(top) }) }] : [];
      }
      revisionIn(root) {
        const known = this.revisions.get(root) ?? revisionIn2(root, this.name);
        this.revisions.set(root, known);
        return known;
      }
      openIn(root, revision) {
        const known = this.opened.get(root) ?? this.read(root, revision);
        this.opened.set(root, known);
        return known;
      }
      async read(root, revision) {
        if (revision.note !== void 0) warn(this.terminal, revision.note, revision.hint);
        const blobs = await Blobs.open(root);
        this.blobs.push(blobs);
        const tree = await Tree.at(revision, root, blobs);
        return { tree, baseline: new RevisionBaseline(root, this.name, tree, this.terminal) };
      }
    };
  }
});

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint, ambiguousMaximumCodePoint, ambiguousRanges, fullwidthMinimalCodePoint, fullwidthMaximumCodePoint, fullwidthRanges, wideMinimalCodePoint, wideMaximumCodePoint, wideRanges;
var init_lookup_data = __esm({
  "node_modules/get-east-asian-width/lookup-data.js"() {
    ambiguousMinimalCodePoint = 161;
    ambiguousMaximumCodePoint = 1114109;
    ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
    fullwidthMinimalCodePoint = 12288;
    fullwidthMaximumCodePoint = 65510;
    fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
    wideMinimalCodePoint = 4352;
    wideMaximumCodePoint = 262141;
    wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];
  }
});

// node_modules/get-east-asian-width/utilities.js
var isInRange;
var init_utilities = __esm({
  "node_modules/get-east-asian-width/utilities.js"() {
    isInRange = (ranges, codePoint2) => {
      let low = 0;
      let high = Math.floor(ranges.length / 2) - 1;
      while (low <= high) {
        const mid = Math.floor((low + high) / 2);
        const i = mid * 2;
        if (codePoint2 < ranges[i]) {
          high = mid - 1;
        } else if (codePoint2 > ranges[i + 1]) {
          low = mid + 1;
        } else {
          return true;
        }
      }
      return false;
    };
  }
});

// node_modules/get-east-asian-width/lookup.js
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var commonCjkCodePoint, wideFastPathStart, wideFastPathEnd, isAmbiguous, isFullwidth, isWide;
var init_lookup = __esm({
  "node_modules/get-east-asian-width/lookup.js"() {
    init_lookup_data();
    init_utilities();
    commonCjkCodePoint = 19968;
    [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
    isAmbiguous = (codePoint2) => {
      if (codePoint2 < ambiguousMinimalCodePoint || codePoint2 > ambiguousMaximumCodePoint) {
        return false;
      }
      return isInRange(ambiguousRanges, codePoint2);
    };
    isFullwidth = (codePoint2) => {
      if (codePoint2 < fullwidthMinimalCodePoint || codePoint2 > fullwidthMaximumCodePoint) {
        return false;
      }
      return isInRange(fullwidthRanges, codePoint2);
    };
    isWide = (codePoint2) => {
      if (codePoint2 >= wideFastPathStart && codePoint2 <= wideFastPathEnd) {
        return true;
      }
      if (codePoint2 < wideMinimalCodePoint || codePoint2 > wideMaximumCodePoint) {
        return false;
      }
      return isInRange(wideRanges, codePoint2);
    };
  }
});

// node_modules/get-east-asian-width/index.js
function validate2(codePoint2) {
  if (!Number.isSafeInteger(codePoint2)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint2}\`.`);
  }
}
function eastAsianWidth(codePoint2, { ambiguousAsWide = false } = {}) {
  validate2(codePoint2);
  if (isFullwidth(codePoint2) || isWide(codePoint2) || ambiguousAsWide && isAmbiguous(codePoint2)) {
    return 2;
  }
  return 1;
}
var init_get_east_asian_width = __esm({
  "node_modules/get-east-asian-width/index.js"() {
    init_lookup();
  }
});

// server/src/service/findings/text-report.ts
function textReport({ file, text, findings }, paint = noPaint, shown4 = visible2) {
  if (findings.length === 0) return "";
  const index = new LineIndex(text);
  const lines = text.split(/\r\n|\r|\n/);
  const written = findings.map((finding) => {
    const { line: line2, column } = index.position(finding.start);
    const level2 = paint[finding.level](finding.level);
    const head2 = `${visible2(file)}:${line2}:${column}: ${level2} ${paint.rule(finding.ruleId)} ${finding.message()}`;
    const number2 = String(line2);
    const gutter = " ".repeat(number2.length);
    const help = helpFor(finding).map((remedy) => ` ${gutter} = help: ${shown4(remedy)}
`);
    if (text === "") return `${head2}
${help.join("")}
`;
    const excerpt2 = excerptOf(lines[line2 - 1] ?? "", column, finding, shown4);
    const carets = paint[finding.level](excerpt2.carets);
    return `${head2}
 ${number2} | ${excerpt2.line}
 ${gutter} | ${carets}
${help.join("")}
`;
  });
  return written.join("");
}
function helpFor(finding) {
  const fixes = finding.fixes();
  const fix2 = fixes.find(({ safe }) => safe) ?? fixes[0];
  const base2 = lostBase(finding);
  return [...fix2 ? [fix2.title] : [], ...base2 === void 0 ? [] : [acceptedLossText(base2)]];
}
function excerptOf(line2, column, { start, end }, shown4) {
  const from2 = Math.max(0, column - 1 - widest / 2);
  const excerpt2 = shown4(line2.slice(from2, from2 + widest));
  const [isCutBefore, isCutAfter] = [from2 > 0, from2 + widest < line2.length];
  const before = excerpt2.slice(0, column - 1 - from2);
  const flagged = excerpt2.slice(before.length, before.length + end - start);
  const padding = (isCutBefore ? " " : "") + before.replace(/[^\t]+/g, (text) => " ".repeat(widthOf(text)));
  return {
    line: `${isCutBefore ? "\u2026" : ""}${excerpt2}${isCutAfter ? "\u2026" : ""}`,
    carets: padding + "^".repeat(Math.max(1, widthOf(flagged)))
  };
}
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment: segment2 } of graphemes.segment(text)) width += eastAsianWidth(segment2.codePointAt(0) ?? 0);
  return width;
}
var widest, bare, noPaint, graphemes;
var init_text_report = __esm({
  "server/src/service/findings/text-report.ts"() {
    "use strict";
    init_get_east_asian_width();
    init_line_index();
    init_accepted_losses();
    init_visible();
    widest = 160;
    bare = (text) => text;
    noPaint = { error: bare, warning: bare, information: bare, hint: bare, rule: bare };
    graphemes = new Intl.Segmenter();
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports2, module2) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open2, close, replace2 = open2) => (input) => {
      let string3 = "" + input, index = string3.indexOf(close, open2.length);
      return ~index ? open2 + replaceClose(string3, close, replace2, index) + close : open2 + string3 + close;
    };
    var replaceClose = (string3, close, replace2, index) => {
      let result = "", cursor = 0;
      do {
        result += string3.substring(cursor, index) + replace2;
        cursor = index + close.length;
        index = string3.indexOf(close, cursor);
      } while (~index);
      return result + string3.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module2.exports = createColors();
    module2.exports.createColors = createColors;
  }
});

// server/src/cli/color.ts
function isColored(flag, { env, isTerminal: isTerminal2 }) {
  if (flag !== "auto") return flag === "always";
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== void 0 && forced !== "") return forced !== "0" && forced !== "false";
  return env["TERM"] !== "dumb" && isTerminal2("out");
}
async function paintsFor(flag, terminal) {
  if (!isColored(flag, terminal)) return noPaint;
  const { red, yellow, cyan, gray, bold } = (await Promise.resolve().then(() => __toESM(require_picocolors()))).default.createColors(true);
  return { error: red, warning: yellow, information: cyan, hint: gray, rule: bold };
}
var init_color = __esm({
  "server/src/cli/color.ts"() {
    "use strict";
    init_text_report();
  }
});

// server/src/cli/report/concise.ts
var concise_exports = {};
__export(concise_exports, {
  conciseReporter: () => conciseReporter
});
function conciseReporter() {
  return {
    start: "",
    file({ file, text, findings }) {
      const lines = new LineIndex(text);
      return findings.map((finding) => {
        const { line: line2, column } = lines.position(finding.start);
        return `${visible2(file)}:${line2}:${column}: ${finding.level} ${finding.ruleId} ${finding.message()}
`;
      }).join("");
    },
    leaveOut: () => "",
    end: () => ""
  };
}
var init_concise = __esm({
  "server/src/cli/report/concise.ts"() {
    "use strict";
    init_line_index();
    init_visible();
  }
});

// server/src/cli/report/azure.ts
var azure_exports = {};
__export(azure_exports, {
  azureReporter: () => azureReporter
});
function azureReporter() {
  const plain3 = conciseReporter();
  return {
    start: "",
    namesFromRoot: true,
    writesCommands: true,
    file(report) {
      const isIssue = ({ level: level2 }) => level2 === "error" || level2 === "warning";
      const others = { ...report, findings: report.findings.filter((finding) => !isIssue(finding)) };
      return issues({ ...report, findings: report.findings.filter(isIssue) }) + withoutCommands(plain3.file(others));
    },
    leaveOut: (path7, message) => issue2({ type: "error", sourcepath: path7 }, message),
    end: () => ""
  };
}
function issues({ file, text, findings }) {
  const lines = new LineIndex(text);
  return findings.map((finding) => {
    const { line: line2, column } = lines.position(finding.start);
    const position = { sourcepath: file, linenumber: String(line2), columnnumber: String(column) };
    return issue2({ type: finding.level, ...position, code: finding.ruleId }, finding.message());
  }).join("");
}
function issue2(properties, message) {
  const written = Object.entries(properties).map(([name2, value]) => `${name2}=${property(value)};`);
  return `##vso[task.logissue ${written.join("")}]${data(message)}
`;
}
function data(text) {
  return withoutCommands(text).replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
  return data(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
var init_azure = __esm({
  "server/src/cli/report/azure.ts"() {
    "use strict";
    init_line_index();
    init_concise();
    init_runner_commands();
  }
});

// server/src/cli/report/fingerprints.ts
var import_node_crypto, Fingerprints;
var init_fingerprints = __esm({
  "server/src/cli/report/fingerprints.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    Fingerprints = class {
      /** `file` is part of them if reports of several files are compared as one. */
      constructor(text, file) {
        this.text = text;
        this.file = file;
      }
      text;
      file;
      seen = /* @__PURE__ */ new Map();
      of({ ruleId, start, end, messageId, data: data3 }) {
        const parts2 = [ruleId, this.text.slice(start, end), messageId, JSON.stringify(data3)];
        const flagged = [...this.file === void 0 ? [] : [this.file], ...parts2].join("\0");
        const count = this.seen.get(flagged) ?? 0;
        this.seen.set(flagged, count + 1);
        return (0, import_node_crypto.createHash)("sha256").update(`${flagged}\0${count}`).digest("hex").slice(0, 32);
      }
    };
  }
});

// server/src/cli/report/json-list.ts
var JsonList;
var init_json_list = __esm({
  "server/src/cli/report/json-list.ts"() {
    "use strict";
    JsonList = class {
      constructor(depth2 = 0) {
        this.depth = depth2;
        this.margin = "  ".repeat(depth2 + 1);
      }
      depth;
      margin;
      isEmpty = true;
      add(values) {
        if (values.length === 0) return "";
        const written = values.map(
          (value) => JSON.stringify(value, null, 2).replaceAll("\n", `
${this.margin}`)
        );
        const before = this.isEmpty ? "[" : ",";
        this.isEmpty = false;
        return `${before}
${this.margin}${written.join(`,
${this.margin}`)}`;
      }
      end() {
        return this.isEmpty ? "[]" : `
${"  ".repeat(this.depth)}]`;
      }
    };
  }
});

// server/src/cli/report/gitlab.ts
var gitlab_exports = {};
__export(gitlab_exports, {
  gitlabReporter: () => gitlabReporter
});
function gitlabReporter() {
  const list2 = new JsonList();
  const unread2 = [];
  return {
    start: "",
    namesFromRoot: true,
    file({ file, text, findings }) {
      const lines = new LineIndex(text);
      const fingerprints = new Fingerprints(text, file);
      return list2.add(
        findings.map((finding) => ({
          description: finding.message(),
          check_name: finding.ruleId,
          fingerprint: fingerprints.of(finding),
          severity: severities[finding.level],
          location: { path: file, positions: positions(lines.range(finding)) }
        }))
      );
    },
    leaveOut(path7, message) {
      const start = { line: 1, column: 1 };
      unread2.push({
        description: message,
        check_name: "unreadable-file",
        fingerprint: (0, import_node_crypto2.createHash)("sha256").update(`${path7}\0unreadable`).digest("hex").slice(0, 32),
        severity: "blocker",
        location: { path: path7, positions: positions({ start, end: start }) }
      });
      return "";
    },
    end: () => `${list2.add(unread2)}${list2.end()}
`
  };
}
function positions({ start, end }) {
  return { begin: start, end };
}
var import_node_crypto2, severities;
var init_gitlab = __esm({
  "server/src/cli/report/gitlab.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    init_line_index();
    init_fingerprints();
    init_json_list();
    severities = {
      error: "major",
      warning: "minor",
      information: "info",
      hint: "info"
    };
  }
});

// server/src/cli/report/rdjson.ts
var rdjson_exports = {};
__export(rdjson_exports, {
  rdjsonReporter: () => rdjsonReporter
});
function rdjsonReporter() {
  const list2 = new JsonList(1);
  const unread2 = [];
  return {
    start: '{\n  "source": { "name": "hotfix-config" },\n  "diagnostics": ',
    file: (report) => list2.add(diagnostics(report)),
    leaveOut(path7, message) {
      unread2.push({ message, location: { path: path7 }, severity: "ERROR", code: { value: "unreadable-file" } });
      return "";
    },
    end: () => `${list2.add(unread2)}${list2.end()}
}
`
  };
}
function diagnostics({ file, text, findings }) {
  const lines = new LineIndex(text);
  const position = (offset) => {
    const { line: line2, column } = lines.position(offset);
    return { line: line2, column: Buffer.byteLength(text.slice(offset - column + 1, offset)) + 1 };
  };
  const range = ({ start, end }) => ({
    start: position(start),
    end: position(end)
  });
  return findings.map((finding) => {
    const suggestions = finding.fixes().flatMap(({ edits }) => edits.length === 1 ? edits : []);
    return {
      message: finding.message(),
      location: { path: file, range: range(finding) },
      severity: severities2[finding.level],
      code: { value: finding.ruleId },
      ...suggestions.length > 0 && {
        suggestions: suggestions.map((edit) => ({ range: range(edit), text: edit.text }))
      }
    };
  });
}
var severities2;
var init_rdjson = __esm({
  "server/src/cli/report/rdjson.ts"() {
    "use strict";
    init_line_index();
    init_json_list();
    severities2 = {
      error: "ERROR",
      warning: "WARNING",
      information: "INFO",
      hint: "INFO"
    };
  }
});

// server/src/service/findings/json-findings.ts
function toJson({ file, text, findings }) {
  const lines = new LineIndex(text);
  const edit = ({ start, end, text: newText }) => ({
    range: lines.range({ start, end }),
    text: newText
  });
  return findings.map((finding) => ({
    file,
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    level: finding.level,
    message: finding.message(),
    range: lines.range(finding),
    fixes: finding.fixes().map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(edit) }))
  }));
}
var init_json_findings = __esm({
  "server/src/service/findings/json-findings.ts"() {
    "use strict";
    init_line_index();
  }
});

// server/src/cli/report/json.ts
var json_exports = {};
__export(json_exports, {
  jsonReporter: () => jsonReporter
});
function jsonReporter() {
  const list2 = new JsonList();
  const unread2 = [];
  return {
    start: "",
    file: (report) => list2.add(toJson(report)),
    leaveOut(file, message) {
      const start = { line: 1, column: 1 };
      const of = { ruleId: "unreadable-file", messageId: "unreadable", level: "error" };
      unread2.push({ file, ...of, message, range: { start, end: start }, fixes: [] });
      return "";
    },
    end: () => `${list2.add(unread2)}${list2.end()}
`
  };
}
var init_json2 = __esm({
  "server/src/cli/report/json.ts"() {
    "use strict";
    init_json_findings();
    init_json_list();
  }
});

// server/src/cli/report/github.ts
var github_exports = {};
__export(github_exports, {
  githubReporter: () => githubReporter
});
function githubReporter() {
  const written = { error: 0, warning: 0, notice: 0 };
  let left = /* @__PURE__ */ new Map();
  let isIncomplete = false;
  const isShown = ({ level: level2 }) => ++written[commands[level2]] <= mostAnnotations;
  return {
    start: "",
    namesFromRoot: true,
    writesCommands: true,
    file(report) {
      const shown4 = [];
      const others = [];
      for (const finding of report.findings) (isShown(finding) ? shown4 : others).push(finding);
      left = countsOf(others, left);
      isIncomplete ||= isCutOff(report.findings);
      return shown4.length === 0 ? "" : annotations({ ...report, findings: shown4 });
    },
    leaveOut: (path7, message) => `::error file=${property2(path7)}::${data2(message)}
`,
    end: () => left.size === 0 ? "" : `Not annotated: ${countsInWords(left, isIncomplete)}. GitHub shows ${mostAnnotations} of each kind per step. Print all with --format text.
`
  };
}
function annotations({ file, text, findings }) {
  const index = new LineIndex(text);
  const lines = findings.map((finding) => {
    const { start, end } = index.range(finding);
    const properties = [
      `file=${property2(file)}`,
      `line=${start.line}`,
      `endLine=${end.line}`,
      // GitHub accepts columns only on a single line.
      ...start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [],
      `title=${property2(finding.ruleId)}`
    ];
    return `::${commands[finding.level]} ${properties.join(",")}::${data2(finding.message())}
`;
  });
  return lines.join("");
}
function data2(text) {
  return withoutBrackets(text, "\\u005b").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property2(text) {
  return data2(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
var mostAnnotations, commands;
var init_github = __esm({
  "server/src/cli/report/github.ts"() {
    "use strict";
    init_level_counts();
    init_line_index();
    init_runner_commands();
    mostAnnotations = 10;
    commands = {
      error: "error",
      warning: "warning",
      information: "notice",
      hint: "notice"
    };
  }
});

// server/src/cli/report/line-hashes.ts
function hash(block) {
  let sum3 = 0n;
  for (let i = 0; i < blockSize; i++) {
    const code = i < block.length ? block.charCodeAt(i) : 0;
    sum3 = BigInt.asUintN(64, sum3 * 37n + BigInt(code));
  }
  return sum3.toString(16);
}
var blockSize, LineHashes;
var init_line_hashes = __esm({
  "server/src/cli/report/line-hashes.ts"() {
    "use strict";
    blockSize = 100;
    LineHashes = class {
      lines;
      hashes = /* @__PURE__ */ new Map();
      constructor(text) {
        const plain3 = `${text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "")}\uFFFF`;
        const starts = [0, ...Array.from(plain3.matchAll(/\n/g), ({ index }) => index + 1)];
        const counts = /* @__PURE__ */ new Map();
        this.lines = starts.map((start) => {
          const block = plain3.slice(start, start + blockSize);
          const count = (counts.get(block) ?? 0) + 1;
          counts.set(block, count);
          return { block, count };
        });
      }
      /** `line` from 1. */
      of(line2) {
        const { block, count } = this.lines[line2 - 1] ?? { block: "", count: 1 };
        const known = this.hashes.get(block) ?? hash(block);
        this.hashes.set(block, known);
        return `${known}:${count}`;
      }
    };
  }
});

// server/src/cli/report/sarif.ts
var sarif_exports = {};
__export(sarif_exports, {
  sarifReporter: () => sarifReporter
});
function sarifReporter() {
  const list2 = new JsonList(3);
  const notifications = [];
  return {
    start: `${head().slice(0, -tail.length)},
      "results": `,
    namesFromRoot: true,
    file: (report) => list2.add(results(report)),
    leaveOut(path7, message) {
      const artifactLocation = { uri: encodedPath(path7), uriBaseId };
      const locations = [{ physicalLocation: { artifactLocation } }];
      notifications.push({ level: "error", message: plain2(message), locations });
      return "";
    },
    end: () => {
      const invocations = new JsonList(3);
      const invocation = {
        executionSuccessful: notifications.length === 0,
        ...notifications.length > 0 && { toolExecutionNotifications: notifications }
      };
      const written = invocations.add([invocation]) + invocations.end();
      return `${list2.end()},
      "invocations": ${written}${tail}
`;
    }
  };
}
function head() {
  const run2 = {
    tool: {
      driver: {
        name: "hotfix-config",
        fullName: `hotfix-config ${version3}`,
        version: version3,
        semanticVersion: version3,
        rules: rules.map(descriptor)
      }
    },
    // The category of the alerts on GitHub. Azure DevOps requires one too.
    automationDetails: { id: "hotfix-config/" },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [uriBaseId]: {
        description: {
          text: "The root of the repository; without a repository, the working directory."
        }
      }
    }
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run2] };
  return JSON.stringify(log, null, 2);
}
function descriptor({ id, level: level2, summary, why }) {
  const text = why.replaceAll("\n", " ");
  return {
    id,
    name: id.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: `Flags ${summary}.` },
    fullDescription: { text },
    help: { text, markdown: why },
    defaultConfiguration: level2 === "off" ? { enabled: false, level: "note" } : { level: levels2[level2] },
    properties: { precision: "very-high", tags: ["correctness"] }
  };
}
function results({ file, text, findings }) {
  if (findings.length === 0) return [];
  const lines = new LineIndex(text);
  const lineHashes = new LineHashes(text);
  const artifactLocation = { uri: encodedPath(file), uriBaseId };
  const location = (range, artifact = artifactLocation) => ({
    physicalLocation: { artifactLocation: artifact, region: region(range) }
  });
  const elsewhere = (payload, one2) => location(new LineIndex(payload.text).range(one2), { uri: encodedPath(payload.file ?? file), uriBaseId });
  const fingerprints = new Fingerprints(text);
  return findings.map((finding) => {
    const range = lines.range(finding);
    const related = finding.related.map((one2) => ({
      ...one2.payload ? elsewhere(one2.payload, one2) : location(lines.range(one2)),
      message: plain2(one2.message())
    }));
    const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
    return {
      ruleId: finding.ruleId,
      ruleIndex: rules.findIndex(({ id }) => id === finding.ruleId),
      level: levels2[finding.level],
      message: plain2(finding.message()),
      locations: [location(range)],
      ...related.length > 0 && { relatedLocations: related },
      partialFingerprints: {
        primaryLocationLineHash: lineHashes.of(range.start.line),
        "finding/v1": fingerprints.of(finding)
      },
      ...fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => ({
          description: plain2(title),
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map((edit) => ({
                deletedRegion: region(lines.range(edit)),
                insertedContent: { text: edit.text }
              }))
            }
          ]
        }))
      }
    };
  });
}
function plain2(text) {
  return { text: text.replaceAll("](", "\\](") };
}
function region({ start, end }) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
var levels2, uriBaseId, tail;
var init_sarif = __esm({
  "server/src/cli/report/sarif.ts"() {
    "use strict";
    init_package();
    init_rules();
    init_line_index();
    init_uri();
    init_fingerprints();
    init_json_list();
    init_line_hashes();
    levels2 = {
      error: "error",
      warning: "warning",
      information: "note",
      hint: "note"
    };
    uriBaseId = "%SRCROOT%";
    tail = "\n    }\n  ]\n}";
  }
});

// server/src/cli/report/junit.ts
var junit_exports = {};
__export(junit_exports, {
  junitReporter: () => junitReporter
});
function junitReporter(failOn) {
  const suites = [];
  const sums = { tests: 0, failures: 0, errors: 0 };
  return {
    start: "",
    file({ file, text, findings }) {
      const failures = findings.filter(({ level: level2 }) => isAtLeast(level2, failOn)).length;
      const lines = new LineIndex(text);
      const found2 = findings.map((finding) => caseOf(file, lines, finding, isAtLeast(finding.level, failOn)));
      const cases = found2.length > 0 ? found2 : [passed(file)];
      suites.push(suite(file, { failures, errors: 0 }, cases));
      sums.tests += cases.length;
      sums.failures += failures;
      return "";
    },
    leaveOut(path7, message) {
      suites.push(suite(path7, { failures: 0, errors: 1 }, [unread(path7, message)]));
      sums.tests++;
      sums.errors++;
      return "";
    },
    end() {
      if (suites.length === 0) {
        suites.push(suite("hotfix-config", { failures: 0, errors: 0 }, [passed("no config found")]));
        sums.tests++;
      }
      return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="hotfix-config" tests="${sums.tests}" failures="${sums.failures}" errors="${sums.errors}">`,
        ...suites,
        "</testsuites>",
        ""
      ].join("\n");
    }
  };
}
function suite(file, { failures, errors }, cases) {
  return [
    `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}" errors="${errors}">`,
    ...cases,
    "  </testsuite>"
  ].join("\n");
}
function passed(file) {
  return `    <testcase name="no findings" classname="${xml(file)}"/>`;
}
function unread(file, message) {
  return [
    `    <testcase name="could not be checked" classname="${xml(file)}">`,
    `      <error message="${xml(message)}"/>`,
    "    </testcase>"
  ].join("\n");
}
function caseOf(file, lines, finding, fails) {
  const { ruleId, level: level2, start } = finding;
  const message = finding.message();
  const { line: line2, column } = lines.position(start);
  const at = `${file}:${line2}:${column}`;
  return [
    `    <testcase name="${xml(`${ruleId} ${line2}:${column}`)}" classname="${xml(file)}">`,
    fails ? `      <failure type="${xml(level2)}" message="${xml(message)}">${xml(at)}</failure>` : `      <system-out>${xml(`${at}: ${level2} ${message}`)}</system-out>`,
    "    </testcase>"
  ].join("\n");
}
function xml(text) {
  const escaped = text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\uFFFD").replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return withoutBrackets(escaped, "&#91;");
}
var init_junit = __esm({
  "server/src/cli/report/junit.ts"() {
    "use strict";
    init_summary();
    init_line_index();
    init_runner_commands();
  }
});

// server/src/cli/report/markdown.ts
var markdown_exports = {};
__export(markdown_exports, {
  markdownReporter: () => markdownReporter
});
function markdownReporter() {
  const summary = new Summary();
  const rows = new Map(levels.map((level2) => [level2, new Rows()]));
  const left = [];
  return {
    start: "",
    namesFromRoot: true,
    file({ file, text, findings }) {
      summary.add(findings);
      const lines = findings.length > 0 ? new LineIndex(text) : void 0;
      for (const finding of findings) {
        const { line: line2 = 1, column = 1 } = lines?.position(finding.start) ?? {};
        const level2 = finding.level === "error" ? `**${finding.level}**` : finding.level;
        const position = codeSpan(`${shortened(file)}:${line2}:${column}`).replaceAll("|", "\\|");
        rows.get(finding.level)?.add(
          () => `| ${level2} | ${position} | ${finding.ruleId} | ${escapeMarkdown(shortened(finding.message(), 500))} |
`
        );
      }
      return "";
    },
    leaveOut(path7, message) {
      if (left.length < 20)
        left.push(`- ${codeSpan(shortened(path7))}: ${escapeMarkdown(shortened(message))}
`);
      return "";
    },
    end() {
      const sum3 = summary.sentence() || "No config found.\n";
      const unread2 = left.length > 0 ? `
Not checked:

${left.join("")}` : "";
      return `${sum3}${unread2}${table([...rows.values()])}`;
    }
  };
}
function table(all) {
  const count = all.reduce((sum3, rows) => sum3 + rows.count, 0);
  if (count === 0) return "";
  let text = "\n| level | position | rule | message |\n| --- | --- | --- | --- |\n";
  let shown4 = 0;
  for (const row of all.flatMap((rows) => rows.shown)) {
    if (text.length + row.length > mostCharacters) break;
    text += row;
    shown4++;
  }
  const left = count - shown4;
  return left > 0 ? `${text}
${left} more ${left === 1 ? "finding is" : "findings are"} left out.
` : text;
}
var mostCharacters, Rows;
var init_markdown = __esm({
  "server/src/cli/report/markdown.ts"() {
    "use strict";
    init_rules();
    init_markup();
    init_summary();
    init_line_index();
    mostCharacters = 4e4;
    Rows = class {
      shown = [];
      count = 0;
      length = 0;
      add(row) {
        this.count++;
        if (this.length > mostCharacters) return;
        const text = row();
        this.shown.push(text);
        this.length += text.length;
      }
    };
  }
});

// server/src/cli/report/text.ts
var text_exports = {};
__export(text_exports, {
  textReporter: () => textReporter
});
function textReporter(paint) {
  return { start: "", file: (report) => textReport(report, paint, shown3), leaveOut: () => "", end: () => "" };
}
var shown3;
var init_text = __esm({
  "server/src/cli/report/text.ts"() {
    "use strict";
    init_text_report();
    init_visible();
    init_runner_commands();
    shown3 = (text) => withoutBrackets(visible2(text), "\uFFFD");
  }
});

// server/src/cli/outputs.ts
function filesOf(written, checked, { cwd }) {
  const taken2 = new Set(checked.map((path7) => (0, import_node_path24.resolve)(cwd, path7)));
  return written.map((text) => {
    const [name2 = "", ...rest] = text.split("=");
    const file = rest.join("=");
    const format2 = formats.find((known) => known === name2);
    if (format2 === void 0 || file === "")
      throw new WrongUsage(
        `invalid --output ${quote(text)}`,
        `write FORMAT=FILE; formats are ${formats.join(", ")}`
      );
    const path7 = (0, import_node_path24.resolve)(cwd, file);
    if (isLink(path7))
      throw new WrongUsage(`--output ${quote(file)} is a symbolic link`, "name the file itself");
    if (taken2.has(path7))
      throw new WrongUsage(
        `--output ${quote(file)} is a file to check, or another output`,
        "name another file"
      );
    taken2.add(path7);
    return { format: format2, file };
  });
}
function fileOutput(reporter, file, { cwd }) {
  const path7 = (0, import_node_path24.resolve)(cwd, file);
  const attempt = (work) => {
    try {
      return work();
    } catch (thrown) {
      throw cannot(`write ${quote(file)}`, thrown);
    }
  };
  const flags = import_node_fs15.constants.O_WRONLY | import_node_fs15.constants.O_CREAT | import_node_fs15.constants.O_TRUNC | (import_node_fs15.constants.O_NOFOLLOW ?? 0);
  const descriptor2 = attempt(() => {
    (0, import_node_fs15.mkdirSync)((0, import_node_path24.dirname)(path7), { recursive: true });
    return (0, import_node_fs15.openSync)(path7, flags, 438);
  });
  const escaped = reporter.writesCommands ? (text) => text : withoutCommands;
  return {
    reporter,
    write(text) {
      const bytes = Buffer.from(escaped(text));
      for (let at = 0; at < bytes.length; ) at += attempt(() => (0, import_node_fs15.writeSync)(descriptor2, bytes, at));
    },
    close: () => (0, import_node_fs15.closeSync)(descriptor2)
  };
}
async function reporterFor(format2, { failOn, color }, terminal) {
  switch (format2) {
    case "concise":
      return (await Promise.resolve().then(() => (init_concise(), concise_exports))).conciseReporter();
    case "azure":
      return (await Promise.resolve().then(() => (init_azure(), azure_exports))).azureReporter();
    case "gitlab":
      return (await Promise.resolve().then(() => (init_gitlab(), gitlab_exports))).gitlabReporter();
    case "rdjson":
      return (await Promise.resolve().then(() => (init_rdjson(), rdjson_exports))).rdjsonReporter();
    case "json":
      return (await Promise.resolve().then(() => (init_json2(), json_exports))).jsonReporter();
    case "github":
      return (await Promise.resolve().then(() => (init_github(), github_exports))).githubReporter();
    case "sarif":
      return (await Promise.resolve().then(() => (init_sarif(), sarif_exports))).sarifReporter();
    case "junit":
      return (await Promise.resolve().then(() => (init_junit(), junit_exports))).junitReporter(failOn);
    case "markdown":
      return (await Promise.resolve().then(() => (init_markdown(), markdown_exports))).markdownReporter();
    case "text": {
      const { textReporter: textReporter2 } = await Promise.resolve().then(() => (init_text(), text_exports));
      return textReporter2(await paintsFor(color, terminal));
    }
  }
}
var import_node_fs15, import_node_path24, Outputs;
var init_outputs = __esm({
  "server/src/cli/outputs.ts"() {
    "use strict";
    import_node_fs15 = require("node:fs");
    import_node_path24 = require("node:path");
    init_model();
    init_color();
    init_files();
    init_formats();
    init_runner_commands();
    init_repositories();
    init_terminal();
    Outputs = class _Outputs {
      constructor(all, cwd) {
        this.all = all;
        this.cwd = cwd;
      }
      all;
      cwd;
      /** `checked` are the files that an output must not overwrite. */
      static async open(flags, checked, terminal) {
        const files = filesOf(flags.output, checked, terminal);
        const reporter = await reporterFor(flags.format, flags, terminal);
        const write = reporter.writesCommands ? terminal.asIs : terminal.out;
        const others = [];
        for (const { format: format2, file } of files)
          others.push(
            fileOutput(await reporterFor(format2, { ...flags, color: "never" }, terminal), file, terminal)
          );
        return new _Outputs([{ reporter, write, close: () => {
        } }, ...others], terminal.cwd);
      }
      start() {
        for (const { reporter, write } of this.all) write(reporter.start);
      }
      /** `beforePrint` is called before something is printed on standard output. */
      file(report, beforePrint) {
        for (const output of this.all) {
          const printed = output.reporter.file({ ...report, file: this.nameOf(report.file, output) });
          if (printed === "") continue;
          if (output === this.all[0]) beforePrint();
          output.write(printed);
        }
      }
      leaveOut({ path: path7, problem }) {
        for (const output of this.all)
          output.write(output.reporter.leaveOut(this.nameOf(path7, output), problem.inOneLine));
      }
      end() {
        for (const { reporter, write, close } of this.all) {
          write(reporter.end());
          close();
        }
      }
      /** The name of a file on standard output, or in another output. */
      nameOf(file, { reporter } = this.all[0]) {
        return reporter.namesFromRoot ? nameFromRoot(file, this.cwd) : file;
      }
    };
  }
});

// server/src/cli/check.ts
var check_exports = {};
__export(check_exports, {
  check: () => check2
});
async function check2(written, flags, terminal, host) {
  const projects = new Projects(host, terminal, flags);
  const asked3 = await withoutGlobs(written, terminal);
  const called = namesFor(asked3, flags.stdinFilename);
  const paths = withGates(asked3, called, terminal);
  const baseline = flags.baseline === void 0 ? void 0 : await openBaseline(flags.baseline, paths.map(called), terminal);
  try {
    const { paths: all, listed: listed2, payloads, unread: unlisted } = await findConfigs(paths, terminal, projects);
    const isPayloadInput = all.includes("-") && isPayload((0, import_node_path25.resolve)(terminal.cwd, called("-")));
    const named = isPayloadInput ? all.filter((path7) => path7 !== "-") : all;
    const unread2 = [...unlisted];
    const isThere2 = (path7) => path7 === "-" || kindOf((0, import_node_path25.resolve)(terminal.cwd, path7)) !== "nothing";
    const there = named.filter((path7) => listed2.has(path7) || isThere2(path7));
    const missed = await baseline?.missing(there.map(called), projects) ?? [];
    const missing2 = missed.filter(({ path: path7 }) => !isPayload((0, import_node_path25.resolve)(terminal.cwd, path7)));
    const gone = new Map(missing2.flatMap(({ path: path7, isThere: isThere3, why }) => isThere3 ? [] : [[path7, why ?? ""]]));
    const wentWith = (folder2) => missing2.some(({ path: path7 }) => path7.startsWith(`${folder2}/`));
    const found2 = missing2.length === 0 ? named : named.filter((path7) => isThere2(path7) || !wentWith(path7));
    const files = [];
    for (const path7 of /* @__PURE__ */ new Set([...found2, ...missing2.map(({ path: path8 }) => path8)])) {
      const [file, why] = [called(path7), gone.get(path7)];
      const options2 = await projects.optionsFor(file).catch(asBroken);
      if (options2 instanceof BrokenProject) {
        unread2.push({ path: file, problem: options2 });
        continue;
      }
      const isListed = listed2.has(path7);
      files.push({
        path: path7,
        file,
        isListed,
        isCertain: why !== void 0 || await isCertain(file, isListed, terminal, projects),
        gone: why,
        options: why === void 0 ? options2 : leavingNothing(options2)
      });
    }
    const configs = files.map(({ file }) => file);
    const input = isPayloadInput ? [shown(called("-"), terminal)] : [];
    for (const file of payloadsBeside(configs, [...payloads, ...input], terminal)) {
      const payload = await payloadFile(file, asked3.map(called), terminal, projects).catch(asBroken);
      if (payload instanceof BrokenProject) unread2.push({ path: file, problem: payload });
      else files.push(payload);
    }
    const outputs = await Outputs.open(
      flags,
      files.map(({ path: path7 }) => path7),
      terminal
    );
    const run2 = new Run(flags, terminal, baseline, outputs, projects);
    for (const file of input) run2.payloads.given(file, await terminal.input());
    const status = await run2.over(files, unread2);
    const isWhole = baseline && run2.foundAllLosses && (flags.exclude ?? []).length === 0;
    for (const { file, position, why } of isWhole ? projects.unusedLosses(run2.accepted) : [])
      if (isBelowOne(file, paths, terminal))
        warn(terminal, atPosition(shown(file, terminal), position, why), "remove the entry");
    return status;
  } finally {
    baseline?.close();
  }
}
function isBelowOne(file, paths, { cwd }) {
  const folders2 = (paths.length === 0 ? ["."] : paths).map((path7) => (0, import_node_path25.resolve)(cwd, path7));
  return folders2.some((folder2) => !(0, import_node_path25.relative)(folder2, file).startsWith(".."));
}
async function payloadFile(file, named, terminal, projects) {
  const root = rootOfPayload((0, import_node_path25.resolve)(terminal.cwd, file)) ?? "";
  const options2 = await projects.optionsFor((0, import_node_path25.join)(root, embeddedConfigPath));
  return { path: file, file, isNamed: named.some((path7) => shown(path7, terminal) === file), options: options2 };
}
function wasRemoved(file, why, baseline) {
  const because2 = why === "" ? "" : ` (${why})`;
  return `${quote(file)} was removed since ${quote(baseline)}${because2}; checking it as an empty config`;
}
function leavingNothing(options2) {
  return { ...options2, levels: { ...options2.levels, "no-hotfix": "off" } };
}
var import_node_path25, Run;
var init_check = __esm({
  "server/src/cli/check.ts"() {
    "use strict";
    import_node_path25 = require("node:path");
    init_model();
    init_names();
    init_losses();
    init_checked_file();
    init_finding();
    init_fix_all();
    init_level_counts();
    init_summary();
    init_recognition();
    init_baseline();
    init_config_names();
    init_configs();
    init_content();
    init_exit_status();
    init_files();
    init_globs();
    init_layout();
    init_listing();
    init_outputs();
    init_payloads();
    init_progress();
    init_projects();
    init_records();
    init_standard_input();
    init_terminal();
    Run = class {
      constructor(flags, terminal, baseline, outputs, projects) {
        this.flags = flags;
        this.terminal = terminal;
        this.baseline = baseline;
        this.outputs = outputs;
        this.projects = projects;
        this.payloads = new Payloads(projects, baseline, terminal, (file) => outputs.nameOf(file));
      }
      flags;
      terminal;
      baseline;
      outputs;
      projects;
      /** The accepted losses that were found. */
      accepted = /* @__PURE__ */ new Map();
      missedLosses = false;
      summary = new Summary();
      payloads;
      complete = true;
      leftOut = /* @__PURE__ */ new Set();
      async over(files, unread2) {
        const { terminal, outputs, summary, flags, projects } = this;
        const progress = new Progress(terminal, "checked", files.length);
        let fixable = 0;
        const isText = flags.format === "text" || flags.format === "concise";
        let checked = 0;
        outputs.start();
        for (const problem of projects.broken.values()) reportProblem(terminal, problem);
        for (const folder2 of unread2) this.leaveOut(folder2);
        for (const [i, file] of files.entries()) {
          progress.at(i);
          if ("gone" in file && file.gone !== void 0) {
            progress.erase();
            warn(terminal, wasRemoved(file.file, file.gone, flags.baseline ?? ""));
          }
          let report = await this.reportOn(file).catch(asProblem);
          if (report instanceof CannotWork) {
            progress.erase();
            this.leaveOut({ path: file.file, problem: report });
            continue;
          }
          if (!report) {
            progress.erase();
            if ("isListed" in file && !file.isListed) warn(terminal, ...notAConfig(file.file));
            continue;
          }
          checked++;
          if (flags.quiet)
            report = { ...report, findings: report.findings.filter(({ level: level2 }) => level2 === "error") };
          summary.add(report.findings);
          if (isText && !isCutOff(report.findings)) fixable += report.findings.filter(hasSafeFix).length;
          outputs.file(report, () => progress.erase());
        }
        progress.erase();
        outputs.end();
        if (checked === 0 && this.complete && projects.broken.size === 0)
          warn(terminal, "no config found, nothing to check", howToName);
        else if (isText) terminal.err(summary.sentence(fixable));
        if (this.projects.broken.size > 0) return exitStatus.usage;
        if (!this.complete) return exitStatus.failed;
        return summary.reaches(flags.failOn) ? exitStatus.findings : exitStatus.fine;
      }
      leaveOut(unread2) {
        this.complete = false;
        const key = JSON.stringify([unread2.path, unread2.problem.message]);
        if (this.leftOut.has(key)) return;
        this.leftOut.add(key);
        if (!(unread2.problem instanceof BrokenProject)) reportProblem(this.terminal, unread2.problem);
        this.outputs.leaveOut(unread2);
      }
      async contentOrTooLarge(file) {
        try {
          return await this.contentOf(file);
        } catch (thrown) {
          if (thrown instanceof TooLarge) return void 0;
          throw thrown;
        }
      }
      contentOf({ path: path7, gone, isListed }) {
        if (gone !== void 0) return "";
        return isListed ? contentOfFile(path7, this.terminal) : contentOf(path7, this.terminal);
      }
      /** Undefined if the file is not a config despite its name. */
      async reportOn(of) {
        const report = "isNamed" in of ? await this.payloads.reportOn(of.file, of) : await this.reportOnConfig(of);
        const { levels: levels3, acceptedLosses } = of.options;
        if (!report || !acceptedLosses) return report;
        const bases = this.accepted.get(acceptedLosses) ?? /* @__PURE__ */ new Set();
        for (const { data: data3 } of report.findings.filter(isAccepted)) bases.add(String(data3["base"]));
        this.accepted.set(acceptedLosses, bases);
        this.missedLosses ||= isCutOff(report.findings) || [...lossRules].some((rule) => levels3[rule] === "off");
        return report;
      }
      /** Whether each accepted loss would have been found. */
      get foundAllLosses() {
        return this.complete && !this.missedLosses && this.projects.broken.size === 0;
      }
      async reportOnConfig(of) {
        const { file, options: settled } = of;
        const content = await this.contentOrTooLarge(of);
        const options2 = {
          ...settled,
          ...await this.payloads.beside(file),
          ...this.baseline && { baseline: await this.baseline.of((0, import_node_path25.resolve)(this.terminal.cwd, file)) }
        };
        if (content === void 0) return { file, text: "", findings: check(Analysis.tooLarge(), options2) };
        const analysis = typeof content === "string" ? new Analysis(content) : analysisOf(content);
        if (!of.isCertain && !looksLikeConfig(analysis, options2.baseline)) return void 0;
        this.payloads.checked(file, of.gone === void 0 ? analysis : void 0);
        return { file, text: analysis.source.text, findings: check(analysis, options2) };
      }
    };
  }
});

// server/src/service/findings/unreadable.ts
function whyUnreadable(analysis) {
  const first = unreadableBecause(analysis);
  const { line: line2, column } = new LineIndex(analysis.source.text).position(first.start);
  return `${line2}:${column}: ${first.message()}`;
}
function unreadableBecause(analysis) {
  const findings = check(analysis, { levels: {}, today: "" });
  const first = findings.find(({ ruleId }) => ruleId === "json-syntax" || ruleId === "wrong-type");
  if (!first) throw new Error("The config is unreadable, and no rule says why.");
  return first;
}
var init_unreadable = __esm({
  "server/src/service/findings/unreadable.ts"() {
    "use strict";
    init_line_index();
    init_finding();
  }
});

// server/src/service/answers/explanation.ts
function readingsOfFile({ analysis, served }) {
  const unserved = analysis?.readings ?? noFile;
  return served === void 0 ? unserved : readingsServed(unserved, served);
}
function explain(file, baked, catalogue = Catalogue.empty) {
  const readings = readingsOfFile(file);
  const config2 = readings.current;
  return {
    readable: config2 !== null,
    // A staged file is always readable. Only the original can be invalid.
    error: config2 || !file.analysis ? null : whyUnreadable(file.analysis),
    config: config2 && printable(config2),
    verdicts: baked.map((version4) => ({
      baked: version4,
      binary: answer(binaryVerdict(config2, version4)),
      scripts: answer(scriptsVerdict(config2, version4)),
      recorded: recorded(readings, version4, catalogue)
    })),
    ...stagedTexts(file)
  };
}
function stagedTexts({ analysis, served }) {
  if (served === void 0) return {};
  const { current: current2 } = analysis?.readings ?? noFile;
  return {
    staged: stage(current2, served, "merges").text ?? null,
    stagedByStamped: stage(current2, served, "overwrites").text ?? null
  };
}
function recorded(readings, baked, catalogue) {
  const outcome2 = recordedOutcome(readings, catalogue.get(trimSpace(baked)), catalogue);
  if (!outcome2) return null;
  const { generation, binary: binary2, scripts: scripts2, images } = outcome2;
  return {
    generation,
    binary: { asks: binary2.asks, reason: explainOutcome(binary2.reason) },
    scripts: { applies: scripts2.applies, reason: explainOutcome(scripts2.reason) },
    images: images.map(({ image, system, installs, reason }) => ({
      image,
      os: systemName(system),
      installs,
      reason: explainOutcome(reason)
    }))
  };
}
function answer({ resolved: resolved2, upgrade, reason }) {
  return { resolved: resolved2, upgrade, reason: explainReason(reason) };
}
function printable({ version: version4, scripts_version, hotfixes }) {
  return { version: version4, scripts_version, hotfixes: hotfixes && Object.fromEntries(hotfixes) };
}
var init_explanation = __esm({
  "server/src/service/answers/explanation.ts"() {
    "use strict";
    init_model();
    init_unreadable();
  }
});

// server/src/service/answers/installed.ts
function installedAs(asks, { installs, reason }) {
  if (asks !== null && !isVersion(asks)) return { installs: false, reason: noPackage };
  return { installs, reason: explainOutcome(reason) };
}
function asksInVain(asks, reason) {
  return isVersion(asks) ? void 0 : `asks for ${quote(asks)}: ${reason}; ${noPackage}`;
}
var noPackage;
var init_installed = __esm({
  "server/src/service/answers/installed.ts"() {
    "use strict";
    init_model();
    noPackage = "no package has this version";
  }
});

// server/src/service/answers/node-answers.ts
function answersFor(nodes, readings, catalogue) {
  const known = /* @__PURE__ */ new Map();
  return nodes.map((listed2) => {
    const answer2 = known.get(listed2.label) ?? answerFor(listed2.label, readings, catalogue);
    known.set(listed2.label, answer2);
    return { node: listed2.node, label: listed2.label, ...answer2 };
  });
}
function answerFor(label, readings, catalogue) {
  if (label === null) return unknown2(`the node has no label "${nodeImageLabel}"`);
  const named = parseNodeImage(label);
  if (!named) return unknown2(`${quote(label)} is neither a node image name nor a baked version`);
  const { image = null, version: version4, system } = named;
  const os = systemName(system) || null;
  if (version4 === void 0) {
    const reason = explainOutcome({ installs: false, code: "windows" });
    return {
      ...{ image, baked: null, os, generation: null },
      binary: { asks: null, installs: false, reason },
      scripts: { applies: false, reason }
    };
  }
  const { generation } = catalogue.get(version4) ?? {};
  const { decision, ...installed3 } = outcome(readings, version4, {
    generation: generation ?? "current",
    system
  });
  const { binary: binary2, scripts: scripts2 } = decision;
  return {
    ...{ image, baked: version4, os, generation: generation ?? null },
    binary: { asks: binary2.asks, ...installedAs(binary2.asks, installed3) },
    scripts: { applies: scripts2.applies, reason: explainOutcome(scripts2.reason) }
  };
}
function unknown2(reason) {
  return {
    ...{ image: null, baked: null, os: null, generation: null },
    binary: { asks: null, installs: null, reason },
    scripts: { applies: null, reason }
  };
}
var init_node_answers = __esm({
  "server/src/service/answers/node-answers.ts"() {
    "use strict";
    init_model();
    init_installed();
  }
});

// server/src/service/record.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var init_record2 = __esm({
  "server/src/service/record.ts"() {
    "use strict";
  }
});

// server/src/service/answers/node-list.ts
function readNodeList(text) {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (/^[[{"]/.test(trimmed)) return fromJson(trimmed);
  const lines = trimmed.split(/\r?\n/).map((line2) => line2.trim());
  const names = lines.filter((line2) => line2 !== "");
  if (names.length === 0) return { problem: "it lists no node" };
  if (names.every((name2) => !parseNodeImage(name2)))
    return { problem: `${quote(names[0] ?? "")} is neither a node image name nor a baked version` };
  return { nodes: names.map((label) => ({ node: null, label })) };
}
function fromJson(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON: ${messageOf(error)}` };
  }
  const items = itemsIn(value);
  if (!items) return { problem: 'it has no "items"' };
  if (items.length === 0) return { problem: 'its "items" are empty' };
  const other = items.find((item) => isRecord(item) && "kind" in item && item["kind"] !== "Node");
  if (items.some((item) => !isRecord(item))) return { problem: "its items are not nodes" };
  if (isRecord(other)) return { problem: `it lists a ${quote(String(other["kind"]))}, which is not a node` };
  return { nodes: items.map(fromItem) };
}
function itemsIn(value) {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return void 0;
  if (Array.isArray(value["items"])) return value["items"];
  return value["kind"] === "Node" ? [value] : void 0;
}
function fromItem(item) {
  const metadata = isRecord(item) && isRecord(item["metadata"]) ? item["metadata"] : {};
  const labels = isRecord(metadata["labels"]) ? metadata["labels"] : {};
  const [node, label] = [metadata["name"], labels[nodeImageLabel]];
  return { node: typeof node === "string" ? node : null, label: typeof label === "string" ? label : null };
}
var howToList;
var init_node_list = __esm({
  "server/src/service/answers/node-list.ts"() {
    "use strict";
    init_model();
    init_message_of();
    init_record2();
    howToList = 'write the output of "kubectl get nodes -o json", or a node image name or baked version a line';
  }
});

// server/src/service/answers/node-table.ts
function nodeTable(answers) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const answer2 of answers) {
    const group = groups2.get(answer2.label) ?? { answer: answer2, count: 0 };
    group.count++;
    groups2.set(answer2.label, group);
  }
  const sorted = [...groups2.values()].sort(
    (a, b) => b.count - a.count || ((a.answer.label ?? "") < (b.answer.label ?? "") ? -1 : 1)
  );
  const width = String(sorted[0]?.count ?? 0).length;
  const rows = sorted.flatMap(({ answer: answer2, count }) => [
    `  ${String(count).padStart(width)} x ${name(answer2)}`,
    `    binary:  ${binary(answer2)}`,
    `    scripts: ${scripts(answer2)}`
  ]);
  return [`  ${sum(answers)}`, ...rows];
}
function sum(answers) {
  const count = (test) => answers.filter(test).length;
  const upgrading = count(({ binary: binary2 }) => binary2.installs === true);
  const failing = count(({ binary: binary2 }) => binary2.installs === false && binary2.asks !== null);
  const open2 = count(({ binary: binary2 }) => binary2.installs === null);
  const parts2 = [
    `binary upgrades on ${upgrading}`,
    ...failing > 0 ? [`cannot be installed on ${failing}`] : [],
    `stays on ${count(({ binary: binary2 }) => binary2.installs === false && binary2.asks === null)}`,
    ...open2 > 0 ? [`unknown on ${open2}`] : []
  ];
  const scripts2 = `scripts apply on ${count((answer2) => answer2.scripts.applies === true)}`;
  return `${answers.length} ${answers.length === 1 ? "node" : "nodes"}: ${parts2.join(", ")}; ${scripts2}`;
}
function name({ label, image, baked, generation }) {
  if (label === null) return "no image label";
  if (baked === null) return quote(label);
  const where = image === null ? quote(baked) : `${image} ${quote(baked)}`;
  return generation === null ? `${where} (not on record, judged as a current controller)` : where;
}
function binary({ binary: { asks, installs, reason } }) {
  if (installs) return `upgrades to ${quote(asks ?? "")}: ${reason}`;
  if (installs === null)
    return asks === null ? `unknown: ${reason}` : `asks for ${quote(asks)}, unknown: ${reason}`;
  return asks === null ? `stays: ${reason}` : `cannot install ${quote(asks)}: ${reason}`;
}
function scripts({ scripts: { applies, reason }, baked, generation }) {
  if (applies) return `applies: ${reason}`;
  if (applies === null && generation !== "none") return `${baked === null ? "unknown" : "open"}: ${reason}`;
  return `stays: ${reason}`;
}
var init_node_table = __esm({
  "server/src/service/answers/node-table.ts"() {
    "use strict";
    init_model();
  }
});

// server/src/service/answers/served.ts
function servedSentence(analysis, served, generation = "current") {
  const how = traitsOf(generation).served;
  if (served === void 0 || how === "never-asks") return null;
  const { text, served: map } = stage(analysis.readings.current, served, how);
  if (!map) return "Nodes cannot read the served map, so the file does not change.";
  if (text === void 0) return "The served map is empty, so the file does not change.";
  const count = `${map.size} ${map.size === 1 ? "entry" : "entries"}`;
  return how === "merges" ? `The served map (${count}) replaces "hotfixes".` : `The served map (${count}) replaces the whole file, with "version" and "scripts_version".`;
}
var init_served2 = __esm({
  "server/src/service/answers/served.ts"() {
    "use strict";
    init_model();
  }
});

// server/src/service/answers/image-name.ts
function imageName(image) {
  const [sku = "", ...rest] = image.split("/");
  const parts2 = rest.join(" ");
  const generation = /gen\d+/.exec(parts2)?.[0];
  const known = operatingSystems.find(([pattern]) => pattern.test(sku));
  const system = known ? sku.replace(...known).trim() : sku.replace(/^AKS/, "");
  const release = /(?<!\d)(\d\d)(\d\d)(?!\d)/.exec(parts2);
  const named = [
    system,
    ...release ? [`${release[1]}.${release[2]}`] : [],
    ...features.flatMap(([pattern, name2]) => pattern.test(parts2) ? [name2] : []),
    ...generation ? [generation] : []
  ];
  return rest.length > 0 && (generation || release) ? named.join(" ") : image;
}
var operatingSystems, features;
var init_image_name = __esm({
  "server/src/service/answers/image-name.ts"() {
    "use strict";
    operatingSystems = [
      [/^AKSUbuntu$/, "Ubuntu"],
      [/^AKSAzureLinuxV(\d+)$/, "Azure Linux v$1"],
      [/^AKSCBLMarinerV?(\d*)$/, "CBL-Mariner $1"],
      [/^AKSAzureContainerLinux$/, "Azure Container Linux"]
    ];
    features = [
      [/minimal/, "minimal"],
      [/osguard/, "OS Guard"],
      [/arm64/, "arm64"],
      [/kata/, "Kata"],
      [/cvm/, "confidential VM"],
      [/fips/, "FIPS"],
      [/tl(?=containerd|$)/, "trusted launch"]
    ];
  }
});

// server/src/service/answers/recorded-text.ts
function recordedBinary({ binary: binary2, images }) {
  if (binary2.asks === null) return `stays: ${binary2.reason}`;
  const inVain = asksInVain(binary2.asks, binary2.reason);
  if (inVain !== void 0) return inVain;
  const installing3 = images.filter(({ installs }) => installs === true).length;
  const where = installing3 === 0 || installing3 === images.length ? "" : ` on ${installing3} of ${images.length} images`;
  const parts2 = [...groups(images, false, "cannot"), ...groups(images, null, "unknown")];
  const what = installing3 === 0 && images.length > 0 ? "asks for" : "upgrades to";
  return [`${what} ${quote(binary2.asks)}${where}: ${binary2.reason}`, ...parts2].join("; ");
}
function recordedScripts({ generation, scripts: { applies, reason } }) {
  if (applies) return `applies: ${reason}`;
  return applies === null && generation !== "none" ? `open: ${reason}` : `stays: ${reason}`;
}
function groups(images, installs, verb) {
  const byReason = /* @__PURE__ */ new Map();
  for (const image of images.filter((one2) => one2.installs === installs))
    byReason.set(image.reason, [...byReason.get(image.reason) ?? [], imageName(image.image)]);
  const where = (names) => names.length > 1 && names.length === images.length ? `its ${names.length} images` : names.join(", ");
  return [...byReason].map(([reason, names]) => `${verb} on ${where(names)}: ${reason}`);
}
var init_recorded_text = __esm({
  "server/src/service/answers/recorded-text.ts"() {
    "use strict";
    init_model();
    init_image_name();
    init_installed();
  }
});

// server/src/cli/explained-text.ts
function verdictRows(verdicts) {
  return verdicts.flatMap((verdict) => {
    const current2 = linesOf2(verdict.binary, verdict.scripts);
    const { baked, recorded: recorded2 } = verdict;
    if (!recorded2) return [`  ${quote(baked)}${impossible(baked)}`, ...current2];
    const decidesAlike = ["stamped", "grpc", "current"].includes(recorded2.generation);
    const other = decidesAlike ? [] : ["    A current controller of this version:", ...current2.map((line2) => `  ${line2}`)];
    return [`  ${quote(baked)} (on record: ${recorded2.generation})`, ...ownLines(verdict), ...other];
  });
}
function outcomeRows(verdicts) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const [at, verdict] of verdicts.entries()) {
    const lines = ownLines(verdict);
    const key = [verdict.recorded?.generation ?? "", ...lines.map(ofAnyBase)].join("\n");
    const known = groups2.get(key);
    if (known) known.at.push(at);
    else groups2.set(key, { at: [at], lines });
  }
  const rows = [...groups2.values()].map(({ at, lines }) => ({ at, lines, first: verdicts[at[0] ?? 0] }));
  const sorted = rows.sort((a, b) => Number(asksForBinary(b.first)) - Number(asksForBinary(a.first)));
  return sorted.flatMap(({ at, lines, first }) => {
    const generation = first?.recorded?.generation;
    const count = at.length > 1 ? `${at.length} baked versions, ` : "";
    const onRecord = generation === void 0 ? "" : ` (on record: ${generation})`;
    return [
      `  ${count}${runsOf(at, verdicts)}${onRecord}`,
      ...at.length > 1 ? lines.map(ofAnyBase) : lines
    ];
  });
}
function asksForBinary(verdict) {
  if (!verdict) return false;
  return verdict.recorded ? verdict.recorded.binary.asks !== null : verdict.binary.upgrade;
}
function runsOf(at, verdicts) {
  const runs = [];
  for (const index of at) {
    const run2 = runs.at(-1);
    if (run2 && run2.last + 1 === index) run2.last = index;
    else runs.push({ first: index, last: index });
  }
  const name2 = (index) => quote(verdicts[index]?.baked ?? "");
  return runs.map(({ first, last }) => {
    if (first === last) return name2(first);
    return `${name2(first)}${last === first + 1 ? ", " : " to "}${name2(last)}`;
  }).join(", ");
}
function ofAnyBase(line2) {
  return line2.replace(/stays: base "\d{6}\.\d\d" is not in/, "stays: its base is not in");
}
function ownLines({ binary: binary2, scripts: scripts2, recorded: recorded2 }) {
  return recorded2 ? [`    binary:  ${recordedBinary(recorded2)}`, `    scripts: ${recordedScripts(recorded2)}`] : linesOf2(binary2, scripts2);
}
function linesOf2(binary2, scripts2) {
  const inVain = binary2.upgrade ? asksInVain(binary2.resolved, binary2.reason) : void 0;
  return [`    binary:  ${inVain ?? sentence(binary2)}`, `    scripts: ${sentence(scripts2)}`];
}
function sentence({ upgrade, resolved: resolved2, reason }) {
  return upgrade ? `upgrades to ${quote(resolved2)}: ${reason}` : `stays: ${reason}`;
}
function impossible(baked) {
  const version4 = trimSpace(baked);
  if (!isVersion(version4) || isCalendarDate(baseOf(version4))) return "";
  return `: ${quote(baseOf(version4))} is not a valid date, so no image has this version. Its controller would decide:`;
}
var init_explained_text = __esm({
  "server/src/cli/explained-text.ts"() {
    "use strict";
    init_model();
    init_installed();
    init_recorded_text();
  }
});

// server/src/cli/explain.ts
var explain_exports = {};
__export(explain_exports, {
  explainFiles: () => explainFiles
});
async function explainFiles(written, flags, terminal, host) {
  const files = await withoutGlobs(written, terminal);
  refuseSharedInput(files, flags);
  const projects = new Projects(host, terminal, flags);
  const served = await servedBy(flags.served, terminal);
  const nodes = await nodesIn(flags.nodes, terminal);
  const explanations = [];
  const servedEffects = /* @__PURE__ */ new Map();
  let complete2 = true;
  let knowsNone = false;
  for (const file of files.length > 0 ? files : [null]) {
    const path7 = file ?? "-";
    await projects.requireValid(path7);
    const analysis = file === null ? null : await bytesOf(file, terminal).then(analysisOf).catch(asProblem);
    if (analysis instanceof CannotWork) {
      complete2 = false;
      reportProblem(terminal, analysis);
      continue;
    }
    const catalogue = await projects.catalogueOf(path7);
    const baked = nodes ? flags.baked : await bakedFor(path7, flags, projects);
    knowsNone ||= !nodes && baked.length === 0;
    const nodeFile = { analysis, served };
    const effect2 = servedSentence(analysis ?? new Analysis(""), served);
    if (effect2 !== null) servedEffects.set(file, effect2);
    explanations.push({
      file,
      ...explain(nodeFile, baked, catalogue),
      ...nodes && { nodes: answersFor(nodes, readingsOfFile(nodeFile), catalogue) }
    });
  }
  if (flags.format === "json") terminal.out(`${JSON.stringify(explanations, null, 2)}
`);
  else terminal.out(explanations.map(print2(flags.baked.length === 0, servedEffects)).join("\n"));
  if (knowsNone) warn(terminal, "no baked version is known, so there are no outcomes to show", nameSome);
  return complete2 ? exitStatus.fine : exitStatus.failed;
}
function refuseSharedInput(files, { served, nodes }) {
  const readers2 = [
    ...files.filter((file) => file === "-").map(() => "FILE"),
    ...served === "-" ? ["--served"] : [],
    ...nodes === "-" ? ["--nodes"] : []
  ];
  const [first, second] = [...new Set(readers2)];
  if (second)
    throw new WrongUsage(
      `${first} and ${second} cannot both read standard input ("-")`,
      "name a file for one of them"
    );
}
async function servedBy(path7, terminal) {
  return path7 === void 0 ? void 0 : decodeUtf8(await bytesOf(path7, terminal));
}
async function nodesIn(path7, terminal) {
  if (path7 === void 0) return void 0;
  const { text } = textOf2(await bytesOf(path7, terminal, largestNodeList));
  const list2 = readNodeList(text);
  if ("problem" in list2)
    throw new WrongUsage(`cannot use --nodes ${quote(path7)}: ${list2.problem}`, howToList);
  return list2.nodes;
}
async function bakedFor(file, flags, projects) {
  if (flags.baked.length > 0 && flags.bakedFrom.length === 0) return flags.baked;
  return [.../* @__PURE__ */ new Set([...flags.baked, ...await projects.knownFor(file)])];
}
function print2(isGrouped, servedEffects) {
  return ({ file, error, verdicts, nodes, staged, stagedByStamped }) => {
    const name2 = file ?? "no file";
    const says2 = file === null ? "nodes have an empty config" : "readable";
    const head2 = visible2(error === null ? `${name2}: ${says2}` : `${name2}:${error}`);
    const effect2 = servedEffects.get(file);
    const served = effect2 === void 0 ? [] : [
      `  ${effect2}`,
      ...staged ? [`  The file becomes: ${staged}`] : [],
      ...stagedByStamped && stagedByStamped !== staged ? [`  On "stamped" images, the file becomes: ${stagedByStamped}`] : []
    ];
    const table2 = nodes ? nodeTable(nodes) : [];
    const rows = isGrouped ? outcomeRows(verdicts) : verdictRows(verdicts);
    return [head2, ...served.map(visible2), ...table2.map(visible2), ...rows, ""].join("\n");
  };
}
var nameSome;
var init_explain = __esm({
  "server/src/cli/explain.ts"() {
    "use strict";
    init_model();
    init_explanation();
    init_node_answers();
    init_node_list();
    init_node_table();
    init_served2();
    init_checked_file();
    init_visible();
    init_content();
    init_exit_status();
    init_explained_text();
    init_globs();
    init_projects();
    init_terminal();
    nameSome = 'use --baked VERSION, --baked-from FILE or "bakedVersions" in .hotfixrc.json';
  }
});

// server/src/service/answers/difference.ts
function differencesBetween(before, after, catalogue) {
  const all = bakedVersionsOf([before, after], catalogue).flatMap(
    (baked) => ["binary", "scripts"].flatMap((what) => {
      const [was, is] = [before, after].map((readings) => asked2(effectOf(readings, baked, what, catalogue)));
      if (!was || !is || was.version === is.version) return [];
      const unknown3 = [
        ...was.isUnknown ? ["before"] : [],
        ...is.isUnknown ? ["after"] : []
      ];
      return [
        {
          ...{ baked, what, change: changeOf(what, was.version ?? "", is.version ?? "") },
          ...{ before: was.version, after: is.version, ...unknown3.length > 0 && { unknown: unknown3 } }
        }
      ];
    })
  );
  return all.sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change));
}
function payloadDifferences(before, after, catalogue) {
  const [left, added] = [before.payload.namesNotIn(after.payload), after.payload.namesNotIn(before.payload)];
  const rows = (names, gate, difference) => names.length === 0 ? [] : versionsWithScripts(gate, catalogue).map((baked) => ({
    ...{ baked, what: "payload" },
    ...difference(names.join(", "))
  }));
  return [
    ...rows(left, before.gate, (names) => ({ change: "lost", before: names, after: null })),
    ...rows(added, after.gate, (names) => ({ change: "gained", before: null, after: names }))
  ];
}
function asked2(effect2) {
  const version4 = offeredBy(effect2) || null;
  return { version: version4, isUnknown: version4 !== null && effect2.does === "unknown" };
}
function bakedVersionsOf(sides, catalogue) {
  const found2 = new Set(catalogue.all.map(({ version: version4 }) => version4));
  const patches = new Set(sides.flatMap(configsRead).flatMap(patchesIn));
  const bases = new Set(sides.flatMap((side) => [...basesOf("binary", side), ...basesOf("scripts", side)]));
  for (const base2 of bases) {
    if (catalogue.of(base2).length > 0) continue;
    found2.add(versionFrom(base2, "0"));
    for (const patch of patches) {
      const below = versionFrom(base2, String(BigInt(patch) - 1n));
      if (isVersion(below)) found2.add(below);
    }
  }
  return [...found2].sort(compareVersions);
}
function patchesIn(config2) {
  const texts = [...config2.hotfixes?.values() ?? [], config2.version, config2.scripts_version];
  return texts.flatMap((text) => parseLoose(trimSpace(text))?.patch ?? []);
}
var init_difference = __esm({
  "server/src/service/answers/difference.ts"() {
    "use strict";
    init_model();
  }
});

// server/src/cli/judged.ts
function judged(differences, { acceptedLosses = [], supportWindowMonths = 6, today }) {
  const all = differences.map((difference) => {
    if (!isLoss(difference.change)) return difference;
    const base2 = baseOf(difference.baked);
    const accepted = acceptedLosses.find((loss) => loss.base === base2)?.reason;
    if (accepted !== void 0) return { ...difference, accepted };
    const until = difference.change === "lost" ? supportedUntil(base2, supportWindowMonths) : void 0;
    return until !== void 0 && until < today ? { ...difference, supportedUntil: until } : difference;
  });
  return [...all.filter(isOpenLoss), ...all.filter((one2) => !isOpenLoss(one2))];
}
function isOpenLoss({ change, accepted, supportedUntil: until }) {
  return isLoss(change) && accepted === void 0 && until === void 0;
}
function whyNotOpen({ accepted, supportedUntil: until }) {
  if (accepted !== void 0) return "accepted";
  return until === void 0 ? "" : "past support";
}
function acceptedIn(differences) {
  const lines = differences.flatMap(
    ({ baked, accepted }) => accepted === void 0 ? [] : [`accepted for base "${baseOf(baked)}": ${accepted}`]
  );
  return [...new Set(lines)];
}
var init_judged = __esm({
  "server/src/cli/judged.ts"() {
    "use strict";
    init_model();
  }
});

// server/src/cli/changed-payloads.ts
async function changedPayload(name2, { root, projects, baseline, source }) {
  const folder2 = nameIn(root, rootOfPayload((0, import_node_path26.join)(root, name2)) ?? root);
  const past = (path7) => baseline.contentOf([import_node_path26.posix.join(folder2, path7)]);
  const [before, after] = [
    await past(payloadPath),
    await source.contentBelow(folder2, payloadPath, largestPayload)
  ];
  if (!after && (!before || await baseline.isLeftOut(name2))) return void 0;
  const options2 = await projects.optionsFor((0, import_node_path26.join)(root, folder2, embeddedConfigPath));
  const { catalogue = Catalogue.empty } = options2;
  const found2 = payloadDifferences(
    delivered(before, await past(embeddedConfigPath)),
    delivered(after, await source.contentBelow(folder2, embeddedConfigPath, largestFile)),
    catalogue
  );
  if (found2.length === 0) return void 0;
  const status = after ? before ? "changed" : "new" : "deleted";
  return { name: name2, status, before: noFile, after: noFile, catalogue, differences: judged(found2, options2) };
}
async function lossesBeside(config2, differences, { root, baseline }) {
  const layout = rootOfConfig((0, import_node_path26.join)(root, config2));
  if (layout === void 0) return differences;
  const payload = await baseline.contentOf([import_node_path26.posix.join(nameIn(root, layout), payloadPath)]);
  if (!payload || !parsed(payload).isEmpty) return differences;
  return differences.filter(({ what, change }) => what !== "scripts" || !isLoss(change));
}
function delivered(payload, gate) {
  return { payload: parsed(payload), gate: gate ? analysisOf(gate).readings : noFile };
}
function parsed(payload = new Uint8Array()) {
  return new Payload(decodeUtf8(payload));
}
function nameIn(root, folder2) {
  return (0, import_node_path26.relative)(root, folder2).replaceAll(import_node_path26.sep, "/");
}
var import_node_path26;
var init_changed_payloads = __esm({
  "server/src/cli/changed-payloads.ts"() {
    "use strict";
    import_node_path26 = require("node:path");
    init_model();
    init_names();
    init_difference();
    init_checked_file();
    init_host();
    init_judged();
    init_layout();
  }
});

// server/src/cli/revision-state.ts
var RevisionState;
var init_revision_state = __esm({
  "server/src/cli/revision-state.ts"() {
    "use strict";
    RevisionState = class {
      constructor(tree) {
        this.tree = tree;
      }
      tree;
      async at(name2) {
        const real = await this.tree.realName(name2);
        if (real !== void 0 && await this.tree.hashOf(real) !== void 0)
          return real === name2 ? { is: "file" } : { is: "linked", name: real };
        if (this.tree.submodules.has(real ?? name2)) return { is: "gone", why: "it is a submodule now" };
        if (real !== void 0 && (await this.tree.below(real)).length > 0)
          return { is: "gone", why: "it is a folder now" };
        const isLink2 = this.tree.names.includes(name2);
        return isLink2 ? { is: "gone", why: "it is now a broken symbolic link" } : { is: "gone" };
      }
      async holds(name2, content) {
        return (await this.tree.read(name2))?.equals(content) ?? false;
      }
      async listed() {
        const { names, submodules } = this.tree;
        return { files: names, leftOut: [], repositories: submodules, unreadable: [] };
      }
      /** A revision has no files of another repository. */
      otherRepository() {
        return void 0;
      }
    };
  }
});

// server/src/cli/changed-configs.ts
async function changedConfigs({ root, before, name: name2, after }, below, projects, terminal) {
  const blobs = await Blobs.open(root);
  try {
    const now = after ? await Tree.at(after, root, blobs) : void 0;
    const state = now ? new RevisionState(now) : new WorkTree(root);
    const tree = await Tree.at(before, root, blobs);
    const baseline = new RevisionBaseline(root, name2, tree, terminal, state);
    const source = now ? await atRevision2(now, tree, root, below, projects) : await onDisk(below, projects, terminal);
    const comparison2 = new Comparison(root, projects, terminal, baseline, source, state);
    return await comparison2.of(below.length > 0 ? below : [""]);
  } finally {
    blobs.close();
  }
}
async function onDisk(below, projects, terminal) {
  const { paths, listed: listed2, payloads, unread: unread2 } = await findConfigs(
    below.map((name2) => name2 || "."),
    terminal,
    projects
  );
  return {
    names: paths.filter((path7) => listed2.has(path7) || kindOf(`${terminal.cwd}/${path7}`) !== "nothing"),
    payloads,
    unread: unread2,
    contentBelow: (folder2, path7, most) => projects.contentBelow((0, import_node_path27.resolve)(terminal.cwd, folder2), path7, most),
    isListed: (name2) => listed2.has(name2),
    isSame: async () => false,
    async analysis(name2) {
      try {
        const content = await (listed2.has(name2) ? contentOfFile(name2, terminal) : contentOf(name2, terminal));
        return {
          content,
          analysis: typeof content === "string" ? new Analysis(content) : analysisOf(content)
        };
      } catch (thrown) {
        if (thrown instanceof TooLarge) return { content: "", analysis: Analysis.tooLarge() };
        throw thrown;
      }
    }
  };
}
async function atRevision2(tree, before, root, below, projects) {
  const isBelow = (name2) => below.length === 0 || below.some((at) => at === "" || `${name2}/`.startsWith(`${at}/`));
  const files = tree.files.filter((name2) => isBelow(name2) && !projects.isExcluded(`${root}/${name2}`));
  const isScripts = (name2) => isPayload(`${root}/${name2}`);
  const named = files.filter((name2) => below.includes(name2) && !isScripts(name2));
  const configs = [...await configsAmong(files, root, projects), ...await configsAtRevision(files, tree)];
  return {
    names: [.../* @__PURE__ */ new Set([...named, ...configs])],
    payloads: [.../* @__PURE__ */ new Set([...files, ...below])].filter(isScripts),
    unread: [],
    contentBelow: (folder2, path7) => tree.read(import_node_path27.posix.join(folder2, path7)),
    isListed: (name2) => !named.includes(name2),
    isSame: async (name2) => await tree.hashOf(name2) === await before.hashOf(name2),
    async analysis(name2) {
      const content = await tree.read(name2) ?? Buffer.alloc(0);
      return { content, analysis: analysisOf(content) };
    }
  };
}
var import_node_path27, Comparison, asProblemWith;
var init_changed_configs = __esm({
  "server/src/cli/changed-configs.ts"() {
    "use strict";
    import_node_path27 = require("node:path");
    init_model();
    init_difference();
    init_checked_file();
    init_recognition();
    init_blobs();
    init_changed_payloads();
    init_config_names();
    init_configs();
    init_configs_at_revision();
    init_content();
    init_files();
    init_git_tree();
    init_judged();
    init_layout();
    init_payloads();
    init_revision_baseline();
    init_revision_state();
    init_terminal();
    init_work_tree();
    Comparison = class {
      constructor(root, projects, terminal, baseline, source, state) {
        this.root = root;
        this.projects = projects;
        this.terminal = terminal;
        this.baseline = baseline;
        this.source = source;
        this.state = state;
        this.unread = [...source.unread];
      }
      root;
      projects;
      terminal;
      baseline;
      source;
      state;
      configs = [];
      unread;
      compared = 0;
      async of(below) {
        const { names } = this.source;
        const missed = await this.baseline.missing(below, new Set(names), this.projects);
        const missing2 = missed.filter(({ name: name2 }) => !isPayload(`${this.root}/${name2}`));
        const gone = new Map(
          missing2.flatMap(({ name: name2, isThere: isThere2, why }) => isThere2 ? [] : [[name2, why]])
        );
        for (const name2 of [.../* @__PURE__ */ new Set([...names, ...missing2.map(({ name: name3 }) => name3)])].sort()) {
          const work = gone.has(name2) ? this.deleted(name2, gone.get(name2)) : this.compare(name2);
          const problem = await work.catch(asProblemWith(name2));
          if (problem) this.unread.push({ path: name2, problem });
        }
        const all = [...names, ...missing2.map(({ name: name2 }) => name2)];
        for (const name2 of payloadsBeside(all, this.source.payloads, this.terminal)) {
          const changed2 = await changedPayload(name2, this).catch(asProblemWith(name2));
          if (changed2 instanceof CannotWork || changed2 instanceof BrokenProject)
            this.unread.push({ path: name2, problem: changed2 });
          else if (changed2) this.configs.push(changed2);
        }
        this.configs.sort((a, b) => a.name < b.name ? -1 : 1);
        return { configs: this.configs, unread: this.unread, compared: this.compared };
      }
      async deleted(name2, why) {
        const past = await this.baseline.of([name2], name2);
        if (past) await this.add({ name: name2, status: "deleted", why, before: past.readings, after: noFile });
      }
      async compare(name2) {
        if (await this.source.isSame(name2)) {
          this.compared++;
          return;
        }
        const { analysis, content } = await this.source.analysis(name2);
        const past = await this.baseline.of([name2], name2);
        const isListed = this.source.isListed(name2);
        if (!await isCertain(name2, isListed, this.terminal, this.projects) && !looksLikeConfig(analysis, past?.readings))
          return;
        const { readings: after } = analysis;
        if (past === void 0) {
          if (this.state.otherRepository(name2) === void 0)
            await this.add({ name: name2, status: "new", before: noFile, after });
        } else if (past.name !== name2)
          await this.add({ name: name2, status: "moved", from: past.name, before: past.readings, after });
        else if (Buffer.from(content).equals(past.content)) this.compared++;
        else await this.add({ name: name2, status: "changed", before: past.readings, after });
      }
      async add(config2) {
        this.compared++;
        const path7 = `${this.root}/${config2.name}`;
        const options2 = await this.projects.optionsFor(path7);
        const { catalogue = Catalogue.empty } = options2;
        const differences = differencesBetween(config2.before, config2.after, catalogue);
        const lost = await lossesBeside(config2.name, differences, this);
        this.configs.push({ ...config2, catalogue, differences: judged(lost, options2) });
      }
    };
    asProblemWith = (name2) => (thrown) => {
      if (thrown instanceof BrokenProject) return thrown;
      const problem = asProblem(thrown);
      if (problem.message.includes(quote(name2))) return problem;
      return new CannotWork(`cannot compare ${quote(name2)}: ${problem.message}`, problem.hint);
    };
  }
});

// server/src/cli/diff-file.ts
async function readSide(name2, other, terminal) {
  const side = (path8, bytes) => ({
    name: name2,
    path: path8,
    readings: analysisOf(bytes).readings
  });
  const path7 = (0, import_node_path28.resolve)(terminal.cwd, name2);
  const roots = [terminal.cwd, (0, import_node_path28.dirname)((0, import_node_path28.resolve)(terminal.cwd, other))].map(
    (folder2) => repositoryAbove(folder2)
  );
  const [root, ...others] = new Set(roots.flatMap((found2) => found2 ?? []));
  const isFile2 = name2 === "-" || !name2.includes(":") || isWrittenAsPath(name2);
  if (isFile2 || root === void 0 && kindOf(path7) !== "nothing")
    return side(isRegularFile(path7) ? path7 : void 0, await bytesOf(name2, terminal));
  for (const known of [root ?? terminal.cwd, ...others]) {
    const blob = await git(known, "cat-file", "blob", await blobAt(known, name2, terminal) ?? "");
    if (blob.ok) return side((0, import_node_path28.resolve)(known, pathIn(name2, known, terminal)), blob.out);
    if (lacksContent(blob.err)) throw because(`cannot read ${quote(name2)}`, whyNoAnswer(blob));
  }
  throw await notThere2(name2, root ?? terminal.cwd, terminal);
}
async function blobAt(root, name2, terminal) {
  const path7 = pathAt(name2);
  const written = name2.slice(0, name2.length - path7.length) + pathIn(name2, root, terminal);
  return hashOf(root, written);
}
async function notThere2(name2, root, { cwd }) {
  const top = await git(root, "rev-parse", "--show-toplevel");
  const cannot2 = `cannot read ${quote(name2)}`;
  if (!top.ok) return because(`${cannot2}: not a file, and`, whyNoAnswer(top), " ");
  if (kindOf((0, import_node_path28.resolve)(cwd, name2)) !== "nothing")
    return new CannotWork(`${cannot2}: no such revision or path in git`, `write "./${name2}" for the file`);
  const revision = name2.slice(0, name2.length - pathAt(name2).length - 1);
  const isThere2 = revision === "" || await hashOf(root, `${revision}^{tree}`) !== void 0;
  const next = isThere2 ? "check the path" : await whatIsNext(root);
  return new CannotWork(
    `${cannot2}: no such file, and no such revision or path in git`,
    `${next}; for "no config", write ${import_node_os4.devNull}`
  );
}
function pathIn(name2, root, { cwd }) {
  const path7 = pathAt(name2);
  return /^\.\.?\//.test(path7) ? (0, import_node_path28.relative)(root, (0, import_node_path28.resolve)(cwd, path7)).replaceAll(import_node_path28.sep, "/") : path7;
}
function pathAt(name2) {
  return name2.replace(/^(?::\d|(?:[^:{]|\{[^}]*\})*):/, "");
}
var import_node_os4, import_node_path28;
var init_diff_file = __esm({
  "server/src/cli/diff-file.ts"() {
    "use strict";
    import_node_os4 = require("node:os");
    import_node_path28 = require("node:path");
    init_model();
    init_checked_file();
    init_content();
    init_files();
    init_git();
    init_git_problems();
    init_git_revision();
    init_repositories();
    init_terminal();
  }
});

// server/src/cli/diff-text.ts
function differencesAsText(differences) {
  if (differences.length === 0) return `${noChange}
`;
  return `${alignedRows(rowsOf(differences))}${notesOn(differences)}${sum2(differences)}
`;
}
function notesOn(differences) {
  return acceptedIn(differences).map((note) => `${visible2(note)}
`).join("");
}
function alignedRows(rows) {
  const widths = [0, 1, 2, 3].map(
    (column) => rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0)
  );
  const line2 = ({ cells }) => {
    const [change, baked, what, before] = widths.map((width, i) => (cells[i] ?? "").padEnd(width));
    return `${change}  ${baked}  ${what}  ${before}  ->  ${cells[4]}
`;
  };
  return rows.map(line2).join("");
}
function differencesAsMarkdown(differences) {
  if (differences.length === 0) return `${noChange}
`;
  const rows = rowsOf(differences).map(markdownRow);
  const notes = acceptedIn(differences).slice(0, mostNotes).map((note) => `${escapeMarkdown(shortened(note))}

`).join("");
  let table2 = tableHead;
  let listed2 = 0;
  for (const row of rows) {
    if (table2.length + row.length + notes.length > longestComment) break;
    table2 += row;
    listed2++;
  }
  return `${table2}
${notes}${sum2(differences)}${leftOut(rows.length - listed2)}
`;
}
function markdownRow({ isOpen, cells }) {
  const [change, ...shown4] = cells.map((cell) => escapeMarkdown(shortened(cell)));
  return rowWith([isOpen ? `**${change}**` : `${change}`, ...shown4]);
}
function rowWith(row) {
  return `| ${row.join(" | ")} |
`;
}
function leftOut(rows) {
  return rows > 0 ? ` ${rows} more ${rows === 1 ? "row is" : "rows are"} left out.` : "";
}
function sum2(differences) {
  const counts = changes.flatMap((change) => {
    const all = differences.filter((difference) => difference.change === change);
    const whys = ["accepted", "past support"].flatMap((why) => {
      const count = all.filter((difference) => whyNotOpen(difference) === why).length;
      return count > 0 ? [`${count} ${why}`] : [];
    });
    return all.length > 0 ? [`${all.length} ${change}${whys.length > 0 ? ` (${whys.join(", ")})` : ""}`] : [];
  });
  return `${counts.join(", ")}.`;
}
function rowsOf(differences) {
  const alike = /* @__PURE__ */ new Map();
  for (const difference of differences) {
    const { baked, supportedUntil: supportedUntil2, ...outcome2 } = difference;
    const key = JSON.stringify([whyNotOpen(difference), outcome2]);
    const known = alike.get(key);
    if (known) known.push(difference);
    else alike.set(key, [difference]);
  }
  return [...alike.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { change, what, before, after, unknown: unknown3 = [] } = first;
    const why = whyNotOpen(first);
    const cells = [
      why === "" ? change : `${change} (${why})`,
      listed(all.map(({ baked }) => baked)),
      what,
      does(what, before, unknown3.includes("before")),
      does(what, after, unknown3.includes("after"))
    ];
    return [{ isOpen: isOpenLoss(first), cells }];
  });
}
function listed(versions) {
  if (versions.length <= mostListed) return versions.join(", ");
  return `${versions[0]} to ${versions.at(-1)} (${versions.length} versions)`;
}
function does(what, version4, isUnknown) {
  if (what === "payload") return version4 === null ? "runs the image's" : `applies ${version4}`;
  if (version4 === null) return "stays";
  const shown4 = isVersion(version4) ? version4 : quote(version4);
  if (what === "binary" && !isVersion(version4)) return `asks in vain for ${shown4}`;
  return isUnknown ? `unknown: asks for ${shown4}` : `upgrades to ${shown4}`;
}
var longestComment, mostNotes, mostListed, tableHead, noChange;
var init_diff_text = __esm({
  "server/src/cli/diff-text.ts"() {
    "use strict";
    init_model();
    init_markup();
    init_visible();
    init_judged();
    longestComment = 6e4;
    mostNotes = 10;
    mostListed = 3;
    tableHead = rowWith(["change", "baked version", "what", "before", "after"]) + rowWith(Array(5).fill("---"));
    noChange = "No change in node behavior.";
  }
});

// server/src/cli/diff-report.ts
function changesAsText(configs, unread2, path7) {
  const { losses, others, rest } = sectionsOf(configs);
  const title = ({ name: name2, status, from: from2 }) => visible2(`${path7(name2)} (${from2 === void 0 ? status : `moved from ${path7(from2)}`})`);
  const section = ({ config: config2, rows, accepted }) => `${title(config2)}
${(alignedRows(rows) + accepted.map((note) => `${visible2(note)}
`).join("")).replace(/^(?=.)/gm, "  ")}`;
  return [
    ...losses.length > 0 ? ["Losses:\n", ...losses.map(section)] : [],
    ...losses.length > 0 && others.length > 0 ? ["Other changes:\n"] : [],
    ...others.map(section),
    ...rest.map((config2) => `${title(config2)}
  ${noChange}
`),
    total(configs, unread2)
  ].join("\n");
}
function changesAsMarkdown(configs, problems2) {
  const { losses, others, rest } = sectionsOf(configs);
  const lost = losses.flatMap(({ config: config2 }) => config2.differences.filter(isOpenLoss));
  const start = lost.length > 0 ? [`> [!CAUTION]
> Nodes lose hotfixes: ${sum2(lost)}
`] : [];
  const end = [
    ...list(
      `${noChange.slice(0, -1)}:`,
      rest.map((config2) => `${headingOf(config2)}${config2.notes.map((note) => `: ${textOf3(note)}`).join("")}`)
    ),
    ...list("Not compared:", problems2.map(textOf3)),
    total(configs, problems2.length)
  ];
  const sections = (most) => [
    ...losses.length > 0 ? ["### Losses\n"] : [],
    ...losses.map((section) => asMarkdown(section, most)),
    ...losses.length > 0 && others.length > 0 ? ["### Other changes\n"] : [],
    ...others.map((section) => asMarkdown(section, most))
  ];
  const room = longestComment - [...start, ...end].join("\n").length;
  return [...start, ...fitting(sections, room), ...end].join("\n");
}
function fitting(sections, room) {
  const lengthOf = (parts3) => parts3.reduce((length2, part) => length2 + part.length + 1, 0);
  let parts2 = [];
  for (const most of [Number.POSITIVE_INFINITY, ...fewerRows]) {
    parts2 = sections(most);
    if (lengthOf(parts2) <= room) return parts2;
  }
  let [shown4, length] = [0, 0];
  for (const part of parts2) {
    length += part.length + 1;
    if (length > room - 100) break;
    shown4++;
  }
  const left = parts2.slice(shown4).filter((part) => part.startsWith("#### ")).length;
  return [...parts2.slice(0, shown4), `${left} more ${left === 1 ? "section is" : "sections are"} left out.
`];
}
function asMarkdown({ config: config2, rows, accepted }, mostRows) {
  const shown4 = rows.slice(0, mostRows).map(markdownRow).join("");
  const notes = config2.notes.map((note) => `${textOf3(note)}

`).join("");
  const left = leftOut(rows.length - mostRows);
  const below = [...left === "" ? [] : [left.trim()], ...accepted.slice(0, mostListed2).map(textOf3)];
  return `#### ${headingOf(config2)}

${notes}${tableHead}${shown4}${below.map((line2) => `
${line2}
`).join("")}`;
}
function list(title, items) {
  if (items.length === 0) return [];
  const lines = items.slice(0, mostListed2).map((item) => `- ${item}
`);
  const left = items.length - lines.length;
  return [`${title}

${lines.join("")}${left > 0 ? `- and ${left} more
` : ""}`];
}
function headingOf({ name: name2, status, from: from2 }) {
  const named = (text) => codeSpan(shortened(text));
  return from2 === void 0 ? `${named(name2)} (${status})` : `${named(name2)} (moved from ${named(from2)})`;
}
function textOf3(note) {
  return escapeMarkdown(shortened(note));
}
function sectionsOf(configs) {
  const sections = (isPart) => configs.flatMap((config2) => {
    const part = config2.differences.filter(({ change }) => isLoss(change) === isPart);
    return part.length > 0 ? [{ config: config2, rows: rowsOf(part), accepted: acceptedIn(part) }] : [];
  });
  return {
    losses: sections(true),
    others: sections(false),
    rest: configs.filter(({ differences }) => differences.length === 0)
  };
}
function total(configs, unread2) {
  const left = unread2 > 0 ? ` ${unread2} ${unread2 === 1 ? "was" : "were"} not compared.` : "";
  const changed2 = configs.filter(({ differences }) => differences.length > 0);
  if (changed2.length === 0) return `${noChange}${left}
`;
  const counts = sum2(changed2.flatMap(({ differences }) => differences)).replace(/\.$/, "");
  const isPayload2 = changed2.some(({ differences: [first] }) => first?.what === "payload");
  const noun = isPayload2 ? "file" : "config";
  return `${counts} in ${changed2.length} ${changed2.length === 1 ? noun : `${noun}s`}.${left}
`;
}
var mostListed2, fewerRows;
var init_diff_report = __esm({
  "server/src/cli/diff-report.ts"() {
    "use strict";
    init_model();
    init_markup();
    init_visible();
    init_diff_text();
    init_judged();
    mostListed2 = 20;
    fewerRows = [100, 30, 10, 3, 1];
  }
});

// server/src/cli/default-branch.ts
async function defaultBranch(root) {
  const named = await git(root, "symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  if (!named.ok && named.status !== 1) throw because("cannot find the default branch", whyNoAnswer(named));
  const known = await branchesOf(root);
  if (named.ok && known.has(line(named))) return line(named);
  for (const names of candidates) {
    const [first, second] = names.filter((name2) => known.has(name2));
    if (first === void 0) continue;
    if (second === void 0 || known.get(first) === known.get(second)) return first;
    throw new CannotWork(
      `this repository has no default branch: ${shortBranch(first)} and ${shortBranch(second)} differ, and there is no origin/HEAD`,
      `name one: "hotfix-config diff ${shortBranch(first)}"`
    );
  }
  throw new CannotWork(
    "this repository has no default branch: there is no origin/HEAD, main or master",
    'name a revision: "hotfix-config diff REV"; to get a branch that this clone lacks, run "git fetch origin BRANCH"'
  );
}
function shortBranch(name2) {
  return name2.replace(/^refs\/(?:remotes|heads)\//, "");
}
async function branchesOf(root) {
  const listed2 = await git(
    root,
    "for-each-ref",
    "--format=%(objectname) %(refname)",
    "refs/remotes/origin",
    ...candidates.flat()
  );
  if (!listed2.ok) throw because("cannot list the branches", whyNoAnswer(listed2));
  const lines = line(listed2).split("\n");
  return new Map(
    lines.map((text) => [text.slice(text.indexOf(" ") + 1), text.split(" ", 1)[0] ?? ""])
  );
}
var candidates;
var init_default_branch = __esm({
  "server/src/cli/default-branch.ts"() {
    "use strict";
    init_git();
    init_git_problems();
    init_terminal();
    candidates = ["refs/remotes/origin", "refs/heads"].map((place) => [`${place}/main`, `${place}/master`]);
  }
});

// server/src/cli/diff-sides.ts
async function repositorySides(base2, head2, terminal) {
  const root = await rootOf2(terminal);
  if (base2 === void 0) return sinceDefaultBranch(root, terminal);
  if (head2 === void 0) return sinceMergeBase(base2, root, terminal);
  return root === void 0 ? void 0 : betweenRevisions([base2, head2], root, terminal);
}
async function rootOf2({ cwd, env }) {
  const above = repositoryAbove(cwd);
  if (above !== void 0 || !env["GIT_DIR"]) return above;
  const top = await git(cwd, "rev-parse", "--show-toplevel");
  return top.ok ? line(top) : void 0;
}
async function sinceDefaultBranch(root, terminal) {
  if (root === void 0) throw notInGit();
  const branch = await defaultBranch(root);
  const before = await revisionIn2(root, branch);
  if (before === void 0 || "why" in before) throw noRevision(branch, before);
  const name2 = shortBranch(branch);
  if (before.note === void 0)
    terminal.err(`comparing with the merge base of ${name2} and HEAD (${before.bases[0]?.slice(0, 12)})
`);
  return { root, before, name: name2, after: void 0 };
}
async function sinceMergeBase(name2, root, terminal) {
  const isPath = name2 === "-" || isWrittenAsPath(name2);
  const kind = kindOf(`${terminal.cwd}/${name2}`);
  if (isPath || root === void 0 && kind === "file") throw onlyOneFile(name2);
  if (root === void 0) throw notInGit();
  const before = await revisionIn2(root, name2);
  if (before === void 0 || "why" in before) {
    if (kind === "file" || await hashOf(root, name2) !== void 0) throw onlyOneFile(name2);
    throw noRevision(name2, before);
  }
  const second = secondOf(name2);
  const after = second === void 0 ? void 0 : await exactRevision(root, second);
  warnOfFiles([name2], terminal);
  return { root, before, name: name2, after };
}
async function betweenRevisions(names, root, terminal) {
  const found2 = await Promise.all(names.map((name2) => namedRevision(root, name2)));
  const [before, after] = found2;
  if (before && after) {
    warnOfFiles(names, terminal);
    return { root, before, name: names[0], after };
  }
  const other = found2.indexOf(void 0);
  const [missing2, known] = [names[other] ?? "", names[1 - other] ?? ""];
  for (const name2 of before || after ? [missing2] : names) await refuseUnknown(name2, root, terminal);
  if (!before && !after) return void 0;
  if (isFile(known, terminal))
    throw new WrongUsage(
      `${quote(known)} is a revision and a file, and ${quote(missing2)} is only a file`,
      `write "./${known}" for the file`
    );
  throw new WrongUsage(
    `${quote(known)} is a revision, and ${quote(missing2)} is a file`,
    `for the file at that revision, write "${known}:./${missing2}"`
  );
}
async function namedRevision(root, name2) {
  return name2 === "-" || name2 === "" || isWrittenAsPath(name2) ? void 0 : exactRevision(root, name2);
}
async function refuseUnknown(name2, root, terminal) {
  const isPath = name2 === "-" || name2.includes(":") || isWrittenAsPath(name2) || /\.jsonc?$/i.test(name2);
  if (isPath || kindOf(`${terminal.cwd}/${name2}`) !== "nothing") return;
  const no = await revisionIn2(root, name2);
  if (no === void 0 || "why" in no) throw noRevision(name2, no);
}
function warnOfFiles(names, terminal) {
  for (const name2 of names.filter((name3) => isFile(name3, terminal)))
    warn(
      terminal,
      `${quote(name2)} is a revision and a file; using the revision`,
      `write "./${name2}" for the file`
    );
}
function isFile(name2, { cwd }) {
  return kindOf(`${cwd}/${name2}`) === "file";
}
function onlyOneFile(name2) {
  return new WrongUsage(
    `${quote(name2)} is a file, and diff compares two files or a revision`,
    `name both: "hotfix-config diff OLD ${name2}", where OLD is a file or REV:PATH`
  );
}
function notInGit() {
  return because("cannot compare revisions", {
    why: "this folder is not in a git repository",
    next: 'name two files: "hotfix-config diff OLD NEW"'
  });
}
function noRevision(name2, no) {
  const why = no === void 0 ? whyNoAnswer({ err: "not a git repository" }).why : no.why;
  return new CannotWork(
    `${quote(name2)} is neither a file nor a git revision${why ? ` (${why})` : ""}`,
    no?.next ?? "check the path"
  );
}
var init_diff_sides = __esm({
  "server/src/cli/diff-sides.ts"() {
    "use strict";
    init_model();
    init_default_branch();
    init_files();
    init_git();
    init_git_problems();
    init_git_revision();
    init_repositories();
    init_terminal();
  }
});

// server/src/cli/diff.ts
var diff_exports = {};
__export(diff_exports, {
  diff: () => diff
});
async function diff(base2, head2, flags, terminal, host) {
  const projects = new Projects(host, terminal, flags);
  const sides = await repositorySides(base2, head2, terminal);
  if (sides) return diffRepository(sides, flags, projects, terminal);
  if (flags.path.length > 0)
    throw new WrongUsage("--path selects configs of a repository", "name revisions, or leave out --path");
  return diffFiles(base2 ?? "", head2 ?? "", flags, projects, terminal);
}
async function diffFiles(base2, head2, flags, projects, terminal) {
  const [before, after] = [await readSide(base2, head2, terminal), await readSide(head2, base2, terminal)];
  const path7 = after.path ?? before.path ?? "-";
  const options2 = await projects.optionsFor(path7);
  const { catalogue = Catalogue.empty } = options2;
  for (const { name: name2, readings } of [before, after]) {
    if (!readings.current) warn(terminal, unreadable(name2, readings, catalogue));
  }
  const found2 = differencesBetween(before.readings, after.readings, catalogue);
  const differences = judged(found2, options2);
  const print3 = {
    json: () => asJson(differences),
    markdown: () => differencesAsMarkdown(differences),
    text: () => differencesAsText(differences)
  };
  terminal.out(print3[flags.format]());
  return statusOf(differences, flags);
}
async function diffRepository(sides, flags, projects, terminal) {
  const { before } = sides;
  if (before.note !== void 0) warn(terminal, before.note, before.hint);
  const named = await withoutGlobs(flags.path, terminal);
  const below = named.map((path8) => nameIn2(sides.root, path8, terminal));
  const here = { ...terminal, cwd: sides.root };
  const { configs, unread: unread2, compared } = await changedConfigs(sides, below, projects, here);
  const problems2 = new Map(unread2.map(({ problem }) => [problem.message, problem]));
  for (const problem of problems2.values()) reportProblem(terminal, problem);
  const noted = configs.map((config2) => ({ ...config2, notes: notesOf(config2) }));
  for (const { notes } of noted) for (const note of notes) warn(terminal, note);
  if (compared === 0 && unread2.length === 0) warn(terminal, "no config found, nothing to compare", howToName);
  const path7 = (name2) => shown((0, import_node_path29.resolve)(sides.root, name2), terminal);
  const left = unread2.map(
    ({ path: path8, problem }) => problem instanceof BrokenProject ? `${path8}: ${problem.inOneLine}` : problem.inOneLine
  );
  const print3 = {
    json: () => asJson(configs.map((config2) => elementOf(config2, path7))),
    markdown: () => changesAsMarkdown(noted, left),
    text: () => changesAsText(noted, unread2.length, path7)
  };
  terminal.out(print3[flags.format]());
  const status = statusOf(
    configs.flatMap(({ differences }) => differences),
    flags
  );
  if (unread2.some(({ problem }) => problem instanceof BrokenProject)) return exitStatus.usage;
  return unread2.length > 0 ? exitStatus.failed : status;
}
function statusOf(differences, { exitCode }) {
  return exitCode && differences.some(isOpenLoss) ? exitStatus.findings : exitStatus.fine;
}
function nameIn2(root, path7, { cwd }) {
  const name2 = (0, import_node_path29.relative)(root, (0, import_node_path29.resolve)(cwd, path7)).replaceAll(import_node_path29.sep, "/");
  if (name2 !== ".." && !name2.startsWith("../") && path7 !== "") return name2;
  throw new WrongUsage(`--path ${quote(path7)} is not in the repository`, "run the command in its repository");
}
function elementOf({ name: name2, status, from: from2, before, after, differences }, path7) {
  const unreadable2 = [...before.current ? [] : ["before"], ...after.current ? [] : ["after"]];
  return {
    ...{ file: path7(name2), status, ...from2 !== void 0 && { from: path7(from2) } },
    ...unreadable2.length > 0 && { unreadable: unreadable2 },
    differences
  };
}
function notesOf({ name: name2, status, why, before, after, catalogue }) {
  return [
    ...why === void 0 ? [] : [`${quote(name2)} was removed: ${why}`],
    ...!before.current && configsRead(before).length > 0 ? [`before, ${unreadable(name2, before, catalogue)}`] : [],
    ...status !== "deleted" && !after.current ? [unreadable(name2, after, catalogue)] : []
  ];
}
function unreadable(name2, readings, catalogue) {
  const able = upgradedAmong(installingAny(readings, catalogue));
  if (able.length === 0) return `nodes cannot read ${quote(name2)}, so none upgrades with it`;
  return `current controllers cannot read ${quote(name2)}, so only nodes of ${able.join(", ")} upgrade with it`;
}
function asJson(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
var import_node_path29;
var init_diff = __esm({
  "server/src/cli/diff.ts"() {
    "use strict";
    import_node_path29 = require("node:path");
    init_model();
    init_difference();
    init_changed_configs();
    init_configs();
    init_diff_file();
    init_diff_report();
    init_diff_sides();
    init_diff_text();
    init_exit_status();
    init_globs();
    init_judged();
    init_listing();
    init_projects();
    init_terminal();
  }
});

// server/src/cli/commands.ts
function checkCommand({ terminal, host, command: command2, end }) {
  return withRules(command2("check")).description("Checks configs and prints the findings.").argument("[path...]", "configs or folders (default: .); - reads standard input").addOption(new Option("--format <format>", "output format").choices(formats).default("text")).addOption(repeatable("--output <format=file>", "write to a file too, in its own format; repeatable")).addOption(
    new Option("--fail-on <level>", "minimum level that fails the check").choices(levels).default("error")
  ).option(
    "--baseline <revision|file>",
    "report lost hotfixes since the merge base with a git revision, or since ./FILE"
  ).option("--stdin-filename <path>", "file name to report for standard input").option("--quiet", "report only errors", false).option("--fix", "apply the safe fixes first", false).addOption(
    new Option("--color <when>", "color the text output").choices(["auto", "always", "never"]).default("auto")
  ).addHelpText(
    "after",
    `
Each finding starts with "path:line:column: level rule message". The summary goes to standard error.

Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main --format github
  hotfix-config check --format github --output sarif=hotfix.sarif --output markdown=summary.md
  hotfix-config check - --stdin-filename hotfix.json < draft.json

Exit status:
  0  no findings at or above --fail-on, or no config found
  1  findings at or above --fail-on
  2  wrong usage, or invalid .hotfixrc.json
  3  a file could not be read, or git failed; the other files were checked`
  ).action(async (paths, flags) => {
    const all = { ...notRepeated, output: [], ...flags };
    if (flags.fix) {
      const { fixBefore: fixBefore2 } = await Promise.resolve().then(() => (init_fix(), fix_exports));
      await fixBefore2(paths, all, terminal, host);
    }
    const { check: check4 } = await Promise.resolve().then(() => (init_check(), check_exports));
    end(await check4(paths, all, terminal, host));
  });
}
function fixCommand({ terminal, host, command: command2, end }) {
  return withRules(
    command2("fix"),
    "apply the first fix of a rule too, or set its level; repeatable",
    "<id[=level]>"
  ).description(
    "Applies the safe fixes. A safe fix never removes an upgrade from a node. It can make a misspelled entry effective, but only if its version then has no finding."
  ).argument("[path...]", "configs or folders (default: .); - alone fixes standard input to standard output").option("--check", "change nothing; exit with 1 if a file would change", false).option("--diff", "print the changes as a unified diff, and change nothing", false).option("--comments", "remove comments too", false).option("--stdin-filename <path>", "file name to report for standard input").addHelpText(
    "after",
    `
Examples:
  hotfix-config fix
  hotfix-config fix --check parts/
  hotfix-config fix --rule empty-patch --diff
  hotfix-config fix - < draft.json > hotfix.json

Exit status:
  0  all safe fixes were applied
  1  with --check, a file would change
  2  wrong usage, or invalid .hotfixrc.json
  3  a file could not be read or written; the others were fixed`
  ).action(async (paths, flags) => {
    const { fix: fix2 } = await Promise.resolve().then(() => (init_fix(), fix_exports));
    end(await fix2(paths, { ...notRepeated, ...flags }, terminal, host));
  });
}
function explainCommand({ terminal, host, command: command2, end }) {
  return withCatalogue(command2("explain")).option("--served <file>", "response of the live-patching service; - reads standard input").option(
    "--nodes <file>",
    'output of "kubectl get nodes -o json", or one image per line; - reads standard input'
  ).description("Shows what nodes do with a config, and why.").argument("[file...]", "configs with any name; none means a node without a file; - reads standard input").addOption(
    new Option("--format <format>", "output format").choices(["text", "json"]).default("text")
  ).addHelpText(
    "after",
    `
Examples:
  hotfix-config explain hotfix.json --baked 202604.01.0 --baked=
  hotfix-config explain hotfix.json --baked-from baked.json
  hotfix-config explain parts/*.json --baked 202604.01.0 --format json
  kubectl get nodes -o json | hotfix-config explain hotfix.json --nodes -
  hotfix-config explain --served served.json

Exit status:
  0  success, also if nodes cannot read a file
  2  wrong usage, invalid .hotfixrc.json or invalid list of nodes
  3  a file could not be read`
  ).action(async (files, flags) => {
    const { explainFiles: explainFiles2 } = await Promise.resolve().then(() => (init_explain(), explain_exports));
    end(await explainFiles2(files, { ...notRepeated, ...flags }, terminal, host));
  });
}
function diffCommand({ terminal, host, command: command2, end }) {
  return withCatalogue(command2("diff")).description(
    "Compares what nodes do with two configs, or with all configs of a repository at two revisions."
  ).argument(
    "[base]",
    "a git revision, a file, or a file at a revision: main:parts/hotfix.json (default: the default branch)"
  ).argument("[head]", "the same (default: the working tree)").addOption(
    new Option("--format <format>", "output format").choices(["text", "markdown", "json"]).default("text")
  ).addOption(repeatable("--path <path>", "compare only configs at or below this path; repeatable")).addOption(exclude()).option("--exit-code", "exit with status 1 if nodes lose a hotfix or get a lower one").addHelpText(
    "after",
    `
With one revision or none, the working tree is compared with its merge base with HEAD. "A B" compares the two revisions,
"A...B" compares B with the merge base of both. A file whose name is also a revision is written ./NAME.

Examples:
  hotfix-config diff
  hotfix-config diff origin/main --format markdown
  hotfix-config diff origin/main HEAD --path parts/
  hotfix-config diff origin/main:hotfix.json hotfix.json
  hotfix-config diff /dev/null hotfix.json

Exit status:
  0  success, with or without differences
  1  with --exit-code: nodes lose a hotfix, or get a lower one
  2  wrong usage, or invalid .hotfixrc.json
  3  a file or revision could not be read; other files were compared`
  ).action(async (base2, head2, flags) => {
    const { diff: diff2 } = await Promise.resolve().then(() => (init_diff(), diff_exports));
    end(await diff2(base2, head2, { ...notRepeated, path: [], ...flags }, terminal, host));
  });
}
function rulesCommand({ terminal, command: command2, end }) {
  return command2("rules").description("Lists the rules, or shows one.").argument("[id]", "rule to show").addOption(
    new Option("--format <format>", "output format").choices(["text", "json"]).default("text")
  ).addHelpText(
    "after",
    `
Examples:
  hotfix-config rules
  hotfix-config rules base-mismatch
  hotfix-config rules --format json

Exit status:
  0  success
  2  wrong usage, or unknown rule`
  ).action(async (id, flags) => {
    const { listRules: listRules2 } = await Promise.resolve().then(() => (init_rules2(), rules_exports));
    end(listRules2(id, flags, terminal));
  });
}
function withRules(to, description = "set the level of a rule; repeatable", value = "<id=level>") {
  return withCatalogue(to).addOption(repeatable(`--rule ${value}`, description)).addOption(exclude());
}
function exclude() {
  return repeatable("--exclude <glob>", "leave out files; repeatable");
}
function withCatalogue(to) {
  return to.addOption(repeatable("--baked <version>", "baked version; repeatable; --baked= is the empty one")).addOption(
    repeatable("--baked-from <file>", "file with baked versions, or REVISION:PATH in git; repeatable")
  ).option("--today <day>", "date for support windows, YYYY-MM-DD (UTC)", day);
}
function repeatable(flags, description) {
  const add = (value, before = []) => [...before, value];
  return new Option(flags, description).argParser(add);
}
function day(text) {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(`${JSON.stringify(text)} is not a valid date (YYYY-MM-DD).`);
}
var notRepeated;
var init_commands = __esm({
  "server/src/cli/commands.ts"() {
    "use strict";
    init_esm();
    init_model();
    init_rule();
    init_formats();
    notRepeated = { rule: [], baked: [], bakedFrom: [] };
  }
});

// server/src/cli/program.ts
async function run(args, streams, host) {
  const terminal = terminalOn(streams);
  let status = exitStatus.fine;
  const surroundings = {
    terminal,
    host,
    command: (name2) => command(name2, terminal),
    end: (answer2) => {
      status = answer2;
    }
  };
  const program3 = command("hotfix-config", terminal).description("Checks, fixes and explains hotfix configs of the AKS node controller.").version(version3, "-v, --version").addHelpText(
    "after",
    `
Examples:
  hotfix-config check
  hotfix-config check parts/ --baseline origin/main
  hotfix-config explain hotfix.json --baked 202604.01.0
  hotfix-config help check

Exit status:
  0  success
  1  findings at or above --fail-on; with fix --check, a file would change
  2  wrong usage: unknown flag, rule or level, or invalid .hotfixrc.json
  3  failure: a file cannot be read, or git failed`
  );
  for (const make of [checkCommand, fixCommand, explainCommand, diffCommand, rulesCommand]) {
    program3.addCommand(make(surroundings));
  }
  const asksVersion = args[0] === "version" || args[0] === "-V";
  try {
    await program3.parseAsync(asksVersion ? ["--version"] : args, { from: "user" });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (!(thrown instanceof CannotWork || thrown instanceof WrongUsage)) throw thrown;
    reportProblem(terminal, thrown);
    return thrown instanceof CannotWork ? exitStatus.failed : exitStatus.usage;
  }
  return status;
}
function command(name2, { out, err }) {
  return new Command(name2).exitOverride().configureOutput({ writeOut: out, writeErr: err }).showHelpAfterError(`hint: run "${name2 === "hotfix-config" ? name2 : `hotfix-config ${name2}`} --help"`);
}
var init_program = __esm({
  "server/src/cli/program.ts"() {
    "use strict";
    init_esm();
    init_package();
    init_commands();
    init_exit_status();
    init_terminal();
  }
});

// server/src/node/folder-search.ts
async function entriesOf(folder2, { end, cancellation }) {
  if (cancellation?.isCancellationRequested || Date.now() > end) return [];
  try {
    return await (0, import_promises4.readdir)(folder2, { withFileTypes: true });
  } catch {
    return [];
  }
}
var import_promises4, import_node_path30, patience, foldersAtOnce, passedOver, FolderSearch;
var init_folder_search = __esm({
  "server/src/node/folder-search.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
    import_node_path30 = require("node:path");
    init_glob();
    patience = 2e4;
    foldersAtOnce = 16;
    passedOver = /* @__PURE__ */ new Set([".git", "node_modules"]);
    FolderSearch = class {
      trees = /* @__PURE__ */ new Map();
      waiting = [];
      busy = 0;
      /**
       * The paths of the files below a folder. Folders behind symbolic links are skipped, because they may lead in a
       * circle.
       */
      async files(root, glob2, cancellation) {
        const tree = isNameGlob(glob2) && this.trees.get(glob2) || /* @__PURE__ */ new Map();
        this.trees.set(glob2, tree);
        const search = { matches: globMatcher(glob2), tree, end: Date.now() + patience, cancellation };
        const found2 = await this.below(root, "", search);
        const files = [];
        const folders2 = found2 ? [found2] : [];
        for (const folder2 of folders2) {
          files.push(...folder2.files);
          folders2.push(...folder2.folders);
        }
        return files;
      }
      below(folder2, path7, search) {
        const known = search.tree.get(folder2) ?? this.look(folder2, path7, search);
        search.tree.set(folder2, known);
        return known;
      }
      async look(folder2, path7, search) {
        const entries = await this.inTurn(() => entriesOf(folder2, search));
        const files = entries.filter((entry) => entry.isFile() && search.matches(path7 + entry.name));
        const inner = entries.filter((entry) => entry.isDirectory() && !passedOver.has(entry.name));
        const found2 = await Promise.all(
          inner.map(({ name: name2 }) => this.below((0, import_node_path30.join)(folder2, name2), `${path7}${name2}/`, search))
        );
        const folders2 = found2.filter((one2) => one2 !== void 0);
        if (files.length === 0 && folders2.length < 2) return folders2[0];
        return { files: files.map(({ name: name2 }) => (0, import_node_path30.join)(folder2, name2)), folders: folders2 };
      }
      /** First in, first out: folders near the top are listed first. */
      async inTurn(work) {
        if (this.busy >= foldersAtOnce) await new Promise((resolve19) => this.waiting.push(resolve19));
        else this.busy++;
        try {
          return await work();
        } finally {
          const next = this.waiting.shift();
          if (next) next();
          else this.busy--;
        }
      }
    };
  }
});

// server/src/node/files.ts
async function findFiles(search, ...[folder2, glob2, within2, cancellation]) {
  if (!folder2.startsWith("file:")) return [];
  try {
    const root = (0, import_node_url5.fileURLToPath)(folder2);
    if (!await isInside2(await (0, import_promises5.realpath)(root), within2)) return [];
    const found2 = await search.files(root, glob2, cancellation);
    return found2.map((path7) => (0, import_node_url5.pathToFileURL)(path7).toString());
  } catch {
    return [];
  }
}
async function contentOf2(path7, most = largestFile) {
  const handle = await (0, import_promises5.open)(path7, import_node_fs16.constants.O_RDONLY | (import_node_fs16.constants.O_NONBLOCK ?? 0));
  try {
    const [opened, there] = [await handle.stat(), await (0, import_promises5.lstat)(path7)];
    const isSame = opened.ino === there.ino && opened.dev === there.dev && await (0, import_promises5.realpath)(path7) === path7;
    if (!isSame || !opened.isFile() || opened.size > most) return void 0;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
async function resolved(path7) {
  try {
    return await (0, import_promises5.realpath)(path7);
  } catch (error) {
    if ((0, import_node_path31.dirname)(path7) === path7) throw error;
    return (0, import_node_path31.join)(await resolved((0, import_node_path31.dirname)(path7)), (0, import_node_path31.basename)(path7));
  }
}
async function isInside2(real, within2) {
  const folder2 = await (0, import_promises5.realpath)((0, import_node_url5.fileURLToPath)(within2));
  return real === folder2 || real.startsWith(folder2.endsWith(import_node_path31.sep) ? folder2 : folder2 + import_node_path31.sep);
}
var import_node_fs16, import_promises5, import_node_path31, import_node_url5, single, administrator, nodeFiles;
var init_files2 = __esm({
  "server/src/node/files.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    import_promises5 = require("node:fs/promises");
    import_node_path31 = require("node:path");
    import_node_url5 = require("node:url");
    init_host();
    init_folder_search();
    single = {
      async readFile(uri, within2, most) {
        if (!uri.startsWith("file:")) return void 0;
        try {
          const file = await (0, import_promises5.realpath)((0, import_node_url5.fileURLToPath)(uri));
          if (!await isInside2(file, within2)) return "outside";
          return await contentOf2(file, most);
        } catch {
          return void 0;
        }
      },
      async realUri(uri) {
        if (!uri.startsWith("file:")) return uri;
        try {
          return (0, import_node_url5.pathToFileURL)(await resolved((0, import_node_url5.fileURLToPath)(uri))).toString();
        } catch {
          return uri;
        }
      },
      async foreignOwner(uri) {
        const user = process.geteuid?.();
        if (user === void 0 || !uri.startsWith("file:")) return void 0;
        try {
          const path7 = (0, import_node_url5.fileURLToPath)(uri);
          const owners = [(await (0, import_promises5.lstat)(path7)).uid, (await (0, import_promises5.stat)(path7)).uid];
          return owners.find((owner) => owner !== user && owner !== administrator);
        } catch {
          return void 0;
        }
      },
      async isRepository(folder2) {
        try {
          await (0, import_promises5.access)((0, import_node_path31.join)((0, import_node_url5.fileURLToPath)(folder2), ".git"));
          return true;
        } catch {
          return false;
        }
      }
    };
    administrator = 0;
    nodeFiles = {
      ...single,
      findFiles: (...params) => findFiles(new FolderSearch(), ...params),
      remembering: () => {
        const search = new FolderSearch();
        return { ...single, findFiles: (...params) => findFiles(search, ...params) };
      }
    };
  }
});

// server/src/cli/standard-streams.ts
function standardStreams() {
  let input;
  return {
    get cwd() {
      return workingDirectory();
    },
    env: process.env,
    out: writer("out"),
    err: writer("err"),
    input: (most) => {
      input ??= readInput(most);
      return input;
    },
    isTerminal,
    today: dayAt(/* @__PURE__ */ new Date())
  };
}
function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    throw new CannotWork("the working directory does not exist", "change to another folder");
  }
}
function writer(stream) {
  let open2 = true;
  return (text) => {
    const bytes = Buffer.from(text);
    for (let at = 0; open2 && at < bytes.length; ) {
      try {
        at += (0, import_node_fs22.writeSync)(descriptors[stream], bytes, at);
      } catch (thrown) {
        const code = errorCode(thrown);
        if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        else if (code === "EPIPE" || code === "EOF" || stream === "err") open2 = false;
        else throw cannot("write to standard output", thrown);
      }
    }
  };
}
function isTerminal(stream) {
  const kind = (0, import_node_fs22.fstatSync)(descriptors[stream]);
  if (kind.isFile() || kind.isFIFO() || kind.isSocket()) return false;
  return (stream === "out" ? process.stdout : process.stderr).isTTY === true;
}
async function readInput(most) {
  if ((0, import_node_fs22.fstatSync)(descriptors.input).isDirectory())
    throw new CannotWork("cannot read standard input: is a folder", "name the folder instead");
  return readToEnd(process.stdin, "standard input", most);
}
var import_node_fs22, descriptors;
var init_standard_streams = __esm({
  "server/src/cli/standard-streams.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    init_model();
    init_content();
    init_files();
    init_terminal();
    descriptors = { input: 0, out: 1, err: 2 };
  }
});

// server/src/node/cli.ts
var require_cli = __commonJS({
  "server/src/node/cli.ts"() {
    "use strict";
    var import_node_util = require("node:util");
    init_exit_status();
    init_program();
    init_runner_commands();
    init_standard_streams();
    init_model();
    init_files2();
    run(process.argv.slice(2), standardStreams(), { ...nodeFiles, bundledRecord }).then(
      (status) => {
        process.exitCode = status;
      },
      (fault) => {
        process.exitCode = exitStatus.failed;
        console.error("error: internal error:", withoutCommands((0, import_node_util.inspect)(fault)));
      }
    );
  }
});

// tools/action/check.ts
var import_node_fs21 = require("node:fs");
var import_node_path35 = __toESM(require("node:path"));
init_files();
init_repositories();
init_markup();

// tools/action/git.ts
var import_node_child_process = require("node:child_process");
init_git();
init_git_program();
var timeLimit2 = 12e4;
var options = [...hardened, "-c", "gc.auto=0", "-c", "maintenance.auto=false"];
var program;
function git2(root, ...args) {
  program ??= findGit({ env: process.env, platform: process.platform, cwd: process.cwd() });
  if (program === void 0) return void 0;
  const { status, stdout } = (0, import_node_child_process.spawnSync)(program, [...options, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_NO_REPLACE_OBJECTS: "1" },
    timeout: args[0] === "fetch" ? void 0 : timeLimit2,
    killSignal: "SIGKILL"
  });
  return status === 0 ? stdout : void 0;
}

// tools/action/baseline.ts
var depths = ["--depth=50", "--depth=1000", "--unshallow"];
function baselineOf(event, root) {
  const { pull_request: pull, merge_group: group } = event;
  const named = group?.base_sha ?? pull?.base?.sha;
  if (named === void 0 || root === void 0) return named;
  const parents = parentsOf(root);
  const [target, head2] = parents;
  if (target !== void 0 && parents.length === 2 && head2 === pull?.head?.sha)
    return withHistory(root, target);
  const ref = pull?.base?.ref;
  if (ref === void 0) return withHistory(root, named);
  const branch = `refs/remotes/origin/${ref}`;
  bringHistory(root, branch, `+refs/heads/${ref}:${branch}`);
  return commitOf(root, branch) ?? withHistory(root, named);
}
function withHistory(root, baseline) {
  const isFetched = isHash(baseline) && !/^0+$/.test(baseline);
  if (isFetched && root !== void 0 && isShallow(root)) bringHistory(root, baseline, baseline);
  return baseline;
}
function isHash(baseline) {
  return /^[0-9a-f]{40,64}$/.test(baseline);
}
function bringHistory(root, revision, source) {
  if (hasMergeBase(root, revision)) return;
  if (!isShallow(root)) {
    fetch2(root, [], [source]);
    return;
  }
  if (parentsOf(root).includes(revision)) {
    fetch2(root, ["--depth=1"], [source]);
    return;
  }
  const head2 = commitOf(root, "HEAD") ?? "HEAD";
  for (const depth2 of depths)
    if (!fetch2(root, [depth2], [source, head2]) || hasMergeBase(root, revision)) return;
}
function parentsOf(root) {
  const [head2 = ""] = (git2(root, "cat-file", "commit", "HEAD") ?? "").split("\n\n");
  return [...head2.matchAll(/^parent (\w+)$/gm)].map(([, hash2 = ""]) => hash2);
}
function hasMergeBase(root, revision) {
  return git2(root, "merge-base", revision, "HEAD") !== void 0;
}
function commitOf(root, revision) {
  return git2(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)?.trim();
}
function fetch2(root, options2, sources) {
  const quietly = ["--quiet", "--no-tags", "--no-recurse-submodules"];
  return git2(root, "fetch", ...quietly, ...options2, "origin", ...sources) !== void 0;
}
function isShallow(root) {
  return git2(root, "rev-parse", "--is-shallow-repository")?.trim() === "true";
}

// tools/action/command-line.ts
var import_node_child_process2 = require("node:child_process");
var import_node_fs18 = require("node:fs");
var import_node_path33 = __toESM(require("node:path"));
init_program();
init_model();
init_files2();

// tools/action/runner.ts
var import_node_crypto3 = require("node:crypto");
var import_node_fs17 = require("node:fs");
var import_node_os5 = require("node:os");
var import_node_path32 = __toESM(require("node:path"));
init_runner_commands();
function annotate(level2, message) {
  const data3 = withoutCommands(message).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  console.log(`::${level2} title=hotfix-config::${data3}`);
}
function say(line2) {
  console.log(withoutCommands(line2));
}
function setOutput(name2, value) {
  const end = (0, import_node_crypto3.randomUUID)();
  append("GITHUB_OUTPUT", `${name2}<<${end}
${value}
${end}
`);
}
function writeSummary(markdown) {
  append("GITHUB_STEP_SUMMARY", withoutCommands(markdown));
}
function temporaryFile(name2) {
  return import_node_path32.default.join(process.env["RUNNER_TEMP"] ?? (0, import_node_os5.tmpdir)(), name2);
}
function append(variable2, text) {
  const file = process.env[variable2];
  if (file) (0, import_node_fs17.appendFileSync)(file, text);
}

// tools/action/command-line.ts
var Unprepared = class extends Error {
};
function commandLine(version4) {
  return version4 === void 0 ? bundled : installed2(version4);
}
var bundled = async (args, cwd) => {
  const written = { out: "", err: "" };
  const write = (stream) => (text) => {
    written[stream] += text;
  };
  const streams = {
    ...{ cwd, env: process.env, out: write("out"), err: write("err") },
    ...{ input: async () => new Uint8Array(), isTerminal: () => false, today: dayAt(/* @__PURE__ */ new Date()) }
  };
  const status = await run(args, streams, { ...nodeFiles, bundledRecord });
  return { status, ...written };
};
function installed2(version4) {
  if (!/^[\w.+-]+$/.test(version4))
    throw new Unprepared(
      `invalid version ${JSON.stringify(version4)} of hotfix-language-server; write a version such as "0.1.0", or "latest"`
    );
  (0, import_node_fs18.mkdirSync)(temporaryFile("."), { recursive: true });
  const folder2 = (0, import_node_fs18.mkdtempSync)(temporaryFile("hotfix-config-"));
  (0, import_node_fs18.writeFileSync)(import_node_path33.default.join(folder2, "package.json"), '{ "private": true }');
  const quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  npm(folder2, "install", ...quietly, `hotfix-language-server@${version4}`);
  const cli = import_node_path33.default.join(folder2, "node_modules/hotfix-language-server/dist/cli.js");
  return async (args, cwd) => {
    const options2 = { input: "", cwd, encoding: "utf8", maxBuffer: 1 << 30 };
    const { status, stdout, stderr, error } = (0, import_node_child_process2.spawnSync)(process.execPath, [cli, ...args], options2);
    if (error) throw error;
    return { status: status ?? 3, out: stdout, err: stderr };
  };
}
function npm(cwd, ...args) {
  const { status, error } = (0, import_node_child_process2.spawnSync)("npm", args, {
    cwd,
    stdio: "inherit",
    shell: process.platform === "win32"
  });
  if (error)
    throw new Unprepared(`cannot start npm (${error.message}); set the input "node", or install Node`);
  if (status !== 0)
    throw new Unprepared(`"npm ${args.join(" ")}" failed with exit status ${status}; see the log above`);
}

// tools/action/comment.ts
var import_node_crypto4 = require("node:crypto");
var import_node_fs20 = require("node:fs");

// tools/action/comments.ts
var Refused = class extends Error {
};
var timeLimit3 = 3e4;
var mostPages = 30;
var readOnly = 'the token may not write comments; add "permissions: pull-requests: write" to the job. Pull requests from forks have a token that only reads';
var Comments = class {
  constructor(repository, number2) {
    this.repository = repository;
    this.comments = `${this.api}/repos/${repository}/issues/${number2}/comments`;
  }
  repository;
  api = process.env["GITHUB_API_URL"] || "https://api.github.com";
  comments;
  /** Looks through all pages. */
  async find(isWanted) {
    for (let page2 = 1; page2 <= mostPages; page2++) {
      const response = await this.ask("GET", `${this.comments}?per_page=100&page=${page2}`);
      const comments = JSON.parse(await response.text());
      const found2 = comments.find(isWanted);
      if (found2 || !/\brel="next"/.test(response.headers.get("link") ?? "")) return found2;
    }
    return void 0;
  }
  async update(id, body) {
    await this.ask("PATCH", `${this.api}/repos/${this.repository}/issues/comments/${id}`, { body });
  }
  async create(body) {
    await this.ask("POST", this.comments, { body });
  }
  async ask(method, url, body) {
    const response = await fetch(url, {
      method,
      ...body && { body: JSON.stringify(body) },
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${process.env["GITHUB_TOKEN"]}`,
        "content-type": "application/json",
        "user-agent": "hotfix-config",
        "x-github-api-version": "2022-11-28"
      },
      signal: AbortSignal.timeout(timeLimit3)
    });
    if (response.ok) return response;
    const isForbidden = [401, 403, 404].includes(response.status);
    throw new Refused(`GitHub answered ${response.status}${isForbidden ? `: ${readOnly}` : ""}`);
  }
};

// tools/action/event.ts
var import_node_fs19 = require("node:fs");
function readEvent() {
  const file = process.env["GITHUB_EVENT_PATH"];
  return file ? JSON.parse((0, import_node_fs19.readFileSync)(file, "utf8")) : {};
}

// tools/action/comment.ts
function markerOf(workingDirectory2, paths) {
  const id = (0, import_node_crypto4.createHash)("sha256").update(JSON.stringify([workingDirectory2, paths])).digest("hex").slice(0, 16);
  return `<!-- hotfix-config ${id} -->`;
}
async function comment() {
  const { COMMENT_FILE: file, COMMENT_IS_NEW: isNew, GITHUB_REPOSITORY: repository = "" } = process.env;
  const { number: number2 } = readEvent().pull_request ?? {};
  if (!Number.isSafeInteger(number2) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return say("hotfix-config: no pull request, so no comment.");
  try {
    const body = (0, import_node_fs20.readFileSync)(file ?? "", "utf8");
    const comments = new Comments(repository, Number(number2));
    const old = await comments.find((known) => isOurs(known, body.split("\n", 1)[0] ?? ""));
    if (old) {
      if (old.body !== body) await comments.update(old.id, body);
    } else if (isNew === "true") await comments.create(body);
  } catch (thrown) {
    annotate(
      "warning",
      `cannot comment on the pull request: ${thrown instanceof Refused ? thrown.message : thrown}`
    );
  }
}
function isOurs({ body, user }, marker) {
  return user?.login === "github-actions[bot]" && (body ?? "").startsWith(marker);
}

// tools/action/inputs.ts
var import_node_path34 = __toESM(require("node:path"));
function readInputs() {
  return {
    workingDirectory: textOf4("INPUT_WORKING_DIRECTORY") ?? ".",
    paths: linesOf3("INPUT_PATHS"),
    baseline: textOf4("INPUT_BASELINE"),
    failOn: textOf4("INPUT_FAIL_ON") ?? "error",
    args: linesOf3("INPUT_ARGS"),
    sarifFile: textOf4("INPUT_SARIF_FILE") ?? temporaryFile("hotfix-config.sarif"),
    version: textOf4("INPUT_VERSION"),
    comment: textOf4("INPUT_COMMENT") === "true"
  };
}
var ownFlags = [
  "--format",
  "--fail-on",
  "--baseline",
  "--fix",
  "--help",
  "-h",
  "--version",
  "-v",
  "-V",
  "-"
];
function problemOfArgs(args) {
  const own2 = args.find((arg) => ownFlags.includes(arg.split("=")[0] ?? ""));
  if (own2 === void 0) return void 0;
  const input = ["--fail-on", "--baseline"].find((flag) => own2.startsWith(flag))?.slice(2);
  const advice = input === void 0 ? "remove it" : `use the input ${JSON.stringify(input)}`;
  return `the input "args" has ${JSON.stringify(own2)}, which is not possible here; ${advice}`;
}
function fromWorkspace(file, workspace) {
  const relative10 = import_node_path34.default.relative(workspace, import_node_path34.default.resolve(file));
  return import_node_path34.default.isAbsolute(file) || relative10.startsWith("..") ? import_node_path34.default.resolve(file) : relative10.replaceAll(import_node_path34.default.sep, "/");
}
function textOf4(variable2) {
  return process.env[variable2]?.trim() || void 0;
}
function linesOf3(variable2) {
  const lines = (process.env[variable2] ?? "").split("\n").map((line2) => line2.trim());
  return lines.filter((line2) => line2 !== "");
}

// tools/action/check.ts
async function check3() {
  const inputs = readInputs();
  const workspace = process.cwd();
  const folder2 = inputs.workingDirectory;
  const unusable = problemOf2(folder2);
  const refused2 = unusable === void 0 ? problemOfArgs(inputs.args) : `the input "working-directory" is ${JSON.stringify(folder2)}, which ${unusable}`;
  if (refused2 !== void 0) {
    cannotCheck(refused2, void 0, inputs);
    setOutput("exit-status", 3);
    return 3;
  }
  process.chdir(folder2);
  const cli = commandLine(inputs.version);
  const root = repositoryAbove(import_node_path35.default.resolve(inputs.paths[0] ?? "."));
  const named = inputs.baseline && withHistory(root, inputs.baseline);
  const baseline = named || baselineOf(readEvent(), root);
  const findings = temporaryFile("hotfix-config-findings.md");
  const { status, out, err } = await cli(
    [
      ...["check", ...inputs.args, "--format=github", `--fail-on=${inputs.failOn}`],
      ...[`--output=sarif=${inputs.sarifFile}`, `--output=markdown=${findings}`],
      ...baseline ? [`--baseline=${baseline}`] : [],
      ...["--", ...inputs.paths]
    ],
    process.cwd()
  );
  process.stdout.write(out);
  setOutput("exit-status", status);
  if (status > 1) {
    cannotCheck(err.trim(), baseline, inputs);
    return status;
  }
  process.stderr.write(err);
  setOutput("sarif-file", fromWorkspace(inputs.sarifFile, workspace));
  const found2 = (0, import_node_fs21.readFileSync)(findings, "utf8");
  const [sum3 = ""] = found2.split("\n");
  say(`hotfix-config: ${sum3} Exit status ${status}.`);
  const changes2 = await changesSince(baseline, root ?? process.cwd(), inputs, cli);
  writeSummary(`## Hotfix configs

${found2}
${changes2.text}`);
  if (inputs.comment) leaveComment(`${sum3}

${changes2.text}`, changes2.isWorthReading || status > 0, inputs);
  return status;
}
function problemOf2(folder2) {
  if (!(0, import_node_fs21.statSync)(folder2, { throwIfNoEntry: false })?.isDirectory()) return "is not a folder of this checkout";
  const isInside3 = !import_node_path35.default.relative(".", folder2).startsWith("..");
  const isLink2 = isInside3 && (0, import_node_fs21.realpathSync)(folder2) !== import_node_path35.default.resolve((0, import_node_fs21.realpathSync)("."), import_node_path35.default.relative(".", folder2));
  return isLink2 ? "leads through a link; name the folder that it leads to" : void 0;
}
function cannotCheck(message, baseline, inputs) {
  const advice = baseline === void 0 ? "" : adviceFor(message);
  annotate("error", message + advice);
  const text = "The check failed. See the log of its step.\n";
  writeSummary(`## Hotfix configs

${text}`);
  if (inputs.comment) leaveComment(text, false, inputs);
}
function adviceFor(message) {
  if (message.includes("not in a git repository"))
    return ' If actions/checkout has a "path", name it in the input "working-directory" of this action.';
  return message.includes("shallow") ? ' In a workflow, set "fetch-depth: 0" for actions/checkout.' : "";
}
async function changesSince(baseline, root, inputs, cli) {
  if (!baseline)
    return {
      text: "No baseline, so changes in node behavior are not shown. Pull requests have a baseline; otherwise set the input `baseline`.\n",
      isWorthReading: false
    };
  const cwd = repositoryAbove(process.cwd()) === root ? process.cwd() : root;
  const flags = ["--format=markdown", ...sharedOf(inputs.args, cwd)];
  const [first = ".", ...others] = inputs.paths;
  const isFile2 = isFileNamed(baseline, root);
  if (isFile2 && (others.length > 0 || !isFileAt(first)))
    return {
      text: "Changes in node behavior since a file are shown for one config.\n",
      isWorthReading: false
    };
  const isHere = (each) => repositoryAbove(import_node_path35.default.resolve(each)) === root;
  const below = inputs.paths.filter(isHere).map((each) => import_node_path35.default.resolve(each));
  const elsewhere = inputs.paths.filter((each) => !isFile2 && !isHere(each));
  const result = isFile2 ? await cli(["diff", ...flags, "--", import_node_path35.default.resolve(baseline), first], process.cwd()) : await cli(["diff", ...flags, ...below.map((each) => `--path=${each}`), "--", baseline], cwd);
  const since = codeSpan(isHash(baseline) ? baseline.slice(0, 12) : baseline);
  return {
    text: [
      `Compared with ${since}:

${comparison(result)}`,
      ...elsewhere.map((each) => `${codeSpan(each)} is in another repository and was not compared.
`)
    ].join("\n"),
    isWorthReading: result.status !== 0 || result.out.trim() !== "No change in node behavior."
  };
}
function isFileNamed(baseline, root) {
  if (isWrittenAsPath(baseline)) return true;
  return isFileAt(baseline) && commitOf(root, baseline) === void 0;
}
function isFileAt(name2) {
  return (0, import_node_fs21.statSync)(name2, { throwIfNoEntry: false })?.isFile() ?? false;
}
function comparison({ status, out, err }) {
  if (out !== "") return out;
  return status === 0 ? "" : `Comparison failed: ${codeSpan(err.trim())}
`;
}
function sharedOf(args, cwd) {
  const isHere = cwd === process.cwd();
  return args.filter((arg) => /^--(?:baked|baked-from|today)=/.test(arg) || isHere && arg.startsWith("--exclude=")).map((arg) => {
    const file = /^--baked-from=(.*)$/s.exec(arg)?.[1];
    return file !== void 0 && isFileAt(file) ? `--baked-from=${import_node_path35.default.resolve(file)}` : arg;
  });
}
function leaveComment(body, isWorthReading, { workingDirectory: workingDirectory2, paths }) {
  const file = temporaryFile("hotfix-config-comment.md");
  (0, import_node_fs21.writeFileSync)(file, `${markerOf(workingDirectory2, paths)}
## Hotfix configs

${body}`);
  setOutput("comment-file", file);
  setOutput("comment-is-new", String(isWorthReading));
}

// tools/action/main.ts
var cannotWork = 3;
async function main() {
  if (process.argv[2] !== "comment") return check3();
  await comment();
  return 0;
}
if (process.argv[2] === "command-line") {
  process.argv.splice(2, 1);
  void Promise.resolve().then(() => __toESM(require_cli()));
} else
  main().then(
    (status) => {
      process.exitCode = status;
    },
    (thrown) => {
      annotate("error", thrown instanceof Unprepared ? thrown.message : String(thrown?.stack ?? thrown));
      setOutput("exit-status", cannotWork);
      process.exitCode = cannotWork;
    }
  );
