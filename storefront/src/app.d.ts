import type { CurrencyCode } from '#lib/graphql/operations.generated.ts';
import type { CartTrace } from '#lib/server/cart-trace.ts';
import type { GatewayClient } from '#lib/server/gateway-client.ts';

declare global {
	namespace App {
		interface Locals {
			/** The gateway, asked on behalf of this visitor. */
			gateway: GatewayClient;
			/** Whether the visitor may have something in the cart. */
			cartTrace: CartTrace;
			/** The gateway as this visitor's browser reaches it. */
			publicGatewayUrl: string;
			/** The currency that prices are shown in. */
			currency: CurrencyCode;
			/** A BCP 47 tag: how numbers and dates are written. */
			locale: string;
		}
	}
}
