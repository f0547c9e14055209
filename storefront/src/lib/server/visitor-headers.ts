/** What the gateway is told about the visitor with every call of this server. */
export function visitorHeaders(address: string): Record<string, string> {
	return { 'x-forwarded-for': address };
}
