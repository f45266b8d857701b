/** Addresses that no message may reach, each in every way that it can be written; and names that lead there. */

const V4 = ['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.254', '192.168.0.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'];
const V6 = ['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '::ffff:0:7f00:1', '100::1', '3fff::1', '5f00::1', 'fec0::1', '2001::1'];

const parts = (address: string) => address.split('.').map(Number) as [number, number, number, number];
const number = (address: string) => parts(address).reduce((sum, part) => sum * 256 + part, 0);
const two = (a: number, b: number) => ((a << 8) | b).toString(16);

/** One IPv4 address as URLs take it: plain, a number, octal, hex, short, in fullwidth digits, mapped into IPv6. */
function written(address: string): string[] {
  const [a, b, c, d] = parts(address);
  return [
    address, `${address}.`, String(number(address)), `0x${number(address).toString(16)}`, parts(address).map((part) => `0${part.toString(8)}`).join('.'), parts(address).map((part) => `0x${part.toString(16)}`).join('.'),
    `${a}.${b}.${c * 256 + d}`, address.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), address.replaceAll('.', '。'), `[::ffff:${address}]`, `[::ffff:${two(a, b)}:${two(c, d)}]`, `[64:ff9b::${two(a, b)}:${two(c, d)}]`,
  ];
}

export const forbiddenHosts: readonly string[] = [...V4.flatMap(written), ...V6.map((address) => `[${address}]`)];

/** Name → its addresses, as a resolver would say them the first time and every time after. */
export const forbiddenNames: Readonly<Record<string, [first: string[], then: string[]]>> = {
  'localhost': [['127.0.0.1'], ['127.0.0.1']],
  'xn--fiqs8s.example.org': [['10.0.0.1'], ['10.0.0.1']],
  'both.example.org': [['1.1.1.1', '127.0.0.1'], ['127.0.0.1']],
  'both6.example.org': [['2606:4700::1111', '::1'], ['::1']],
  'late.example.org': [['1.1.1.1', '8.8.8.8', '169.254.169.254'], ['169.254.169.254']],
  'mapped.example.org': [['::ffff:127.0.0.1'], ['127.0.0.1']],
  'nothing.example.org': [[], ['127.0.0.1']],
  'nonsense.example.org': [['localhost'], ['127.0.0.1']],
  '127.0.0.1.nip.example': [['127.0.0.1'], ['127.0.0.1']],
};
/** Public when it is asked, this host when it is asked again. */
export const REBOUND = 'rebound.example.org';
