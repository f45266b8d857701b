import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
/** W3: SHA-256, in hex, of the rows' canonical JSON (RFC 8785). Works on any page; `crypto.subtle` needs https, which halls often lack. */
export function hashRows(rows) {
    return bytesToHex(sha256(utf8ToBytes(canonicalize(rows) ?? '')));
}
//# sourceMappingURL=hash.js.map