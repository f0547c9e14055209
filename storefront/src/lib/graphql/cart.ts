import { productCard } from './catalogue.ts';
import { operation } from './operation.ts';
import type {
	AddToCartMutation,
	AddToCartMutationVariables,
	ApplyCouponMutation,
	ApplyCouponMutationVariables,
	CartBadgeQuery,
	CartBadgeQueryVariables,
	CartQuery,
	CartQueryVariables,
	CartRecommendationsQuery,
	CartRecommendationsQueryVariables,
	RemoveCouponMutation,
	RemoveCouponMutationVariables,
	RemoveFromCartMutation,
	RemoveFromCartMutationVariables,
	SetCartCurrencyMutation,
	SetCartCurrencyMutationVariables,
	UpdateCartLineMutation,
	UpdateCartLineMutationVariables,
} from './operations.generated.ts';

const cartContents = /* GraphQL */ `
	fragment CartContents on Cart {
		id
		totalQuantity
		updatedAt
		currency
		coupon
		lines {
			id
			name
			quantity
			unitPrice {
				formatted
			}
			total {
				formatted
			}
			product {
				id
				handle
				available
				thumbnail: image(size: THUMBNAIL) {
					url
					width
					height
					alt
				}
			}
		}
		subtotal {
			formatted
		}
		discount {
			amount
			formatted
		}
		total {
			amount
			currency
			formatted
		}
		notices {
			code
			lineId
			message
		}
	}
`;

/** Every change answers the whole cart: no second request is needed to show it. */
const cartChange = /* GraphQL */ `
	fragment CartChange on CartPayload {
		cart {
			...CartContents
		}
		userErrors {
			code
			field
			message
		}
	}
`;

export const cartBadgeQuery = operation<CartBadgeQuery, CartBadgeQueryVariables>(/* GraphQL */ `
	query CartBadge {
		cart {
			id
			totalQuantity
			updatedAt
		}
	}
`);

export const cartQuery = operation<CartQuery, CartQueryVariables>(
	/* GraphQL */ `
		query Cart {
			cart {
				...CartContents
			}
		}
	`,
	cartContents,
);

export const cartRecommendationsQuery = operation<
	CartRecommendationsQuery,
	CartRecommendationsQueryVariables
>(
	/* GraphQL */ `
		query CartRecommendations($currency: CurrencyCode) {
			cart {
				id
				recommendations(first: 4) {
					...ProductCard
				}
			}
		}
	`,
	productCard,
);

export const addToCartMutation = operation<AddToCartMutation, AddToCartMutationVariables>(
	/* GraphQL */ `
		mutation AddToCart($productId: ID!, $quantity: Int!) {
			addToCart(productId: $productId, quantity: $quantity) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);

export const updateCartLineMutation = operation<UpdateCartLineMutation, UpdateCartLineMutationVariables>(
	/* GraphQL */ `
		mutation UpdateCartLine($lineId: ID!, $quantity: Int!) {
			updateCartLine(lineId: $lineId, quantity: $quantity) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);

export const removeFromCartMutation = operation<RemoveFromCartMutation, RemoveFromCartMutationVariables>(
	/* GraphQL */ `
		mutation RemoveFromCart($lineId: ID!) {
			removeFromCart(lineId: $lineId) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);

export const applyCouponMutation = operation<ApplyCouponMutation, ApplyCouponMutationVariables>(
	/* GraphQL */ `
		mutation ApplyCoupon($code: String!) {
			applyCoupon(code: $code) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);

export const removeCouponMutation = operation<RemoveCouponMutation, RemoveCouponMutationVariables>(
	/* GraphQL */ `
		mutation RemoveCoupon {
			removeCoupon {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);

export const setCartCurrencyMutation = operation<SetCartCurrencyMutation, SetCartCurrencyMutationVariables>(
	/* GraphQL */ `
		mutation SetCartCurrency($currency: CurrencyCode!) {
			setCartCurrency(currency: $currency) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);
