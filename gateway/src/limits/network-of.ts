import { isIPv6 } from 'node:net';

/**
 * Whose address it is, for limits: an IPv4 address, or the first 64 bits of an IPv6 one. What follows those a visitor
 * chooses at will (RFC 4291, 2.5.4).
 */
export function networkOf(address: string): string {
	if (!isIPv6(address) || address.includes('%')) return address;
	// In its canonical form, in which at most one run of zeros is left out.
	const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const [head = [], tail] = canonical.split('::').map((part) => (part ? part.split(':') : []));
	const zeros = tail ? Array<string>(8 - head.length - tail.length).fill('0') : [];
	return `${[...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(':')}::/64`;
}
