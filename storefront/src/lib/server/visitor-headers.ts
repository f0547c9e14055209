import { signVisitorAddress, visitorHeader } from '@infinite-blob/session/visitor-address';

/** What the gateway is told about the visitor with every call of this server: the address, signed. */
export function visitorHeaders(address: string, serviceSecret: string, now: number): Record<string, string> {
	return { [visitorHeader]: signVisitorAddress(address, serviceSecret, now) };
}
