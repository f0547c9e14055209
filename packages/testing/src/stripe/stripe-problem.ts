/** An error as Stripe's API answers it. */
export interface StripeErrorBody {
	type?: string;
	code?: string;
	decline_code?: string;
	message: string;
	param?: string;
	payment_intent?: unknown;
	payment_method?: unknown;
}

/** An answer that is an error, with its HTTP status. */
export class StripeProblem extends Error {
	readonly status: number;
	readonly body: StripeErrorBody;

	constructor(status: number, body: StripeErrorBody) {
		super(body.message);
		this.status = status;
		this.body = { type: 'invalid_request_error', ...body };
	}
}
