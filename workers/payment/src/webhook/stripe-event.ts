import { type StripeEvent, WebhookRefused } from '@infinite-blob/payment-provider/stripe-webhook';
import { z } from 'zod';

const id = z.string().min(1);
const envelope = z.object({ id, type: z.string() });
const aboutOne = eventAbout(z.object({ id }));
const aboutRefund = eventAbout(
	z.object({
		id,
		charge: z
			.union([id, z.object({ id }).transform((charge) => charge.id)])
			.nullish()
			.transform((charge) => charge ?? undefined),
	}),
);

/**
 * Takes the ids that are used from an event. Of one that nothing waits for, only the envelope is looked at.
 *
 * @param body what Stripe signed, parsed
 * @throws WebhookRefused when it has not the shape of an event
 */
export function readStripeEvent(body: unknown): StripeEvent {
	const event = parse(envelope, body);
	switch (event.type) {
		case 'payment_intent.succeeded':
		case 'payment_intent.payment_failed':
		case 'payment_intent.processing':
		case 'payment_intent.canceled':
			return { ...event, about: { kind: 'intent', intentId: parse(aboutOne, body).data.object.id } };
		case 'charge.refunded':
			return { ...event, about: { kind: 'charge', chargeId: parse(aboutOne, body).data.object.id } };
		case 'refund.created':
		case 'refund.updated': {
			const { charge } = parse(aboutRefund, body).data.object;
			return { ...event, about: charge ? { kind: 'charge', chargeId: charge } : { kind: 'other' } };
		}
		case 'refund.failed': {
			const { id, charge } = parse(aboutRefund, body).data.object;
			return { ...event, about: { kind: 'bounced', refundId: id, chargeId: charge } };
		}
		default:
			return { ...event, about: { kind: 'other' } };
	}
}

function eventAbout<T extends z.ZodType>(object: T) {
	return z.object({ data: z.object({ object }) });
}

function parse<T>(shape: z.ZodType<T>, body: unknown): T {
	const { data, error } = shape.safeParse(body);
	if (!error) return data;
	const wrong = error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
	throw new WebhookRefused(`The body is no event of Stripe’s: ${wrong.join('; ')}.`);
}
