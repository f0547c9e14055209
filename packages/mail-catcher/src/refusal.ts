/** What the server says to a recipient it does not take. */
export class Refusal extends Error {
	override name = 'Refusal';
	/** SMTP's reply code: 4xx for now, 5xx for good. */
	readonly responseCode: number;

	constructor(responseCode: number, message: string) {
		super(message);
		this.responseCode = responseCode;
	}
}

/** Addresses at two domains are refused, so that the failures of mail can be tried out. */
export function refusalOf(address: string): Refusal | undefined {
	const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
	if (domain === 'refused.example') return new Refusal(550, '5.1.1 There is no such mailbox here');
	if (domain === 'busy.example') return new Refusal(450, '4.2.1 This mailbox is busy, try again later');
	return undefined;
}
