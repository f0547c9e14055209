import { seal, unseal } from '@infinite-blob/signing/sealed';

const purpose = 'order-access';

/** The token in a mail's link: gives whoever holds it access to that one order, and to nothing else. */
export function orderAccessToken(orderId: string, linkSecret: string): string {
	return seal(purpose, orderId, linkSecret);
}

/** Whether the token gives access to this order. */
export function opensOrder(token: string, orderId: string, linkSecret: string, now: number): boolean {
	return unseal<string>(purpose, token, linkSecret, now) === orderId;
}
