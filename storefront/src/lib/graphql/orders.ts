import { operation } from './operation.ts';
import type {
	CancelOrderMutation,
	CancelOrderMutationVariables,
	ClaimOrderMutation,
	ClaimOrderMutationVariables,
	CreateDownloadMutation,
	CreateDownloadMutationVariables,
	CreditNoteQuery,
	CreditNoteQueryVariables,
	InvoiceQuery,
	InvoiceQueryVariables,
	OrderQuery,
	OrderQueryVariables,
	OrderStatusChangedSubscription,
	OrderStatusChangedSubscriptionVariables,
	OrdersQuery,
	OrdersQueryVariables,
	PlaceOrderMutation,
	PlaceOrderMutationVariables,
	RetryPaymentMutation,
	RetryPaymentMutationVariables,
} from './operations.generated.ts';

/** What the receipt shows: the page's load and the subscription select the same. */
const receipt = /* GraphQL */ `
	fragment Receipt on Order {
		id
		number
		status
		placedAt
		updatedAt
		invoiceUrl
		creditNoteUrl
		customer {
			firstName
			lastName
			email
		}
		lines {
			id
			name
			quantity
			downloadsRemaining
			unitPrice {
				formatted(locale: $locale)
			}
			total {
				formatted(locale: $locale)
			}
			product {
				handle
				thumbnail: image(size: THUMBNAIL) {
					url
					width
					height
					alt
				}
			}
		}
		subtotal {
			formatted(locale: $locale)
		}
		discount {
			amount
			formatted(locale: $locale)
		}
		coupon
		total {
			formatted(locale: $locale)
		}
		payment {
			status
			method
			last4
			declineCode
			refundedAt
		}
		timeline {
			status
			at
			detail
		}
	}
`;

const orderChange = /* GraphQL */ `
	fragment OrderChange on OrderPayload {
		order {
			id
			number
			status
		}
		userErrors {
			code
			field
			message
		}
	}
`;

export const orderQuery = operation<OrderQuery, OrderQueryVariables>(
	/* GraphQL */ `
		query Order($locale: String, $id: ID!) {
			order(id: $id) {
				...Receipt
			}
		}
	`,
	receipt,
);

export const orderStatusChanged = operation<
	OrderStatusChangedSubscription,
	OrderStatusChangedSubscriptionVariables
>(
	/* GraphQL */ `
		subscription OrderStatusChanged($locale: String, $id: ID!) {
			orderStatusChanged(orderId: $id) {
				...Receipt
			}
		}
	`,
	receipt,
);

export const invoiceQuery = operation<InvoiceQuery, InvoiceQueryVariables>(/* GraphQL */ `
	query Invoice($id: ID!) {
		order(id: $id) {
			id
			invoiceUrl
		}
	}
`);

export const creditNoteQuery = operation<CreditNoteQuery, CreditNoteQueryVariables>(/* GraphQL */ `
	query CreditNote($id: ID!) {
		order(id: $id) {
			id
			creditNoteUrl
		}
	}
`);

export const ordersQuery = operation<OrdersQuery, OrdersQueryVariables>(/* GraphQL */ `
	query Orders($locale: String, $after: String) {
		orders(first: 20, after: $after) {
			totalCount
			nodes {
				id
				number
				status
				placedAt
				invoiceUrl
				payment {
					status
				}
				total {
					formatted(locale: $locale)
				}
				lines {
					id
					name
					quantity
					product {
						thumbnail: image(size: THUMBNAIL) {
							url
							width
							height
							alt
						}
					}
				}
			}
			pageInfo {
				hasNextPage
				endCursor
			}
		}
	}
`);

export const placeOrderMutation = operation<PlaceOrderMutation, PlaceOrderMutationVariables>(
	/* GraphQL */ `
		mutation PlaceOrder($input: PlaceOrderInput!) {
			placeOrder(input: $input) {
				...OrderChange
			}
		}
	`,
	orderChange,
);

export const retryPaymentMutation = operation<RetryPaymentMutation, RetryPaymentMutationVariables>(
	/* GraphQL */ `
		mutation RetryPayment($orderId: ID!, $paymentMethod: String!, $idempotencyKey: String!) {
			retryPayment(orderId: $orderId, paymentMethod: $paymentMethod, idempotencyKey: $idempotencyKey) {
				...OrderChange
			}
		}
	`,
	orderChange,
);

export const cancelOrderMutation = operation<CancelOrderMutation, CancelOrderMutationVariables>(
	/* GraphQL */ `
		mutation CancelOrder($orderId: ID!) {
			cancelOrder(orderId: $orderId) {
				...OrderChange
			}
		}
	`,
	orderChange,
);

export const claimOrderMutation = operation<ClaimOrderMutation, ClaimOrderMutationVariables>(
	/* GraphQL */ `
		mutation ClaimOrder($orderId: ID!, $token: String!) {
			claimOrder(orderId: $orderId, token: $token) {
				...OrderChange
			}
		}
	`,
	orderChange,
);

export const createDownloadMutation = operation<CreateDownloadMutation, CreateDownloadMutationVariables>(
	/* GraphQL */ `
		mutation CreateDownload($orderId: ID!, $lineId: ID!) {
			createDownload(orderId: $orderId, lineId: $lineId) {
				download {
					url
					remaining
				}
				userErrors {
					code
					field
					message
				}
			}
		}
	`,
);
