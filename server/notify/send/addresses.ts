/**
 * Which addresses a message may be sent to. An administrator's text must not become a request into the hall's own network
 * (SSRF): what is not public is refused, unless the operator allows private networks for halls without internet.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Never: this host by another name, link-local with the clouds' metadata, multicast, reserved. */
const NEVER = blockList([
  ['0.0.0.0', 8], ['169.254.0.0', 16], ['224.0.0.0', 3], ['100.100.100.200', 32], ['168.63.129.16', 32],
  ['::', 128], ['fe80::', 10], ['ff00::', 8], ['fd00:ec2::254', 128],
]);
/** Not public (the special-purpose registries of IANA): only where the operator says so. */
const PRIVATE = {
  ipv4: blockList([
    ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
    ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ]),
  // only 2000::/3 is handed out; a list of its own, for ::/3 holds every IPv4 address as BlockList maps them
  ipv6: blockList([['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]]),
};

export function isAllowed(address: string, allowPrivate: boolean): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const name = family === 4 ? 'ipv4' : 'ipv6';
  return !NEVER.check(address, name) && (allowPrivate || !PRIVATE[name].check(address, name));
}

function blockList(ranges: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, isIPv4(address) ? 'ipv4' : 'ipv6');
  return list;
}
