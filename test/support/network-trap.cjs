// Loaded before a program (`node --require`): writes a line to the file in NETWORK_TRAP for each lookup, connection,
// listener or message. http, https, http2, tls, fetch and WebSocket all use these functions.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

trap(net.Socket.prototype, ['connect']);
trap(net.Server.prototype, ['listen']);
trap(dgram.Socket.prototype, ['bind', 'connect', 'send']);
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  trap(
    resolver,
    Object.getOwnPropertyNames(resolver).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  );

function trap(object, names) {
  for (const name of names) {
    const original = object[name];
    object[name] = function (...args) {
      appendFileSync(process.env.NETWORK_TRAP, `${name} ${target(args)}\n`);
      return Reflect.apply(original, this, args);
    };
  }
}

function target(args) {
  // Node passes its own functions a list that starts with the options.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object') return first.path ?? `${first.host}:${first.port}`;
  return typeof first === 'number' && typeof second === 'string' ? `${second}:${first}` : String(first);
}
