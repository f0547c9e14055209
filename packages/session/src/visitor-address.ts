import { seal, unseal } from '@infinite-blob/signing/sealed';

/** The header in which the storefront's server tells the gateway its visitor's address; the value is signed. */
export const visitorHeader = 'x-ib-visitor';

const purpose = 'visitor-address';
const lifetimeMs = 60_000;

/** Signs a visitor's network address, so that rate limits do not see all shoppers as the storefront's server. */
export function signVisitorAddress(address: string, serviceSecret: string, now: number): string {
	return seal(purpose, address, serviceSecret, now + lifetimeMs);
}

/** The visitor's address, or undefined when the header is missing, forged or too old. */
export function verifyVisitorAddress(
	header: string | undefined,
	serviceSecret: string,
	now: number,
): string | undefined {
	return header === undefined ? undefined : unseal<string>(purpose, header, serviceSecret, now);
}
