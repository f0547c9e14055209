/** The host of addresses that reach, from this machine, what listens on a host; loopback for all of its networks. */
export function reachableHost(listening: string): string {
	if (listening === '0.0.0.0' || listening === '::') return '127.0.0.1';
	return listening.includes(':') ? `[${listening}]` : listening;
}
