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
				formatted(locale: $locale)
			}
			total {
				formatted(locale: $locale)
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
			formatted(locale: $locale)
		}
		discount {
			amount
			formatted(locale: $locale)
		}
		total {
			amount
			currency
			formatted(locale: $locale)
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
		query Cart($locale: String) {
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
		query CartRecommendations($locale: String, $currency: CurrencyCode) {
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
		mutation AddToCart($locale: String, $productId: ID!, $quantity: Int!) {
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
		mutation UpdateCartLine($locale: String, $lineId: ID!, $quantity: Int!) {
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
		mutation RemoveFromCart($locale: String, $lineId: ID!) {
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
		mutation ApplyCoupon($locale: String, $code: String!) {
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
		mutation RemoveCoupon($locale: String) {
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
		mutation SetCartCurrency($locale: String, $currency: CurrencyCode!) {
			setCartCurrency(currency: $currency) {
				...CartChange
			}
		}
	`,
	cartChange,
	cartContents,
);
