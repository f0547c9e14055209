import { fail } from '@sveltejs/kit';
import { GatewayError } from './gateway-client.ts';

interface Change {
	userErrors: { code?: string; message: string }[];
}

/** Which form of the cart page a message belongs to: a line's, the coupon's, or the page's own. */
export interface CartProblem {
	place: string;
	message: string;
	/** What was typed, to be shown again. */
	typed?: string;
}

const lineGone = 'That artwork was taken out of your cart elsewhere. This is the cart as it is now.';

/** Runs a change of the cart; what the cart refuses comes back as a problem at its place. */
export async function changeCart(place: string, change: () => Promise<Change>, typed?: string) {
	try {
		const [refusal] = (await change()).userErrors;
		if (!refusal) return { done: place };
		// The line's own place is gone with it.
		if (refusal.code === 'LINE_NOT_FOUND')
			return fail(422, { problem: { place: 'page', message: lineGone } });
		return fail(422, { problem: problem(place, refusal.message, typed) });
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
		const message = 'Nothing was changed: the shop cannot be reached. Try again in a minute.';
		return fail(503, { problem: problem(place, message, typed) });
	}
}

function problem(place: string, message: string, typed: string | undefined): CartProblem {
	return { place, message, ...(typed === undefined ? {} : { typed }) };
}

/** A quantity as typed; nonsense becomes 0, which the cart refuses by its own words. */
export function readQuantity(form: FormData): number {
	const typed = String(form.get('quantity') ?? '1').trim();
	const step = Number(form.get('step') ?? 0);
	return /^\d{1,6}$/.test(typed) ? Number(typed) + (Number.isInteger(step) ? step : 0) : 0;
}
