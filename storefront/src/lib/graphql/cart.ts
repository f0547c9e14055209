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

const cartChange = /* GraphQL */ `
	fragment CartChange on CartPayload {
		cart {
			id
			totalQuantity
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
);
